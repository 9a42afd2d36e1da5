// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/token.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QPlainTextEdit;
class QProgressBar;

namespace holdfast::views {

enum class BulkAction
{
    Enable,
    Disable,
    Unassign
};

// One action on many tokens: says first what will change and what stays as it is, then does it one by one,
// and can be stopped in between.
class BulkDialog final : public Dialog
{
    Q_OBJECT
public:
    BulkDialog(const Workspace& workspace, BulkAction action, std::vector<contract::Token> tokens,
               QWidget* parent);
    void reject() override;

    // Whether the action changes this token.
    [[nodiscard]] static bool applies(BulkAction action, const contract::Token& token);

Q_SIGNALS:
    void ended(const QString& words);

private:
    void next();
    void end();

    Workspace m_workspace;
    BulkAction m_action;
    std::vector<contract::Token> m_todo;
    QPlainTextEdit* m_list;
    QProgressBar* m_progress;
    size_t m_done = 0;
    int m_failed = 0;
    bool m_running = false;
    bool m_stopped = false;
};

} // namespace holdfast::views
