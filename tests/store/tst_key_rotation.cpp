// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/key_check.h"
#include "services/authentication/store/key_rotation.h"
#include "services/security/pin_hash.h"
#include "tests/support/store.h"

#include <QTest>

using namespace holdfast;
namespace rotation = holdfast::authentication::key_rotation;
using security::KeyRing;
using security::Purpose;
using storage::Connection;

class TestKeyRotation : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<testing::TestStore> m_store;
    KeyRing m_next = KeyRing::generate();

    static QByteArray identity(int n) { return "seed:" + QByteArray::number(n); }

    rotation::Batch reseal(qint64 after, int count)
    {
        return m_store->write(
            [&](Connection& connection) { return rotation::reseal(connection, m_next, after, count); });
    }
    std::map<int, rotation::Use> uses()
    {
        return m_store->read([](Connection& connection) { return rotation::uses(connection); });
    }
    std::optional<int> underWay()
    {
        return m_store->read([](Connection& connection) { return rotation::underWay(connection); });
    }

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<testing::TestStore>();
        for (int n = 1; n <= 10; ++n) {
            m_store->addToken(QString::number(n));
            m_store->write([&](Connection& connection) {
                connection.change(
                    QStringLiteral("UPDATE tokens SET seed = ? WHERE serial = ?"),
                    {m_store->keys().seal(Purpose::SealSeed, "seed " + QByteArray::number(n), identity(n)),
                     QString::number(n)});
            });
        }
        m_next = *m_store->keys().withNewVersion();
    }
    void seedsGoOverInBatchesAndOpenBeforeAndAfter()
    {
        const rotation::Batch first = reseal(0, 4);
        QCOMPARE(first.read, 4);
        QCOMPARE(first.resealed, 4);
        QCOMPARE(uses()[1].seeds, 6);
        QCOMPARE(uses()[2].seeds, 4);
        // Cut short here: the next run begins anew and finds what is done.
        const rotation::Batch again = reseal(0, 100);
        QCOMPARE(again.read, 10);
        QCOMPARE(again.resealed, 6);
        QCOMPARE(reseal(again.lastId, 100).read, 0);
        QCOMPARE(uses()[2].seeds, 10);
        m_store->read([&](Connection& connection) {
            auto rows = connection.select(QStringLiteral("SELECT serial, seed FROM tokens"));
            while (rows.next()) {
                const auto seed =
                    m_next.open(Purpose::SealSeed, rows.bytes(1), "seed:" + rows.text(0).toUtf8());
                [&] {
                    QVERIFY(seed && seed->equals("seed " + rows.text(0).toUtf8()));
                }();
            }
        });
    }
    void aRotationIsNotedUntilItsEnd()
    {
        QCOMPARE(underWay(), std::nullopt);
        m_store->write([](Connection& connection) { rotation::begin(connection, 2); });
        m_store->reopen();
        QCOMPARE(underWay(), std::optional(2));
        m_store->write([](Connection& connection) { rotation::end(connection); });
        QCOMPARE(underWay(), std::nullopt);
    }
    void aDamagedSeedIsLeftAsItIs()
    {
        m_store->write([](Connection& connection) {
            connection.change(QStringLiteral("UPDATE tokens SET seed = ? WHERE serial = '3'"),
                              {QByteArray("\x01 damaged, and long enough to be a seal of something")});
        });
        const rotation::Batch batch = reseal(0, 100);
        QCOMPARE(batch.broken, 1);
        QCOMPARE(batch.resealed, 9);
        QCOMPARE(uses()[1].seeds, 1); // so that its key is kept
    }
    void anOlderRingIsNoticed()
    {
        namespace check = authentication::key_check;
        const auto compare = [&](const KeyRing& keys) {
            return m_store->read([&](Connection& connection) { return check::compare(connection, keys); });
        };
        const auto note = [&](const KeyRing& keys) {
            m_store->write([&](Connection& connection) { check::note(connection, keys); });
        };
        note(m_store->keys());
        QVERIFY(compare(m_store->keys()));
        QVERIFY(compare(m_next)); // a version more, before anything is under it
        QVERIFY(!compare(KeyRing::generate()));
        note(m_next);
        QVERIFY(compare(m_next));
        QCOMPARE(compare(m_store->keys()).error().code, QStringLiteral("keys_do_not_match"));
        QCOMPARE(compare(*m_store->keys().withNewVersion()).error().code, // another second version
                 QStringLiteral("keys_do_not_match"));
        const KeyRing third = *m_next.withNewVersion();
        note(third);
        note(third.withOnly({1, 3}));
        QVERIFY(compare(third.withOnly({1, 3})));
        QVERIFY(!compare(m_next));
    }
    void everyUseOfAVersionIsCounted()
    {
        const qint64 user = m_store->addUser(QStringLiteral("ada"));
        m_store->write([&](Connection& connection) {
            const contract::Secret pin {QByteArrayView("4711")};
            connection.change(QStringLiteral("UPDATE tokens SET pin_hash = ? WHERE serial = '1'"),
                              {security::hashPin(m_store->keys(), pin, "1")});
            connection.change(QStringLiteral("UPDATE tokens SET pin_hash = ? WHERE serial = '2'"),
                              {security::hashPin(m_next, pin, "2")});
            connection.change(
                QStringLiteral("INSERT INTO passwords (user_id, hash, set_at) VALUES (?, ?, 0)"),
                {user, security::hashPin(m_next, pin, "password")});
            connection.change(
                QStringLiteral("INSERT INTO idempotency (actor, key_mac, route, body_mac, status, answer, "
                               "created_at) VALUES ('a', ?, 'r', ?, 201, ?, 0)"),
                {QByteArray("k"), QByteArray("b"), m_next.seal(Purpose::SealAnswer, "answer", "row")});
        });
        QCOMPARE(uses()[1].pins, 1);
        QCOMPARE(uses()[2].pins, 1);
        QCOMPARE(uses()[1].passwords, 0);
        QCOMPARE(uses()[2].passwords, 1);
        QCOMPARE(uses()[2].answers, 1);
        QCOMPARE(uses()[2].seeds, 0);
    }
};

QTEST_GUILESS_MAIN(TestKeyRotation)
#include "tst_key_rotation.moc"
