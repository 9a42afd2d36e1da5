// SPDX-License-Identifier: Apache-2.0
// Waiting for a second person's word: how long, for what, and whose requests are seen.
#include "tests/api/help_desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace holdfast;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using contract::Role;
using holdfast::testing::ApiAnswer;
using holdfast::testing::HelpDesk;

class TestApprovals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<HelpDesk>();
        m_desk->makeDomain(u"Sales"_s);
        m_desk->makeDomain(u"Plants"_s);
        m_robin = m_desk->makeUser(u"robin"_s, u"/Sales"_s);
        m_desk->setRoles(m_robin, {{Role::HelpDesk, u"/Sales"_s}});
        m_second = m_desk->sessionWithRole(Role::DomainAdministrator, u"/Sales"_s);
        QJsonObject policy = m_desk->get(u"/policies/token"_s).items().at(0).toObject();
        policy.insert(u"verifyCallers"_s, true);
        policy.insert(u"verifyCodePoints"_s, 50);
        policy.insert(u"verifyAdministratorPoints"_s, 0);
        policy.insert(u"verificationMinutes"_s, 3);
        QCOMPARE(m_desk->put(u"/policies/token/"_s + policy[u"id"].toString(), policy).status, 200);
    }
    void cleanup() { m_desk.reset(); }

    void whatWasReachedLapsesDuringTheWait();
    void aRefusalGivesNoMoreTime();
    void nobodyIsAskedForNothing();
    void whoeverBeginsAnewWaitsNoLonger();
    void manyRequestsElsewhereHideNone();

private:
    [[nodiscard]] QString begin(qint64 user) const
    {
        const QString path = u"/users/%1/verifications"_s.arg(user);
        const QString id = m_desk->post(path).text("id");
        [&] {
            QCOMPARE(m_desk
                         ->post(path + u"/%1/steps"_s.arg(id),
                                {{u"method"_s, u"manager"_s}, {u"manager"_s, u"Marie Curie"_s}})
                         .status,
                     200);
        }();
        return id;
    }
    [[nodiscard]] ApiAnswer ask(qint64 user, const QString& id) const
    {
        return m_desk->post(u"/users/%1/verifications/%2/approval"_s.arg(user).arg(id),
                            {{u"reason"_s, u"phone lost"_s}});
    }
    [[nodiscard]] ApiAnswer look(qint64 user, const QString& id) const
    {
        return m_desk->get(u"/users/%1/verifications/%2"_s.arg(user).arg(id));
    }
    [[nodiscard]] ApiAnswer decide(const QString& id, const char* how) const
    {
        return m_desk->call("POST", u"/api/v1/approvals/%1/%2"_s.arg(id, QLatin1String(how)), {}, m_second);
    }
    [[nodiscard]] QJsonArray waiting() const
    {
        return m_desk->call("GET", u"/api/v1/approvals"_s, {}, m_second).items();
    }
    std::unique_ptr<HelpDesk> m_desk;
    qint64 m_robin = 0;
    QByteArray m_second;
};

void TestApprovals::whatWasReachedLapsesDuringTheWait()
{
    const QString id = begin(m_robin);
    QCOMPARE(ask(m_robin, id).json[u"points"].toInt(), 50);
    m_desk->clock.advance(4min);
    const ApiAnswer later = look(m_robin, id);
    QCOMPARE(later.text("approval"), u"pending"_s);
    QCOMPARE(later.json[u"points"].toInt(), 0);
    const QJsonObject issue {{u"kind"_s, u"fixed"_s}, {u"reason"_s, u"INC-1"_s}};
    const QString codes = u"/users/%1/emergency-codes"_s.arg(m_robin);
    QCOMPARE(m_desk->post(codes, issue).json[u"fields"].toArray().size(), 2); // points and approval
    m_desk->clock.advance(20min);
    QCOMPARE(decide(id, "approve").text("state"), u"approved"_s);
    QCOMPARE(m_desk->post(codes, issue).status, 201);
    m_desk->clock.advance(3min);
    QCOMPARE(look(m_robin, id).code(), u"verification_over"_s);
}

void TestApprovals::aRefusalGivesNoMoreTime()
{
    const QString id = begin(m_robin);
    QCOMPARE(ask(m_robin, id).status, 200);
    m_desk->clock.advance(2min);
    QCOMPARE(decide(id, "refuse").text("state"), u"refused"_s);
    QCOMPARE(look(m_robin, id).json[u"points"].toInt(), 50);
    m_desk->clock.advance(1min);
    QCOMPARE(look(m_robin, id).code(), u"verification_over"_s);
}

void TestApprovals::nobodyIsAskedForNothing()
{
    const qint64 anna = m_desk->makeUser(u"anna"_s, u"/Sales"_s);
    const QString id = begin(anna);
    const ApiAnswer refused = ask(anna, id);
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.code(), u"approval_not_needed"_s);
    QVERIFY(waiting().isEmpty());
}

void TestApprovals::whoeverBeginsAnewWaitsNoLonger()
{
    const QString first = begin(m_robin);
    QCOMPARE(ask(m_robin, first).status, 200);
    m_desk->clock.advance(4min);
    QCOMPARE(waiting().size(), 1);
    const QString second = begin(m_robin);
    QVERIFY(waiting().isEmpty());
    QCOMPARE(decide(first, "approve").code(), u"approval_unknown"_s);
    QCOMPARE(ask(m_robin, second).status, 200);
    QCOMPARE(m_desk->post(u"/users/%1/verifications/%2/end"_s.arg(m_robin).arg(second)).status, 200);
    QVERIFY(waiting().isEmpty());
}

void TestApprovals::manyRequestsElsewhereHideNone()
{
    const qint64 other = m_desk->makeUser(u"plants.desk"_s, u"/Plants"_s);
    const qint64 now = contract::toMilliseconds(m_desk->clock.now());
    m_desk->change(uR"(WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 600)
            INSERT INTO caller_verifications (user_id, session_id, actor, started_at, expires_at, approval,
                approval_reason, approval_at) SELECT ?, 0, 'x', ?, ?, 'pending', 'x', ? FROM many)"_s,
                   {other, now - 1, now + 60'000, now - 1});
    const QString id = begin(m_robin);
    QCOMPARE(ask(m_robin, id).status, 200);
    QCOMPARE(waiting().size(), 1);
    QCOMPARE(waiting().at(0)[u"id"].toString(), id);
    QCOMPARE(decide(id, "approve").text("state"), u"approved"_s);
}

QTEST_GUILESS_MAIN(TestApprovals)
#include "tst_approvals.moc"
