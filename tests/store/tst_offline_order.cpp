// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/offline_policy.h"
#include "services/authentication/store/offline_readiness.h"
#include "services/authentication/store/offline_set_row.h"
#include "services/authentication/store/offline_steps.h"
#include "services/authentication/store/workstations.h"
#include "services/otp/oath.h"
#include "tests/support/store.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using contract::toMilliseconds;
using storage::Connection;

namespace {

class OrderHouse : public testing::TestStore
{
public:
    struct Person
    {
        qint64 user = 0;
        qint64 token = 0;
        qint64 workstation = 0;
        qint64 set = 0;
    };
    Person give(const QString& name, int days)
    {
        Person person;
        person.user = addUser(name);
        person.token = addToken(QStringLiteral("O-") + name, person.user);
        write([&](Connection& connection) {
            WorkstationRow row;
            row.name = QStringLiteral("lap-") + name;
            row.domainId = 1;
            row.signingKey = row.agreementKey = QByteArray(32, 'k');
            row.enrolledAt = now();
            person.workstation = workstations::insert(connection, row)->id;
        });
        person.set = giveAgain(name, person, days);
        return person;
    }
    qint64 giveAgain(const QString& name, const Person& person, int days)
    {
        return write([&](Connection& connection) {
            OfflineSetRow row;
            row.wireId = QStringLiteral("order-%1").arg(++m_made);
            row.userId = person.user;
            row.userName = row.userKey = name;
            row.userDomainId = 1;
            row.tokenId = person.token;
            row.tokenSerial = QStringLiteral("O-") + name;
            row.workstationId = person.workstation;
            row.mark = QStringLiteral("m");
            row.digits = row.passcodeLength = 8;
            row.intervalSeconds = 30;
            row.firstStep = otp::stepAt(now(), 30);
            row.lastStep = row.firstStep + days * 2880 - 1;
            row.days = days;
            row.issuedAt = now();
            row.expiresAt = now() + std::chrono::days(days);
            return offlineSets::insert(connection, row);
        });
    }
    void change(const QString& sql, const QVariantList& values = {})
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
    OfflineSetRow set(qint64 id)
    {
        return read([&](Connection& connection) {
            return offlineSets::find(connection, id, now()).value_or(OfflineSetRow {});
        });
    }
    QStringList board()
    {
        return read([&](Connection& connection) {
            QStringList names;
            for (const OfflineSetRow& row : offlineSets::list(connection, {}, {}, now())) {
                names << row.userName;
            }
            return names;
        });
    }
    QString planOf(const QString& sql, const QVariantList& values)
    {
        return read([&](Connection& connection) {
            QStringList steps;
            auto rows = connection.select(QStringLiteral("EXPLAIN QUERY PLAN ") + sql, values);
            while (rows.next()) {
                steps << rows.text(3);
            }
            return steps.join(QLatin1Char('\n'));
        });
    }

private:
    int m_made = 0;
};

} // namespace

// What the board is sorted by and what notifications count is kept in the rows, so that it is read from an
// index.
class TestOfflineOrder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatARowTellsOfItselfIsWhatItsReasonSays();
    void thoseThatAreNotValidComeFirst();
    void theFirstPageIsReadFromAnIndex();
    void notificationsCountWhatTheReadinessCounts();
    void warningsAreReadFromIndexes();
    void whatIsOverGoesAPartAtATime();
};

void TestOfflineOrder::whatARowTellsOfItselfIsWhatItsReasonSays()
{
    OrderHouse house;
    const auto ada = house.give(QStringLiteral("ada"), 14);
    const auto agree = [&](bool valid) {
        const OfflineSetRow row = house.set(ada.set);
        QCOMPARE(row.reason.isEmpty(), valid);
        QCOMPARE(row.ends > toMilliseconds(house.now()), valid);
    };
    agree(true);
    const auto expect = [&](const char* change, const char* back, qint64 id) {
        house.change(QString::fromLatin1(change), {id});
        agree(false);
        house.change(QString::fromLatin1(back), {id});
        agree(true);
    };
    expect("UPDATE users SET enabled = 0 WHERE id = ?", "UPDATE users SET enabled = 1 WHERE id = ?",
           ada.user);
    expect("UPDATE users SET name_key = 'eva' WHERE id = ?", "UPDATE users SET name_key = 'ada' WHERE id = ?",
           ada.user);
    expect("UPDATE users SET ends_at = 1 WHERE id = ?", "UPDATE users SET ends_at = NULL WHERE id = ?",
           ada.user);
    expect("UPDATE tokens SET enabled = 0 WHERE id = ?", "UPDATE tokens SET enabled = 1 WHERE id = ?",
           ada.token);
    expect("UPDATE tokens SET lost_at = 1 WHERE id = ?", "UPDATE tokens SET lost_at = NULL WHERE id = ?",
           ada.token);
    expect("UPDATE tokens SET expires_at = 1 WHERE id = ?",
           "UPDATE tokens SET expires_at = NULL WHERE id = ?", ada.token);
    expect("UPDATE tokens SET pin_set_at = 1 WHERE id = ?",
           "UPDATE tokens SET pin_set_at = NULL WHERE id = ?", ada.token);
    expect("UPDATE tokens SET pin_state = 'mustChange' WHERE id = ?",
           "UPDATE tokens SET pin_state = 'notRequired' WHERE id = ?", ada.token);
    expect("UPDATE tokens SET pin_style = 'mixed' WHERE id = ?",
           "UPDATE tokens SET pin_style = 'none' WHERE id = ?", ada.token);
    expect("UPDATE tokens SET assigned_at = 1 WHERE id = ?",
           "UPDATE tokens SET assigned_at = NULL WHERE id = ?", ada.token);
    expect("UPDATE workstations SET revoked_at = 1 WHERE id = ?",
           "UPDATE workstations SET revoked_at = NULL WHERE id = ?", ada.workstation);
    expect("UPDATE offline_sets SET revoked_at = 1 WHERE id = ?",
           "UPDATE offline_sets SET revoked_at = NULL WHERE id = ?", ada.set);
    expect("UPDATE offline_sets SET void_reason = 'policy_changed' WHERE id = ?",
           "UPDATE offline_sets SET void_reason = '' WHERE id = ?", ada.set);

    // An end that is still to come, the earlier of the two.
    const qint64 soon = toMilliseconds(house.now() + std::chrono::days(2));
    house.change(QStringLiteral("UPDATE tokens SET expires_at = ? WHERE id = ?"), {soon + 5, ada.token});
    house.change(QStringLiteral("UPDATE users SET ends_at = ? WHERE id = ?"), {soon, ada.user});
    agree(true);
    QCOMPARE(house.set(ada.set).ends, soon);
    house.clock().advance(std::chrono::days(2));
    agree(false);
    house.change(QStringLiteral("UPDATE users SET ends_at = NULL WHERE id = ?"), {ada.user});
    house.change(QStringLiteral("UPDATE tokens SET expires_at = NULL WHERE id = ?"), {ada.token});
    agree(true);

    // Gone, and back again as from the bin.
    house.change(QStringLiteral("CREATE TABLE away AS SELECT * FROM tokens WHERE id = ?"), {ada.token});
    house.change(QStringLiteral("DELETE FROM tokens WHERE id = ?"), {ada.token});
    agree(false);
    house.change(QStringLiteral("INSERT INTO tokens SELECT * FROM away"));
    agree(true);
    house.clock().advance(std::chrono::days(12));
    agree(false); // over
}

void TestOfflineOrder::thoseThatAreNotValidComeFirst()
{
    OrderHouse house;
    house.give(QStringLiteral("ada"), 14);
    const auto ben = house.give(QStringLiteral("ben"), 12);
    house.give(QStringLiteral("cyd"), 3);
    const auto dan = house.give(QStringLiteral("dan"), 9);
    QCOMPARE(house.board(),
             (QStringList {QStringLiteral("cyd"), QStringLiteral("dan"), QStringLiteral("ben"),
                           QStringLiteral("ada")}));
    house.change(QStringLiteral("UPDATE users SET enabled = 0 WHERE id = ?"), {ben.user});
    house.change(QStringLiteral("UPDATE offline_sets SET void_reason = 'policy_changed' WHERE id = ?"),
                 {dan.set});
    QCOMPARE(house.board(),
             (QStringList {QStringLiteral("ben"), QStringLiteral("dan"), QStringLiteral("cyd"),
                           QStringLiteral("ada")}));
    const auto below = [&](double days) {
        return house.read([&](Connection& connection) {
            OfflineFilter filter;
            filter.daysBelow(days, house.now());
            return offlineSets::count(connection, filter, house.now());
        });
    };
    QCOMPARE(below(0), 2);
    QCOMPARE(below(3.5), 3);
    QCOMPARE(below(20), 4);
}

void TestOfflineOrder::theFirstPageIsReadFromAnIndex()
{
    OrderHouse house;
    house.give(QStringLiteral("ada"), 14);
    const QString end = QLatin1Char('(') + offlineSetEnd(QStringLiteral("s.")) + QLatin1Char(')');
    const QVariant now = toMilliseconds(house.now());
    for (const QString& direction : {QString(), QStringLiteral(" DESC")}) {
        const QString order = QStringLiteral(" ORDER BY %1%2, s.id%2 LIMIT ? OFFSET ?").arg(end, direction);
        const QString first = house.planOf(
            offlineSetSelection() + QStringLiteral(" WHERE s.replaced_by IS NULL") + order, {now, 100, 0});
        QVERIFY2(first.contains(QStringLiteral("SCAN s USING INDEX offline_sets_by_days")),
                 qPrintable(first));
        QVERIFY2(!first.contains(QStringLiteral("TEMP B-TREE")), qPrintable(first));
        const QString next = house.planOf(
            offlineSetSelection()
                + QStringLiteral(" WHERE s.replaced_by IS NULL AND %1 %2= ? AND (%1, s.id) %2 (?, ?)")
                      .arg(end, direction.isEmpty() ? QStringLiteral(">") : QStringLiteral("<"))
                + order,
            {now, now, now, 5, 100, 0});
        QVERIFY2(next.contains(QStringLiteral("SEARCH s USING INDEX offline_sets_by_days (<expr>")),
                 qPrintable(next));
        QVERIFY2(!next.contains(QStringLiteral("TEMP B-TREE")), qPrintable(next));
    }
}

void TestOfflineOrder::notificationsCountWhatTheReadinessCounts()
{
    OrderHouse house;
    house.clock().set(contract::fromRfc3339(QStringLiteral("2026-06-04T08:00:00Z")).value()); // Thursday
    const auto agree = [&](int ending, int leavers, int workstations) {
        house.read([&](Connection& connection) {
            const auto counts = offlineSets::readiness(connection, std::nullopt, house.now());
            const auto warned = offlineSets::warnings(connection, house.now());
            QCOMPARE(warned.monday, counts.monday);
            QCOMPARE(counts.endingBeforeMonday, ending);
            QCOMPARE(warned.endingBeforeMonday, ending);
            QCOMPARE(counts.ofLeavers, leavers);
            QCOMPARE(warned.ofLeavers, leavers);
            QCOMPARE(counts.leaversWorkstations, workstations);
            QCOMPARE(warned.leaversWorkstations, workstations);
        });
    };
    agree(0, 0, 0);
    house.give(QStringLiteral("ada"), 14);
    const auto ben = house.give(QStringLiteral("ben"), 2);
    const auto cyd = house.give(QStringLiteral("cyd"), 2);
    agree(2, 0, 0);
    // One that replaced it lasts longer.
    house.giveAgain(QStringLiteral("ben"), ben, 14);
    agree(1, 0, 0);
    house.change(QStringLiteral("UPDATE users SET enabled = 0 WHERE id = ?"), {cyd.user});
    agree(0, 1, 1);
    house.change(QStringLiteral("UPDATE users SET ends_at = 1 WHERE id = ?"), {ben.user});
    agree(0, 2, 2);
    // A changed policy does not hide where they are; what is not there any more, or was revoked, is no
    // matter.
    house.change(QStringLiteral("UPDATE offline_sets SET void_reason = 'policy_changed' WHERE user_id = ?"),
                 {cyd.user});
    agree(0, 2, 2);
    house.change(QStringLiteral("UPDATE offline_sets SET void_reason = 'not_held' WHERE user_id = ?"),
                 {cyd.user});
    agree(0, 1, 1);
    house.change(QStringLiteral("UPDATE workstations SET revoked_at = 1 WHERE id = ?"), {ben.workstation});
    agree(0, 0, 0);
}

void TestOfflineOrder::warningsAreReadFromIndexes()
{
    OrderHouse house;
    const QVariant at = 1;
    const QString ending = house.planOf(
        QStringLiteral("SELECT COUNT(DISTINCT s.user_id) FROM offline_sets s WHERE s.replaced_by IS NULL"
                       " AND %1 > ? AND %1 < ?")
            .arg(offlineSetEnd(QStringLiteral("s."))),
        {at, at});
    QVERIFY2(
        ending.contains(QStringLiteral("SEARCH s USING INDEX offline_sets_by_days (<expr>>? AND <expr><?)")),
        qPrintable(ending));
    const QString leavers =
        house.planOf(QStringLiteral("SELECT COUNT(*)") + offlineSetSource()
                         + QStringLiteral(" WHERE s.replaced_by IS NULL AND s.stands_until <= ? AND %1 = 'x'")
                               .arg(offlineSetReason()),
                     {at, at});
    QVERIFY2(leavers.contains(QStringLiteral("SEARCH s USING INDEX offline_sets_fallen (stands_until<?)")),
             qPrintable(leavers));
    const auto searched = [&](const char* table, const char* condition, const char* index) {
        const QString plan = house.planOf(QStringLiteral("SELECT 1 FROM %1 WHERE %2 LIMIT 5")
                                              .arg(QLatin1String(table), QLatin1String(condition)),
                                          {at});
        QVERIFY2(plan.contains(QLatin1String(index)), qPrintable(plan));
        QVERIFY2(!plan.contains(QStringLiteral("TEMP B-TREE")), qPrintable(plan));
    };
    searched("offline_steps", "at <= ? ORDER BY at", "offline_steps_by_time (at<?)");
    searched("offline_codes", "expires_at <= ? ORDER BY expires_at", "offline_codes_by_end (expires_at<?)");
    searched("offline_sets", "replaced_by IS NOT NULL AND expires_at <= ? ORDER BY expires_at",
             "offline_sets_replaced (expires_at<?)");
    searched("offline_sets", "replaced_by IS NULL AND expires_at <= ? ORDER BY expires_at",
             "offline_sets_by_end (expires_at<?)");
    searched("offline_sets", "expires_at + 0 > ? ORDER BY issued_at", "COVERING INDEX offline_sets_by_issue");
}

void TestOfflineOrder::whatIsOverGoesAPartAtATime()
{
    OrderHouse house;
    const auto ada = house.give(QStringLiteral("ada"), 14);
    const qint64 first = house.set(ada.set).firstStep;
    for (int i = 0; i < 10; ++i) {
        house.write([&](Connection& connection) {
            offlineSteps::noteOnline(connection, ada.token, first + i, house.now());
        });
    }
    const auto steps = [&] {
        return house.number(QStringLiteral("SELECT COUNT(*) FROM offline_steps"));
    };
    const auto forget = [&] {
        return house.write(
            [&](Connection& connection) { return offlineSets::forgetOld(connection, house.now(), 4); });
    };
    house.clock().advance(std::chrono::days(3));
    QVERIFY(!forget()); // the set counts still
    QCOMPARE(steps(), 10);
    house.clock().advance(std::chrono::days(13));
    QVERIFY(forget());
    QCOMPARE(steps(), 6);
    QVERIFY(forget());
    QVERIFY(!forget());
    QCOMPARE(steps(), 0);
    // Whoever holds newer data keeps the steps of now.
    const qint64 step = house.set(house.giveAgain(QStringLiteral("ada"), ada, 14)).firstStep;
    house.write(
        [&](Connection& connection) { offlineSteps::noteOnline(connection, ada.token, step, house.now()); });
    house.clock().advance(std::chrono::days(2));
    QVERIFY(!forget());
    QCOMPARE(steps(), 1);
    // With the token goes the key of its PIN.
    house.change(
        QStringLiteral("INSERT INTO offline_pin_keys (token_id, salt, pin_key, pin_length, pin_set_at)"
                       " VALUES (?, NULL, NULL, 4, 0)"),
        {ada.token});
    house.change(QStringLiteral("DELETE FROM tokens WHERE id = ?"), {ada.token});
    QCOMPARE(house.number(QStringLiteral("SELECT COUNT(*) FROM offline_pin_keys")), 0);
}

QTEST_GUILESS_MAIN(TestOfflineOrder)
#include "tst_offline_order.moc"
