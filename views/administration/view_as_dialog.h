// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain_tree_model.h"
#include "services/contract/role.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QComboBox;

namespace holdfast::views {

// Asks for which domain a role is to be looked through.
class ViewAsDialog final : public Dialog
{
    Q_OBJECT
public:
    ViewAsDialog(const Workspace& workspace, const contract::RoleDefinition& role, QWidget* parent);

private:
    void showDomains();

    Workspace m_workspace;
    contract::RoleDefinition m_role;
    models::DomainTreeModel m_domains;
    QComboBox* m_domain;
};

} // namespace holdfast::views
