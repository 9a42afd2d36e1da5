// SPDX-License-Identifier: Apache-2.0
#include "views/reports/report_export_bar.h"

#include "models/formats.h"
#include "models/session.h"
#include "models/words.h"
#include "views/theme/metrics.h"
#include "views/widgets/labels.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace holdfast::views {

using models::CsvExport;

ReportExportBar::ReportExportBar(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_receiving(workspace.api)
    , m_text(makeLabel({}))
    , m_cancel(new QPushButton(tr("Cancel")))
{
    auto* progress = new QProgressBar;
    progress->setRange(0, 0);
    progress->setTextVisible(false);
    progress->setFixedWidth(120);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::l, metrics::s, metrics::l, metrics::s);
    row->setSpacing(metrics::m);
    row->addWidget(progress);
    row->addWidget(m_text, 1);
    row->addWidget(m_cancel);
    m_cancel->setAccessibleName(tr("Cancel the file"));
    connect(m_cancel, &QPushButton::clicked, this, &ReportExportBar::cancel);
    connect(&m_receiving, &CsvExport::stateChanged, this, &ReportExportBar::showState);
    connect(&m_receiving, &CsvExport::progressed, this, [this](qint64 received) {
        m_text->setText(tr("Reading the report: %1").arg(QLocale().formattedDataSize(received)));
    });
    connect(&m_painting, &PdfReport::progressed, this, [this](qint64 done, qint64 whole) {
        constexpr int hundred = 100;
        m_text->setText(tr("Painting page %1 (%2 %)")
                            .arg(m_painting.pages())
                            .arg(whole > 0 ? done * hundred / whole : hundred));
    });
    connect(&m_painting, &PdfReport::finished, this,
            [this] { ended(Tone::Success, tr("Saved as %1.").arg(QFileInfo(m_path).fileName())); });
    connect(&m_painting, &PdfReport::failed, this, [this] {
        ended(Tone::Danger,
              models::words::problem({.kind = contract::ErrorKind::Internal,
                                      .code = QStringLiteral("file_not_written"),
                                      .detail = {}}));
    });
    hide();
}

bool ReportExportBar::isRunning() const
{
    return m_receiving.state() == CsvExport::State::Running || m_painting.isRunning();
}

void ReportExportBar::start(const models::ReportDraft& draft, contract::ReportFormat format,
                            const QString& path)
{
    cancel();
    m_path = path;
    m_receiving.start(draft.report().id, draft.query(), path, format);
}

void ReportExportBar::startResult(const QString& jobId, const QString& path)
{
    cancel();
    m_path = path;
    m_receiving.startResult(jobId, path);
}

void ReportExportBar::startPdf(const models::ReportDraft& draft, const QString& title, const QString& path)
{
    cancel();
    m_path = path;
    m_lines = std::make_unique<QTemporaryDir>();
    m_content = {.lines = m_lines->filePath(QStringLiteral("report.jsonl")),
                 .title = title,
                 .subtitle = tr("%1, by %2")
                                 .arg(models::absoluteTime(m_workspace.clock.now()),
                                      m_workspace.session.administrator().name),
                 .columns = draft.chosenColumns()};
    m_receiving.start(draft.report().id, draft.query(), m_content.lines, contract::ReportFormat::JsonLines);
}

void ReportExportBar::showState()
{
    switch (m_receiving.state()) {
    case CsvExport::State::Running:
        m_text->setText(tr("Reading the report…"));
        show();
        break;
    case CsvExport::State::Finished:
        if (m_lines) {
            m_painting.start(m_content, m_path);
        } else {
            ended(Tone::Success, tr("Saved as %1.").arg(QFileInfo(m_path).fileName()));
        }
        break;
    case CsvExport::State::Failed:
        ended(Tone::Danger, models::words::problem(m_receiving.error()));
        break;
    case CsvExport::State::Cancelled:
    case CsvExport::State::Idle:
        break;
    }
}

void ReportExportBar::cancel()
{
    if (!isRunning()) {
        return;
    }
    m_receiving.cancel();
    m_painting.cancel();
    ended(Tone::Neutral, tr("It was cancelled; nothing was written."));
}

void ReportExportBar::ended(Tone tone, const QString& text)
{
    m_lines.reset();
    hide();
    Q_EMIT message(tone, text);
}

} // namespace holdfast::views
