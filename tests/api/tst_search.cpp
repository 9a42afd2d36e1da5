// SPDX-License-Identifier: Apache-2.0
#include "tests/api/help_desk.h"
#include "tests/support/sanitizer.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>
#include <QUrl>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::Role;
using holdfast::testing::ApiAnswer;
using holdfast::testing::HelpDesk;

// What a help desk types while somebody talks: any fragment that they understood.
class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_desk = std::make_unique<HelpDesk>();
        m_desk->makeDomain(u"Sales"_s);
        m_anna = create({{u"name"_s, u"asommer"_s},
                         {u"displayName"_s, u"Anna-Lena Sommerfeld"_s},
                         {u"email"_s, u"lena@beispiel.example"_s},
                         {u"phone"_s, u"+49 (30) 123-4567"_s}});
        create({{u"name"_s, u"100%_sure"_s}, {u"domain"_s, u"/Sales"_s}});
        m_desk->addToken(u"HF-00778899"_s);
        m_desk->assign(u"HF-00778899"_s, m_anna.toLongLong());
        m_desk->addToken(u"000412345678"_s);
        m_desk->assign(u"000412345678"_s, m_anna.toLongLong());
    }
    void cleanupTestCase() { m_desk.reset(); }

    void anyFragmentFindsThePerson_data();
    void anyFragmentFindsThePerson();
    void twoLettersAreNoFragment();
    void signsThatMeanSomethingToTheDatabaseAreLetters();
    void aNewNumberIsFoundAndTheOldOneIsNot();
    void aFragmentOfASerialFindsTokenAndHolder();
    void theScopeApplies();
    void aHundredThousandPeopleAreSearchedQuickly();

private:
    QString create(const QJsonObject& user) { return m_desk->post(u"/users"_s, user).text("id"); }
    ApiAnswer search(const QString& text, const QByteArray& session = {}) const
    {
        const QString path = u"/api/v1/search?q="_s + QString::fromLatin1(QUrl::toPercentEncoding(text));
        return m_desk->call("GET", path, {}, session.isEmpty() ? m_desk->adminToken() : session);
    }
    QStringList people(const QString& text, const QByteArray& session = {}) const
    {
        QStringList ids;
        for (const QJsonValue& hit : search(text, session).items()) {
            if (hit[u"kind"].toString() == u"user") {
                ids << hit[u"id"].toString();
            }
        }
        return ids;
    }
    std::unique_ptr<HelpDesk> m_desk;
    QString m_anna;
};

void TestSearch::anyFragmentFindsThePerson_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("the middle of a logon name") << u"ommer"_s;
    QTest::newRow("the end of a shown name") << u"FELD"_s;
    QTest::newRow("the middle of an address") << u"spiel"_s;
    QTest::newRow("a number as it is written") << u"30 123"_s;
    QTest::newRow("the end of a number") << u"4567"_s;
    QTest::newRow("a number with other separators") << u"+49-30/1234"_s;
    QTest::newRow("two fragments") << u"lena merf"_s;
    QTest::newRow("a serial number's end") << u"345678"_s;
}

void TestSearch::anyFragmentFindsThePerson()
{
    QFETCH(QString, typed);
    QCOMPARE(people(typed), QStringList {m_anna});
}

void TestSearch::twoLettersAreNoFragment()
{
    QVERIFY(people(u"mm"_s).isEmpty());
    QVERIFY(people(u"lena xyz"_s).isEmpty());
}

void TestSearch::signsThatMeanSomethingToTheDatabaseAreLetters()
{
    QCOMPARE(people(u"0%_s"_s).size(), 1);
    QVERIFY(people(u"___"_s).isEmpty());
    QVERIFY(people(u"%%%"_s).isEmpty());
    QVERIFY(people(u"' OR 1=1"_s).isEmpty());
}

void TestSearch::aNewNumberIsFoundAndTheOldOneIsNot()
{
    const QString id = create({{u"name"_s, u"mover"_s}, {u"phone"_s, u"0800 555111"_s}});
    QCOMPARE(people(u"555111"_s), QStringList {id});
    QCOMPARE(m_desk->patch(u"/users/"_s + id, {{u"phone"_s, u"0800 666222"_s}}).status, 200);
    QVERIFY(people(u"555111"_s).isEmpty());
    QCOMPARE(people(u"666222"_s), QStringList {id});
    QCOMPARE(m_desk->remove(u"/users/"_s + id).status, 204);
    QVERIFY(people(u"666222"_s).isEmpty());
}

void TestSearch::aFragmentOfASerialFindsTokenAndHolder()
{
    const QJsonArray hits = search(u"12345678"_s).items();
    QCOMPARE(hits.at(0)[u"kind"].toString(), u"user"_s); // whom the call is about
    QCOMPARE(hits.at(0)[u"id"].toString(), m_anna);
    QCOMPARE(hits.at(1)[u"id"].toString(), u"000412345678"_s);
    QCOMPARE(search(u"hf-0077"_s).items().at(0)[u"id"].toString(), u"HF-00778899"_s);
    QCOMPARE(search(u"7889"_s).items().last()[u"id"].toString(), u"HF-00778899"_s);
}

void TestSearch::theScopeApplies()
{
    const QByteArray sales = m_desk->sessionWithRole(Role::HelpDesk, u"/Sales"_s);
    QVERIFY(people(u"ommer"_s, sales).isEmpty());
    QVERIFY(people(u"4567"_s, sales).isEmpty());
    QVERIFY(search(u"345678"_s, sales).items().isEmpty());
    QCOMPARE(people(u"_sure"_s, sales).size(), 1);
}

void TestSearch::aHundredThousandPeopleAreSearchedQuickly()
{
    constexpr int count = 100'000;
    m_desk->database().writeAndWait([&](storage::Connection& connection) {
        for (int i = 0; i < count; ++i) {
            const QString name = u"person%1"_s.arg(i, 6, 10, QLatin1Char('0'));
            const qint64 id = connection.insert(
                u"INSERT INTO users (name, name_key, domain_id, created_at, updated_at) VALUES (?, ?, 1, 0, 0)"_s,
                {name, name});
            connection.insert(
                u"INSERT INTO user_search (user_id, fragments) VALUES (?, ?)"_s,
                {id, name + u" first last%1 "_s.arg(i) + name + u"@example.com +4930%1"_s.arg(i)});
        }
    });
    (void)people(u"erson0999"_s); // the cache
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(people(u"son09999"_s).size(), 10);
        best = std::min(best, timer.elapsed());
    }
    qInfo("a fragment among %d people: %lld ms", count, static_cast<long long>(best));
    QVERIFY2(best < testing::allowance * 100, qPrintable(QString::number(best)));
    QVERIFY(people(u"no such fragment"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
