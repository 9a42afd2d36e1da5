// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/agent_routes.h"
#include "services/authentication/api/gate_offline.h"
#include "services/authentication/api/offline_advice.h"
#include "services/authentication/api/offline_event_throttle.h"
#include "services/authentication/api/workstations.h"
#include "services/authentication/domain/offline_reasons.h"
#include "services/authentication/store/offline_codes.h"
#include "services/authentication/store/offline_voiding.h"

#include <QSet>

#include <map>
#include <set>

namespace holdfast::authentication {

using contract::AgentContact;
using contract::AgentContactAnswer;
using contract::HeldSet;
using contract::Result;
using contract::SetAdvice;
using contract::SetInstruction;
using storage::Connection;

namespace {

// A set that was made within this time may be on its way.
constexpr std::chrono::minutes onItsWay {2};
constexpr size_t mostInOneMessage = 500; // sets, and events
constexpr std::chrono::minutes oldNews {1}; // the same told again is not written down again

struct Told
{
    AgentContactAnswer answer {};
    QSet<QString> known {}; // sets of the workstation, before what was told made any superfluous
    std::vector<offlineCodes::Place> removed {}; // from which data are to be removed
};

// What one contact tells, in one transaction: events first, then what is held. What to do is read afterwards:
// a computer that holds data of hundreds must not hold up logons.
class ContactTelling
{
public:
    ContactTelling(const AgentCall& call, Connection& connection, const AgentContact& message,
                   OfflineEventThrottle& throttle)
        : m_call(call)
        , m_connection(connection)
        , m_message(message)
        , m_throttle(throttle)
    { }

    Told take()
    {
        const WorkstationRow workstation =
            workstations::find(m_connection, m_call.workstation().id).value_or(m_call.workstation());
        if (workstation.system != m_message.system || workstation.agentVersion != m_message.agentVersion) {
            workstations::describe(m_connection, workstation.id, m_message.system, m_message.agentVersion);
        }
        const int offset = workstations::clockOffset(m_message.localTime, m_call.now());
        if (workstation.clockOffsetSeconds != offset) {
            workstations::noteClock(m_connection, workstation.id, offset);
        }
        readSets();
        Told told;
        for (const auto& [wireId, row] : m_sets) {
            told.known.insert(wireId);
        }
        told.answer = {.serverTime = m_call.now(),
                       .name = workstation.name,
                       .domain = workstation.domain,
                       .eventsKnown = takeEvents(workstation.eventsKnown)};
        if (m_refused) {
            told.answer.eventsRefused = QStringLiteral("too_many_events");
        }
        // While events are to come that rest on earlier sets, those stay.
        m_settles = !m_refused && m_message.events.size() < mostInOneMessage;
        takeInventory();
        return told;
    }

private:
    void readSets()
    {
        m_sets.clear();
        for (OfflineSetRow& row :
             offlineSets::ofWorkstation(m_connection, m_call.workstation().id, m_call.now())) {
            m_sets.emplace(row.wireId, std::move(row));
        }
    }
    [[nodiscard]] const OfflineSetRow* find(const QString& wireId) const
    {
        const auto found = m_sets.find(wireId);
        return found == m_sets.end() ? nullptr : &found->second;
    }

    qint64 takeEvents(qint64 known)
    {
        const qint64 before = known;
        const auto fresh = std::count_if(m_message.events.begin(), m_message.events.end(),
                                         [&](const auto& event) { return event.sequence > before; });
        int left = m_throttle.admit(m_call.workstation().id, static_cast<int>(fresh), m_call.now());
        OfflineSettlement settlement(m_call, m_connection);
        for (const contract::OfflineEvent& event : m_message.events) {
            if (event.sequence <= known) {
                continue; // told already
            }
            if (left-- == 0) {
                m_refused = true;
                break;
            }
            known = event.sequence;
            settlement.record(event, event.setId ? find(*event.setId) : nullptr);
        }
        if (known != before) {
            workstations::setEventsKnown(m_connection, m_call.workstation().id, known);
        }
        return known;
    }

    void takeInventory()
    {
        using Place = std::pair<qint64, qint64>; // person and token
        std::map<Place, std::pair<const OfflineSetRow*, const HeldSet*>> latest;
        std::set<Place> present;
        for (const HeldSet& held : m_message.sets) {
            const OfflineSetRow* row = find(held.setId);
            if (!row) {
                continue;
            }
            present.insert({row->userId, row->tokenId});
            if (held.damaged) { // set aside: nobody is let in by it
                offlineSets::setVoid(m_connection, row->id, QString(offline_reason::damaged));
                continue;
            }
            auto& holder = latest[{row->userId, row->tokenId}];
            if (!holder.first || holder.first->id < row->id) {
                holder = {row, &held};
            }
        }
        bool follows = false;
        for (const auto& [place, holder] : latest) {
            follows = takeHeld(*holder.first, *holder.second) || follows;
        }
        const bool all = m_message.sets.size() < mostInOneMessage; // of what is there was told
        for (const auto& [wireId, row] : m_sets) {
            if (all && !present.contains({row.userId, row.tokenId})) {
                takeMissing(row);
            }
        }
        if (follows) {
            offlineSets::followPoliciesOfWorkstation(m_connection, m_call.workstation().id, m_call.now());
        }
    }

    [[nodiscard]] bool isOldNews(const OfflineSetRow& row, const HeldSet& held) const
    {
        const bool alone = std::none_of(m_sets.begin(), m_sets.end(), [&](const auto& entry) {
            const OfflineSetRow& other = entry.second;
            return other.id != row.id && other.userId == row.userId && other.tokenId == row.tokenId;
        });
        return alone && row.heldAt && row.reportedAt && m_call.now() - *row.reportedAt < oldNews
            && row.reportedStep == held.lastStep && row.failures == held.failures && !isGivenUp(row);
    }
    [[nodiscard]] static bool isGivenUp(const OfflineSetRow& row)
    {
        return row.reason == offline_reason::notHeld || row.reason == offline_reason::notReceived
            || row.reason == offline_reason::damaged;
    }
    // What was taken away, or is not in place, is no reason to move a token.
    [[nodiscard]] static bool movesToken(const OfflineSetRow& row)
    {
        const contract::OfflineSetState state = row.state();
        return !row.replacedBy
            && (state == contract::OfflineSetState::Valid || state == contract::OfflineSetState::Expired
                || isGivenUp(row)); // it is there after all
    }

    // True: it was thought not to be there.
    bool takeHeld(const OfflineSetRow& row, const HeldSet& held)
    {
        if (isOldNews(row, held)) {
            return false;
        }
        const bool back = offlineSets::report(m_connection, row, held, m_call.now());
        if (movesToken(row)) {
            OfflineSettlement(m_call, m_connection).raiseTo(row, held.lastStep);
        }
        const OfflineSetRow* newer = row.replacedBy ? newest(row) : nullptr;
        if (m_settles && (!newer || newer->issuedAt + onItsWay <= m_call.now())) {
            if (newer && newer->reason != offline_reason::notReceived) {
                tellTimedOut(*newer);
            }
            OfflineSetRow reported = row;
            reported.reportedAt = m_call.now();
            offlineSets::settle(m_connection, reported);
        }
        return back;
    }

    void takeMissing(const OfflineSetRow& row)
    {
        if (!row.reason.isEmpty() || row.replacedBy || row.issuedAt + onItsWay > m_call.now()) {
            return;
        }
        if (row.heldAt) {
            offlineSets::setVoid(m_connection, row.id, QString(offline_reason::notHeld));
            return;
        }
        offlineSets::setVoid(m_connection, row.id, QString(offline_reason::notReceived));
        tellTimedOut(row);
    }

    // Those that never arrived aside.
    [[nodiscard]] const OfflineSetRow* newest(const OfflineSetRow& row) const
    {
        const OfflineSetRow* found = nullptr;
        for (const auto& [wireId, other] : m_sets) {
            if (other.userId == row.userId && other.tokenId == row.tokenId && other.id > row.id
                && !other.neverArrived() && (!found || other.id > found->id)) {
                found = &other;
            }
        }
        return found;
    }

    void tellTimedOut(const OfflineSetRow& row)
    {
        contract::Event event =
            m_call.event("OFFLINE_DATA_DOWNLOAD_TIMED_OUT", contract::EventLog::Authentication);
        event.result = contract::EventResult::Failure;
        event.reason = QString(offline_reason::notReceived);
        event.method = QStringLiteral("OFFLINE");
        event.userId = QString::number(row.userId);
        event.userName = row.userName;
        event.domain = row.domain;
        event.tokenSerial = row.tokenSerial;
        event.detail.insert(QStringLiteral("setId"), QString::number(row.id));
        m_call.record(m_connection, std::move(event));
    }

    const AgentCall& m_call;
    Connection& m_connection;
    const AgentContact& m_message;
    OfflineEventThrottle& m_throttle;
    bool m_refused = false;
    bool m_settles = true;
    std::map<QString, OfflineSetRow> m_sets; // by the id that the workstation knows
};

SetInstruction superseded(const HeldSet& held)
{
    return {.setId = held.setId,
            .advice = SetAdvice::Remove,
            .reason = QString(offline_reason::replaced),
            .sentence = QStringLiteral("Newer data are there.")};
}

// The service may be as it was before it made them, after a restore: they are all that lets their people in.
SetInstruction unknown(const HeldSet& held)
{
    return {.setId = held.setId,
            .advice = held.daysLeft > 0 && !held.damaged ? SetAdvice::LogonNeeded : SetAdvice::Remove,
            .reason = QStringLiteral("set_unknown"),
            .sentence = QStringLiteral("The service does not know these data; a logon brings new ones.")};
}

// What to do with what is held, now that it was told.
void advise(const AgentCall& call, Connection& connection, const AgentContact& message, Told& told)
{
    const WorkstationRow workstation =
        workstations::find(connection, call.workstation().id).value_or(call.workstation());
    const auto policies = PolicySnapshot::of(connection);
    told.answer.challengesAllowed = challengesAllowed(*policies, workstation.domainId, workstation.domainId);
    told.answer.helpText = policies->offline(workstation.domainId).policy->helpText.trimmed();
    std::map<QString, OfflineSetRow> sets; // by the id that the workstation knows
    for (OfflineSetRow& row : offlineSets::ofWorkstation(connection, workstation.id, call.now())) {
        sets.emplace(row.wireId, std::move(row));
    }
    std::map<std::pair<qint64, qint64>, qint64> latest; // of those that are held, by person and token
    for (const HeldSet& held : message.sets) {
        if (const auto found = sets.find(held.setId); found != sets.end() && !found->second.neverArrived()) {
            qint64& id = latest[{found->second.userId, found->second.tokenId}];
            id = std::max(id, found->second.id);
        }
    }
    for (const HeldSet& held : message.sets) {
        const auto found = sets.find(held.setId);
        if (found == sets.end()) {
            told.answer.sets.push_back(told.known.contains(held.setId) ? superseded(held) : unknown(held));
            continue;
        }
        const OfflineSetRow& row = found->second;
        const auto other = latest.find({row.userId, row.tokenId});
        if (other != latest.end() && other->second > row.id) {
            told.answer.sets.push_back(superseded(held));
            continue;
        }
        told.answer.sets.push_back(adviceFor(connection, row, workstation, call.now()));
        if (told.answer.sets.back().advice == SetAdvice::Remove) {
            told.removed.push_back({row.userId, row.tokenId, row.workstationId});
        }
    }
}

bool namesASetTwice(const AgentContact& message)
{
    QSet<QString> named;
    return std::any_of(message.sets.begin(), message.sets.end(), [&](const HeldSet& held) {
        const qsizetype before = named.size();
        named.insert(held.setId);
        return named.size() == before;
    });
}

Result<AgentContactAnswer> takeContact(const AgentCall& call, const AgentContact& message,
                                       OfflineEventThrottle& contacts, OfflineEventThrottle& events)
{
    if (namesASetTwice(message)) {
        return contract::invalidField(QStringLiteral("sets"), QStringLiteral("duplicate"),
                                      QStringLiteral("Each set is named once."));
    }
    if (contacts.admit(call.workstation().id, 1, call.now()) == 0) {
        return tryAgainIn(OfflineEventThrottle::window, QLatin1String("too_many_contacts"),
                          QStringLiteral("This workstation tells too often. Try again in a minute."));
    }
    Told told = call.write(
        [&](Connection& connection) { return ContactTelling(call, connection, message, events).take(); });
    call.read([&](Connection& connection) { advise(call, connection, message, told); });
    if (!told.removed.empty()) {
        call.write([&](Connection& connection) {
            for (const offlineCodes::Place& place : told.removed) {
                offlineCodes::forgetHeld(connection, place);
            }
        });
    }
    return std::move(told.answer);
}

} // namespace

void addAgentContactRoutes(Routes& routes, const std::shared_ptr<AgentRoutes>& agents)
{
    constexpr qint64 mostBytes = 512 * 1024;
    agents->post<AgentContact, AgentContactAnswer>(
        routes,
        {.path = "/agent/v1/contacts",
         .id = "contactService",
         .summary = "Tells what a workstation did and holds; the answer says what to do with it.",
         .maxBody = mostBytes},
        [contacts = std::make_shared<OfflineEventThrottle>(OfflineEventThrottle::mostContacts),
         events = std::make_shared<OfflineEventThrottle>()](const AgentCall& call, const AgentContact& body) {
            return takeContact(call, body, *contacts, *events);
        });
}

} // namespace holdfast::authentication
