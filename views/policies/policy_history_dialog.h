// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/policy_history_model.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QGridLayout;
class QLabel;
class QScrollArea;
class QTableView;

namespace holdfast::views {

class StateView;

// The versions of a policy: who changed what and when, what bringing one back would change, and the button
// that does it.
class PolicyHistoryDialog final : public Dialog
{
    Q_OBJECT
public:
    PolicyHistoryDialog(const Workspace& workspace, const models::AnyPolicy& policy, QWidget* parent);

    [[nodiscard]] models::PolicyHistoryModel& model() { return m_model; }
    [[nodiscard]] QTableView* table() const { return m_table; }

Q_SIGNALS:
    void restored(qint64 number);

private:
    void showState();
    void showVersion();
    void fill(QGridLayout* grid, const QList<models::PolicyChange>& changes) const;

    Workspace m_workspace;
    models::PolicyHistoryModel m_model;
    QTableView* m_table;
    StateView* m_states;
    QWidget* m_difference;
    QLabel* m_heading;
    QScrollArea* m_scroll;
};

} // namespace holdfast::views
