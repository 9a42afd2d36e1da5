// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/key_rotation.h"

#include "services/authentication/store/settings.h"
#include "services/security/pin_hash.h"

namespace holdfast::authentication::key_rotation {

namespace {

using storage::Connection;

const QString setting = QStringLiteral("key_rotation");

int versionIn(const QByteArray& start)
{
    return start.isEmpty() ? 0 : static_cast<unsigned char>(start.front());
}

template <class F>
void countBy(Connection& connection, const QString& start, const QString& from, F add)
{
    auto rows = connection.select(QStringLiteral("SELECT %1, COUNT(*) FROM %2 GROUP BY %1").arg(start, from));
    while (rows.next()) {
        add(rows.bytes(0), rows.integer(1));
    }
}

} // namespace

std::map<int, Use> uses(Connection& connection)
{
    std::map<int, Use> found;
    countBy(connection, QStringLiteral("substr(seed, 1, 1)"), QStringLiteral("tokens"),
            [&](const QByteArray& start, qint64 count) { found[versionIn(start)].seeds += count; });
    // "k255$" is the longest mark of a version.
    countBy(connection, QStringLiteral("substr(pin_hash, 1, 5)"),
            QStringLiteral("tokens WHERE pin_hash IS NOT NULL"), [&](const QByteArray& start, qint64 count) {
                found[security::pinKeyVersion(start)].pins += count;
            });
    // Earlier PINs are compared with a new one, and records of an import that stopped are taken up again.
    countBy(
        connection, QStringLiteral("substr(pin_hash, 1, 5)"), QStringLiteral("pin_history"),
        [&](const QByteArray& start, qint64 count) { found[security::pinKeyVersion(start)].pins += count; });
    countBy(connection, QStringLiteral("substr(records, 1, 1)"),
            QStringLiteral("token_import_batches WHERE records IS NOT NULL"),
            [&](const QByteArray& start, qint64 count) { found[versionIn(start)].seeds += count; });
    // Deleted tokens, and PINs that the undo of a job puts back, for thirty days.
    countBy(connection, QStringLiteral("substr(seed, 1, 1)"), QStringLiteral("bin WHERE seed IS NOT NULL"),
            [&](const QByteArray& start, qint64 count) { found[versionIn(start)].seeds += count; });
    countBy(
        connection, QStringLiteral("substr(pin, 1, 5)"), QStringLiteral("bulk_items WHERE pin IS NOT NULL"),
        [&](const QByteArray& start, qint64 count) { found[security::pinKeyVersion(start)].pins += count; });
    countBy(connection, QStringLiteral("substr(pin_key, 1, 1)"),
            QStringLiteral("offline_pin_keys WHERE pin_key IS NOT NULL"),
            [&](const QByteArray& start, qint64 count) { found[versionIn(start)].seeds += count; });
    countBy(connection, QStringLiteral("substr(code, 1, 1)"), QStringLiteral("offline_codes"),
            [&](const QByteArray& start, qint64 count) { found[versionIn(start)].seeds += count; });
    countBy(connection, QStringLiteral("substr(hash, 1, 5)"), QStringLiteral("passwords"),
            [&](const QByteArray& start, qint64 count) {
                found[security::pinKeyVersion(start)].passwords += count;
            });
    countBy(connection, QStringLiteral("substr(answer, 1, 1)"),
            QStringLiteral("idempotency WHERE answer IS NOT NULL"),
            [&](const QByteArray& start, qint64 count) { found[versionIn(start)].answers += count; });
    return found;
}

namespace {

struct Place
{
    const char* table;
    const char* id;
    const char* sealed; // columns
    const char* identity; // an expression
    security::Purpose purpose;
};

Batch resealIn(Connection& connection, const security::KeyRing& keys, const Place& place, qint64 afterId,
               int count)
{
    struct Waiting
    {
        qint64 id;
        QByteArray identity;
        QByteArray sealed;
    };
    const QLatin1String table(place.table);
    const QLatin1String id(place.id);
    const QLatin1String column(place.sealed);
    Batch batch {.lastId = afterId};
    std::vector<Waiting> waiting;
    {
        auto rows = connection.select(
            QStringLiteral("SELECT %3, %1, %4 FROM %2 WHERE %3 > ? AND %4 IS NOT NULL ORDER BY %3 LIMIT ?")
                .arg(QLatin1String(place.identity), table, id, column),
            {afterId, count});
        while (rows.next()) {
            ++batch.read;
            batch.lastId = rows.integer(0);
            if (security::KeyRing::versionOf(rows.bytes(2)) != keys.currentVersion()) {
                waiting.push_back({rows.integer(0), rows.text(1).toUtf8(), rows.bytes(2)});
            }
        }
    }
    for (const Waiting& row : waiting) {
        const auto plain = keys.open(place.purpose, row.sealed, row.identity);
        if (!plain) {
            ++batch.broken;
            continue;
        }
        connection.change(QStringLiteral("UPDATE %1 SET %2 = ? WHERE %3 = ?").arg(table, column, id),
                          {keys.seal(place.purpose, plain->reveal(), row.identity), row.id});
        ++batch.resealed;
    }
    return batch;
}

} // namespace

Batch reseal(Connection& connection, const security::KeyRing& keys, qint64 afterId, int count)
{
    return resealIn(connection, keys,
                    {"tokens", "id", "seed", "'seed:' || serial", security::Purpose::SealSeed}, afterId,
                    count);
}

Batch resealBin(Connection& connection, const security::KeyRing& keys, qint64 afterId, int count)
{
    return resealIn(connection, keys, {"bin", "id", "seed", "'seed:' || name", security::Purpose::SealSeed},
                    afterId, count);
}

Batch resealOfflinePins(Connection& connection, const security::KeyRing& keys, qint64 afterId, int count)
{
    return resealIn(connection, keys,
                    {"offline_pin_keys", "token_id", "pin_key", "'offline-pin:' || token_id",
                     security::Purpose::SealOffline},
                    afterId, count);
}

Batch resealOfflineCodes(Connection& connection, const security::KeyRing& keys, qint64 afterId, int count)
{
    return resealIn(
        connection, keys,
        {"offline_codes", "id", "code",
         "'offline-code:' || user_id || ':' || token_id || ':' || workstation_id || ':' || replaces",
         security::Purpose::SealOffline},
        afterId, count);
}

void begin(Connection& connection, int version)
{
    settings::setValue(connection, setting, QString::number(version));
}

void end(Connection& connection)
{
    settings::remove(connection, setting);
}

std::optional<int> underWay(Connection& connection)
{
    const auto version = settings::value(connection, setting);
    return version ? std::optional(version->toInt()) : std::nullopt;
}

} // namespace holdfast::authentication::key_rotation
