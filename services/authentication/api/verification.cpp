// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/verification.h"

#include "services/authentication/domain/account_state.h"
#include "services/authentication/domain/caller_checks.h"
#include "services/authentication/domain/token_state.h"
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/caller_questions.h"
#include "services/authentication/store/policies_snapshot.h"
#include "services/authentication/store/users.h"

#include <QJsonArray>

namespace holdfast::authentication {

using contract::ApprovalState;
using contract::GuardedAction;
using contract::Result;
using contract::VerificationMethod;
using contract::VerificationOutcome;

namespace {

std::vector<contract::RoleAssignment> rolesOf(storage::Connection& connection, qint64 userId)
{
    const auto entry = administrators::find(connection, userId);
    return entry ? entry->roles : std::vector<contract::RoleAssignment> {};
}

VerificationOutcome outcomeOf(const CallerVerificationRow& row)
{
    return {sumOf(row.steps), row.steps,
            row.approval == ApprovalState::Approved ? row.approvedBy : QString()};
}

// While somebody else is waited for, what was reached lapses as it always does.
int pointsNow(const Call& call, const CallerVerificationRow* live)
{
    return live && call.now() < live->expiresAt ? sumOf(live->steps) : 0;
}

contract::Unexpected notVerified(const Requirement& requirement, int points, ApprovalState approval)
{
    contract::Error error {contract::ErrorKind::Forbidden, QStringLiteral("caller_not_verified"), {}};
    QStringList missing;
    if (points < requirement.points) {
        const QString text =
            QStringLiteral("%1 of %2 points are reached").arg(points).arg(requirement.points);
        missing << text;
        error.fields.append({QStringLiteral("points"), QStringLiteral("missing"), text});
    }
    if (requirement.approval && approval != ApprovalState::Approved) {
        const QString text = approval == ApprovalState::Pending
            ? QStringLiteral("another administrator has not approved yet")
            : QStringLiteral("another administrator must approve");
        missing << text;
        error.fields.append({QStringLiteral("approval"), QStringLiteral("missing"), text});
    }
    error.detail =
        QStringLiteral("The caller is not verified: %1. Verify the caller on the person's card first.")
            .arg(missing.join(QStringLiteral(", and ")));
    return contract::Unexpected(std::move(error));
}

bool hasUsableToken(const AttemptFacts& person, contract::Timestamp now)
{
    return std::any_of(person.tokens.begin(), person.tokens.end(), [&](const TokenFacts& token) {
        return refusalOf(token, person.emergency, now).isEmpty();
    });
}

// Offers a method, or says why not.
void offer(const Call& call, contract::CallerVerification& state, VerificationMethod method,
           const LastChange& change)
{
    if (isFresh(change, call.now())) {
        state.withheld.push_back(
            {method, changedSentence(method, change, call.now()), *change.at, change.by});
    } else {
        state.methods.push_back(method);
    }
}

// Of the question that counts first; nothing without questions.
std::optional<LastChange> changeOfQuestions(storage::Connection& connection, qint64 userId)
{
    std::optional<LastChange> first;
    for (const CallerQuestionRow& row : callerQuestions::ofUser(connection, userId)) {
        if (!first || row.change.at < first->at) { // nothing is less than any
            first = row.change;
        }
    }
    return first;
}

} // namespace

Result<std::optional<VerificationOutcome>> requireVerified(const Call& call, storage::Connection& connection,
                                                           qint64 userId, qint64 domainId,
                                                           GuardedAction action)
{
    const contract::TokenPolicy& policy = *PolicySnapshot::of(connection)->token(domainId).policy;
    const auto live = verifications::live(connection, call.caller().sessionId, userId, call.now());
    const Requirement requirement = requirementOf(policy, action, rolesOf(connection, userId));
    const int points = pointsNow(call, live ? &*live : nullptr);
    const ApprovalState approval = live ? live->approval : ApprovalState::None;
    if (!fulfils(requirement, points, approval == ApprovalState::Approved)) {
        return notVerified(requirement, points, approval);
    }
    return points > 0 ? std::optional(outcomeOf(*live)) : std::nullopt;
}

QJsonObject detailOf(const std::optional<VerificationOutcome>& verification)
{
    if (!verification) {
        return {};
    }
    QJsonArray methods;
    QJsonObject detail {{QStringLiteral("points"), verification->points}};
    for (const contract::VerificationStep& step : verification->steps) {
        methods.append(contract::enumName(step.method));
        if (step.method == VerificationMethod::Manager) {
            detail.insert(QStringLiteral("manager"), step.note);
        }
    }
    detail.insert(QStringLiteral("by"), methods);
    if (!verification->approvedBy.isEmpty()) {
        detail.insert(QStringLiteral("approvedBy"), verification->approvedBy);
    }
    return detail;
}

void addVerification(QJsonObject& detail, const std::optional<VerificationOutcome>& verification)
{
    if (verification) {
        detail.insert(QStringLiteral("verification"), detailOf(verification));
    }
}

contract::CallerVerification verificationState(const Call& call, storage::Connection& connection,
                                               const AttemptFacts& person, const CallerVerificationRow* live)
{
    contract::CallerVerification state;
    state.userId = QString::number(person.account.id);
    if (live) {
        state.id = QString::number(live->id);
        state.points = pointsNow(call, live);
        state.steps = live->steps;
        state.expiresAt = live->endsAt();
        state.approval = live->approval;
        state.approvedBy = live->approvedBy;
    }
    const bool open = refusalOf(person.account, *person.lockout.policy, call.now()).isEmpty();
    if (open && hasUsableToken(person, call.now())) {
        state.methods.push_back(VerificationMethod::TokenCode);
    }
    const auto user = users::find(connection, person.account.id);
    if (user && !maskedNumber(user->phone).isEmpty()) {
        offer(call, state, VerificationMethod::CallBack, {user->phoneChangedAt, user->phoneChangedBy});
    }
    state.methods.push_back(VerificationMethod::Manager);
    if (const auto change = changeOfQuestions(connection, person.account.id)) {
        offer(call, state, VerificationMethod::Questions, *change);
    }
    const auto roles = rolesOf(connection, person.account.id);
    for (const auto& [action, name] : contract::EnumNames<GuardedAction>::names) {
        const Requirement requirement = requirementOf(*person.tokenPolicy.policy, action, roles);
        state.requirements.push_back(
            {action, requirement.points, requirement.approval,
             fulfils(requirement, state.points, state.approval == ApprovalState::Approved)});
    }
    return state;
}

std::optional<contract::CallerVerification>
verificationForCard(const Call& call, storage::Connection& connection, const AttemptFacts& person)
{
    if (!person.tokenPolicy.policy->verifyCallers) {
        return std::nullopt;
    }
    const auto live = verifications::live(connection, call.caller().sessionId, person.account.id, call.now());
    return verificationState(call, connection, person, live ? &*live : nullptr);
}

} // namespace holdfast::authentication
