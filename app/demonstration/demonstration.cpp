// SPDX-License-Identifier: Apache-2.0
#include "app/demonstration/demonstration.h"

#include "app/demonstration/daily_life.h"
#include "app/demonstration/hands_maker.h"
#include "app/demonstration/organisation.h"
#include "app/demonstration/people.h"
#include "app/demonstration/rows.h"
#include "app/demonstration/stock.h"
#include "app/demonstration/stories.h"
#include "app/demonstration/workstations.h"
#include "services/authentication/api/first_administrator.h"
#include "services/authentication/store/api_clients.h"
#include "services/authentication/store/settings.h"
#include "services/security/random.h"

namespace holdfast::demonstration {

using contract::Result;
using storage::Connection;
using namespace std::chrono_literals;

namespace {

constexpr auto past = 24h * 90;
constexpr quint64 seed = 19'840'624;

bool hasPeople(Connection& connection)
{
    return connection.select(QStringLiteral("SELECT 1 FROM users UNION SELECT 1 FROM tokens LIMIT 1")).next();
}

// Programs with keys that nobody was told: an administrator makes others.
void registerPrograms(Connection& connection, const security::KeyRing& keys, World& world)
{
    static const std::array names {"VPN gateway",    "Remote desktop farm", "Linux bastion",
                                   "Payroll portal", "Wireless RADIUS",     "Old mail gateway"};
    int nth = 0;
    for (const char* name : names) {
        const Timestamp at = world.start + 2h + 6min * nth++;
        const QString text = QString::fromLatin1(name);
        const QString creator =
            world.people[static_cast<size_t>(world.superAdministrators.front())].account.name;
        const auto client =
            authentication::apiClients::create(connection, keys, text, security::randomToken(), creator, at);
        const bool retired = text.startsWith(QLatin1String("Old"));
        const qint64 id = client->id.toLongLong();
        if (retired) {
            (void)authentication::apiClients::setEnabled(connection, id, false);
        } else {
            connection.change(QStringLiteral("UPDATE api_clients SET last_used_at = ? WHERE id = ?"),
                              {contract::toMilliseconds(world.end - 1min) / 60'000 * 60'000, id});
        }
        world.plan(at, [&world, text] {
            world.tellDeed(world.superAdministrators.front(), "CREATE_API_CLIENT").client = text;
        });
        if (retired) {
            world.plan(world.start + 24h * 33 + 9h, [&world, text] {
                contract::Event& event =
                    world.tellDeed(world.superAdministrators.front(), "UPDATE_API_CLIENT");
                event.client = text;
                event.detail.insert(QStringLiteral("action"), QStringLiteral("disable"));
            });
        }
    }
}

void foundService(Connection& connection, const security::KeyRing& keys, World& world)
{
    foundOrganisation(connection, world);
    inventPeople(connection, world);
    registerPrograms(connection, keys, world);
    authentication::settings::setValue(connection, authentication::settings::organisation,
                                       QString::fromLatin1(organisationName));
    // On this desktop the head of identity is signed in.
    const Person& owner = world.people[static_cast<size_t>(world.superAdministrators.front())];
    authentication::settings::setValue(connection, authentication::localOwnerSetting,
                                       QString::number(owner.account.id));
}

Hands live(World& world)
{
    importBatches(world);
    handOutTokens(world);
    planDailyLife(world);
    planStories(world);
    world.run();
    equipTravellers(world);
    Hands hands = fillHands(world);
    std::stable_sort(world.journal.begin(), world.journal.end(),
                     [](const contract::Event& a, const contract::Event& b) { return a.at < b.at; });
    contract::Event& event =
        world.tell(contract::EventLog::System, "DEMONSTRATION_FILLED", contract::EventResult::Information);
    event.actor = QStringLiteral("system");
    return hands;
}

} // namespace

Result<Hands> fillDemonstration(storage::Database& database, const security::KeyRing& keys,
                                const authentication::EventLog& events, contract::Timestamp now)
{
    if (database.read(&hasPeople)) {
        return contract::failure(
            contract::ErrorKind::Conflict, QStringLiteral("not_empty"),
            QStringLiteral("The service holds people or tokens already. The demonstration "
                           "needs an empty one."));
    }
    World world(seed, std::chrono::floor<std::chrono::days>(now - past) + 6h + 25min, now);
    database.writeAndWait([&](Connection& connection) { foundService(connection, keys, world); });
    const Hands hands = live(world);
    const std::vector<HandRow> rows = handRows(keys, hands);
    database.writeAndWait([&](Connection& connection) {
        writePeople(connection, world);
        writeTokens(connection, keys, world);
        writeIssues(connection, world);
        writeWorkstations(connection, keys, world);
        writeHands(connection, keys, world, hands, rows);
    });
    constexpr size_t stride = 5'000;
    for (size_t first = 0; first < world.journal.size(); first += stride) {
        database.writeAndWait(
            [&](Connection& connection) { writeJournal(connection, events, world, first, stride); });
    }
    return hands;
}

} // namespace holdfast::demonstration
