// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/report_jobs_model.h"
#include "views/shell/workspace.h"
#include "views/theme/colours.h"

#include <QWidget>

class QPushButton;

namespace holdfast::views {

class TablePane;

// Runs of saved reports: how far they are, what became of them, and their results.
class ReportJobsTab final : public QWidget
{
    Q_OBJECT
public:
    explicit ReportJobsTab(const Workspace& workspace, QWidget* parent = nullptr);

    void opened();
    void closed();
    void refresh() { m_model.refresh(); }
    [[nodiscard]] TablePane* pane() const { return m_pane; }
    [[nodiscard]] models::ReportJobsModel& model() { return m_model; }

Q_SIGNALS:
    void message(holdfast::views::Tone tone, const QString& text);
    void resultWanted(const QString& jobId, const QString& path);

private:
    [[nodiscard]] const contract::ReportJob* current() const;
    void showButtons();
    void askForFile();
    void removeCurrent();

    Workspace m_workspace;
    models::ReportJobsModel m_model;
    TablePane* m_pane;
    QPushButton* m_save;
    QPushButton* m_remove;
};

} // namespace holdfast::views
