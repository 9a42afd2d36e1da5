// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/role.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QCheckBox;
class QLineEdit;

namespace holdfast::views {

// A custom role: its name, what it is for, what it permits. What the administrator may not do cannot be given.
class RoleDialog final : public Dialog
{
    Q_OBJECT
public:
    // `role` without a key: a new one, with these permissions to begin with.
    RoleDialog(const Workspace& workspace, const contract::RoleDefinition& role, QWidget* parent);

Q_SIGNALS:
    void saved(const QString& key, const QString& words);

private:
    [[nodiscard]] QWidget* buildPermissions();
    [[nodiscard]] contract::RoleEdit edited() const;
    void showSubmittable();
    void submit();
    void tell(const contract::RoleDefinition& role);

    Workspace m_workspace;
    contract::RoleDefinition m_role;
    QLineEdit* m_name;
    QLineEdit* m_description;
    std::vector<std::pair<contract::Permission, QCheckBox*>> m_boxes;
};

} // namespace holdfast::views
