// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/administrators_model.h"
#include "models/api_clients_model.h"
#include "views/shell/page.h"
#include "views/shell/workspace.h"

#include <functional>

class QStackedWidget;
class QTabBar;

namespace holdfast::views {

class RolesTab;
class ServicePane;
class SessionsTab;
class SignInTab;
class TablePane;

// Who administers with which rights, who is signed in and how, which programs may ask, and how the service is.
class AdministrationPage final : public Page
{
    Q_OBJECT
public:
    explicit AdministrationPage(const Workspace& workspace, QWidget* parent = nullptr);

    void opened() override;
    void refresh() override;
    void focusFilter() override;
    void follow(const Link& link) override;
    void closed() override;
    void createApiClient();
    // "administrators", "roles", "sessions", "sign-in", "clients" or "service".
    void showTab(const QString& id);
    [[nodiscard]] RolesTab* roles() const { return m_roles; }

private:
    struct Tab
    {
        QString id;
        std::function<void()> opened;
        std::function<void()> refresh;
    };
    void addTab(const QString& id, const QString& title, QWidget* widget, std::function<void()> opened,
                std::function<void()> refresh);
    [[nodiscard]] const Tab& shownTab() const;
    [[nodiscard]] QWidget* buildAdministrators();
    [[nodiscard]] QWidget* buildClients();
    void watchService(bool watched);
    void addAdministrator();
    void editAdministrator(const QString& userId);
    void deleteClient(const QString& id);

    Workspace m_workspace;
    models::AdministratorsModel m_administrators;
    models::ApiClientsModel m_clients;
    TablePane* m_administratorsPane;
    TablePane* m_clientsPane = nullptr;
    RolesTab* m_roles;
    SessionsTab* m_sessions;
    SignInTab* m_signIn;
    ServicePane* m_service = nullptr;
    QList<Tab> m_shown;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
};

} // namespace holdfast::views
