// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/agent_keys.h"
#include "services/authentication/api/offline_advice.h"
#include "services/authentication/api/subject.h"
#include "services/authentication/api/verification.h"
#include "services/authentication/api/workstations.h"
#include "services/authentication/domain/account_state.h"
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/offline_codes.h"
#include "services/authentication/store/offline_sets.h"
#include "services/authentication/store/users.h"
#include "services/contract/offline.h"
#include "services/offline/challenge.h"

namespace holdfast::authentication {

using contract::ChallengeResponse;
using contract::ChallengeResponseCreate;
using contract::ErrorKind;
using contract::Permission;
using contract::Result;
using contract::Timestamp;
using contract::Unexpected;

namespace {

constexpr int mostChallengesAnHour = 5;

contract::Unexpected challengeConflict(const char* code, const QString& sentence)
{
    return contract::failure(ErrorKind::Conflict, QString::fromLatin1(code), sentence);
}

// Everything but who calls: the workstation, the person and what their domains say.
Result<void> mayAnswer(const Call& call, storage::Connection& connection, const WorkstationRow& workstation,
                       const AttemptFacts& person)
{
    if (workstation.revokedAt) {
        return challengeConflict("workstation_revoked", QStringLiteral("This workstation was revoked."));
    }
    if (!challengesAllowed(*PolicySnapshot::of(connection), person.account.domainId, workstation.domainId)) {
        return challengeConflict(
            "challenges_off",
            QStringLiteral("The offline policies of %1 and %2 do not both allow challenge and response.")
                .arg(person.domainPath, workstation.domain));
    }
    if (const Reason refusal = refusalOf(person.account, *person.lockout.policy, call.now());
        !refusal.isEmpty()) {
        return challengeConflict(refusal.data(),
                                 QStringLiteral("The person could not sign in with a network either."));
    }
    return {};
}

// A code there that readOfflineEmergencyCode would read out.
std::optional<offlineCodes::Code> readableCodeOf(const Call& call, storage::Connection& connection,
                                                 const OfflineSetRow& row)
{
    if (endsCodes(row.reason)) {
        return std::nullopt;
    }
    for (offlineCodes::Code& code :
         offlineCodes::of(connection, {row.userId, row.tokenId, row.workstationId})) {
        const bool taken =
            code.replaces == contract::CodeReplaces::Passcode || tokencodeRefusal(row).isEmpty();
        if (taken && code.held && !code.readAt && code.expiresAt > call.now()) {
            return std::move(code);
        }
    }
    return std::nullopt;
}

// A challenge is for a workstation that holds nothing for the person: what it holds lets them in without
// anybody's trust in a voice. It may have lost its data without having been able to tell, which whoever
// answers must have heard and says.
Result<void> mustHoldNothing(const Call& call, storage::Connection& connection,
                             const WorkstationRow& workstation, qint64 userId)
{
    for (const OfflineSetRow& row : offlineSets::ofUserAt(connection, userId, workstation.id, call.now())) {
        if (!row.heldAt) {
            continue;
        }
        if (const auto code = readableCodeOf(call, connection, row)) {
            return challengeConflict(
                "code_held",
                QStringLiteral("%1 holds an emergency code of token %2, until %3: read that out instead.")
                    .arg(row.workstationName, row.tokenSerial,
                         contract::toRfc3339(std::min(code->expiresAt, row.expiresAt))));
        }
        if (!row.reason.isEmpty()) {
            continue; // nothing there is sure to let the person in
        }
        return challengeConflict(
            "data_held",
            QStringLiteral(
                "%1 holds offline data of token %2, until %3: a challenge is for a workstation that"
                " holds none.")
                .arg(row.workstationName, row.tokenSerial, contract::toRfc3339(row.expiresAt)));
    }
    return {};
}

// The workstation reckons with the name that was typed there.
Result<QString> nameTyped(storage::Connection& connection, const ChallengeResponseCreate& body,
                          const AttemptFacts& person)
{
    const QString own = canonicalName(person.account.name);
    if (!body.userName) {
        return own;
    }
    const QString typed = canonicalName(*body.userName);
    const UserRow user = users::find(connection, person.account.id).value();
    const bool theirs = typed == own || (!user.email.isEmpty() && typed == canonicalName(user.email))
        || std::any_of(user.aliases.begin(), user.aliases.end(),
                       [&](const QString& alias) { return typed == canonicalName(alias); });
    if (!theirs) {
        return contract::invalidField(QStringLiteral("userName"), QStringLiteral("name_of_another"),
                                      QStringLiteral("This is no name of the person."));
    }
    return typed;
}

Result<ChallengeResponse> answerChallenge(Call& call, storage::Connection& connection,
                                          const ChallengeResponseCreate& body)
{
    const auto workstation = visibleWorkstation(call, connection, Permission::IssueEmergencyCodes);
    if (!workstation) {
        return Unexpected(workstation.error());
    }
    const auto person =
        subjectOf(call, connection, body.userId.toLongLong(), Permission::IssueEmergencyCodes, Act::Changes);
    if (!person) {
        return Unexpected(person.error());
    }
    const QString challenge = offline::canonicalChallenge(body.challenge);
    if (challenge.isEmpty()) {
        return contract::invalidField(QStringLiteral("challenge"), QStringLiteral("invalid_challenge"),
                                      QStringLiteral("This is no challenge: ten letters and digits."));
    }
    const auto typed = nameTyped(connection, body, *person);
    if (!typed) {
        return Unexpected(typed.error());
    }
    if (auto allowed = mayAnswer(call, connection, *workstation, *person); !allowed) {
        return Unexpected(allowed.error());
    }
    if (!body.dataLost) {
        if (auto empty = mustHoldNothing(call, connection, *workstation, person->account.id); !empty) {
            return Unexpected(empty.error());
        }
    }
    const auto verification = requireVerified(call, connection, person->account.id, person->account.domainId,
                                              contract::GuardedAction::OfflineAccess);
    if (!verification) {
        return Unexpected(verification.error());
    }
    if (workstations::challengesAnswered(connection, workstation->id, call.now() - std::chrono::hours(1))
        >= mostChallengesAnHour) {
        return contract::failure(ErrorKind::TooManyRequests, QStringLiteral("too_many_challenges"),
                                 QStringLiteral("Five challenges of this workstation were answered within an"
                                                " hour. Try again later."));
    }
    const auto secret = offline::agree(serviceAgreementKey(call.context().keys).privateKey,
                                       workstation->agreementKey, "holdfast challenge");
    if (!secret) {
        return Unexpected(secret.error());
    }
    workstations::noteChallenge(connection, workstation->id, {person->account.id, person->account.name},
                                call.now());
    contract::Event event = personEvent(call, "OFFLINE_CHALLENGE_ANSWERED", *person);
    event.detail = {{QStringLiteral("workstation"), workstation->name},
                    {QStringLiteral("workstationId"), QString::number(workstation->id)},
                    {QStringLiteral("reason"), body.reason.trimmed()}};
    if (body.dataLost) {
        event.detail.insert(QStringLiteral("dataLost"), true);
    }
    addVerification(event.detail, *verification);
    call.record(connection, event);
    const auto hour = std::chrono::floor<std::chrono::hours>(call.now());
    return ChallengeResponse {.response = offline::responseTo(challenge, *secret, *typed,
                                                              QString::number(workstation->id), call.now()),
                              .expiresAt = Timestamp(hour + std::chrono::hours(2))};
}

} // namespace

void addWorkstationChallengeRoutes(Routes& routes)
{
    routes.post<ChallengeResponseCreate, ChallengeResponse>(
        {.path = "/api/v1/workstations/{id}/responses",
         .id = "answerChallenge",
         .summary = "Answers a challenge that a workstation without a network shows; the answer is shown this"
                    " once.",
         .tag = "Workstations",
         .access = Permission::IssueEmergencyCodes,
         .success = 201,
         .idempotent = true,
         .secret = true},
        answerChallenge);
}

} // namespace holdfast::authentication
