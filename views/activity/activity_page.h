// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/csv_export.h"
#include "models/events_model.h"
#include "views/activity/saved_views.h"
#include "views/shell/page.h"
#include "views/shell/workspace.h"

class QPushButton;

namespace holdfast::views {

class ActivityFilters;
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
    // Asks for a name and keeps what is chosen under it.
    void saveView();

    [[nodiscard]] TablePane* pane() const { return m_pane; }
    [[nodiscard]] ExportBar* exportBar() const { return m_export; }
    [[nodiscard]] QPushButton* pauseButton() const { return m_pause; }
    [[nodiscard]] QPushButton* viewsButton() const { return m_viewsButton; }
    [[nodiscard]] models::EventsModel& model() { return m_model; }

private:
    void showLive();
    void showViews();
    void openView(const QString& name);
    void exportCsv();
    void openPerson(const QModelIndex& index);

    Workspace m_workspace;
    models::EventsModel m_model;
    TablePane* m_pane;
    ExportBar* m_export;
    ActivityFilters* m_filters;
    QPushButton* m_pause;
    QPushButton* m_viewsButton;
    SavedViews m_views;
    QString m_openView; // the one that was chosen last
};

} // namespace holdfast::views
