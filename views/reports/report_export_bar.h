// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/csv_export.h"
#include "models/report_draft.h"
#include "views/reports/pdf_report.h"
#include "views/shell/workspace.h"
#include "views/theme/colours.h"

#include <QTemporaryDir>
#include <QWidget>

class QLabel;
class QPushButton;

namespace holdfast::views {

// A report on its way into a file, with a way to stop it; gone when there is none. A PDF is painted here,
// from the lines of JSON that the service streams.
class ReportExportBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ReportExportBar(const Workspace& workspace, QWidget* parent = nullptr);

    void start(const models::ReportDraft& draft, contract::ReportFormat format, const QString& path);
    void startPdf(const models::ReportDraft& draft, const QString& title, const QString& path);
    void startResult(const QString& jobId, const QString& path);
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    void message(holdfast::views::Tone tone, const QString& text);

private:
    void showState();
    void cancel();
    void ended(Tone tone, const QString& text);

    Workspace m_workspace;
    models::CsvExport m_receiving;
    PdfReport m_painting;
    std::unique_ptr<QTemporaryDir> m_lines; // of a PDF; private, and gone with it
    PdfReport::Content m_content;
    QString m_path;
    QLabel* m_text;
    QPushButton* m_cancel;
};

} // namespace holdfast::views
