// SPDX-License-Identifier: Apache-2.0
#include "app/demonstration/daily_life.h"

#include "app/demonstration/desk_calls.h"
#include "app/demonstration/help_desk.h"
#include "app/demonstration/sign_in.h"
#include "services/authentication/domain/account_state.h"

namespace holdfast::demonstration {

using namespace std::chrono_literals;

namespace {

bool isWorkingDay(Timestamp midnight)
{
    const std::chrono::weekday day(std::chrono::floor<std::chrono::days>(midnight));
    return day != std::chrono::Saturday && day != std::chrono::Sunday;
}

// In hours of the person's day: most at the start, some after lunch, a few in the evening.
double logonHour(Random& random)
{
    const double when = random.unit();
    if (when < 0.55) {
        return 8.4 + random.around() * 1.3;
    }
    return when < 0.85 ? 13.3 + random.around() * 1.8 : 19.0 + random.around() * 2.5;
}

void callDeskWhenLocked(World& world, int person)
{
    const Person& one = world.people[static_cast<size_t>(person)];
    const auto lock = authentication::lockOf(one.account, world.lockoutOf(one), world.now);
    if (!lock.locked || lock.until) {
        return;
    }
    if (world.random.chance(0.6)) {
        world.plan(world.now + std::chrono::seconds(world.random.between(20, 90)),
                   [&world, person] { attempt(world, person, Typed::Right); });
    }
    const auto call = world.now + std::chrono::minutes(world.random.between(6, 55));
    world.plan(call, [&world, person] {
        if (world.people[static_cast<size_t>(person)].account.lockedAt) {
            unlockAccount(world, onDuty(world), person);
            world.plan(world.now + std::chrono::seconds(world.random.between(60, 240)),
                       [&world, person] { attempt(world, person, Typed::Right); });
        }
    });
}

// Tries until it works, or until patience or the account ends.
void signIn(World& world, int person, int tries)
{
    const Person& one = world.people[static_cast<size_t>(person)];
    const double slip = (one.clumsy ? 0.3 : 0.035) * (tries == 0 ? 1.0 : 2.2);
    Typed typed = Typed::Right;
    if (world.random.chance(slip)) {
        const double kind = world.random.unit();
        typed = kind < 0.72 ? Typed::WrongCode : kind < 0.9 ? Typed::WrongPin : Typed::UsedCode;
    }
    attempt(world, person, typed);
    callDeskWhenLocked(world, person);
    const bool locked = world.people[static_cast<size_t>(person)].account.lockedAt.has_value();
    constexpr int patience = 6;
    if (typed != Typed::Right && !locked && tries < patience) {
        world.plan(world.now + std::chrono::seconds(world.random.between(18, 75)),
                   [&world, person, tries] { signIn(world, person, tries + 1); });
    }
}

void planLogons(World& world, Timestamp midnight)
{
    const double share = isWorkingDay(midnight) ? 1.0 : 0.12;
    for (size_t i = 0; i < world.people.size(); ++i) {
        // Who has no token tries once in a while, and then asks for one.
        const double hope = world.people[i].tokens.empty() ? 0.02 : 1.0;
        double expected = world.people[i].logonsPerDay * share * hope;
        while (expected > 0) {
            if (world.random.chance(std::min(expected, 0.9))) {
                const auto when = World::localTime(midnight, world.people[i], logonHour(world.random));
                const int person = static_cast<int>(i);
                world.plan(std::max(when, world.now), [&world, person] { signIn(world, person, 0); });
            }
            expected -= 0.9;
        }
    }
}

void consoleSession(World& world, int administrator, Timestamp from, std::chrono::minutes length)
{
    world.plan(from, [&world, administrator] {
        contract::Event& event = world.tellDeed(administrator, "OC_ADMIN_LOGIN_EVENT");
        World::about(event, world.people[static_cast<size_t>(administrator)]);
        event.method = QStringLiteral("PASSWORD");
    });
    world.plan(from + length, [&world, administrator] {
        World::about(world.tellDeed(administrator, "AUTHN_LOGOUT_EVENT"),
                     world.people[static_cast<size_t>(administrator)]);
    });
}

void planAdministration(World& world, Timestamp midnight)
{
    Random& random = world.random;
    const auto minute = [&random](int least, int most) {
        return std::chrono::minutes(random.between(least, most));
    };
    consoleSession(world, world.helpDesk[3], midnight + minute(5, 20), minute(300, 350));
    if (!isWorkingDay(midnight)) {
        return;
    }
    consoleSession(world, world.helpDesk[0], midnight + minute(335, 365), minute(430, 480));
    consoleSession(world, world.helpDesk[1], midnight + minute(350, 400), minute(420, 480));
    consoleSession(world, world.helpDesk[2], midnight + minute(800, 835), minute(430, 500));
    if (random.chance(0.5)) {
        consoleSession(world, random.pick(world.superAdministrators), midnight + minute(430, 900),
                       minute(8, 90));
    }
    const std::chrono::weekday day(std::chrono::floor<std::chrono::days>(midnight));
    if (day == std::chrono::Monday) {
        const int auditor = random.pick(world.auditors);
        const auto from = midnight + minute(480, 560);
        consoleSession(world, auditor, from, 40min);
        static const std::array reports {"authentication-activity", "administrator-activity",
                                         "token-expiration", "users-without-token"};
        for (const char* report : reports) {
            world.plan(from + minute(3, 35), [&world, auditor, report] {
                contract::Event& event = world.tellDeed(auditor, "RUN_REPORT");
                event.domain = QStringLiteral("/");
                event.detail.insert(QStringLiteral("name"), QString::fromLatin1(report));
            });
        }
    }
}

void planDay(World& world, Timestamp midnight)
{
    planLogons(world, midnight);
    planAdministration(world, midnight);
    planDeskCalls(world, midnight, isWorkingDay(midnight));
}

} // namespace

void planDailyLife(World& world)
{
    const auto first = std::chrono::floor<std::chrono::days>(world.start);
    const auto last = std::chrono::floor<std::chrono::days>(world.end);
    for (auto day = first + std::chrono::days(1); day <= last; day += std::chrono::days(1)) {
        const Timestamp midnight(day);
        // Far east of here the day began earlier.
        world.plan(midnight - 12h, [&world, midnight] { planDay(world, midnight); });
    }
}

} // namespace holdfast::demonstration
