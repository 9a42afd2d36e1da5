// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workstations_model.h"
#include "views/shell/page.h"
#include "views/shell/workspace.h"

class QComboBox;
class QSplitter;
class QTimer;

namespace holdfast::views {

class TablePane;
class WorkstationDetails;

// Workstations: the table, and beside it the one that is chosen.
class WorkstationsPage final : public Page
{
    Q_OBJECT
public:
    explicit WorkstationsPage(const Workspace& workspace, QWidget* parent = nullptr);
    ~WorkstationsPage() override;

    void opened() override;
    void focusFilter() override;
    void refresh() override;
    void follow(const Link& link) override;
    void enrol();

    [[nodiscard]] TablePane* pane() const { return m_pane; }
    [[nodiscard]] WorkstationDetails* details() const { return m_details; }

private:
    void countRevoked();
    void showCount();

    Workspace m_workspace;
    models::WorkstationsModel m_model;
    TablePane* m_pane;
    WorkstationDetails* m_details;
    QSplitter* m_splitter;
    QComboBox* m_state;
    QTimer* m_settle;
    std::optional<qint64> m_revoked; // of all; unknown until it was asked for
};

} // namespace holdfast::views
