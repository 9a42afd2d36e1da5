// SPDX-License-Identifier: Apache-2.0
#include "tests/support/api_fixture.h"

#include <QJsonArray>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using holdfast::testing::ApiAnswer;
using holdfast::testing::ApiFixture;

class TestPolicyVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_api = std::make_unique<ApiFixture>();
        const ApiAnswer made = m_api->post(u"/policies/lockout"_s, {{u"name"_s, u"Strict"_s}});
        QCOMPARE(made.status, 201);
        m_path = u"/policies/lockout/"_s + made.text("id");
        m_policy = made.json;
    }
    void cleanup() { m_api.reset(); }

    void everyChangeIsAVersionWithAuthorTimeAndDifference();
    void whatTheServiceSetUpIsTheFirstVersion();
    void becomingTheDefaultIsAVersionOfBoth();
    void anEarlierVersionIsRestoredAsANewOne();
    void restoringWantsTheVersionThatIsCurrent();
    void aVersionThatIsNotThereIsNotFound();
    void onlyWhoMayEditMayRestore();
    void theHistoryIsRead();
    void anEffectivePolicyIsToldWithItsOrigin();

private:
    void save(int failures)
    {
        m_policy[u"maxFailures"_s] = failures;
        QCOMPARE(m_api->put(m_path, m_policy).status, 200);
    }
    ApiAnswer restore(int number, const QByteArray& etag, const QByteArray& session = {})
    {
        const testing::ApiHeaders headers =
            etag.isEmpty() ? testing::ApiHeaders {} : testing::ApiHeaders {{"If-Match", etag}};
        return m_api->call("POST", u"/api/v1%1/versions/%2/restore"_s.arg(m_path).arg(number), {},
                           session.isEmpty() ? m_api->adminToken() : session, headers);
    }
    std::unique_ptr<ApiFixture> m_api;
    QString m_path;
    QJsonObject m_policy;
};

void TestPolicyVersions::everyChangeIsAVersionWithAuthorTimeAndDifference()
{
    m_api->clock.advance(std::chrono::minutes(5));
    save(3);
    const QJsonArray versions = m_api->get(m_path + u"/versions"_s).items();
    QCOMPARE(versions.size(), 2);
    QCOMPARE(versions[0][u"number"].toInt(), 2);
    QCOMPARE(versions[0][u"author"].toString(), u"admin"_s);
    QCOMPARE(versions[0][u"at"].toString(), u"2026-06-01T08:05:00.000Z"_s);
    QCOMPARE(versions[0][u"current"].toBool(), true);
    QCOMPARE(versions[0][u"changes"].toObject(), (QJsonObject {{u"maxFailures"_s, QJsonArray {5, 3}}}));
    QCOMPARE(versions[0][u"settings"][u"maxFailures"].toInt(), 3);
    QCOMPARE(versions[1][u"settings"][u"maxFailures"].toInt(), 5);
    QCOMPARE(versions[1][u"current"].toBool(), false);
    QVERIFY(versions[1][u"changes"].toObject().isEmpty());
    QVERIFY(!versions[1][u"settings"].toObject().contains(u"version"));
}

void TestPolicyVersions::whatTheServiceSetUpIsTheFirstVersion()
{
    for (const QString& type : {u"lockout"_s, u"token"_s, u"offline"_s}) {
        const QString id = m_api->get(u"/policies/%1"_s.arg(type)).items()[0][u"id"].toString();
        const QJsonArray versions = m_api->get(u"/policies/%1/%2/versions"_s.arg(type, id)).items();
        QCOMPARE(versions.size(), 1);
        QVERIFY(versions[0][u"current"].toBool());
    }
}

void TestPolicyVersions::becomingTheDefaultIsAVersionOfBoth()
{
    QCOMPARE(m_api->post(m_path + u"/make-default"_s).status, 200);
    const QJsonArray versions = m_api->get(m_path + u"/versions"_s).items();
    QCOMPARE(versions[0][u"changes"].toObject(), (QJsonObject {{u"isDefault"_s, QJsonArray {false, true}}}));
    for (const auto& policy : m_api->get(u"/policies/lockout"_s).items()) {
        const QString path = u"/policies/lockout/%1/versions"_s.arg(policy[u"id"].toString());
        QCOMPARE(m_api->get(path).items()[0][u"number"].toInt(), policy[u"version"].toInt());
        QCOMPARE(m_api->get(path).items()[0][u"isDefault"].toBool(), policy[u"isDefault"].toBool());
    }
}

void TestPolicyVersions::anEarlierVersionIsRestoredAsANewOne()
{
    save(3);
    const ApiAnswer restored = restore(1, m_api->get(m_path).etag());
    QCOMPARE(restored.status, 200);
    QCOMPARE(restored.json[u"maxFailures"].toInt(), 5);
    QCOMPARE(restored.json[u"version"].toInt(), 3);
    QCOMPARE(restored.etag(), QByteArray("\"3\""));
    const QJsonArray versions = m_api->get(m_path + u"/versions"_s).items();
    QCOMPARE(versions.size(), 3);
    QCOMPARE(versions[0][u"restoredFrom"].toInt(), 1);
    QCOMPARE(versions[0][u"changes"].toObject(), (QJsonObject {{u"maxFailures"_s, QJsonArray {3, 5}}}));
    const contract::Event event = m_api->events(u"UPDATE_LOCKOUT_POLICY"_s).back();
    QCOMPARE(event.detail[u"action"].toString(), u"restore"_s);
    QCOMPARE(event.detail[u"changes"][u"maxFailures"].toArray(), (QJsonArray {3, 5}));
    QCOMPARE(event.sentence, u"admin restored version 1 of the lockout policy \"Strict\""_s);
}

void TestPolicyVersions::restoringWantsTheVersionThatIsCurrent()
{
    const QByteArray old = m_api->get(m_path).etag();
    save(3);
    QCOMPARE(restore(1, {}).status, 428);
    QCOMPARE(restore(1, old).status, 412);
    QCOMPARE(m_api->get(m_path).json[u"maxFailures"].toInt(), 3);
}

void TestPolicyVersions::aVersionThatIsNotThereIsNotFound()
{
    QCOMPARE(restore(9, m_api->get(m_path).etag()).code(), u"policy_version_unknown"_s);
    QCOMPARE(m_api->get(u"/policies/lockout/4711/versions"_s).code(), u"policy_unknown"_s);
    // Versions end with their policy.
    QCOMPARE(m_api->remove(m_path).status, 204);
    QCOMPARE(m_api->get(m_path + u"/versions"_s).status, 404);
}

void TestPolicyVersions::onlyWhoMayEditMayRestore()
{
    save(3);
    const QByteArray etag = m_api->get(m_path).etag();
    const QByteArray auditor = m_api->sessionWithRole(contract::Role::Auditor);
    QCOMPARE(restore(1, etag, auditor).status, 403);
    QCOMPARE(m_api->call("GET", u"/api/v1"_s + m_path + u"/versions"_s, {}, auditor).status, 200);
    m_api->makeDomain(u"Sales"_s);
    const QByteArray below = m_api->sessionWithRole(contract::Role::SuperAdministrator, u"/Sales"_s);
    QCOMPARE(restore(1, etag, below).code(), u"outside_scope"_s);
}

void TestPolicyVersions::theHistoryIsRead()
{
    for (int failures : {4, 3, 6, 7}) {
        save(failures);
    }
    QList<int> seen;
    QString path = m_path + u"/versions?limit=2"_s;
    for (int pages = 0; pages < 5; ++pages) {
        const ApiAnswer page = m_api->get(path);
        QCOMPARE(page.status, 200);
        for (const auto& version : page.items()) {
            seen << version[u"number"].toInt();
            QCOMPARE(version[u"changes"].toObject().isEmpty(), version[u"number"].toInt() == 1);
        }
        if (!page.json.contains(u"next")) {
            break;
        }
        path = m_path + u"/versions?limit=2&after="_s + page.text("next");
    }
    QCOMPARE(seen, (QList<int> {5, 4, 3, 2, 1}));
}

void TestPolicyVersions::anEffectivePolicyIsToldWithItsOrigin()
{
    const qint64 sales = m_api->makeDomain(u"Sales"_s);
    const qint64 emea = m_api->makeDomain(u"EMEA"_s, u"/Sales"_s);
    QCOMPARE(
        m_api
            ->patch(u"/domains/%1"_s.arg(sales),
                    {{u"lockout"_s, QJsonObject {{u"source"_s, u"own"_s}, {u"policyId"_s, m_policy[u"id"]}}}})
            .status,
        200);
    const QJsonObject policies = m_api->get(u"/domains/%1/effective-policies"_s.arg(emea)).json;
    QCOMPARE(policies[u"lockout"][u"name"].toString(), u"Strict"_s);
    QCOMPARE(policies[u"lockoutOrigin"][u"kind"].toString(), u"inherited"_s);
    QCOMPARE(policies[u"lockoutOrigin"][u"domain"].toString(), u"/Sales"_s);
    QCOMPARE(policies[u"tokenOrigin"][u"kind"].toString(), u"default"_s);
    QCOMPARE(m_api->get(u"/domains/4711/effective-policies"_s).code(), u"domain_unknown"_s);
}

QTEST_GUILESS_MAIN(TestPolicyVersions)
#include "tst_policy_versions.moc"
