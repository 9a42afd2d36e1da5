// SPDX-License-Identifier: Apache-2.0
#include "app/demonstration/stories.h"

#include "app/demonstration/desk_calls.h"
#include "app/demonstration/help_desk.h"
#include "app/demonstration/sign_in.h"

#include <QSet>

namespace holdfast::demonstration {

using namespace std::chrono_literals;

namespace {

// The nth of a domain who has signed in and has just one whole token, when the time comes.
std::optional<int> regular(const World& world, const char* domain, int nth)
{
    for (size_t i = 0; i < world.people.size(); ++i) {
        const Person& one = world.people[i];
        if (one.domain != QLatin1String(domain) || one.tokens.size() != 1 || !one.account.lastLogonAt
            || !one.account.enabled || one.account.lockedAt || !one.notes.isEmpty()) {
            continue;
        }
        const DemoToken& token = world.tokens[static_cast<size_t>(one.tokens.front())];
        if (token.enabled && !token.lostAt && !token.replacedBy && token.wrongCodes == 0
            && (!token.expiresAt || *token.expiresAt > world.end + 24h * 60) && nth-- == 0) {
            return static_cast<int>(i);
        }
    }
    return std::nullopt;
}

void whenRegular(World& world, std::chrono::minutes beforeEnd, const char* domain, int nth,
                 const std::function<void(int)>& then)
{
    world.plan(world.end - beforeEnd, [&world, domain, nth, then] {
        if (const auto person = regular(world, domain, nth)) {
            world.people[static_cast<size_t>(*person)].logonsPerDay = 0; // the story goes on as it is told
            then(*person);
        }
    });
}

void lockedNow(World& world, const char* domain, int nth, std::chrono::minutes ago)
{
    whenRegular(world, ago, domain, nth, [&world](int person) {
        const int limit = world.lockoutOf(world.people[static_cast<size_t>(person)]).maxFailures;
        auto at = world.now;
        for (int i = 0; i < limit + 2; ++i) { // two more after the lock
            world.plan(at, [&world, person, i] {
                attempt(world, person, i % 3 == 1 ? Typed::WrongPin : Typed::WrongCode);
            });
            at += std::chrono::seconds(world.random.between(20, 55));
        }
    });
}

void nightOfGuessing(World& world)
{
    static const char* const guesses[] = {"admin",    "administrator", "root",    "test", "guest",
                                          "oracle",   "backup",        "support", "vpn",  "service",
                                          "scanner",  "info",          "sales",   "demo", "operator",
                                          "helpdesk", "postgres",      "user",    "ftp",  "it"};
    const auto night = std::chrono::floor<std::chrono::days>(world.end - 24h * 6) + 2h + 11min;
    const QString address = QStringLiteral("203.0.113.66");
    world.plan(night, [&world, address] {
        auto at = world.now;
        for (int i = 0; i < 90; ++i) {
            at += std::chrono::seconds(world.random.between(4, 14));
            world.plan(at, [&world, address, i] {
                const int person = world.random.below(static_cast<int>(world.people.size()));
                Person& one = world.people[static_cast<size_t>(person)];
                if (i % 3 == 2 && one.notes.isEmpty() && !one.tokens.empty()) {
                    const auto [ownAddress, ownClient] = std::pair(one.address, one.client);
                    one.address = address;
                    one.client = QStringLiteral("VPN gateway");
                    attempt(world, person, Typed::WrongCode);
                    one.address = ownAddress;
                    one.client = ownClient;
                } else {
                    attemptUnknown(world,
                                   QString::fromLatin1(guesses[static_cast<size_t>(i) % std::size(guesses)]),
                                   QStringLiteral("VPN gateway"), address);
                }
            });
        }
    });
}

void typingErrors(World& world)
{
    whenRegular(world, 95min, "/Technology/Engineering", 4, [&world](int person) {
        for (int i = 0; i < 3; ++i) { // one short of trouble: the next code will be asked for
            world.plan(world.now + 50s * i, [&world, person] { attempt(world, person, Typed::WrongCode); });
        }
    });
    whenRegular(world, 35min, "/Sales/EMEA", 2,
                [&world](int person) { attempt(world, person, Typed::UsedCode); });
}

void withoutToken(World& world)
{
    whenRegular(world, 60min * 30, "/Headquarters/Executive", 1, [&world](int person) {
        loseToken(world, person);
        for (const auto later : {11h, 26h}) {
            world.plan(world.now + later, [&world, person] { attempt(world, person, Typed::Right); });
        }
    });
    whenRegular(world, 150min, "/Sales/Americas", 3, [&world](int person) { forgetToken(world, person); });
    whenRegular(world, 240min, "/Headquarters/People", 2,
                [&world](int person) { forgetToken(world, person); });
    whenRegular(world, 310min, "/Technology/Engineering", 31,
                [&world](int person) { loseToken(world, person); });
    whenRegular(world, 25min, "/Technology/Service Desk", 6,
                [&world](int person) { forgetToken(world, person); });
    whenRegular(world, 70min, "/Research/Pune", 5, [&world](int person) { loseToken(world, person); });
    // Codes used up, and nobody called again.
    whenRegular(world, 60min * 21, "/Technology/Engineering", 9, [&world](int person) {
        loseToken(world, person);
        for (int i = 0; i < 6; ++i) {
            world.plan(world.now + 3h * (i + 1), [&world, person] { attempt(world, person, Typed::Right); });
        }
    });
    // A successor is in the post.
    whenRegular(world, 60min * 20, "/Research", 3, [&world](int person) {
        replaceToken(world, onDuty(world), world.people[static_cast<size_t>(person)].tokens.front(), true);
    });
}

void datesOfAccounts(World& world)
{
    int ended = 0;
    int coming = 0;
    for (Person& one : world.people) {
        if (one.domain == QLatin1String("/Partners") && ended < 6) {
            one.account.endsAt = world.end - 24h * (2 + 3 * ended);
            ++ended;
        }
        if (one.createdAt > world.end - 24h * 14 && coming < 4) {
            one.account.startsAt = world.end + 24h * (1 + coming);
            one.logonsPerDay *= coming == 0 ? 0.3 : 0; // one tries too early
            one.notes = QStringLiteral("Starts soon; the token is on its way");
            ++coming;
        }
    }
}

} // namespace

void planStories(World& world)
{
    lockedNow(world, "/Headquarters/Finance", 3, 48min);
    lockedNow(world, "/Sales/Asia Pacific", 1, 130min);
    lockedNow(world, "/Technology/Engineering", 12, 14min);
    lockedNow(world, "/Partners", 7, 300min);
    lockedNow(world, "/Sales/EMEA", 5, 60min * 9);
    lockedNow(world, "/Technology/Engineering", 25, 60min * 21);
    lockedNow(world, "/Research/Pune", 8, 60min * 27);
    lockedNow(world, "/Sales/Americas", 11, 60min * 50);
    lockedNow(world, "/Manufacturing/Plant Monterrey", 2, 11min); // ends by itself
    nightOfGuessing(world);
    typingErrors(world);
    withoutToken(world);
    datesOfAccounts(world);
}

} // namespace holdfast::demonstration
