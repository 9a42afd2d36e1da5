// SPDX-License-Identifier: Apache-2.0
#include "views/shell/shell.h"

#include "models/session.h"
#include "services/client/connectivity.h"
#include "views/shell/about.h"
#include "views/shell/connection_banner.h"
#include "views/shell/header_bar.h"
#include "views/shell/locator.h"
#include "views/shell/navigation_rail.h"
#include "views/shell/view_banner.h"
#include "views/theme/metrics.h"
#include "views/widgets/message_bar.h"

#include <QHBoxLayout>
#include <QLayout>
#include <QResizeEvent>
#include <QShortcut>
#include <QStackedWidget>

namespace holdfast::views {

using models::SearchModel;

namespace {

constexpr int numberKeys = 10; // the tenth page has Ctrl+0

} // namespace

Shell::Shell(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_rail(new NavigationRail)
    , m_header(new HeaderBar(workspace, this))
    , m_stack(new QStackedWidget)
    , m_toast(new MessageBar(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(new ViewBanner(workspace.session));
    column->addWidget(new ConnectionBanner(workspace.connectivity));
    m_stack->setAutoFillBackground(true);
    m_stack->setBackgroundRole(QPalette::Base);
    column->addWidget(m_stack, 1);
    row->addLayout(column, 1);

    int number = 0;
    for (PageEntry& entry : allPages()) {
        if (!m_workspace.session.may(entry.permission)) {
            continue;
        }
        if (entry.gapBefore) {
            m_rail->addGap();
        }
        ++number;
        m_rail->addPage(entry.id, entry.title, entry.icon,
                        number <= numberKeys ? tr("Ctrl+%1").arg(number % numberKeys) : QString());
        m_entries.append(std::move(entry));
    }
    fillLocator();
    addShortcuts();

    connect(m_rail, &NavigationRail::pageChosen, this, &Shell::openPage);
    connect(m_header->locator(), &Locator::chosen, this, &Shell::locate);
    connect(m_header, &HeaderBar::signOutChosen, this, &Shell::signOutChosen);
    connect(m_header, &HeaderBar::aboutChosen, this, &Shell::showAbout);
    connect(m_header, &HeaderBar::shortcutsChosen, this, &Shell::showShortcuts);
    connect(m_header, &HeaderBar::languageChosen, this, &Shell::chooseLanguage);
    connect(&m_workspace.connectivity, &client::Connectivity::restored, this, [this] {
        if (Page* shown = currentPage()) {
            shown->restored();
        }
    });
}

Shell::~Shell() = default;

void Shell::addShortcuts()
{
    const auto on = [this](const QKeySequence& keys, auto slot) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WindowShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    on(QKeySequence(Qt::CTRL | Qt::Key_K), [this] { openLocator(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        if (Page* shown = currentPage()) {
            shown->focusFilter();
        }
    });
    on(QKeySequence(Qt::Key_F5), [this] {
        if (Page* shown = currentPage()) {
            shown->refresh();
        }
    });
    on(QKeySequence(Qt::Key_Escape), [this] {
        if (Page* shown = currentPage()) {
            shown->goBack();
        }
    });
    for (int i = 0; i < m_entries.size() && i < numberKeys; ++i) {
        const QString id = m_entries.at(i).id;
        const int digit = (i + 1) % numberKeys;
        on(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + digit)), [this, id] { openPage(id); });
    }
}

void Shell::fillLocator()
{
    QList<SearchModel::Entry> entries;
    for (const PageEntry& entry : std::as_const(m_entries)) {
        entries.append({SearchModel::Kind::Page, entry.id, entry.title, {}, entry.keywords});
    }
    using contract::Permission;
    const auto action = [&](Permission permission, const QString& id, const QString& title,
                            const QStringList& words) {
        if (m_workspace.session.may(permission)) {
            entries.append({SearchModel::Kind::Action, id, title, {}, words});
        }
    };
    action(Permission::EditUsers, QStringLiteral("users:new"), tr("New user"),
           {tr("add person"), tr("create")});
    action(Permission::ImportTokens, QStringLiteral("tokens:import"), tr("Import tokens"),
           {QStringLiteral("PSKC"), QStringLiteral("sdtid"), tr("file")});
    action(Permission::ManageWorkstations, QStringLiteral("workstations:enrol"), tr("Enrol a workstation"),
           {tr("computer"), tr("agent"), tr("laptop")});
    action(Permission::VerifyCallers, QStringLiteral("users:approvals"), tr("Approvals"),
           {tr("second person"), tr("approve request")});
    action(Permission::RunReports, QStringLiteral("activity:export"), tr("Export activity as CSV"),
           {tr("report")});
    m_header->locator()->model().setWorkstations(m_workspace.session.may(Permission::ViewWorkstations));
    m_header->locator()->model().setLocalEntries(entries);
}

void Shell::locate(SearchModel::Kind kind, const QString& id)
{
    switch (kind) {
    case SearchModel::Kind::Page:
        openPage(id);
        break;
    case SearchModel::Kind::User:
        follow({QStringLiteral("users"), id});
        break;
    case SearchModel::Kind::Token:
        follow({QStringLiteral("tokens"), id});
        break;
    case SearchModel::Kind::Workstation:
        follow({QStringLiteral("workstations"), id});
        break;
    case SearchModel::Kind::Action:
        follow({id.section(QLatin1Char(':'), 0, 0), {}, {}, {}, id.section(QLatin1Char(':'), 1)});
        break;
    }
}

Page* Shell::page(const QString& id)
{
    if (Page* made = m_made.value(id)) {
        return made;
    }
    for (const PageEntry& entry : std::as_const(m_entries)) {
        if (entry.id == id) {
            Page* made = entry.make(m_workspace);
            m_made.insert(id, made);
            m_stack->addWidget(made);
            connect(made, &Page::linkActivated, this, &Shell::follow);
            connect(made, &Page::message, this, &Shell::showToast);
            return made;
        }
    }
    return nullptr;
}

Page* Shell::currentPage() const
{
    return m_made.value(m_current);
}

void Shell::openPage(const QString& id)
{
    if (id == m_current) {
        return;
    }
    Page* next = page(id);
    if (!next && m_current.isEmpty() && !m_entries.isEmpty()) {
        openPage(m_entries.first().id);
        return;
    }
    if (!next) {
        return;
    }
    if (Page* left = currentPage()) {
        left->closed();
    }
    m_current = id;
    m_rail->setCurrent(id);
    m_stack->setCurrentWidget(next);
    next->opened();
}

void Shell::follow(const Link& link)
{
    openPage(link.page);
    if (m_current == link.page) {
        currentPage()->follow(link);
    }
}

void Shell::openLocator()
{
    m_header->locator()->open();
}

void Shell::setOrganisation(const QString& name)
{
    m_rail->setOrganisation(name);
}

void Shell::showToast(Tone tone, const QString& text)
{
    m_toast->showBriefly(tone, text,
                         tone == Tone::Danger ? std::chrono::seconds(12) : std::chrono::seconds(5));
    placeToast();
}

void Shell::placeToast()
{
    if (m_toast->isHidden()) {
        return;
    }
    const int width = std::min(460, m_stack->width() - 2 * metrics::xl);
    m_toast->layout()->activate(); // or the layouts within would still answer for the message before
    m_toast->resize(width, m_toast->heightForWidth(width));
    const QPoint corner = m_stack->mapTo(
        this, QPoint((m_stack->width() - width) / 2, m_stack->height() - m_toast->height() - metrics::xl));
    m_toast->move(corner);
    m_toast->raise();
}

void Shell::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeToast();
}

void Shell::showShortcuts()
{
    (new ShortcutsDialog(this))->open();
}

void Shell::showAbout()
{
    (new AboutDialog(this))->open();
}

// Every page is made anew for another language: no work may get lost by that.
void Shell::chooseLanguage(const QString& choice)
{
    for (auto made = m_made.cbegin(); made != m_made.cend(); ++made) {
        if (made.value()->holdsWork()) {
            openPage(made.key());
            return;
        }
    }
    Q_EMIT languageChosen(choice);
}

} // namespace holdfast::views
