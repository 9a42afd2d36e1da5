// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/report_catalog.h"
#include "views/shell/page.h"
#include "views/shell/workspace.h"

class QSplitter;
class QStackedWidget;
class QTabBar;
class QTreeWidget;
class QTreeWidgetItem;

namespace holdfast::views {

class ReportEditor;
class ReportExportBar;
class ReportJobsTab;
class StateView;

// Reports to choose from, saved ones above, and the chosen one put together beside them; and their runs.
class ReportsPage final : public Page
{
    Q_OBJECT
public:
    explicit ReportsPage(const Workspace& workspace, QWidget* parent = nullptr);
    ~ReportsPage() override;

    void opened() override;
    void closed() override;
    void refresh() override;
    void focusFilter() override;
    void follow(const Link& link) override;
    [[nodiscard]] bool holdsWork() override;

    // "reports" or "runs".
    void showTab(const QString& id);
    // A template by its id, or a saved one.
    void choose(const QString& report, const QString& savedId = {});
    void saveFile(const QString& path);
    void saveReport();

    [[nodiscard]] ReportEditor* editor() const { return m_editor; }
    [[nodiscard]] ReportJobsTab* runs() const { return m_runs; }
    [[nodiscard]] QTreeWidget* list() const { return m_list; }
    [[nodiscard]] StateView* states() const { return m_states; }
    [[nodiscard]] models::ReportCatalog& catalog() { return m_catalog; }

private:
    [[nodiscard]] QWidget* buildReports();
    void showCatalog();
    void fillList();
    [[nodiscard]] QTreeWidgetItem* addGroup(const QString& title);
    void showChosen();
    void askForFile();
    void deleteSaved(const QString& savedId);
    [[nodiscard]] QString suggestedName() const;

    Workspace m_workspace;
    models::ReportCatalog m_catalog;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    QSplitter* m_splitter;
    QTreeWidget* m_list;
    StateView* m_states;
    ReportEditor* m_editor;
    ReportExportBar* m_export;
    ReportJobsTab* m_runs;
    QString m_wantedReport; // to be chosen once the catalog is there
    QString m_wantedSaved;
};

} // namespace holdfast::views
