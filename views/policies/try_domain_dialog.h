// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/domain.h"
#include "services/contract/policy.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QComboBox;
class QLineEdit;

namespace holdfast::views {

// What is edited as a policy of its own, for one domain alone.
class TryDomainDialog final : public Dialog
{
    Q_OBJECT
public:
    TryDomainDialog(const Workspace& workspace, const contract::OfflinePolicy& edited, QWidget* parent);
    [[nodiscard]] QComboBox* domains() const { return m_domains; }

Q_SIGNALS:
    void tried(const holdfast::contract::SecurityDomain& domain);

private:
    void submit();
    void chooseFor(const contract::OfflinePolicy& made);

    Workspace m_workspace;
    contract::OfflinePolicy m_edited;
    QComboBox* m_domains;
    QLineEdit* m_name;
    std::vector<contract::SecurityDomain> m_found;
    QString m_made; // a second try does not make another
};

} // namespace holdfast::views
