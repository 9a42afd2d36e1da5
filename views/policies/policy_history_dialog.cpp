// SPDX-License-Identifier: Apache-2.0
#include "views/policies/policy_history_dialog.h"

#include "models/session.h"
#include "models/words.h"
#include "views/theme/metrics.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"
#include "views/widgets/state_view.h"
#include "views/widgets/table_delegate.h"
#include "views/widgets/table_setup.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>

namespace holdfast::views {

using models::PolicyHistoryModel;

namespace {

QString nameOf(const models::AnyPolicy& policy)
{
    return std::visit([](const auto& known) { return known.name; }, policy);
}

} // namespace

PolicyHistoryDialog::PolicyHistoryDialog(const Workspace& workspace, const models::AnyPolicy& policy,
                                         QWidget* parent)
    : Dialog(tr("History of “%1”").arg(nameOf(policy)), {}, parent)
    , m_workspace(workspace)
    , m_model(workspace.api, workspace.clock, policy)
    , m_table(new QTableView)
    , m_states(new StateView(m_table))
    , m_difference(new QWidget)
    , m_heading(makeLabel({}, Type::Strong))
    , m_scroll(new QScrollArea)
{
    setMinimumWidth(720);
    resize(760, 560);
    m_table->setModel(&m_model);
    setUpTable(m_table);
    m_table->setItemDelegate(new TableDelegate({}, m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Versions"));
    m_table->setMinimumHeight(180);
    m_table->setFrameShape(QFrame::StyledPanel);
    setColumnWidths(m_table, {84, 140, 150, 300}, PolicyHistoryModel::Summary);
    content()->addWidget(m_states, 3);

    m_heading->setWordWrap(true);
    auto* column = new QVBoxLayout(m_difference);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    column->addWidget(makeLine());
    column->addWidget(m_heading);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_scroll, 1);
    content()->addWidget(m_difference, 2);

    cancelButton()->setText(tr("Close"));
    setPrimary(tr("Restore this version"), [this] {
        setBusy(true);
        m_model.restore(m_table->currentIndex().row());
    });
    connect(&m_model, &PolicyHistoryModel::stateChanged, this, &PolicyHistoryDialog::showState);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PolicyHistoryDialog::showVersion);
    connect(&m_model, &PolicyHistoryModel::restored, this, [this](qint64 number) {
        setBusy(false);
        Q_EMIT restored(number);
        accept();
    });
    connect(&m_model, &PolicyHistoryModel::failed, this, [this](const contract::Error& error) {
        setBusy(false);
        showError(error);
        showVersion();
    });
    showState();
    m_model.load();
}

void PolicyHistoryDialog::showState()
{
    switch (m_model.state()) {
    case PolicyHistoryModel::State::Loading:
        m_states->showLoading(tr("Loading the versions…"));
        break;
    case PolicyHistoryModel::State::Failed:
        m_states->showWords({QStringLiteral("offline"), tr("The history could not be loaded"),
                             models::words::problem(m_model.error()), tr("Retry"), [this] {
                                 m_model.load();
                             }});
        break;
    case PolicyHistoryModel::State::Ready:
        m_states->showContent();
        if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0) {
            m_table->selectRow(0);
            m_table->setFocus();
        }
        break;
    case PolicyHistoryModel::State::Restoring:
        break;
    }
    showVersion();
}

void PolicyHistoryDialog::fill(QGridLayout* grid, const QList<models::PolicyChange>& changes) const
{
    grid->setContentsMargins(0, 0, metrics::m, 0);
    grid->setHorizontalSpacing(metrics::l);
    grid->setVerticalSpacing(metrics::xs);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(3, 2);
    int row = 0;
    for (const models::PolicyChange& change : changes) {
        grid->addWidget(makeParagraph(change.label, Ink::Secondary), row, 0, Qt::AlignTop);
        grid->addWidget(makeParagraph(change.before), row, 1, Qt::AlignTop);
        grid->addWidget(makeLabel(QStringLiteral("→"), Type::Body, Ink::Secondary), row, 2, Qt::AlignTop);
        QLabel* after = makeLabel(change.after, Type::Strong);
        after->setWordWrap(true);
        grid->addWidget(after, row, 3, Qt::AlignTop);
        ++row;
    }
    grid->setRowStretch(row, 1);
}

void PolicyHistoryDialog::showVersion()
{
    const int row = m_table->currentIndex().row();
    const contract::PolicyVersion* version = m_model.version(row);
    const bool may = m_workspace.session.may(contract::Permission::EditPolicies);
    m_difference->setVisible(version);
    primaryButton()->setEnabled(version && !version->current && may
                                && m_model.state() == PolicyHistoryModel::State::Ready);
    primaryButton()->setToolTip(may ? QString()
                                    : m_workspace.session.whyNot(contract::Permission::EditPolicies));
    if (!version) {
        return;
    }
    const auto changes = version->current ? m_model.changes(row) : m_model.changesIfRestored(row);
    if (version->current) {
        m_heading->setText(changes.isEmpty() ? tr("This is the policy of now.")
                                             : tr("This is the policy of now; its last change:"));
    } else {
        m_heading->setText(
            changes.isEmpty()
                ? tr("The settings of now are the same as those of version %1.").arg(version->number)
                : tr("Restoring version %1 would change:").arg(version->number));
    }
    auto* rows = new QWidget;
    fill(new QGridLayout(rows), changes);
    m_scroll->setWidget(rows);
}

} // namespace holdfast::views
