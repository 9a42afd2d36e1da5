// SPDX-License-Identifier: Apache-2.0
#include "views/readiness/readiness_page.h"

#include "models/session.h"
#include "models/words_offline.h"
#include "views/activity/export_bar.h"
#include "views/readiness/days_delegate.h"
#include "views/readiness/figures_line.h"
#include "views/readiness/readiness_bar.h"
#include "views/theme/metrics.h"
#include "views/widgets/filter_line.h"
#include "views/widgets/page_header.h"
#include "views/widgets/table_pane.h"
#include "views/widgets/table_setup.h"
#include "views/widgets/tones.h"

#include <QComboBox>
#include <QFileDialog>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::OfflineSetState;
using contract::Permission;
using models::OfflineSetsModel;

ReadinessPage::ReadinessPage(const Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_model(workspace.api, workspace.clock)
    , m_readiness(workspace.api)
    , m_figures(new FiguresLine(m_readiness))
    , m_export(new ExportBar(workspace))
    , m_state(new QComboBox)
{
    m_pane = new TablePane(
        m_model,
        {.settingsKey = QStringLiteral("readiness"),
         .accessibleName = tr("Readiness"),
         .filterHint = tr("Filter by person, workstation or serial"),
         .loading = tr("Loading the board…"),
         .icon = QStringLiteral("readiness"),
         .emptyTitle = tr("Nobody holds offline data yet"),
         .emptyText =
             tr("They come with the first logon at an enrolled workstation, where the offline policy "
                "allows it."),
         .emptyButton = workspace.session.may(Permission::ViewWorkstations) ? tr("Workstations") : QString(),
         .emptyAction = [this] { Q_EMIT linkActivated({QStringLiteral("workstations")}); },
         .noMatchTitle = tr("No offline data match"),
         .sortColumn = OfflineSetsModel::Days});
    m_pane->setStatusColumn(OfflineSetsModel::State, [](const QModelIndex& index) {
        const QVariant state = index.data(OfflineSetsModel::StateRole);
        const QString reason = index.data(OfflineSetsModel::ReasonRole).toString();
        return state.isValid() ? statusOf(static_cast<OfflineSetState>(state.toInt()), reason) : Status {};
    });
    m_pane->setColumns({176, 94, 180, 146, 146, 136, 140, 126, 126, 132, 170}, OfflineSetsModel::Person,
                       {OfflineSetsModel::Token, OfflineSetsModel::Domain});
    m_pane->table()->setItemDelegateForColumn(OfflineSetsModel::Days, new DaysDelegate(m_pane->table()));
    m_pane->table()->setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEndColumns(m_pane->table(), {OfflineSetsModel::LastContact, OfflineSetsModel::Issued});
    m_state->setAccessibleName(tr("State"));
    m_state->addItem(tr("Any state"));
    for (const auto& [state, wireName] : contract::EnumNames<OfflineSetState>::names) {
        m_state->addItem(models::words::of(state), QString::fromLatin1(wireName));
    }
    m_pane->filterLine()->addWidget(m_state);
    m_bar = new ReadinessBar(workspace, m_pane, m_model);

    auto* header = new PageHeader(tr("Readiness"));
    if (workspace.session.may(Permission::RunReports)) {
        QPushButton* save = header->addAction(tr("Ex&port as CSV"), QStringLiteral("export"));
        connect(save, &QPushButton::clicked, this, &ReadinessPage::exportCsv);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    auto* figures = new QVBoxLayout;
    figures->setContentsMargins(metrics::l, 0, metrics::l, metrics::m);
    figures->addWidget(m_figures);
    column->addLayout(figures);
    column->addWidget(m_export);
    column->addWidget(m_pane, 1);
    column->addWidget(m_bar);

    connect(m_figures, &FiguresLine::chosen, this, &ReadinessPage::showJust);
    connect(m_figures, &FiguresLine::cleared, m_pane, &TablePane::clearFilter);
    connect(m_pane, &TablePane::clearRequested, this, [this] {
        m_state->setCurrentIndex(0);
        m_figures->setShown({}, {});
    });
    connect(m_state, &QComboBox::currentIndexChanged, this,
            [this] { m_model.setRestriction(QStringLiteral("state"), m_state->currentData().toString()); });
    connect(m_pane, &TablePane::activated, this, &ReadinessPage::openPerson);
    connect(m_export, &ExportBar::message, this, &ReadinessPage::message);
    connect(m_bar, &ReadinessBar::message, this, &ReadinessPage::message);
    connect(m_bar, &ReadinessBar::changed, this, &ReadinessPage::refresh);
}

void ReadinessPage::opened()
{
    m_pane->load();
    m_readiness.refresh();
    m_pane->table()->setFocus();
}

void ReadinessPage::focusFilter()
{
    m_pane->focusFilter();
}

void ReadinessPage::refresh()
{
    m_model.refresh();
    m_readiness.refresh();
}

void ReadinessPage::follow(const Link& link)
{
    if (link.restriction.isEmpty()) {
        return;
    }
    m_pane->clearFilter();
    m_figures->setShown(link.restriction, link.value);
    if (link.restriction == QLatin1String("state")) {
        m_state->setCurrentIndex(std::max(0, m_state->findData(link.value)));
        return;
    }
    m_model.setRestriction(link.restriction, link.value);
    m_pane->filterLine()->setTag(link.words);
}

void ReadinessPage::showJust(const models::ReadinessFigure& figure)
{
    if (figure.page != QLatin1String("readiness")) {
        const auto& [name, value] = figure.restrictions.first();
        Q_EMIT linkActivated({figure.page, {}, name, value, {}, figure.tag});
        return;
    }
    const auto& [name, value] = figure.restrictions.first();
    follow({figure.page, {}, name, value, {}, figure.tag});
    m_pane->table()->setFocus();
}

void ReadinessPage::openPerson()
{
    const QString id = m_pane->table()->currentIndex().data(OfflineSetsModel::UserIdRole).toString();
    if (!id.isEmpty()) {
        Q_EMIT linkActivated({QStringLiteral("users"), id});
    }
}

void ReadinessPage::exportCsv()
{
    auto* dialog = new QFileDialog(this, tr("Export the board"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                   tr("Tables (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("readiness.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &ReadinessPage::exportTo);
    dialog->open();
}

void ReadinessPage::exportTo(const QString& path)
{
    m_export->start(QStringLiteral("offline-days-left"), m_model.exportQuery(), path);
}

} // namespace holdfast::views
