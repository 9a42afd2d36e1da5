// SPDX-License-Identifier: Apache-2.0
#include "app/demonstration/help_desk.h"

#include "app/demonstration/stock.h"

namespace holdfast::demonstration {

using contract::Event;
using contract::PinState;
using namespace std::chrono_literals;

namespace {

DemoToken& at(World& world, int token)
{
    return world.tokens[static_cast<size_t>(token)];
}

Event& tellUpdate(World& world, int administrator, int token, const char* action)
{
    Event& event = world.tellDeed(administrator, "UPDATE_AM_TOKEN");
    world.about(event, at(world, token));
    event.detail.insert(QStringLiteral("action"), QString::fromLatin1(action));
    return event;
}

bool isActive(const Issue& issue, Timestamp now)
{
    const bool usedUp = issue.kind == contract::EmergencyCodeKind::OneTimeSet && issue.used >= issue.count;
    return !issue.cancelledAt && now < issue.expiresAt && !usedUp;
}

} // namespace

int onDuty(const World& world)
{
    const auto hour = std::chrono::floor<std::chrono::hours>(world.now).time_since_epoch().count() % 24;
    const size_t shift = hour >= 6 && hour < 14 ? static_cast<size_t>(hour % 2)
        : hour < 22 && hour >= 14               ? 2U
                                                : 3U;
    return world.helpDesk[shift];
}

void unlockAccount(World& world, int administrator, int person)
{
    Person& one = world.people[static_cast<size_t>(person)];
    one.account.failures = 0;
    one.account.firstFailureAt.reset();
    one.account.lockedAt.reset();
    one.updatedAt = world.now;
    Event& event = world.tellDeed(administrator, "UPDATE_PRINCIPAL");
    World::about(event, one);
    event.detail.insert(QStringLiteral("action"), QStringLiteral("unlock"));
}

void setAccountEnabled(World& world, int administrator, int person, bool enabled)
{
    Person& one = world.people[static_cast<size_t>(person)];
    one.account.enabled = enabled;
    one.updatedAt = world.now;
    Event& event = world.tellDeed(administrator, "UPDATE_PRINCIPAL");
    World::about(event, one);
    event.detail.insert(QStringLiteral("action"),
                        enabled ? QStringLiteral("enable") : QStringLiteral("disable"));
}

void clearPin(World& world, int administrator, int token)
{
    DemoToken& one = at(world, token);
    if (one.pinState == PinState::NotRequired) {
        return;
    }
    one.pinState = PinState::NotSet;
    one.pinSetAt.reset();
    tellUpdate(world, administrator, token, "clear-pin");
}

void setTokenEnabled(World& world, int administrator, int token, bool enabled)
{
    at(world, token).enabled = enabled;
    tellUpdate(world, administrator, token, enabled ? "enable" : "disable");
}

void resynchronise(World& world, int administrator, int token)
{
    DemoToken& one = at(world, token);
    one.wrongCodes = 0;
    if (one.kind == contract::TokenKind::Hotp) {
        one.lastStep += world.random.between(12, 30);
    } else {
        one.driftSteps = world.random.between(2, 5) * (world.random.chance(0.5) ? 1 : -1);
        one.lastStep = contract::toMilliseconds(world.now) / 1000 / one.intervalSeconds + one.driftSteps;
    }
    Event& event = world.tellDeed(administrator, "AM_RESYNC_TOKEN");
    world.about(event, one);
    event.detail = {{QStringLiteral("driftSteps"), one.driftSteps}};
}

void reportLost(World& world, int administrator, int token)
{
    at(world, token).lostAt = world.now;
    tellUpdate(world, administrator, token, "lost");
}

void replaceToken(World& world, int administrator, int token, bool keepPin)
{
    const int person = *at(world, token).person;
    const auto successor = takeFromShelf(world, world.people[static_cast<size_t>(person)], false);
    if (!successor || at(world, token).replacedBy) {
        return;
    }
    DemoToken& old = at(world, token);
    DemoToken& next = at(world, *successor);
    next.person = person;
    next.domain = old.domain;
    next.enabled = true;
    next.assignedAt = world.now;
    if (old.pinState == PinState::NotRequired) {
        next.pinStyle = contract::PinStyle::None;
        next.pinState = PinState::NotRequired;
    }
    next.replaces = token;
    next.keepPin = keepPin;
    old.replacedBy = *successor;
    old.keepPin = keepPin;
    world.people[static_cast<size_t>(person)].tokens.push_back(*successor);
    Event& event = world.tellDeed(administrator, "AM_REPLACE_TOKEN");
    world.about(event, old);
    event.detail = {{QStringLiteral("newSerial"), next.serial}, {QStringLiteral("keepPin"), keepPin}};
}

void issueCodes(World& world, int administrator, int person, std::optional<int> token,
                const CodesWanted& wanted)
{
    const Person& one = world.people[static_cast<size_t>(person)];
    const bool hasPin = token && at(world, *token).pinState == PinState::Set;
    const int minutes = wanted.minutes > 0 ? wanted.minutes : world.tokenPolicyOf(one).emergencyCodeMinutes;
    Issue issue;
    issue.person = person;
    issue.token = token;
    issue.kind = wanted.kind;
    issue.replaces = hasPin ? contract::CodeReplaces::Tokencode : contract::CodeReplaces::Passcode;
    issue.onTokenReturn = wanted.onTokenReturn;
    issue.reason = wanted.reason;
    issue.issuedBy = world.people[static_cast<size_t>(administrator)].account.name;
    issue.issuedAt = world.now;
    issue.expiresAt = world.now + std::chrono::minutes(minutes);
    issue.count = wanted.kind == contract::EmergencyCodeKind::Fixed ? 1 : 5;
    world.issues.push_back(issue);
    Event& event = world.tellDeed(administrator, "EMERGENCY_CODES_ISSUED");
    World::about(event, one);
    if (token) {
        event.tokenSerial = at(world, *token).serial;
    }
    event.detail = {{QStringLiteral("issueId"), QString::number(world.issues.size())},
                    {QStringLiteral("kind"), contract::enumName(issue.kind)},
                    {QStringLiteral("count"), issue.count},
                    {QStringLiteral("replaces"), contract::enumName(issue.replaces)},
                    {QStringLiteral("onTokenReturn"), contract::enumName(issue.onTokenReturn)},
                    {QStringLiteral("expiresAt"), contract::toRfc3339(issue.expiresAt)},
                    {QStringLiteral("reason"), issue.reason},
                    {QStringLiteral("emergencyCodesEnded"), 0}};
}

void endCodesOnReturn(World& world, int person, int token)
{
    bool ended = false;
    for (Issue& issue : world.issues) {
        if (issue.person == person && issue.token == token && !issue.cancelledAt
            && world.now < issue.expiresAt) {
            issue.cancelledAt = world.now;
            ended = true;
        }
    }
    if (ended) {
        const Person& one = world.people[static_cast<size_t>(person)];
        Event& event = world.tell(contract::EventLog::Authentication, "EMERGENCY_CODES_CANCELLED",
                                  contract::EventResult::Success);
        World::about(event, one);
        event.actor = one.client;
        event.client = one.client;
        event.clientAddress = one.address;
        event.tokenSerial = at(world, token).serial;
        event.detail.insert(QStringLiteral("cause"), QStringLiteral("token_returned"));
    }
}

bool leftAtHome(const World& world, int person)
{
    constexpr auto halfADay = 14h;
    return std::any_of(world.issues.begin(), world.issues.end(), [&](const Issue& issue) {
        return issue.person == person && issue.token && isActive(issue, world.now)
            && !world.tokens[static_cast<size_t>(*issue.token)].lostAt
            && world.now < issue.issuedAt + halfADay;
    });
}

} // namespace holdfast::demonstration
