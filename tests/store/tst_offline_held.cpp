// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/offline_codes.h"
#include "services/authentication/store/offline_steps.h"
#include "services/authentication/store/restore.h"
#include "tests/store/offline_house.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using holdfast::testing::OfflineHouse;
using storage::Connection;

// What is known of what workstations hold.
class TestOfflineHeld : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewSetTakesThePlaceOfTheOldOnce();
    void whatNeverArrivedCountsUntilItIsOver();
    void whatWasAskedOfALostSetIsAskedOfTheOneBefore();
    void aRevocationReachesEverySetOfThePlace();
    void codesThatCountAreGrantedUntilTheyAreUsedUp();
    void stolenCodesAreRemembered();
    void whatIsAskedWhileASetIsMadeIsNotLost();
    void aRestoredBackupKnowsNotWhatIsHeld();
    void codesAreKnownToBeHeldOnlyWithTheirSet();
};

void TestOfflineHeld::aNewSetTakesThePlaceOfTheOldOnce()
{
    OfflineHouse house;
    const qint64 user = house.addUser(QStringLiteral("ada"));
    const qint64 token = house.addToken(QStringLiteral("T1"), user);
    const qint64 workstation = house.addWorkstation(QStringLiteral("lap-1"));
    const qint64 first = house.give(house.rowFor(user, QStringLiteral("ada"), token, workstation));
    house.clock().advance(std::chrono::days(1));
    const qint64 second = house.give(house.rowFor(user, QStringLiteral("ada"), token, workstation));
    QCOMPARE(house.set(first).replacedBy, second);
    const auto shown = [&] {
        return house.read(
            [&](Connection& connection) { return offlineSets::ofUser(connection, user, house.now()); });
    };
    QCOMPARE(shown().size(), 1U);
    QCOMPARE(shown().front().id, second);

    // The download broke off: the workstation still holds the first.
    house.write([&](Connection& connection) {
        const auto row = offlineSets::find(connection, first, house.now());
        offlineSets::report(connection, *row, {.setId = row->wireId, .daysLeft = 13}, house.now());
        offlineSets::settle(connection, *row);
    });
    QCOMPARE(shown().front().id, first);
    QCOMPARE(shown().front().daysReported, 13.0);
    QCOMPARE(house.set(second).reason, QStringLiteral("not_received"));
    QVERIFY(house.set(second).neverArrived());

    const qint64 third = house.give(house.rowFor(user, QStringLiteral("ada"), token, workstation));
    house.write([&](Connection& connection) {
        const auto row = offlineSets::find(connection, third, house.now());
        offlineSets::settle(connection, *row);
    });
    QCOMPARE(house.set(first).id, 0);
    QCOMPARE(shown().front().id, third);
}

void TestOfflineHeld::whatNeverArrivedCountsUntilItIsOver()
{
    OfflineHouse house;
    const qint64 user = house.addUser(QStringLiteral("ada"));
    const qint64 token = house.addToken(QStringLiteral("T1"), user);
    const qint64 workstation = house.addWorkstation(QStringLiteral("lap-1"));
    const offlineCodes::Place place {user, token, workstation};
    const auto row = [&](qint64 id) {
        return house.set(id);
    };
    const auto settle = [&](qint64 id) {
        house.write([&](Connection& connection) {
            offlineSets::settle(connection, *offlineSets::find(connection, id, house.now()));
        });
    };
    const auto keepCode = [&](qint64 setId) {
        house.write([&](Connection& connection) {
            offlineCodes::keep(connection, house.keys(), place, setId,
                               {{.replaces = contract::CodeReplaces::Passcode,
                                 .text = contract::Secret(QByteArrayView("12345678")),
                                 .madeAt = house.now(),
                                 .expiresAt = house.now() + std::chrono::days(30)}});
        });
    };
    const qint64 first = house.give(house.rowFor(user, QStringLiteral("ada"), token, workstation, 7));
    keepCode(first);
    settle(first);
    const qint64 second = house.give(house.rowFor(user, QStringLiteral("ada"), token, workstation, 14));
    settle(first);
    settle(first);
    QCOMPARE(row(second).reason, QStringLiteral("not_received"));
    QVERIFY(!row(first).replacedBy);
    const auto codes =
        house.read([&](Connection& connection) { return offlineCodes::of(connection, place); });
    QVERIFY(codes.size() == 1 && codes.front().held);

    const auto granted = [&] {
        return house.read([&](Connection& connection) {
            return offlineSets::tokensGrantedTo(connection, workstation, house.now());
        });
    };
    QVERIFY(granted().until == row(second).expiresAt);
    house.clock().advance(std::chrono::days(8));
    house.write([&](Connection& connection) { offlineSets::forgetOld(connection, house.now(), 100); });
    QCOMPARE(granted().serials, QStringList {QStringLiteral("T1")});

    // It turns up: it is what is held now, and is to be renewed, for its codes are not known any more.
    house.write([&](Connection& connection) {
        const OfflineSetRow late = *offlineSets::find(connection, second, house.now());
        QVERIFY(offlineSets::report(connection, late, {.setId = late.wireId, .daysLeft = 6}, house.now()));
        offlineSets::settle(connection, late);
    });
    QCOMPARE(row(second).reason, QString());
    QVERIFY(row(second).refillWanted && !row(second).neverArrived());
    house.clock().advance(std::chrono::days(8));
    QVERIFY(granted().serials.isEmpty());
}

void TestOfflineHeld::whatWasAskedOfALostSetIsAskedOfTheOneBefore()
{
    OfflineHouse house;
    const qint64 user = house.addUser(QStringLiteral("ada"));
    const qint64 token = house.addToken(QStringLiteral("T1"), user);
    const qint64 workstation = house.addWorkstation(QStringLiteral("lap-1"));
    const qint64 first = house.give(house.rowFor(user, QStringLiteral("ada"), token, workstation));
    const qint64 second = house.give(house.rowFor(user, QStringLiteral("ada"), token, workstation));
    house.write([&](Connection& connection) {
        const OfflineSetRow before = *offlineSets::find(connection, first, house.now());
        QCOMPARE(offlineSets::currentOf(connection, before, house.now())->id, second);
        offlineSets::wantRefill(connection, second, 5);
        offlineSets::settle(connection, before);
        QCOMPARE(offlineSets::currentOf(connection, before, house.now())->id, first);
    });
    QVERIFY(house.set(first).refillWanted);
    QCOMPARE(house.set(first).extraDays, 5);
}

void TestOfflineHeld::aRevocationReachesEverySetOfThePlace()
{
    OfflineHouse house;
    const qint64 user = house.addUser(QStringLiteral("ada"));
    const qint64 token = house.addToken(QStringLiteral("T1"), user);
    const qint64 workstation = house.addWorkstation(QStringLiteral("lap-1"));
    const qint64 elsewhere = house.give(
        house.rowFor(user, QStringLiteral("ada"), token, house.addWorkstation(QStringLiteral("lap-2"))));
    const qint64 first = house.give(house.rowFor(user, QStringLiteral("ada"), token, workstation));
    const qint64 second = house.give(house.rowFor(user, QStringLiteral("ada"), token, workstation));
    house.write([&](Connection& connection) {
        offlineSets::revoke(connection, *offlineSets::find(connection, second, house.now()),
                            QStringLiteral("admin"), house.now());
    });
    QCOMPARE(house.set(first).reason, QStringLiteral("revoked"));
    QCOMPARE(house.set(second).reason, QStringLiteral("revoked"));
    QCOMPARE(house.set(elsewhere).reason, QString());
    // A stolen workstation may hold them all the same.
    QCOMPARE(house
                 .read([&](Connection& connection) {
                     return offlineSets::tokensGrantedTo(connection, workstation, house.now());
                 })
                 .serials.size(),
             1);
}

void TestOfflineHeld::codesThatCountAreGrantedUntilTheyAreUsedUp()
{
    OfflineHouse house;
    const qint64 user = house.addUser(QStringLiteral("ada"));
    const qint64 token = house.addToken(QStringLiteral("T1"), user);
    const qint64 workstation = house.addWorkstation(QStringLiteral("lap-1"));
    OfflineSetRow row = house.rowFor(user, QStringLiteral("ada"), token, workstation);
    row.intervalSeconds = 0;
    row.firstStep = 1;
    row.lastStep = 168;
    house.give(row);
    const auto granted = [&] {
        return house
            .read([&](Connection& connection) {
                return offlineSets::tokensGrantedTo(connection, workstation, house.now());
            })
            .serials.size();
    };
    const auto forget = [&] {
        house.write([&](Connection& connection) { offlineSets::forgetOld(connection, house.now(), 100); });
    };
    house.clock().advance(std::chrono::days(100));
    house.change(QStringLiteral("UPDATE tokens SET last_step = 167 WHERE id = ?"), {token});
    forget();
    QCOMPARE(granted(), 1);
    house.change(QStringLiteral("UPDATE tokens SET last_step = 168 WHERE id = ?"), {token});
    QCOMPARE(granted(), 0);
    forget();
    QCOMPARE(house.number(QStringLiteral("SELECT COUNT(*) FROM offline_sets")), 0);
}

void TestOfflineHeld::stolenCodesAreRemembered()
{
    OfflineHouse house;
    const qint64 user = house.addUser(QStringLiteral("ada"));
    const qint64 token = house.addToken(QStringLiteral("T1"), user);
    const qint64 workstation = house.addWorkstation(QStringLiteral("lap-1"));
    const OfflineSetRow row = house.rowFor(user, QStringLiteral("ada"), token, workstation);
    house.give(row);
    const auto stolen = [&] {
        return house.read([&](Connection& connection) {
            return offlineSets::stolenGrantOf(connection, token, house.now());
        });
    };
    QVERIFY(!stolen());
    house.change(QStringLiteral("UPDATE workstations SET revoked_at = 1, stolen = 1 WHERE id = ?"),
                 {workstation});
    QVERIFY(stolen());
    QCOMPARE(stolen()->workstation, QStringLiteral("lap-1"));
    QVERIFY(stolen()->until && *stolen()->until >= row.expiresAt);
    house.clock().advance(std::chrono::days(15));
    QVERIFY(!stolen());
    // Codes that count have no end of their own; those of another seed are not meant.
    OfflineSetRow counter = row;
    counter.wireId = QStringLiteral("counter");
    counter.intervalSeconds = 0;
    counter.firstStep = 1;
    counter.lastStep = 168;
    house.write([&](Connection& connection) { static_cast<void>(offlineSets::insert(connection, counter)); });
    house.change(QStringLiteral("UPDATE tokens SET last_step = 0 WHERE id = ?"), {token});
    QVERIFY(stolen() && !stolen()->until);
    house.write([&](Connection& connection) { offlineSteps::forget(connection, token); });
    QVERIFY(!stolen());
}

void TestOfflineHeld::whatIsAskedWhileASetIsMadeIsNotLost()
{
    OfflineHouse house;
    const qint64 user = house.addUser(QStringLiteral("ada"));
    const qint64 token = house.addToken(QStringLiteral("T1"), user);
    const qint64 workstation = house.addWorkstation(QStringLiteral("lap-1"));
    const qint64 first = house.give(house.rowFor(user, QStringLiteral("ada"), token, workstation));
    const auto ask = [&](qint64 id, int days) {
        house.write([&](Connection& connection) { offlineSets::wantRefill(connection, id, days); });
    };
    ask(first, 5);
    OfflineSetRow unaware = house.rowFor(user, QStringLiteral("ada"), token, workstation);
    const qint64 second = house.give(unaware);
    QVERIFY(house.set(second).refillWanted);
    QCOMPARE(house.set(second).extraDays, 5);
    OfflineSetRow aware = house.rowFor(user, QStringLiteral("ada"), token, workstation);
    aware.refillWanted = true;
    aware.extraDays = 5;
    const qint64 third = house.give(aware);
    QVERIFY(!house.set(third).refillWanted);
    QCOMPARE(house.set(third).extraDays, 0);
    ask(third, 0);
    const qint64 fourth = house.give(house.rowFor(user, QStringLiteral("ada"), token, workstation));
    QVERIFY(house.set(fourth).refillWanted);
    QCOMPARE(house.set(fourth).extraDays, 0);
}

void TestOfflineHeld::aRestoredBackupKnowsNotWhatIsHeld()
{
    OfflineHouse house;
    const qint64 user = house.addUser(QStringLiteral("ada"));
    const qint64 token = house.addToken(QStringLiteral("T1"), user);
    const qint64 workstation = house.addWorkstation(QStringLiteral("lap-1"));
    const offlineCodes::Place place {user, token, workstation};
    const qint64 id = house.give(house.rowFor(user, QStringLiteral("ada"), token, workstation));
    house.write([&](Connection& connection) {
        offlineCodes::keep(connection, house.keys(), place, id,
                           {{.replaces = contract::CodeReplaces::Passcode,
                             .text = contract::Secret(QByteArrayView("12345678")),
                             .madeAt = house.now(),
                             .expiresAt = house.now() + std::chrono::days(30)}});
        offlineSets::settle(connection, *offlineSets::find(connection, id, house.now()));
        noteRestore(connection, house.events(), {}, {}, house.now());
        QVERIFY(offlineCodes::of(connection, place).empty());
    });
    QCOMPARE(house.set(id).reason, QStringLiteral("not_held"));
    house.write([&](Connection& connection) {
        const OfflineSetRow row = *offlineSets::find(connection, id, house.now());
        QVERIFY(offlineSets::report(connection, row, {.setId = row.wireId, .daysLeft = 6}, house.now()));
    });
    QCOMPARE(house.set(id).reason, QString());
    QVERIFY(house.set(id).refillWanted); // so that there are codes again
}

void TestOfflineHeld::codesAreKnownToBeHeldOnlyWithTheirSet()
{
    OfflineHouse house;
    const qint64 user = house.addUser(QStringLiteral("ada"));
    const qint64 token = house.addToken(QStringLiteral("T1"), user);
    const qint64 workstation = house.addWorkstation(QStringLiteral("lap-1"));
    const offlineCodes::Place place {user, token, workstation};
    const qint64 first = house.give(house.rowFor(user, QStringLiteral("ada"), token, workstation));
    house.write([&](Connection& connection) {
        offlineCodes::keep(connection, house.keys(), place, first,
                           {{.replaces = contract::CodeReplaces::Passcode,
                             .text = contract::Secret(QByteArrayView("12345678")),
                             .madeAt = house.now(),
                             .expiresAt = house.now() + std::chrono::days(30)}});
    });
    const auto codes = [&] {
        return house.read(
            [&](Connection& connection) { return offlineCodes::of(connection, place, &house.keys()); });
    };
    QCOMPARE(codes().size(), 1U);
    QVERIFY(!codes().front().held);
    QVERIFY(codes().front().text.equals("12345678"));
    const auto settle = [&](qint64 id) {
        house.write([&](Connection& connection) {
            offlineSets::settle(connection, *offlineSets::find(connection, id, house.now()));
        });
    };
    settle(first);
    QVERIFY(codes().front().held);

    // The next set brings another one; both are there until it has arrived.
    const qint64 second = house.give(house.rowFor(user, QStringLiteral("ada"), token, workstation));
    house.write([&](Connection& connection) {
        offlineCodes::keep(connection, house.keys(), place, second,
                           {{.replaces = contract::CodeReplaces::Passcode,
                             .text = contract::Secret(QByteArrayView("87654321")),
                             .madeAt = house.now(),
                             .expiresAt = house.now() + std::chrono::days(30)}});
        QVERIFY(offlineCodes::markRead(connection, offlineCodes::of(connection, place).back().id,
                                       QStringLiteral("admin"), house.now()));
        QVERIFY(!offlineCodes::markRead(connection, offlineCodes::of(connection, place).back().id,
                                        QStringLiteral("other"), house.now()));
    });
    QCOMPARE(codes().size(), 2U);
    QVERIFY(!codes().front().held && !codes().back().held); // either may be there
    settle(second);
    QCOMPARE(codes().size(), 1U);
    QVERIFY(codes().front().held && codes().front().text.equals("87654321"));
}

QTEST_GUILESS_MAIN(TestOfflineHeld)
#include "tst_offline_held.moc"
