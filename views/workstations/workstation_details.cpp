// SPDX-License-Identifier: Apache-2.0
#include "views/workstations/workstation_details.h"

#include "models/formats.h"
#include "models/session.h"
#include "models/words.h"
#include "models/words_offline.h"
#include "models/workstation_outlook.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/labels.h"
#include "views/widgets/section.h"
#include "views/widgets/state_view.h"
#include "views/widgets/tones.h"
#include "views/workstations/workstation_actions.h"

#include <QFormLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace holdfast::views {

using contract::Permission;
using contract::Workstation;
using contract::WorkstationState;
namespace words = models::words;

namespace {

constexpr std::size_t peopleShown = 12;
constexpr int setsLookedAt = 100; // that say how it stands with the workstation
constexpr int widestName = 160; // pixels; the whole one is its tool tip

} // namespace

WorkstationDetails::WorkstationDetails(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_actions(new WorkstationActions(workspace, this))
    , m_title(makeLabel({}, Type::Verdict))
    , m_status(new StatusChip)
    , m_hint(makeParagraph({}, Ink::Secondary))
    , m_answer(new QPushButton(icon(QStringLiteral("emergency")), tr("Answer a challenge…")))
    , m_more(new QToolButton)
    , m_facts(new QFormLayout)
    , m_people(new Section(tr("People who hold data here")))
{
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_more->setIcon(icon(QStringLiteral("more")));
    m_more->setText(tr("Actions"));
    m_more->setAccessibleName(tr("Actions for this workstation"));
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setAutoRaise(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    m_answer->setToolTip(
        tr("For a caller who sits at it without a network and whose data it does not hold (Ctrl+Shift+E)"));
    m_facts->setHorizontalSpacing(metrics::l);
    m_facts->setVerticalSpacing(metrics::s);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_all = m_people->addAction(tr("Show all"), QStringLiteral("readiness"));

    auto* body = new QWidget;
    body->setAutoFillBackground(true);
    body->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(metrics::l, metrics::l, metrics::l, metrics::xl);
    column->setSpacing(metrics::m);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_more, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(m_status);
    column->addWidget(m_hint);
    column->addWidget(m_answer, 0, Qt::AlignLeading);
    column->addWidget(makeLine());
    column->addLayout(m_facts);
    column->addSpacing(metrics::s);
    column->addWidget(m_people);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setAccessibleName(tr("Workstation"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);
    m_states = new StateView(scroll);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_states);

    connect(m_answer, &QPushButton::clicked, this, &WorkstationDetails::answerChallenge);
    connect(m_all, &QPushButton::clicked, this, [this] {
        Q_EMIT linkActivated({QStringLiteral("readiness"),
                              {},
                              QStringLiteral("workstation"),
                              m_workstation.id,
                              {},
                              m_workstation.name});
    });
    connect(m_actions, &WorkstationActions::message, this, &WorkstationDetails::message);
    connect(m_actions, &WorkstationActions::changed, this, [this](const QString& id) {
        refresh();
        Q_EMIT changed(id);
    });
    setWorkstation({});
}

void WorkstationDetails::setWorkstation(const QString& id)
{
    if (id == m_id && !id.isEmpty()) {
        return;
    }
    m_call.cancel();
    m_peopleCall.cancel();
    m_id = id;
    if (id.isEmpty()) {
        m_states->showWords({QStringLiteral("workstation"),
                             tr("No workstation is chosen"),
                             tr("Choose one in the list, or press Ctrl+K and type its name."),
                             {},
                             {}});
        return;
    }
    load();
}

void WorkstationDetails::refresh()
{
    if (!m_id.isEmpty()) {
        m_call.cancel();
        m_peopleCall.cancel();
        load();
    }
}

void WorkstationDetails::load()
{
    if (m_workstation.id != m_id) {
        m_states->showLoading(tr("Loading…"));
    }
    m_call = client::consume(
        m_workspace.api.workstation(m_id), this, [this](contract::Result<Workstation> answer) {
            if (answer) {
                m_workstation = std::move(*answer);
                showWorkstation();
                return;
            }
            m_states->showWords({QStringLiteral("offline"), tr("This workstation could not be loaded"),
                                 words::problem(answer.error()), tr("Retry"), [this] {
                                     refresh();
                                 }});
        });
}

void WorkstationDetails::showWorkstation()
{
    m_title->setText(m_workstation.name);
    m_status->setStatus(statusOf(m_workstation.state));
    m_hint->setText(models::workstationOutlook(m_workstation, std::nullopt, m_workspace.clock.now()));
    m_answer->setVisible(mayAnswer() && m_workstation.challengesAllowed);
    buildMenu();
    showFacts();
    m_states->showContent();
    loadPeople();
}

bool WorkstationDetails::mayAnswer() const
{
    return m_workstation.state != WorkstationState::Revoked
        && m_workspace.session.may(Permission::IssueEmergencyCodes);
}

bool WorkstationDetails::canChange() const
{
    return !m_id.isEmpty() && m_workstation.id == m_id
        && m_workspace.session.may(Permission::ManageWorkstations);
}

QString WorkstationDetails::hint() const
{
    return m_hint->text();
}

void WorkstationDetails::rename()
{
    if (canChange()) {
        m_actions->rename(m_workstation);
    }
}

void WorkstationDetails::move()
{
    if (canChange()) {
        m_actions->move(m_workstation);
    }
}

void WorkstationDetails::revoke()
{
    if (canChange() && (m_workstation.state != WorkstationState::Revoked || !m_workstation.stolen)) {
        m_actions->revoke(m_workstation);
    }
}

void WorkstationDetails::answerChallenge()
{
    if (m_id.isEmpty() || m_workstation.id != m_id || !mayAnswer()) {
        return;
    }
    if (m_workstation.challengesAllowed) {
        m_actions->answerChallenge(m_workstation);
    } else {
        Q_EMIT message(Tone::Warning, WorkstationActions::whyNoChallenge(m_workstation));
    }
}

void WorkstationDetails::buildMenu()
{
    m_more->menu()->clear();
    m_actions->fillMenu(m_more->menu(), m_workstation);
}

void WorkstationDetails::showFacts()
{
    while (m_facts->rowCount() > 0) {
        m_facts->removeRow(0);
    }
    const auto now = m_workspace.clock.now();
    const auto add = [this](const QString& name, const QString& value, const QString& tip = {},
                            Ink ink = Ink::Normal) {
        if (!value.isEmpty()) {
            QLabel* label = makeParagraph(value, ink);
            label->setToolTip(tip);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            QLabel* title = makeLabel(name, Type::Body, Ink::Secondary);
            title->setAlignment(Qt::AlignLeading | Qt::AlignTop);
            m_facts->addRow(title, label);
        }
    };
    const auto addTime = [&](const QString& name, const std::optional<contract::Timestamp>& at,
                             const QString& never = {}) {
        add(name, at ? models::relativeTime(*at, now) : never, at ? models::absoluteTime(*at) : QString());
    };
    const Workstation& shown = m_workstation;
    add(tr("Domain"), shown.domain);
    add(tr("Keys"), words::of(shown.keyProtection));
    addTime(tr("Last contact"), shown.lastContactAt, tr("never"));
    add(tr("Address"), shown.lastAddress);
    const bool clockOff = words::clockTone(shown.clockOffsetSeconds) != models::Tone::Neutral;
    add(tr("Clock"),
        clockOff ? tr("%1: codes would be looked for at the wrong time. Set it right there.")
                       .arg(words::clockDifference(shown.clockOffsetSeconds))
                 : words::clockDifference(shown.clockOffsetSeconds),
        {}, clockOff ? Ink::Danger : Ink::Normal);
    add(tr("System"), shown.system);
    add(tr("Agent"), shown.agentVersion);
    addTime(tr("Enrolled"), shown.enrolledAt);
    add(tr("Enrolled by"), shown.enrolledBy);
    addTime(tr("Revoked"), shown.revokedAt);
    add(tr("Revoked by"), shown.revokedBy);
    add(tr("Notes"), shown.notes);
}

void WorkstationDetails::loadPeople()
{
    client::ListQuery query {.limit = setsLookedAt};
    query.terms.append({QStringLiteral("workstation"), m_id});
    m_peopleCall = client::consume(
        m_workspace.api.offlineSets(query), this,
        [this](const contract::Result<contract::Page<contract::OfflineSet>>& sets) { showPeople(sets); });
}

void WorkstationDetails::showPeople(const contract::Result<contract::Page<contract::OfflineSet>>& sets)
{
    m_people->clearContent();
    m_all->setVisible(sets && (sets->next || sets->items.size() > peopleShown));
    if (!sets) {
        m_people->addNothing(words::problem(sets.error()));
        return;
    }
    if (!sets->next) {
        m_hint->setText(models::workstationOutlook(m_workstation, sets->items, m_workspace.clock.now()));
    }
    if (sets->items.empty()) {
        m_people->addNothing(tr("Nobody. Data come with the first logon here while there is a network."));
    }
    const auto end =
        sets->items.begin() + static_cast<std::ptrdiff_t>(std::min(sets->items.size(), peopleShown));
    for (auto each = sets->items.begin(); each != end; ++each) {
        const contract::OfflineSet& set = *each;
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 2, 0, 2);
        row->setSpacing(metrics::s);
        const QString name = words::person(set);
        auto* person = new QPushButton(fontMetrics().elidedText(name, Qt::ElideRight, widestName));
        setButtonRole(person, ButtonRole::Quiet);
        person->setToolTip(tr("Open the user card of %1").arg(name));
        person->setAccessibleName(name);
        connect(person, &QPushButton::clicked, this, [this, id = set.userId] {
            Q_EMIT linkActivated({QStringLiteral("users"), id});
        });
        row->addWidget(person);
        row->addStretch();
        const bool valid = set.state == contract::OfflineSetState::Valid;
        row->addWidget(
            makeLabel(valid ? words::daysLeft(set.daysLeft) : QString(), Type::Body, Ink::Secondary));
        Status status = statusOf(set.state, set.stateReason);
        if (valid && words::daysTone(set) != models::Tone::Good) {
            status = {toneFrom(words::daysTone(set)), QStringLiteral("clock"), tr("Runs out soon")};
        }
        auto* chip = new StatusChip(status);
        chip->setToolTip(words::standing(set));
        row->addWidget(chip);
        m_people->addWidget(line);
    }
}

} // namespace holdfast::views
