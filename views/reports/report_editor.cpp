// SPDX-License-Identifier: Apache-2.0
#include "views/reports/report_editor.h"

#include "models/report_words.h"
#include "models/window_model.h"
#include "models/words.h"
#include "views/reports/report_filters.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/fitted_scroll.h"
#include "views/widgets/labels.h"
#include "views/widgets/state_view.h"
#include "views/widgets/table_delegate.h"
#include "views/widgets/table_setup.h"

#include <QComboBox>
#include <QHeaderView>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace holdfast::views {

using models::ReportPreviewModel;

namespace {

constexpr int columnsWidth = 220;
constexpr int mostColumnWidth = 260;

QVBoxLayout* plainColumn(QWidget* widget)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    return column;
}

} // namespace

ReportEditor::ReportEditor(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_preview(workspace.api)
    , m_title(makeLabel({}, Type::Title))
    , m_explanation(makeParagraph({}, Ink::Secondary))
    , m_filters(new ReportFilters(workspace, m_draft))
    , m_filterPlace(new FittedScroll(m_filters))
    , m_columns(new QListView)
    , m_up(new QPushButton(icon(QStringLiteral("chevron-up")), {}))
    , m_down(new QPushButton(icon(QStringLiteral("chevron-down")), {}))
    , m_table(new QTableView)
    , m_states(new StateView(m_table))
    , m_previewNote(makeLabel({}, Type::Caption, Ink::Secondary))
    , m_format(new QComboBox)
    , m_file(new QPushButton(tr("Save as file…")))
    , m_save(new QPushButton(tr("Save report…")))
    , m_run(new QPushButton(icon(QStringLiteral("play")), tr("Run now")))
    , m_delete(new QPushButton(icon(QStringLiteral("delete")), tr("Delete…")))
{
    auto* head = new QHBoxLayout;
    head->setSpacing(metrics::s);
    head->addWidget(m_title, 1);
    head->addWidget(m_run);
    head->addWidget(m_delete);
    auto* shape = new QHBoxLayout;
    shape->setSpacing(metrics::l);
    m_filterPlace->setAccessibleName(tr("What restricts the report"));
    auto* left = new QVBoxLayout;
    left->setSpacing(metrics::m);
    left->addWidget(m_filterPlace);
    left->addWidget(buildPreview(), 1);
    shape->addLayout(left, 1);
    shape->addWidget(buildColumns());
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(metrics::l, metrics::m, metrics::l, metrics::m);
    all->setSpacing(metrics::m);
    all->addLayout(head);
    all->addWidget(m_explanation);
    all->addLayout(shape, 1);
    all->addWidget(makeLine());
    all->addWidget(buildBottom());

    constexpr std::chrono::milliseconds untilAsked {250};
    m_delay.setSingleShot(true);
    m_delay.setInterval(untilAsked);
    connect(&m_delay, &QTimer::timeout, this, &ReportEditor::refreshPreview);
    connect(&m_draft, &models::ReportDraft::changed, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_preview, &ReportPreviewModel::stateChanged, this, &ReportEditor::showPreview);
    connect(m_file, &QPushButton::clicked, this, &ReportEditor::fileWanted);
    connect(m_save, &QPushButton::clicked, this, &ReportEditor::saveWanted);
    connect(m_run, &QPushButton::clicked, this, [this] { Q_EMIT runWanted(m_savedId); });
    connect(m_delete, &QPushButton::clicked, this, [this] { Q_EMIT deleteWanted(m_savedId); });
}

QWidget* ReportEditor::buildColumns()
{
    auto* holder = new QWidget;
    holder->setFixedWidth(columnsWidth);
    QVBoxLayout* column = plainColumn(holder);
    auto* head = new QHBoxLayout;
    head->setSpacing(metrics::xs);
    QLabel* label = makeLabel(tr("&Columns"), Type::Strong);
    label->setBuddy(m_columns);
    head->addWidget(label, 1);
    for (QPushButton* button : {m_up, m_down}) {
        setButtonRole(button, ButtonRole::Quiet);
        head->addWidget(button);
    }
    m_up->setAccessibleName(tr("Move the column to the front"));
    m_down->setAccessibleName(tr("Move the column to the back"));
    m_up->setToolTip(m_up->accessibleName());
    m_down->setToolTip(m_down->accessibleName());
    m_columns->setModel(&m_draft);
    m_columns->setAccessibleName(tr("Columns"));
    column->addLayout(head);
    column->addWidget(m_columns, 1);
    connect(m_up, &QPushButton::clicked, this, [this] { moveColumn(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveColumn(1); });
    connect(m_columns->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ReportEditor::showMovable);
    showMovable();
    return holder;
}

QWidget* ReportEditor::buildPreview()
{
    auto* holder = new QWidget;
    QVBoxLayout* column = plainColumn(holder);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("First rows"), Type::Strong));
    head->addStretch();
    head->addWidget(m_previewNote);
    m_table->setModel(&m_preview);
    setUpTable(m_table);
    m_table->setItemDelegate(new TableDelegate(
        {.tone = models::ToneRole, .numeric = models::NumericRole, .monospace = models::MonospaceRole},
        m_table));
    m_table->setSortingEnabled(false);
    m_table->setAccessibleName(tr("First rows of the report"));
    column->addLayout(head);
    column->addWidget(m_states, 1);
    return holder;
}

QWidget* ReportEditor::buildBottom()
{
    auto* holder = new QWidget;
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::s);
    m_format->setAccessibleName(tr("Format of the file"));
    m_format->addItem(models::words::of(contract::ReportFormat::Csv), Csv);
    m_format->addItem(models::words::of(contract::ReportFormat::JsonLines), JsonLines);
    m_format->addItem(models::words::of(contract::ReportFormat::Html), Html);
    m_format->addItem(tr("PDF (paper)"), Pdf);
    setButtonRole(m_file, ButtonRole::Primary);
    row->addWidget(m_save);
    row->addStretch();
    row->addWidget(m_format);
    row->addWidget(m_file);
    return holder;
}

void ReportEditor::begin(const QString& title, const QString& explanation, const QString& savedId)
{
    m_savedId = savedId;
    m_title->setText(title);
    m_explanation->setText(explanation);
    m_run->setVisible(!savedId.isEmpty());
    m_delete->setVisible(!savedId.isEmpty());
    m_save->setText(savedId.isEmpty() ? tr("Save report…") : tr("Save changes…"));
    m_filters->showDraft();
    m_filterPlace->setVisible(!m_filters->isHidden());
    m_preview.clear();
    refreshPreview();
}

void ReportEditor::showTemplate(const contract::ReportTemplate& report)
{
    m_draft.begin(report);
    begin(models::words::reportTitle(report), models::words::reportDescription(report), {});
}

void ReportEditor::showSaved(const contract::ReportTemplate& report, const contract::SavedReport& saved)
{
    m_draft.begin(report, saved);
    setFormat(static_cast<Format>(saved.format));
    const QString schedule = models::words::reportSchedule(saved);
    begin(saved.name,
          schedule.isEmpty() ? models::words::reportTitle(report)
                             : tr("%1. %2 (time zone of the service: %3).")
                                   .arg(models::words::reportTitle(report), schedule, saved.timeZone),
          saved.id);
}

void ReportEditor::refreshPreview()
{
    m_delay.stop();
    if (!m_draft.report().id.isEmpty()) {
        m_preview.load(m_draft.report().id, m_draft.chosenColumns(), m_draft.query());
    }
}

ReportEditor::Format ReportEditor::format() const
{
    return static_cast<Format>(m_format->currentData().toInt());
}

void ReportEditor::setFormat(Format format)
{
    m_format->setCurrentIndex(m_format->findData(format));
}

void ReportEditor::moveColumn(int by)
{
    const int row = m_draft.move(m_columns->currentIndex().row(), by);
    m_columns->setCurrentIndex(m_draft.index(row));
    showMovable();
}

void ReportEditor::showMovable()
{
    const int row = m_columns->currentIndex().row();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row < m_draft.rowCount() - 1);
}

void ReportEditor::showPreview()
{
    m_previewNote->clear();
    switch (m_preview.state()) {
    case ReportPreviewModel::State::Idle:
    case ReportPreviewModel::State::Loading:
        if (m_preview.rowCount() == 0) {
            m_states->showLoading(tr("Loading…"));
        }
        break;
    case ReportPreviewModel::State::Ready: {
        m_states->showContent();
        m_table->resizeColumnsToContents();
        QList<int> figures;
        for (int column = 0; column < m_preview.columnCount(); ++column) {
            m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), mostColumnWidth));
            if (m_preview.index(0, column).data(models::NumericRole).toBool()) {
                figures << column;
            }
        }
        setEndColumns(m_table, figures);
        m_previewNote->setText(m_preview.rowCount() < ReportPreviewModel::mostRows
                                   ? tr("All %n rows, as of now", nullptr, m_preview.rowCount())
                                   : tr("The first %n, as of now", nullptr, m_preview.rowCount()));
        break;
    }
    case ReportPreviewModel::State::Empty:
        m_states->showWords({QStringLiteral("report"),
                             tr("Nothing to report"),
                             m_draft.hasFilters() ? tr("Nothing matches what restricts the report.")
                                                  : tr("There is nothing of this kind now."),
                             {},
                             {}});
        break;
    case ReportPreviewModel::State::Failed:
        m_states->showWords({QStringLiteral("offline"), tr("The first rows could not be read"),
                             m_preview.error().fields.isEmpty()
                                 ? models::words::problem(m_preview.error())
                                 : models::words::fieldProblem(m_preview.error().fields.constFirst()),
                             tr("Retry"), [this] {
                                 refreshPreview();
                             }});
        break;
    }
}

} // namespace holdfast::views
