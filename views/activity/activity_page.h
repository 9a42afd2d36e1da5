// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/csv_export.h"
#include "models/events_model.h"
#include "views/shell/page.h"
#include "views/shell/workspace.h"

class QComboBox;
class QPushButton;

namespace holdfast::views {

class ExportBar;
class TablePane;

// What happened, newest first, as sentences; live while the page is open.
class ActivityPage final : public Page
{
    Q_OBJECT
public:
    explicit ActivityPage(const Workspace& workspace, QWidget* parent = nullptr);

    void opened() override;
    void closed() override;
    void focusFilter() override;
    void refresh() override;
    void follow(const Link& link) override;
    [[nodiscard]] bool holdsWork() override;

    [[nodiscard]] TablePane* pane() const { return m_pane; }
    [[nodiscard]] ExportBar* exportBar() const { return m_export; }

private:
    void addFilters();
    void showLive();
    void exportCsv();
    void openPerson(const QModelIndex& index);

    Workspace m_workspace;
    models::EventsModel m_model;
    TablePane* m_pane;
    ExportBar* m_export;
    QComboBox* m_log;
    QComboBox* m_result;
    QComboBox* m_time;
    QPushButton* m_pause;
};

} // namespace holdfast::views
