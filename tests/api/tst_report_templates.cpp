// SPDX-License-Identifier: Apache-2.0
#include "tests/api/help_desk.h"

#include <QJsonArray>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using holdfast::testing::ApiAnswer;
using holdfast::testing::HelpDesk;

// Which rows each report selects.
class TestReportTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<HelpDesk>(); }
    void cleanup() { m_desk.reset(); }

    void peopleAndTokensAreFoundByWhatTheyLack();
    void daysMoveWithTheClock();
    void administratorsAreListedWithTheirRights();
    void theFirstRowsAloneAreNoEvent();
    void reportsSayNoMoreThanTheLists_data();
    void reportsSayNoMoreThanTheLists();

private:
    QList<QByteArray> lines(const QString& path, const QByteArray& token = {}) const
    {
        const ApiAnswer answer = m_desk->call("GET", u"/api/v1/reports/"_s + path, {},
                                              token.isEmpty() ? m_desk->adminToken() : token);
        QList<QByteArray> found = answer.body.split('\n');
        found.removeLast();
        for (QByteArray& line : found) {
            line = line.trimmed();
        }
        return answer.status == 200 ? found : QList<QByteArray> {answer.code().toLatin1()};
    }
    std::unique_ptr<HelpDesk> m_desk;
};

void TestReportTemplates::peopleAndTokensAreFoundByWhatTheyLack()
{
    const auto now = m_desk->clock.now();
    const qint64 anna = m_desk->makeUser(u"anna"_s);
    const qint64 bob = m_desk->makeUser(u"bob"_s);
    m_desk->assign(m_desk->addToken(u"T1"_s), anna);
    m_desk->addToken(u"T2"_s);
    m_desk->change(u"UPDATE users SET last_logon_at = ?, aliases = '[\"annie\",\"ann\"]' WHERE id = ?"_s,
                   {contract::toMilliseconds(now - std::chrono::days(100)), anna});
    m_desk->change(u"UPDATE users SET enabled = 0, ends_at = ? WHERE id = ?"_s,
                   {contract::toMilliseconds(now + std::chrono::days(3)), bob});
    const auto names = [&](const QString& report) {
        QList<QByteArray> found = lines(report);
        found.removeFirst();
        return found;
    };
    using Names = QList<QByteArray>;
    QCOMPARE(names(u"users-without-tokens?columns=name"_s), (Names {"admin", "bob"}));
    QCOMPARE(names(u"users-never-signed-in?columns=name"_s), (Names {"admin", "bob"}));
    QCOMPARE(names(u"users-not-signed-in?columns=name"_s), Names {"anna"});
    QCOMPARE(names(u"users-not-signed-in?columns=name&inactiveDays=101"_s), Names {});
    QCOMPARE(names(u"account-expiration?columns=name,daysLeft"_s), Names {"bob,3"});
    QCOMPARE(names(u"account-expiration?columns=name&days=2"_s), Names {});
    QCOMPARE(names(u"disabled-users?columns=name"_s), Names {"bob"});
    QCOMPARE(names(u"user-aliases?columns=alias,user"_s), (Names {"annie,anna", "ann,anna"}));
    QCOMPARE(names(u"unassigned-tokens?columns=token"_s), Names {"T2"});
    QCOMPARE(names(u"tokens-never-used?columns=token"_s), Names {"T1"});
    QCOMPARE(names(u"lost-tokens?columns=token"_s), Names {});
    QCOMPARE(m_desk->act(u"T1"_s, u"lost"_s, {{u"reason"_s, u"INC-1"_s}}).status, 200);
    QCOMPARE(names(u"lost-tokens?columns=token"_s), Names {"T1"});
    QCOMPARE(names(u"imported-tokens?columns=token&days=1"_s).size(), 2);
    QCOMPARE(names(u"imported-tokens?columns=token&to=2020-01-01T00:00:00Z"_s), Names {});
}

void TestReportTemplates::daysMoveWithTheClock()
{
    const qint64 anna = m_desk->makeUser(u"anna"_s);
    const auto now = m_desk->clock.now();
    m_desk->assign(m_desk->addToken(u"T1"_s, {.expiresAt = now + std::chrono::days(5)}), anna);
    m_desk->assign(m_desk->addToken(u"T2"_s, {.expiresAt = now + std::chrono::days(50)}), anna);
    QCOMPARE(lines(u"token-expiration?days=30&columns=token"_s), (QList<QByteArray> {"token", "T1"}));
    QCOMPARE(lines(u"activity?days=1&columns=key&key=RUN_REPORT"_s).size(), 2);
    for (const char* wrong :
         {"token-expiration?days=1&to=2026-06-02T00:00:00Z", "token-expiration?days=0", "all-users?days=1"}) {
        QCOMPARE(m_desk->get(u"/reports/"_s + QString::fromLatin1(wrong)).status, 400);
    }
}

void TestReportTemplates::administratorsAreListedWithTheirRights()
{
    m_desk->makeDomain(u"Sales"_s);
    const QByteArray helpDesk = m_desk->sessionWithRole(contract::Role::HelpDesk, u"/Sales"_s);
    const auto found = lines(u"administrator-rights?columns=user,roleName,scope"_s);
    QCOMPARE(found.size(), 3);
    QVERIFY(found.contains("admin,Super Administrator,/"));
    QVERIFY(found.last().endsWith(",Help Desk,/Sales"));
    QCOMPARE(lines(u"administrator-rights?role=helpDesk&columns=scope"_s),
             (QList<QByteArray> {"scope", "/Sales"}));
    QCOMPARE(lines(u"administrator-rights?over=/Sales&columns=scope"_s).size(), 3); // who reaches it
    QCOMPARE(lines(u"administrator-rights?over=/&columns=scope"_s).size(), 2);
    QVERIFY(lines(u"administrator-rights?role=helpDesk&columns=permissions"_s)[1].contains("unlockUsers"));
    QCOMPARE(lines(u"policies-by-domain?columns=domain,lockoutPolicy,lockoutOrigin"_s),
             (QList<QByteArray> {"domain,lockoutPolicy,lockoutOrigin", "/,Default lockout,default",
                                 "/Sales,Default lockout,default"}));
    QCOMPARE(lines(u"api-clients"_s).size(), 1);
    // What the lists do not show, reports do not either.
    const QByteArray tokens = m_desk->sessionWithRole(contract::Role::TokenAdministrator);
    QCOMPARE(lines(u"administrator-rights"_s, tokens), QList<QByteArray> {"not_permitted"});
    QCOMPARE(lines(u"api-clients"_s, tokens), QList<QByteArray> {"not_permitted"});
}

void TestReportTemplates::theFirstRowsAloneAreNoEvent()
{
    for (int i = 0; i < 10; ++i) {
        m_desk->makeUser(u"user%1"_s.arg(i));
    }
    QCOMPARE(lines(u"all-users?limit=3&columns=name"_s).size(), 4);
    QVERIFY(m_desk->get(u"/reports/all-users?limit=1&format=html"_s).body.endsWith("</html>\n"));
    QCOMPARE(m_desk->events(u"RUN_REPORT"_s).size(), std::size_t {0});
    QCOMPARE(m_desk->get(u"/reports/all-users?limit=101"_s).status, 400);
}

void TestReportTemplates::reportsSayNoMoreThanTheLists_data()
{
    QTest::addColumn<QString>("report");
    for (const char* report : {"all-users", "users-with-tokens", "all-tokens", "emergency-codes-issued",
                               "administrators", "policies-by-domain", "activity"}) {
        QTest::newRow(report) << QString::fromLatin1(report);
    }
}

void TestReportTemplates::reportsSayNoMoreThanTheLists()
{
    QFETCH(QString, report);
    const ApiAnswer role = m_desk->post(
        u"/roles"_s, {{u"name"_s, u"Reports alone"_s}, {u"permissions"_s, QJsonArray {u"runReports"_s}}});
    QCOMPARE(role.status, 201);
    QCOMPARE(lines(report, m_desk->sessionWithRole(role.text("key"))), QList<QByteArray> {"not_permitted"});
}

QTEST_GUILESS_MAIN(TestReportTemplates)
#include "tst_report_templates.moc"
