// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/offline_policy.h"
#include "services/authentication/store/domains.h"
#include "services/authentication/store/key_rotation.h"
#include "services/authentication/store/offline_codes.h"
#include "services/authentication/store/offline_readiness.h"
#include "services/authentication/store/offline_steps.h"
#include "services/authentication/store/offline_voiding.h"
#include "services/authentication/store/users.h"
#include "services/otp/oath.h"
#include "tests/store/offline_house.h"

#include <QElapsedTimer>
#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using contract::OfflinePolicy;
using contract::OfflineSetState;
using holdfast::testing::OfflineHouse;
using storage::Connection;

class TestOfflineSets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSetIsValidUntilSomethingItRestsOnChanges();
    void anEditThatTouchesNothingSentLeavesItValid();
    void anEditVoidsAndItsUndoMakesValidAgain();
    void tenThousandSetsAreVoidAfterOneEdit();
    void aMoveFollowsTheOtherDomainsPolicy();
    void onlyWhatIsInPlaceIsCountedAsVoid();
    void stepsAreKeptWithinAGrantAlone();
    void theBoardIsReadInPages();
    void readinessCountsWhatIsGoingToHurt();
    void keysThatAreRotatedResealWhatIsKept();
};

void TestOfflineSets::aSetIsValidUntilSomethingItRestsOnChanges()
{
    OfflineHouse house;
    const qint64 user = house.addUser(QStringLiteral("ada"));
    const qint64 token = house.addToken(QStringLiteral("T1"), user);
    const qint64 workstation = house.addWorkstation(QStringLiteral("lap-1"));
    const qint64 id = house.give(house.rowFor(user, QStringLiteral("ada"), token, workstation));
    QCOMPARE(house.set(id).reason, QString());
    QVERIFY(qAbs(house.set(id).daysLeft(house.now()) - 14.0) < 0.001);

    const auto expect = [&](const char* change, const char* back, const QVariantList& values,
                            const char* reason, OfflineSetState state) {
        house.change(QString::fromLatin1(change), values);
        QCOMPARE(house.set(id).reason, QString::fromLatin1(reason));
        QCOMPARE(house.set(id).state(), state);
        QCOMPARE(house.set(id).daysLeft(house.now()), 0.0);
        house.change(QString::fromLatin1(back), values);
        QCOMPARE(house.set(id).reason, QString());
    };
    const auto isVoid = OfflineSetState::Void;
    expect("UPDATE users SET enabled = 0 WHERE id = ?", "UPDATE users SET enabled = 1 WHERE id = ?", {user},
           "account_disabled", isVoid);
    expect("UPDATE users SET name_key = 'eva' WHERE id = ?", "UPDATE users SET name_key = 'ada' WHERE id = ?",
           {user}, "user_renamed", isVoid);
    expect("UPDATE users SET ends_at = 1 WHERE id = ?", "UPDATE users SET ends_at = NULL WHERE id = ?",
           {user}, "account_ended", isVoid);
    expect("UPDATE tokens SET enabled = 0 WHERE id = ?", "UPDATE tokens SET enabled = 1 WHERE id = ?",
           {token}, "token_disabled", isVoid);
    expect("UPDATE tokens SET lost_at = 1 WHERE id = ?", "UPDATE tokens SET lost_at = NULL WHERE id = ?",
           {token}, "token_lost", isVoid);
    expect("UPDATE tokens SET expires_at = 1 WHERE id = ?",
           "UPDATE tokens SET expires_at = NULL WHERE id = ?", {token}, "token_expired", isVoid);
    expect("UPDATE tokens SET pin_set_at = 1 WHERE id = ?",
           "UPDATE tokens SET pin_set_at = NULL WHERE id = ?", {token}, "pin_changed", isVoid);
    expect("UPDATE tokens SET assigned_at = 1 WHERE id = ?",
           "UPDATE tokens SET assigned_at = NULL WHERE id = ?", {token}, "token_changed", isVoid);
    expect("UPDATE workstations SET revoked_at = 1 WHERE id = ?",
           "UPDATE workstations SET revoked_at = NULL WHERE id = ?", {workstation}, "revoked",
           OfflineSetState::Revoked);
    house.change(QStringLiteral("UPDATE workstations SET revoked_at = 1, stolen = 1 WHERE id = ?"),
                 {workstation});
    QCOMPARE(house.set(id).reason, QStringLiteral("stolen"));
    QCOMPARE(house.read([&](Connection& connection) {
        return offlineSets::tokensGrantedTo(connection, workstation, house.now()).serials;
    }),
             QStringList {QStringLiteral("T1")});
    house.clock().advance(std::chrono::days(14));
    QVERIFY(house
                .read([&](Connection& connection) {
                    return offlineSets::tokensGrantedTo(connection, workstation, house.now());
                })
                .serials.isEmpty());
    house.change(QStringLiteral("UPDATE workstations SET revoked_at = NULL, stolen = 0 WHERE id = ?"),
                 {workstation});
    QCOMPARE(house.set(id).state(), OfflineSetState::Expired);
}

void TestOfflineSets::anEditThatTouchesNothingSentLeavesItValid()
{
    OfflineHouse house;
    const qint64 user = house.addUser(QStringLiteral("ada"));
    const qint64 token = house.addToken(QStringLiteral("T1"), user);
    const qint64 id = house.give(
        house.rowFor(user, QStringLiteral("ada"), token, house.addWorkstation(QStringLiteral("lap-1"))));
    QCOMPARE(house
                 .editPolicy([](OfflinePolicy& policy) {
                     policy.name = QStringLiteral("Other");
                     policy.notes = QStringLiteral("x");
                     policy.minimumPasscodeLength = 7;
                     policy.allowPinpadOrSoftware = false;
                 })
                 .sets,
             0);
    QCOMPARE(house.set(id).reason, QString());
}

void TestOfflineSets::anEditVoidsAndItsUndoMakesValidAgain()
{
    OfflineHouse house;
    const qint64 user = house.addUser(QStringLiteral("ada"));
    const qint64 token = house.addToken(QStringLiteral("T1"), user);
    const qint64 id = house.give(
        house.rowFor(user, QStringLiteral("ada"), token, house.addWorkstation(QStringLiteral("lap-1"))));
    const auto voided = house.editPolicy([](OfflinePolicy& policy) { policy.offlineDays = 7; });
    QCOMPARE(voided.sets, 1);
    QCOMPARE(voided.people, 1);
    QCOMPARE(voided.workstations, 1);
    QCOMPARE(house.set(id).reason, QStringLiteral("policy_changed"));
    QCOMPARE(house.editPolicy([](OfflinePolicy& policy) { policy.minimumPasscodeLength = 9; }).sets, 0);
    QCOMPARE(house.set(id).reason, QStringLiteral("pinless_not_allowed"));
    house.editPolicy([](OfflinePolicy& policy) {
        policy.offlineDays = 14;
        policy.minimumPasscodeLength = 8;
    });
    QCOMPARE(house.set(id).reason, QString());
}

void TestOfflineSets::tenThousandSetsAreVoidAfterOneEdit()
{
    constexpr int many = 10'000;
    OfflineHouse house;
    const qint64 user = house.addUser(QStringLiteral("ada"));
    const qint64 token = house.addToken(QStringLiteral("T1"), user);
    const qint64 workstation = house.addWorkstation(QStringLiteral("lap-1"));
    OfflineSetRow row = house.rowFor(user, QStringLiteral("ada"), token, workstation);
    house.write([&](Connection& connection) {
        for (int i = 0; i < many; ++i) {
            row.wireId = QStringLiteral("many-%1").arg(i);
            row.tokenId = token + i; // one place each
            static_cast<void>(offlineSets::insert(connection, row));
        }
    });
    QElapsedTimer timer;
    timer.start();
    const auto voided = house.editPolicy([](OfflinePolicy& policy) { policy.maxFailures = 3; });
    qInfo("%lld sets were void after %lld ms", voided.sets, timer.elapsed());
    QCOMPARE(voided.sets, many);
    QCOMPARE(house.number(QStringLiteral("SELECT COUNT(*) FROM offline_sets WHERE void_reason = ''")), 0);
}

void TestOfflineSets::aMoveFollowsTheOtherDomainsPolicy()
{
    OfflineHouse house;
    const qint64 user = house.addUser(QStringLiteral("ada"));
    const qint64 token = house.addToken(QStringLiteral("T1"), user);
    const qint64 id = house.give(
        house.rowFor(user, QStringLiteral("ada"), token, house.addWorkstation(QStringLiteral("lap-1"))));
    OfflinePolicy strict = house.policy();
    strict.name = QStringLiteral("Strict");
    strict.offlineDays = 5;
    house.write([&](Connection& connection) {
        const auto made = policies::create<OfflinePolicy>(connection, strict, house.now());
        for (const QString& name : {QStringLiteral("Like"), QStringLiteral("Other")}) {
            const qint64 domain = domains::create(connection, name, 1)->id;
            if (name == QLatin1String("Other")) {
                contract::DomainUpdate update;
                update.offline = contract::PolicyChoice {contract::PolicySource::Own, made->id};
                QVERIFY(domains::update(connection, domain, update, std::nullopt));
            }
        }
    });
    const auto moveTo = [&](const QString& path) {
        house.write([&](Connection& connection) {
            contract::UserUpdate update;
            update.domain = path;
            QVERIFY(users::update(connection, *users::find(connection, user), update, QStringLiteral("admin"),
                                  house.now()));
        });
    };
    moveTo(QStringLiteral("/Like"));
    QCOMPARE(house.set(id).reason, QString());
    moveTo(QStringLiteral("/Other"));
    QCOMPARE(house.set(id).reason, QStringLiteral("policy_changed"));
}

void TestOfflineSets::onlyWhatIsInPlaceIsCountedAsVoid()
{
    OfflineHouse house;
    const qint64 user = house.addUser(QStringLiteral("ada"));
    const qint64 token = house.addToken(QStringLiteral("T1"), user);
    const qint64 workstation = house.addWorkstation(QStringLiteral("lap-1"));
    const qint64 gone = house.addWorkstation(QStringLiteral("lap-2"));
    house.give(house.rowFor(user, QStringLiteral("ada"), token, workstation));
    house.give(house.rowFor(user, QStringLiteral("ada"), token, workstation));
    house.give(house.rowFor(user, QStringLiteral("ada"), token, gone));
    house.change(QStringLiteral("UPDATE workstations SET revoked_at = 1 WHERE id = ?"), {gone});
    const auto voided = house.editPolicy([](OfflinePolicy& policy) { policy.offlineDays = 7; });
    QCOMPARE(voided.sets, 1);
    QCOMPARE(voided.workstations, 1);
}

void TestOfflineSets::stepsAreKeptWithinAGrantAlone()
{
    OfflineHouse house;
    const qint64 user = house.addUser(QStringLiteral("ada"));
    const qint64 token = house.addToken(QStringLiteral("T1"), user);
    const qint64 workstation = house.addWorkstation(QStringLiteral("lap-1"));
    const OfflineSetRow row = house.rowFor(user, QStringLiteral("ada"), token, workstation);
    house.give(row);
    const auto note = [&](qint64 step) {
        house.write(
            [&](Connection& connection) { offlineSteps::noteOnline(connection, token, step, house.now()); });
    };
    note(row.firstStep - 1);
    note(row.lastStep + 1);
    QCOMPARE(house.number(QStringLiteral("SELECT COUNT(*) FROM offline_steps")), 0);
    note(row.firstStep + 5);
    note(row.firstStep + 5); // the token was imported anew meanwhile
    QCOMPARE(house.number(QStringLiteral("SELECT COUNT(*) FROM offline_steps")), 1);
    const auto upload = [&](qint64 step, qint64 where) {
        return house.write([&](Connection& connection) {
            return offlineSteps::noteOffline(connection, token, step, where, house.now());
        });
    };
    QCOMPARE(upload(row.firstStep + 5, workstation).elsewhere, offlineSteps::online);
    QVERIFY(!upload(row.firstStep + 5, workstation).isNew);
    const auto fresh = upload(row.firstStep + 6, workstation);
    QVERIFY(fresh.isNew && !fresh.elsewhere);
    QCOMPARE(upload(row.firstStep + 6, workstation + 1).elsewhere, workstation);

    house.write([&](Connection& connection) {
        offlineSteps::raise(connection, row, row.firstStep + 6);
        offlineSteps::raise(connection, row, row.firstStep + 2);
        OfflineSetRow earlier = row;
        earlier.assignedAt = 5; // when the token was somebody else's
        QVERIFY(!offlineSteps::markOf(connection, earlier));
        offlineSteps::raise(connection, earlier, row.firstStep + 9);
        QCOMPARE(offlineSteps::markOf(connection, row)->lastStep, row.firstStep + 6);
        QCOMPARE(offlineSteps::markOf(connection, row)->told, row.firstStep + 6);
    });
    QCOMPARE(house.number(QStringLiteral("SELECT last_step FROM tokens WHERE id = ?"), {token}),
             row.firstStep + 6);
    // Once the window is over they go.
    house.clock().advance(std::chrono::days(13));
    house.write([&](Connection& connection) { offlineSets::forgetOld(connection, house.now(), 100); });
    QCOMPARE(house.number(QStringLiteral("SELECT COUNT(*) FROM offline_steps")), 4);
    house.clock().advance(std::chrono::days(3));
    house.write([&](Connection& connection) { offlineSets::forgetOld(connection, house.now(), 100); });
    QCOMPARE(house.number(QStringLiteral("SELECT COUNT(*) FROM offline_steps")), 0);
}

void TestOfflineSets::theBoardIsReadInPages()
{
    OfflineHouse house;
    for (int i = 0; i < 9; ++i) {
        const QString name = QStringLiteral("user%1").arg(i);
        const qint64 user = house.addUser(name);
        const qint64 token = house.addToken(QStringLiteral("B%1").arg(i), user);
        const qint64 workstation = house.addWorkstation(QStringLiteral("lap-%1").arg(9 - i));
        house.give(house.rowFor(user, name, token, workstation, 1 + (i * 4) % 9));
    }
    house.change(QStringLiteral("UPDATE users SET enabled = 0 WHERE name = 'user4'"), {});
    for (const OfflineSort sort :
         {OfflineSort::DaysLeft, OfflineSort::UserName, OfflineSort::Workstation, OfflineSort::LastContact}) {
        for (const bool descending : {false, true}) {
            house.read([&](Connection& connection) {
                const auto whole =
                    offlineSets::list(connection, {}, {.sort = sort, .descending = descending}, house.now());
                QCOMPARE(whole.size(), 9U);
                std::vector<qint64> read;
                OfflineWindow window {.sort = sort, .descending = descending, .limit = 2};
                for (;;) {
                    const auto page = offlineSets::list(connection, {}, window, house.now());
                    if (page.empty()) {
                        break;
                    }
                    for (const OfflineSetRow& row : page) {
                        read.push_back(row.id);
                    }
                    window.after = offlineSets::keyOf(page.back(), sort);
                }
                QCOMPARE(read.size(), 9U);
                for (size_t i = 0; i < read.size(); ++i) {
                    QCOMPARE(read[i], whole[i].id);
                }
                window.after.reset();
                window.before = offlineSets::keyOf(whole[4], sort);
                const auto before = offlineSets::list(connection, {}, window, house.now());
                QCOMPARE(before.size(), 2U);
                QCOMPARE(before[0].id, whole[2].id);
                QCOMPARE(before[1].id, whole[3].id);
            });
        }
    }
    house.read([&](Connection& connection) {
        const auto counted = [&](auto restrictTo, bool negated = false) {
            OfflineFilter filter;
            restrictTo(filter, negated);
            return offlineSets::count(connection, filter, house.now());
        };
        const auto valid = [](OfflineFilter& filter, bool negated) {
            filter.state(OfflineSetState::Valid, negated);
        };
        QCOMPARE(counted(valid), 8);
        QCOMPARE(counted(valid, true), 1);
        QCOMPARE(counted([](OfflineFilter& filter, bool negated) { filter.ofLeavers(negated); }), 1);
        QCOMPARE(counted([](OfflineFilter& filter, bool negated) {
                     filter.text(QStringLiteral("lap-3"), negated);
                 }),
                 1);
        QCOMPARE(counted([&](OfflineFilter& filter, bool negated) {
                     filter.daysBelow(2.5, house.now(), negated);
                 }),
                 3);
    });
}

void TestOfflineSets::readinessCountsWhatIsGoingToHurt()
{
    OfflineHouse house; // a Monday
    house.clock().set(contract::fromRfc3339(QStringLiteral("2026-06-04T08:00:00Z")).value()); // Thursday
    QCOMPARE(contract::toRfc3339(offlineSets::nextMonday(house.now())),
             QStringLiteral("2026-06-08T00:00:00.000Z"));
    const auto person = [&](const QString& name, int days) {
        const qint64 user = house.addUser(name);
        const qint64 token = house.addToken(QStringLiteral("R-") + name, user);
        const qint64 workstation = house.addWorkstation(QStringLiteral("lap-") + name);
        house.give(house.rowFor(user, name, token, workstation, days));
        return user;
    };
    person(QStringLiteral("ada"), 14);
    person(QStringLiteral("ben"), 2);
    const qint64 leaver = person(QStringLiteral("cyd"), 14);
    house.change(QStringLiteral("UPDATE users SET enabled = 0 WHERE id = ?"), {leaver});
    const auto counts = house.read([&](Connection& connection) {
        return offlineSets::readiness(connection, std::nullopt, house.now());
    });
    QCOMPARE(counts.people, 2);
    QCOMPARE(counts.workstations, 3);
    QCOMPARE(counts.validSets, 2);
    QCOMPARE(counts.endingBeforeMonday, 1);
    QCOMPARE(counts.endingSoon, 1);
    QCOMPARE(counts.voidSets, 0); // the leaver's are removed, and not replaced
    QCOMPARE(counts.ofLeavers, 1);
    QCOMPARE(counts.leaversWorkstations, 1);
    house.change(
        QStringLiteral("UPDATE offline_sets SET void_reason = 'policy_changed' WHERE user_name = 'ada'"), {});
    QCOMPARE(house
                 .read([&](Connection& connection) {
                     return offlineSets::readiness(connection, std::nullopt, house.now());
                 })
                 .voidSets,
             1);
    const auto none = house.read([&](Connection& connection) {
        return offlineSets::readiness(connection, std::vector<qint64> {}, house.now());
    });
    QCOMPARE(none.people + none.workstations + none.ofLeavers, 0);
}

void TestOfflineSets::keysThatAreRotatedResealWhatIsKept()
{
    OfflineHouse house;
    const qint64 user = house.addUser(QStringLiteral("ada"));
    const qint64 token = house.addToken(QStringLiteral("T1"), user);
    const qint64 workstation = house.addWorkstation(QStringLiteral("lap-1"));
    const offlineCodes::Place place {user, token, workstation};
    house.write([&](Connection& connection) {
        offlineCodes::keepPinKey(
            connection, house.keys(), token,
            {QByteArray(16, 's'), contract::Secret(QByteArrayView(QByteArray(32, 'k'))), 4, 77});
        offlineCodes::keep(connection, house.keys(), place, 1,
                           {{.replaces = contract::CodeReplaces::Passcode,
                             .text = contract::Secret(QByteArrayView("12345678")),
                             .madeAt = house.now(),
                             .expiresAt = house.now()}});
    });
    const security::KeyRing next = *house.keys().withNewVersion();
    house.write([&](Connection& connection) {
        QCOMPARE(key_rotation::resealOfflinePins(connection, next, 0, 10).resealed, 1);
        QCOMPARE(key_rotation::resealOfflineCodes(connection, next, 0, 10).resealed, 1);
        QVERIFY(key_rotation::uses(connection).contains(2));
        const auto key = offlineCodes::pinKeyOf(connection, next, token, 77);
        QVERIFY(key && key->key.equals(QByteArray(32, 'k')));
        QVERIFY(!offlineCodes::pinKeyOf(connection, next, token, 78));
        QVERIFY(offlineCodes::of(connection, place, &next).front().text.equals("12345678"));
        QVERIFY(offlineCodes::of(connection, place, &house.keys()).front().text.isEmpty());
    });
}

QTEST_GUILESS_MAIN(TestOfflineSets)
#include "tst_offline_sets.moc"
