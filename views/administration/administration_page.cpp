// SPDX-License-Identifier: Apache-2.0
#include "views/administration/administration_page.h"

#include "models/session.h"
#include "models/words.h"
#include "services/client/api_client.h"
#include "views/administration/administrator_dialog.h"
#include "views/administration/api_client_dialog.h"
#include "views/administration/roles_tab.h"
#include "views/administration/service_pane.h"
#include "views/administration/sessions_tab.h"
#include "views/administration/sign_in_tab.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/filter_line.h"
#include "views/widgets/labels.h"
#include "views/widgets/page_header.h"
#include "views/widgets/table_pane.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::Permission;
using models::AdministratorsModel;
using models::ApiClientsModel;

AdministrationPage::AdministrationPage(const Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_administrators(workspace.api)
    , m_clients(workspace.api, workspace.clock)
    , m_tabs(new QTabBar)
    , m_stack(new QStackedWidget)
{
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    const auto table = [](TablePane* pane) {
        pane->load();
        pane->table()->setFocus();
    };
    addTab(QStringLiteral("administrators"), tr("Administrators"), buildAdministrators(),
           [this, table] { table(m_administratorsPane); }, [this] { m_administrators.refresh(); });
    m_roles = new RolesTab(workspace);
    addTab(QStringLiteral("roles"), tr("Roles"), m_roles, [this] { m_roles->opened(); },
           [this] { m_roles->refresh(); });
    m_sessions = new SessionsTab(workspace);
    addTab(QStringLiteral("sessions"), tr("Sessions"), m_sessions, [this] { m_sessions->opened(); },
           [this] { m_sessions->refresh(); });
    m_signIn = new SignInTab(workspace);
    addTab(QStringLiteral("sign-in"), tr("Sign-in"), m_signIn, [this] { m_signIn->opened(); },
           [this] { m_signIn->refresh(); });
    if (workspace.session.may(Permission::ManageApiClients)) {
        addTab(QStringLiteral("clients"), tr("API clients"), buildClients(),
               [this, table] { table(m_clientsPane); }, [this] { m_clients.refresh(); });
    }
    if (workspace.session.mayEverywhere(Permission::ViewMetrics)) {
        m_service = new ServicePane(workspace);
        addTab(QStringLiteral("service"), tr("Service"), m_service, [] {}, [this] { m_service->refresh(); });
        connect(m_service, &ServicePane::message, this, &Page::message);
    }
    connect(m_roles, &RolesTab::message, this, &Page::message);
    connect(m_sessions, &SessionsTab::message, this, &Page::message);
    connect(m_signIn, &SignInTab::message, this, &Page::message);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new PageHeader(tr("Administration")));
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(metrics::xs, 0, 0, 0);
    tabRow->addWidget(m_tabs);
    tabRow->addStretch();
    column->addLayout(tabRow);
    column->addWidget(makeLine());
    column->addSpacing(metrics::m);
    column->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        opened();
    });
}

QWidget* AdministrationPage::buildAdministrators()
{
    m_administratorsPane = new TablePane(m_administrators,
                                         {.settingsKey = QStringLiteral("administrators"),
                                          .accessibleName = tr("Administrators"),
                                          .filterHint = tr("Filter by name"),
                                          .loading = tr("Loading administrators…"),
                                          .icon = QStringLiteral("administration"),
                                          .emptyTitle = tr("No administrators"),
                                          .emptyText = tr("Give somebody a role."),
                                          .emptyButton = tr("Add administrator…"),
                                          .emptyAction = [this] { addAdministrator(); },
                                          .noMatchTitle = tr("No administrator matches")});
    m_administratorsPane->setColumns({180, 200, 360, 100}, AdministratorsModel::Roles);
    if (m_workspace.session.may(Permission::EditAdministrators)) {
        auto* add = new QPushButton(icon(QStringLiteral("add")), tr("Add administrator…"));
        connect(add, &QPushButton::clicked, this, &AdministrationPage::addAdministrator);
        m_administratorsPane->filterLine()->addWidget(add);
        connect(m_administratorsPane, &TablePane::activated, this, &AdministrationPage::editAdministrator);
    }
    return m_administratorsPane;
}

QWidget* AdministrationPage::buildClients()
{
    m_clientsPane = new TablePane(
        m_clients,
        {.settingsKey = QStringLiteral("api-clients"),
         .accessibleName = tr("API clients"),
         .filterHint = tr("Filter by name"),
         .loading = tr("Loading API clients…"),
         .icon = QStringLiteral("api"),
         .emptyTitle = tr("No API clients yet"),
         .emptyText = tr("A VPN gateway or another program asks this service with a key of its own."),
         .emptyButton = tr("New API client…"),
         .emptyAction = [this] { createApiClient(); },
         .noMatchTitle = tr("No API client matches")});
    m_clientsPane->setColumns({240, 140, 160, 160}, ApiClientsModel::Name);
    auto* add = new QPushButton(icon(QStringLiteral("add")), tr("New API client…"));
    auto* remove = new QPushButton(icon(QStringLiteral("delete")), tr("Delete…"));
    remove->setEnabled(false);
    m_clientsPane->filterLine()->addWidget(add);
    m_clientsPane->filterLine()->addWidget(remove);
    connect(add, &QPushButton::clicked, this, &AdministrationPage::createApiClient);
    connect(remove, &QPushButton::clicked, this, [this] { deleteClient(m_clientsPane->currentId()); });
    connect(m_clientsPane, &TablePane::currentChanged, remove,
            [remove](const QString& id) { remove->setEnabled(!id.isEmpty()); });
    return m_clientsPane;
}

void AdministrationPage::addTab(const QString& id, const QString& title, QWidget* widget,
                                std::function<void()> opened, std::function<void()> refresh)
{
    m_tabs->addTab(title);
    m_stack->addWidget(widget);
    m_shown.append({id, std::move(opened), std::move(refresh)});
}

const AdministrationPage::Tab& AdministrationPage::shownTab() const
{
    return m_shown.at(m_stack->currentIndex());
}

void AdministrationPage::showTab(const QString& id)
{
    for (int i = 0; i < m_shown.size(); ++i) {
        if (m_shown.at(i).id == id) {
            m_tabs->setCurrentIndex(i);
        }
    }
}

void AdministrationPage::opened()
{
    watchService(m_stack->currentWidget() == m_service);
    shownTab().opened();
}

void AdministrationPage::closed()
{
    watchService(false);
}

void AdministrationPage::watchService(bool watched)
{
    if (m_service) {
        m_service->setOpen(watched);
    }
}

void AdministrationPage::refresh()
{
    shownTab().refresh();
}

void AdministrationPage::focusFilter()
{
    if (auto* pane = m_stack->currentWidget()->findChild<TablePane*>()) {
        pane->focusFilter();
    } else if (auto* self = qobject_cast<TablePane*>(m_stack->currentWidget())) {
        self->focusFilter();
    }
}

void AdministrationPage::follow(const Link& link)
{
    showTab(link.action);
}

void AdministrationPage::addAdministrator()
{
    auto* dialog = new AdministratorDialog(m_workspace, this);
    connect(dialog, &AdministratorDialog::saved, this, [this](const QString& text) {
        Q_EMIT message(Tone::Success, text);
        m_administrators.refresh();
    });
    dialog->open();
}

void AdministrationPage::editAdministrator(const QString& userId)
{
    const contract::AdministratorEntry* entry =
        m_administrators.item(m_administratorsPane->table()->currentIndex());
    if (!entry || entry->userId != userId) {
        return;
    }
    auto* dialog = new AdministratorDialog(m_workspace, *entry, this);
    connect(dialog, &AdministratorDialog::saved, this, [this](const QString& text) {
        Q_EMIT message(Tone::Success, text);
        m_administrators.refresh();
    });
    dialog->open();
}

void AdministrationPage::createApiClient()
{
    auto* dialog = new ApiClientDialog(m_workspace, this);
    connect(dialog, &ApiClientDialog::created, &m_clients, &ApiClientsModel::refresh);
    dialog->open();
}

void AdministrationPage::deleteClient(const QString& id)
{
    const contract::ApiClient* entry = m_clients.item(m_clientsPane->table()->currentIndex());
    if (!entry || entry->id != id) {
        return;
    }
    confirm(this, tr("Delete API client “%1”?").arg(entry->name),
            tr("Its key stops working at once: whoever signs in through this program cannot any more."),
            tr("Delete API client"), [this, id] {
                client::consume(m_workspace.api.deleteApiClient(id), this,
                                [this](const contract::Result<client::Nothing>& answer) {
                                    if (answer) {
                                        Q_EMIT message(Tone::Success, tr("The API client is deleted."));
                                    } else {
                                        Q_EMIT message(Tone::Danger, models::words::problem(answer.error()));
                                    }
                                    m_clients.refresh();
                                });
            });
}

} // namespace holdfast::views
