// SPDX-License-Identifier: Apache-2.0
#include "views/bulk/jobs_tab.h"

#include "models/session.h"
#include "views/bulk/bulk_dialog.h"
#include "views/bulk/bulk_settings_dialog.h"
#include "views/theme/icons.h"
#include "views/widgets/filter_line.h"
#include "views/widgets/table_pane.h"
#include "views/widgets/tones.h"

#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::BulkJobState;
using models::BulkJobsModel;

namespace {

constexpr std::chrono::seconds watchEvery {3};
constexpr int watchedRows = 20; // what runs is among the latest

} // namespace

JobsTab::JobsTab(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(workspace.api, workspace.clock)
    , m_pane(new TablePane(
          m_model,
          {.settingsKey = QStringLiteral("bulk-jobs"),
           .accessibleName = tr("Jobs"),
           .filterHint = tr("Filter by who made them"),
           .loading = tr("Loading jobs…"),
           .icon = QStringLiteral("jobs"),
           .emptyTitle = tr("No jobs yet"),
           .emptyText = tr("Choose several users or tokens in their list, and what to do to all of them."),
           .emptyButton = {},
           .emptyAction = {},
           .noMatchTitle = tr("No job matches")}))
    , m_open(new QPushButton(icon(QStringLiteral("eye")), tr("Open…")))
    , m_undo(new QPushButton(icon(QStringLiteral("back")), tr("Undo…")))
{
    m_pane->setStatusColumn(BulkJobsModel::Status, [](const QModelIndex& index) {
        const QVariant state = index.data(BulkJobsModel::StateRole);
        return state.isValid() ? statusOf(static_cast<BulkJobState>(state.toInt())) : Status {};
    });
    m_pane->setColumns({260, 140, 180, 150, 130, 140}, BulkJobsModel::What);
    m_pane->filterLine()->addWidget(m_open);
    m_pane->filterLine()->addWidget(m_undo);
    if (workspace.session.may(contract::Permission::EditSettings)) {
        auto* share = new QPushButton(icon(QStringLiteral("policy")), tr("Agreed share…"));
        m_pane->filterLine()->addWidget(share);
        connect(share, &QPushButton::clicked, this,
                [this] { (new BulkSettingsDialog(m_workspace, window()))->open(); });
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    connect(m_open, &QPushButton::clicked, this, [this] { open(false); });
    connect(m_undo, &QPushButton::clicked, this, [this] { open(true); });
    connect(m_pane, &TablePane::activated, this, [this] { open(false); });
    connect(m_pane, &TablePane::currentChanged, this, &JobsTab::showChosen);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &JobsTab::showChosen);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &JobsTab::showChosen);
    m_watch.setInterval(watchEvery);
    connect(&m_watch, &QTimer::timeout, this, &JobsTab::watch);
    showChosen();
}

void JobsTab::opened()
{
    m_pane->load();
    m_model.refresh(); // made elsewhere since
    m_pane->table()->setFocus();
}

void JobsTab::showEvent(QShowEvent* event)
{
    m_watch.start();
    QWidget::showEvent(event);
}

void JobsTab::hideEvent(QHideEvent* event)
{
    m_watch.stop();
    QWidget::hideEvent(event);
}

void JobsTab::watch()
{
    for (int row = 0; row < std::min(watchedRows, m_model.rowCount()); ++row) {
        const contract::BulkJob* job = m_model.item(row);
        if (job && (job->state == BulkJobState::Running || job->state == BulkJobState::Preparing)) {
            m_model.refresh();
            return;
        }
    }
}

void JobsTab::showChosen()
{
    const contract::BulkJob* job = m_model.item(m_pane->table()->currentIndex());
    m_open->setEnabled(job != nullptr);
    m_undo->setEnabled(job != nullptr && job->undoUntil.has_value());
    m_undo->setToolTip(job && !job->undoUntil
                           ? tr("A job that changed something can be undone for thirty days.")
                           : QString());
}

void JobsTab::open(bool undo)
{
    const contract::BulkJob* job = m_model.item(m_pane->table()->currentIndex());
    if (!job) {
        return;
    }
    auto* dialog = new BulkDialog(m_workspace, *job, undo, window());
    connect(dialog, &BulkDialog::changed, this, &JobsTab::refresh);
    connect(dialog, &BulkDialog::finished, this, &JobsTab::refresh);
    dialog->open();
}

} // namespace holdfast::views
