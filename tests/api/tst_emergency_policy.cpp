// SPDX-License-Identifier: Apache-2.0
#include "tests/api/help_desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::Role;
using holdfast::testing::ApiAnswer;
using holdfast::testing::HelpDesk;

// Quota and statistics of emergency codes.
class TestEmergencyPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<HelpDesk>();
        m_anna = m_desk->makeUser(u"anna"_s);
        m_helpDesk = m_desk->sessionWithRole(Role::HelpDesk);
    }
    void cleanup() { m_desk.reset(); }

    void theQuotaIsWarnedOf();
    void theQuotaRefusesWhereThePolicySaysSo();
    void aHigherRoleOverrulesItWithAReason();
    void whatIsOlderThanAQuarterDoesNotCount();
    void theCardTellsUseAndQuota();
    void statisticsCountByDomainIssuerAndReason();
    void statisticsKeepToTheScope();

private:
    void setPolicy(const QJsonObject& changes)
    {
        QJsonObject policy = m_desk->get(u"/policies/token"_s).items().at(0).toObject();
        for (auto it = changes.begin(); it != changes.end(); ++it) {
            policy.insert(it.key(), it.value());
        }
        QCOMPARE(m_desk->put(u"/policies/token/"_s + policy.value(u"id").toString(), policy).status, 200);
    }
    ApiAnswer issue(qint64 user, const QString& reason = u"INC-1"_s, const QByteArray& session = {},
                    const QString& overrule = {}) const
    {
        QJsonObject body {{u"kind"_s, u"fixed"_s}, {u"reason"_s, reason}};
        if (!overrule.isEmpty()) {
            body.insert(u"overruleReason"_s, overrule);
        }
        return m_desk->call("POST", u"/api/v1/users/%1/emergency-codes"_s.arg(user),
                            QJsonDocument(body).toJson(), session.isEmpty() ? m_helpDesk : session);
    }
    std::unique_ptr<HelpDesk> m_desk;
    qint64 m_anna = 0;
    QByteArray m_helpDesk;
};

void TestEmergencyPolicy::theQuotaIsWarnedOf()
{
    setPolicy({{u"emergencyCodesPerQuarter"_s, 2}});
    QVERIFY(!issue(m_anna).json.contains(u"warning"));
    QVERIFY(!issue(m_anna).json.contains(u"warning"));
    const ApiAnswer third = issue(m_anna);
    QCOMPARE(third.status, 201);
    QVERIFY2(third.text("warning").contains(u"2 times within 90 days"), qPrintable(third.text("warning")));
}

void TestEmergencyPolicy::theQuotaRefusesWhereThePolicySaysSo()
{
    setPolicy({{u"emergencyCodesPerQuarter"_s, 1}, {u"refuseOverQuota"_s, true}});
    const ApiAnswer first = issue(m_anna);
    QCOMPARE(first.status, 201);
    const ApiAnswer refused = issue(m_anna);
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.code(), u"emergency_quota_reached"_s);
    // Refused, so that what was given out still works.
    QCOMPARE(m_desk->logOn(u"anna"_s, first.json[u"codes"][0].toString().toLatin1()).result,
             authentication::Outcome::Result::Success);
    QCOMPARE(issue(m_desk->makeUser(u"ben"_s)).status, 201);
    setPolicy({{u"emergencyCodesPerQuarter"_s, 0}});
    QCOMPARE(issue(m_anna).status, 201);
}

void TestEmergencyPolicy::aHigherRoleOverrulesItWithAReason()
{
    setPolicy({{u"emergencyCodesPerQuarter"_s, 1}, {u"refuseOverQuota"_s, true}});
    QCOMPARE(issue(m_anna).status, 201);
    QCOMPARE(issue(m_anna, u"INC-2"_s, {}, u"she insists"_s).code(), u"not_permitted"_s);
    QCOMPARE(issue(m_anna, u"INC-2"_s, m_desk->adminToken()).code(), u"emergency_quota_reached"_s);
    QCOMPARE(issue(m_anna, u"INC-2"_s, m_desk->adminToken(), u" on site, no spare tokens "_s).status, 201);
    const QJsonValue kept = m_desk->get(u"/users/%1/emergency-codes"_s.arg(m_anna)).items().at(0);
    QCOMPARE(kept[u"overruleReason"].toString(), u"on site, no spare tokens"_s);
    QCOMPARE(m_desk->events(u"EMERGENCY_CODES_ISSUED"_s).back().detail[u"overruleReason"].toString(),
             u"on site, no spare tokens"_s);
}

void TestEmergencyPolicy::whatIsOlderThanAQuarterDoesNotCount()
{
    setPolicy({{u"emergencyCodesPerQuarter"_s, 1}, {u"refuseOverQuota"_s, true}});
    QCOMPARE(issue(m_anna).status, 201);
    m_desk->clock.advance(std::chrono::hours(24 * 89));
    m_helpDesk = m_desk->sessionWithRole(Role::HelpDesk);
    QCOMPARE(issue(m_anna).code(), u"emergency_quota_reached"_s);
    m_desk->clock.advance(std::chrono::hours(24));
    m_helpDesk = m_desk->sessionWithRole(Role::HelpDesk);
    QCOMPARE(issue(m_anna).status, 201);
}

void TestEmergencyPolicy::theCardTellsUseAndQuota()
{
    setPolicy({{u"emergencyCodesPerQuarter"_s, 3}});
    const ApiAnswer first = issue(m_anna);
    QCOMPARE(m_desk->logOn(u"anna"_s, first.json[u"codes"][0].toString().toLatin1()).result,
             authentication::Outcome::Result::Success);
    QCOMPARE(issue(m_anna).status, 201);
    const QJsonValue use = m_desk->get(u"/users/%1/card"_s.arg(m_anna)).json[u"emergencyUse"];
    QCOMPARE(use[u"inQuarter"].toInt(), 2);
    QCOMPARE(use[u"quota"].toInt(), 3);
    QCOMPARE(use[u"inAll"].toInt(), 2);
    QCOMPARE(use[u"neverUsed"].toInt(), 1);
    QCOMPARE(use[u"refuses"].toBool(), false);
}

void TestEmergencyPolicy::statisticsCountByDomainIssuerAndReason()
{
    m_desk->makeDomain(u"Sales"_s);
    const qint64 ben = m_desk->makeUser(u"ben"_s, u"/Sales"_s);
    const ApiAnswer used = issue(m_anna, u"left at home"_s);
    QCOMPARE(m_desk->logOn(u"anna"_s, used.json[u"codes"][0].toString().toLatin1()).result,
             authentication::Outcome::Result::Success);
    QCOMPARE(issue(ben, u"left at home"_s).status, 201);
    QCOMPARE(issue(ben, u"lost"_s, m_desk->adminToken()).status, 201);

    const ApiAnswer all = m_desk->get(u"/emergency-codes/statistics"_s);
    QCOMPARE(all.json[u"issued"].toInt(), 3);
    QCOMPARE(all.json[u"neverUsed"].toInt(), 2);
    QCOMPARE(all.json[u"domains"][0][u"name"].toString(), u"/Sales"_s);
    QCOMPARE(all.json[u"domains"][0][u"issued"].toInt(), 2);
    QCOMPARE(all.json[u"reasons"][0][u"name"].toString(), u"left at home"_s);
    QCOMPARE(all.json[u"reasons"][0][u"neverUsed"].toInt(), 1);
    QCOMPARE(all.json[u"issuers"].toArray().size(), 2);
    QCOMPARE(all.json[u"people"][0][u"name"].toString(), u"ben"_s);
    QCOMPARE(m_desk->get(u"/emergency-codes/statistics?domain=/Sales"_s).json[u"issued"].toInt(), 2);
    QCOMPARE(m_desk->get(u"/emergency-codes/statistics?to=2026-05-01T00:00:00Z"_s).json[u"issued"].toInt(),
             0);
    QCOMPARE(m_desk->get(u"/emergency-codes/statistics?from=2026-09-01T00:00:00Z"_s).status, 400);
}

void TestEmergencyPolicy::statisticsKeepToTheScope()
{
    m_desk->makeDomain(u"Sales"_s);
    QCOMPARE(issue(m_anna).status, 201);
    QCOMPARE(issue(m_desk->makeUser(u"ben"_s, u"/Sales"_s)).status, 201);
    const QByteArray sales = m_desk->sessionWithRole(Role::HelpDesk, u"/Sales"_s);
    const ApiAnswer seen = m_desk->call("GET", u"/api/v1/emergency-codes/statistics"_s, {}, sales);
    QCOMPARE(seen.json[u"issued"].toInt(), 1);
    QCOMPARE(seen.json[u"people"][0][u"name"].toString(), u"ben"_s);
}

QTEST_GUILESS_MAIN(TestEmergencyPolicy)
#include "tst_emergency_policy.moc"
