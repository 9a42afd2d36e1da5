// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/emergency_plan.h"

#include "services/authentication/domain/account_state.h"
#include "services/authentication/domain/token_state.h"

namespace holdfast::authentication {

using contract::CodeReplaces;
using contract::EmergencyCodeIssue;
using contract::EmergencyCodeKind;
using contract::OnTokenReturn;
using contract::Result;
using contract::Timestamp;
using contract::Unexpected;

namespace {

constexpr int codesOfASet = 5;

Unexpected conflict(const char* code, const QString& sentence)
{
    return contract::failure(contract::ErrorKind::Conflict, QString::fromLatin1(code), sentence);
}

bool hasEnded(const TokenFacts& token, Timestamp now)
{
    return token.expiresAt && now >= *token.expiresAt;
}

// The token that is most likely missing: one reported lost, else the one used last.
bool likelier(const TokenFacts& a, const TokenFacts& b)
{
    const auto weight = [](const TokenFacts& token) {
        const auto milliseconds = [](std::optional<Timestamp> at) {
            return at ? contract::toMilliseconds(*at) : 0;
        };
        return std::tuple(milliseconds(token.lostAt), token.enabled, wantsPin(token),
                          milliseconds(token.lastUsedAt));
    };
    return weight(a) > weight(b);
}

// Null: the person has none, and the code stands by itself.
Result<const TokenFacts*> tokenFor(const AttemptFacts& person, const EmergencyCodeIssue& issue, Timestamp now)
{
    const TokenFacts* best = nullptr;
    for (const TokenFacts& token : person.tokens) {
        if (issue.tokenSerial && token.serial != *issue.tokenSerial) {
            continue;
        }
        const bool better = !best || (hasEnded(*best, now) && !hasEnded(token, now))
            || (hasEnded(*best, now) == hasEnded(token, now) && likelier(token, *best));
        best = better ? &token : best;
    }
    if (!best && issue.tokenSerial) {
        return contract::invalidField(QStringLiteral("tokenSerial"), QStringLiteral("token_not_of_person"),
                                      QStringLiteral("This person has no token with this serial number."));
    }
    if (best && hasEnded(*best, now)) {
        return conflict("token_expired",
                        QStringLiteral("Token %1 has expired, and a code that stands for it would not work."
                                       " Assign a new token first.")
                            .arg(best->serial));
    }
    return best;
}

Result<Timestamp> expiryOf(const AttemptFacts& person, const TokenFacts* token,
                           const EmergencyCodeIssue& issue, Timestamp now)
{
    const contract::TokenPolicy& policy = *person.tokenPolicy.policy;
    if (issue.lifetimeMinutes.value_or(0) > policy.emergencyCodeMaxMinutes) {
        return contract::invalidField(QStringLiteral("lifetimeMinutes"), QStringLiteral("too_large"),
                                      QStringLiteral("The token policy \"%1\" allows at most %2 minutes.")
                                          .arg(person.tokenPolicy.origin.policyName)
                                          .arg(policy.emergencyCodeMaxMinutes));
    }
    const int minutes =
        issue.lifetimeMinutes.value_or(std::min(policy.emergencyCodeMinutes, policy.emergencyCodeMaxMinutes));
    Timestamp expiry = now + std::chrono::minutes(minutes);
    if (token && token->expiresAt) {
        expiry = std::min(expiry, *token->expiresAt);
    }
    return person.account.endsAt ? std::min(expiry, *person.account.endsAt) : expiry;
}

Result<void> requireAccount(const AttemptFacts& person, Timestamp now)
{
    if (!person.account.enabled) {
        return conflict("account_disabled",
                        QStringLiteral("The account is disabled: no code would work. Enable it first."));
    }
    if (person.account.endsAt && now >= *person.account.endsAt) {
        return conflict("account_ended",
                        QStringLiteral("The account has ended: no code would work. Extend it first."));
    }
    return {};
}

} // namespace

Result<EmergencyPlan> planEmergencyCodes(const AttemptFacts& person, const EmergencyCodeIssue& issue,
                                         Timestamp now)
{
    EmergencyPlan plan {
        .kind = issue.kind, .onTokenReturn = issue.onTokenReturn, .reason = issue.reason.trimmed()};
    if (plan.reason.isEmpty()) {
        return contract::invalidField(QStringLiteral("reason"), QStringLiteral("required"),
                                      QStringLiteral("Give a reason or a ticket number."));
    }
    if (issue.kind == EmergencyCodeKind::Fixed && issue.count.value_or(1) != 1) {
        return contract::invalidField(QStringLiteral("count"), QStringLiteral("contradicts"),
                                      QStringLiteral("A fixed code is one code. Ask for a oneTimeSet."));
    }
    plan.count = issue.kind == EmergencyCodeKind::Fixed ? 1 : issue.count.value_or(codesOfASet);
    if (auto usable = requireAccount(person, now); !usable) {
        return Unexpected(usable.error());
    }
    const auto token = tokenFor(person, issue, now);
    if (!token) {
        return Unexpected(token.error());
    }
    const bool hasPin = *token && wantsPin(**token);
    plan.replaces = issue.replaces.value_or(hasPin ? CodeReplaces::Tokencode : CodeReplaces::Passcode);
    if (plan.replaces == CodeReplaces::Tokencode && !hasPin) {
        return conflict("no_pin",
                        QStringLiteral("The person has no PIN to type in front of a code. Issue one"
                                       " that replaces the whole passcode."));
    }
    if (*token) {
        plan.tokenId = (*token)->id;
        plan.tokenSerial = (*token)->serial;
    }
    const auto expiry = expiryOf(person, *token, issue, now);
    if (!expiry) {
        return Unexpected(expiry.error());
    }
    plan.expiresAt = *expiry;
    plan.locked = lockOf(person.account, *person.lockout.policy, now).locked;
    return plan;
}

QString usageOf(const EmergencyPlan& plan)
{
    const bool set = plan.kind == EmergencyCodeKind::OneTimeSet;
    const bool pin = plan.replaces == CodeReplaces::Tokencode;
    QString until = contract::toRfc3339(plan.expiresAt).left(16);
    until.replace(QLatin1Char('T'), QLatin1Char(' '));
    QStringList sentences;
    if (plan.locked) {
        sentences << QStringLiteral("The account is locked: unlock it first, or no code works.");
    }
    sentences << QStringLiteral("Where a passcode is asked for, type %1%2 code%3.")
                     .arg(pin ? QStringLiteral("the PIN and directly after it ") : QString(),
                          set ? QStringLiteral("one") : QStringLiteral("the"),
                          pin ? QString() : QStringLiteral(" alone, without a PIN"));
    sentences << (set ? QStringLiteral("Each code works once, until %1 UTC.").arg(until)
                      : QStringLiteral("It works again and again until %1 UTC.").arg(until));
    if (!plan.tokenSerial.isEmpty()) {
        switch (plan.onTokenReturn) {
        case OnTokenReturn::Refuse:
            sentences << QStringLiteral("Until then the token itself is refused.");
            break;
        case OnTokenReturn::AcceptAndCancel:
            sentences << QStringLiteral("Once the token itself is used again, this ends.");
            break;
        case OnTokenReturn::AcceptAfterExpiry:
            sentences << QStringLiteral("Until then the token itself is refused; afterwards it works again.");
            break;
        }
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace holdfast::authentication
