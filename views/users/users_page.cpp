// SPDX-License-Identifier: Apache-2.0
#include "views/users/users_page.h"

#include "models/session.h"
#include "models/words.h"
#include "views/bulk/bulk_bar.h"
#include "views/theme/metrics.h"
#include "views/users/user_card.h"
#include "views/users/user_dialog.h"
#include "views/verification/approvals_dialog.h"
#include "views/widgets/filter_line.h"
#include "views/widgets/page_header.h"
#include "views/widgets/table_pane.h"
#include "views/widgets/table_setup.h"
#include "views/widgets/tones.h"

#include <QComboBox>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::Permission;
using contract::UserStatus;
using models::UsersModel;

namespace {

const auto splitterKey = QStringLiteral("users/splitter");

} // namespace

UsersPage::UsersPage(const Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_model(workspace.api, workspace.clock)
    , m_list(new QWidget)
    , m_card(new UserCard(workspace))
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_status(new QComboBox)
    , m_settle(new QTimer(this))
{
    const bool mayCreate = workspace.session.may(Permission::EditUsers);
    m_pane = new TablePane(m_model,
                           {.settingsKey = QStringLiteral("users"),
                            .accessibleName = tr("Users"),
                            .filterHint = tr("Filter by name, e-mail or domain"),
                            .loading = tr("Loading users…"),
                            .icon = QStringLiteral("users"),
                            .emptyTitle = tr("No users yet"),
                            .emptyText = tr("People who sign in with a token or an emergency code."),
                            .emptyButton = mayCreate ? tr("New user…") : QString(),
                            .emptyAction = [this] { newUser(); },
                            .noMatchTitle = tr("No user matches"),
                            .sortColumn = UsersModel::Name});
    m_pane->setStatusColumn(UsersModel::Status, [](const QModelIndex& index) {
        const QVariant status = index.data(UsersModel::StatusRole);
        return status.isValid() ? statusOf(static_cast<UserStatus>(status.toInt())) : Status {};
    });
    m_pane->setColumns({148, 150, 104, 64, 116, 138, 200}, UsersModel::DisplayName,
                       {UsersModel::Tokens, UsersModel::Email});
    setEndColumns(m_pane->table(), {UsersModel::Tokens, UsersModel::LastLogon});
    m_status->setAccessibleName(tr("Status"));
    m_status->addItem(tr("Any status"));
    for (const auto& [status, wireName] : contract::EnumNames<UserStatus>::names) {
        m_status->addItem(models::words::of(status), QString::fromLatin1(wireName));
    }
    m_pane->filterLine()->addWidget(m_status);

    auto* header = new PageHeader(tr("Users"));
    if (workspace.session.may(Permission::VerifyCallers)) {
        QPushButton* approvals = header->addAction(tr("Approvals"), QStringLiteral("shield"), false);
        approvals->setToolTip(tr("Colleagues who wait for a second person's word"));
        connect(approvals, &QPushButton::clicked, this,
                [this] { (new ApprovalsDialog(m_workspace, this))->open(); });
    }
    if (mayCreate) {
        QPushButton* create = header->addAction(tr("New user"), QStringLiteral("add"), true);
        create->setToolTip(tr("New user (Ctrl+N)"));
        connect(create, &QPushButton::clicked, this, &UsersPage::newUser);
        auto* shortcut = new QShortcut(QKeySequence::New, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &UsersPage::newUser);
    }
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_pane, 1);
    m_pane->table()->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_bulk = buildBulkBar();
    column->addWidget(m_bulk);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_card);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_list->setMinimumWidth(std::max(380, header->minimumSizeHint().width()));
    m_card->setMinimumWidth(360);
    m_splitter->setSizes({660, 436});
    m_splitter->restoreState(QSettings().value(splitterKey).toByteArray());
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_splitter);

    // The card follows the selection, but not through every row that an arrow key runs past.
    m_settle->setSingleShot(true);
    m_settle->setInterval(80);
    connect(m_settle, &QTimer::timeout, this, [this] { m_card->setUser(m_pane->currentId()); });
    connect(m_pane, &TablePane::currentChanged, this, [this](const QString& id) {
        if (!m_whole && !id.isEmpty()) {
            m_settle->start();
        }
    });
    connect(m_pane, &TablePane::activated, this, &UsersPage::choose);
    connect(m_pane, &TablePane::clearRequested, m_status, [this] { m_status->setCurrentIndex(0); });
    connect(m_status, &QComboBox::currentIndexChanged, this,
            [this] { m_model.setRestriction(QStringLiteral("status"), m_status->currentData().toString()); });
    connect(m_card, &UserCard::backChosen, this, [this] { setWhole(false); });
    connect(m_card, &UserCard::linkActivated, this, &UsersPage::linkActivated);
    connect(m_card, &UserCard::message, this, &UsersPage::message);
    connect(m_card, &UserCard::changed, &m_model, &UsersModel::refresh);
    const auto onCard = [this](const QKeySequence& keys, void (UserCard::*slot)()) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_card, slot);
    };
    onCard(QKeySequence(Qt::CTRL | Qt::Key_E), &UserCard::issueEmergencyCode);
    onCard(QKeySequence(Qt::Key_F2), &UserCard::explain);
    onCard(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), &UserCard::enrolToken);
    onCard(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), &UserCard::readOfflineCode);
    onCard(QKeySequence(Qt::SHIFT | Qt::Key_F2), &UserCard::explainOffline);
}

UsersPage::~UsersPage()
{
    QSettings().setValue(splitterKey, m_splitter->saveState());
}

BulkBar* UsersPage::buildBulkBar()
{
    using contract::BulkAction;
    auto* bar =
        new BulkBar(m_workspace, m_pane, m_model,
                    {{BulkAction::EnableUsers, Permission::EnableUsers, QStringLiteral("enable")},
                     {BulkAction::DisableUsers, Permission::EnableUsers, QStringLiteral("disabled")},
                     {BulkAction::UnlockUsers, Permission::UnlockUsers, QStringLiteral("unlock"), true},
                     {BulkAction::MoveUsers, Permission::EditUsers, QStringLiteral("domain"), true},
                     {BulkAction::EndUsers, Permission::EditUsers, QStringLiteral("calendar"), true},
                     {BulkAction::DeleteUsers, Permission::DeleteUsers, QStringLiteral("delete"), true}},
                    [](int count) { return tr("%Ln user(s) chosen", nullptr, count); });
    connect(bar, &BulkBar::message, this, &UsersPage::message);
    connect(bar, &BulkBar::changed, this, &UsersPage::refresh);
    return bar;
}

void UsersPage::opened()
{
    m_pane->load();
    m_pane->table()->setFocus();
}

void UsersPage::focusFilter()
{
    setWhole(false);
    m_pane->focusFilter();
}

void UsersPage::refresh()
{
    m_model.refresh();
    m_card->refresh();
}

void UsersPage::follow(const Link& link)
{
    if (!link.item.isEmpty()) {
        choose(link.item);
        return;
    }
    setWhole(false);
    if (link.action == QLatin1String("new")) {
        newUser();
        return;
    }
    if (link.action == QLatin1String("approvals")) {
        (new ApprovalsDialog(m_workspace, this))->open();
        return;
    }
    m_pane->clearFilter();
    if (link.restriction == QLatin1String("status")) {
        m_status->setCurrentIndex(std::max(0, m_status->findData(link.value)));
    } else if (!link.restriction.isEmpty()) {
        m_model.setRestriction(link.restriction, link.value);
        m_pane->filterLine()->setTag(link.words);
    }
}

bool UsersPage::goBack()
{
    if (m_whole) {
        setWhole(false);
        return true;
    }
    return false;
}

void UsersPage::choose(const QString& userId)
{
    m_settle->stop();
    m_card->setUser(userId);
    setWhole(true);
}

void UsersPage::setWhole(bool whole)
{
    m_whole = whole;
    m_list->setVisible(!whole);
    m_card->setWhole(whole);
    if (whole) {
        m_card->setFocus();
    } else {
        m_pane->table()->setFocus();
    }
}

void UsersPage::newUser()
{
    auto* dialog = new UserDialog(m_workspace, this);
    connect(dialog, &UserDialog::saved, this, [this](const contract::User& user) {
        Q_EMIT message(Tone::Success, tr("%1 is created.").arg(models::words::person(user)));
        m_model.refresh();
        choose(user.id);
    });
    dialog->open();
}

} // namespace holdfast::views
