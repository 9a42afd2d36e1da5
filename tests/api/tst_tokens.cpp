// SPDX-License-Identifier: Apache-2.0
#include "tests/api/help_desk.h"

#include <QJsonArray>
#include <QTest>
#include <QUrl>

using namespace holdfast;
using namespace Qt::StringLiterals;
using holdfast::testing::ApiAnswer;
using holdfast::testing::HelpDesk;

class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<HelpDesk>(); }
    void cleanup() { m_desk.reset(); }

    void pagesJoinWithoutGapOrOverlap_data();
    void pagesJoinWithoutGapOrOverlap();
    void aDraggedScrollBarLandsNearItsShare();
    void filtersSelectByState_data();
    void filtersSelectByState();
    void filtersAreNegatedAndCombined();
    void aWrongFilterIsRefused_data();
    void aWrongFilterIsRefused();
    void theSeedAndThePinAreNeverShown();
    void anEditWritesWhatChangedAndNothingElse();
    void anEditOfAnOldVersionIsRefused();
    void onlyATokenThatNobodyHasIsDeleted();
    void othersDomainsAreOutOfSight();

private:
    QStringList serials(const QString& query, const QByteArray& token = {}) const;
    std::unique_ptr<HelpDesk> m_desk;
};

QStringList TestTokens::serials(const QString& query, const QByteArray& token) const
{
    const ApiAnswer answer =
        m_desk->call("GET", u"/api/v1/tokens?"_s + query, {}, token.isEmpty() ? m_desk->adminToken() : token);
    QStringList found;
    for (const auto& item : answer.items()) {
        found << item[u"serial"].toString();
    }
    return answer.status == 200 ? found : QStringList {answer.code()};
}

void TestTokens::pagesJoinWithoutGapOrOverlap_data()
{
    QTest::addColumn<QString>("sort");
    for (const char* sort :
         {"serial", "-serial", "expiresAt", "-expiresAt", "lastUsedAt", "userName", "-userName"}) {
        QTest::newRow(sort) << QString::fromLatin1(sort);
    }
}

// Ties and absent values in every key.
void TestTokens::pagesJoinWithoutGapOrOverlap()
{
    QFETCH(QString, sort);
    const qint64 anna = m_desk->makeUser(u"anna"_s);
    for (int i = 0; i < 11; ++i) {
        const QString serial = u"T%1"_s.arg(i, 2, 10, QLatin1Char('0'));
        const auto expiry = m_desk->clock.now() + std::chrono::hours(24 * (1 + i % 3));
        m_desk->addToken(serial, {.expiresAt = i % 4 ? std::optional(expiry) : std::nullopt});
        if (i % 3 == 0) {
            m_desk->assign(serial, anna);
        }
    }
    const QStringList whole = serials(u"limit=100&sort="_s + sort);
    QCOMPARE(whole.size(), 11);

    QStringList forwards;
    QString next;
    ApiAnswer page;
    do {
        page = m_desk->get(u"/tokens?limit=3&sort=%1%2"_s.arg(sort, next));
        for (const auto& item : page.items()) {
            forwards << item[u"serial"].toString();
        }
        next = u"&after="_s + page.text("next");
    } while (!page.text("next").isEmpty());
    QCOMPARE(forwards, whole);

    QStringList backwards = forwards.mid(9);
    while (!page.text("previous").isEmpty()) {
        page = m_desk->get(u"/tokens?limit=3&sort=%1&before=%2"_s.arg(sort, page.text("previous")));
        QStringList these;
        for (const auto& item : page.items()) {
            these << item[u"serial"].toString();
        }
        backwards = these + backwards;
    }
    QCOMPARE(backwards, whole);
    QCOMPARE(m_desk->get(u"/tokens?limit=3&sort=kind"_s).status, 400);
}

void TestTokens::aDraggedScrollBarLandsNearItsShare()
{
    for (int i = 0; i < 20; ++i) {
        m_desk->addToken(u"T%1"_s.arg(i, 2, 10, QLatin1Char('0')));
    }
    const ApiAnswer middle = m_desk->get(u"/tokens?limit=4&at=0.5&total=true"_s);
    QCOMPARE(middle.items().at(0)[u"serial"].toString(), u"T10"_s);
    QCOMPARE(middle.json[u"offset"].toInt(), 10);
    QCOMPARE(middle.json[u"total"].toInt(), 20);
    QVERIFY(middle.json.contains(u"previous"));
    const ApiAnswer end = m_desk->get(u"/tokens?limit=4&at=1"_s);
    QCOMPARE(end.items().at(0)[u"serial"].toString(), u"T16"_s);
    QVERIFY(!end.json.contains(u"next"));
}

void TestTokens::filtersSelectByState_data()
{
    QTest::addColumn<QString>("state");
    for (const auto& entry : contract::EnumNames<contract::TokenState>::names) {
        QTest::newRow(entry.second) << QString::fromLatin1(entry.second);
    }
}

// What the filter says in SQL and what the token says of itself must not drift apart.
void TestTokens::filtersSelectByState()
{
    QFETCH(QString, state);
    const qint64 anna = m_desk->makeUser(u"anna"_s);
    const auto now = m_desk->clock.now();
    m_desk->addToken(u"A-shelf"_s);
    m_desk->addToken(u"B-shelf-expired"_s, {.expiresAt = now - std::chrono::hours(1)});
    for (const char* serial : {"C-active", "D-disabled", "E-lost", "F-early", "G-expired", "I-old"}) {
        m_desk->addToken(QString::fromLatin1(serial));
        m_desk->assign(QString::fromLatin1(serial), anna);
    }
    QCOMPARE(m_desk->act(u"D-disabled"_s, u"disable"_s).status, 200);
    QCOMPARE(m_desk->act(u"E-lost"_s, u"lost"_s).status, 200);
    m_desk->change(u"UPDATE tokens SET starts_at = ? WHERE serial = 'F-early'"_s,
                   {contract::toMilliseconds(now + std::chrono::hours(1))});
    m_desk->change(u"UPDATE tokens SET expires_at = ? WHERE serial = 'G-expired'"_s,
                   {contract::toMilliseconds(now)});
    m_desk->change(u"UPDATE tokens SET user_id = NULL, replaced_by_id = (SELECT id FROM tokens WHERE"
                   " serial = 'C-active') WHERE serial = 'I-old'"_s);

    QStringList expected;
    for (const auto& item : m_desk->get(u"/tokens"_s).items()) {
        if (item[u"state"].toString() == state) {
            expected << item[u"serial"].toString();
        }
    }
    QVERIFY(!expected.isEmpty());
    QCOMPARE(serials(u"filter=state:"_s + state), expected);
    QCOMPARE(serials(u"filter=-state:"_s + state).size(), 8 - expected.size());
}

void TestTokens::filtersAreNegatedAndCombined()
{
    m_desk->makeDomain(u"Sales"_s);
    m_desk->makeDomain(u"EMEA"_s, u"/Sales"_s);
    const qint64 anna = m_desk->makeUser(u"anna"_s);
    m_desk->addToken(u"H1"_s, {.kind = contract::TokenKind::Hotp, .domain = u"/Sales/EMEA"_s});
    m_desk->addToken(u"T1"_s,
                     {.domain = u"/Sales"_s, .expiresAt = m_desk->clock.now() + std::chrono::hours(24 * 10)});
    m_desk->addToken(u"T_2"_s);
    m_desk->assign(u"T1"_s, anna);
    QCOMPARE(serials(u"filter=domain:/Sales"_s), (QStringList {u"H1"_s, u"T1"_s}));
    QCOMPARE(serials(u"filter=-domain:/sales/emea"_s), (QStringList {u"T1"_s, u"T_2"_s}));
    QCOMPARE(serials(u"filter=kind:hotp"_s), QStringList {u"H1"_s});
    QCOMPARE(serials(u"filter=assigned:yes"_s), QStringList {u"T1"_s});
    QCOMPARE(serials(u"filter=assigned:no%20kind:totp"_s), QStringList {u"T_2"_s});
    QCOMPARE(serials(u"filter=expiring:10"_s), QStringList {u"T1"_s});
    QCOMPARE(serials(u"filter=expiring:9"_s), QStringList {});
    QCOMPARE(serials(u"filter=ANN"_s), QStringList {u"T1"_s}); // the person's name
    QCOMPARE(serials(u"filter=t_"_s), QStringList {u"T_2"_s}); // no wildcard
    QCOMPARE(serials(u"filter=-ann"_s), (QStringList {u"H1"_s, u"T_2"_s}));
}

void TestTokens::aWrongFilterIsRefused_data()
{
    QTest::addColumn<QString>("filter");
    QTest::newRow("unknown state") << u"state:broken"_s;
    QTest::newRow("unknown kind") << u"kind:yubi"_s;
    QTest::newRow("neither yes nor no") << u"assigned:maybe"_s;
    QTest::newRow("no number") << u"expiring:soon"_s;
    QTest::newRow("unknown domain") << u"domain:/Nowhere"_s;
    QTest::newRow("unknown field") << u"colour:red"_s;
}

void TestTokens::aWrongFilterIsRefused()
{
    QFETCH(QString, filter);
    const ApiAnswer answer = m_desk->get(u"/tokens?filter="_s + filter);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json[u"fields"][0][u"path"].toString(), u"filter"_s);
}

void TestTokens::theSeedAndThePinAreNeverShown()
{
    m_desk->addToken(u"T1"_s, {.style = contract::PinStyle::BeforeCode});
    m_desk->setPin(u"T1"_s, "4711");
    const QByteArray shown = m_desk->get(u"/tokens/T1"_s).body;
    QVERIFY(shown.contains("\"pinState\":\"set\""));
    QVERIFY(!shown.contains("seed") && !shown.contains("hash") && !shown.contains("4711"));
    QCOMPARE(m_desk->get(u"/tokens/T2"_s).code(), u"token_unknown"_s);
}

void TestTokens::anEditWritesWhatChangedAndNothingElse()
{
    m_desk->makeDomain(u"Sales"_s);
    m_desk->addToken(u"T1"_s, {.expiresAt = m_desk->clock.now() + std::chrono::hours(1)});
    const ApiAnswer moved =
        m_desk->patch(u"/tokens/T1"_s, {{u"domain"_s, u"/sales"_s}, {u"expiresAt"_s, QJsonValue::Null}});
    QCOMPARE(moved.status, 200);
    QCOMPARE(moved.text("domain"), u"/Sales"_s);
    QVERIFY(!moved.json.contains(u"expiresAt"));
    const auto events = m_desk->events(u"UPDATE_AM_TOKEN"_s);
    QCOMPARE(events.size(), std::size_t {1});
    QCOMPARE(events[0].detail[u"fields"].toArray(), (QJsonArray {u"domain"_s, u"expiresAt"_s}));
    QCOMPARE(events[0].detail[u"from"].toString(), u"/"_s);

    QCOMPARE(m_desk->patch(u"/tokens/T1"_s, {{u"notes"_s, QString()}}).etag(), moved.etag());
    QCOMPARE(m_desk->events(u"UPDATE_AM_TOKEN"_s).size(), std::size_t {1});
    QCOMPARE(m_desk->patch(u"/tokens/T1"_s, {{u"domain"_s, u"/Nowhere"_s}}).status, 400);
    QCOMPARE(m_desk->patch(u"/tokens/T1"_s, {{u"seed"_s, u"00"_s}}).status, 400);
}

void TestTokens::anEditOfAnOldVersionIsRefused()
{
    m_desk->addToken(u"T1"_s);
    const QJsonObject change {{u"notes"_s, u"from the drawer"_s}};
    const QByteArray before = m_desk->get(u"/tokens/T1"_s).etag();
    QCOMPARE(m_desk->patch(u"/tokens/T1"_s, change, before).status, 200);
    QCOMPARE(m_desk->patch(u"/tokens/T1"_s, change, before).code(), u"stale_version"_s);
}

void TestTokens::onlyATokenThatNobodyHasIsDeleted()
{
    m_desk->addToken(u"T1"_s);
    m_desk->assign(u"T1"_s, m_desk->makeUser(u"anna"_s));
    QCOMPARE(m_desk->remove(u"/tokens/T1"_s).code(), u"token_assigned"_s);
    QCOMPARE(m_desk->act(u"T1"_s, u"unassign"_s).status, 200);
    QCOMPARE(m_desk->remove(u"/tokens/T1"_s).status, 204);
    QCOMPARE(m_desk->get(u"/tokens/T1"_s).status, 404);
    QCOMPARE(m_desk->events(u"DELETE_AM_TOKEN"_s).size(), std::size_t {1});
}

void TestTokens::othersDomainsAreOutOfSight()
{
    m_desk->makeDomain(u"Sales"_s);
    m_desk->makeDomain(u"Plant"_s);
    m_desk->addToken(u"S1"_s, {.domain = u"/Sales"_s});
    m_desk->addToken(u"P1"_s, {.domain = u"/Plant"_s});
    const QByteArray sales = m_desk->sessionWithRole(contract::Role::HelpDesk, u"/Sales"_s);
    QCOMPARE(serials(QString(), sales), QStringList {u"S1"_s});
    QCOMPARE(serials(u"filter=domain:/Plant"_s, sales), QStringList {});
    QCOMPARE(m_desk->call("GET", u"/api/v1/tokens/P1"_s, {}, sales).status, 404);
    QCOMPARE(m_desk->call("POST", u"/api/v1/tokens/P1/enable"_s, {}, sales).status, 404);
    QCOMPARE(m_desk->call("DELETE", u"/api/v1/tokens/S1"_s, {}, sales).status, 403);
}

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
