// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/held_roles.h"
#include "services/authentication/api/small_list.h"
#include "services/authentication/api/verification.h"
#include "services/authentication/api/verification_routes.h"
#include "services/authentication/domain/caller_checks.h"
#include "services/authentication/store/policies_snapshot.h"

namespace holdfast::authentication {

using contract::Approval;
using contract::ApprovalState;
using contract::ErrorKind;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

Approval toApproval(const PendingApprovalRow& row)
{
    const CallerVerificationRow& verification = row.verification;
    return {.id = QString::number(verification.id),
            .userId = QString::number(verification.userId),
            .userName = row.userName,
            .domain = row.domain,
            .requestedBy = verification.actor,
            .reason = verification.approvalReason,
            .points = sumOf(verification.steps),
            .steps = verification.steps,
            .requestedAt = verification.approvalAt.value_or(verification.startedAt),
            .expiresAt = verification.endsAt(),
            .state = verification.approval};
}

// Two people: nobody approves their own request, and nobody what is to be done to themselves.
bool isConcerned(const Call& call, const CallerVerificationRow& row)
{
    const auto& caller = call.caller();
    return caller.sessionId == row.sessionId || caller.userId == row.actorId || caller.userId == row.userId;
}

bool mayDecide(const Call& call, storage::Connection& connection, const PendingApprovalRow& row)
{
    return !isConcerned(call, row.verification)
        && call.caller().scopeOf(Permission::VerifyCallers).contains(row.domain)
        && mayActOn(call.caller(), rolesHeldBy(connection, row.verification.userId)).has_value();
}

Result<contract::Page<Approval>> listApprovals(Call& call)
{
    return call.read([&](storage::Connection& connection) {
        std::vector<Approval> found;
        const auto wanted = [&](const PendingApprovalRow& row) {
            return mayDecide(call, connection, row);
        };
        for (const PendingApprovalRow& row : verifications::pending(connection, call.now(), wanted)) {
            found.push_back(toApproval(row));
        }
        const auto key = [](const Approval& approval) {
            return contract::toRfc3339(approval.requestedAt)
                + approval.id.rightJustified(20, QLatin1Char('0'));
        };
        std::sort(found.begin(), found.end(),
                  [&](const Approval& a, const Approval& b) { return key(a) < key(b); });
        return pageOfSmallList(call, std::move(found), key);
    });
}

Result<Approval> decide(Call& call, bool approved)
{
    const auto id = call.pathId("id", "approval_unknown");
    if (!id) {
        return Unexpected(id.error());
    }
    return call.write([&](storage::Connection& connection) -> Result<Approval> {
        auto found = verifications::findPending(connection, *id, call.now());
        if (found && isConcerned(call, found->verification)) {
            return contract::failure(ErrorKind::Forbidden, QStringLiteral("own_request"),
                                     QStringLiteral("Somebody else must decide on this."));
        }
        if (!found || !mayDecide(call, connection, *found)) {
            return contract::failure(ErrorKind::NotFound, QStringLiteral("approval_unknown"),
                                     QStringLiteral("Nobody waits for this approval any more."));
        }
        PendingApprovalRow decided = std::move(*found);
        CallerVerificationRow& row = decided.verification;
        row.approval = approved ? ApprovalState::Approved : ApprovalState::Refused;
        row.approvedBy = call.caller().name;
        if (approved) { // what was reached before the wait counts once more, for as long as any
            const auto policies = PolicySnapshot::of(connection);
            const DomainNode* domain = policies->domainAt(decided.domain);
            const auto policy = policies->token(domain ? domain->id : rootDomainId).policy;
            row.expiresAt = call.now() + std::chrono::minutes(policy->verificationMinutes);
        }
        verifications::update(connection, row);
        contract::Event event = call.event(approved ? "APPROVAL_GRANTED" : "APPROVAL_REFUSED");
        event.userId = QString::number(row.userId);
        event.userName = decided.userName;
        event.domain = decided.domain;
        event.detail = {{QStringLiteral("approvalId"), QString::number(row.id)},
                        {QStringLiteral("requestedBy"), row.actor},
                        {QStringLiteral("reason"), row.approvalReason}};
        call.record(connection, event);
        return toApproval(decided);
    });
}

} // namespace

void addApprovalRoutes(Routes& routes)
{
    const char* tag = "Verification of callers";
    routes.list<Approval>({.path = "/api/v1/approvals",
                           .id = "listApprovals",
                           .summary = "Requests that wait for your word, the oldest first.",
                           .tag = tag,
                           .access = Permission::VerifyCallers},
                          listApprovals);
    routes.post<NoBody, Approval>({.path = "/api/v1/approvals/{id}/approve",
                                   .id = "approveRequest",
                                   .summary = "Lets a colleague act on an administrator's account.",
                                   .tag = tag,
                                   .access = Permission::VerifyCallers},
                                  [](Call& call) { return decide(call, true); });
    routes.post<NoBody, Approval>({.path = "/api/v1/approvals/{id}/refuse",
                                   .id = "refuseRequest",
                                   .summary = "Refuses it.",
                                   .tag = tag,
                                   .access = Permission::VerifyCallers},
                                  [](Call& call) { return decide(call, false); });
}

} // namespace holdfast::authentication
