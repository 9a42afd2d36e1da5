// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/offline_advice.h"

#include "services/authentication/domain/offline_reasons.h"
#include "services/authentication/store/offline_codes.h"

namespace holdfast::authentication {

using contract::SetAdvice;
using contract::SetInstruction;
using contract::Timestamp;
using storage::Connection;

namespace {

constexpr std::chrono::hours worthRenewing {20}; // of days more

struct SetReason
{
    Reason reason;
    SetAdvice advice; // Renew: where nothing but a logon is missing, LogonNeeded
    const char* sentence;
};
const std::array setReasons {
    SetReason {offline_reason::stolen, SetAdvice::Remove, "This workstation was reported stolen."},
    SetReason {offline_reason::revoked, SetAdvice::Remove, "An administrator revoked these data."},
    SetReason {Reason("expired"), SetAdvice::Remove, "The offline days are over; a logon brings new ones."},
    SetReason {offline_reason::userDeleted, SetAdvice::Remove, "The account is not there any more."},
    SetReason {reason::accountDisabled, SetAdvice::Remove, "The account is disabled."},
    SetReason {reason::accountEnded, SetAdvice::Remove, "The account has ended."},
    SetReason {offline_reason::tokenChanged, SetAdvice::Remove, "The token has another owner, or none."},
    SetReason {reason::tokenDisabled, SetAdvice::Remove, "The token is disabled."},
    SetReason {reason::tokenLost, SetAdvice::Remove, "The token is reported lost."},
    SetReason {reason::tokenExpired, SetAdvice::Remove, "The token has expired."},
    SetReason {offline_reason::offlineDisabled, SetAdvice::Remove, "Offline logon was turned off."},
    SetReason {offline_reason::passcodeTooShort, SetAdvice::Remove,
               "The passcode is too short for offline logon now."},
    SetReason {offline_reason::pinpadNotAllowed, SetAdvice::Remove,
               "Passcodes mixed by an app are not taken offline now."},
    SetReason {offline_reason::pinlessNotAllowed, SetAdvice::Remove,
               "Tokens without a PIN are not taken offline now."},
    SetReason {offline_reason::pinChanged, SetAdvice::LogonNeeded,
               "The PIN was changed; the next logon renews the data."},
    SetReason {offline_reason::userRenamed, SetAdvice::Renew, "The account has another name."},
    SetReason {offline_reason::policyChanged, SetAdvice::Renew, "The policy was changed."},
    SetReason {offline_reason::damaged, SetAdvice::Renew, "The data were damaged."},
    SetReason {offline_reason::notHeld, SetAdvice::Renew, "The data were not there at the last contact."},
    SetReason {offline_reason::notReceived, SetAdvice::Renew, "The data did not arrive."},
};

const SetReason* setReasonOf(const QString& reason)
{
    const auto found = std::find_if(setReasons.begin(), setReasons.end(),
                                    [&](const SetReason& known) { return reason == known.reason; });
    return found == setReasons.end() ? nullptr : &*found;
}

bool codeWasRead(Connection& connection, const OfflineSetRow& row)
{
    const auto codes = offlineCodes::of(connection, {row.userId, row.tokenId, row.workstationId});
    return std::any_of(codes.begin(), codes.end(),
                       [](const offlineCodes::Code& code) { return code.readAt.has_value(); });
}

QString fewLeft(int days)
{
    return days < 1 ? QStringLiteral("Less than an offline day is left.")
        : days == 1 ? QStringLiteral("One offline day is left.")
                    : QStringLiteral("%1 offline days are left.").arg(days);
}

// Renewed by itself, by a logon, or not at all now.
SetInstruction renewal(Connection& connection, const OfflineSetRow& row, const WorkstationRow& workstation,
                       const QString& reason, const QString& sentence, Timestamp now)
{
    SetInstruction instruction {
        .setId = row.wireId, .advice = SetAdvice::Renew, .reason = reason, .sentence = sentence};
    const bool keyIsThere = row.pinStyle != contract::PinStyle::BeforeCode
        || offlineCodes::hasPinKey(connection, row.tokenId, row.pinSetAt);
    if (row.refill == contract::OfflineRefill::Logon || !keyIsThere) {
        instruction.advice = SetAdvice::LogonNeeded;
        return instruction;
    }
    // What would be refused now is not asked for: a lock passes.
    const auto loaded = loadOfflineCase(connection, nullptr, row.userId, &workstation, now);
    const auto obstacle = loaded ? offlineObstacle(loaded->facts, row.tokenId, now) : std::nullopt;
    if (obstacle) {
        instruction.advice = SetAdvice::Keep;
        instruction.reason = obstacle->detail.value(QStringLiteral("reason")).toString();
        instruction.sentence = obstacle->detail.value(QStringLiteral("sentence")).toString();
    }
    return instruction;
}

} // namespace

QString sentenceOfSet(const QString& reason)
{
    const SetReason* known = setReasonOf(reason);
    return known ? QString::fromLatin1(known->sentence) : QString();
}

SetInstruction adviceFor(Connection& connection, const OfflineSetRow& row, const WorkstationRow& workstation,
                         Timestamp now)
{
    if (!row.reason.isEmpty()) {
        const SetReason* known = setReasonOf(row.reason);
        const SetAdvice advice = known ? known->advice : SetAdvice::Remove;
        const QString sentence = sentenceOfSet(row.reason);
        if (advice == SetAdvice::Renew) {
            return renewal(connection, row, workstation, row.reason, sentence, now);
        }
        return {.setId = row.wireId, .advice = advice, .reason = row.reason, .sentence = sentence};
    }
    const auto policies = PolicySnapshot::of(connection);
    const contract::OfflinePolicy policy = stricter(*policies->offline(row.userDomainId).policy,
                                                    *policies->offline(row.workstationDomainId).policy);
    const double left = row.daysLeft(now);
    const bool low = left <= policy.warnDays;
    const QString few = low ? fewLeft(static_cast<int>(left)) : QString();
    if (row.refillWanted || codeWasRead(connection, row)) {
        return renewal(connection, row, workstation,
                       row.refillWanted ? QStringLiteral("renewal_wanted") : QStringLiteral("code_read"),
                       QStringLiteral("An administrator asks for new data."), now);
    }
    const bool used = row.counts() && row.reportedStep
        && *row.reportedStep - row.firstStep > (row.lastStep - row.firstStep) / 2;
    const bool worth = now + std::chrono::days(policy.offlineDays) - row.expiresAt >= worthRenewing;
    const bool waits = row.refill == contract::OfflineRefill::Logon && !low && !used;
    if ((worth || used) && !waits) {
        return renewal(connection, row, workstation, QStringLiteral("days_left"), few, now);
    }
    return {.setId = row.wireId, .advice = SetAdvice::Keep, .reason = QString(), .sentence = few};
}

} // namespace holdfast::authentication
