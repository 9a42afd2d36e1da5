// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/bulk.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QSpinBox;

namespace holdfast::views {

// How much a job may change before somebody must overrule, and when it stops by itself.
class BulkSettingsDialog final : public Dialog
{
    Q_OBJECT
public:
    BulkSettingsDialog(const Workspace& workspace, QWidget* parent);

private:
    void fill(const contract::BulkSettings& settings);
    void submit();

    Workspace m_workspace;
    contract::BulkSettings m_settings;
    QSpinBox* m_share;
    QSpinBox* m_free;
    QSpinBox* m_failures;
};

} // namespace holdfast::views
