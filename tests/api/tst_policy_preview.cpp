// SPDX-License-Identifier: Apache-2.0
#include "tests/api/help_desk.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using holdfast::testing::ApiAnswer;
using holdfast::testing::HelpDesk;

class TestPolicyPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<HelpDesk>(); }
    void cleanup() { m_desk.reset(); }

    void whoWouldBeLockedSoonerIsCountedAndNamed();
    void whatItSaysOfLocksIsWhatHappensWhenItIsSaved();
    void onlyPeopleOfTheDomainsThatTakeThePolicyCount();
    void pinsAreJudgedWhereTheirLengthIsKnownAndTheRestIsSaidToBeUnknown();
    void emergencyCodesThatLiveLongerThanCouldBeGivenAreCounted();
    void offlineUseIsCountedByToken();
    void nothingIsWritten();
    void whatCouldNotBeSavedIsNotPreviewed();
    void onlyWhoMayEditEverywhereMayAsk();
    void manyPeopleAreCountedQuickly();

private:
    QJsonObject standard(const QString& type)
    {
        for (const auto& policy : m_desk->get(u"/policies/"_s + type).items()) {
            if (policy[u"isDefault"].toBool()) {
                return policy.toObject();
            }
        }
        return {};
    }
    ApiAnswer preview(const QString& type, const QJsonObject& changes)
    {
        QJsonObject policy = standard(type);
        for (auto it = changes.begin(); it != changes.end(); ++it) {
            policy.insert(it.key(), it.value());
        }
        return m_desk->post(u"/policies/%1/%2/preview"_s.arg(type, policy[u"id"].toString()), policy);
    }
    static QJsonObject effect(const ApiAnswer& answer, const QString& id)
    {
        for (const auto& value : answer.json[u"effects"].toArray()) {
            if (value[u"id"].toString() == id) {
                return value.toObject();
            }
        }
        return {};
    }
    static QStringList names(const QJsonObject& effect)
    {
        QStringList names;
        for (const auto& person : effect[u"first"].toArray()) {
            names << person[u"name"].toString();
        }
        names.sort();
        return names;
    }
    qint64 failing(const QString& name, int failures, const QString& domain = u"/"_s)
    {
        const qint64 user = m_desk->makeUser(name, domain);
        m_desk->change(u"UPDATE users SET failures = ?, first_failure_at = ? WHERE id = ?"_s,
                       {failures, contract::toMilliseconds(m_desk->clock.now()), user});
        return user;
    }
    std::unique_ptr<HelpDesk> m_desk;
};

void TestPolicyPreview::whoWouldBeLockedSoonerIsCountedAndNamed()
{
    failing(u"anna"_s, 2);
    failing(u"ben"_s, 2);
    failing(u"cara"_s, 1);
    failing(u"dora"_s, 4); // locked by the next one anyway
    const ApiAnswer answer = preview(u"lockout"_s, {{u"maxFailures"_s, 3}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json[u"people"].toInt(), 5); // the administrator as well
    QCOMPARE(answer.json[u"domainCount"].toInt(), 1);
    QCOMPARE(answer.json[u"changes"][u"maxFailures"].toArray(), (QJsonArray {5, 3}));
    const QJsonObject next = effect(answer, u"locked_at_next_failure"_s);
    QCOMPARE(next[u"count"].toInt(), 2);
    QCOMPARE(next[u"kind"].toString(), u"worse"_s);
    QCOMPARE(next[u"complete"].toBool(), true);
    QCOMPARE(names(next), (QStringList {u"anna"_s, u"ben"_s}));
    QCOMPARE(next[u"text"].toString(), u"2 people would be locked by one more wrong code."_s);
    QCOMPARE(effect(answer, u"fewer_tries"_s)[u"count"].toInt(), 5);
}

void TestPolicyPreview::whatItSaysOfLocksIsWhatHappensWhenItIsSaved()
{
    const qint64 anna = failing(u"anna"_s, 5);
    m_desk->change(u"UPDATE users SET locked_at = ? WHERE id = ?"_s,
                   {contract::toMilliseconds(m_desk->clock.now()) - 600000, anna});
    const QJsonObject change {{u"unlockBy"_s, u"time"_s}, {u"unlockAfterSeconds"_s, 300}};
    QCOMPARE(names(effect(preview(u"lockout"_s, change), u"unlocked"_s)), QStringList {u"anna"_s});
    QJsonObject policy = standard(u"lockout"_s);
    policy[u"unlockBy"_s] = u"time"_s;
    policy[u"unlockAfterSeconds"_s] = 300;
    QCOMPARE(m_desk->get(u"/users/%1"_s.arg(anna)).text("status"), u"locked"_s);
    QCOMPARE(m_desk->put(u"/policies/lockout/"_s + policy[u"id"].toString(), policy).status, 200);
    QCOMPARE(m_desk->get(u"/users/%1"_s.arg(anna)).text("status"), u"active"_s);
    const QJsonObject back {{u"unlockBy"_s, u"administrator"_s}};
    QCOMPARE(names(effect(preview(u"lockout"_s, back), u"locked_again"_s)), QStringList {u"anna"_s});
}

void TestPolicyPreview::onlyPeopleOfTheDomainsThatTakeThePolicyCount()
{
    const qint64 sales = m_desk->makeDomain(u"Sales"_s);
    m_desk->makeDomain(u"EMEA"_s, u"/Sales"_s);
    const ApiAnswer own = m_desk->post(u"/policies/lockout"_s, {{u"name"_s, u"Sales"_s}});
    QCOMPARE(
        m_desk
            ->patch(u"/domains/%1"_s.arg(sales),
                    {{u"lockout"_s, QJsonObject {{u"source"_s, u"own"_s}, {u"policyId"_s, own.json[u"id"]}}}})
            .status,
        200);
    failing(u"anna"_s, 2, u"/Sales/EMEA"_s);
    failing(u"ben"_s, 2);
    QJsonObject edited = own.json;
    edited[u"maxFailures"_s] = 3;
    const ApiAnswer answer = m_desk->post(u"/policies/lockout/%1/preview"_s.arg(own.text("id")), edited);
    QCOMPARE(answer.json[u"people"].toInt(), 1);
    QCOMPARE(answer.json[u"domains"].toArray(), (QJsonArray {u"/Sales"_s, u"/Sales/EMEA"_s}));
    QCOMPARE(names(effect(answer, u"locked_at_next_failure"_s)), QStringList {u"anna"_s});
    QCOMPARE(names(effect(preview(u"lockout"_s, {{u"maxFailures"_s, 3}}), u"locked_at_next_failure"_s)),
             QStringList {u"ben"_s});
}

void TestPolicyPreview::pinsAreJudgedWhereTheirLengthIsKnownAndTheRestIsSaidToBeUnknown()
{
    const auto withPin = [&](const QString& name, const QString& serial, const QVariant& length) {
        m_desk->assign(m_desk->addToken(serial, {.style = contract::PinStyle::BeforeCode}),
                       m_desk->makeUser(name), true);
        m_desk->setPin(serial, "4711");
        m_desk->change(u"UPDATE tokens SET pin_length = ? WHERE serial = ?"_s, {length, serial});
    };
    withPin(u"anna"_s, u"T1"_s, 4);
    withPin(u"ben"_s, u"T2"_s, 6);
    withPin(u"cara"_s, u"T3"_s, QVariant());
    m_desk->assign(m_desk->addToken(u"T4"_s), m_desk->makeUser(u"dora"_s)); // no PIN at all
    const ApiAnswer answer = preview(u"token"_s, {{u"pinMinLength"_s, 6}});
    QCOMPARE(names(effect(answer, u"pins_too_short"_s)), QStringList {u"anna"_s});
    const QJsonObject unknown = effect(answer, u"pins_unknown"_s);
    QCOMPARE(unknown[u"kind"].toString(), u"unknown"_s);
    QCOMPARE(names(unknown), QStringList {u"cara"_s});
    // A milder rule harms nobody, whatever is not known.
    QVERIFY(preview(u"token"_s, {{u"pinMaxLength"_s, 10}}).json[u"effects"].toArray().isEmpty());
    // The next tokencode.
    m_desk->change(u"UPDATE tokens SET wrong_codes = 2 WHERE serial = 'T2'"_s);
    QCOMPARE(names(effect(preview(u"token"_s, {{u"nextTokencodeAfter"_s, 1}}), u"next_code_asked"_s)),
             QStringList {u"ben"_s});
}

void TestPolicyPreview::emergencyCodesThatLiveLongerThanCouldBeGivenAreCounted()
{
    const qint64 anna = m_desk->makeUser(u"anna"_s);
    m_desk->assign(m_desk->addToken(u"T1"_s), anna);
    QCOMPARE(m_desk
                 ->post(u"/users/%1/emergency-codes"_s.arg(anna),
                        {{u"kind"_s, u"fixed"_s}, {u"reason"_s, u"x"_s}, {u"lifetimeMinutes"_s, 2880}})
                 .status,
             201);
    const auto changed = [](int minutes) {
        return QJsonObject {{u"emergencyCodeMinutes"_s, 60}, {u"emergencyCodeMaxMinutes"_s, minutes}};
    };
    const ApiAnswer answer = preview(u"token"_s, changed(1440));
    QCOMPARE(names(effect(answer, u"emergency_codes_beyond_limit"_s)), QStringList {u"anna"_s});
    QCOMPARE(effect(answer, u"emergency_code_life"_s)[u"count"].toInt(), 2);
    QVERIFY(effect(preview(u"token"_s, changed(2880)), u"emergency_codes_beyond_limit"_s).isEmpty());
}

void TestPolicyPreview::offlineUseIsCountedByToken()
{
    m_desk->assign(m_desk->addToken(u"T1"_s, {.style = contract::PinStyle::BeforeCode}),
                   m_desk->makeUser(u"anna"_s), true);
    m_desk->assign(m_desk->addToken(u"T2"_s), m_desk->makeUser(u"ben"_s));
    m_desk->addToken(u"T3"_s); // on the shelf
    const ApiAnswer answer = preview(u"offline"_s, {{u"enabled"_s, true}});
    QCOMPARE(effect(answer, u"offline_allowed"_s)[u"count"].toInt(), 1);
    QVERIFY(effect(answer, u"offline_refused"_s).isEmpty());
    const ApiAnswer longer = preview(u"offline"_s, {{u"enabled"_s, true}, {u"minimumPasscodeLength"_s, 12}});
    QCOMPARE(effect(longer, u"offline_unknown"_s)[u"count"].toInt(), 1);
}

void TestPolicyPreview::nothingIsWritten()
{
    const QJsonObject before = standard(u"lockout"_s);
    const auto events = m_desk->events().size();
    QCOMPARE(preview(u"lockout"_s, {{u"maxFailures"_s, 3}}).status, 200);
    QCOMPARE(standard(u"lockout"_s), before);
    QCOMPARE(m_desk->events().size(), events);
    const ApiAnswer same = preview(u"lockout"_s, {});
    QVERIFY(same.json[u"changes"].toObject().isEmpty());
    QVERIFY(same.json[u"effects"].toArray().isEmpty());
}

void TestPolicyPreview::whatCouldNotBeSavedIsNotPreviewed()
{
    QCOMPARE(preview(u"lockout"_s, {{u"maxFailures"_s, 0}}).status, 400);
    const ApiAnswer contradicts = preview(u"token"_s, {{u"pinMinLength"_s, 8}, {u"pinMaxLength"_s, 6}});
    QCOMPARE(contradicts.status, 400);
    QCOMPARE(contradicts.json[u"fields"][0][u"path"].toString(), u"pinMaxLength"_s);
    QCOMPARE(m_desk->post(u"/policies/lockout/4711/preview"_s, {{u"name"_s, u"x"_s}}).code(),
             u"policy_unknown"_s);
}

void TestPolicyPreview::onlyWhoMayEditEverywhereMayAsk()
{
    const QString path =
        u"/api/v1/policies/lockout/%1/preview"_s.arg(standard(u"lockout"_s)[u"id"].toString());
    for (const contract::Role role : {contract::Role::HelpDesk, contract::Role::Auditor}) {
        QCOMPARE(m_desk->call("POST", path, R"({"name":"x"})", m_desk->sessionWithRole(role)).status, 403);
    }
    m_desk->makeDomain(u"Sales"_s);
    const QByteArray below = m_desk->sessionWithRole(contract::Role::SuperAdministrator, u"/Sales"_s);
    QCOMPARE(m_desk->call("POST", path, R"({"name":"x"})", below).code(), u"outside_scope"_s);
}

// Twenty thousand people, one in five with failures; the bound is for a busy machine.
void TestPolicyPreview::manyPeopleAreCountedQuickly()
{
    m_desk->database().writeAndWait([](storage::Connection& connection) {
        for (int i = 0; i < 20000; ++i) {
            const QString name = u"person%1"_s.arg(i);
            connection.change(
                u"INSERT INTO users (name, name_key, domain_id, created_at, updated_at, failures,"
                " first_failure_at) VALUES (?, ?, 1, 0, 0, ?, 1780300800000)"_s,
                {name, name, i % 5 == 0 ? 2 : 0});
        }
    });
    QElapsedTimer timer;
    timer.start();
    const ApiAnswer answer = preview(u"lockout"_s, {{u"maxFailures"_s, 3}});
    QVERIFY2(timer.elapsed() < 2000, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
    QCOMPARE(answer.json[u"people"].toInt(), 20001);
    const QJsonObject next = effect(answer, u"locked_at_next_failure"_s);
    QCOMPARE(next[u"count"].toInt(), 4000);
    QCOMPARE(next[u"first"].toArray().size(), 10);
}

QTEST_GUILESS_MAIN(TestPolicyPreview)
#include "tst_policy_preview.moc"
