// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/report_draft.h"
#include "models/report_preview_model.h"
#include "views/shell/workspace.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QListView;
class QPushButton;
class QTableView;

namespace holdfast::views {

class FittedScroll;
class ReportFilters;
class StateView;

// A report as it is put together: what restricts it, its columns, its first rows, and what becomes of it.
class ReportEditor final : public QWidget
{
    Q_OBJECT
public:
    // What "Save as file" makes; PDF is made here, the others by the service.
    enum Format
    {
        Csv,
        JsonLines,
        Html,
        Pdf
    };

    explicit ReportEditor(const Workspace& workspace, QWidget* parent = nullptr);

    void showTemplate(const contract::ReportTemplate& report);
    void showSaved(const contract::ReportTemplate& report, const contract::SavedReport& saved);
    void refreshPreview();

    [[nodiscard]] models::ReportDraft& draft() { return m_draft; }
    [[nodiscard]] models::ReportPreviewModel& preview() { return m_preview; }
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] Format format() const;
    void setFormat(Format format);
    [[nodiscard]] const QString& savedId() const { return m_savedId; } // empty: of a template

Q_SIGNALS:
    void fileWanted();
    void saveWanted();
    void runWanted(const QString& savedId);
    void deleteWanted(const QString& savedId);

private:
    [[nodiscard]] QWidget* buildColumns();
    [[nodiscard]] QWidget* buildPreview();
    [[nodiscard]] QWidget* buildBottom();
    void begin(const QString& title, const QString& explanation, const QString& savedId);
    void moveColumn(int by);
    void showMovable();
    void showPreview();

    models::ReportDraft m_draft;
    models::ReportPreviewModel m_preview;
    QLabel* m_title;
    QLabel* m_explanation;
    ReportFilters* m_filters;
    FittedScroll* m_filterPlace;
    QListView* m_columns;
    QPushButton* m_up;
    QPushButton* m_down;
    QTableView* m_table;
    StateView* m_states;
    QLabel* m_previewNote;
    QComboBox* m_format;
    QPushButton* m_file;
    QPushButton* m_save;
    QPushButton* m_run;
    QPushButton* m_delete;
    QString m_savedId;
    QTimer m_delay;
};

} // namespace holdfast::views
