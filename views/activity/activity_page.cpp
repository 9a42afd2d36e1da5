// SPDX-License-Identifier: Apache-2.0
#include "views/activity/activity_page.h"

#include "models/session.h"
#include "views/activity/activity_filters.h"
#include "views/activity/export_bar.h"
#include "views/activity/save_view_dialog.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/widgets/filter_line.h"
#include "views/widgets/page_header.h"
#include "views/widgets/table_pane.h"
#include "views/widgets/tones.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::EventResult;
using models::EventsModel;

ActivityPage::ActivityPage(const Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_model(workspace.api, workspace.clock)
    , m_export(new ExportBar(workspace))
    , m_pause(new QPushButton)
    , m_viewsButton(new QPushButton(tr("Views")))
    , m_views(workspace.session.administrator().name)
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
        if (index.data(EventsModel::GapRole).toBool()) {
            return Status {Tone::Warning, QStringLiteral("offline"), index.data().toString()};
        }
        const QVariant result = index.data(EventsModel::ResultRole);
        return result.isValid() ? statusOf(static_cast<EventResult>(result.toInt())) : Status {};
    });
    m_pane->setColumns({130, 400, 130, 150, 130, 120, 150}, EventsModel::What,
                       {EventsModel::Token, EventsModel::Client, EventsModel::Person});
    m_filters = new ActivityFilters(workspace, m_model, m_pane->filterLine(), this);
    connect(m_pane, &TablePane::clearRequested, m_filters, &ActivityFilters::clear);

    auto* header = new PageHeader(tr("Activity"));
    m_pause->setMinimumWidth(96);
    m_viewsButton->setToolTip(tr("Choices and columns that you keep under a name"));
    m_viewsButton->setMenu(new QMenu(m_viewsButton));
    header->addWidget(m_viewsButton);
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
    showViews();
    showLive();
}

void ActivityPage::opened()
{
    m_pane->load();
    m_filters->load();
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
        m_filters->chooseResult(link.value);
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

void ActivityPage::showViews()
{
    QMenu* menu = m_viewsButton->menu();
    qDeleteAll(menu->findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    menu->clear();
    for (const SavedView& view : m_views.all()) {
        const QString name = view.name;
        QAction* action = menu->addAction(QString(name).replace(QLatin1Char('&'), QLatin1String("&&")));
        connect(action, &QAction::triggered, this, [this, name] { openView(name); });
    }
    if (!m_views.all().isEmpty()) {
        menu->addSeparator();
    }
    QAction* save = menu->addAction(icon(QStringLiteral("add")), tr("Save this view…"));
    connect(save, &QAction::triggered, this, &ActivityPage::saveView);
    if (m_views.all().isEmpty()) {
        return;
    }
    QMenu* remove = menu->addMenu(icon(QStringLiteral("delete")), tr("Delete a view"));
    for (const SavedView& view : m_views.all()) {
        const QString name = view.name;
        QAction* action = remove->addAction(QString(name).replace(QLatin1Char('&'), QLatin1String("&&")));
        // Later: the menu that is still open goes with this.
        connect(
            action, &QAction::triggered, this,
            [this, name] {
                m_views.remove(name);
                showViews();
                Q_EMIT message(Tone::Success, tr("The view “%1” is deleted.").arg(name));
            },
            Qt::QueuedConnection);
    }
}

void ActivityPage::openView(const QString& name)
{
    const SavedView* found = m_views.find(name);
    if (found == nullptr) {
        return;
    }
    const SavedView view = *found;
    m_pane->clearFilter();
    m_pane->table()->horizontalHeader()->restoreState(view.columns);
    m_openView = view.name;
    if (!m_filters->choose(view)) {
        Q_EMIT message(
            Tone::Warning,
            tr("The domain %1 of this view is not there any more; all domains are shown.").arg(view.domain));
    }
}

void ActivityPage::saveView()
{
    auto* dialog = new SaveViewDialog(m_views, m_openView, this);
    connect(dialog, &SaveViewDialog::named, this, [this](const QString& name) {
        SavedView view = m_filters->chosen();
        view.name = name;
        view.columns = m_pane->table()->horizontalHeader()->saveState();
        m_views.save(view);
        m_openView = name;
        showViews();
        Q_EMIT message(Tone::Success, tr("The view “%1” is saved.").arg(name));
    });
    dialog->open();
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
