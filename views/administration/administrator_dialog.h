// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain_tree_model.h"
#include "models/role_matrix_model.h"
#include "models/users_model.h"
#include "services/contract/permission.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QComboBox;
class QVBoxLayout;

namespace holdfast::views {

class PasswordField;
class PickList;

// Roles of a person, each within a subtree of domains, and a password for signing in.
class AdministratorDialog final : public Dialog
{
    Q_OBJECT
public:
    // A new one: whom is asked first.
    AdministratorDialog(const Workspace& workspace, QWidget* parent);
    AdministratorDialog(const Workspace& workspace, const contract::AdministratorEntry& entry,
                        QWidget* parent);

Q_SIGNALS:
    void saved(const QString& words);

private:
    struct Line
    {
        QWidget* widget;
        QComboBox* role;
        QComboBox* domain;
    };
    void build();
    void addLine(const contract::RoleAssignment& assignment);
    void showDomains();
    void showRoles();
    void submit();
    void send();

    Workspace m_workspace;
    models::DomainTreeModel m_domains;
    models::UsersModel m_users;
    models::RoleMatrixModel m_known;
    QString m_userId;
    bool m_hasPassword = false;
    PickList* m_pick = nullptr;
    QVBoxLayout* m_lines = nullptr;
    QList<Line> m_roles;
    PasswordField* m_password = nullptr;
    FormField* m_passwordField = nullptr;
};

} // namespace holdfast::views
