// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/offline_policy.h"

#include "services/authentication/domain/offline_reasons.h"
#include "services/contract/json.h"

namespace holdfast::authentication {

using contract::OfflinePolicy;
using contract::PinStyle;
using Answer = PasscodeVerdict::Answer;

OfflinePolicy stricter(const OfflinePolicy& person, const OfflinePolicy& workstation)
{
    OfflinePolicy both = person;
    const auto bothAllow = [&](bool OfflinePolicy::*setting) {
        both.*setting = person.*setting && workstation.*setting;
    };
    const auto oneAsks = [&](bool OfflinePolicy::*setting) {
        both.*setting = person.*setting || workstation.*setting;
    };
    const auto smaller = [&](int OfflinePolicy::*setting) {
        both.*setting = std::min(person.*setting, workstation.*setting);
    };
    const auto greater = [&](int OfflinePolicy::*setting) {
        both.*setting = std::max(person.*setting, workstation.*setting);
    };
    bothAllow(&OfflinePolicy::enabled);
    greater(&OfflinePolicy::minimumPasscodeLength);
    bothAllow(&OfflinePolicy::allowPinpadOrSoftware);
    bothAllow(&OfflinePolicy::allowPinless);
    bothAllow(&OfflinePolicy::allowFixedPasscode);
    smaller(&OfflinePolicy::offlineDays);
    greater(&OfflinePolicy::warnDays);
    smaller(&OfflinePolicy::maxFailures);
    bothAllow(&OfflinePolicy::emergencyTokencodes);
    bothAllow(&OfflinePolicy::emergencyPasscodes);
    oneAsks(&OfflinePolicy::emergencyCodeLetters);
    smaller(&OfflinePolicy::emergencyCodeDays);
    smaller(&OfflinePolicy::logonsPerDay);
    oneAsks(&OfflinePolicy::uploadEvents);
    bothAllow(&OfflinePolicy::allowChallenges);
    if (both.helpText.isEmpty()) {
        both.helpText = workstation.helpText;
    }
    return both;
}

const OfflinePolicyInEffect& EffectiveOfflinePolicy::decidedBy(const char* setting) const
{
    if (!workstation) {
        return person;
    }
    const auto value = [&](const OfflinePolicy& of) {
        return contract::toJson(of).value(QLatin1String(setting));
    };
    const bool theirs =
        value(*workstation->policy) == value(policy) && value(*person.policy) != value(policy);
    return theirs ? *workstation : person;
}

EffectiveOfflinePolicy effectiveOfflinePolicy(OfflinePolicyInEffect person,
                                              std::optional<OfflinePolicyInEffect> workstation)
{
    EffectiveOfflinePolicy effective;
    effective.policy = workstation ? stricter(*person.policy, *workstation->policy) : *person.policy;
    effective.person = std::move(person);
    effective.workstation = std::move(workstation);
    return effective;
}

PinStyle offlinePinStyle(const TokenFacts& token)
{
    return token.pinState == contract::PinState::NotRequired ? PinStyle::None : token.pinStyle;
}

OfflinePasscode offlinePasscodeOf(const TokenFacts& token, const contract::TokenPolicy& pins,
                                  std::optional<int> pinLength)
{
    OfflinePasscode passcode;
    passcode.style = offlinePinStyle(token);
    passcode.digits = token.digits;
    passcode.pinLength = passcode.style == PinStyle::BeforeCode ? pinLength : std::nullopt;
    passcode.shortestPin = pins.pinMinLength;
    passcode.longestPin = pins.pinMaxLength;
    passcode.counts = token.kind == contract::TokenKind::Hotp;
    return passcode;
}

PasscodeVerdict passcodeVerdict(const OfflinePolicy& policy, const OfflinePasscode& passcode)
{
    const bool typed = passcode.style == PinStyle::BeforeCode;
    PasscodeVerdict verdict;
    verdict.shortest = passcode.digits + (typed ? passcode.pinLength.value_or(passcode.shortestPin) : 0);
    verdict.longest = passcode.digits + (typed ? passcode.pinLength.value_or(passcode.longestPin) : 0);
    const auto say = [&](Answer answer, Reason reason, const char* setting) {
        verdict.answer = answer;
        verdict.reason = reason;
        verdict.setting = setting;
        return verdict;
    };
    if (!policy.enabled) {
        return say(Answer::Refused, offline_reason::offlineDisabled, "enabled");
    }
    if (verdict.shortest >= policy.minimumPasscodeLength) {
        return say(Answer::Allowed, offline_reason::longEnough, "minimumPasscodeLength");
    }
    if (typed) {
        const bool may = verdict.longest >= policy.minimumPasscodeLength;
        return say(may ? Answer::Unknown : Answer::Refused, offline_reason::passcodeTooShort,
                   "minimumPasscodeLength");
    }
    const bool mixed = passcode.style == PinStyle::Mixed;
    const char* exception = mixed ? "allowPinpadOrSoftware" : "allowPinless";
    if (mixed ? policy.allowPinpadOrSoftware : policy.allowPinless) {
        return say(Answer::Allowed, offline_reason::byException, exception);
    }
    return say(Answer::Refused, mixed ? offline_reason::pinpadNotAllowed : offline_reason::pinlessNotAllowed,
               exception);
}

QString offlineMark(const OfflinePolicy& policy, PinStyle style, bool counts)
{
    // Where no PIN is typed before a code, there is no emergency tokencode whatever the policy says.
    const bool tokencodes = policy.emergencyTokencodes && style == PinStyle::BeforeCode;
    QStringList parts;
    const auto add = [&](char name, int value) {
        parts << QLatin1Char(name) + QString::number(value);
    };
    add('d', policy.offlineDays);
    add('w', policy.warnDays);
    add('f', policy.maxFailures);
    add('t', tokencodes ? 1 : 0);
    add('p', policy.emergencyPasscodes ? 1 : 0);
    if (tokencodes || policy.emergencyPasscodes) {
        add('l', policy.emergencyCodeLetters ? 1 : 0);
        add('e', policy.emergencyCodeDays);
    }
    add('u', policy.uploadEvents ? 1 : 0);
    if (counts) {
        add('n', policy.logonsPerDay);
    }
    return parts.join(QLatin1Char(' '));
}

std::optional<int> failuresOfMark(const QString& mark)
{
    for (const QString& part : mark.split(QLatin1Char(' '))) {
        if (part.startsWith(QLatin1Char('f'))) {
            bool isNumber = false;
            const int failures = part.mid(1).toInt(&isNumber);
            return isNumber ? std::optional(failures) : std::nullopt;
        }
    }
    return std::nullopt;
}

qint64 codesGranted(int logonsPerDay, int days)
{
    const qint64 uses = qint64 {logonsPerDay} * days;
    return std::min(uses + (uses + 4) / 5, mostCodesGranted);
}

int daysThatFit(const OfflinePolicy& policy, int intervalSeconds, int days)
{
    constexpr int mostDays = 99;
    // However short its steps are, a set stays within its bounds.
    constexpr int mostSteps = 500'000;
    constexpr int secondsOfDay = 86400;
    const qint64 fitting = intervalSeconds > 0
        ? mostSteps / std::max(1, secondsOfDay / intervalSeconds)
        : mostCodesGranted * 5 / (qint64 {6} * std::max(1, policy.logonsPerDay));
    return static_cast<int>(std::clamp<qint64>(fitting, 1, std::clamp(days, 1, mostDays)));
}

} // namespace holdfast::authentication
