// SPDX-License-Identifier: Apache-2.0
#include "models/user_card_model.h"
#include "tests/support/fake_transport.h"

#include <QSignalSpy>
#include <QTest>

using namespace holdfast;
using client::Request;
using contract::CardAction;
using models::UserCardModel;
using testing::FakeTransport;
using State = models::UserCardModel::State;

namespace {

contract::UserCard cardOf(const char* id, bool locked)
{
    contract::UserCard card;
    card.user.id = QString::fromLatin1(id);
    card.user.name = QStringLiteral("user%1").arg(QLatin1String(id));
    card.user.domain = QStringLiteral("/");
    card.user.version = 4;
    card.policies.lockout.name = card.policies.token.name = card.policies.offline.name =
        QStringLiteral("Standard");
    card.explanation.canLogOn = !locked;
    if (locked) {
        contract::Check check;
        check.id = QStringLiteral("account_not_locked");
        check.found = QStringLiteral("locked");
        check.detail = {{QStringLiteral("reason"), QStringLiteral("account_locked")},
                        {QStringLiteral("failures"), 5}};
        check.cure = contract::Cure {.action = CardAction::Unlock};
        card.explanation.checks = {check};
        card.nextAction = check.cure;
    } else {
        card.explanation.ways = {QStringLiteral("000123456789"), QStringLiteral("emergency code")};
    }
    return card;
}

} // namespace

class UserCardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_transport = std::make_unique<FakeTransport>();
        m_api = std::make_unique<client::ApiClient>(*m_transport);
        m_session = std::make_unique<models::Session>(*m_api);
        m_card = std::make_unique<UserCardModel>(*m_api, *m_session);
        m_locked = true;
        for (const char* id : {"7", "8"}) {
            m_transport->on("GET", QStringLiteral("/users/%1/card").arg(QLatin1String(id)),
                            [this, id](const Request&) {
                                return contract::Result<client::Answer>(
                                    FakeTransport::json(contract::toJson(cardOf(id, m_locked))));
                            });
        }
        m_transport->on("POST", QStringLiteral("/users/7/unlock"), [this](const Request&) {
            m_locked = false;
            return contract::Result<client::Answer>(
                FakeTransport::json(contract::toJson(cardOf("7", false).user)));
        });
    }
    void cleanup()
    {
        m_card.reset();
        m_session.reset();
        m_api.reset();
        m_transport.reset();
    }

    void aLockedPersonIsToldWithReasonAndCure()
    {
        signIn({contract::Permission::UnlockUsers});
        show("7");
        QCOMPARE(m_card->verdict(), QStringLiteral("Cannot sign in: the account is locked"));
        QCOMPARE(m_card->tone(), models::Tone::Bad);
        const auto reasons = m_card->reasons();
        QCOMPARE(reasons.size(), 1);
        QCOMPARE(reasons.first().cure->action, CardAction::Unlock);
        QCOMPARE(reasons.first().cureHint, QString());
        QCOMPARE(m_card->nextActionWords(), QStringLiteral("Unlock account"));
    }

    void whoMayNotUnlockIsToldWhyTheButtonIsOff()
    {
        signIn({contract::Permission::ViewUsers});
        show("7");
        const auto reasons = m_card->reasons();
        QVERIFY(!reasons.first().cure);
        QCOMPARE(reasons.first().cureHint, QStringLiteral("Your role does not permit to unlock accounts."));
        QVERIFY(!m_card->nextAction());
        QVERIFY(!m_card->perform({.action = CardAction::Unlock}));
        QCOMPARE(m_transport->count("POST", QStringLiteral("/users/7/unlock")), 0);
    }

    void anActionIsFollowedByAFreshCard()
    {
        signIn({contract::Permission::UnlockUsers});
        show("7");
        QSignalSpy done(m_card.get(), &UserCardModel::done);
        QVERIFY(m_card->perform(*m_card->nextAction()));
        QVERIFY(m_card->isActing());
        QTRY_COMPARE(done.count(), 1);
        QVERIFY(!m_card->isActing());
        QTRY_COMPARE(m_card->verdict(), QStringLiteral("Can sign in now"));
        QCOMPARE(m_card->waysText(), QStringLiteral("With token 0001 2345 6789 or an emergency code"));
        QCOMPARE(m_card->tone(), models::Tone::Good);
        QVERIFY(!m_transport->asked().empty());
    }

    void aFailedActionIsToldAndTheCardIsFreshAllTheSame()
    {
        signIn({contract::Permission::ClearPins});
        show("7");
        const int cards = m_transport->count("GET", QStringLiteral("/users/7/card"));
        QSignalSpy failed(m_card.get(), &UserCardModel::actionFailed);
        m_transport->on("POST", QStringLiteral("/tokens/12/clear-pin"), [](const Request&) {
            return contract::Result<client::Answer>(
                FakeTransport::problem(contract::ErrorKind::Conflict, "token_pinless"));
        });
        m_card->clearPin(QStringLiteral("12"));
        QTRY_COMPARE(failed.count(), 1);
        QTRY_COMPARE(m_transport->count("GET", QStringLiteral("/users/7/card")), cards + 1);
        QCOMPARE(m_card->state(), State::Ready);
    }

    void theCardOfAFormerPersonIsIgnored()
    {
        signIn({});
        m_transport->hold();
        m_card->setUser(QStringLiteral("7"));
        m_card->setUser(QStringLiteral("8"));
        m_transport->letGo();
        QTRY_COMPARE(m_card->state(), State::Ready);
        QCOMPARE(m_card->card().user.id, QStringLiteral("8"));
        QCoreApplication::processEvents();
        QCOMPARE(m_card->card().user.id, QStringLiteral("8"));
    }

    void anActionOnAFormerPersonDoesNotTouchThePresentCard()
    {
        signIn({contract::Permission::UnlockUsers});
        show("7");
        m_transport->hold();
        m_card->unlock();
        const auto unlock = static_cast<qsizetype>(m_transport->asked().size()) - 1;
        m_card->setUser(QStringLiteral("8"));
        QSignalSpy done(m_card.get(), &UserCardModel::done);
        m_transport->release(unlock);
        QTRY_COMPARE(done.count(), 1); // told all the same
        QCOMPARE(m_transport->count("GET", QStringLiteral("/users/7/card")), 1);
        m_transport->letGo();
        QTRY_COMPARE(m_card->card().user.id, QStringLiteral("8"));
    }

    void aPersonWhoIsGoneIsAFailure()
    {
        signIn({});
        m_card->setUser(QStringLiteral("99"));
        QTRY_COMPARE(m_card->state(), State::Failed);
        QCOMPARE(m_card->error().kind, contract::ErrorKind::NotFound);
        m_card->setUser(QString());
        QCOMPARE(m_card->state(), State::Empty);
    }

    void theSessionTellsWhatItsRolesPermit()
    {
        signIn({contract::Permission::UnlockUsers});
        QVERIFY(m_session->may(contract::Permission::UnlockUsers));
        QVERIFY(!m_session->may(contract::Permission::EditUsers));
        QVERIFY(m_transport->bearer().equals("token"));
        QSignalSpy expired(m_session.get(), &models::Session::expired);
        m_session->lost();
        m_session->lost();
        QCOMPARE(expired.count(), 1);
        QCOMPARE(m_session->state(), models::Session::State::SignedOut);
    }

    void signingOutForgetsTheTokenAndWhoItWas()
    {
        signIn({contract::Permission::UnlockUsers});
        m_session->signOut();
        QVERIFY(m_transport->bearer().isEmpty());
        QVERIFY(!m_session->may(contract::Permission::UnlockUsers));
    }

    void aRefusedSignInSaysSo()
    {
        m_transport->on("POST", QStringLiteral("/sessions"), [](const Request&) {
            return contract::Result<client::Answer>(
                FakeTransport::problem(contract::ErrorKind::Unauthenticated, "sign_in_refused"));
        });
        QSignalSpy failed(m_session.get(), &models::Session::failed);
        m_session->signIn(QStringLiteral("a"), contract::Secret(QStringLiteral("b")));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(m_session->state(), models::Session::State::SignedOut);
        QVERIFY(m_transport->bearer().isEmpty());
    }

private:
    void signIn(std::vector<contract::Permission> permissions)
    {
        contract::Session signedIn;
        signedIn.token = contract::Secret(QStringLiteral("token"));
        signedIn.administrator.permissions = std::move(permissions);
        m_transport->on("POST", QStringLiteral("/sessions"), contract::toJson(signedIn));
        m_session->signIn(QStringLiteral("admin"), contract::Secret(QStringLiteral("secret")));
        QTRY_COMPARE(m_session->state(), models::Session::State::SignedIn);
    }
    void show(const char* id)
    {
        m_card->setUser(QString::fromLatin1(id));
        QTRY_COMPARE(m_card->state(), State::Ready);
    }

    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<client::ApiClient> m_api;
    std::unique_ptr<models::Session> m_session;
    std::unique_ptr<UserCardModel> m_card;
    bool m_locked = true;
};

QTEST_GUILESS_MAIN(UserCardTest)
#include "tst_user_card.moc"
