// SPDX-License-Identifier: Apache-2.0
#include "app/demonstration/desk_calls.h"

#include "app/demonstration/help_desk.h"
#include "app/demonstration/sign_in.h"

namespace holdfast::demonstration {

using contract::EmergencyCodeKind;
using contract::OnTokenReturn;
using namespace std::chrono_literals;

namespace {

const DemoToken& tokenAt(const World& world, int token)
{
    return world.tokens[static_cast<size_t>(token)];
}

std::optional<int> onlyToken(const World& world, int person)
{
    const Person& one = world.people[static_cast<size_t>(person)];
    if (!one.account.enabled || one.tokens.size() != 1) {
        return std::nullopt;
    }
    const DemoToken& token = tokenAt(world, one.tokens.front());
    const bool whole = token.enabled && !token.lostAt && !token.replacedBy && token.lastUsedAt
        && (!token.expiresAt || *token.expiresAt > world.now + 24h * 40);
    return whole ? std::optional(one.tokens.front()) : std::nullopt;
}

// Somebody who signs in at all.
std::optional<int> someCaller(World& world)
{
    for (int i = 0; i < 50; ++i) {
        const int person = world.random.below(static_cast<int>(world.people.size()));
        const Person& one = world.people[static_cast<size_t>(person)];
        if (one.logonsPerDay > 0 && one.notes.isEmpty() && onlyToken(world, person)) {
            return person;
        }
    }
    return std::nullopt;
}

QString ticket(World& world, const char* what)
{
    return QStringLiteral("SD-%1 %2").arg(world.random.between(41'000, 58'000)).arg(QString::fromUtf8(what));
}

void tryLater(World& world, int person, std::chrono::minutes least, std::chrono::minutes most)
{
    const auto wait = std::chrono::minutes(
        world.random.between(static_cast<int>(least.count()), static_cast<int>(most.count())));
    world.plan(world.now + wait, [&world, person] { attempt(world, person, Typed::Right); });
}

void forgetPin(World& world, int person)
{
    const auto token = onlyToken(world, person);
    if (!token || tokenAt(world, *token).pinState != contract::PinState::Set) {
        return;
    }
    attempt(world, person, Typed::WrongPin);
    world.plan(world.now + 9min, [&world, person, token = *token] {
        clearPin(world, onDuty(world), token);
        tryLater(world, person, 1min, 6min);
    });
}

void driftAway(World& world, int person)
{
    const auto token = onlyToken(world, person);
    if (!token) {
        return;
    }
    attempt(world, person, Typed::WrongCode);
    world.plan(world.now + 40s, [&world, person] { attempt(world, person, Typed::WrongCode); });
    world.plan(world.now + 11min, [&world, person, token = *token] {
        resynchronise(world, onDuty(world), token);
        tryLater(world, person, 1min, 5min);
    });
}

void leave(World& world, int person)
{
    if (const auto token = onlyToken(world, person)) {
        setAccountEnabled(world, onDuty(world), person, false);
        world.plan(world.now + 2min,
                   [&world, token = *token] { setTokenEnabled(world, onDuty(world), token, false); });
        world.people[static_cast<size_t>(person)].logonsPerDay *= 0.02; // a script that nobody told
    }
}

} // namespace

void loseToken(World& world, int person)
{
    const auto token = onlyToken(world, person);
    if (!token) {
        return;
    }
    const int desk = onDuty(world);
    reportLost(world, desk, *token);
    const double end = world.random.unit();
    world.now += std::chrono::seconds(world.random.between(20, 80));
    issueCodes(
        world, desk, person, token,
        {.kind = EmergencyCodeKind::OneTimeSet,
         .onTokenReturn = end < 0.6 ? OnTokenReturn::Refuse : OnTokenReturn::AcceptAndCancel,
         .minutes = std::min(
             4320, world.tokenPolicyOf(world.people[static_cast<size_t>(person)]).emergencyCodeMaxMinutes),
         .reason = ticket(
             world, world.random.chance(0.5) ? "token lost while travelling" : "cannot find the token")});
    tryLater(world, person, 2min, 10min);
    if (end < 0.75) {
        world.plan(world.now + 20h + std::chrono::minutes(world.random.between(0, 500)),
                   [&world, token = *token, person] {
                       if (tokenAt(world, token).person == person) {
                           replaceToken(world, onDuty(world), token, false);
                           tryLater(world, person, 200min, 900min);
                       }
                   });
    } else if (end < 0.9) {
        world.plan(world.now + 7h + std::chrono::minutes(world.random.between(0, 900)),
                   [&world, token = *token, person] {
                       DemoToken& found = world.tokens[static_cast<size_t>(token)];
                       if (found.person == person && found.lostAt) {
                           found.lostAt.reset();
                           contract::Event& event = world.tellDeed(onDuty(world), "UPDATE_AM_TOKEN");
                           world.about(event, found);
                           event.detail.insert(QStringLiteral("action"), QStringLiteral("found"));
                           tryLater(world, person, 1min, 30min);
                       }
                   });
    }
}

void forgetToken(World& world, int person)
{
    const auto token = onlyToken(world, person);
    if (!token) {
        return;
    }
    const bool hours = world.random.chance(0.3);
    issueCodes(world, onDuty(world), person, token,
               {.kind = EmergencyCodeKind::Fixed,
                .onTokenReturn = hours ? OnTokenReturn::AcceptAfterExpiry : OnTokenReturn::AcceptAndCancel,
                .minutes = hours ? 240 : 0,
                .reason = ticket(world, "token left at home")});
    tryLater(world, person, 2min, 9min);
    if (world.random.chance(0.5)) {
        tryLater(world, person, 150min, 220min);
    }
    tryLater(world, person, 1300min, 1500min); // the next morning, with the token
}

void planDeskCalls(World& world, Timestamp midnight, bool workingDay)
{
    using Call = void (*)(World&, int);
    struct Kind
    {
        Call call;
        double perDay;
    };
    static constexpr std::array kinds {Kind {&forgetToken, 0.5}, Kind {&loseToken, 0.28},
                                       Kind {&forgetPin, 1.3}, Kind {&driftAway, 0.35}, Kind {&leave, 0.6}};
    if (midnight < world.start + 24h * 6) {
        return; // everybody has just got a token
    }
    for (const Kind& kind : kinds) {
        const int calls =
            (world.random.chance(kind.perDay) ? 1 : 0) + (world.random.chance(kind.perDay / 3) ? 1 : 0);
        for (int i = 0; i < (workingDay ? calls : calls / 2); ++i) {
            world.plan(midnight + 7h + std::chrono::minutes(world.random.between(0, 660)),
                       [&world, call = kind.call] {
                           if (const auto person = someCaller(world)) {
                               call(world, *person);
                           }
                       });
        }
    }
}

} // namespace holdfast::demonstration
