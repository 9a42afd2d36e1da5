// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/agent_routes.h"
#include "services/authentication/api/gate_offline.h"
#include "services/authentication/api/offline_advice.h"
#include "services/authentication/api/offline_event_throttle.h"
#include "services/authentication/api/workstations.h"
#include "services/authentication/domain/offline_reasons.h"
#include "services/authentication/store/offline_voiding.h"

#include <map>
#include <set>

namespace holdfast::authentication {

using contract::AgentContact;
using contract::AgentContactAnswer;
using contract::HeldSet;
using contract::Result;
using contract::SetAdvice;
using storage::Connection;

namespace {

// A set that was made within this time may be on its way.
constexpr std::chrono::minutes onItsWay {2};
constexpr size_t mostInOneMessage = 500; // sets, and events

// One contact, in one transaction: events first, then what is held, then what to do.
class Contact
{
public:
    Contact(const AgentCall& call, Connection& connection, const AgentContact& message,
            OfflineEventThrottle& throttle)
        : m_call(call)
        , m_connection(connection)
        , m_message(message)
        , m_throttle(throttle)
    { }

    AgentContactAnswer answer()
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
        AgentContactAnswer answer {.serverTime = m_call.now(),
                                   .name = workstation.name,
                                   .domain = workstation.domain,
                                   .eventsKnown = takeEvents(workstation.eventsKnown)};
        if (m_refused) {
            answer.eventsRefused = QStringLiteral("too_many_events");
        }
        // While events are to come that rest on earlier sets, those stay.
        m_settles = !m_refused && m_message.events.size() < mostInOneMessage;
        takeInventory();
        readSets();
        const auto policies = PolicySnapshot::of(m_connection);
        answer.challengesAllowed = challengesAllowed(*policies, workstation.domainId, workstation.domainId);
        for (const HeldSet& held : m_message.sets) {
            answer.sets.push_back(instructionFor(held, workstation));
        }
        return answer;
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

    // True: it was thought not to be there.
    bool takeHeld(const OfflineSetRow& row, const HeldSet& held)
    {
        const bool back = offlineSets::report(m_connection, row, held, m_call.now());
        OfflineSettlement(m_call, m_connection).raiseTo(row, held.lastStep);
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

    [[nodiscard]] contract::SetInstruction instructionFor(const HeldSet& held,
                                                          const WorkstationRow& workstation) const
    {
        const OfflineSetRow* row = find(held.setId);
        if (!row) {
            return {.setId = held.setId,
                    .advice = SetAdvice::Remove,
                    .reason = QStringLiteral("set_unknown"),
                    .sentence = QStringLiteral("The service does not know these data any more.")};
        }
        const OfflineSetRow* newer = newest(*row);
        const bool alsoHeld = newer
            && std::any_of(m_message.sets.begin(), m_message.sets.end(),
                           [&](const HeldSet& other) { return other.setId == newer->wireId; });
        if (alsoHeld) {
            return {.setId = held.setId,
                    .advice = SetAdvice::Remove,
                    .reason = QString(offline_reason::replaced),
                    .sentence = QStringLiteral("Newer data are there.")};
        }
        return adviceFor(m_connection, *row, workstation, m_call.now());
    }

    const AgentCall& m_call;
    Connection& m_connection;
    const AgentContact& m_message;
    OfflineEventThrottle& m_throttle;
    bool m_refused = false;
    bool m_settles = true;
    std::map<QString, OfflineSetRow> m_sets; // by the id that the workstation knows
};

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
        [throttle = std::make_shared<OfflineEventThrottle>()](
            const AgentCall& call, const AgentContact& body) -> Result<AgentContactAnswer> {
            return call.write(
                [&](Connection& connection) { return Contact(call, connection, body, *throttle).answer(); });
        });
}

} // namespace holdfast::authentication
