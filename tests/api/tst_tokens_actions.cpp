// SPDX-License-Identifier: Apache-2.0
#include "tests/api/help_desk.h"

#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using authentication::Outcome;
using holdfast::testing::ApiAnswer;
using holdfast::testing::HelpDesk;

class TestTokensActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<HelpDesk>();
        m_anna = m_desk->makeUser(u"anna"_s);
    }
    void cleanup() { m_desk.reset(); }

    void anAssignedTokenWorksAtOnce();
    void withAPinTheFirstLogonAsksForOne();
    void aPinThatTheAppMixesInStaysMixed();
    void anAssignedOrExpiredTokenIsNotAssigned();
    void nobodyIsAssignedMoreTokensThanTheyCouldUse();
    void anUnassignedTokenForgetsItsPersonAndPin();
    void aDisabledTokenIsRefusedUntilItIsEnabled();
    void aClearedPinIsChosenAnew();
    void aLostTokenIsRefusedUntilItIsFound();
    void doingItTwiceChangesNothing();
    void whatNeedsAPersonIsRefusedWithoutOne_data();
    void whatNeedsAPersonIsRefusedWithoutOne();
    void resynchronisationFindsADriftedClock();
    void everyWrongResynchronisationIsAnsweredAlikeAndCounts();
    void aResynchronisedCodeIsConsumed();
    void aReplacementTakesOverAtItsFirstUse();
    void aReplacementIsFreeAndFresh();
    void nobodyActsOnAnAccountOfHigherRank();
    void thePersonMustBeInScopeAsWellAsTheToken();

private:
    std::unique_ptr<HelpDesk> m_desk;
    qint64 m_anna = 0;
};

void TestTokensActions::anAssignedTokenWorksAtOnce()
{
    m_desk->addToken(u"T1"_s);
    const ApiAnswer answer =
        m_desk->act(u"T1"_s, u"assign"_s, {{u"userId"_s, QString::number(m_anna)}, {u"requirePin"_s, false}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.text("state"), u"active"_s);
    QCOMPARE(answer.text("pinState"), u"notRequired"_s);
    QCOMPARE(answer.text("userName"), u"anna"_s);
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s)).result, Outcome::Result::Success);
    const auto events = m_desk->events(u"AM_LINK_TOKEN_PRINCIPAL"_s);
    QCOMPARE(events.size(), std::size_t {1});
    QCOMPARE(events[0].tokenSerial, u"T1"_s);
    QCOMPARE(events[0].userName, u"anna"_s);
    QCOMPARE(events[0].actor, u"admin"_s);
}

void TestTokensActions::withAPinTheFirstLogonAsksForOne()
{
    m_desk->addToken(u"T1"_s);
    const ApiAnswer answer = m_desk->act(u"T1"_s, u"assign"_s, {{u"userId"_s, QString::number(m_anna)}});
    QCOMPARE(answer.text("pinState"), u"notSet"_s);
    QCOMPARE(answer.text("pinStyle"), u"beforeCode"_s);
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s)).result, Outcome::Result::NewPin);
}

void TestTokensActions::aPinThatTheAppMixesInStaysMixed()
{
    m_desk->addToken(u"T1"_s, {.style = contract::PinStyle::Mixed});
    m_desk->assign(u"T1"_s, m_anna, false);
    QCOMPARE(m_desk->get(u"/tokens/T1"_s).text("pinStyle"), u"mixed"_s);
    QCOMPARE(m_desk->act(u"T1"_s, u"unassign"_s).status, 200);
    m_desk->assign(u"T1"_s, m_anna, true);
    QCOMPARE(m_desk->get(u"/tokens/T1"_s).text("pinStyle"), u"mixed"_s);
    QCOMPARE(m_desk->get(u"/tokens/T1"_s).text("pinState"), u"notSet"_s);
}

void TestTokensActions::anAssignedOrExpiredTokenIsNotAssigned()
{
    const QJsonObject toAnna {{u"userId"_s, QString::number(m_anna)}};
    m_desk->addToken(u"T1"_s);
    m_desk->assign(u"T1"_s, m_desk->makeUser(u"bob"_s));
    const ApiAnswer taken = m_desk->act(u"T1"_s, u"assign"_s, toAnna);
    QCOMPARE(taken.status, 409);
    QCOMPARE(taken.code(), u"token_assigned"_s);
    QVERIFY(taken.text("detail").contains(u"bob"));

    m_desk->addToken(u"T2"_s, {.expiresAt = m_desk->clock.now()});
    QCOMPARE(m_desk->act(u"T2"_s, u"assign"_s, toAnna).code(), u"token_expired"_s);
    m_desk->addToken(u"T3"_s);
    QCOMPARE(m_desk->act(u"T3"_s, u"assign"_s, {{u"userId"_s, u"999"_s}}).code(), u"user_unknown"_s);
    QCOMPARE(m_desk->act(u"T3"_s, u"assign"_s, {{u"userId"_s, u"anna"_s}}).status, 400);
    QCOMPARE(m_desk->act(u"T3"_s, u"assign"_s).status, 400);
    QCOMPARE(m_desk->get(u"/tokens/T3"_s).text("state"), u"unassigned"_s);
}

void TestTokensActions::nobodyIsAssignedMoreTokensThanTheyCouldUse()
{
    for (int i = 0; i < 20; ++i) {
        m_desk->assign(m_desk->addToken(u"T%1"_s.arg(i)), m_anna);
    }
    m_desk->addToken(u"T20"_s);
    QCOMPARE(m_desk->act(u"T20"_s, u"assign"_s, {{u"userId"_s, QString::number(m_anna)}}).code(),
             u"too_many_tokens"_s);
}

void TestTokensActions::anUnassignedTokenForgetsItsPersonAndPin()
{
    m_desk->addToken(u"T1"_s);
    m_desk->assign(u"T1"_s, m_anna, true);
    m_desk->setPin(u"T1"_s, "4711");
    const QByteArray used = m_desk->code(u"T1"_s);
    QCOMPARE(m_desk->logOn(u"anna"_s, "4711" + used).result, Outcome::Result::Success);
    const ApiAnswer answer = m_desk->act(u"T1"_s, u"unassign"_s);
    QCOMPARE(answer.text("state"), u"unassigned"_s);
    QVERIFY(!answer.json.contains(u"userId") && !answer.json.value(u"enabled"_s).toBool());

    // Whoever gets it next cannot use the code that was used already.
    m_desk->makeUser(u"bob"_s);
    m_desk->assign(u"T1"_s, m_desk->makeUser(u"carla"_s), false);
    QCOMPARE(m_desk->logOn(u"carla"_s, used).reason, authentication::reason::codeAlreadyUsed);
    m_desk->clock.advance(std::chrono::seconds(30));
    QCOMPARE(m_desk->logOn(u"carla"_s, m_desk->code(u"T1"_s)).result, Outcome::Result::Success);
}

void TestTokensActions::aDisabledTokenIsRefusedUntilItIsEnabled()
{
    m_desk->assign(m_desk->addToken(u"T1"_s), m_anna);
    QCOMPARE(m_desk->act(u"T1"_s, u"disable"_s).text("state"), u"disabled"_s);
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s)).reason, authentication::reason::tokenDisabled);
    QCOMPARE(m_desk->act(u"T1"_s, u"enable"_s).text("state"), u"active"_s);
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s)).result, Outcome::Result::Success);
    m_desk->change(u"UPDATE tokens SET enabled = 0, expires_at = 1"_s);
    QCOMPARE(m_desk->act(u"T1"_s, u"enable"_s).code(), u"token_expired"_s);
}

void TestTokensActions::aClearedPinIsChosenAnew()
{
    m_desk->assign(m_desk->addToken(u"T1"_s), m_anna, true);
    m_desk->setPin(u"T1"_s, "4711");
    const ApiAnswer answer = m_desk->act(u"T1"_s, u"clear-pin"_s);
    QCOMPARE(answer.text("pinState"), u"notSet"_s);
    QCOMPARE(m_desk->logOn(u"anna"_s, "4711" + m_desk->code(u"T1"_s)).result, Outcome::Result::Refused);
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s)).result, Outcome::Result::NewPin);
    m_desk->assign(m_desk->addToken(u"T2"_s), m_anna, false);
    QCOMPARE(m_desk->act(u"T2"_s, u"clear-pin"_s).code(), u"token_pinless"_s);
}

void TestTokensActions::aLostTokenIsRefusedUntilItIsFound()
{
    m_desk->assign(m_desk->addToken(u"T1"_s), m_anna);
    QCOMPARE(m_desk->act(u"T1"_s, u"lost"_s, {{u"reason"_s, u"left in a taxi"_s}}).text("state"), u"lost"_s);
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s)).reason, authentication::reason::tokenLost);
    QCOMPARE(m_desk->events(u"UPDATE_AM_TOKEN"_s)[0].detail[u"reason"].toString(), u"left in a taxi"_s);
    QCOMPARE(m_desk->act(u"T1"_s, u"found"_s).text("state"), u"active"_s);
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s)).result, Outcome::Result::Success);
}

void TestTokensActions::doingItTwiceChangesNothing()
{
    m_desk->assign(m_desk->addToken(u"T1"_s), m_anna);
    for (const char* action : {"disable", "enable", "lost", "found"}) {
        const ApiAnswer first = m_desk->act(u"T1"_s, QString::fromLatin1(action));
        const auto events = m_desk->events().size();
        const ApiAnswer second = m_desk->act(u"T1"_s, QString::fromLatin1(action));
        QCOMPARE(second.status, 200);
        QCOMPARE(second.etag(), first.etag());
        QCOMPARE(m_desk->events().size(), events);
    }
}

void TestTokensActions::whatNeedsAPersonIsRefusedWithoutOne_data()
{
    QTest::addColumn<QString>("action");
    for (const char* action :
         {"unassign", "enable", "disable", "clear-pin", "lost", "found", "resync", "replace"}) {
        QTest::newRow(action) << QString::fromLatin1(action);
    }
}

void TestTokensActions::whatNeedsAPersonIsRefusedWithoutOne()
{
    QFETCH(QString, action);
    m_desk->addToken(u"T1"_s);
    QJsonObject body;
    if (action == u"resync") {
        body = {{u"firstCode"_s, u"123456"_s}, {u"secondCode"_s, u"123456"_s}};
    } else if (action == u"replace") {
        body = {{u"newSerial"_s, m_desk->addToken(u"T2"_s)}};
    }
    const ApiAnswer answer = m_desk->act(u"T1"_s, action, body);
    QCOMPARE(answer.status, 409);
    QCOMPARE(answer.code(), u"token_unassigned"_s);
    QCOMPARE(m_desk->events().size(), std::size_t {0});
}

void TestTokensActions::resynchronisationFindsADriftedClock()
{
    m_desk->assign(m_desk->addToken(u"T1"_s), m_anna);
    m_desk->change(u"UPDATE tokens SET next_code_required = 1, wrong_codes = 7"_s);
    const auto codes = [&](qint64 position) {
        return QJsonObject {{u"firstCode"_s, QString::fromLatin1(m_desk->code(u"T1"_s, position))},
                            {u"secondCode"_s, QString::fromLatin1(m_desk->code(u"T1"_s, position + 1))}};
    };
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s, 200)).result, Outcome::Result::Refused);
    const ApiAnswer answer = m_desk->act(u"T1"_s, u"resync"_s, codes(200));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json[u"driftSteps"].toInt(), 201);
    QCOMPARE(answer.json[u"wrongCodes"].toInt(), 0);
    QVERIFY(!answer.json[u"nextTokencodeRequired"].toBool());
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s, 202)).result, Outcome::Result::Success);

    m_desk->addToken(u"H1"_s, {.kind = contract::TokenKind::Hotp});
    m_desk->assign(u"H1"_s, m_anna);
    QCOMPARE(m_desk
                 ->act(u"H1"_s, u"resync"_s,
                       {{u"firstCode"_s, QString::fromLatin1(m_desk->code(u"H1"_s, 700))},
                        {u"secondCode"_s, QString::fromLatin1(m_desk->code(u"H1"_s, 701))}})
                 .status,
             200);
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"H1"_s, 702)).result, Outcome::Result::Success);
    QCOMPARE(m_desk->events(u"AM_RESYNC_TOKEN"_s).size(), std::size_t {2});
}

void TestTokensActions::everyWrongResynchronisationIsAnsweredAlikeAndCounts()
{
    m_desk->assign(m_desk->addToken(u"T1"_s), m_anna);
    const auto tryCodes = [&](qint64 first, qint64 second) {
        return m_desk->act(u"T1"_s, u"resync"_s,
                           {{u"firstCode"_s, QString::fromLatin1(m_desk->code(u"T1"_s, first))},
                            {u"secondCode"_s, QString::fromLatin1(m_desk->code(u"T1"_s, second))}});
    };
    const ApiAnswer swapped = tryCodes(5, 4);
    const ApiAnswer apart = tryCodes(5, 7);
    const ApiAnswer tooFar = tryCodes(1500, 1501); // more than twelve hours
    QCOMPARE(swapped.status, 409);
    QCOMPARE(swapped.code(), u"resync_failed"_s);
    for (const ApiAnswer* other : {&apart, &tooFar}) {
        QCOMPARE(other->status, swapped.status);
        QCOMPARE(other->text("detail"), swapped.text("detail"));
    }
    QCOMPARE(m_desk->get(u"/users/%1/card"_s.arg(m_anna)).json[u"failures"].toInt(), 3);
    QCOMPARE(tryCodes(0, 5).code(), u"resync_failed"_s);
    QCOMPARE(tryCodes(0, 5).code(), u"resync_failed"_s); // the fifth locks
    QCOMPARE(tryCodes(0, 1).code(), u"account_locked"_s);
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s)).reason, authentication::reason::accountLocked);
    QCOMPARE(m_desk->events(u"ACCOUNT_LOCKED"_s).size(), std::size_t {1});
}

void TestTokensActions::aResynchronisedCodeIsConsumed()
{
    m_desk->assign(m_desk->addToken(u"T1"_s), m_anna);
    const QJsonObject codes {{u"firstCode"_s, QString::fromLatin1(m_desk->code(u"T1"_s, -1))},
                             {u"secondCode"_s, QString::fromLatin1(m_desk->code(u"T1"_s, 0))}};
    QCOMPARE(m_desk->act(u"T1"_s, u"resync"_s, codes).status, 200);
    QCOMPARE(m_desk->logOn(u"anna"_s, m_desk->code(u"T1"_s)).reason, authentication::reason::codeAlreadyUsed);
    QCOMPARE(m_desk->act(u"T1"_s, u"resync"_s, codes).code(), u"resync_failed"_s);
}

void TestTokensActions::aReplacementTakesOverAtItsFirstUse()
{
    m_desk->assign(m_desk->addToken(u"T1"_s), m_anna, true);
    m_desk->setPin(u"T1"_s, "4711");
    m_desk->addToken(u"T2"_s);
    const ApiAnswer answer = m_desk->act(u"T1"_s, u"replace"_s, {{u"newSerial"_s, u"T2"_s}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.text("replacedBy"), u"T2"_s);
    QCOMPARE(m_desk->get(u"/tokens/T2"_s).text("replaces"), u"T1"_s);
    QCOMPARE(m_desk->logOn(u"anna"_s, "4711" + m_desk->code(u"T1"_s)).result, Outcome::Result::Success);
    QCOMPARE(m_desk->logOn(u"anna"_s, "4711" + m_desk->code(u"T2"_s)).result, Outcome::Result::Success);
    QCOMPARE(m_desk->get(u"/tokens/T1"_s).text("state"), u"replaced"_s);
    m_desk->clock.advance(std::chrono::seconds(30));
    QCOMPARE(m_desk->logOn(u"anna"_s, "4711" + m_desk->code(u"T1"_s)).result, Outcome::Result::Refused);
    QCOMPARE(m_desk->logOn(u"anna"_s, "4711" + m_desk->code(u"T2"_s)).result, Outcome::Result::Success);
}

void TestTokensActions::aReplacementIsFreeAndFresh()
{
    m_desk->assign(m_desk->addToken(u"T1"_s), m_anna);
    m_desk->assign(m_desk->addToken(u"T2"_s), m_anna);
    m_desk->addToken(u"T3"_s);
    m_desk->addToken(u"T4"_s, {.expiresAt = m_desk->clock.now()});
    const auto replaceBy = [&](const QString& serial) {
        return m_desk->act(u"T1"_s, u"replace"_s, {{u"newSerial"_s, serial}}).code();
    };
    QCOMPARE(replaceBy(u"T2"_s), u"token_assigned"_s);
    QCOMPARE(replaceBy(u"T4"_s), u"token_expired"_s);
    QCOMPARE(replaceBy(u"T1"_s), u"same_token"_s);
    QCOMPARE(replaceBy(u"T9"_s), u"token_unknown"_s);
    QCOMPARE(replaceBy(u"T3"_s), QString());
    QCOMPARE(replaceBy(u"T3"_s), u"replacement_pending"_s);
    // Taking the new one back ends the pair.
    QCOMPARE(m_desk->act(u"T3"_s, u"unassign"_s).status, 200);
    QVERIFY(!m_desk->get(u"/tokens/T1"_s).json.contains(u"replacedBy"));
    QCOMPARE(m_desk->get(u"/tokens/T1"_s).text("state"), u"active"_s);
}

void TestTokensActions::nobodyActsOnAnAccountOfHigherRank()
{
    const QByteArray helpDesk = m_desk->sessionWithRole(contract::Role::HelpDesk);
    m_desk->assign(m_desk->addToken(u"T1"_s), m_desk->adminId());
    m_desk->assign(m_desk->addToken(u"T2"_s), m_anna);
    for (const char* action : {"disable", "unassign", "lost", "clear-pin"}) {
        const ApiAnswer answer =
            m_desk->call("POST", u"/api/v1/tokens/T1/"_s + QString::fromLatin1(action), {}, helpDesk);
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.code(), u"higher_rank"_s);
    }
    QCOMPARE(m_desk->call("POST", u"/api/v1/tokens/T2/disable"_s, {}, helpDesk).status, 200);
    m_desk->addToken(u"T3"_s);
    const QByteArray body = "{\"userId\":\"" + QByteArray::number(m_desk->adminId()) + "\"}";
    QCOMPARE(m_desk->call("POST", u"/api/v1/tokens/T3/assign"_s, body, helpDesk).code(), u"higher_rank"_s);
    const QByteArray auditor = m_desk->sessionWithRole(contract::Role::Auditor);
    QCOMPARE(m_desk->call("POST", u"/api/v1/tokens/T2/enable"_s, {}, auditor).status, 403);
}

void TestTokensActions::thePersonMustBeInScopeAsWellAsTheToken()
{
    m_desk->makeDomain(u"Sales"_s);
    const qint64 seller = m_desk->makeUser(u"seller"_s, u"/Sales"_s);
    const QByteArray sales = m_desk->sessionWithRole(contract::Role::HelpDesk, u"/Sales"_s);
    m_desk->addToken(u"S1"_s, {.domain = u"/Sales"_s});
    m_desk->addToken(u"S2"_s, {.domain = u"/Sales"_s});
    m_desk->assign(u"S2"_s, m_anna);
    const auto assignTo = [&](qint64 id) {
        return m_desk->call("POST", u"/api/v1/tokens/S1/assign"_s,
                            "{\"userId\":\"" + QByteArray::number(id) + "\"}", sales);
    };
    QCOMPARE(assignTo(m_anna).code(), u"user_unknown"_s);
    QCOMPARE(assignTo(seller).status, 200);
    QCOMPARE(m_desk->call("POST", u"/api/v1/tokens/S2/disable"_s, {}, sales).code(), u"outside_scope"_s);
}

QTEST_GUILESS_MAIN(TestTokensActions)
#include "tst_tokens_actions.moc"
