// SPDX-License-Identifier: Apache-2.0
// What a caller is verified by does not count at once when somebody has changed it.
#include "tests/api/help_desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::Role;
using holdfast::testing::ApiAnswer;
using holdfast::testing::HelpDesk;

class TestVerificationChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<HelpDesk>();
        m_anna = m_desk->makeUser(u"anna"_s);
        m_desk->change(u"UPDATE users SET phone = '+49 30 1234567' WHERE id = ?"_s, {m_anna});
        m_desk->assign(m_desk->addToken(u"T1"_s), m_anna);
        m_robin = m_desk->makeUser(u"robin"_s);
        m_desk->setRoles(m_robin, {{Role::HelpDesk, u"/"_s}});
        m_session = m_desk->sessionOf(m_robin);
        QJsonObject policy = m_desk->get(u"/policies/token"_s).items().at(0).toObject();
        policy.insert(u"verifyCallers"_s, true);
        QCOMPARE(m_desk->put(u"/policies/token/"_s + policy.value(u"id").toString(), policy).status, 200);
    }
    void cleanup() { m_desk.reset(); }

    void aNumberThatWasChangedCountsADayLater();
    void answersThatWereChangedCountADayLater();
    void theSameAnswersOnceMoreCountAsBefore();

private:
    ApiAnswer asRobin(const QByteArray& method, const QString& path, const QJsonObject& body = {}) const
    {
        return m_desk->call(method, u"/api/v1/users/%1"_s.arg(m_anna) + path,
                            body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(), m_session);
    }
    // In a verification of its own.
    ApiAnswer step(const QJsonObject& body) const
    {
        const QString id = asRobin("POST", u"/verifications"_s).text("id");
        return asRobin("POST", u"/verifications/%1/steps"_s.arg(id), body);
    }
    ApiAnswer ask(int index, const QString& answer) const
    {
        const QJsonValue id = asRobin("GET", u"/caller-questions"_s).items()[index][u"id"];
        return step(
            {{u"method"_s, u"questions"_s},
             {u"answers"_s, QJsonArray {QJsonObject {{u"questionId"_s, id}, {u"answer"_s, answer}}}}});
    }
    ApiAnswer put(const QJsonArray& questions) const
    {
        return m_desk->call("PUT", u"/api/v1/users/%1/caller-questions"_s.arg(m_anna),
                            QJsonDocument(QJsonObject {{u"questions"_s, questions}}).toJson(),
                            m_desk->adminToken());
    }
    // As if they had been set long ago.
    void ageQuestions() { m_desk->change(u"UPDATE caller_questions SET changed_at = 0"_s); }
    QJsonObject card() const { return asRobin("GET", u"/card"_s).json[u"verification"].toObject(); }

    std::unique_ptr<HelpDesk> m_desk;
    qint64 m_anna = 0;
    qint64 m_robin = 0;
    QByteArray m_session;
};

// Whoever may edit people could otherwise be called back at once.
void TestVerificationChanges::aNumberThatWasChangedCountsADayLater()
{
    const QString path = u"/users/%1"_s.arg(m_anna);
    QCOMPARE(m_desk->patch(path, {{u"phone"_s, u"+49 (30) 12345-67"_s}}).status, 200); // the same number
    QCOMPARE(card()[u"methods"].toArray().size(), 3);
    QVERIFY(card()[u"withheld"].toArray().isEmpty());
    QCOMPARE(m_desk->patch(path, {{u"phone"_s, u"+49 30 7654321"_s}}).status, 200);
    m_desk->clock.advance(std::chrono::minutes(1));
    QCOMPARE(card()[u"methods"].toArray(), (QJsonArray {u"tokenCode"_s, u"manager"_s}));
    const QJsonValue withheld = card()[u"withheld"][0];
    QCOMPARE(withheld[u"method"].toString(), u"callBack"_s);
    QCOMPARE(withheld[u"sentence"].toString(), u"The number on record was changed 1 minute ago by admin."_s);
    QCOMPARE(withheld[u"changedBy"].toString(), u"admin"_s);
    const ApiAnswer refused = step({{u"method"_s, u"callBack"_s}});
    QCOMPARE(refused.code(), u"number_changed"_s);
    QCOMPARE(refused.text("detail"), u"The number on record was changed 1 minute ago by admin."_s);
    // Neither another change nor the bin takes the time away.
    QCOMPARE(m_desk->patch(path, {{u"notes"_s, u"Called."_s}}).status, 200);
    QCOMPARE(m_desk->remove(path).status, 204);
    const QString entry = m_desk->get(u"/bin"_s).items()[0][u"id"].toString();
    QCOMPARE(m_desk->post(u"/bin/%1/restore"_s.arg(entry)).status, 200);
    QCOMPARE(step({{u"method"_s, u"callBack"_s}}).code(), u"number_changed"_s);
    m_desk->clock.advance(std::chrono::hours(24));
    m_session = m_desk->sessionOf(m_robin);
    QCOMPARE(step({{u"method"_s, u"callBack"_s}}).status, 200);
}

void TestVerificationChanges::answersThatWereChangedCountADayLater()
{
    const QJsonObject pet {{u"question"_s, u"Pet?"_s}, {u"answer"_s, u"Rex"_s}};
    QCOMPARE(put({pet}).status, 200);
    QCOMPARE(card()[u"withheld"][0][u"method"].toString(), u"questions"_s);
    QCOMPARE(card()[u"withheld"][0][u"sentence"].toString(),
             u"The security questions were changed just now by admin."_s);
    QCOMPARE(ask(0, u"Rex"_s).code(), u"question_changed"_s);
    ageQuestions();
    // A new one beside it does not hold it up; another answer or more points do.
    const QJsonObject town {{u"question"_s, u"Town?"_s}, {u"answer"_s, u"Rome"_s}};
    const ApiAnswer both = put({QJsonObject {{u"question"_s, u"Pet?"_s}}, town});
    QVERIFY(!both.items()[0].toObject().contains(u"countsFrom"));
    QCOMPARE(both.items()[1][u"countsFrom"].toString(), u"2026-06-02T08:00:00.000Z"_s);
    QVERIFY(card()[u"withheld"].toArray().isEmpty());
    QCOMPARE(ask(1, u"Rome"_s).code(), u"question_changed"_s);
    QCOMPARE(ask(0, u"Rex"_s).status, 200);
    QCOMPARE(put({QJsonObject {{u"question"_s, u"Pet?"_s}, {u"points"_s, 60}}, town}).status, 200);
    QCOMPARE(ask(0, u"Rex"_s).code(), u"question_changed"_s);
    m_desk->clock.advance(std::chrono::hours(24));
    m_session = m_desk->sessionOf(m_robin);
    QCOMPARE(ask(0, u"Rex"_s).json[u"points"].toInt(), 60);
}

void TestVerificationChanges::theSameAnswersOnceMoreCountAsBefore()
{
    const QJsonArray questions {QJsonObject {{u"question"_s, u"Pet?"_s}, {u"answer"_s, u"Rex"_s}},
                                QJsonObject {{u"question"_s, u"Town?"_s}, {u"answer"_s, u"Rome"_s}}};
    QCOMPARE(put(questions).status, 200);
    ageQuestions();
    QCOMPARE(put(questions).status, 200); // as an import does every night
    QVERIFY(card()[u"withheld"].toArray().isEmpty());
    QVERIFY(!m_desk->get(u"/users/%1/caller-questions"_s.arg(m_anna)).body.contains("countsFrom"));
}

QTEST_GUILESS_MAIN(TestVerificationChanges)
#include "tst_verification_changes.moc"
