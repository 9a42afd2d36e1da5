// SPDX-License-Identifier: Apache-2.0
#include "models/offline_trial_model.h"
#include "models/offline_verdicts_model.h"
#include "tests/support/fake_transport.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using client::Request;
using models::OfflineVerdictsModel;
using testing::FakeTransport;

namespace {

constexpr auto reporting = QAbstractItemModelTester::FailureReportingMode::QtTest;
const contract::Timestamp now = *contract::fromRfc3339(QStringLiteral("2026-06-04T12:00:00Z")); // a Thursday

contract::OfflineVerdicts verdictsOf(int minimum)
{
    contract::OfflineVerdicts answer;
    for (int pin = 4; pin <= 6; ++pin) {
        answer.verdicts.push_back({u"pinBeforeCode"_s, pin, pin + 6, pin + 6 >= minimum,
                                   pin + 6 >= minimum ? u"long_enough"_s : u"passcode_too_short"_s,
                                   u"minimumPasscodeLength"_s});
    }
    answer.verdicts.push_back(
        {u"pinpad"_s, 0, 8, false, u"pinpad_not_allowed"_s, u"allowPinpadOrSoftware"_s});
    return answer;
}

} // namespace

// What stands beside the settings of the offline policy while it is edited.
class OfflinePolicyModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_transport = std::make_unique<FakeTransport>();
        m_api = std::make_unique<client::ApiClient>(*m_transport);
    }
    void cleanup()
    {
        m_api.reset();
        m_transport.reset();
    }

    void verdictsFollowTheEdit();
    void verdictsOutliveAFaultyValueAndALostAnswer();
    void anOlderServiceHidesTheVerdicts();
    void aDraftIsReportedAndTheEditorGoesBack();

private:
    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<client::ApiClient> m_api;
};

void OfflinePolicyModelsTest::verdictsFollowTheEdit()
{
    contract::OfflinePolicy policy;
    policy.id = u"5"_s;
    policy.name = u"Laptops"_s;
    policy.enabled = true;
    policy.minimumPasscodeLength = 8;
    m_transport->on("GET", u"/policies/offline/5"_s, contract::toJson(policy));
    m_transport->on("POST", u"/policies/offline/verdicts"_s, [](const Request& request) {
        const auto body = *contract::parseObject(request.body.reveal().toByteArray());
        return contract::Result<client::Answer>(FakeTransport::json(
            contract::toJson(verdictsOf(body[QLatin1String("minimumPasscodeLength")].toInt()))));
    });
    models::PolicyEditModel edit(*m_api);
    OfflineVerdictsModel verdicts(*m_api, edit);
    verdicts.setDelay(std::chrono::milliseconds(1));
    QAbstractItemModelTester tester(&verdicts, reporting);
    edit.open(contract::PolicyType::Offline, u"5"_s);
    QTRY_COMPARE(verdicts.state(), OfflineVerdictsModel::State::Ready);
    QCOMPARE(verdicts.rowCount(), 2);
    QCOMPARE(verdicts.columnCount(), 5);
    QVERIFY(verdicts.index(0, 1).data(OfflineVerdictsModel::AllowedRole).toBool());
    QVERIFY(verdicts.isWide(1));
    QCOMPARE(verdicts.index(0, 0).data().toString(), u"PIN + 6-digit code"_s);
    QCOMPARE(verdicts.index(1, 1).data().toString(), u"8, whatever the PIN"_s);
    edit.edit<contract::OfflinePolicy>(
        [](contract::OfflinePolicy& edited) { edited.minimumPasscodeLength = 11; });
    QCOMPARE(verdicts.state(), OfflineVerdictsModel::State::Working);
    QTRY_COMPARE(verdicts.state(), OfflineVerdictsModel::State::Ready);
    QVERIFY(!verdicts.index(0, 1).data(OfflineVerdictsModel::AllowedRole).toBool());
    QVERIFY(verdicts.index(0, 2).data(OfflineVerdictsModel::AllowedRole).toBool());
    QCOMPARE(verdicts.index(0, 4).data().toString(), u"from a PIN of 5 on"_s);
    QVERIFY(verdicts.hint().startsWith(u"2 of 4"_s));
}

void OfflinePolicyModelsTest::verdictsOutliveAFaultyValueAndALostAnswer()
{
    contract::OfflinePolicy policy;
    policy.id = u"5"_s;
    policy.name = u"Laptops"_s;
    policy.minimumPasscodeLength = 8;
    m_transport->on("GET", u"/policies/offline/5"_s, contract::toJson(policy));
    QList<int> asked; // offline days
    m_transport->on("POST", u"/policies/offline/verdicts"_s, [&](const Request& request) {
        const auto body = *contract::parseObject(request.body.reveal().toByteArray());
        asked << body[QLatin1String("offlineDays")].toInt();
        if (asked.last() == 9) {
            return contract::Result<client::Answer>(
                FakeTransport::problem(contract::ErrorKind::Unavailable, "shutting_down"));
        }
        return contract::Result<client::Answer>(FakeTransport::json(contract::toJson(verdictsOf(8))));
    });
    models::PolicyEditModel edit(*m_api);
    OfflineVerdictsModel verdicts(*m_api, edit);
    verdicts.setDelay(std::chrono::milliseconds(1));
    edit.open(contract::PolicyType::Offline, u"5"_s);
    QTRY_COMPARE(verdicts.state(), OfflineVerdictsModel::State::Ready);
    const auto setDays = [&](int days) {
        edit.edit<contract::OfflinePolicy>(
            [days](contract::OfflinePolicy& edited) { edited.offlineDays = days; });
    };
    setDays(12);
    setDays(0); // while it waits to be asked
    QVERIFY(!edit.isValid());
    QTest::qWait(20);
    QVERIFY(!asked.contains(0));
    setDays(9);
    QTRY_VERIFY(asked.contains(9));
    QTRY_COMPARE(verdicts.state(), OfflineVerdictsModel::State::Nothing);
    setDays(11);
    QTRY_COMPARE(verdicts.state(), OfflineVerdictsModel::State::Ready);
}

void OfflinePolicyModelsTest::anOlderServiceHidesTheVerdicts()
{
    contract::OfflinePolicy policy;
    policy.id = u"5"_s;
    policy.name = u"Laptops"_s;
    m_transport->on("GET", u"/policies/offline/5"_s, contract::toJson(policy));
    models::PolicyEditModel edit(*m_api);
    OfflineVerdictsModel verdicts(*m_api, edit);
    models::OfflineTrialModel trial(*m_api, edit);
    edit.open(contract::PolicyType::Offline, u"5"_s);
    QTRY_COMPARE(verdicts.state(), OfflineVerdictsModel::State::Unavailable);
    QVERIFY(!trial.isSupported());
}

void OfflinePolicyModelsTest::aDraftIsReportedAndTheEditorGoesBack()
{
    contract::OfflinePolicy policy;
    policy.id = u"5"_s;
    policy.name = u"Laptops"_s;
    policy.offlineDays = 14;
    m_transport->on("GET", u"/policies/offline/5"_s, contract::toJson(policy));
    m_transport->on("GET", u"/policies/offline/5/trial"_s, [](const Request&) {
        return contract::Result<client::Answer>(
            FakeTransport::problem(contract::ErrorKind::NotFound, "trial_unknown"));
    });
    m_transport->on("POST", u"/policies/offline/5/trial"_s, [](const Request& request) {
        contract::OfflinePolicyTrial trial;
        trial.policyId = u"5"_s;
        trial.draft = *contract::fromJson<contract::OfflinePolicy>(
            *contract::parseObject(request.body.reveal().toByteArray()));
        trial.since = now;
        trial.author = u"robin"_s;
        return contract::Result<client::Answer>(FakeTransport::json(contract::toJson(trial)));
    });
    models::PolicyEditModel edit(*m_api);
    models::OfflineTrialModel trial(*m_api, edit);
    edit.open(contract::PolicyType::Offline, u"5"_s);
    QTRY_VERIFY(trial.isSupported());
    QVERIFY(!trial.trial());
    edit.edit<contract::OfflinePolicy>([](contract::OfflinePolicy& edited) { edited.offlineDays = 7; });
    trial.start();
    QTRY_VERIFY(trial.trial());
    QVERIFY(!edit.isDirty());
    QCOMPARE(
        trial.sentence(now),
        u"Trial of a draft by robin, begun just now. So far it would have decided nothing differently."_s);
    trial.take();
    QVERIFY(edit.isDirty());
    QCOMPARE(std::get<contract::OfflinePolicy>(edit.policy()).offlineDays, 7);
}

QTEST_GUILESS_MAIN(OfflinePolicyModelsTest)
#include "tst_offline_policy.moc"
