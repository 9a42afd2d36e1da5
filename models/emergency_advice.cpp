// SPDX-License-Identifier: Apache-2.0
#include "models/emergency_advice.h"

#include "models/emergency_words.h"
#include "models/formats.h"
#include "models/words.h"

namespace holdfast::models {

using contract::CardAction;
using contract::CodeReplaces;
using contract::Cure;
using contract::EmergencyCodeIssue;
using contract::EmergencyCodeKind;
using contract::OnTokenReturn;
using contract::PinState;
using contract::Token;
using contract::TokenState;
using contract::UserCard;
using contract::UserStatus;
using Kind = EmergencyAdvice::Kind;

namespace {

constexpr int hour = 60;
constexpr int day = 24 * hour;
// A set must reach: some sign-ins a day, and a few that go wrong.
constexpr int codesForToday = 5;
constexpr int codesForDays = 10;
constexpr int codesForLost = 20;

const Token* tokenOf(const UserCard& card, const QString& serial)
{
    const Token* best = nullptr;
    for (const Token& token : card.tokens) {
        if (token.serial == serial) {
            return &token;
        }
        if (best == nullptr || token.lastUsedAt > best->lastUsedAt) {
            best = &token;
        }
    }
    return serial.isEmpty() ? best : nullptr;
}

bool wantsPin(const Token* token)
{
    return token != nullptr && token->pinStyle != contract::PinStyle::None
        && (token->pinState == PinState::Set || token->pinState == PinState::MustChange);
}

std::optional<Cure> accountCure(const UserCard& card)
{
    switch (card.user.status) {
    case UserStatus::Locked:
        return Cure {.action = CardAction::Unlock};
    case UserStatus::Disabled:
        return Cure {.action = CardAction::Enable};
    case UserStatus::NotYetValid:
    case UserStatus::Ended:
        return Cure {.action = CardAction::ExtendAccount};
    case UserStatus::Active:
        break;
    }
    return std::nullopt;
}

Cure cureOn(CardAction action, const Token* token)
{
    return {.action = action, .tokenSerial = token != nullptr ? token->serial : QString()};
}

// A code that is typed without a PIN is all that stands between a stranger and the account: one use each.
EmergencyCodeIssue issueFor(const UserCard& card, Missing missing, Need need, const Token* token)
{
    const contract::TokenPolicy& policy = card.policies.token;
    const bool withPin = wantsPin(token) && missing != Missing::Pin && missing != Missing::TokenAndPin;
    const bool lost = missing == Missing::TokenLost;
    EmergencyCodeIssue issue;
    issue.replaces = withPin ? CodeReplaces::Tokencode : CodeReplaces::Passcode;
    issue.onTokenReturn = lost ? OnTokenReturn::Refuse : OnTokenReturn::AcceptAndCancel;
    if (token != nullptr) {
        issue.tokenSerial = token->serial;
    }
    int minutes = policy.emergencyCodeMinutes;
    if (need == Need::OneSignIn) {
        issue.kind = EmergencyCodeKind::OneTimeSet;
        issue.count = 1;
        minutes = hour;
    } else if (need == Need::Today) {
        issue.kind = withPin ? EmergencyCodeKind::Fixed : EmergencyCodeKind::OneTimeSet;
        issue.count = withPin ? 1 : codesForToday;
        minutes = std::min(minutes, day);
    } else {
        issue.kind = EmergencyCodeKind::OneTimeSet;
        issue.count = lost ? codesForLost : codesForDays;
        minutes = lost ? 7 * day : 3 * day;
    }
    issue.lifetimeMinutes = std::min(minutes, policy.emergencyCodeMaxMinutes);
    return issue;
}

void warn(EmergencyAdvice& advice, const UserCard& card)
{
    using Words = EmergencyWords;
    const contract::Timestamp now = card.explanation.at;
    if (advice.first && advice.kind == Kind::Issue) {
        advice.warnings << Words::codeWorksOnlyAfter(words::of(advice.first->action));
    }
    int recent = 0;
    bool active = false;
    for (const contract::EmergencyCode& code : card.emergencyCodes) {
        recent += code.issuedAt > now - std::chrono::days(90) ? 1 : 0;
        active = active || code.state == contract::EmergencyCodeState::Active;
    }
    if (active) {
        advice.warnings << Words::endsFormerCodes();
    }
    if (recent >= 3) {
        advice.warnings << Words::oftenIssued(recent);
    }
}

EmergencyAdvice otherAction(Cure action, const QString& explanation)
{
    EmergencyAdvice advice;
    advice.kind = Kind::OtherAction;
    advice.heading = words::cure(action);
    advice.action = std::move(action);
    advice.explanation = explanation;
    return advice;
}

EmergencyAdvice impossible(const QString& heading, const QString& explanation)
{
    EmergencyAdvice advice;
    advice.heading = heading;
    advice.explanation = explanation;
    return advice;
}

EmergencyAdvice issueAdvice(const EmergencyCodeIssue& issue)
{
    EmergencyAdvice advice;
    advice.kind = Kind::Issue;
    advice.heading = EmergencyWords::heading(issue);
    advice.explanation = EmergencyWords::usage(issue);
    return advice;
}

// Token and PIN are there, and still it does not work.
EmergencyAdvice nothingMissing(const UserCard& card, const Token* token)
{
    if (const auto cure = accountCure(card)) {
        return otherAction(*cure, EmergencyWords::noCodeNeeded());
    }
    if (token == nullptr) {
        return otherAction({.action = CardAction::AssignToken}, EmergencyWords::noToken());
    }
    if (card.nextAction && card.nextAction->action != CardAction::None
        && card.nextAction->action != CardAction::IssueEmergencyCode) {
        return otherAction(*card.nextAction, EmergencyWords::noCodeNeeded());
    }
    return otherAction(cureOn(CardAction::ResyncToken, token), EmergencyWords::resync());
}

EmergencyAdvice pinForgotten(const Token* token, const EmergencyCodeIssue& issue, const MayDo& may)
{
    if (token != nullptr && token->pinState == PinState::NotSet) {
        return impossible(EmergencyWords::noPinYetHeading(), EmergencyWords::noPinYet());
    }
    if (token != nullptr && !wantsPin(token)) {
        return impossible(EmergencyWords::pinlessHeading(), EmergencyWords::pinless());
    }
    if (token != nullptr && may(CardAction::ClearPin)) {
        return otherAction(cureOn(CardAction::ClearPin, token), EmergencyWords::clearPin());
    }
    return issueAdvice(issue);
}

EmergencyAdvice tokenMissing(Missing missing, const Token* token, const EmergencyCodeIssue& issue,
                             const MayDo& may)
{
    if (token == nullptr) {
        return otherAction({.action = CardAction::AssignToken}, EmergencyWords::noToken());
    }
    if (token->state == TokenState::Expired) {
        return otherAction(cureOn(CardAction::ReplaceToken, token), EmergencyWords::expired());
    }
    EmergencyAdvice advice = issueAdvice(issue);
    if (missing == Missing::TokenLost) {
        advice.reportLost = !token->lostAt.has_value();
        if (may(CardAction::ReplaceToken)) {
            advice.action = cureOn(CardAction::ReplaceToken, token);
        }
    } else if (missing == Missing::TokenAndPin && wantsPin(token) && may(CardAction::ClearPin)) {
        advice.action = cureOn(CardAction::ClearPin, token);
    }
    return advice;
}

} // namespace

EmergencyAdvice adviseEmergency(const UserCard& card, Missing missing, Need need, const QString& tokenSerial,
                                const MayDo& may)
{
    if (need == Need::NoConnection) {
        return impossible(EmergencyWords::noConnectionHeading(), EmergencyWords::noConnection());
    }
    const Token* const token = tokenOf(card, tokenSerial);
    const EmergencyCodeIssue issue = issueFor(card, missing, need, token);
    EmergencyAdvice advice;
    if (missing == Missing::Nothing) {
        advice = nothingMissing(card, token);
    } else if (missing == Missing::Pin) {
        advice = pinForgotten(token, issue, may);
    } else {
        advice = tokenMissing(missing, token, issue, may);
    }
    advice.issue = issue;
    const bool expired = token != nullptr && token->state == TokenState::Expired;
    advice.codeIsPossible = may(CardAction::IssueEmergencyCode) && !expired;
    if (missing != Missing::Nothing) {
        advice.first = accountCure(card);
    }
    if (advice.kind == Kind::Issue && !may(CardAction::IssueEmergencyCode)) {
        advice.kind = Kind::Impossible;
        advice.explanation = EmergencyWords::notPermitted();
    }
    warn(advice, card);
    return advice;
}

} // namespace holdfast::models
