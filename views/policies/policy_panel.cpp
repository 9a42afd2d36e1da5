// SPDX-License-Identifier: Apache-2.0
#include "views/policies/policy_panel.h"

#include "models/session.h"
#include "models/words.h"
#include "views/policies/choose_policy_dialog.h"
#include "views/policies/offline_verdicts.h"
#include "views/policies/policy_form.h"
#include "views/policies/policy_history_dialog.h"
#include "views/policies/policy_impact.h"
#include "views/policies/try_domain_dialog.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/flow_layout.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"
#include "views/widgets/state_view.h"

#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QTabBar>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::PolicyType;
using models::PolicyEditModel;
namespace words = models::words;

namespace {

// From here on the verdicts stand beside the settings.
constexpr int wideEnough = 1000;

constexpr std::array types {PolicyType::Lockout, PolicyType::Token, PolicyType::Offline};

QStringList domainsOf(const models::AnyPolicy& policy)
{
    return std::visit([](const auto& known) { return known.domains; }, policy);
}

// Policies are taken whole: what holds for one value of it holds for each.
QString originOf(const contract::PolicyOrigin& origin)
{
    switch (origin.kind) {
    case contract::OriginKind::Own:
        return PolicyPanel::tr("Every value below is set on this domain.");
    case contract::OriginKind::Inherited:
        return PolicyPanel::tr("Every value below is inherited from %1.").arg(origin.domain);
    case contract::OriginKind::Default:
        return PolicyPanel::tr("Every value below is that of the default policy.");
    }
    return {};
}

bool isDefault(const models::AnyPolicy& policy)
{
    return std::visit([](const auto& known) { return known.isDefault; }, policy);
}

} // namespace

PolicyPanel::PolicyPanel(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(workspace.api)
    , m_preview(workspace.api, m_model)
    , m_verdictsModel(workspace.api, m_model)
    , m_trial(workspace.api, m_model)
    , m_title(new ElidedLabel({}, Type::Verdict))
    , m_tabs(new QTabBar)
    , m_inEffect(makeLabel({}, Type::Title))
    , m_origin(makeParagraph({}, Ink::Secondary))
    , m_reach(makeParagraph({}, Ink::Secondary))
    , m_history(new QPushButton(icon(QStringLiteral("clock")), tr("History…")))
    , m_choose(new QPushButton(icon(QStringLiteral("policy")), tr("Choose another…")))
    , m_message(new MessageBar)
    , m_formPlace(new QVBoxLayout)
    , m_impact(new PolicyImpact(m_preview))
    , m_verdicts(new OfflineVerdicts(m_verdictsModel))
    , m_trialBar(new MessageBar)
    , m_reportOnly(new QPushButton(tr("&Try without effect")))
    , m_tryDomain(new QPushButton(tr("Try in &one domain…")))
    , m_apply(new QPushButton(tr("Apply")))
    , m_revert(new QPushButton(tr("Revert")))
{
    for (const PolicyType known : types) {
        m_tabs->addTab(words::of(known));
    }
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setAccessibleName(tr("Kind of policy"));
    setButtonRole(m_apply, ButtonRole::Primary);
    m_trialBar->setClosable(false);
    m_reportOnly->setToolTip(
        tr("The policy stays as it is: the activity tells what your changes would have decided "
           "differently"));
    m_tryDomain->setToolTip(tr("Your changes for one domain alone, everybody else as before"));
    m_inEffect->setWordWrap(true);

    auto* body = new QWidget;
    body->setAutoFillBackground(true);
    body->setBackgroundRole(QPalette::Base);
    auto* inner = new QVBoxLayout(body);
    inner->setContentsMargins(metrics::l, metrics::m, metrics::l, metrics::xl);
    inner->setSpacing(metrics::m);
    m_beside = new QBoxLayout(QBoxLayout::TopToBottom);
    m_beside->setSpacing(metrics::xl);
    m_beside->addLayout(m_formPlace, 1);
    m_beside->addWidget(m_verdicts, 1, Qt::AlignTop);
    inner->addLayout(m_beside);
    inner->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("Settings of the policy"));
    scroll->setWidget(body);
    m_states = new StateView(scroll);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(metrics::l, metrics::l, metrics::l, metrics::s);
    head->setSpacing(metrics::s);
    head->addWidget(m_title);
    column->addLayout(head);
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(metrics::xs, 0, 0, 0);
    tabRow->addWidget(m_tabs);
    tabRow->addStretch();
    column->addLayout(tabRow);
    column->addWidget(makeLine());
    auto* effect = new QVBoxLayout;
    effect->setContentsMargins(metrics::l, metrics::m, metrics::l, metrics::s);
    effect->setSpacing(metrics::xs);
    auto* line = new QHBoxLayout;
    line->setSpacing(metrics::s);
    line->addWidget(m_inEffect, 1);
    line->addWidget(m_history);
    line->addWidget(m_choose);
    effect->addLayout(line);
    effect->addWidget(m_origin);
    effect->addWidget(m_reach);
    auto* bars = new QVBoxLayout; // without room while neither is there
    bars->setContentsMargins(0, metrics::s, 0, 0);
    bars->setSpacing(metrics::s);
    bars->addWidget(m_message);
    bars->addWidget(m_trialBar);
    effect->addLayout(bars);
    column->addLayout(effect);
    column->addWidget(m_states, 1);
    auto* impact = new QVBoxLayout;
    impact->setContentsMargins(metrics::l, 0, metrics::l, metrics::s);
    impact->addWidget(m_impact);
    column->addLayout(impact);
    column->addWidget(makeLine());
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(metrics::l, metrics::s, metrics::l, metrics::s);
    buttons->setSpacing(metrics::s);
    auto* first = new FlowLayout(metrics::s); // one below the other where there is little room
    first->addWidget(m_reportOnly);
    first->addWidget(m_tryDomain);
    buttons->addLayout(first, 1);
    buttons->addWidget(m_revert);
    buttons->addWidget(m_apply);
    column->addLayout(buttons);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (tab == m_shownTab) {
            return;
        }
        if (holdsChanges()) {
            const QSignalBlocker quiet(m_tabs);
            m_tabs->setCurrentIndex(m_shownTab);
            return;
        }
        m_shownTab = tab;
        openPolicy();
    });
    connect(m_choose, &QPushButton::clicked, this, &PolicyPanel::chooseOther);
    connect(m_history, &QPushButton::clicked, this, &PolicyPanel::showHistory);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        if (m_model.state() == PolicyEditModel::State::Stale) {
            m_model.overwrite();
        } else {
            m_model.save();
        }
    });
    connect(m_revert, &QPushButton::clicked, this, [this] {
        m_message->clear();
        if (m_model.state() == PolicyEditModel::State::Stale) {
            m_model.takeTheirs();
        } else {
            m_model.revert();
        }
        if (m_form) {
            m_form->showPolicy();
        }
    });
    connect(m_reportOnly, &QPushButton::clicked, &m_trial, &models::OfflineTrialModel::start);
    connect(m_tryDomain, &QPushButton::clicked, this, &PolicyPanel::tryDomain);
    connect(&m_trial, &models::OfflineTrialModel::changed, this, &PolicyPanel::showTrial);
    connect(&m_trial, &models::OfflineTrialModel::failed, this, [this](const contract::Error& error) {
        m_message->showMessage(Tone::Danger, words::problem(error));
    });
    connect(&m_model, &PolicyEditModel::stateChanged, this, &PolicyPanel::showState);
    connect(&m_model, &PolicyEditModel::changed, this, [this] {
        if (m_form) {
            m_form->showPolicy();
        }
        showButtons();
    });
    connect(&m_model, &PolicyEditModel::saved, this, [this] {
        Q_EMIT message(Tone::Success, tr("The policy is applied."));
        Q_EMIT changed();
    });
    connect(&m_model, &PolicyEditModel::failed, this, [this](const contract::Error& error) {
        m_message->showMessage(Tone::Danger, words::problem(error));
        if (m_form) {
            m_form->showPolicy();
        }
    });
    m_states->showWords(
        {QStringLiteral("domain"), tr("No domain is chosen"), tr("Choose one in the tree."), {}, {}});
    showButtons();
}

PolicyType PolicyPanel::type() const
{
    return types.at(static_cast<size_t>(m_shownTab));
}

const contract::PolicyBinding& PolicyPanel::binding() const
{
    switch (type()) {
    case PolicyType::Token:
        return m_domain.token;
    case PolicyType::Offline:
        return m_domain.offline;
    case PolicyType::Lockout:
        break;
    }
    return m_domain.lockout;
}

void PolicyPanel::setDomain(const contract::SecurityDomain& domain)
{
    m_domain = domain;
    m_title->setText(domain.parentId ? domain.path : tr("Everywhere (the root domain)"));
    openPolicy();
}

bool PolicyPanel::holdsChanges()
{
    if (!m_model.isDirty()) {
        return false;
    }
    m_message->showMessage(Tone::Warning,
                           tr("Your changes here are not applied yet. Apply or revert them first."));
    return true;
}

void PolicyPanel::openPolicy()
{
    m_message->clear();
    const contract::PolicyBinding& bound = binding();
    m_inEffect->setText(bound.effective.policyName);
    m_origin->setText(originOf(bound.effective));
    m_reach->clear();
    m_model.open(type(), bound.effective.policyId);
}

void PolicyPanel::showState()
{
    switch (m_model.state()) {
    case PolicyEditModel::State::Empty:
        break;
    case PolicyEditModel::State::Loading:
        m_states->showLoading(tr("Loading the policy…"));
        break;
    case PolicyEditModel::State::Failed:
        m_states->showWords({QStringLiteral("offline"), tr("This policy could not be loaded"),
                             words::problem(m_model.error()), tr("Retry"), [this] {
                                 openPolicy();
                             }});
        break;
    case PolicyEditModel::State::Editing:
    case PolicyEditModel::State::Saving:
    case PolicyEditModel::State::Stale:
        if (!m_form || m_form->property("type").toInt() != static_cast<int>(type())) {
            if (m_form) {
                m_beside->addWidget(m_verdicts, 1, Qt::AlignTop); // it outlives the form
            }
            delete m_form;
            m_form = new PolicyForm(m_model, type());
            m_form->setProperty("type", static_cast<int>(type()));
            m_formPlace->addWidget(m_form);
            placeVerdicts();
        }
        m_form->showPolicy();
        m_form->setReadOnly(m_model.state() == PolicyEditModel::State::Saving
                            || !m_workspace.session.may(contract::Permission::EditPolicies));
        m_states->showContent();
        if (m_model.state() == PolicyEditModel::State::Stale) {
            showStale();
        }
        break;
    }
    showButtons();
}

void PolicyPanel::showStale()
{
    m_message->showMessage(
        Tone::Warning,
        tr("Somebody else has changed this policy meanwhile. Take their version and do yours again, or "
           "overwrite theirs."));
}

void PolicyPanel::showButtons()
{
    const auto state = m_model.state();
    const bool stale = state == PolicyEditModel::State::Stale;
    const bool may = m_workspace.session.may(contract::Permission::EditPolicies);
    m_apply->setText(stale ? tr("Overwrite theirs") : tr("Apply"));
    m_revert->setText(stale ? tr("Take theirs") : tr("Revert"));
    m_apply->setEnabled(
        may
        && (stale || (state == PolicyEditModel::State::Editing && m_model.isDirty() && m_model.isValid())));
    m_revert->setEnabled(stale || (state == PolicyEditModel::State::Editing && m_model.isDirty()));
    m_apply->setToolTip(may ? QString() : m_workspace.session.whyNot(contract::Permission::EditPolicies));
    const bool edited = state == PolicyEditModel::State::Editing && m_model.isDirty() && m_model.isValid();
    const bool offline = type() == PolicyType::Offline && state != PolicyEditModel::State::Failed;
    m_reportOnly->setVisible(offline && m_trial.isSupported());
    m_tryDomain->setVisible(offline);
    m_reportOnly->setEnabled(may && edited);
    m_tryDomain->setEnabled(may && edited && m_workspace.session.may(contract::Permission::EditDomains));
    m_history->setEnabled(state == PolicyEditModel::State::Editing && !m_model.isNew());
    m_choose->setEnabled(m_workspace.session.may(contract::Permission::EditDomains)
                         && !m_domain.id.isEmpty());
    if (state == PolicyEditModel::State::Editing) {
        const QStringList where = domainsOf(m_model.policy());
        m_reach->setText(
            isDefault(m_model.policy())
                ? tr("This is the default: changes apply wherever nothing else is set.")
                : tr("Set on %1; changes apply there and below.").arg(QLocale().createSeparatedList(where)));
    }
}

void PolicyPanel::showTrial()
{
    showButtons();
    if (!m_trial.trial()) {
        m_trialBar->clear();
        return;
    }
    m_trialBar->showMessage(Tone::Accent, m_trial.sentence(m_workspace.clock.now()), tr("What now?"),
                            [this] { showTrialMenu(); });
    m_trialBar->setClosable(false);
}

void PolicyPanel::showTrialMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        menu->addAction(icon(QStringLiteral("activity")), tr("Show what it would have decided differently")),
        &QAction::triggered, this, [this] {
            Q_EMIT linkActivated({QStringLiteral("activity"),
                                  {},
                                  QStringLiteral("key"),
                                  QStringLiteral("OFFLINE_POLICY_TRIAL"),
                                  {},
                                  tr("Decisions of the draft")});
        });
    const bool may = m_workspace.session.may(contract::Permission::EditPolicies);
    QAction* take = menu->addAction(icon(QStringLiteral("edit")), tr("Take the draft into the editor"));
    take->setEnabled(may && m_model.state() == PolicyEditModel::State::Editing);
    connect(take, &QAction::triggered, &m_trial, &models::OfflineTrialModel::take);
    QAction* end = menu->addAction(icon(QStringLiteral("close")), tr("End it without a change"));
    end->setEnabled(may);
    connect(end, &QAction::triggered, &m_trial, &models::OfflineTrialModel::end);
    menu->popup(m_trialBar->mapToGlobal(
        QPoint(m_trialBar->width() - menu->sizeHint().width(), m_trialBar->height())));
}

void PolicyPanel::tryDomain()
{
    const auto* edited = std::get_if<contract::OfflinePolicy>(&m_model.policy());
    if (!edited) {
        return;
    }
    auto* dialog = new TryDomainDialog(m_workspace, *edited, this);
    connect(dialog, &TryDomainDialog::tried, this, [this](const contract::SecurityDomain& domain) {
        m_model.revert();
        Q_EMIT message(Tone::Success,
                       tr("%1 takes your changes; everybody else goes on as before.").arg(domain.path));
        Q_EMIT changed();
    });
    dialog->open();
}

void PolicyPanel::chooseType(PolicyType type)
{
    const auto found = std::find(types.begin(), types.end(), type);
    m_tabs->setCurrentIndex(static_cast<int>(found - types.begin()));
}

// Beside the settings where there is room, else among them, below those that it is about.
void PolicyPanel::placeVerdicts()
{
    const bool wide = width() >= wideEnough;
    QVBoxLayout* among = m_form ? m_form->verdictPlace() : nullptr;
    m_beside->setDirection(QBoxLayout::LeftToRight); // in reading order: it mirrors by itself
    if (wide || !among) {
        m_beside->addWidget(m_verdicts, 1, Qt::AlignTop);
    } else {
        among->addWidget(m_verdicts);
    }
}

void PolicyPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if ((event->oldSize().width() >= wideEnough) != (width() >= wideEnough)) {
        placeVerdicts();
    }
}

void PolicyPanel::showHistory()
{
    if (m_model.state() != PolicyEditModel::State::Editing || holdsChanges()) {
        return;
    }
    auto* dialog = new PolicyHistoryDialog(m_workspace, m_model.policy(), this);
    connect(dialog, &PolicyHistoryDialog::restored, this, [this](qint64 number) {
        openPolicy();
        Q_EMIT message(Tone::Success, tr("Version %1 of the policy is in force again.").arg(number));
        Q_EMIT changed();
    });
    dialog->open();
}

void PolicyPanel::chooseOther()
{
    if (holdsChanges()) {
        return;
    }
    auto* dialog = new ChoosePolicyDialog(m_workspace, m_domain, type(), this);
    connect(dialog, &ChoosePolicyDialog::chosen, this, [this](const contract::SecurityDomain& domain) {
        setDomain(domain);
        Q_EMIT message(Tone::Success,
                       tr("%1 now takes “%2”.").arg(domain.path, binding().effective.policyName));
        Q_EMIT changed();
    });
    dialog->open();
}

} // namespace holdfast::views
