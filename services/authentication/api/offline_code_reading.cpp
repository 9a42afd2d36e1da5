// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/offline_advice.h"
#include "services/authentication/api/offline_sets.h"
#include "services/authentication/api/verification.h"
#include "services/authentication/domain/offline_reasons.h"
#include "services/authentication/store/offline_codes.h"

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::OfflineEmergencyRead;
using contract::OfflineEmergencyReading;
using contract::Permission;
using contract::Result;
using contract::Unexpected;
using storage::Connection;

namespace {

Unexpected codeConflict(const char* code, const QString& sentence)
{
    return contract::failure(ErrorKind::Conflict, QString::fromLatin1(code), sentence);
}

Result<void> tokencodeTaken(const OfflineSetRow& row)
{
    const Reason refusal = tokencodeRefusal(row);
    if (refusal.isEmpty()) {
        return {};
    }
    return codeConflict(
        refusal.data(),
        (refusal == offline_reason::pinChanged
             ? QStringLiteral("The tokencode on %1 wants the PIN that was there before. Read out the"
                              " emergency passcode, which does without a PIN.")
             : QStringLiteral("After so many failures %1 takes no tokencode any more. Read out the emergency"
                              " passcode, which it still takes."))
            .arg(row.workstationName));
}

// What becomes of a code after it was read out, as the workstation will be told.
void sayWhatReplacesIt(Connection& connection, const OfflineSetRow& row, contract::Timestamp now,
                       OfflineEmergencyReading& reading)
{
    const auto workstation = workstations::find(connection, row.workstationId);
    const auto set = offlineSets::find(connection, row.id, now);
    const auto advice = workstation && set ? adviceFor(connection, *set, *workstation, now).advice
                                           : contract::SetAdvice::Keep;
    const auto say = [&](std::optional<contract::OfflineRefill> by, const QString& sentence) {
        reading.replacedBy = by;
        reading.sentence = sentence.arg(row.workstationName);
    };
    switch (advice) {
    case contract::SetAdvice::Renew:
        return say(contract::OfflineRefill::Contact,
                   QStringLiteral("The next contact of %1 replaces it; until then it stays good."));
    case contract::SetAdvice::Remove:
        return say(
            contract::OfflineRefill::Contact,
            QStringLiteral("The next contact of %1 removes it with the data; until then it stays good."));
    case contract::SetAdvice::LogonNeeded:
        return say(
            contract::OfflineRefill::Logon,
            QStringLiteral("Only a logon at %1 with a network replaces it; until then it stays good."));
    case contract::SetAdvice::Keep:
        break;
    }
    say({}, QStringLiteral("Nothing replaces it on %1 as things are: it stays good until it ends."));
}

// Only one that is certain to work where the caller sits: that the workstation has told of, and that nobody
// was given before.
Result<offlineCodes::Code> readableCode(const Call& call, Connection& connection, const OfflineSetRow& row,
                                        contract::CodeReplaces replaces)
{
    if (endsCodes(row.reason)) {
        return codeConflict(
            "set_not_valid",
            QStringLiteral("The data on %1 are not valid any more: no code of theirs can be read"
                           " out.")
                .arg(row.workstationName));
    }
    if (replaces == contract::CodeReplaces::Tokencode) {
        if (auto taken = tokencodeTaken(row); !taken) {
            return Unexpected(taken.error());
        }
    }
    auto codes =
        offlineCodes::of(connection, {row.userId, row.tokenId, row.workstationId}, &call.context().keys);
    std::erase_if(codes, [&](const offlineCodes::Code& code) {
        return code.replaces != replaces || !code.held || code.text.isEmpty();
    });
    if (codes.empty()) {
        return codeConflict("code_not_held",
                            QStringLiteral("%1 is not known to hold such a code.").arg(row.workstationName));
    }
    const auto good = std::find_if(codes.begin(), codes.end(), [&](const offlineCodes::Code& code) {
        return code.expiresAt > call.now();
    });
    if (good == codes.end()) {
        return codeConflict(
            "code_expired",
            QStringLiteral("The code on %1 has expired. A new one comes when its data are renewed.")
                .arg(row.workstationName));
    }
    if (good->readAt) {
        return codeConflict("code_read",
                            QStringLiteral("The code on %1 was read out by %2 already; it works until it is"
                                           " replaced.")
                                .arg(row.workstationName, good->readBy));
    }
    return std::move(*good);
}

Result<OfflineEmergencyReading> readCode(Call& call, Connection& connection, const OfflineEmergencyRead& body)
{
    const auto row = visibleOfflineSet(call, connection, Permission::IssueEmergencyCodes);
    if (!row) {
        return Unexpected(row.error());
    }
    // An account of higher rank is not let in by anybody.
    const auto person =
        subjectOf(call, connection, row->userId, Permission::IssueEmergencyCodes, Act::Changes);
    if (!person) {
        return Unexpected(person.error());
    }
    auto code = readableCode(call, connection, *row, body.replaces);
    if (!code) {
        return Unexpected(code.error());
    }
    const auto verification = requireVerified(call, connection, person->account.id, person->account.domainId,
                                              contract::GuardedAction::OfflineAccess);
    if (!verification) {
        return Unexpected(verification.error());
    }
    if (!offlineCodes::markRead(connection, code->id, call.caller().name, call.now())) {
        return codeConflict("code_read", QStringLiteral("The code was read out meanwhile."));
    }
    offlineSets::wantRefill(connection, row->id);
    contract::Event event = offlineSetEvent(call, "OFFLINE_EMERGENCY_CODE_READ", *row, body.reason);
    event.detail.insert(QStringLiteral("replaces"), contract::enumName(body.replaces));
    event.detail.insert(QStringLiteral("expiresAt"),
                        contract::toRfc3339(std::min(code->expiresAt, row->expiresAt)));
    addVerification(event.detail, *verification);
    call.record(connection, std::move(event));
    OfflineEmergencyReading reading {.code = std::move(code->text),
                                     .replaces = body.replaces,
                                     .workstationName = row->workstationName,
                                     .expiresAt = std::min(code->expiresAt, row->expiresAt)};
    sayWhatReplacesIt(connection, *row, call.now(), reading);
    return reading;
}

} // namespace

void addOfflineCodeRoutes(Routes& routes)
{
    routes.post<OfflineEmergencyRead, OfflineEmergencyReading>(
        {.path = "/api/v1/offline-sets/{id}/emergency-codes",
         .id = "readOfflineEmergencyCode",
         .summary =
             "Reads out, once, an emergency code that the workstation holds; the answer says what replaces"
             " it.",
         .tag = "Offline data",
         .access = Permission::IssueEmergencyCodes,
         .idempotent = true,
         .secret = true},
        readCode);
}

} // namespace holdfast::authentication
