// SPDX-License-Identifier: Apache-2.0
#include "views/activity/activity_page.h"

#include "models/session.h"
#include "models/words.h"
#include "views/activity/export_bar.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/widgets/filter_line.h"
#include "views/widgets/page_header.h"
#include "views/widgets/table_pane.h"
#include "views/widgets/tones.h"

#include <QComboBox>
#include <QFileDialog>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::EventLog;
using contract::EventResult;
using models::EventsModel;

namespace {

template <class E>
QComboBox* choiceOf(const QString& any, const QString& name)
{
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    box->addItem(any);
    for (const auto& [value, wireName] : contract::EnumNames<E>::names) {
        box->addItem(models::words::of(value), QString::fromLatin1(wireName));
    }
    return box;
}

} // namespace

ActivityPage::ActivityPage(const Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_model(workspace.api, workspace.clock)
    , m_export(new ExportBar(workspace))
    , m_log(choiceOf<EventLog>(tr("All logs"), tr("Log")))
    , m_result(choiceOf<EventResult>(tr("Any result"), tr("Result")))
    , m_time(new QComboBox)
    , m_pause(new QPushButton)
{
    m_pane = new TablePane(m_model,
                           {.settingsKey = QStringLiteral("activity"),
                            .accessibleName = tr("Activity"),
                            .filterHint = tr("Filter by person, serial or client"),
                            .loading = tr("Loading activity…"),
                            .icon = QStringLiteral("activity"),
                            .emptyTitle = tr("Nothing has happened yet"),
                            .emptyText = tr("Every sign-in and every change appears here at once."),
                            .emptyButton = {},
                            .emptyAction = {},
                            .noMatchTitle = tr("No event matches")});
    m_pane->setStatusColumn(EventsModel::Result, [](const QModelIndex& index) {
        const QVariant result = index.data(EventsModel::ResultRole);
        return result.isValid() ? statusOf(static_cast<EventResult>(result.toInt())) : Status {};
    });
    m_pane->setColumns({130, 400, 130, 150, 130, 120, 150}, EventsModel::What,
                       {EventsModel::Token, EventsModel::Client, EventsModel::Person});
    addFilters();

    auto* header = new PageHeader(tr("Activity"));
    m_pause->setMinimumWidth(96);
    header->addWidget(m_pause);
    if (workspace.session.may(contract::Permission::RunReports)) {
        QPushButton* save = header->addAction(tr("Export as CSV"), QStringLiteral("export"));
        connect(save, &QPushButton::clicked, this, &ActivityPage::exportCsv);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_export);
    column->addWidget(m_pane, 1);

    connect(m_pause, &QPushButton::clicked, this, [this] {
        m_model.setPaused(!m_model.isPaused());
        showLive();
    });
    connect(&m_model, &EventsModel::waitingChanged, this, &ActivityPage::showLive);
    connect(m_pane->table(), &QTableView::activated, this, &ActivityPage::openPerson);
    connect(m_export, &ExportBar::message, this, &ActivityPage::message);
    showLive();
}

void ActivityPage::addFilters()
{
    m_time->setAccessibleName(tr("Time"));
    m_time->addItem(tr("Any time"), 0);
    m_time->addItem(tr("Last hour"), 1);
    m_time->addItem(tr("Last 24 hours"), 24);
    m_time->addItem(tr("Last 7 days"), 7 * 24);
    m_time->addItem(tr("Last 30 days"), 30 * 24);
    for (QComboBox* box : {m_log, m_result, m_time}) {
        m_pane->filterLine()->addWidget(box);
    }
    connect(m_log, &QComboBox::currentIndexChanged, this,
            [this] { m_model.setRestriction(QStringLiteral("log"), m_log->currentData().toString()); });
    connect(m_result, &QComboBox::currentIndexChanged, this,
            [this] { m_model.setRestriction(QStringLiteral("result"), m_result->currentData().toString()); });
    connect(m_time, &QComboBox::currentIndexChanged, this, [this] {
        const int hours = m_time->currentData().toInt();
        m_model.setRestriction(
            QStringLiteral("from"),
            hours == 0 ? QString()
                       : contract::toRfc3339(m_workspace.clock.now() - std::chrono::hours(hours)));
    });
    connect(m_pane, &TablePane::clearRequested, this, [this] {
        for (QComboBox* box : {m_log, m_result, m_time}) {
            box->setCurrentIndex(0);
        }
    });
}

void ActivityPage::opened()
{
    m_pane->load();
    m_model.setLive(true);
    m_pane->table()->setFocus();
}

void ActivityPage::closed()
{
    m_model.setLive(false);
}

void ActivityPage::focusFilter()
{
    m_pane->focusFilter();
}

void ActivityPage::refresh()
{
    m_model.refresh();
}

void ActivityPage::follow(const Link& link)
{
    if (link.action == QLatin1String("export")) {
        exportCsv();
        return;
    }
    m_pane->clearFilter();
    if (link.restriction == QLatin1String("result")) {
        m_result->setCurrentIndex(std::max(0, m_result->findData(link.value)));
        m_log->setCurrentIndex(std::max(0, m_log->findData(QStringLiteral("authentication"))));
        m_time->setCurrentIndex(std::max(0, m_time->findData(24)));
    } else if (!link.restriction.isEmpty()) {
        m_model.setRestriction(link.restriction, link.value);
        m_pane->filterLine()->setTag(link.words);
    }
}

void ActivityPage::showLive()
{
    if (!m_model.isPaused()) {
        m_pause->setIcon(icon(QStringLiteral("pause")));
        m_pause->setText(tr("Pause"));
        m_pause->setToolTip(tr("Let new events wait while you read"));
        return;
    }
    m_pause->setIcon(icon(QStringLiteral("play")));
    m_pause->setText(m_model.waiting() > 0 ? tr("Show %n new", nullptr, m_model.waiting()) : tr("Resume"));
    m_pause->setToolTip(tr("Show new events as they come"));
}

bool ActivityPage::holdsWork()
{
    return m_export->model().state() == models::CsvExport::State::Running;
}

void ActivityPage::exportCsv()
{
    auto* dialog = new QFileDialog(this, tr("Export activity as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilter(tr("CSV files (*.csv)"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(tr("activity") + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_export->start(QStringLiteral("activity"), m_model.exportQuery(), path);
    });
    dialog->open();
}

void ActivityPage::openPerson(const QModelIndex& index)
{
    if (const QString userId = index.data(EventsModel::UserIdRole).toString(); !userId.isEmpty()) {
        Q_EMIT linkActivated({QStringLiteral("users"), userId});
    }
}

} // namespace holdfast::views
