// SPDX-License-Identifier: Apache-2.0
#include "views/activity/export_bar.h"

#include "models/words.h"
#include "views/theme/metrics.h"
#include "views/widgets/labels.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace holdfast::views {

using models::CsvExport;

ExportBar::ExportBar(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_model(workspace.api)
    , m_text(makeLabel({}))
    , m_cancel(new QPushButton(tr("Cancel")))
{
    auto* progress = new QProgressBar;
    progress->setRange(0, 0);
    progress->setTextVisible(false);
    progress->setFixedWidth(120);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::l, 0, metrics::l, metrics::s);
    row->setSpacing(metrics::m);
    row->addWidget(progress);
    row->addWidget(m_text, 1);
    row->addWidget(m_cancel);
    m_cancel->setAccessibleName(tr("Cancel the export"));
    connect(m_cancel, &QPushButton::clicked, &m_model, &CsvExport::cancel);
    connect(&m_model, &CsvExport::stateChanged, this, &ExportBar::showState);
    connect(&m_model, &CsvExport::progressed, this, [this](qint64 received) {
        m_text->setText(
            tr("Exporting to %1: %2")
                .arg(QFileInfo(m_model.path()).fileName(), QLocale().formattedDataSize(received)));
    });
    hide();
}

void ExportBar::start(const QString& reportTemplate, const client::ListQuery& query, const QString& path)
{
    m_model.start(reportTemplate, query, path);
}

void ExportBar::showState()
{
    setVisible(m_model.state() == CsvExport::State::Running);
    const QString file = QFileInfo(m_model.path()).fileName();
    switch (m_model.state()) {
    case CsvExport::State::Running:
        m_text->setText(tr("Exporting to %1…").arg(file));
        break;
    case CsvExport::State::Finished:
        Q_EMIT message(Tone::Success, tr("Exported to %1.").arg(file));
        break;
    case CsvExport::State::Failed:
        Q_EMIT message(Tone::Danger, models::words::problem(m_model.error()));
        break;
    case CsvExport::State::Cancelled:
        Q_EMIT message(Tone::Neutral, tr("The export is cancelled; nothing was written."));
        break;
    case CsvExport::State::Idle:
        break;
    }
}

} // namespace holdfast::views
