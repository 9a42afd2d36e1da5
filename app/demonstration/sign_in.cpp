// SPDX-License-Identifier: Apache-2.0
#include "app/demonstration/sign_in.h"

#include "app/demonstration/help_desk.h"
#include "services/authentication/domain/account_state.h"
#include "services/otp/oath.h"

namespace holdfast::demonstration {

using authentication::Reason;
using contract::Event;
using contract::EventResult;
using contract::PinState;
using namespace std::chrono_literals;
namespace reason = authentication::reason;

namespace {

constexpr auto logOn = "AUTHN_LOGIN_EVENT";

Event& tell(World& world, const Person& person, const char* key, EventResult result)
{
    Event& event = world.tell(contract::EventLog::Authentication, key, result);
    World::about(event, person);
    event.actor = person.client;
    event.client = person.client;
    event.clientAddress = person.address;
    event.method = QStringLiteral("SECURID");
    return event;
}

Reason refusalOf(const DemoToken& token, Timestamp now)
{
    if (!token.enabled) {
        return reason::tokenDisabled;
    }
    if (token.expiresAt && now >= *token.expiresAt) {
        return reason::tokenExpired;
    }
    return token.lostAt ? reason::tokenLost : reason::none;
}

// A successor comes first: people use the new one.
std::optional<int> usableToken(const World& world, const Person& person)
{
    std::optional<int> best;
    for (const int index : person.tokens) {
        const DemoToken& token = world.tokens[static_cast<size_t>(index)];
        if (refusalOf(token, world.now).isEmpty() && (!best || token.replaces)) {
            best = index;
        }
    }
    return best;
}

void fail(World& world, Person& person, DemoToken* token, Reason why)
{
    const contract::LockoutPolicy& policy = world.lockoutOf(person);
    const auto count = authentication::afterFailure(person.account, policy, world.now);
    person.account.failures = count.failures;
    person.account.firstFailureAt = count.firstFailureAt;
    person.account.lockedAt = count.lockedAt;
    {
        Event& event = tell(world, person, logOn, EventResult::Failure);
        event.reason = why;
        event.detail = {{QStringLiteral("failures"), count.failures},
                        {QStringLiteral("limit"), policy.maxFailures}};
        if (token) {
            event.tokenSerial = token->serial;
            token->wrongCodes += why == reason::wrongCode || why == reason::wrongPin ? 1 : 0;
        }
    }
    if (!count.locks) {
        return;
    }
    Event& locked = tell(world, person, "ACCOUNT_LOCKED", EventResult::Information);
    locked.reason = reason::accountLocked;
    locked.actor = QStringLiteral("system");
    locked.detail = {{QStringLiteral("failures"), count.failures},
                     {QStringLiteral("limit"), policy.maxFailures}};
    if (policy.unlockBy == contract::UnlockBy::Time) {
        locked.detail.insert(QStringLiteral("unlockAfterSeconds"), policy.unlockAfterSeconds);
    }
}

void refuse(World& world, const Person& person, const DemoToken* token, Reason why)
{
    Event& event = tell(world, person, logOn, EventResult::Failure);
    event.reason = why;
    if (token) {
        event.tokenSerial = token->serial;
    }
}

void completeReplacement(World& world, Person& person, int used)
{
    DemoToken& token = world.tokens[static_cast<size_t>(used)];
    const int oldIndex = *token.replaces;
    DemoToken& old = world.tokens[static_cast<size_t>(oldIndex)];
    Event& event = tell(world, person, "AM_TOKEN_REPLACED", EventResult::Success);
    event.tokenSerial = token.serial;
    event.detail = {{QStringLiteral("oldSerial"), old.serial}, {QStringLiteral("keptPin"), token.keepPin}};
    if (token.keepPin && token.pinState == PinState::NotSet && old.pinState == PinState::Set) {
        token.pinState = PinState::Set;
        token.pinSetAt = old.pinSetAt;
    }
    std::erase(person.tokens, oldIndex);
    old.person.reset();
    old.assignedAt.reset();
    old.lostAt.reset();
    old.pinSetAt.reset();
    old.enabled = false;
    old.pinState = old.pinStyle == contract::PinStyle::None ? PinState::NotRequired : PinState::NotSet;
    old.replacedBy = used;
    token.replaces.reset();
    token.keepPin = false;
}

void succeed(World& world, int personIndex, int tokenIndex, const char* method)
{
    Person& person = world.people[static_cast<size_t>(personIndex)];
    DemoToken& token = world.tokens[static_cast<size_t>(tokenIndex)];
    person.account.failures = 0;
    person.account.firstFailureAt.reset();
    person.account.lockedAt.reset();
    person.account.lastLogonAt = world.now;
    token.lastUsedAt = world.now;
    token.wrongCodes = 0;
    if (token.kind == contract::TokenKind::Hotp) {
        token.lastStep += world.random.between(1, 2);
    } else {
        if (world.random.chance(0.01)) {
            token.driftSteps = world.random.between(-1, 1);
        }
        token.lastStep = otp::stepAt(world.now, token.intervalSeconds) + token.driftSteps;
    }
    if (token.replaces) {
        completeReplacement(world, person, tokenIndex);
    }
    endCodesOnReturn(world, personIndex, tokenIndex);
    Event& event = tell(world, person, logOn, EventResult::Success);
    event.tokenSerial = token.serial;
    event.method = QString::fromLatin1(method);
}

void challenge(World& world, int personIndex, int tokenIndex, Reason why)
{
    const Person& person = world.people[static_cast<size_t>(personIndex)];
    Event& event = tell(world, person, logOn, EventResult::Challenge);
    event.reason = why;
    event.tokenSerial = world.tokens[static_cast<size_t>(tokenIndex)].serial;
    const bool newPin = why == reason::newPinRequired;
    const auto pause = std::chrono::seconds(world.random.between(25, 70));
    world.plan(world.now + pause, [&world, personIndex, tokenIndex, newPin] {
        DemoToken& token = world.tokens[static_cast<size_t>(tokenIndex)];
        if (token.person != personIndex) {
            return;
        }
        if (newPin) {
            token.pinState = PinState::Set;
            token.pinSetAt = world.now;
            Event& set = tell(world, world.people[static_cast<size_t>(personIndex)], "AM_NEW_PIN_SET",
                              EventResult::Success);
            set.tokenSerial = token.serial;
            set.method = QStringLiteral("SECURID_NEWPIN");
        }
        succeed(world, personIndex, tokenIndex, newPin ? "SECURID_NEWPIN" : "SECURID_NEXT_TOKENCODE");
    });
}

void attemptWith(World& world, int personIndex, int tokenIndex, Typed typed)
{
    Person& person = world.people[static_cast<size_t>(personIndex)];
    DemoToken& token = world.tokens[static_cast<size_t>(tokenIndex)];
    const int patience = world.tokenPolicyOf(person).nextTokencodeAfter;
    switch (typed) {
    case Typed::WrongCode:
        fail(world, person, &token, reason::wrongCode);
        return;
    case Typed::WrongPin:
        fail(world, person, &token, token.pinState == PinState::Set ? reason::wrongPin : reason::wrongCode);
        return;
    case Typed::UsedCode:
        fail(world, person, &token, token.lastUsedAt ? reason::codeAlreadyUsed : reason::wrongCode);
        return;
    case Typed::Right:
        break;
    }
    const bool takesPinOver = token.replaces && token.keepPin;
    if (token.nextCodeRequired || (patience > 0 && token.wrongCodes >= patience)) {
        token.nextCodeRequired = false;
        challenge(world, personIndex, tokenIndex, reason::nextTokencodeRequired);
    } else if (token.pinState == PinState::MustChange
               || (token.pinState == PinState::NotSet && !takesPinOver)) {
        challenge(world, personIndex, tokenIndex, reason::newPinRequired);
    } else {
        succeed(world, personIndex, tokenIndex, "SECURID");
    }
}

bool attemptWithEmergencyCode(World& world, int personIndex)
{
    Person& person = world.people[static_cast<size_t>(personIndex)];
    for (size_t i = world.issues.size(); i-- > 0;) {
        Issue& issue = world.issues[i];
        const bool fixed = issue.kind == contract::EmergencyCodeKind::Fixed;
        if (issue.person != personIndex || issue.cancelledAt || world.now >= issue.expiresAt
            || (!fixed && issue.used >= issue.count)) {
            continue;
        }
        issue.used += fixed ? 0 : 1;
        issue.lastUsedAt = world.now;
        person.account.failures = 0;
        person.account.firstFailureAt.reset();
        person.account.lastLogonAt = world.now;
        Event& event = tell(world, person, logOn, EventResult::Success);
        event.method = QStringLiteral("EMERGENCY_TOKENCODE");
        if (issue.token) {
            event.tokenSerial = world.tokens[static_cast<size_t>(*issue.token)].serial;
        }
        event.detail = {{QStringLiteral("emergencyCodeId"), QString::number(i + 1)},
                        {QStringLiteral("submittedAs"), QStringLiteral("SECURID")}};
        return true;
    }
    return false;
}

} // namespace

void attempt(World& world, int personIndex, Typed typed)
{
    Person& person = world.people[static_cast<size_t>(personIndex)];
    if (world.now < person.createdAt) {
        return;
    }
    const Reason refused = authentication::refusalOf(person.account, world.lockoutOf(person), world.now);
    if (!refused.isEmpty()) {
        refuse(world, person, nullptr, refused);
        return;
    }
    if (leftAtHome(world, personIndex)) {
        if (!attemptWithEmergencyCode(world, personIndex)) {
            return; // nothing in hand to try with
        }
        return;
    }
    if (const auto token = usableToken(world, person)) {
        attemptWith(world, personIndex, *token, typed);
        return;
    }
    if (typed == Typed::Right && attemptWithEmergencyCode(world, personIndex)) {
        return;
    }
    if (person.tokens.empty()) {
        refuse(world, person, nullptr, reason::noToken);
        return;
    }
    const DemoToken& token = world.tokens[static_cast<size_t>(person.tokens.front())];
    refuse(world, person, &token, refusalOf(token, world.now));
}

void attemptUnknown(World& world, const QString& name, const QString& client, const QString& address)
{
    Event& event = world.tell(contract::EventLog::Authentication, logOn, EventResult::Failure);
    event.userName = name;
    event.reason = reason::userUnknown;
    event.actor = client;
    event.client = client;
    event.clientAddress = address;
    event.method = QStringLiteral("SECURID");
}

} // namespace holdfast::demonstration
