// SPDX-License-Identifier: Apache-2.0
#include "views/reports/reports_page.h"

#include "models/report_words.h"
#include "models/session.h"
#include "models/words.h"
#include "views/reports/report_editor.h"
#include "views/reports/report_export_bar.h"
#include "views/reports/report_jobs_tab.h"
#include "views/reports/save_report_dialog.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/widgets/dialog.h"
#include "views/widgets/labels.h"
#include "views/widgets/page_header.h"
#include "views/widgets/state_view.h"
#include "views/widgets/table_setup.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTabBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace holdfast::views {

using models::ReportCatalog;

namespace {

const auto splitterKey = QStringLiteral("reports/splitter");

enum Role
{
    TemplateRole = Qt::UserRole + 1,
    SavedRole
};

struct File
{
    QString suffix;
    QString filter;
};

File fileOf(ReportEditor::Format format)
{
    switch (format) {
    case ReportEditor::Csv:
        return {QStringLiteral("csv"), ReportsPage::tr("CSV files (*.csv)")};
    case ReportEditor::JsonLines:
        return {QStringLiteral("jsonl"), ReportsPage::tr("JSON lines (*.jsonl)")};
    case ReportEditor::Html:
        return {QStringLiteral("html"), ReportsPage::tr("HTML files (*.html)")};
    case ReportEditor::Pdf:
        return {QStringLiteral("pdf"), ReportsPage::tr("PDF files (*.pdf)")};
    }
    return {};
}

} // namespace

ReportsPage::ReportsPage(const Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_catalog(workspace.api)
    , m_tabs(new QTabBar)
    , m_stack(new QStackedWidget)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_list(new QTreeWidget)
    , m_editor(new ReportEditor(workspace))
    , m_export(new ReportExportBar(workspace))
    , m_runs(new ReportJobsTab(workspace))
{
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->addTab(tr("Reports"));
    m_tabs->addTab(tr("Runs"));
    m_stack->addWidget(buildReports());
    m_stack->addWidget(m_runs);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new PageHeader(tr("Reports")));
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(metrics::xs, 0, 0, 0);
    tabRow->addWidget(m_tabs);
    tabRow->addStretch();
    column->addLayout(tabRow);
    column->addWidget(makeLine());
    column->addWidget(m_export);
    column->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        opened();
    });
    connect(&m_catalog, &ReportCatalog::changed, this, &ReportsPage::showCatalog);
    connect(&m_catalog, &ReportCatalog::failed, this, [this](const contract::Error& error) {
        Q_EMIT message(Tone::Danger, models::words::problem(error));
    });
    connect(&m_catalog, &ReportCatalog::started, this, [this](const QString& name) {
        Q_EMIT message(Tone::Success, tr("“%1” runs now; its result will be under “Runs”.").arg(name));
        m_runs->refresh();
    });
    connect(&m_catalog, &ReportCatalog::removed, this,
            [this](const QString& name) { Q_EMIT message(Tone::Success, tr("“%1” is deleted.").arg(name)); });
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ReportsPage::showChosen);
    connect(m_editor, &ReportEditor::fileWanted, this, &ReportsPage::askForFile);
    connect(m_editor, &ReportEditor::saveWanted, this, &ReportsPage::saveReport);
    connect(m_editor, &ReportEditor::runWanted, &m_catalog, &ReportCatalog::run);
    connect(m_editor, &ReportEditor::deleteWanted, this, &ReportsPage::deleteSaved);
    connect(m_export, &ReportExportBar::message, this, &Page::message);
    connect(m_runs, &ReportJobsTab::message, this, &Page::message);
    connect(m_runs, &ReportJobsTab::resultWanted, m_export, &ReportExportBar::startResult);
    showCatalog();
}

ReportsPage::~ReportsPage()
{
    QSettings().setValue(splitterKey, m_splitter->saveState());
}

QWidget* ReportsPage::buildReports()
{
    m_list->setColumnCount(1);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(metrics::m);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemsExpandable(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Reports"));
    m_list->setMinimumWidth(220);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_editor);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({250, 850});
    m_splitter->restoreState(QSettings().value(splitterKey).toByteArray());
    m_states = new StateView(m_splitter);
    return m_states;
}

void ReportsPage::opened()
{
    if (m_stack->currentWidget() == m_runs) {
        m_runs->opened();
        return;
    }
    m_runs->closed();
    m_catalog.load();
    m_list->setFocus();
}

void ReportsPage::closed()
{
    m_runs->closed();
}

void ReportsPage::refresh()
{
    if (m_stack->currentWidget() == m_runs) {
        m_runs->refresh();
        return;
    }
    m_catalog.load();
    m_editor->refreshPreview();
}

void ReportsPage::focusFilter()
{
    m_list->setFocus();
}

void ReportsPage::follow(const Link& link)
{
    if (!link.action.isEmpty()) {
        showTab(link.action);
    }
    if (!link.item.isEmpty()) {
        showTab(QStringLiteral("reports"));
        choose(link.item);
    }
}

void ReportsPage::showTab(const QString& id)
{
    m_tabs->setCurrentIndex(id == QLatin1String("runs") ? 1 : 0);
}

bool ReportsPage::holdsWork()
{
    return m_export->isRunning();
}

void ReportsPage::showCatalog()
{
    switch (m_catalog.state()) {
    case ReportCatalog::State::Loading:
        m_states->showLoading(tr("Loading reports…"));
        break;
    case ReportCatalog::State::Failed:
        m_states->showWords({QStringLiteral("offline"), tr("The reports could not be loaded"),
                             models::words::problem(m_catalog.error()), tr("Retry"), [this] {
                                 m_catalog.load();
                             }});
        break;
    case ReportCatalog::State::Ready:
        m_states->showContent();
        fillList();
        break;
    }
}

QTreeWidgetItem* ReportsPage::addGroup(const QString& title)
{
    auto* group = new QTreeWidgetItem(m_list, {title});
    group->setFlags(Qt::ItemIsEnabled);
    group->setFont(0, typeFont(Type::Strong, m_list->font()));
    return group;
}

// Saved ones first; what was chosen stays chosen, and what is being put together is not touched by it.
void ReportsPage::fillList()
{
    const QTreeWidgetItem* current = m_list->currentItem();
    const QString report = !m_wantedReport.isEmpty() ? std::exchange(m_wantedReport, {})
        : current                                    ? current->data(0, TemplateRole).toString()
                                                     : QString();
    const QString saved = !m_wantedSaved.isEmpty() ? std::exchange(m_wantedSaved, {})
        : current                                  ? current->data(0, SavedRole).toString()
                                                   : QString();
    const bool same =
        current != nullptr && report == m_editor->draft().report().id && saved == m_editor->savedId();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    QTreeWidgetItem* chosen = nullptr;
    QTreeWidgetItem* first = nullptr;
    const auto add = [&](QTreeWidgetItem* group, const QString& text, const QString& iconName,
                         const QString& tip, const QString& reportId, const QString& savedId) {
        auto* item = new QTreeWidgetItem(group, {text});
        if (!iconName.isEmpty()) {
            item->setIcon(0, icon(iconName));
        }
        item->setToolTip(0, tip);
        item->setData(0, TemplateRole, reportId);
        item->setData(0, SavedRole, savedId);
        first = first ? first : item;
        if (reportId == report && savedId == saved) {
            chosen = item;
        }
    };
    if (!m_catalog.saved().empty()) {
        QTreeWidgetItem* group = addGroup(tr("Saved"));
        for (const contract::SavedReport& one : m_catalog.saved()) {
            const QString schedule = models::words::reportSchedule(one);
            add(group, one.name, schedule.isEmpty() ? QStringLiteral("file") : QStringLiteral("clock"),
                schedule.isEmpty() ? models::words::reportTitle(one.report) : schedule, one.report, one.id);
        }
    }
    for (const auto& subject : contract::EnumNames<contract::ReportSubject>::names) {
        QTreeWidgetItem* group = nullptr;
        for (const contract::ReportTemplate& one : m_catalog.templates()) {
            if (one.subject == subject.first) {
                group = group ? group : addGroup(models::words::of(subject.first));
                add(group, models::words::reportTitle(one), {}, models::words::reportDescription(one), one.id,
                    {});
            }
        }
    }
    m_list->expandAll();
    m_list->setCurrentItem(chosen ? chosen : first);
    if (!same || !chosen) {
        showChosen();
    }
}

void ReportsPage::choose(const QString& report, const QString& savedId)
{
    m_wantedReport = report;
    m_wantedSaved = savedId;
    if (m_catalog.state() == ReportCatalog::State::Ready) {
        m_list->setCurrentItem(nullptr);
        fillList();
    }
}

void ReportsPage::showChosen()
{
    const QTreeWidgetItem* item = m_list->currentItem();
    if (!item) {
        return;
    }
    const contract::ReportTemplate* report = m_catalog.find(item->data(0, TemplateRole).toString());
    const contract::SavedReport* saved = m_catalog.findSaved(item->data(0, SavedRole).toString());
    if (report && saved) {
        m_editor->showSaved(*report, *saved);
    } else if (report) {
        m_editor->showTemplate(*report);
    }
}

QString ReportsPage::suggestedName() const
{
    const contract::SavedReport* saved = m_catalog.findSaved(m_editor->savedId());
    QString name = saved ? saved->name : models::words::reportTitle(m_editor->draft().report());
    for (QChar& c : name) {
        c = c == QLatin1Char('/') || c == QLatin1Char('\\') ? QLatin1Char('-') : c;
    }
    return name;
}

void ReportsPage::askForFile()
{
    const File file = fileOf(m_editor->format());
    auto* dialog = new QFileDialog(this, tr("Save report as file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(file.suffix);
    dialog->setNameFilter(file.filter);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(suggestedName() + QLatin1Char('.') + file.suffix);
    connect(dialog, &QFileDialog::fileSelected, this, &ReportsPage::saveFile);
    dialog->open();
}

void ReportsPage::saveFile(const QString& path)
{
    if (m_editor->format() == ReportEditor::Pdf) {
        m_export->startPdf(m_editor->draft(), suggestedName(), path);
    } else {
        m_export->start(m_editor->draft(), static_cast<contract::ReportFormat>(m_editor->format()), path);
    }
}

void ReportsPage::saveReport()
{
    contract::SavedReportEdit edit = m_editor->draft().toSave();
    if (m_editor->format() != ReportEditor::Pdf) {
        edit.format = static_cast<contract::ReportFormat>(m_editor->format());
    }
    const contract::SavedReport* before = m_catalog.findSaved(m_editor->savedId());
    auto* dialog = new SaveReportDialog(m_workspace, edit, before ? std::optional(*before) : std::nullopt,
                                        m_catalog.mail(), this);
    connect(dialog, &SaveReportDialog::saved, this, [this](const contract::SavedReport& saved) {
        Q_EMIT message(Tone::Success, tr("“%1” is saved.").arg(saved.name));
        m_wantedReport = saved.report;
        m_wantedSaved = saved.id;
        m_list->setCurrentItem(nullptr);
        m_catalog.load();
    });
    dialog->open();
}

void ReportsPage::deleteSaved(const QString& savedId)
{
    const contract::SavedReport* saved = m_catalog.findSaved(savedId);
    if (!saved) {
        return;
    }
    confirm(this, tr("Delete the saved report “%1”?").arg(saved->name),
            tr("It runs no more. Results that are there stay under “Runs” for their time."),
            tr("Delete report"), [this, savedId] { m_catalog.remove(savedId); });
}

} // namespace holdfast::views
