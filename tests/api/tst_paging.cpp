// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/users.h"
#include "tests/support/api_fixture.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace holdfast;
using holdfast::testing::ApiAnswer;
using holdfast::testing::ApiFixture;

class TestPaging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_api.reset(); }

    void walkingForwardsMeetsEverybodyOnceInOrder_data();
    void walkingForwardsMeetsEverybodyOnceInOrder();
    void walkingBackwardsMeetsTheSame_data() { walkingForwardsMeetsEverybodyOnceInOrder_data(); }
    void walkingBackwardsMeetsTheSame();
    void whatIsInsertedMeanwhileIsNeverMetTwice();
    void aPlaceInTheMiddleIsNearWhereItIsAskedFor();
    void theLastPageIsAFullOne();
    void aCursorOfAnotherOrderIsRefused();
    void onlyOneWayToSayWhereIsTaken();
    void smallListsArePagedAlike();

private:
    ApiAnswer page(const QString& query) const { return m_api->get(QStringLiteral("/users?") + query); }
    std::unique_ptr<ApiFixture> m_api;
    static constexpr int people = 230;
};

namespace {

QStringList namesOf(const ApiAnswer& answer)
{
    QStringList names;
    for (const auto& item : answer.items()) {
        names << item.toObject().value(QStringLiteral("name")).toString();
    }
    return names;
}

} // namespace

void TestPaging::initTestCase()
{
    m_api = std::make_unique<ApiFixture>();
    QRandomGenerator random(4711);
    m_api->database().writeAndWait([&](storage::Connection& connection) {
        for (int i = 1; i < people; ++i) { // and admin
            contract::UserCreate user;
            user.name = QStringLiteral("user-%1").arg(random.bounded(1000000)) + QString::number(i);
            // Equal keys, so that the id must tell them apart.
            user.displayName = QStringLiteral("Name %1").arg(random.bounded(20));
            const auto at = m_api->clock.now() + std::chrono::seconds(random.bounded(10));
            const qint64 id = authentication::users::create(connection, user, at).value();
            if (i % 3 == 0) {
                connection.change(QStringLiteral("UPDATE users SET last_logon_at = ? WHERE id = ?"),
                                  {qint64 {random.bounded(50)} * 1000, id});
            }
        }
    });
}

void TestPaging::walkingForwardsMeetsEverybodyOnceInOrder_data()
{
    QTest::addColumn<QString>("sort");
    for (const char* sort : {"name", "-name", "displayName", "-displayName", "lastLogonAt", "-lastLogonAt",
                             "createdAt", "-createdAt"}) {
        QTest::newRow(sort) << QString::fromLatin1(sort);
    }
}

void TestPaging::walkingForwardsMeetsEverybodyOnceInOrder()
{
    QFETCH(QString, sort);
    const QStringList whole = namesOf(page(QStringLiteral("limit=500&sort=") + sort));
    QCOMPARE(whole.size(), people);
    QStringList met;
    QString query = QStringLiteral("limit=37&sort=") + sort;
    for (int pages = 0;; ++pages) {
        QVERIFY(pages < 10);
        const ApiAnswer answer = page(query);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json.contains(QStringLiteral("previous")), pages > 0);
        met += namesOf(answer);
        if (!answer.json.contains(QStringLiteral("next"))) {
            break;
        }
        query = QStringLiteral("limit=37&sort=%1&after=%2").arg(sort, answer.text("next"));
    }
    QCOMPARE(met, whole);
    QCOMPARE(QSet<QString>(met.begin(), met.end()).size(), people);
}

void TestPaging::walkingBackwardsMeetsTheSame()
{
    QFETCH(QString, sort);
    const QStringList whole = namesOf(page(QStringLiteral("limit=500&sort=") + sort));
    QStringList met;
    QString query = QStringLiteral("limit=41&at=1&sort=") + sort;
    for (int pages = 0;; ++pages) {
        QVERIFY(pages < 10);
        const ApiAnswer answer = page(query);
        QCOMPARE(answer.status, 200);
        met = namesOf(answer) + met;
        if (!answer.json.contains(QStringLiteral("previous"))) {
            break;
        }
        query = QStringLiteral("limit=41&sort=%1&before=%2").arg(sort, answer.text("previous"));
    }
    QCOMPARE(met, whole);
}

void TestPaging::whatIsInsertedMeanwhileIsNeverMetTwice()
{
    ApiFixture api;
    for (int i = 0; i < 40; ++i) {
        api.makeUser(QStringLiteral("p%1").arg(i * 10, 4, 10, QLatin1Char('0')));
    }
    const QStringList before = namesOf(api.get(QStringLiteral("/users?limit=500")));
    QStringList met;
    QString query = QStringLiteral("/users?limit=7");
    for (int round = 0;; ++round) {
        const ApiAnswer answer = api.get(query);
        met += namesOf(answer);
        if (!answer.json.contains(QStringLiteral("next"))) {
            break;
        }
        // One in front of where we are, one behind.
        api.makeUser(QStringLiteral("a%1").arg(round));
        api.makeUser(QStringLiteral("p%1x").arg(390 - round * 10, 4, 10, QLatin1Char('0')));
        query = QStringLiteral("/users?limit=7&after=") + answer.text("next");
    }
    QCOMPARE(QSet<QString>(met.begin(), met.end()).size(), met.size());
    QStringList sorted = met;
    sorted.sort();
    QCOMPARE(met, sorted);
    for (const QString& name : before) {
        QVERIFY2(met.contains(name), qPrintable(name));
    }
}

void TestPaging::aPlaceInTheMiddleIsNearWhereItIsAskedFor()
{
    const QStringList whole = namesOf(page(QStringLiteral("limit=500")));
    const ApiAnswer middle = page(QStringLiteral("at=0.5&limit=10&total=true"));
    QCOMPARE(middle.json.value(QStringLiteral("total")).toInt(), people);
    QCOMPARE(middle.json.value(QStringLiteral("offset")).toInt(), people / 2);
    QCOMPARE(namesOf(middle), whole.mid(people / 2, 10));
    QVERIFY(middle.json.contains(QStringLiteral("next")) && middle.json.contains(QStringLiteral("previous")));
    QCOMPARE(namesOf(page(QStringLiteral("at=0&limit=10"))), whole.first(10));
    QCOMPARE(page(QStringLiteral("at=1.5")).status, 400);
}

void TestPaging::theLastPageIsAFullOne()
{
    const QStringList whole = namesOf(page(QStringLiteral("limit=500")));
    const ApiAnswer last = page(QStringLiteral("at=1&limit=50"));
    QCOMPARE(namesOf(last), whole.last(50));
    QVERIFY(!last.json.contains(QStringLiteral("next")));
}

void TestPaging::aCursorOfAnotherOrderIsRefused()
{
    const QString next = page(QStringLiteral("limit=5&sort=name")).text("next");
    QVERIFY(!next.isEmpty());
    QCOMPARE(page(QStringLiteral("limit=5&sort=name&after=") + next).status, 200);
    QCOMPARE(page(QStringLiteral("limit=5&sort=createdAt&after=") + next).status, 400);
    QCOMPARE(m_api->get(QStringLiteral("/tokens?after=") + next).status, 400);
    QString forged = next;
    forged[forged.size() - 1] = forged.back() == QLatin1Char('A') ? QLatin1Char('B') : QLatin1Char('A');
    QCOMPARE(page(QStringLiteral("limit=5&sort=name&after=") + forged).status, 400);
}

void TestPaging::onlyOneWayToSayWhereIsTaken()
{
    const QString next = page(QStringLiteral("limit=5")).text("next");
    QCOMPARE(page(QStringLiteral("limit=5&at=0.5&after=") + next).status, 400);
}

void TestPaging::smallListsArePagedAlike()
{
    for (int i = 0; i < 9; ++i) {
        m_api->makeDomain(QStringLiteral("D%1").arg(i));
    }
    const auto paths = [](const ApiAnswer& answer) {
        QStringList found;
        for (const auto& item : answer.items()) {
            found << item.toObject().value(QStringLiteral("path")).toString();
        }
        return found;
    };
    const QStringList whole = paths(m_api->get(QStringLiteral("/domains")));
    QCOMPARE(whole.size(), 10);
    QStringList met;
    QString query = QStringLiteral("/domains?limit=3");
    ApiAnswer answer;
    do {
        answer = m_api->get(query);
        met += paths(answer);
        query = QStringLiteral("/domains?limit=3&after=") + answer.text("next");
    } while (answer.json.contains(QStringLiteral("next")));
    QCOMPARE(met, whole);
    const ApiAnswer back = m_api->get(QStringLiteral("/domains?limit=4&before=") + answer.text("previous"));
    QCOMPARE(paths(back), whole.mid(5, 4));
}

QTEST_GUILESS_MAIN(TestPaging)
#include "tst_paging.moc"
