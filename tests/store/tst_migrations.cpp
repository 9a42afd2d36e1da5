// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/events.h"
#include "services/authentication/store/migrations.h"
#include "services/authentication/store/policies.h"
#include "services/authentication/store/schema.h"
#include "services/authentication/store/settings.h"
#include "services/storage/dialect.h"
#include "tests/support/store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using storage::Connection;

class TestMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStepsAreNumberedWithoutGaps()
    {
        int expected = 1;
        for (const Migration& migration : migrations()) {
            QCOMPARE(migration.version, expected++);
            QVERIFY(!migration.name.isEmpty());
        }
        QCOMPARE(schemaVersion(), expected - 1);
    }

    void aNewDatabaseHasTheRootAndTheDefaults()
    {
        testing::TestStore store;
        QCOMPARE(store.read(&schemaVersionOf), schemaVersion());
        store.read([](Connection& connection) {
            auto rows = connection.select(QStringLiteral("SELECT id, path FROM domains"));
            QVERIFY(rows.next());
            QCOMPARE(rows.integer(0), 1);
            QCOMPARE(rows.text(1), QStringLiteral("/"));
            QVERIFY(!rows.next());
            const auto lockouts = policies::list<contract::LockoutPolicy>(connection);
            QCOMPARE(lockouts.size(), 1U);
            QCOMPARE(lockouts[0].name, QStringLiteral("Default lockout"));
            QVERIFY(lockouts[0].isDefault);
            QCOMPARE(lockouts[0].maxFailures, 5);
            QCOMPARE(lockouts[0].windowSeconds, 86400);
            QCOMPARE(lockouts[0].unlockBy, contract::UnlockBy::Administrator);
            QCOMPARE(policies::list<contract::TokenPolicy>(connection).size(), 1U);
            QCOMPARE(policies::list<contract::OfflinePolicy>(connection).size(), 1U);
        });
    }

    void migratingAgainChangesNothing()
    {
        testing::TestStore store;
        store.write([](Connection& connection) {
            settings::setValue(connection, settings::organisation, QStringLiteral("Example"));
        });
        store.reopen();
        QCOMPARE(store.read([](Connection& connection) {
            return settings::value(connection, settings::organisation);
        }),
                 std::optional(QStringLiteral("Example")));
        QCOMPARE(store.read([](Connection& connection) {
            auto rows = connection.select(QStringLiteral("SELECT COUNT(*) FROM policies"));
            rows.next();
            return rows.integer(0);
        }),
                 3);
    }

    void eventsOfTheFirstVersionAreFoundByTime()
    {
        QTemporaryDir folder;
        auto database = storage::Database::open({.path = folder.filePath(QStringLiteral("holdfast.db"))});
        QVERIFY(database);
        constexpr qint64 minute = 60'000;
        (*database)->writeAndWait([](Connection& connection) {
            const Migration& first = migrations().front();
            connection.script(storage::inDialect(
                connection.dialect(),
                QStringLiteral("CREATE TABLE schema_version (version {key}, name {text} NOT NULL) {table};")
                    + first.script));
            first.seed(connection);
            connection.change(QStringLiteral("INSERT INTO schema_version VALUES (1, 'foundation')"));
            for (const int at : {10, 20, 70, 50, 65}) {
                connection.insert(
                    QStringLiteral("INSERT INTO events (at, log, key, result, mac) VALUES (?, 'system', 'K', "
                                   "'success', ?)"),
                    {at * minute, QByteArray("m")});
            }
        });
        QVERIFY(migrate(**database));
        (*database)->read([](Connection& connection) {
            QCOMPARE(schemaVersionOf(connection), schemaVersion());
            const auto at = [](int minutes) {
                return contract::fromMilliseconds(minutes * minute);
            };
            QCOMPARE(events::count(connection, {.from = at(0), .to = at(60)}), 3);
            QCOMPARE(events::count(connection, {.from = at(60)}), 2);
            auto rows = connection.select(QStringLiteral("SELECT COUNT(*) FROM event_runs"));
            QVERIFY(rows.next());
            QCOMPARE(rows.integer(0), 4);
        });
    }

    void aDatabaseOfALaterProgramIsRefusedAndNotTouched()
    {
        testing::TestStore store;
        store.write([](Connection& connection) {
            connection.change(
                QStringLiteral("INSERT INTO schema_version (version, name) VALUES (?, 'from the future')"),
                {schemaVersion() + 1});
        });
        const auto refused = migrate(store.database());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("database_newer"));
        QVERIFY(refused.error().detail.contains(QString::number(schemaVersion() + 1)));
        QCOMPARE(store.read(&schemaVersionOf), schemaVersion() + 1);
    }

    void idsOfTheDeletedAreNotGivenAgain()
    {
        testing::TestStore store;
        const qint64 first = store.addUser(QStringLiteral("first"));
        store.write([&](Connection& connection) {
            connection.change(QStringLiteral("DELETE FROM users WHERE id = ?"), {first});
        });
        QVERIFY(store.addUser(QStringLiteral("second")) > first);
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
