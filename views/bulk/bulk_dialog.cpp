// SPDX-License-Identifier: Apache-2.0
#include "views/bulk/bulk_dialog.h"

#include "models/session.h"
#include "models/words.h"
#include "models/words_bulk.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"
#include "views/widgets/optional_date.h"
#include "views/widgets/state_view.h"
#include "views/widgets/table_delegate.h"
#include "views/widgets/table_setup.h"
#include "views/widgets/tones.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::BulkAction;
using contract::BulkItemState;
using contract::Permission;
using models::BulkItemsModel;
using State = models::BulkJobModel::State;

namespace {

constexpr int leastReason = 8;

bool isMove(BulkAction action)
{
    return action == BulkAction::MoveUsers || action == BulkAction::MoveTokens;
}

bool isEnd(BulkAction action)
{
    return action == BulkAction::EndUsers || action == BulkAction::ExpireTokens;
}

// What people miss at once when it was wrong.
bool isGrave(BulkAction action)
{
    return action == BulkAction::DeleteUsers || action == BulkAction::DeleteTokens
        || action == BulkAction::UnassignTokens || action == BulkAction::ClearPins
        || action == BulkAction::DisableUsers || action == BulkAction::DisableTokens;
}

QString percent(double share)
{
    return QLocale().toString(share, 'f', share < 10.0 ? 1 : 0);
}

} // namespace

BulkDialog::BulkDialog(const Workspace& workspace, BulkAction action, BulkChoice choice, QWidget* parent)
    : Dialog(models::words::title(action, choice.count), models::words::consequence(action), parent)
    , m_workspace(workspace)
    , m_action(action)
    , m_choice(std::move(choice))
    , m_model(workspace.api)
    , m_items(workspace.api)
    , m_domains(workspace.api)
{
    build();
    m_own = true;
    if (isMove(action) || isEnd(action)) {
        m_parameter = buildParameter();
        content()->insertWidget(0, m_parameter);
        showJob();
    } else {
        make();
    }
}

BulkDialog::BulkDialog(const Workspace& workspace, const contract::BulkJob& job, bool undo, QWidget* parent)
    : Dialog(undo ? tr("Undo: %1").arg(models::words::title(job)) : models::words::title(job), {}, parent)
    , m_workspace(workspace)
    , m_action(job.action)
    , m_model(workspace.api)
    , m_items(workspace.api)
    , m_domains(workspace.api)
{
    build();
    m_own = undo;
    if (undo) {
        m_model.undo(job.id);
    } else {
        m_model.open(job.id);
    }
}

void BulkDialog::build()
{
    setMinimumWidth(680);
    resize(720, 540);
    m_summary = makeLabel({}, Type::Strong);
    m_summary->setWordWrap(true);
    m_which = new QComboBox;
    m_which->setAccessibleName(tr("Which of the list are shown"));
    m_which->addItem(tr("The whole list"));
    for (const BulkItemState state : {BulkItemState::Ready, BulkItemState::Done, BulkItemState::Refused,
                                      BulkItemState::Failed, BulkItemState::Unchanged}) {
        m_which->addItem(models::words::of(state), contract::enumName(state));
    }
    auto* row = new QHBoxLayout;
    row->addWidget(m_summary, 1);
    row->addWidget(m_which);
    content()->addLayout(row);

    m_table = new QTableView;
    m_table->setModel(&m_items);
    auto* delegate =
        new TableDelegate({models::ToneRole, models::NumericRole, models::MonospaceRole}, m_table);
    delegate->setStatusColumn(BulkItemsModel::Outcome, [](const QModelIndex& index) {
        const QVariant state = index.data(BulkItemsModel::StateRole);
        return state.isValid() ? statusOf(static_cast<BulkItemState>(state.toInt())) : Status {};
    });
    m_table->setItemDelegate(delegate);
    m_table->setAccessibleName(tr("What the job changes or leaves alone"));
    m_table->setMinimumHeight(200);
    setUpTable(m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFrameShape(QFrame::StyledPanel);
    setColumnWidths(m_table, {150, 150, 120, 220}, BulkItemsModel::Reason);
    m_states = new StateView(m_table);
    content()->addWidget(m_states, 1);

    m_reason = new QLineEdit;
    m_reason->setMaxLength(500);
    m_overrule = new FormField(tr("&Reason for going above the agreed share"), m_reason,
                               tr("It is kept with the job and told in the activity."));
    m_overrule->hide();
    content()->addWidget(m_overrule);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    content()->addWidget(m_progress);
    m_undo = new QPushButton(tr("Undo…"));
    m_stop = new QPushButton(tr("Stop"));
    buttonRow()->insertWidget(0, m_undo);
    buttonRow()->insertWidget(1, m_stop);
    m_undo->hide();
    m_stop->hide();

    connect(m_which, &QComboBox::currentIndexChanged, this,
            [this] { m_items.setRestriction(QStringLiteral("state"), m_which->currentData().toString()); });
    connect(m_reason, &QLineEdit::textChanged, this, &BulkDialog::showButtons);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        m_own = true;
        m_told = false;
        m_model.undo(m_model.job().id);
    });
    connect(m_stop, &QPushButton::clicked, this, [this] { m_model.cancel(); });
    connect(&m_items, &BulkItemsModel::stateChanged, this, &BulkDialog::showList);
    connect(&m_model, &models::BulkJobModel::changed, this, &BulkDialog::showJob);
    connect(&m_model, &models::BulkJobModel::failed, this, [this](const contract::Error& error) {
        message()->showMessage(Tone::Danger, models::words::problem(error));
    });
}

QWidget* BulkDialog::buildParameter()
{
    if (isMove(m_action)) {
        m_domain = new QComboBox;
        connect(&m_domains, &models::DomainTreeModel::stateChanged, this, &BulkDialog::showDomains);
        m_domains.load();
        showDomains();
        auto* field = new FormField(tr("Security &domain"), m_domain);
        addField(QStringLiteral("domain"), field);
        m_domain->setFocus();
        return field;
    }
    m_until = new OptionalDate(tr("Without end"), OptionalDate::Day::End);
    auto* field = new FormField(tr("Valid &until"), m_until);
    addField(QStringLiteral("until"), field);
    return field;
}

void BulkDialog::showDomains()
{
    const QString chosen = m_domain->currentText();
    m_domain->clear();
    m_domain->addItems(m_domains.paths());
    if (!chosen.isEmpty()) {
        m_domain->setCurrentText(chosen);
    }
    showButtons();
}

void BulkDialog::make()
{
    contract::BulkJobCreate what;
    what.action = m_action;
    what.ids = m_choice.ids;
    what.filter = m_choice.filter;
    if (m_domain) {
        what.domain = m_domain->currentText();
    }
    if (m_until) {
        what.until = {true, m_until->moment()};
    }
    clearFaults();
    m_model.create(what);
}

void BulkDialog::showJob()
{
    const State state = m_model.state();
    if (m_model.hasJob() && state != State::Listing) {
        m_items.setJob(m_model.job().id, models::words::isAboutTokens(m_model.job().action));
    }
    if (m_parameter) {
        m_parameter->setEnabled(state == State::Empty);
    }
    const bool over = state == State::Ended && m_model.job().startedAt && !m_model.isAsking();
    if (over && !std::exchange(m_told, true)) {
        m_items.refresh();
        Q_EMIT changed();
    }
    showSummary();
    showList();
    showLimit();
    showButtons();
}

void BulkDialog::showSummary()
{
    const contract::BulkJob& job = m_model.job();
    const State state = m_model.state();
    m_progress->setVisible(state == State::Running);
    switch (state) {
    case State::Empty:
        m_summary->clear();
        break;
    case State::Listing:
        m_summary->setText(job.total > 0 ? tr("%Ln on the list so far.", nullptr, job.total) : QString());
        break;
    case State::Ready:
        m_summary->setText(models::words::summary(job));
        break;
    case State::Running:
        m_summary->setText(models::words::outcome(job));
        m_progress->setRange(0, job.ready + job.done + job.failed);
        m_progress->setValue(job.done + job.failed);
        break;
    case State::Ended: {
        const QString outcome = job.startedAt ? models::words::outcome(job) : QString();
        m_summary->setText(
            QStringLiteral("%1 %2").arg(models::words::of(job.state) + u'.', outcome).trimmed());
        break;
    }
    }
}

void BulkDialog::showList()
{
    const State state = m_model.state();
    m_which->setVisible(m_model.hasJob() && state != State::Listing);
    if (state == State::Empty) {
        m_states->showWords({QStringLiteral("jobs"),
                             tr("First the list"),
                             tr("It says what becomes of each. Nothing is changed by making it."),
                             {},
                             {}});
        return;
    }
    using ListState = models::WindowModel::State;
    if (state == State::Listing || m_items.state() == ListState::Idle
        || m_items.state() == ListState::Loading) {
        m_states->showLoading(tr("Making the list…"));
    } else if (m_items.state() == ListState::Ready) {
        m_states->showContent();
    } else if (m_items.state() == ListState::Failed) {
        m_states->showWords({QStringLiteral("offline"), tr("This list could not be loaded"),
                             models::words::problem(m_items.error()), tr("Retry"), [this] {
                                 m_items.retry();
                             }});
    } else {
        m_states->showWords(
            {QStringLiteral("search"), tr("None"), tr("There is nothing of this kind."), {}, {}});
    }
}

// Above the agreed share, who may overrule says why; who may not is told whom to ask.
void BulkDialog::showLimit()
{
    const contract::BulkJob& job = m_model.job();
    const bool above = m_model.state() == State::Ready && job.aboveLimit;
    const bool may = m_workspace.session.may(Permission::OverruleBulkLimit);
    m_overrule->setVisible(above && may);
    if (above) {
        const QString fact = tr("This changes %1 % of all within your scope; agreed are %2 %.")
                                 .arg(percent(job.sharePercent))
                                 .arg(job.limitPercent);
        message()->showMessage(
            Tone::Warning,
            may ? fact : fact + QLatin1Char(' ') + tr("A Super Administrator can begin it with a reason."));
    } else if (m_model.state() == State::Ended && !job.code.isEmpty()) {
        message()->showMessage(Tone::Warning, models::words::bulkReason(job.code));
    } else if (m_model.state() == State::Running) {
        message()->showMessage(Tone::Neutral, tr("It goes on when you close this; Jobs and bin shows it."));
    } else if (!m_model.isAsking() && message()->tone() != Tone::Danger) {
        message()->clear();
    }
}

void BulkDialog::offer(const QString& verb, bool dangerous, bool enabled, std::function<void()> run)
{
    setPrimary(verb, std::move(run));
    setButtonRole(primaryButton(), dangerous ? ButtonRole::Danger : ButtonRole::Primary);
    primaryButton()->setEnabled(enabled && !m_model.isAsking());
}

void BulkDialog::showButtons()
{
    const contract::BulkJob& job = m_model.job();
    const State state = m_model.state();
    const bool may = m_workspace.session.may(Permission::RunBulkJobs);
    m_stop->setVisible(state == State::Running);
    m_stop->setEnabled(!m_model.isAsking());
    m_undo->setVisible(state == State::Ended && job.undoUntil.has_value());
    m_undo->setEnabled(may && !m_model.isAsking());
    const bool ended = state == State::Ended || state == State::Running;
    cancelButton()->setText(ended ? tr("Close") : tr("Cancel"));
    switch (state) {
    case State::Empty:
        offer(tr("Make the list"), false, m_until || (m_domain && !m_domain->currentText().isEmpty()),
              [this] { make(); });
        break;
    case State::Listing:
        offer(models::words::verb(m_action), false, false, [] {});
        break;
    case State::Ready: {
        const bool excused =
            m_overrule->isVisibleTo(this) && m_reason->text().trimmed().size() >= leastReason;
        // Enter begins what can be looked at calmly; what is grave takes a reach for its button.
        if (cancelButton()->hasFocus() && !isGrave(job.action) && !job.aboveLimit) {
            primaryButton()->setEnabled(true);
            primaryButton()->setFocus();
        }
        offer(models::words::title(job.action, job.ready), isGrave(job.action),
              may && job.ready > 0 && (!job.aboveLimit || excused), [this] {
                  message()->clear();
                  m_model.start(m_reason->text().trimmed());
              });
        break;
    }
    case State::Running:
    case State::Ended:
        primaryButton()->setVisible(job.resumable);
        if (job.resumable) {
            offer(tr("Resume"), false, may, [this] {
                m_told = false;
                m_model.resume();
            });
        }
        break;
    }
}

void BulkDialog::forgetIfOwn()
{
    const bool unstarted = m_model.state() == State::Ready || m_model.state() == State::Listing;
    if (m_own && m_model.hasJob() && unstarted) {
        static_cast<void>(m_workspace.api.cancelBulkJob(m_model.job().id));
    }
}

void BulkDialog::reject()
{
    forgetIfOwn();
    Dialog::reject();
}

} // namespace holdfast::views
