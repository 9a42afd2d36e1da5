// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/bin_records.h"
#include "services/authentication/store/key_rotation.h"
#include "services/authentication/store/tokens.h"
#include "services/authentication/store/users.h"
#include "tests/support/store.h"

#include <QSet>
#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using namespace Qt::StringLiterals;
using security::KeyRing;
using security::Purpose;
using storage::Connection;

// A column that is added to people or tokens must either go into the bin or be said to stay out of it.
class TestBin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnIsKeptOrLeftOutOnPurpose_data();
    void everyColumnIsKeptOrLeftOutOnPurpose();
    void aRowComesBackAsItWas();
    void aRecordFromBeforeAColumnComesBack();
    void seedsInTheBinFollowTheKeys();
    void whatIsOldIsErasedInParts();
    void whatWasUsedOfAnErasedTokenStaysKnown();
};

void TestBin::everyColumnIsKeptOrLeftOutOnPurpose_data()
{
    QTest::addColumn<QString>("table");
    QTest::newRow("people") << u"users"_s;
    QTest::newRow("tokens") << u"tokens"_s;
}

void TestBin::everyColumnIsKeptOrLeftOutOnPurpose()
{
    QFETCH(QString, table);
    const bool people = table == u"users";
    QSet<QString> known {u"id"_s};
    if (!people) {
        known << u"seed"_s;
    }
    for (const auto& column : people ? bin_records::ofUsers() : bin_records::ofTokens()) {
        known << QString::fromLatin1(column.name);
    }
    for (const char* name : people ? bin_records::leftOutOfUsers() : bin_records::leftOutOfTokens()) {
        QVERIFY2(!known.contains(QLatin1String(name)), name);
        known << QString::fromLatin1(name);
    }
    testing::TestStore store;
    const QSet<QString> there = store.read([&](Connection& connection) {
        QSet<QString> names;
        auto rows = connection.select(u"SELECT name FROM pragma_table_info(?)"_s, {table});
        while (rows.next()) {
            names << rows.text(0);
        }
        return names;
    });
    QCOMPARE(known, there);
}

void TestBin::aRowComesBackAsItWas()
{
    testing::TestStore store;
    const qint64 id = store.addToken(u"T1"_s);
    const auto all = [&] {
        return store.read([&](Connection& connection) {
            QStringList values;
            auto rows = connection.select(u"SELECT * FROM tokens WHERE id = ?"_s, {id});
            while (rows.next()) {
                for (int i = 0; i < 36; ++i) {
                    values << (rows.isNull(i) ? u"null"_s : QString::fromLatin1(rows.bytes(i).toHex()));
                }
            }
            return values;
        });
    };
    store.write([&](Connection& connection) {
        connection.change(u"UPDATE tokens SET notes = 'drawer 3', last_step = 77, drift_steps = -2,"
                          " expires_at = 1900000000000, version = 1 WHERE id = ?"_s,
                          {id});
    });
    const QStringList before = all();
    const qint64 entry = store.write([&](Connection& connection) {
        return tokens::remove(connection, id, {u"admin"_s, store.now()});
    });
    QVERIFY(all().isEmpty());
    store.write([&](Connection& connection) {
        QVERIFY(bin::restoreToken(connection, store.keys(), entry, 1));
        connection.change(u"UPDATE tokens SET version = 1 WHERE id = ?"_s, {id});
        QVERIFY(!bin::find(connection, entry));
    });
    QCOMPARE(all(), before);
}

// A column that was added since, with a default, does not strand what lies in the bin.
void TestBin::aRecordFromBeforeAColumnComesBack()
{
    testing::TestStore store;
    const qint64 id = store.addToken(u"T1"_s);
    store.write([&](Connection& connection) {
        const qint64 entry = tokens::remove(connection, id, {u"admin"_s, store.now()});
        connection.change(u"UPDATE bin SET record = json_remove(record, '$.drift_steps')"_s);
        QVERIFY(bin::restoreToken(connection, store.keys(), entry, 1));
        QCOMPARE(tokens::find(connection, u"T1"_s).value().driftSteps, 0);
    });
}

void TestBin::seedsInTheBinFollowTheKeys()
{
    testing::TestStore store;
    const qint64 id = store.addToken(u"T1"_s);
    store.write([&](Connection& connection) {
        connection.change(u"UPDATE tokens SET seed = ? WHERE id = ?"_s,
                          {store.keys().seal(Purpose::SealSeed, "a seed", "seed:T1"), id});
        static_cast<void>(tokens::remove(connection, id, {u"admin"_s, store.now()}));
    });
    const auto uses = [&] {
        return store.read([](Connection& connection) { return key_rotation::uses(connection); });
    };
    QCOMPARE(uses()[1].seeds, 1);
    const KeyRing next = *store.keys().withNewVersion();
    const auto batch =
        store.write([&](Connection& connection) { return key_rotation::resealBin(connection, next, 0, 10); });
    QCOMPARE(batch.resealed, 1);
    QCOMPARE(uses()[1].seeds, 0);
    QCOMPARE(uses()[2].seeds, 1);
    store.read([&](Connection& connection) {
        auto rows = connection.select(u"SELECT seed FROM bin"_s);
        QVERIFY(rows.next());
        QVERIFY(next.open(Purpose::SealSeed, rows.bytes(0), "seed:T1"));
    });
}

void TestBin::whatIsOldIsErasedInParts()
{
    using namespace std::chrono_literals;
    testing::TestStore store;
    for (int i = 0; i < 5; ++i) {
        const qint64 id = store.addUser(u"user-%1"_s.arg(i));
        store.write([&](Connection& connection) {
            static_cast<void>(users::remove(connection, id, {u"admin"_s, store.now() + i * 1h}));
        });
    }
    store.write([&](Connection& connection) {
        QCOMPARE(bin::eraseOld(connection, store.keys(), store.now() + 3h, 3), 3);
        QVERIFY(bin::hasOld(connection, store.now() + 3h));
        QCOMPARE(bin::eraseOld(connection, store.keys(), store.now() + 3h, 3), 1);
        QVERIFY(!bin::hasOld(connection, store.now() + 3h));
        QCOMPARE(bin::count(connection, {}), 1);
    });
}

void TestBin::whatWasUsedOfAnErasedTokenStaysKnown()
{
    testing::TestStore store;
    const auto addToken = [&](const QString& serial, const char* seed, qint64 lastStep) {
        const qint64 id = store.addToken(serial);
        store.write([&](Connection& connection) {
            connection.change(
                u"UPDATE tokens SET kind = 'hotp', last_step = ?, seed = ? WHERE id = ?"_s,
                {lastStep,
                 store.keys().seal(Purpose::SealSeed, QByteArrayView(seed), "seed:" + serial.toUtf8()), id});
        });
        return id;
    };
    const auto remove = [&](qint64 id) {
        return store.write([&](Connection& connection) {
            return tokens::remove(connection, id, {u"admin"_s, store.now()});
        });
    };
    const auto known = [&](const QString& serial, const char* seed) {
        return store.read([&](Connection& connection) {
            return bin::lastStep(connection, store.keys(), serial, u"hotp"_s, QByteArrayView(seed));
        });
    };
    remove(addToken(u"T1"_s, "a seed", 41));
    remove(addToken(u"T2"_s, "unused", -1));
    store.write([&](Connection& connection) {
        QCOMPARE(bin::eraseOld(connection, store.keys(), store.now(), 10), 2);
    });
    QCOMPARE(known(u"T1"_s, "a seed"), 41);
    QCOMPARE(known(u"T1"_s, "another seed"), -1);
    QCOMPARE(known(u"T2"_s, "unused"), -1);
    // The same once more, with less used: what is known stays, also for one that comes back from the bin.
    const qint64 entry = remove(addToken(u"T1"_s, "a seed", 12));
    store.write([&](Connection& connection) {
        QVERIFY(bin::restoreToken(connection, store.keys(), entry, 1));
        QCOMPARE(tokens::find(connection, u"T1"_s).value().lastStep, 41);
        // Nothing of the seed is kept that could be read.
        auto rows = connection.select(u"SELECT COUNT(*), MAX(instr(token_mac, 'seed')) FROM used_codes"_s);
        QVERIFY(rows.next());
        QCOMPARE(rows.integer(0), 1);
        QCOMPARE(rows.integer(1), 0);
    });
}

QTEST_GUILESS_MAIN(TestBin)
#include "tst_bin.moc"
