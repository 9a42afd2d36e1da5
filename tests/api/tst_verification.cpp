// SPDX-License-Identifier: Apache-2.0
#include "tests/api/help_desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::EventResult;
using contract::Role;
using holdfast::testing::ApiAnswer;
using holdfast::testing::HelpDesk;

class TestVerification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<HelpDesk>();
        m_anna = m_desk->makeUser(u"anna"_s);
        m_desk->change(u"UPDATE users SET phone = '+49 30 1234567' WHERE id = ?"_s, {m_anna});
        m_desk->assign(m_desk->addToken(u"T1"_s), m_anna, true);
        m_desk->setPin(u"T1"_s, "4711");
        m_robin = m_desk->makeUser(u"robin"_s);
        m_desk->setRoles(m_robin, {{Role::HelpDesk, u"/"_s}});
        m_session = m_desk->sessionOf(m_robin);
    }
    void cleanup() { m_desk.reset(); }

    void nothingIsAskedForUntilThePolicyDoes();
    void everyDangerousActionStaysClosed();
    void aCodeFromATokenOpens();
    void aWrongCodeCountsAndOpensNothing();
    void theCodeIsUsedUpAndIsNoLogon();
    void aCallBackNeedsANumberOnRecord();
    void theManagersNameStays();
    void answersAreScoredAndNeverStored();
    void aQuestionClosesAfterWrongAnswers();
    void aQuestionKeepsItsAnswerUnlessAnotherIsGiven();
    void manyPeoplesQuestionsAreSetAtOnceOrNotAtAll();
    void itIsBoundToTheSessionAndThePerson();
    void itIsOverSoon();
    void theOutcomeStaysWithTheCode();
    void unlockingIsGuardedIfThePolicySaysSo();
    void onAnAdministratorASecondPersonMustApprove();
    void aRefusedRequestOpensNothing();
    void nobodyApprovesTheirOwnRequest();
    void theCardSaysWhatIsStillNeeded();

private:
    void demand(const QJsonObject& more = {})
    {
        QJsonObject policy = m_desk->get(u"/policies/token"_s).items().at(0).toObject();
        policy.insert(u"verifyCallers"_s, true);
        for (auto it = more.begin(); it != more.end(); ++it) {
            policy.insert(it.key(), it.value());
        }
        const ApiAnswer saved = m_desk->put(u"/policies/token/"_s + policy.value(u"id").toString(), policy);
        QCOMPARE(saved.status, 200);
    }
    ApiAnswer post(const QString& path, const QJsonObject& body = {}, QByteArray session = {}) const
    {
        return m_desk->call("POST", u"/api/v1"_s + path,
                            body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(),
                            session.isEmpty() ? m_session : session);
    }
    QString begin(qint64 user, const QByteArray& session = {}) const
    {
        const ApiAnswer answer = post(u"/users/%1/verifications"_s.arg(user), {}, session);
        return answer.status == 201 ? answer.text("id") : answer.code();
    }
    ApiAnswer step(qint64 user, const QString& id, const QJsonObject& body,
                   const QByteArray& session = {}) const
    {
        return post(u"/users/%1/verifications/%2/steps"_s.arg(user).arg(id), body, session);
    }
    ApiAnswer issue(qint64 user, const QByteArray& session = {}) const
    {
        return post(u"/users/%1/emergency-codes"_s.arg(user),
                    {{u"kind"_s, u"fixed"_s}, {u"reason"_s, u"INC-1"_s}}, session);
    }
    ApiAnswer setQuestions(int count) const
    {
        QJsonArray questions;
        for (int i = 0; i < count; ++i) {
            questions.append(QJsonObject {{u"question"_s, u"Question %1?"_s.arg(i)},
                                          {u"answer"_s, u"Answer %1"_s.arg(i)},
                                          {u"points"_s, 30}});
        }
        return m_desk->call("PUT", u"/api/v1/users/%1/caller-questions"_s.arg(m_anna),
                            QJsonDocument(QJsonObject {{u"questions"_s, questions}}).toJson(),
                            m_desk->adminToken());
    }
    // As if they had been set long ago.
    void ageQuestions() { m_desk->change(u"UPDATE caller_questions SET changed_at = 0"_s); }
    std::unique_ptr<HelpDesk> m_desk;
    qint64 m_anna = 0;
    qint64 m_robin = 0;
    QByteArray m_session;
};

void TestVerification::nothingIsAskedForUntilThePolicyDoes()
{
    QCOMPARE(issue(m_anna).status, 201);
    QCOMPARE(post(u"/tokens/T1/clear-pin"_s).status, 200);
    QVERIFY(!m_desk->get(u"/users/%1/card"_s.arg(m_anna)).json.contains(u"verification"));
}

void TestVerification::everyDangerousActionStaysClosed()
{
    demand();
    QCOMPARE(post(u"/tokens/T1/lost"_s, {{u"reason"_s, u"stolen"_s}}).status, 200);
    m_desk->addToken(u"T2"_s);
    const QString user = QString::number(m_anna);
    for (const ApiAnswer& answer :
         {issue(m_anna), post(u"/tokens/T1/clear-pin"_s), post(u"/tokens/T1/found"_s),
          post(u"/tokens/T2/assign"_s, {{u"userId"_s, user}, {u"requirePin"_s, false}}),
          post(u"/tokens/T1/replace"_s, {{u"newSerial"_s, u"T2"_s}})}) {
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.code(), u"caller_not_verified"_s);
        QCOMPARE(answer.json[u"fields"][0][u"path"].toString(), u"points"_s);
        QVERIFY(answer.text("detail").contains(u"0 of"));
    }
    // Not even a Super Administrator gets by; what gives nothing away stays open.
    QCOMPARE(issue(m_anna, m_desk->adminToken()).code(), u"caller_not_verified"_s);
    QCOMPARE(post(u"/tokens/T1/disable"_s).status, 200);
    QVERIFY(m_desk->events(u"EMERGENCY_CODES_ISSUED"_s).empty());
}

void TestVerification::aCodeFromATokenOpens()
{
    demand();
    const QString id = begin(m_anna);
    const ApiAnswer verified = step(
        m_anna, id, {{u"method"_s, u"tokenCode"_s}, {u"code"_s, QString::fromLatin1(m_desk->code(u"T1"_s))}});
    QCOMPARE(verified.status, 200);
    QCOMPARE(verified.json[u"points"].toInt(), 100);
    QCOMPARE(verified.json[u"steps"][0][u"note"].toString(), u"T1"_s);
    QCOMPARE(issue(m_anna).status, 201);
    QCOMPARE(post(u"/tokens/T1/clear-pin"_s).status, 200);
    // A method counts once.
    QCOMPARE(step(m_anna, id, {{u"method"_s, u"tokenCode"_s}, {u"code"_s, u"123456"_s}}).code(),
             u"verification_done"_s);
}

void TestVerification::aWrongCodeCountsAndOpensNothing()
{
    demand();
    const QString id = begin(m_anna);
    QByteArray wrong = m_desk->code(u"T1"_s);
    wrong[0] = wrong[0] == '9' ? '0' : static_cast<char>(wrong[0] + 1);
    for (int i = 0; i < 5; ++i) {
        const ApiAnswer answer =
            step(m_anna, id, {{u"method"_s, u"tokenCode"_s}, {u"code"_s, QString::fromLatin1(wrong)}});
        QCOMPARE(answer.code(), u"verification_failed"_s);
    }
    QCOMPARE(issue(m_anna).code(), u"caller_not_verified"_s);
    // Through the one gate: guesses of the help desk lock like any other.
    QCOMPARE(m_desk->get(u"/users/%1"_s.arg(m_anna)).text("status"), u"locked"_s);
    QCOMPARE(m_desk->events(u"CALLER_VERIFICATION"_s).back().result, EventResult::Failure);
}

void TestVerification::theCodeIsUsedUpAndIsNoLogon()
{
    demand();
    const QByteArray code = m_desk->code(u"T1"_s);
    QCOMPARE(
        step(m_anna, begin(m_anna), {{u"method"_s, u"tokenCode"_s}, {u"code"_s, QString::fromLatin1(code)}})
            .status,
        200);
    QVERIFY(!m_desk->get(u"/users/%1"_s.arg(m_anna)).json.contains(u"lastLogonAt"));
    QVERIFY(m_desk->events(u"AUTHN_LOGIN_EVENT"_s).empty());
    QVERIFY(m_desk->logOn(u"anna"_s, "4711" + code).result != authentication::Outcome::Result::Success);
}

void TestVerification::aCallBackNeedsANumberOnRecord()
{
    demand();
    const QString id = begin(m_anna);
    const ApiAnswer called = step(m_anna, id, {{u"method"_s, u"callBack"_s}});
    QCOMPARE(called.json[u"points"].toInt(), 50);
    QCOMPARE(called.json[u"steps"][0][u"note"].toString(), u"…567"_s);
    QCOMPARE(post(u"/tokens/T1/clear-pin"_s).status, 200);
    QCOMPARE(issue(m_anna).code(), u"caller_not_verified"_s);
    m_desk->change(u"UPDATE users SET phone = '' WHERE id = ?"_s, {m_anna});
    const QString again = begin(m_anna);
    QCOMPARE(step(m_anna, again, {{u"method"_s, u"callBack"_s}}).code(), u"no_number"_s);
}

void TestVerification::theManagersNameStays()
{
    demand();
    const QString id = begin(m_anna);
    QCOMPARE(step(m_anna, id, {{u"method"_s, u"manager"_s}}).status, 400);
    QCOMPARE(step(m_anna, id, {{u"method"_s, u"manager"_s}, {u"manager"_s, u" Anna "_s}}).status, 400);
    QCOMPARE(step(m_anna, id, {{u"method"_s, u"manager"_s}, {u"manager"_s, u"robin"_s}}).status, 400);
    QCOMPARE(step(m_anna, id, {{u"method"_s, u"manager"_s}, {u"manager"_s, u"Marie Curie"_s}}).status, 200);
    const contract::Event event = m_desk->events(u"CALLER_VERIFICATION"_s).back();
    QCOMPARE(event.detail[u"note"].toString(), u"Marie Curie"_s);
    QVERIFY2(event.sentence.contains(u"confirmed by Marie Curie"), qPrintable(event.sentence));
}

void TestVerification::answersAreScoredAndNeverStored()
{
    demand();
    QCOMPARE(setQuestions(3).status, 200);
    ageQuestions();
    const ApiAnswer list =
        m_desk->call("GET", u"/api/v1/users/%1/caller-questions"_s.arg(m_anna), {}, m_session);
    QCOMPARE(list.items().size(), 3);
    QVERIFY(!list.body.contains("nswer 1"));
    const auto ask = [&](int index, const QString& answer) {
        return QJsonObject {{u"questionId"_s, list.items()[index][u"id"]}, {u"answer"_s, answer}};
    };
    const QString id = begin(m_anna);
    const ApiAnswer scored =
        step(m_anna, id,
             {{u"method"_s, u"questions"_s},
              {u"answers"_s, QJsonArray {ask(0, u"ANSWER-0"_s), ask(1, u"no"_s), ask(2, u"answer 2"_s)}}});
    QCOMPARE(scored.json[u"points"].toInt(), 60);
    QCOMPARE(scored.json[u"steps"][0][u"note"].toString(), u"2/3"_s);
    for (const contract::Event& event : m_desk->events()) {
        const QByteArray text = QJsonDocument(contract::toJson(event)).toJson().toLower();
        QVERIFY2(!text.contains("answer 0") && !text.contains("answer-0"), text);
    }
}

void TestVerification::aQuestionClosesAfterWrongAnswers()
{
    demand();
    QCOMPARE(setQuestions(1).status, 200);
    ageQuestions();
    const QJsonValue question = m_desk->get(u"/users/%1/caller-questions"_s.arg(m_anna)).items().at(0)[u"id"];
    const auto ask = [&](const QString& answer) {
        return step(
            m_anna, begin(m_anna),
            {{u"method"_s, u"questions"_s},
             {u"answers"_s, QJsonArray {QJsonObject {{u"questionId"_s, question}, {u"answer"_s, answer}}}}});
    };
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(ask(u"wrong"_s).code(), u"verification_failed"_s);
    }
    QCOMPARE(ask(u"answer 0"_s).code(), u"question_closed"_s);
    m_desk->clock.advance(std::chrono::hours(25));
    m_session = m_desk->sessionOf(m_robin);
    QCOMPARE(ask(u"answer 0"_s).status, 200);
}

void TestVerification::aQuestionKeepsItsAnswerUnlessAnotherIsGiven()
{
    demand();
    const auto put = [&](const QJsonArray& questions) {
        return m_desk->call("PUT", u"/api/v1/users/%1/caller-questions"_s.arg(m_anna),
                            QJsonDocument(QJsonObject {{u"questions"_s, questions}}).toJson(),
                            m_desk->adminToken());
    };
    const auto tryAnswer = [&](int index, const QString& answer) {
        const auto items =
            m_desk->call("GET", u"/api/v1/users/%1/caller-questions"_s.arg(m_anna), {}, m_session).items();
        return step(
            m_anna, begin(m_anna),
            {{u"method"_s, u"questions"_s},
             {u"answers"_s,
              QJsonArray {QJsonObject {{u"questionId"_s, items[index][u"id"]}, {u"answer"_s, answer}}}}});
    };
    QCOMPARE(put({QJsonObject {{u"question"_s, u"Pet?"_s}, {u"answer"_s, u"Rex"_s}}}).status, 200);
    ageQuestions();
    QCOMPARE(tryAnswer(0, u"wrong"_s).code(), u"verification_failed"_s);
    const ApiAnswer kept = put({QJsonObject {{u"question"_s, u"PET?"_s}, {u"points"_s, 45}},
                                QJsonObject {{u"question"_s, u"School?"_s}, {u"answer"_s, u"St. Anna"_s}}});
    QCOMPARE(kept.status, 200);
    QCOMPARE(kept.items().size(), 2);
    QCOMPARE(kept.items()[0][u"points"].toInt(), 45);
    ageQuestions();
    // Two more wrong answers close it: the first one still counts.
    QCOMPARE(tryAnswer(0, u"wrong"_s).code(), u"verification_failed"_s);
    QCOMPARE(tryAnswer(0, u"wrong"_s).code(), u"verification_failed"_s);
    QCOMPARE(tryAnswer(0, u"rex"_s).code(), u"question_closed"_s);
    QCOMPARE(tryAnswer(1, u"st anna"_s).status, 200);
    const ApiAnswer refused = put({QJsonObject {{u"question"_s, u"Town?"_s}}});
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.json[u"fields"][0][u"path"].toString(), u"questions[0].answer"_s);
    QCOMPARE(m_desk->get(u"/users/%1/caller-questions"_s.arg(m_anna)).items().size(), 2); // as before
    m_desk->clock.advance(std::chrono::hours(25));
    m_session = m_desk->sessionOf(m_robin);
    QCOMPARE(tryAnswer(0, u"rex"_s).json[u"points"].toInt(), 45);
}

void TestVerification::manyPeoplesQuestionsAreSetAtOnceOrNotAtAll()
{
    m_desk->makeUser(u"ben"_s);
    const auto person = [](const QString& name, const QString& answer) {
        return QJsonObject {
            {u"name"_s, name},
            {u"questions"_s, QJsonArray {QJsonObject {{u"question"_s, u"Pet?"_s}, {u"answer"_s, answer}}}}};
    };
    const auto import = [&](const QJsonArray& people) {
        return m_desk->call("PUT", u"/api/v1/caller-questions"_s,
                            QJsonDocument(QJsonObject {{u"people"_s, people}}).toJson(),
                            m_desk->adminToken());
    };
    const ApiAnswer refused = import({person(u"anna"_s, u"Rex"_s), person(u"nobody"_s, u"Tom"_s)});
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.json[u"fields"][0][u"path"].toString(), u"people[1].name"_s);
    QVERIFY(m_desk->get(u"/users/%1/caller-questions"_s.arg(m_anna)).items().isEmpty());
    const ApiAnswer imported = import({person(u"ANNA"_s, u"Rex"_s), person(u"ben"_s, u"Tom"_s)});
    QCOMPARE(imported.json[u"people"].toInt(), 2);
    QCOMPARE(m_desk->get(u"/users/%1/caller-questions"_s.arg(m_anna)).items().size(), 1);
    QCOMPARE(import({person(u"anna"_s, u"…"_s)}).status, 400);
}

void TestVerification::itIsBoundToTheSessionAndThePerson()
{
    demand();
    const QString id = begin(m_anna);
    QCOMPARE(step(m_anna, id, {{u"method"_s, u"callBack"_s}}).status, 200);
    const QByteArray other = m_desk->sessionOf(m_robin);
    QCOMPARE(post(u"/tokens/T1/clear-pin"_s, {}, other).code(), u"caller_not_verified"_s);
    QCOMPARE(step(m_anna, id, {{u"method"_s, u"manager"_s}, {u"manager"_s, u"M"_s}}, other).code(),
             u"verification_unknown"_s);
    const qint64 ben = m_desk->makeUser(u"ben"_s);
    m_desk->addToken(u"T2"_s);
    QCOMPARE(step(ben, id, {{u"method"_s, u"manager"_s}, {u"manager"_s, u"M"_s}}).code(),
             u"verification_unknown"_s);
    QCOMPARE(issue(ben).code(), u"caller_not_verified"_s);
    QCOMPARE(post(u"/users/%1/verifications/%2/end"_s.arg(m_anna).arg(id)).status, 200);
    QCOMPARE(post(u"/tokens/T1/clear-pin"_s).code(), u"caller_not_verified"_s);
}

void TestVerification::itIsOverSoon()
{
    demand({{u"verificationMinutes"_s, 3}});
    const QString id = begin(m_anna);
    QCOMPARE(step(m_anna, id, {{u"method"_s, u"callBack"_s}}).status, 200);
    m_desk->clock.advance(std::chrono::minutes(3));
    QCOMPARE(post(u"/tokens/T1/clear-pin"_s).code(), u"caller_not_verified"_s);
    QCOMPARE(step(m_anna, id, {{u"method"_s, u"manager"_s}, {u"manager"_s, u"M"_s}}).code(),
             u"verification_over"_s);
}

void TestVerification::theOutcomeStaysWithTheCode()
{
    demand();
    const QString id = begin(m_anna);
    QCOMPARE(step(m_anna, id, {{u"method"_s, u"callBack"_s}}).status, 200);
    QCOMPARE(step(m_anna, id, {{u"method"_s, u"manager"_s}, {u"manager"_s, u"Marie Curie"_s}}).status, 200);
    QCOMPARE(issue(m_anna).status, 201);
    const QJsonValue kept =
        m_desk->get(u"/users/%1/emergency-codes"_s.arg(m_anna)).items().at(0)[u"verification"];
    QCOMPARE(kept[u"points"].toInt(), 100);
    QCOMPARE(kept[u"steps"][1][u"note"].toString(), u"Marie Curie"_s);
    const QJsonObject detail = m_desk->events(u"EMERGENCY_CODES_ISSUED"_s).back().detail;
    QCOMPARE(detail[u"verification"][u"manager"].toString(), u"Marie Curie"_s);
}

void TestVerification::unlockingIsGuardedIfThePolicySaysSo()
{
    demand();
    m_desk->change(u"UPDATE users SET failures = 5, locked_at = 1 WHERE id = ?"_s, {m_anna});
    QCOMPARE(post(u"/users/%1/unlock"_s.arg(m_anna)).status, 200);
    demand({{u"verifyToUnlock"_s, true}});
    m_desk->change(u"UPDATE users SET failures = 5, locked_at = 1 WHERE id = ?"_s, {m_anna});
    QCOMPARE(post(u"/users/%1/unlock"_s.arg(m_anna)).code(), u"caller_not_verified"_s);
    QCOMPARE(step(m_anna, begin(m_anna), {{u"method"_s, u"callBack"_s}}).status, 200);
    QCOMPARE(post(u"/users/%1/unlock"_s.arg(m_anna)).status, 200);
}

void TestVerification::onAnAdministratorASecondPersonMustApprove()
{
    demand({{u"verifyCodePoints"_s, 50}, {u"verifyAdministratorPoints"_s, 50}});
    const QByteArray& admin = m_desk->adminToken();
    const qint64 colleague = m_desk->makeUser(u"second"_s);
    m_desk->setRoles(colleague, {{Role::SuperAdministrator, u"/"_s}});
    const QByteArray second = m_desk->sessionOf(colleague);

    const QString id = begin(m_robin, admin);
    QCOMPARE(step(m_robin, id, {{u"method"_s, u"manager"_s}, {u"manager"_s, u"M"_s}}, admin).status, 200);
    const ApiAnswer closed = issue(m_robin, admin);
    QCOMPARE(closed.code(), u"caller_not_verified"_s);
    QCOMPARE(closed.json[u"fields"].toArray().size(), 2); // points and approval
    m_desk->change(u"UPDATE users SET phone = '12345' WHERE id = ?"_s, {m_robin});
    QCOMPARE(step(m_robin, id, {{u"method"_s, u"callBack"_s}}, admin).json[u"points"].toInt(), 100);
    QCOMPARE(issue(m_robin, admin).json[u"fields"][0][u"path"].toString(), u"approval"_s);

    const QString ask = u"/users/%1/verifications/%2/approval"_s.arg(m_robin).arg(id);
    QCOMPARE(post(ask, {{u"reason"_s, u"phone lost"_s}}, admin).text("approval"), u"pending"_s);
    QCOMPARE(post(ask, {{u"reason"_s, u"again"_s}}, admin).code(), u"approval_asked"_s);
    const ApiAnswer waiting = m_desk->call("GET", u"/api/v1/approvals"_s, {}, second);
    QCOMPARE(waiting.items().size(), 1);
    QCOMPARE(waiting.items()[0][u"reason"].toString(), u"phone lost"_s);
    QCOMPARE(waiting.items()[0][u"requestedBy"].toString(), u"admin"_s);
    QCOMPARE(post(u"/approvals/%1/approve"_s.arg(id), {}, second).text("state"), u"approved"_s);
    QCOMPARE(issue(m_robin, admin).status, 201);
    QCOMPARE(m_desk->get(u"/users/%1/emergency-codes"_s.arg(m_robin))
                 .items()
                 .at(0)[u"verification"][u"approvedBy"]
                 .toString(),
             u"second"_s);
    QVERIFY(m_desk->call("GET", u"/api/v1/approvals"_s, {}, second).items().isEmpty());
    // From the approval on it is as short as any.
    m_desk->clock.advance(std::chrono::minutes(11));
    QCOMPARE(issue(m_robin, admin).code(), u"caller_not_verified"_s);
}

void TestVerification::aRefusedRequestOpensNothing()
{
    demand({{u"verifyCodePoints"_s, 0}, {u"verifyAdministratorPoints"_s, 0}});
    const qint64 colleague = m_desk->makeUser(u"second"_s);
    m_desk->setRoles(colleague, {{Role::SuperAdministrator, u"/"_s}});
    const QByteArray second = m_desk->sessionOf(colleague);
    const QString id = begin(m_robin, m_desk->adminToken());
    QCOMPARE(post(u"/users/%1/verifications/%2/approval"_s.arg(m_robin).arg(id), {{u"reason"_s, u"x"_s}},
                  m_desk->adminToken())
                 .status,
             200);
    QCOMPARE(post(u"/approvals/%1/refuse"_s.arg(id), {}, second).text("state"), u"refused"_s);
    QCOMPARE(post(u"/approvals/%1/approve"_s.arg(id), {}, second).code(), u"approval_unknown"_s);
    QCOMPARE(issue(m_robin, m_desk->adminToken()).code(), u"caller_not_verified"_s);
}

void TestVerification::nobodyApprovesTheirOwnRequest()
{
    demand();
    const QString id = begin(m_robin, m_desk->adminToken());
    QCOMPARE(post(u"/users/%1/verifications/%2/approval"_s.arg(m_robin).arg(id), {{u"reason"_s, u"x"_s}},
                  m_desk->adminToken())
                 .status,
             200);
    // Not in another session, not the person themselves, and nobody of lower rank.
    const QByteArray sameAdmin = m_desk->sessionOf(m_desk->adminId());
    QCOMPARE(post(u"/approvals/%1/approve"_s.arg(id), {}, sameAdmin).code(), u"own_request"_s);
    QCOMPARE(post(u"/approvals/%1/approve"_s.arg(id), {}, m_session).code(), u"own_request"_s);
    const QByteArray desk = m_desk->sessionWithRole(Role::HelpDesk);
    QCOMPARE(post(u"/approvals/%1/approve"_s.arg(id), {}, desk).code(), u"approval_unknown"_s);
    m_desk->clock.advance(std::chrono::minutes(31));
    const qint64 colleague = m_desk->makeUser(u"second"_s);
    m_desk->setRoles(colleague, {{Role::SuperAdministrator, u"/"_s}});
    QCOMPARE(post(u"/approvals/%1/approve"_s.arg(id), {}, m_desk->sessionOf(colleague)).code(),
             u"approval_unknown"_s); // it has lapsed
}

void TestVerification::theCardSaysWhatIsStillNeeded()
{
    demand();
    QCOMPARE(setQuestions(1).status, 200);
    ageQuestions();
    const auto card = [&] {
        return m_desk->call("GET", u"/api/v1/users/%1/card"_s.arg(m_anna), {}, m_session)
            .json[u"verification"]
            .toObject();
    };
    QCOMPARE(card()[u"methods"].toArray().size(), 4);
    const auto open = [](const QJsonObject& state, const QString& action) {
        for (const QJsonValue& line : state[u"requirements"].toArray()) {
            if (line[u"action"].toString() == action) {
                return line[u"open"].toBool();
            }
        }
        return false;
    };
    QVERIFY(open(card(), u"unlock"_s));
    QVERIFY(!open(card(), u"clearPin"_s));
    QCOMPARE(step(m_anna, begin(m_anna), {{u"method"_s, u"callBack"_s}}).status, 200);
    QVERIFY(open(card(), u"clearPin"_s));
    QVERIFY(!open(card(), u"issueEmergencyCodes"_s));
    QCOMPARE(card()[u"points"].toInt(), 50);
}

QTEST_GUILESS_MAIN(TestVerification)
#include "tst_verification.moc"
