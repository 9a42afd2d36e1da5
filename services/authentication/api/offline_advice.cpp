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

// As far as a renewal would reach now: no further than the token and the account do.
Timestamp endIfRenewed(const LoadedCase& loaded, qint64 tokenId, int days, Timestamp now)
{
    Timestamp end = now + std::chrono::days(days);
    const TokenFacts* token = loaded.token(tokenId);
    for (const auto& limit : {token ? token->expiresAt : std::nullopt, loaded.person->account.endsAt}) {
        if (limit) {
            end = std::min(end, *limit);
        }
    }
    return end;
}

struct Renewal
{
    QString reason;
    QString sentence;
    int forDays = 0; // worth nothing unless it brings some of these; 0: wanted whatever it brings
};

// Renewed by itself, by a logon, or not at all now.
SetInstruction renewal(Connection& connection, const OfflineSetRow& row, const WorkstationRow& workstation,
                       const Renewal& wanted, Timestamp now)
{
    SetInstruction instruction {.setId = row.wireId,
                                .advice = SetAdvice::Renew,
                                .reason = wanted.reason,
                                .sentence = wanted.sentence};
    const auto loaded = loadOfflineCase(connection, nullptr, row.userId, &workstation, now);
    if (loaded && wanted.forDays > 0
        && endIfRenewed(*loaded, row.tokenId, wanted.forDays, now) - row.expiresAt < worthRenewing) {
        instruction.advice = SetAdvice::Keep;
        instruction.reason.clear();
        return instruction;
    }
    const bool keyIsThere = row.pinStyle != contract::PinStyle::BeforeCode
        || offlineCodes::hasPinKey(connection, row.tokenId, row.pinSetAt);
    if (row.refill == contract::OfflineRefill::Logon || !keyIsThere) {
        instruction.advice = SetAdvice::LogonNeeded;
        return instruction;
    }
    // What would be refused now is not asked for: a lock passes.
    const auto obstacle = loaded ? offlineObstacle(loaded->facts, row.tokenId, now) : std::nullopt;
    if (obstacle) {
        instruction.advice = SetAdvice::Keep;
        instruction.reason = obstacle->detail.value(QStringLiteral("reason")).toString();
        instruction.sentence = obstacle->detail.value(QStringLiteral("sentence")).toString();
    }
    return instruction;
}

SetInstruction adviceForInvalid(Connection& connection, const OfflineSetRow& row,
                                const WorkstationRow& workstation, Timestamp now)
{
    const QString sentence = sentenceOfSet(row.reason);
    SetInstruction instruction {.setId = row.wireId,
                                .advice = adviceOfReason(row.reason),
                                .reason = row.reason,
                                .sentence = sentence};
    // Without a PIN nothing but the laptop stands between whoever finds the token and the account.
    if (row.reason == reason::tokenLost && row.pinStyle == contract::PinStyle::None) {
        instruction.advice = SetAdvice::Remove;
    }
    if (instruction.advice != SetAdvice::Renew) {
        return instruction;
    }
    SetInstruction renewed = renewal(connection, row, workstation, {row.reason, sentence}, now);
    if (row.reason == offline_reason::userRenamed && renewed.advice != SetAdvice::Renew) {
        // A name that may be somebody else's by now must not go on letting this person in.
        return {.setId = row.wireId, .advice = SetAdvice::Remove, .reason = row.reason, .sentence = sentence};
    }
    return renewed;
}

} // namespace

Reason tokencodeRefusal(const OfflineSetRow& row)
{
    // Its record is bound to the PIN that the set was made with.
    if (row.reason == offline_reason::pinChanged || row.reason == offline_reason::pinCleared) {
        return offline_reason::pinChanged;
    }
    // Another attempt is counted before it is looked at.
    const auto allowed = failuresOfMark(row.mark);
    return allowed && row.failures.value_or(0) >= *allowed ? offline_reason::tooManyFailures : Reason {};
}

SetInstruction adviceFor(Connection& connection, const OfflineSetRow& row, const WorkstationRow& workstation,
                         Timestamp now)
{
    if (!row.reason.isEmpty()) {
        return adviceForInvalid(connection, row, workstation, now);
    }
    const auto policies = PolicySnapshot::of(connection);
    const contract::OfflinePolicy policy = stricter(*policies->offline(row.userDomainId).policy,
                                                    *policies->offline(row.workstationDomainId).policy);
    const double left = row.daysLeft(now);
    const bool low = left <= policy.warnDays;
    const QString few = low ? fewLeft(static_cast<int>(left)) : QString();
    if (row.refillWanted || codeWasRead(connection, row)) {
        return renewal(connection, row, workstation,
                       {row.refillWanted ? QStringLiteral("renewal_wanted") : QStringLiteral("code_read"),
                        QStringLiteral("An administrator asks for new data.")},
                       now);
    }
    const bool used = row.counts() && row.reportedStep
        && *row.reportedStep - row.firstStep > (row.lastStep - row.firstStep) / 2;
    const int days = daysThatFit(policy, row.intervalSeconds, policy.offlineDays);
    const bool worth = now + std::chrono::days(days) - row.expiresAt >= worthRenewing;
    const bool waits = row.refill == contract::OfflineRefill::Logon && !low && !used;
    if ((worth || used) && !waits) {
        return renewal(connection, row, workstation, {QStringLiteral("days_left"), few, used ? 0 : days},
                       now);
    }
    return {.setId = row.wireId, .advice = SetAdvice::Keep, .reason = QString(), .sentence = few};
}

} // namespace holdfast::authentication
