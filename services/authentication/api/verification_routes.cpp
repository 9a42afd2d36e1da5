// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/verification_routes.h"

#include "services/authentication/api/verification_steps.h"
#include "services/authentication/domain/caller_checks.h"

namespace holdfast::authentication {

using contract::ApprovalState;
using contract::CallerVerification;
using contract::ErrorKind;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

constexpr std::chrono::hours keptAfterEnd {24};

Result<CallerVerification> beginVerification(Call& call)
{
    const auto userId = call.pathId("id", "user_unknown");
    if (!userId) {
        return Unexpected(userId.error());
    }
    return call.write([&](storage::Connection& connection) -> Result<CallerVerification> {
        const auto person = subjectOf(call, connection, *userId, Permission::VerifyCallers, Act::Changes);
        if (!person) {
            return Unexpected(person.error());
        }
        verifications::removeEndedBefore(connection, call.now() - keptAfterEnd);
        CallerVerificationRow row;
        row.userId = *userId;
        row.sessionId = call.caller().sessionId;
        row.actorId = call.caller().userId;
        row.actor = call.caller().name;
        row.startedAt = call.now();
        row.expiresAt = call.now() + std::chrono::minutes(person->tokenPolicy.policy->verificationMinutes);
        row.id = verifications::begin(connection, row);
        return verificationState(call, connection, *person, &row);
    });
}

Result<CallerVerification> readVerification(Call& call)
{
    return call.read([&](storage::Connection& connection) -> Result<CallerVerification> {
        return verifiedCall(call, connection).map([&](const VerifiedCall& found) {
            return verificationState(call, connection, found.person, &found.row);
        });
    });
}

Result<CallerVerification> endVerification(Call& call)
{
    return call.write([&](storage::Connection& connection) -> Result<CallerVerification> {
        return verifiedCall(call, connection).map([&](const VerifiedCall& found) {
            verifications::end(connection, found.row.id, call.now());
            return verificationState(call, connection, found.person, nullptr);
        });
    });
}

bool anyAsksForApproval(const CallerVerification& state)
{
    return std::any_of(state.requirements.begin(), state.requirements.end(),
                       [](const contract::ActionRequirement& requirement) { return requirement.approval; });
}

Result<CallerVerification> askForApproval(Call& call, const contract::ApprovalCreate& body)
{
    const QString reason = body.reason.trimmed();
    if (reason.isEmpty()) {
        return contract::invalidField(QStringLiteral("reason"), QStringLiteral("required"),
                                      QStringLiteral("Say what it is for: somebody else decides on it."));
    }
    return call.write([&](storage::Connection& connection) -> Result<CallerVerification> {
        auto found = verifiedCall(call, connection);
        if (!found) {
            return Unexpected(found.error());
        }
        CallerVerificationRow& row = found->row;
        if (row.approval != ApprovalState::None) {
            return contract::failure(ErrorKind::Conflict, QStringLiteral("approval_asked"),
                                     QStringLiteral("Approval was asked for already."));
        }
        if (!anyAsksForApproval(verificationState(call, connection, found->person, &row))) {
            return contract::failure(ErrorKind::Conflict, QStringLiteral("approval_not_needed"),
                                     QStringLiteral("Nothing on this account needs approval."));
        }
        row.approval = ApprovalState::Pending;
        row.approvalReason = reason;
        row.approvalAt = call.now();
        verifications::update(connection, row);
        contract::Event event = personEvent(call, "APPROVAL_REQUESTED", found->person);
        event.detail = {{QStringLiteral("reason"), reason},
                        {QStringLiteral("approvalId"), QString::number(row.id)},
                        {QStringLiteral("points"), sumOf(row.steps)}};
        call.record(connection, event);
        return verificationState(call, connection, found->person, &row);
    });
}

} // namespace

void addVerificationRoutes(Routes& routes)
{
    const char* tag = "Verification of callers";
    routes.post<NoBody, CallerVerification>({.path = "/api/v1/users/{id}/verifications",
                                             .id = "beginVerification",
                                             .summary = "Begins to verify a caller; bound to this session.",
                                             .tag = tag,
                                             .access = Permission::VerifyCallers,
                                             .success = 201},
                                            beginVerification);
    routes.get<CallerVerification>({.path = "/api/v1/users/{id}/verifications/{verificationId}",
                                    .id = "readVerification",
                                    .summary = "Says how far a caller is verified and what is still needed.",
                                    .tag = tag,
                                    .access = Permission::VerifyCallers},
                                   readVerification);
    routes.post<contract::VerificationStepCreate, CallerVerification>(
        {.path = "/api/v1/users/{id}/verifications/{verificationId}/steps",
         .id = "addVerificationStep",
         .summary = "Tries one method. Codes and answers are compared and forgotten.",
         .tag = tag,
         .access = Permission::VerifyCallers},
        addVerificationStep);
    routes.post<contract::ApprovalCreate, CallerVerification>(
        {.path = "/api/v1/users/{id}/verifications/{verificationId}/approval",
         .id = "requestApproval",
         .summary = "Asks another administrator to approve.",
         .tag = tag,
         .access = Permission::VerifyCallers},
        askForApproval);
    routes.post<NoBody, CallerVerification>({.path = "/api/v1/users/{id}/verifications/{verificationId}/end",
                                             .id = "endVerification",
                                             .summary = "Ends it: the call is over.",
                                             .tag = tag,
                                             .access = Permission::VerifyCallers},
                                            endVerification);
    addCallerQuestionRoutes(routes);
    addApprovalRoutes(routes);
}

} // namespace holdfast::authentication
