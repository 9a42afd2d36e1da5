// SPDX-License-Identifier: Apache-2.0
#include "views/workstations/workstations_page.h"

#include "models/session.h"
#include "models/words_offline.h"
#include "views/theme/metrics.h"
#include "views/widgets/filter_line.h"
#include "views/widgets/page_header.h"
#include "views/widgets/table_pane.h"
#include "views/widgets/table_setup.h"
#include "views/widgets/tones.h"
#include "views/workstations/workstation_actions.h"
#include "views/workstations/workstation_details.h"

#include <QComboBox>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::Permission;
using contract::WorkstationState;
using models::WorkstationsModel;

namespace {

const auto workstationsSplitter = QStringLiteral("workstations/splitter");

// A clock that is off stands out by its weight.
class ClockDelegate final : public TableDelegate
{
public:
    using TableDelegate::TableDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        TableDelegate::initStyleOption(option, index);
        if (index.data(models::ToneRole).toInt() != static_cast<int>(models::Tone::Neutral)) {
            option->font.setWeight(QFont::DemiBold);
            option->fontMetrics = QFontMetrics(option->font);
        }
    }
};

} // namespace

WorkstationsPage::WorkstationsPage(const Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_model(workspace.api, workspace.clock)
    , m_details(new WorkstationDetails(workspace))
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_state(new QComboBox)
    , m_settle(new QTimer(this))
{
    const bool mayEnrol = workspace.session.may(Permission::ManageWorkstations);
    m_pane = new TablePane(
        m_model,
        {.settingsKey = QStringLiteral("workstations"),
         .accessibleName = tr("Workstations"),
         .filterHint = tr("Filter by name"),
         .loading = tr("Loading workstations…"),
         .icon = QStringLiteral("workstation"),
         .emptyTitle = tr("No workstations yet"),
         .emptyText = tr("A workstation that is enrolled lets people sign in without a network."),
         .emptyButton = mayEnrol ? tr("Enrol a workstation…") : QString(),
         .emptyAction = [this] { enrol(); },
         .noMatchTitle = tr("No workstation matches"),
         .sortColumn = WorkstationsModel::Name});
    m_pane->setStatusColumn(WorkstationsModel::State, [](const QModelIndex& index) {
        const QVariant state = index.data(WorkstationsModel::StateRole);
        return state.isValid() ? statusOf(static_cast<WorkstationState>(state.toInt())) : Status {};
    });
    m_pane->table()->setItemDelegateForColumn(
        WorkstationsModel::Clock, new ClockDelegate({-1, models::NumericRole, -1}, m_pane->table()));
    m_pane->setColumns({160, 104, 92, 130, 134, 66, 170, 200}, WorkstationsModel::Name,
                       {WorkstationsModel::Domain, WorkstationsModel::System});
    setEndColumns(m_pane->table(), {WorkstationsModel::People, WorkstationsModel::LastContact});
    m_state->setAccessibleName(tr("State"));
    m_state->addItem(tr("Any state"));
    for (const auto& [state, wireName] : contract::EnumNames<WorkstationState>::names) {
        m_state->addItem(models::words::of(state), QString::fromLatin1(wireName));
    }
    m_pane->filterLine()->addWidget(m_state);

    auto* header = new PageHeader(tr("Workstations"));
    if (mayEnrol) {
        QPushButton* create = header->addAction(tr("Enrol a workstation"), QStringLiteral("add"), true);
        create->setToolTip(tr("Enrol a workstation (Ctrl+N)"));
        connect(create, &QPushButton::clicked, this, &WorkstationsPage::enrol);
        auto* shortcut = new QShortcut(QKeySequence::New, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &WorkstationsPage::enrol);
    }
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_pane, 1);
    m_splitter->addWidget(list);
    m_splitter->addWidget(m_details);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    list->setMinimumWidth(380);
    m_details->setMinimumWidth(320);
    m_splitter->setSizes({710, 386});
    m_splitter->restoreState(QSettings().value(workstationsSplitter).toByteArray());
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_splitter);

    m_settle->setSingleShot(true);
    m_settle->setInterval(80);
    connect(m_settle, &QTimer::timeout, this, [this] { m_details->setWorkstation(m_pane->currentId()); });
    connect(m_pane, &TablePane::currentChanged, this, [this](const QString& id) {
        if (!id.isEmpty()) {
            m_settle->start();
        }
    });
    connect(m_pane, &TablePane::clearRequested, this, [this] { m_state->setCurrentIndex(0); });
    connect(m_state, &QComboBox::currentIndexChanged, this,
            [this] { m_model.setRestriction(QStringLiteral("state"), m_state->currentData().toString()); });
    const auto onDetails = [this](const QKeySequence& keys, void (WorkstationDetails::*slot)()) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_details, slot);
    };
    onDetails(WorkstationActions::renameKey(), &WorkstationDetails::rename);
    onDetails(WorkstationActions::moveKey(), &WorkstationDetails::move);
    onDetails(WorkstationActions::revokeKey(), &WorkstationDetails::revoke);
    onDetails(WorkstationActions::answerKey(), &WorkstationDetails::answerChallenge);
    connect(m_details, &WorkstationDetails::linkActivated, this, &WorkstationsPage::linkActivated);
    connect(m_details, &WorkstationDetails::message, this, &WorkstationsPage::message);
    connect(m_details, &WorkstationDetails::changed, this, [this] {
        m_model.refresh();
        countRevoked();
    });
    connect(&m_model, &WorkstationsModel::stateChanged, this, &WorkstationsPage::showCount);
    connect(&m_model, &WorkstationsModel::totalChanged, this, &WorkstationsPage::showCount);
}

WorkstationsPage::~WorkstationsPage()
{
    QSettings().setValue(workstationsSplitter, m_splitter->saveState());
}

void WorkstationsPage::opened()
{
    m_pane->load();
    countRevoked();
    m_pane->table()->setFocus();
}

void WorkstationsPage::focusFilter()
{
    m_pane->focusFilter();
}

void WorkstationsPage::refresh()
{
    m_model.refresh();
    countRevoked();
    m_details->refresh();
}

void WorkstationsPage::countRevoked()
{
    client::ListQuery query {.limit = 1, .total = true};
    query.terms.append({QStringLiteral("state"), contract::enumName(WorkstationState::Revoked)});
    client::consume(m_workspace.api.workstations(query), this,
                    [this](const contract::Result<contract::Page<contract::Workstation>>& page) {
                        m_revoked = page ? page->total : std::nullopt;
                        showCount();
                    });
}

// The readiness counts those that are not revoked: the same figure is found here.
void WorkstationsPage::showCount()
{
    if (m_model.state() != WorkstationsModel::State::Ready || m_model.isRestricted() || !m_revoked
        || *m_revoked <= 0 || *m_revoked > m_model.total()) {
        return;
    }
    m_pane->filterLine()->setCountText(tr("%1, and %n revoked", nullptr, static_cast<int>(*m_revoked))
                                           .arg(QLocale().toString(m_model.total() - *m_revoked)));
}

void WorkstationsPage::follow(const Link& link)
{
    if (link.action == QLatin1String("enrol")) {
        enrol();
        return;
    }
    if (!link.item.isEmpty()) {
        m_details->setWorkstation(link.item);
        return;
    }
    m_pane->clearFilter();
    if (link.restriction == QLatin1String("state")) {
        m_state->setCurrentIndex(std::max(0, m_state->findData(link.value)));
    } else if (!link.restriction.isEmpty()) {
        m_model.setRestriction(link.restriction, link.value);
        m_pane->filterLine()->setTag(link.words);
    }
}

void WorkstationsPage::enrol()
{
    m_details->actions()->enrol();
}

} // namespace holdfast::views
