// SPDX-License-Identifier: Apache-2.0
#include "views/reports/report_jobs_tab.h"

#include "models/report_words.h"
#include "models/session.h"
#include "models/words.h"
#include "services/client/api_client.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/widgets/dialog.h"
#include "views/widgets/filter_line.h"
#include "views/widgets/table_pane.h"
#include "views/widgets/table_setup.h"
#include "views/widgets/tones.h"

#include <QFileDialog>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::ReportJob;
using contract::ReportJobState;
using models::ReportJobsModel;

namespace {

Status statusOf(ReportJobState state)
{
    static const QHash<ReportJobState, QString> icons {{ReportJobState::Waiting, QStringLiteral("clock")},
                                                       {ReportJobState::Running, QStringLiteral("play")},
                                                       {ReportJobState::Finished, QStringLiteral("success")},
                                                       {ReportJobState::Failed, QStringLiteral("failure")}};
    return {toneFrom(models::words::toneOf(state)), icons.value(state), models::words::of(state)};
}

QString suffixOf(contract::ReportFormat format)
{
    return contract::enumName(format); // csv, jsonl, html: both the wire's name and a file's end
}

} // namespace

ReportJobsTab::ReportJobsTab(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(workspace.api, workspace.clock)
    , m_pane(
          new TablePane(m_model,
                        {.settingsKey = QStringLiteral("report-jobs"),
                         .accessibleName = tr("Runs of reports"),
                         .filterHint = {},
                         .loading = tr("Loading runs…"),
                         .icon = QStringLiteral("report"),
                         .emptyTitle = tr("No report has run yet"),
                         .emptyText = tr("Save a report, then run it or give it a schedule: its results are "
                                         "kept here for a while."),
                         .emptyButton = {},
                         .emptyAction = {},
                         .noMatchTitle = tr("No run matches")}))
    , m_save(new QPushButton(icon(QStringLiteral("export")), tr("Save result…")))
    , m_remove(new QPushButton(icon(QStringLiteral("delete")), tr("Remove…")))
{
    m_pane->setColumns({320, 130, 100, 100, 160, 140}, ReportJobsModel::Name);
    setEndColumns(m_pane->table(), {ReportJobsModel::Rows, ReportJobsModel::Size});
    m_pane->setStatusColumn(ReportJobsModel::State, [](const QModelIndex& index) {
        const QVariant state = index.data(ReportJobsModel::StateRole);
        const QString words = index.data().toString();
        Status status = state.isValid() ? statusOf(static_cast<ReportJobState>(state.toInt())) : Status {};
        status.text = words.isEmpty() ? status.text : words;
        return status;
    });
    m_pane->filterLine()->addWidget(m_save);
    m_pane->filterLine()->addWidget(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, metrics::m, 0, 0);
    column->addWidget(m_pane);
    connect(m_save, &QPushButton::clicked, this, &ReportJobsTab::askForFile);
    connect(m_remove, &QPushButton::clicked, this, &ReportJobsTab::removeCurrent);
    connect(m_pane, &TablePane::activated, this, &ReportJobsTab::askForFile);
    connect(m_pane, &TablePane::currentChanged, this, &ReportJobsTab::showButtons);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ReportJobsTab::showButtons);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ReportJobsTab::showButtons);
    showButtons();
}

void ReportJobsTab::opened()
{
    m_pane->load();
    m_model.setWatched(true);
    m_pane->table()->setFocus();
}

void ReportJobsTab::closed()
{
    m_model.setWatched(false);
}

const ReportJob* ReportJobsTab::current() const
{
    return m_model.item(m_pane->table()->currentIndex());
}

void ReportJobsTab::showButtons()
{
    const ReportJob* job = current();
    m_save->setEnabled(job && job->available);
    m_remove->setEnabled(job != nullptr);
    m_remove->setText(job && job->state != ReportJobState::Finished && job->state != ReportJobState::Failed
                          ? tr("Stop…")
                          : tr("Remove…"));
}

void ReportJobsTab::askForFile()
{
    const ReportJob* job = current();
    if (!job || !job->available) {
        return;
    }
    auto* dialog = new QFileDialog(this, tr("Save result"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffixOf(job->format));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(QStringLiteral("%1-%2.%3").arg(job->report, job->id, suffixOf(job->format)));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, id = job->id](const QString& path) { Q_EMIT resultWanted(id, path); });
    dialog->open();
}

void ReportJobsTab::removeCurrent()
{
    const ReportJob* job = current();
    if (!job) {
        return;
    }
    const bool ended = job->state == ReportJobState::Finished || job->state == ReportJobState::Failed;
    confirm(this, ended ? tr("Remove this run of “%1”?").arg(job->name) : tr("Stop “%1”?").arg(job->name),
            ended ? tr("Its result is removed with it.") : tr("What it has written so far is removed."),
            ended ? tr("Remove run") : tr("Stop run"), [this, id = job->id] {
                client::consume(m_workspace.api.deleteReportJob(id), this,
                                [this](const contract::Result<client::Nothing>& answer) {
                                    if (!answer) {
                                        Q_EMIT message(Tone::Danger, models::words::problem(answer.error()));
                                    }
                                    m_model.refresh();
                                });
            });
}

} // namespace holdfast::views
