// SPDX-License-Identifier: Apache-2.0
#include "models/explanation_lines.h"
#include "tests/support/fake_transport.h"

#include <QTest>

using namespace holdfast;
using contract::CardAction;
using contract::Check;
using contract::Permission;
using models::ExplanationLine;
using models::UserCardModel;
using testing::FakeTransport;
using Verdict = models::ExplanationLine::Verdict;

namespace {

const contract::Timestamp now = contract::fromMilliseconds(1780000000000);

Check check(const char* id, bool passed, const QJsonObject& detail = {}, const QString& serial = {})
{
    Check made;
    made.id = QString::fromLatin1(id);
    made.passed = passed;
    made.tokenSerial = serial;
    made.found = QStringLiteral("in the service's words");
    made.required = QStringLiteral("as the service wants it");
    made.detail = detail;
    return made;
}

contract::UserCard card()
{
    contract::UserCard card;
    card.user.id = QStringLiteral("7");
    card.user.name = QStringLiteral("ada");
    card.user.displayName = QStringLiteral("Ada Winter");
    card.user.domain = QStringLiteral("/Sales");
    card.policies.lockout.name = card.policies.token.name = card.policies.offline.name = QStringLiteral("P");
    card.explanation.at = now;
    Check locked = check("account_not_locked", false,
                         {{QStringLiteral("reason"), QStringLiteral("account_locked")},
                          {QStringLiteral("failures"), 5},
                          {QStringLiteral("limit"), 5},
                          {QStringLiteral("windowSeconds"), 86400}});
    locked.origin = contract::PolicyOrigin {QStringLiteral("3"), QStringLiteral("Strict"),
                                            contract::OriginKind::Inherited, QStringLiteral("/")};
    locked.cure = contract::Cure {.action = CardAction::Unlock};
    const QString serial = QStringLiteral("000123456789");
    Check nextCode = check("token_next_code", true,
                           {{QStringLiteral("nextCode"), true}, {QStringLiteral("wrongCodes"), 3}}, serial);
    nextCode.cure = contract::Cure {.action = CardAction::ResyncToken, .tokenSerial = serial};
    card.explanation.checks = {check("account_enabled", true), locked,
                               check("token_enabled", true, {}, serial), nextCode,
                               check("check_of_tomorrow", true)};
    contract::Event last;
    last.key = QStringLiteral("AUTHN_LOGIN_EVENT");
    last.userName = QStringLiteral("ada");
    last.result = contract::EventResult::Failure;
    last.reason = QStringLiteral("wrong_pin");
    last.at = now;
    card.explanation.lastAttempt = last;
    return card;
}

} // namespace

class ExplanationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_transport = std::make_unique<FakeTransport>();
        m_api = std::make_unique<client::ApiClient>(*m_transport);
        m_session = std::make_unique<models::Session>(*m_api);
        m_model = std::make_unique<UserCardModel>(*m_api, *m_session);
    }
    void cleanup()
    {
        m_model.reset();
        m_session.reset();
        m_api.reset();
        m_transport.reset();
    }

    void everyCheckIsALineInTheGatesOrder()
    {
        show(card(), {Permission::UnlockUsers, Permission::ResyncTokens});
        const auto lines = explanationLines(*m_model);
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines[0].group, QStringLiteral("Account"));
        QCOMPARE(lines[0].title, QStringLiteral("Account is enabled"));
        QCOMPARE(lines[0].found, QStringLiteral("enabled"));
        QCOMPARE(lines[0].verdict, Verdict::Passed);
        QCOMPARE(lines[1].verdict, Verdict::Failed);
        QVERIFY(lines[1].found.startsWith(QStringLiteral("locked until an administrator unlocks")));
        QVERIFY(lines[1].required.startsWith(QStringLiteral("fewer than 5")));
        QCOMPARE(lines[1].origin, QStringLiteral("policy “Strict”, inherited from /"));
        QCOMPARE(lines[1].cure->action, CardAction::Unlock);
        QCOMPARE(lines[2].group, QStringLiteral("Token 0001 2345 6789"));
        QCOMPARE(lines[3].verdict, Verdict::Hint);
        QVERIFY(lines[3].cure);
    }

    void aCheckOfANewerServiceSpeaksItsOwnWords()
    {
        show(card(), {});
        const ExplanationLine line = explanationLines(*m_model).last();
        QCOMPARE(line.title, QStringLiteral("check_of_tomorrow"));
        QCOMPARE(line.found, QStringLiteral("in the service's words"));
    }

    void whatIsMissingForACureIsSaid()
    {
        show(card(), {});
        QVERIFY(!explanationLines(*m_model)[1].cure);
        QCOMPARE(explanationLines(*m_model)[1].cureHint,
                 QStringLiteral("Your role does not permit to unlock accounts."));
        cleanup();
        init();
        contract::UserCard outside = card();
        outside.explanation.checks[1].cure->refusal = QStringLiteral("higher_rank");
        outside.nextAction = outside.explanation.checks[1].cure;
        show(outside, {Permission::UnlockUsers});
        const ExplanationLine line = explanationLines(*m_model)[1];
        QVERIFY(!line.cure);
        QVERIFY2(line.cureHint.contains(QStringLiteral("ranks above yours")), qPrintable(line.cureHint));
        QVERIFY(!m_model->nextAction());
        QVERIFY(!m_model->perform(*outside.nextAction));
    }

    void theTicketHoldsVerdictEvidenceAndCure()
    {
        show(card(), {Permission::UnlockUsers});
        const QString ticket = explanationTicket(*m_model);
        for (const char* part :
             {"Ada Winter (ada) in /Sales\n", "Cannot sign in: the account is locked\n",
              "Last attempt: Wrong PIN for ada", "\nAccount\n  [ok] Account is enabled: enabled\n",
              "[FAILED] Account is not locked: locked until", "required: fewer than 5",
              "required by: policy “Strict”, inherited from /", "cure: Unlock account\n",
              "\nToken 0001 2345 6789\n", "[hint] Next tokencode"}) {
            QVERIFY2(ticket.contains(QString::fromUtf8(part)), qPrintable(ticket));
        }
    }

private:
    void show(const contract::UserCard& card, std::vector<Permission> permissions)
    {
        contract::Session signedIn;
        signedIn.token = contract::Secret(QStringLiteral("token"));
        signedIn.administrator.permissions = std::move(permissions);
        m_transport->on("POST", QStringLiteral("/sessions"), contract::toJson(signedIn));
        m_session->signIn(QStringLiteral("admin"), contract::Secret(QStringLiteral("secret")));
        QTRY_COMPARE(m_session->state(), models::Session::State::SignedIn);
        m_transport->on("GET", QStringLiteral("/users/7/card"), contract::toJson(card));
        m_model->setUser(QStringLiteral("7"));
        QTRY_COMPARE(m_model->state(), UserCardModel::State::Ready);
    }

    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<client::ApiClient> m_api;
    std::unique_ptr<models::Session> m_session;
    std::unique_ptr<UserCardModel> m_model;
};

QTEST_GUILESS_MAIN(ExplanationTest)
#include "tst_explanation.moc"
