// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/agent_routes.h"
#include "services/authentication/api/offline_advice.h"
#include "services/authentication/api/offline_issue.h"
#include "services/authentication/domain/offline_reasons.h"
#include "services/authentication/store/offline_sets.h"

#include <thread>

namespace holdfast::authentication {

using contract::AgentSet;
using contract::AgentSetRequest;
using contract::Result;

namespace {

Result<AgentSet> fetchAfterLogon(const AgentCall& call, AgentRoutes& agents, OfflineIssuer& issuer,
                                 const QString& text)
{
    auto ticket = agents.tickets().find(text, call.workstation().id, call.now());
    if (!ticket) {
        return issuer.refuse(
            call,
            {.reason = QString(offline_reason::proofMissing),
             .sentence = QStringLiteral("The logon is too long ago, or its ticket was used. Log on again.")},
            false);
    }
    OfflineOrder order {.userId = ticket->userId,
                        .tokenId = ticket->tokenId,
                        .afterLogon = true,
                        .pin = std::move(ticket->pin),
                        .logonAt = ticket->at};
    auto answer = issuer.issue(call, order);
    // What came to nothing by no fault of the logon may be asked for again, as long as the ticket lasts.
    if (answer || answer.error().kind == contract::ErrorKind::Forbidden) {
        agents.tickets().useUp(text);
    }
    return answer;
}

// A clock that is wrong is a cause of its own, and may have been put right since the last contact.
void noteLocalTime(const AgentCall& call, contract::Timestamp localTime)
{
    const int offset = workstations::clockOffset(localTime, call.now());
    const auto& known = call.workstation().clockOffsetSeconds;
    if (known && std::abs(*known - offset) <= 1) {
        return;
    }
    call.write([&](storage::Connection& connection) {
        workstations::noteClock(connection, call.workstation().id, offset);
    });
}

// Making data costs the service far more than asking for them: only what a contact would have told to renew
// is renewed. What was made already and did not arrive may be asked for again after the next contact has said
// so.
bool isRenewalDue(const contract::SetInstruction& told, const OfflineSetRow& row)
{
    const bool isMade = row.replacedBy && !row.neverArrived();
    // Where something stands against it, the refusal says what.
    return !isMade && (told.advice != contract::SetAdvice::Keep || !told.reason.isEmpty());
}

// The workstation's word alone; what it needs of the PIN a logon has left.
Result<AgentSet> renewSet(const AgentCall& call, OfflineIssuer& issuer, const QString& setId)
{
    const auto known = call.read([&](storage::Connection& connection) -> std::optional<OfflineSetRow> {
        for (OfflineSetRow& row : offlineSets::ofWorkstation(connection, call.workstation().id, call.now())) {
            if (row.wireId == setId) {
                return std::move(row);
            }
        }
        return std::nullopt;
    });
    if (!known) {
        return issuer.refuse(
            call,
            {.reason = QStringLiteral("set_unknown"),
             .sentence = QStringLiteral("The service does not know these data. Log on with a network.")},
            false);
    }
    const contract::OfflineSetState state = known->state();
    if (state == contract::OfflineSetState::Revoked || state == contract::OfflineSetState::Expired) {
        const QString sentence = state == contract::OfflineSetState::Revoked
            ? QStringLiteral("These data were revoked. A logon with a network brings new ones.")
            : QStringLiteral("These data are over. A logon with a network brings new ones.");
        return issuer.refuse(
            call, {.serial = known->tokenSerial, .reason = known->reason, .sentence = sentence}, false);
    }
    const contract::SetInstruction told = call.read([&](storage::Connection& connection) {
        const auto workstation = workstations::find(connection, call.workstation().id);
        return adviceFor(connection, *known, workstation.value_or(call.workstation()), call.now());
    });
    if (told.reason == offline_reason::pinCleared) {
        // Only whoever knows the new PIN brings data back, also where another workstation has shown it.
        return issuer.refuse(call,
                             {.serial = known->tokenSerial,
                              .reason = QString(offline_reason::logonNeeded),
                              .sentence = told.sentence},
                             false);
    }
    if (!isRenewalDue(told, *known)) {
        return contract::failure(contract::ErrorKind::TooManyRequests, QStringLiteral("renewal_not_due"),
                                 QStringLiteral("These data need not be renewed yet."));
    }
    return issuer.issue(call, {.userId = known->userId, .tokenId = known->tokenId, .renews = setId});
}

} // namespace

void addAgentOfflineRoutes(Routes& routes, const std::shared_ptr<AgentRoutes>& agents)
{
    const auto issuer = std::make_shared<OfflineIssuer>(
        std::max(1, static_cast<int>(std::thread::hardware_concurrency() / 2)));
    agents->post<AgentSetRequest, AgentSet>(
        routes,
        {.path = "/agent/v1/offline-sets",
         .id = "fetchOfflineSet",
         .summary =
             "Makes offline data: with the ticket of a logon, or anew for a set that is held. Answers"
             " 429 offline_busy with Retry-After where the service makes as many as it can already, and"
             " 429 renewal_not_due for a set that a contact would not have told to renew."},
        [&tickets = *agents, issuer](const AgentCall& call, const AgentSetRequest& body) -> Result<AgentSet> {
            if (body.ticket.has_value() == body.setId.has_value()) {
                return contract::invalidField(QStringLiteral("ticket"), QStringLiteral("contradicts"),
                                              QStringLiteral("Give either ticket or setId."));
            }
            const auto turn = issuer->begin(call.workstation().id);
            if (!turn) {
                return offlineBusy();
            }
            if (body.localTime) {
                noteLocalTime(call, *body.localTime);
            }
            return body.ticket ? fetchAfterLogon(call, tickets, *issuer, *body.ticket)
                               : renewSet(call, *issuer, *body.setId);
        });
}

} // namespace holdfast::authentication
