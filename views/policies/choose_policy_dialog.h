// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/policies_model.h"
#include "services/contract/domain.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QComboBox;
class QLineEdit;

namespace holdfast::views {

class ChoiceList;

// Where a domain takes a policy of one type from: its parent, a policy of its own, or always the default.
class ChoosePolicyDialog final : public Dialog
{
    Q_OBJECT
public:
    ChoosePolicyDialog(const Workspace& workspace, const contract::SecurityDomain& domain,
                       contract::PolicyType type, QWidget* parent);

Q_SIGNALS:
    void chosen(const holdfast::contract::SecurityDomain& domain);

private:
    void showPolicies();
    void showEnabled();
    void submit();
    void take(const contract::PolicyChoice& choice);
    template <class T>
    void createAndTake();

    Workspace m_workspace;
    contract::SecurityDomain m_domain;
    contract::PolicyType m_type;
    models::PoliciesModel m_policies;
    ChoiceList* m_source;
    QComboBox* m_policy;
    QLineEdit* m_name;
    FormField* m_policyField;
    FormField* m_nameField;
};

} // namespace holdfast::views
