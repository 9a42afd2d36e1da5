// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/administrators_model.h"
#include "models/api_clients_model.h"
#include "views/shell/page.h"
#include "views/shell/workspace.h"

class QStackedWidget;
class QTabBar;

namespace holdfast::views {

class TablePane;

// Who administers, and which programs may ask.
class AdministrationPage final : public Page
{
    Q_OBJECT
public:
    explicit AdministrationPage(const Workspace& workspace, QWidget* parent = nullptr);

    void opened() override;
    void refresh() override;
    void focusFilter() override;
    void follow(const Link& link) override;
    void createApiClient();

private:
    [[nodiscard]] QWidget* buildAdministrators();
    [[nodiscard]] QWidget* buildClients();
    void addAdministrator();
    void editAdministrator(const QString& userId);
    void deleteClient(const QString& id);
    [[nodiscard]] TablePane* shownPane() const;

    Workspace m_workspace;
    models::AdministratorsModel m_administrators;
    models::ApiClientsModel m_clients;
    TablePane* m_administratorsPane;
    TablePane* m_clientsPane;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
};

} // namespace holdfast::views
