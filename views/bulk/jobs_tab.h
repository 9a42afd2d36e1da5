// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/bulk_jobs_model.h"
#include "views/shell/workspace.h"
#include "views/theme/colours.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace holdfast::views {

class TablePane;

// Jobs over many: what was done, what runs, what can be undone.
class JobsTab final : public QWidget
{
    Q_OBJECT
public:
    explicit JobsTab(const Workspace& workspace, QWidget* parent = nullptr);

    void opened();
    void refresh() { m_model.refresh(); }
    // Of the job that is chosen, or of its undo.
    void open(bool undo);
    [[nodiscard]] TablePane* pane() const { return m_pane; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void showChosen();
    void watch();

    Workspace m_workspace;
    models::BulkJobsModel m_model;
    TablePane* m_pane;
    QPushButton* m_open;
    QPushButton* m_undo;
    QTimer m_watch;
};

} // namespace holdfast::views
