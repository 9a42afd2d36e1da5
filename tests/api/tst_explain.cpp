// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/cures.h"
#include "services/otp/oath.h"
#include "tests/api/help_desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using authentication::Outcome;
using contract::CardAction;
using holdfast::testing::ApiAnswer;
using holdfast::testing::HelpDesk;

class TestExplain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<HelpDesk>(); }
    void cleanup() { m_desk.reset(); }

    void forRandomPeopleItSaysWhatTheGateDoes();
    void aCureIsACallThatOneClickMakes();
    void everyCureLeadsToACallThatExistsAndAsksForItsRight();
    void whoMayNotDoItIsToldWhy();
    void whatTheRoleMayNotViewIsLeftOut();
    void aPolicyIsNamedWithTheDomainThatSetsIt();
    void theLastAttemptStandsBesideIt();
    void asTextItGoesIntoATicket();

private:
    ApiAnswer explain(qint64 user, const QByteArray& token = {}) const
    {
        return m_desk->call("GET", u"/api/v1/users/%1/explain"_s.arg(user), {},
                            token.isEmpty() ? m_desk->adminToken() : token);
    }
    static QJsonObject check(const ApiAnswer& answer, const QString& id)
    {
        for (const auto& value : answer.json[u"checks"].toArray()) {
            if (value[u"id"].toString() == id) {
                return value.toObject();
            }
        }
        return {};
    }
    void lock(const QString& name)
    {
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(m_desk->logOn(name, "000000").result, Outcome::Result::Refused);
        }
    }
    // The code that the token's owner would see next, had they waited for it if need be.
    QByteArray rightCode(const QString& serial)
    {
        const auto [lastStep, drift] = m_desk->database().read([&](storage::Connection& connection) {
            auto rows =
                connection.select(u"SELECT last_step, drift_steps FROM tokens WHERE serial = ?"_s, {serial});
            rows.next();
            return std::pair(rows.integer(0), rows.integer(1));
        });
        const qint64 here = otp::stepAt(m_desk->clock.now(), 30);
        qint64 away = drift;
        for (const int step :
             {0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -7, 7, -8, 8, -9, 9, -10, 10, -11, 11}) {
            if (here + drift + step > lastStep) {
                away = drift + step;
                break;
            }
        }
        return m_desk->code(serial, away);
    }
    std::unique_ptr<HelpDesk> m_desk;
};

// Accounts, tokens, emergency codes and policies at random; one right attempt each at the gate itself.
void TestExplain::forRandomPeopleItSaysWhatTheGateDoes()
{
    QRandomGenerator random(20260601);
    const auto chance = [&](int percent) {
        return static_cast<int>(random.bounded(100)) < percent;
    };
    const qint64 now = contract::toMilliseconds(m_desk->clock.now());
    const auto moment = [&] {
        return QVariant(now + (static_cast<int>(random.bounded(120)) - 60) * 60000);
    };
    const qint64 step = otp::stepAt(m_desk->clock.now(), 30);
    int open = 0;
    constexpr int people = 60;
    for (int i = 0; i < people; ++i) {
        const QString name = u"person%1"_s.arg(i);
        const QString serial = u"T%1"_s.arg(i);
        const qint64 user = m_desk->makeUser(name);
        const bool pin = chance(40);
        m_desk->addToken(serial, {.style = pin ? contract::PinStyle::BeforeCode : contract::PinStyle::None});
        m_desk->assign(serial, user, pin);
        const bool pinSet = pin && chance(70);
        if (pinSet) {
            m_desk->setPin(serial, "4711");
        }
        m_desk->change(u"UPDATE tokens SET enabled = ?, lost_at = ?, expires_at = ?, last_step = ?,"
                       " drift_steps = ?, wrong_codes = ? WHERE serial = ?"_s,
                       {chance(85), chance(85) ? QVariant() : moment(), chance(80) ? QVariant() : moment(),
                        chance(60) ? -1 : step - 3 + random.bounded(20),
                        static_cast<int>(random.bounded(3)) - 1, static_cast<int>(random.bounded(5)),
                        serial});
        m_desk->change(u"UPDATE users SET enabled = ?, starts_at = ?, locked_at = ?, failures = ?,"
                       " first_failure_at = ? WHERE id = ?"_s,
                       {chance(90), chance(85) ? QVariant() : moment(),
                        chance(85) ? QVariant() : QVariant(now), static_cast<int>(random.bounded(6)), now,
                        user});
        QByteArray emergencyCode;
        if (chance(25)) {
            const ApiAnswer issued = m_desk->post(
                u"/users/%1/emergency-codes"_s.arg(user),
                {{u"kind"_s, u"fixed"_s}, {u"reason"_s, u"x"_s}, {u"onTokenReturn"_s, u"refuse"_s}});
            if (issued.status == 201) {
                emergencyCode = issued.json[u"codes"][0].toString().toUtf8();
                m_desk->change(u"UPDATE emergency_issues SET expires_at = ? WHERE user_id = ?"_s,
                               {moment(), user});
            }
        }
        const ApiAnswer answer = explain(user);
        QCOMPARE(answer.status, 200);
        const QJsonArray ways = answer.json[u"ways"].toArray();
        // A code that stands for the tokencode comes behind the PIN; it does where there is one.
        const bool byCode = !emergencyCode.isEmpty() && chance(50);
        const QByteArray typed =
            QByteArray(pinSet ? "4711" : "") + (byCode ? emergencyCode : rightCode(serial));
        const bool letIn = m_desk->logOn(name, typed).result != Outcome::Result::Refused;
        const bool said = ways.contains(byCode ? u"emergency code"_s : serial);
        QVERIFY2(said == letIn,
                 qPrintable(name + u'\n'
                            + QString::fromUtf8(QJsonDocument(answer.json).toJson(QJsonDocument::Indented))));
        open += letIn ? 1 : 0;
    }
    QVERIFY(open > people / 5 && open < people * 4 / 5);
}

void TestExplain::aCureIsACallThatOneClickMakes()
{
    const qint64 anna = m_desk->makeUser(u"anna"_s);
    m_desk->assign(m_desk->addToken(u"T1"_s), anna);
    lock(u"anna"_s);
    const QJsonObject cure = check(explain(anna), u"account_not_locked"_s)[u"cure"].toObject();
    QCOMPARE(cure[u"method"].toString(), u"POST"_s);
    QCOMPARE(cure[u"permission"].toString(), u"unlockUsers"_s);
    QVERIFY(cure[u"needs"].toArray().isEmpty());
    QVERIFY(!cure.contains(u"refusal"));
    QCOMPARE(
        m_desk
            ->call(cure[u"method"].toString().toLatin1(), cure[u"path"].toString(), {}, m_desk->adminToken())
            .status,
        200);
    QVERIFY(explain(anna).json[u"canLogOn"].toBool());
}

void TestExplain::everyCureLeadsToACallThatExistsAndAsksForItsRight()
{
    constexpr std::array methods {"GET", "POST", "PUT", "PATCH", "DELETE"}; // as http::Method counts them
    for (const auto& [action, wireName] : contract::EnumNames<CardAction>::names) {
        if (action == CardAction::None) {
            continue;
        }
        contract::Cure cure {.action = action, .tokenSerial = u"T1"_s};
        authentication::addressCure(cure, u"7"_s);
        const bool addressesItself = action == CardAction::ChangePolicy || action == CardAction::ChoosePolicy
            || action == CardAction::RenewOffline; // tst_offline_causes makes their calls
        if (addressesItself) {
            QVERIFY2(cure.path.isEmpty(), wireName);
            continue;
        }
        const QString path =
            QString(cure.path).replace(u"/users/7"_s, u"/users/{id}"_s).replace(u"/T1/"_s, u"/{serial}/"_s);
        const auto& declared = m_desk->routes().declared();
        const auto route = std::find_if(declared.begin(), declared.end(), [&](const auto& known) {
            return path == QLatin1String(known.operation->path)
                && cure.method == QLatin1String(methods.at(static_cast<size_t>(known.method)));
        });
        QVERIFY2(route != declared.end(), wireName);
        QCOMPARE(route->operation->access.permission(), std::optional(cure.permission));
    }
}

void TestExplain::whoMayNotDoItIsToldWhy()
{
    const qint64 sales = m_desk->makeDomain(u"Sales"_s);
    Q_UNUSED(sales)
    const qint64 seller = m_desk->makeUser(u"seller"_s, u"/Sales"_s);
    const auto refusal = [&](qint64 user, const QByteArray& session) {
        const QJsonObject cure = check(explain(user, session), u"account_enabled"_s)[u"cure"].toObject();
        return cure[u"refusal"].toString();
    };
    m_desk->change(u"UPDATE users SET enabled = 0 WHERE id = ?"_s, {seller});
    QCOMPARE(refusal(seller, m_desk->sessionWithRole(contract::Role::Auditor)), u"not_permitted"_s);
    QCOMPARE(refusal(seller, m_desk->sessionWithRole(contract::Role::HelpDesk, u"/Sales"_s)), QString());

    const qint64 both = m_desk->makeUser(u"both"_s);
    m_desk->setRoles(both, {{contract::Role::Auditor, u"/"_s}, {contract::Role::HelpDesk, u"/Sales"_s}});
    const qint64 outside = m_desk->makeUser(u"outside"_s);
    m_desk->change(u"UPDATE users SET enabled = 0 WHERE id = ?"_s, {outside});
    QCOMPARE(refusal(outside, m_desk->sessionOf(both)), u"outside_scope"_s);

    const qint64 chief = m_desk->makeUser(u"chief"_s);
    m_desk->setRoles(chief, {{contract::Role::SuperAdministrator, u"/"_s}});
    m_desk->change(u"UPDATE users SET enabled = 0 WHERE id = ?"_s, {chief});
    QCOMPARE(refusal(chief, m_desk->sessionWithRole(contract::Role::HelpDesk)), u"higher_rank"_s);
}

void TestExplain::aPolicyIsNamedWithTheDomainThatSetsIt()
{
    const qint64 sales = m_desk->makeDomain(u"Sales"_s);
    m_desk->makeDomain(u"EMEA"_s, u"/Sales"_s);
    const ApiAnswer policy =
        m_desk->post(u"/policies/lockout"_s, {{u"name"_s, u"Strict"_s}, {u"maxFailures"_s, 3}});
    QCOMPARE(policy.status, 201);
    QCOMPARE(m_desk
                 ->patch(u"/domains/%1"_s.arg(sales),
                         {{u"lockout"_s,
                           QJsonObject {{u"source"_s, u"own"_s}, {u"policyId"_s, policy.json[u"id"]}}}})
                 .status,
             200);
    const QJsonObject locked =
        check(explain(m_desk->makeUser(u"anna"_s, u"/Sales/EMEA"_s)), u"account_not_locked"_s);
    QCOMPARE(locked[u"required"].toString(), u"fewer than 3 failures in 1 day"_s);
    QCOMPARE(locked[u"origin"][u"policyName"].toString(), u"Strict"_s);
    QCOMPARE(locked[u"origin"][u"kind"].toString(), u"inherited"_s);
    QCOMPARE(locked[u"origin"][u"domain"].toString(), u"/Sales"_s);
}

void TestExplain::theLastAttemptStandsBesideIt()
{
    const qint64 anna = m_desk->makeUser(u"anna"_s);
    m_desk->assign(m_desk->addToken(u"T1"_s), anna);
    QVERIFY(!explain(anna).json.contains(u"lastAttempt"));
    (void)m_desk->logOn(u"anna"_s, "000000");
    const QJsonObject last = explain(anna).json[u"lastAttempt"].toObject();
    QCOMPARE(last[u"reason"].toString(), u"wrong_code"_s);
    QVERIFY(last[u"sentence"].toString().startsWith(u"Wrong code for anna"));
}

void TestExplain::asTextItGoesIntoATicket()
{
    const qint64 anna = m_desk->makeUser(u"anna"_s);
    m_desk->assign(m_desk->addToken(u"T1"_s), anna);
    lock(u"anna"_s);
    const ApiAnswer byHeader = m_desk->call("GET", u"/api/v1/users/%1/explain"_s.arg(anna), {},
                                            m_desk->adminToken(), {{"Accept", "text/plain"}});
    QCOMPARE(byHeader.status, 200);
    QCOMPARE(byHeader.headers.value("content-type"), QByteArray("text/plain; charset=utf-8"));
    const QString text = QString::fromUtf8(byHeader.body);
    QVERIFY2(text.startsWith(u"anna cannot sign in now.\n"), qPrintable(text));
    for (const QString& part :
         {u"[FAIL] Account not locked: locked after 5 failures until an administrator unlocks"_s,
          u"required: fewer than 5 failures in 1 day"_s, u"the default"_s,
          u"cure: Unlock account (POST /api/v1/users/%1/unlock, needs unlockUsers)"_s.arg(anna),
          u"Token T1\n  [ok]   Token enabled: enabled"_s, u"Last attempt: "_s}) {
        QVERIFY2(text.contains(part), qPrintable(part + u"\nis not in\n"_s + text));
    }
    const ApiAnswer byParameter = m_desk->get(u"/users/%1/explain?format=text"_s.arg(anna));
    QCOMPARE(byParameter.body, byHeader.body);
    const ApiAnswer json = m_desk->call("GET", u"/api/v1/users/%1/explain?format=json"_s.arg(anna), {},
                                        m_desk->adminToken(), {{"Accept", "text/plain"}});
    QVERIFY(json.json.contains(u"checks"));
    QCOMPARE(m_desk->get(u"/users/%1/explain?format=pdf"_s.arg(anna)).status, 400);
    QCOMPARE(m_desk->get(u"/users/4711/explain?format=text"_s).code(), u"user_unknown"_s);
}

void TestExplain::whatTheRoleMayNotViewIsLeftOut()
{
    const qint64 ada = m_desk->makeUser(u"ada"_s);
    m_desk->assign(m_desk->addToken(u"A1"_s), ada);
    const QString role =
        m_desk->post(u"/roles"_s, {{u"name"_s, u"Looker"_s}, {u"permissions"_s, QJsonArray {u"viewUsers"_s}}})
            .text("key");
    const ApiAnswer told = explain(ada, m_desk->sessionWithRole(role));
    QCOMPARE(told.status, 200);
    QVERIFY(told.json[u"canLogOn"].toBool());
    QVERIFY(!check(told, u"account_enabled"_s).isEmpty());
    QVERIFY(!told.body.contains("A1"));
    QVERIFY(explain(ada).body.contains("A1"));
}

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
