// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/domain.h"
#include "services/contract/domain_move.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QComboBox;
class QLabel;

namespace holdfast::views {

// Moves a domain below another one. What changes by it is told first, and moving waits for that.
class MoveDomainDialog final : public Dialog
{
    Q_OBJECT
public:
    // `paths`: of all domains; those within the moved one are left out.
    MoveDomainDialog(const Workspace& workspace, const contract::SecurityDomain& domain,
                     const QStringList& paths, QWidget* parent);

Q_SIGNALS:
    void moved(const holdfast::contract::SecurityDomain& domain);

private:
    void ask();
    void tell(const contract::DomainMovePreview& preview);
    void submit();

    Workspace m_workspace;
    contract::SecurityDomain m_domain;
    QComboBox* m_parent;
    QLabel* m_effect;
    std::optional<contract::DomainMovePreview> m_preview;
    quint64 m_asked = 0; // late answers are ignored
};

} // namespace holdfast::views
