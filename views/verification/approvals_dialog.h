// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/approvals_model.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QTimer;

namespace holdfast::views {

// Colleagues who want to act on an administrator's account, and wait for a second person's word.
class ApprovalsDialog final : public Dialog
{
    Q_OBJECT
public:
    ApprovalsDialog(const Workspace& workspace, QWidget* parent);
    [[nodiscard]] models::ApprovalsModel& model() { return m_model; }

private:
    void showApprovals();
    [[nodiscard]] QWidget* lineOf(const contract::Approval& approval);

    const contract::Clock& m_clock;
    models::ApprovalsModel m_model;
    QWidget* m_lines;
    QTimer* m_again;
};

} // namespace holdfast::views
