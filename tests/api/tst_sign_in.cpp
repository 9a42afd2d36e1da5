// SPDX-License-Identifier: Apache-2.0
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

// The administrators' own sign-in: with a token, confirmed, seen and ended.
class TestSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }

    void aPasscodeIsAskedForOnceThePasswordIsRight();
    void theRightPasswordAloneTakesNoFailureBack();
    void aRoleAloneMayBeAsked();
    void aPinIsChosenWhileSigningIn();
    void aPinThatTheServiceWouldChooseIsChosenToo();
    void nobodyLocksThemselvesOut();
    void aKeyActionAsksForTheSignInAgain();
    void aWrongConfirmationCountsAsAFailure();
    void theLocalSecretConfirms();
    void sessionsAreListedAndEnded();
    void sessionsOfAHigherRankStay();

private:
    ApiAnswer signIn(const QJsonObject& more = {}, const QByteArray& password = "correct horse") const;
    void setSettings(const QString& passcodeFor, const QJsonArray& roles = {}) const;
    std::unique_ptr<HelpDesk> m_desk;
};

void TestSignIn::init()
{
    m_desk = std::make_unique<HelpDesk>();
    m_desk->setPassword(m_desk->adminId(), "correct horse");
}

ApiAnswer TestSignIn::signIn(const QJsonObject& more, const QByteArray& password) const
{
    QJsonObject body = more;
    body.insert(u"name"_s, u"admin"_s);
    body.insert(u"password"_s, QString::fromLatin1(password));
    return m_desk->call("POST", u"/api/v1/sessions"_s, QJsonDocument(body).toJson(), {});
}

void TestSignIn::setSettings(const QString& passcodeFor, const QJsonArray& roles) const
{
    const ApiAnswer answer = m_desk->put(u"/settings/sign-in"_s,
                                         {{u"passcodeFor"_s, passcodeFor},
                                          {u"passcodeRoles"_s, roles},
                                          {u"confirmAfterMinutes"_s, 15},
                                          {u"idleLockMinutes"_s, 5}});
    QVERIFY2(answer.status == 200, answer.body.constData());
}

void TestSignIn::aPasscodeIsAskedForOnceThePasswordIsRight()
{
    m_desk->assign(m_desk->addToken(u"A1"_s), m_desk->adminId());
    QCOMPARE(signIn().status, 201);
    setSettings(u"everybody"_s);
    const ApiAnswer asked = signIn();
    QCOMPARE(asked.status, 401);
    QCOMPARE(asked.code(), u"passcode_required"_s);
    QCOMPARE(signIn({}, "wrong").code(), u"sign_in_failed"_s);
    QCOMPARE(signIn({{u"passcode"_s, u"000000"_s}}, "wrong").code(), u"sign_in_failed"_s);
    const QString code = QString::fromLatin1(m_desk->code(u"A1"_s));
    const QString wrong = code == u"000000"_s ? u"000001"_s : u"000000"_s;
    QCOMPARE(signIn({{u"passcode"_s, wrong}}).code(), u"wrong_passcode"_s);
    const ApiAnswer session = signIn({{u"passcode"_s, code}});
    QCOMPARE(session.status, 201);
    QCOMPARE(session.json[u"idleLockMinutes"].toInt(), 5);
    // Once: the same gate, the same single use.
    QCOMPARE(signIn({{u"passcode"_s, code}}).code(), u"wrong_passcode"_s);
}

void TestSignIn::theRightPasswordAloneTakesNoFailureBack()
{
    m_desk->assign(m_desk->addToken(u"A1"_s), m_desk->adminId());
    setSettings(u"everybody"_s);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(signIn({{u"passcode"_s, u"nonsense"_s}}).code(), u"wrong_passcode"_s);
        signIn();
    }
    QCOMPARE(m_desk->get(u"/users/%1"_s.arg(m_desk->adminId())).text("status"), u"locked"_s);
    QCOMPARE(signIn().code(), u"sign_in_failed"_s);
}

void TestSignIn::aRoleAloneMayBeAsked()
{
    setSettings(u"roles"_s, {u"helpDesk"_s});
    QCOMPARE(signIn().status, 201);
    const qint64 helper = m_desk->makeUser(u"helper"_s);
    m_desk->setRoles(helper, {{Role::HelpDesk, u"/"_s}});
    m_desk->setPassword(helper, "correct horse");
    const ApiAnswer asked = m_desk->call("POST", u"/api/v1/sessions"_s,
                                         "{\"name\":\"helper\",\"password\":\"correct horse\"}", {});
    QCOMPARE(asked.code(), u"passcode_required"_s);
    QCOMPARE(m_desk
                 ->put(u"/settings/sign-in"_s,
                       {{u"passcodeFor"_s, u"roles"_s},
                        {u"passcodeRoles"_s, QJsonArray {u"custom-99"_s}},
                        {u"confirmAfterMinutes"_s, 15},
                        {u"idleLockMinutes"_s, 15}})
                 .status,
             400);
}

void TestSignIn::aPinIsChosenWhileSigningIn()
{
    m_desk->addToken(u"A1"_s, HelpDesk::TokenRecipe {.style = contract::PinStyle::BeforeCode});
    m_desk->assign(u"A1"_s, m_desk->adminId(), true);
    setSettings(u"everybody"_s);
    const auto code = [this](qint64 position) {
        return QString::fromLatin1(m_desk->code(u"A1"_s, position));
    };
    const ApiAnswer asked = signIn({{u"passcode"_s, code(0)}});
    QCOMPARE(asked.status, 401);
    QCOMPARE(asked.code(), u"new_pin_required"_s);
    m_desk->clock.advance(60s);
    const ApiAnswer refused = signIn({{u"passcode"_s, code(0)}, {u"newPin"_s, u"1"_s}});
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.code(), u"pin_refused"_s);
    QCOMPARE(refused.json[u"fields"][0][u"path"].toString(), u"newPin"_s);
    m_desk->clock.advance(60s);
    QCOMPARE(signIn({{u"passcode"_s, code(0)}, {u"newPin"_s, u"739158"_s}}).status, 201);
    m_desk->clock.advance(60s);
    QCOMPARE(signIn({{u"passcode"_s, u"739158"_s + code(0)}}).status, 201);
}

// Nobody could be told here which PIN the service made up.
void TestSignIn::aPinThatTheServiceWouldChooseIsChosenToo()
{
    const QString policies = u"/policies/token/"_s;
    const QString id = m_desk->get(u"/policies/token"_s).items().first()[u"id"].toString();
    QJsonObject policy = m_desk->get(policies + id).json;
    policy.insert(u"pinChoice"_s, u"service"_s);
    QCOMPARE(m_desk->put(policies + id, policy).status, 200);
    m_desk->addToken(u"A1"_s, HelpDesk::TokenRecipe {.style = contract::PinStyle::BeforeCode});
    m_desk->assign(u"A1"_s, m_desk->adminId(), true);
    setSettings(u"everybody"_s);
    const auto code = [this] {
        m_desk->clock.advance(60s);
        return QString::fromLatin1(m_desk->code(u"A1"_s));
    };
    QCOMPARE(signIn({{u"passcode"_s, code()}}).code(), u"new_pin_required"_s);
    QCOMPARE(signIn({{u"passcode"_s, code()}, {u"newPin"_s, u"1"_s}}).code(), u"pin_refused"_s);
    QCOMPARE(signIn({{u"passcode"_s, code()}, {u"newPin"_s, u"739158"_s}}).status, 201);
    QCOMPARE(signIn({{u"passcode"_s, u"739158"_s + code()}}).status, 201);
}

void TestSignIn::nobodyLocksThemselvesOut()
{
    const ApiAnswer refused = m_desk->put(
        u"/settings/sign-in"_s,
        {{u"passcodeFor"_s, u"everybody"_s}, {u"confirmAfterMinutes"_s, 15}, {u"idleLockMinutes"_s, 15}});
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.code(), u"own_token_missing"_s);
    QCOMPARE(m_desk->get(u"/settings/sign-in"_s).text("passcodeFor"), u"nobody"_s);
}

void TestSignIn::aKeyActionAsksForTheSignInAgain()
{
    const QByteArray token = signIn().text("token").toUtf8();
    const auto makePolicy = [&](const char* name) {
        return m_desk->call("POST", u"/api/v1/policies/lockout"_s, QByteArray("{\"name\":\"") + name + "\"}",
                            token);
    };
    QCOMPARE(makePolicy("First").status, 201);
    m_desk->clock.advance(16min);
    const ApiAnswer asked = makePolicy("Second");
    QCOMPARE(asked.status, 403);
    QCOMPARE(asked.code(), u"reauthentication_required"_s);
    // Where people are and which policies they have is no less.
    const QString domain = u"/api/v1/domains/%1"_s.arg(m_desk->makeDomain(u"Sales"_s));
    const QByteArray byDefault = R"({"token":{"source":"default"}})";
    QCOMPARE(m_desk->call("PATCH", domain, byDefault, token).code(), u"reauthentication_required"_s);
    QCOMPARE(m_desk->call("DELETE", domain, {}, token).code(), u"reauthentication_required"_s);
    // What is no key action goes on, and a preview changes nothing.
    QCOMPARE(m_desk->call("POST", u"/api/v1/users"_s, "{\"name\":\"x\"}", token).status, 201);
    const QString policy =
        u"/policies/lockout/"_s + m_desk->get(u"/policies/lockout"_s).items().first()[u"id"].toString();
    QCOMPARE(m_desk
                 ->call("POST", u"/api/v1"_s + policy + u"/preview"_s,
                        QJsonDocument(m_desk->get(policy).json).toJson(), token)
                 .status,
             200);
    const QString path = u"/api/v1/sessions/current/reauthenticate"_s;
    QCOMPARE(m_desk->call("POST", path, "{\"password\":\"wrong\"}", token).status, 401);
    QCOMPARE(m_desk->call("POST", path, "{}", token).status, 400);
    QCOMPARE(m_desk->call("POST", path, "{\"password\":\"correct horse\"}", token).status, 200);
    QCOMPARE(makePolicy("Second").status, 201);
    QCOMPARE(m_desk->events(u"CONFIRM_ADMIN_SESSION"_s).size(), std::size_t {1});
}

void TestSignIn::aWrongConfirmationCountsAsAFailure()
{
    const QByteArray token = signIn().text("token").toUtf8();
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(m_desk
                     ->call("POST", u"/api/v1/sessions/current/reauthenticate"_s, "{\"password\":\"wrong\"}",
                            token)
                     .status,
                 401);
    }
    QCOMPARE(m_desk->get(u"/users/%1"_s.arg(m_desk->adminId())).text("status"), u"locked"_s);
}

void TestSignIn::theLocalSecretConfirms()
{
    const QByteArray secret = "0123456789abcdef0123456789abcdef";
    testing::ApiFixture api({.localSecret = contract::Secret(QByteArrayView(secret))});
    const QByteArray token =
        api.call("POST", u"/api/v1/local-sessions"_s, "{\"secret\":\"" + secret + "\"}", {})
            .text("token")
            .toUtf8();
    const auto confirm = [&](const QByteArray& with) {
        return api.call("POST", u"/api/v1/sessions/current/reauthenticate"_s,
                        "{\"localSecret\":\"" + with + "\"}", token);
    };
    const auto makePolicy = [&] {
        return api.call("POST", u"/api/v1/policies/lockout"_s, "{\"name\":\"First\"}", token);
    };
    api.clock.advance(16min);
    QCOMPARE(makePolicy().code(), u"reauthentication_required"_s);
    QCOMPARE(confirm(secret.toUpper()).status, 401);
    QCOMPARE(confirm(secret).status, 200);
    QCOMPARE(makePolicy().status, 201);
}

void TestSignIn::sessionsAreListedAndEnded()
{
    const QByteArray helper = m_desk->sessionWithRole(Role::HelpDesk);
    const QByteArray own = signIn().text("token").toUtf8();
    const QJsonArray all = m_desk->call("GET", u"/api/v1/sessions"_s, {}, own).items();
    QCOMPARE(all.size(), 3);
    QVERIFY(all.at(0)[u"current"].toBool()); // latest first
    QCOMPARE(m_desk->call("GET", u"/api/v1/sessions?own=true"_s, {}, own).items().size(), 2);
    // The help desk sees its own alone.
    const QJsonArray theirs = m_desk->call("GET", u"/api/v1/sessions"_s, {}, helper).items();
    QCOMPARE(theirs.size(), 1);
    QCOMPARE(m_desk->call("DELETE", u"/api/v1/sessions/"_s + all.at(0)[u"id"].toString(), {}, helper).code(),
             u"session_unknown"_s);
    const QString id = theirs.at(0)[u"id"].toString();
    QCOMPARE(m_desk->remove(u"/sessions/"_s + id).status, 204);
    QCOMPARE(m_desk->call("GET", u"/api/v1/sessions/current"_s, {}, helper).status, 401);
    QCOMPARE(m_desk->remove(u"/sessions/"_s + id).code(), u"session_unknown"_s);
    QCOMPARE(m_desk->events(u"REVOKE_ADMIN_SESSION"_s).size(), std::size_t {1});
}

void TestSignIn::sessionsOfAHigherRankStay()
{
    const QByteArray domain = m_desk->sessionWithRole(Role::DomainAdministrator);
    const QJsonArray all = m_desk->call("GET", u"/api/v1/sessions"_s, {}, domain).items();
    QCOMPARE(all.size(), 2);
    const QString admins = all.at(1)[u"id"].toString();
    QCOMPARE(m_desk->call("DELETE", u"/api/v1/sessions/"_s + admins, {}, domain).code(), u"higher_rank"_s);
    const QByteArray auditor = m_desk->sessionWithRole(Role::Auditor);
    QCOMPARE(m_desk->call("DELETE", u"/api/v1/sessions/"_s + admins, {}, auditor).code(), u"outside_scope"_s);
}

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_sign_in.moc"
