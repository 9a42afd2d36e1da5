// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/domain.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

namespace holdfast::views {

class NewDomainDialog final : public Dialog
{
    Q_OBJECT
public:
    NewDomainDialog(const Workspace& workspace, const QStringList& paths, const QString& parentPath,
                    QWidget* parent);

Q_SIGNALS:
    void created(const holdfast::contract::SecurityDomain& domain);
};

} // namespace holdfast::views
