// SPDX-License-Identifier: Apache-2.0
#include "models/caller_verification_model.h"
#include "models/user_card_model.h"
#include "models/words_verification.h"
#include "tests/support/fake_transport.h"

#include <QSignalSpy>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::CardAction;
using contract::GuardedAction;
using contract::VerificationMethod;
using models::CallerVerificationModel;
using testing::FakeTransport;

namespace {

contract::UserCard cardWith(int points)
{
    contract::UserCard card;
    card.user.id = u"7"_s;
    card.user.name = u"anna"_s;
    card.user.domain = u"/"_s;
    card.policies.lockout.name = card.policies.token.name = card.policies.offline.name = u"Standard"_s;
    contract::CallerVerification state;
    state.userId = u"7"_s;
    state.points = points;
    state.methods = {VerificationMethod::Manager};
    state.requirements = {{GuardedAction::Unlock, 0, false, true},
                          {GuardedAction::ClearPin, 50, false, points >= 50},
                          {GuardedAction::IssueEmergencyCodes, 100, false, points >= 100},
                          {GuardedAction::AssignToken, 100, false, points >= 100}};
    card.verification = state;
    return card;
}

} // namespace

class CallerVerificationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_transport = std::make_unique<FakeTransport>();
        m_api = std::make_unique<client::ApiClient>(*m_transport);
    }

    void theProgressSaysWhatIsOpenAndWhatIsMissing()
    {
        const CallerVerificationModel model(*m_api, cardWith(50));
        QCOMPARE(model.mostPoints(), 100);
        QCOMPARE(model.nextPoints(), 100);
        QVERIFY(!model.isComplete());
        QVERIFY2(model.progress().contains(models::words::of(GuardedAction::ClearPin)),
                 qPrintable(model.progress()));
        QVERIFY2(!model.progress().contains(models::words::of(GuardedAction::Unlock)),
                 qPrintable(model.progress()));
        QVERIFY(CallerVerificationModel(*m_api, cardWith(100)).isComplete());
    }

    void whatIsWithheldIsSaidInWords()
    {
        const auto now = contract::fromMilliseconds(1'780'000'000'000);
        contract::WithheldMethod withheld {VerificationMethod::CallBack, u"Of the service."_s,
                                           now - std::chrono::hours(2), u"anna"_s};
        QCOMPARE(models::words::of(withheld, now),
                 u"The number on record was changed 2 hour(s) ago by anna. It counts a day later."_s);
        withheld.method = VerificationMethod::Questions;
        QVERIFY(models::words::of(withheld, now).startsWith(u"The security questions were changed"));
        withheld.method = VerificationMethod::Manager; // of a newer service
        QCOMPARE(models::words::of(withheld, now), u"Of the service."_s);
    }

    void itBeginsWithTheFirstMethodAndAnewWhenItIsOver()
    {
        contract::CallerVerification begun = *cardWith(0).verification;
        begun.id = u"3"_s;
        m_transport->on("POST", u"/users/7/verifications"_s, contract::toJson(begun));
        m_transport->on("POST", u"/users/7/verifications/3/steps"_s, [](const client::Request&) {
            return contract::Result<client::Answer>(
                FakeTransport::problem(contract::ErrorKind::Conflict, "verification_over"));
        });
        CallerVerificationModel model(*m_api, cardWith(0));
        QSignalSpy failed(&model, &CallerVerificationModel::failed);
        model.confirmManager(u" Marie Curie "_s);
        QVERIFY(model.isBusy());
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!model.isBusy());
        QVERIFY(model.state().id.isEmpty());
        m_transport->on("POST", u"/users/7/verifications/3/steps"_s, contract::toJson(begun));
        QSignalSpy succeeded(&model, &CallerVerificationModel::succeeded);
        model.confirmManager(u"Marie Curie"_s);
        QTRY_COMPARE(succeeded.count(), 1);
        QCOMPARE(m_transport->count("POST", u"/users/7/verifications"_s), 2);
    }

    void emptyAnswersAreNotAsked()
    {
        CallerVerificationModel model(*m_api, cardWith(0));
        model.answer({QString(), u"  "_s});
        QVERIFY(!model.isBusy());
        QVERIFY(m_transport->asked().empty());
    }

    void theCardKeepsClosedWhatIsNotOpen()
    {
        m_transport->on("GET", u"/users/7/card"_s, contract::toJson(cardWith(50)));
        models::Session session(*m_api);
        models::UserCardModel card(*m_api, session);
        card.setUser(u"7"_s);
        QTRY_COMPARE(card.state(), models::UserCardModel::State::Ready);
        QVERIFY(!card.isClosed(CardAction::Unlock));
        QVERIFY(!card.isClosed(CardAction::ClearPin));
        QVERIFY(!card.isClosed(CardAction::ResyncToken));
        QVERIFY(card.isClosed(CardAction::IssueEmergencyCode));
        QVERIFY(card.isClosed(CardAction::ReplaceToken));
    }

    void theOutcomeIsTold()
    {
        const QString told =
            models::words::verifiedBy({{VerificationMethod::CallBack, 50, u"…567"_s, {}},
                                       {VerificationMethod::Manager, 50, u"Marie Curie"_s, {}}},
                                      u"robin"_s);
        QVERIFY2(told.contains(u"…567") && told.contains(u"Marie Curie") && told.contains(u"robin"),
                 qPrintable(told));
    }

private:
    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<client::ApiClient> m_api;
};

QTEST_GUILESS_MAIN(CallerVerificationTest)
#include "tst_caller_verification.moc"
