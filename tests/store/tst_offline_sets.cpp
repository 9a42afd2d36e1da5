// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/offline_policy.h"
#include "services/authentication/store/domains.h"
#include "services/authentication/store/key_rotation.h"
#include "services/authentication/store/offline_codes.h"
#include "services/authentication/store/offline_readiness.h"
#include "services/authentication/store/offline_steps.h"
#include "services/authentication/store/offline_voiding.h"
#include "services/authentication/store/policies.h"
#include "services/authentication/store/restore.h"
#include "services/authentication/store/users.h"
#include "services/authentication/store/workstations.h"
#include "services/otp/oath.h"
#include "tests/support/store.h"

#include <QElapsedTimer>
#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using contract::OfflinePolicy;
using contract::OfflineSetState;
using storage::Connection;

namespace {

// A person with a token, and workstations that can be given sets.
class OfflineHouse : public testing::TestStore
{
public:
    OfflineHouse()
    {
        editPolicy([](OfflinePolicy& policy) { policy.enabled = true; });
    }
    OfflinePolicy policy()
    {
        return read(
            [](Connection& connection) { return *PolicySnapshot::of(connection)->offline(1).policy; });
    }
    template <class F>
    offlineSets::Voided editPolicy(F edit)
    {
        OfflinePolicy changed = policy();
        edit(changed);
        return write([&](Connection& connection) {
            if (!policies::update<OfflinePolicy>(connection, changed.id.toLongLong(), changed, std::nullopt,
                                                 now())) {
                qFatal("The policy was not taken.");
            }
            return offlineSets::followPolicies(connection, now());
        });
    }
    qint64 addWorkstation(const QString& name)
    {
        return write([&](Connection& connection) {
            WorkstationRow row;
            row.name = name;
            row.domainId = 1;
            row.signingKey = row.agreementKey = QByteArray(32, 'k');
            row.enrolledAt = now();
            return workstations::insert(connection, row)->id;
        });
    }
    OfflineSetRow rowFor(qint64 userId, const QString& userKey, qint64 tokenId, qint64 workstationId,
                         int days = 14)
    {
        OfflineSetRow row;
        row.wireId = QStringLiteral("set-%1").arg(++m_made);
        row.userId = userId;
        row.userName = row.userKey = userKey;
        row.userDomainId = 1;
        row.tokenId = tokenId;
        row.tokenSerial = QStringLiteral("T1");
        row.workstationId = workstationId;
        row.policyId = policy().id.toLongLong();
        row.mark = offlineMark(policy(), false);
        row.pinStyle = contract::PinStyle::None;
        row.digits = row.passcodeLength = 8;
        row.intervalSeconds = 30;
        row.firstStep = otp::stepAt(now(), 30);
        row.lastStep = row.firstStep + days * 2880 - 1;
        row.days = days;
        row.issuedAt = now();
        row.expiresAt = now() + std::chrono::days(days);
        row.refill = contract::OfflineRefill::Contact;
        return row;
    }
    qint64 give(const OfflineSetRow& row)
    {
        return write([&](Connection& connection) { return offlineSets::insert(connection, row); });
    }
    OfflineSetRow set(qint64 id)
    {
        return read([&](Connection& connection) {
            return offlineSets::find(connection, id, now()).value_or(OfflineSetRow {});
        });
    }
    void change(const QString& sql, const QVariantList& values)
    {
        write([&](Connection& connection) { return connection.change(sql, values); });
    }
    qint64 number(const QString& sql, const QVariantList& values = {})
    {
        return read([&](Connection& connection) {
            auto rows = connection.select(sql, values);
            return rows.next() ? rows.integer(0) : -1;
        });
    }

private:
    int m_made = 0;
};

} // namespace

class TestOfflineSets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSetIsValidUntilSomethingItRestsOnChanges();
    void anEditThatTouchesNothingSentLeavesItValid();
    void anEditVoidsAndItsUndoMakesValidAgain();
    void tenThousandSetsAreVoidAfterOneEdit();
    void aMoveFollowsTheOtherDomainsPolicy();
    void aNewSetTakesThePlaceOfTheOldOnce();
    void whatNeverArrivedCountsUntilItIsOver();
    void whatWasAskedOfALostSetIsAskedOfTheOneBefore();
    void aRevocationReachesEverySetOfThePlace();
    void codesThatCountAreGrantedUntilTheyAreUsedUp();
    void aRestoredBackupKnowsNotWhatIsHeld();
    void onlyWhatIsInPlaceIsCountedAsVoid();
    void codesAreKnownToBeHeldOnlyWithTheirSet();
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

void TestOfflineSets::aNewSetTakesThePlaceOfTheOldOnce()
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

void TestOfflineSets::whatNeverArrivedCountsUntilItIsOver()
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

void TestOfflineSets::whatWasAskedOfALostSetIsAskedOfTheOneBefore()
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

void TestOfflineSets::aRevocationReachesEverySetOfThePlace()
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

void TestOfflineSets::codesThatCountAreGrantedUntilTheyAreUsedUp()
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
    house.clock().advance(std::chrono::days(20));
    house.change(QStringLiteral("UPDATE tokens SET last_step = 167 WHERE id = ?"), {token});
    QCOMPARE(granted(), 1);
    house.change(QStringLiteral("UPDATE tokens SET last_step = 168 WHERE id = ?"), {token});
    QCOMPARE(granted(), 0);
}

void TestOfflineSets::aRestoredBackupKnowsNotWhatIsHeld()
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

void TestOfflineSets::codesAreKnownToBeHeldOnlyWithTheirSet()
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
    QCOMPARE(counts.voidSets, 1);
    QCOMPARE(counts.ofLeavers, 1);
    QCOMPARE(counts.leaversWorkstations, 1);
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
