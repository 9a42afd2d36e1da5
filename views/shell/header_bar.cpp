// SPDX-License-Identifier: Apache-2.0
#include "views/shell/header_bar.h"

#include "models/session.h"
#include "models/words.h"
#include "views/shell/language.h"
#include "views/shell/locator.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/theme.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace holdfast::views {

HeaderBar::HeaderBar(Workspace workspace, QWidget* window, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_locator(new Locator(workspace.api, window))
    , m_account(new QToolButton)
{
    setFixedHeight(metrics::headerHeight);
    m_locator->setMinimumWidth(260);
    m_locator->setMaximumWidth(520);
    m_account->setIcon(icon(QStringLiteral("user")));
    m_account->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_account->setPopupMode(QToolButton::InstantPopup);
    m_account->setAutoRaise(true);
    m_account->setFocusPolicy(Qt::StrongFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::l, 0, metrics::m, 0);
    row->addWidget(m_locator, 10);
    row->addStretch(4);
    row->addWidget(m_account);
    buildMenu();
    connect(&m_workspace.session, &models::Session::stateChanged, this, &HeaderBar::showAccount);
    showAccount();
}

void HeaderBar::buildMenu()
{
    auto* menu = new QMenu(m_account);
    QMenu* themes = menu->addMenu(icon(QStringLiteral("theme")), tr("Appearance"));
    auto* group = new QActionGroup(themes);
    const std::array modes {std::pair {ThemeMode::System, tr("Like the system")},
                            std::pair {ThemeMode::Light, tr("Light")},
                            std::pair {ThemeMode::Dark, tr("Dark")},
                            std::pair {ThemeMode::ContrastLight, tr("High contrast, light")},
                            std::pair {ThemeMode::ContrastDark, tr("High contrast, dark")}};
    for (const auto& [mode, name] : modes) {
        QAction* action = themes->addAction(name);
        action->setCheckable(true);
        action->setChecked(m_workspace.theme.mode() == mode);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, mode = mode] { m_workspace.theme.setMode(mode); });
        connect(&m_workspace.theme, &Theme::modeChanged, action,
                [action, mode = mode](ThemeMode now) { action->setChecked(now == mode); });
    }
    if (m_workspace.language) {
        addLanguages(menu);
    }
    connect(menu->addAction(icon(QStringLiteral("key")), tr("Keyboard shortcuts")), &QAction::triggered, this,
            &HeaderBar::shortcutsChosen);
    connect(menu->addAction(icon(QStringLiteral("information")), tr("About Holdfast")), &QAction::triggered,
            this, &HeaderBar::aboutChosen);
    menu->addSeparator();
    connect(
        menu->addAction(icon(QStringLiteral("sign-out")), m_workspace.embedded ? tr("Quit") : tr("Sign out")),
        &QAction::triggered, this, &HeaderBar::signOutChosen);
    m_account->setMenu(menu);
}

void HeaderBar::addLanguages(QMenu* menu)
{
    QMenu* languages = menu->addMenu(icon(QStringLiteral("language")), tr("Language"));
    auto* group = new QActionGroup(languages);
    const auto add = [&](const QString& choice, const QString& name) {
        QAction* action = languages->addAction(name);
        action->setData(choice);
        action->setCheckable(true);
        action->setChecked(m_workspace.language->choice() == choice);
        group->addAction(action);
    };
    add({}, tr("Like the system"));
    for (const QString& code : Language::known()) {
        add(code, Language::ownName(code));
    }
    connect(group, &QActionGroup::triggered, this, [this, group](const QAction* action) {
        const QString chosen = action->data().toString();
        // The tick follows the language, which the window may refuse to change now.
        const auto choices = group->actions();
        for (QAction* choice : choices) {
            choice->setChecked(choice->data().toString() == m_workspace.language->choice());
        }
        Q_EMIT languageChosen(chosen);
    });
}

void HeaderBar::showAccount()
{
    const contract::Administrator& who = m_workspace.session.administrator();
    m_account->setText(who.displayName.isEmpty() ? who.name : who.displayName);
    QStringList roles;
    for (const contract::RoleAssignment& assignment : who.roles) {
        roles << models::words::of(assignment);
    }
    m_account->setToolTip(roles.join(QLatin1Char('\n')));
    m_account->setAccessibleName(tr("Account of %1").arg(m_account->text()));
}

void HeaderBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(QRect(0, height() - 1, width(), 1), palette().color(QPalette::Mid));
}

} // namespace holdfast::views
