// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/crowd.h"

#include "services/authentication/store/domains.h"
#include "services/authentication/store/schema.h"
#include "services/authentication/store/users.h"
#include "services/storage/database.h"

#include <QStringList>

#include <stdexcept>

namespace holdfast::bench {

namespace {

namespace store = authentication;
using storage::Connection;

constexpr int domainCount = 20;
constexpr int batch = 20'000;

const QStringList& firstNames()
{
    static const QStringList names {
        QStringLiteral("Anna"),   QStringLiteral("Bruno"),  QStringLiteral("Chiara"),
        QStringLiteral("David"),  QStringLiteral("Elena"),  QStringLiteral("Farid"),
        QStringLiteral("Greta"),  QStringLiteral("Hugo"),   QStringLiteral("Ingrid"),
        QStringLiteral("Jakob"),  QStringLiteral("Katrin"), QStringLiteral("Liam"),
        QStringLiteral("Milena"), QStringLiteral("Nikola"), QStringLiteral("Olga"),
        QStringLiteral("Pavel")};
    return names;
}

contract::UserCreate personOf(int i)
{
    contract::UserCreate user;
    user.name = QStringLiteral("crowd%1").arg(i, 7, 10, QLatin1Char('0'));
    user.displayName = QStringLiteral("%1 Family%2").arg(firstNames().at(i % 16)).arg((i * 7919LL) % 50'000);
    user.email = user.name + QStringLiteral("@example.org");
    user.domain = QStringLiteral("/D%1").arg(i % domainCount);
    return user;
}

void addPerson(Connection& connection, int i, contract::Timestamp now, const std::vector<qint64>& domains)
{
    const auto id = store::users::create(connection, personOf(i), now);
    if (!id) {
        throw std::runtime_error(id.error().detail.toStdString());
    }
    const qint64 used = contract::toMilliseconds(now) - (i * 104'729LL) % 31'536'000'000;
    connection.change(
        QStringLiteral("UPDATE users SET last_logon_at = ?, locked_at = ? WHERE id = ?"),
        {i % 3 == 0 ? QVariant() : QVariant(used), i % 9973 == 0 ? QVariant(used) : QVariant(), *id});
    connection.insert(
        QStringLiteral(
            "INSERT INTO tokens (serial, kind, digits, interval_seconds, domain_id, user_id, enabled,"
            " seed, expires_at, imported_at, assigned_at, last_used_at)"
            " VALUES (?, 'totp', 6, 30, ?, ?, 1, ?, ?, ?, ?, ?)"),
        {QStringLiteral("%1").arg(i + 200'000'000'000LL), domains[static_cast<std::size_t>(i % domainCount)],
         *id, QByteArray(64, 'x'), contract::toMilliseconds(now) + (i * 15'485'863LL) % 94'608'000'000,
         contract::toMilliseconds(now), contract::toMilliseconds(now),
         i % 3 == 0 ? QVariant() : QVariant(used)});
}

} // namespace

void fillCrowd(const QString& databaseFile, int count)
{
    const auto opened = storage::Database::open({.path = databaseFile});
    if (!opened) {
        throw std::runtime_error(opened.error().detail.toStdString());
    }
    storage::Database& database = **opened;
    if (const auto ready = store::migrate(database); !ready) {
        throw std::runtime_error(ready.error().detail.toStdString());
    }
    const contract::Timestamp now = contract::SystemClock().now();
    std::vector<qint64> domains;
    database.writeAndWait([&](Connection& connection) {
        for (int i = 0; i < domainCount; ++i) {
            domains.push_back(
                store::domains::create(connection, QStringLiteral("D%1").arg(i), store::rootDomainId)->id);
        }
    });
    for (int first = 0; first < count; first += batch) {
        database.writeAndWait([&](Connection& connection) {
            for (int i = first; i < std::min(count, first + batch); ++i) {
                addPerson(connection, i, now, domains);
            }
        });
    }
}

} // namespace holdfast::bench
