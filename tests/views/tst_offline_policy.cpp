// SPDX-License-Identifier: Apache-2.0
#include "tests/views/sample.h"
#include "views/policies/offline_verdicts.h"
#include "views/policies/policy_panel.h"
#include "views/policies/try_domain_dialog.h"
#include "views/widgets/message_bar.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace holdfast;
using namespace holdfast::views;
using namespace Qt::StringLiterals;

namespace {

contract::OfflinePolicy laptopPolicy()
{
    contract::OfflinePolicy policy;
    policy.id = u"1"_s;
    policy.name = u"Standard"_s;
    policy.enabled = true;
    policy.version = 2;
    return policy;
}

contract::LockoutPolicy lockoutPolicy()
{
    contract::LockoutPolicy policy;
    policy.id = u"1"_s;
    policy.name = u"Standard"_s;
    return policy;
}

contract::OfflineVerdicts someVerdicts()
{
    contract::OfflineVerdicts answer;
    for (int pin = 4; pin <= 8; ++pin) {
        answer.verdicts.push_back({u"pinBeforeCode"_s, pin, pin + 6, true, u"long_enough"_s, {}});
    }
    answer.verdicts.push_back({u"pinless"_s, 0, 6, false, u"pinless_not_allowed"_s, u"allowPinless"_s});
    return answer;
}

} // namespace

// The offline policy while it is edited, and the two ways to try a change.
class tst_OfflinePolicy final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { sample::failOnWarnings(); }

    void theTableOfVerdictsStandsBesideTheSettings()
    {
        sample::Stage stage;
        stage.transport.on(u"GET /policies/lockout/1"_s, contract::toJson(lockoutPolicy()));
        stage.transport.on(u"GET /policies/offline/1"_s, contract::toJson(laptopPolicy()));
        stage.transport.on(u"POST /policies/offline/verdicts"_s, contract::toJson(someVerdicts()));
        stage.transport.fail(u"GET /policies/offline/1/trial"_s, contract::ErrorKind::NotFound,
                             u"trial_unknown"_s);
        PolicyPanel panel(stage.workspace());
        panel.resize(700, 800);
        panel.show();
        panel.setDomain(sample::domain(u"/Sales"_s));
        panel.chooseType(contract::PolicyType::Offline);
        QTRY_VERIFY(panel.verdicts()->isVisible());
        QCOMPARE(panel.verdicts()->table()->model()->rowCount(), 2);
        QVERIFY(panel.verdicts()->hint().startsWith(u"5 of 6"_s));
        // What no PIN changes is one cell, and says so.
        QCOMPARE(panel.verdicts()->table()->columnSpan(1, 1), 5);
        QCOMPARE(panel.verdicts()->table()->model()->index(1, 1).data().toString(), u"6, without a PIN"_s);
        const int line = panel.verdicts()->table()->fontMetrics().height();
        QTRY_VERIFY(panel.verdicts()->table()->rowHeight(0) >= line + 12); // room above and below
        QCOMPARE(panel.verdicts()->table()->rowHeight(1), panel.verdicts()->table()->rowHeight(0));
        panel.resize(1200, 800); // beside rather than among them
        QTRY_VERIFY(panel.verdicts()->isVisible());
        panel.chooseType(contract::PolicyType::Lockout);
        QTRY_VERIFY(!panel.verdicts()->isVisible());
        QVERIFY(!panel.reportOnlyButton()->isVisible());
    }

    void changesAreReportedOnlyOrTriedInOneDomain()
    {
        sample::Stage stage;
        stage.transport.on(u"GET /policies/lockout/1"_s, contract::toJson(lockoutPolicy()));
        stage.transport.on(u"GET /policies/offline/1"_s, contract::toJson(laptopPolicy()));
        stage.transport.on(u"POST /policies/offline/verdicts"_s, contract::toJson(someVerdicts()));
        stage.transport.fail(u"GET /policies/offline/1/trial"_s, contract::ErrorKind::NotFound,
                             u"trial_unknown"_s);
        contract::OfflinePolicyTrial trial;
        trial.policyId = u"1"_s;
        trial.draft = laptopPolicy();
        trial.since = sample::now;
        trial.author = u"root"_s;
        trial.differing = 3;
        stage.transport.on(u"POST /policies/offline/1/trial"_s, contract::toJson(trial));
        contract::OfflinePolicy made = laptopPolicy();
        made.id = u"8"_s;
        stage.transport.on(u"POST /policies/offline"_s, contract::toJson(made));
        stage.transport.on(u"PATCH /domains/2"_s, contract::toJson(sample::domain(u"/Sales"_s)));
        stage.transport.on(u"POST /policies/offline/1/preview"_s,
                           contract::toJson(contract::PolicyPreview {}));
        contract::SecurityDomain sales = sample::domain(u"/Sales"_s);
        sales.userCount = 40;
        contract::SecurityDomain below = sample::domain(u"/Sales/EMEA"_s); // inherits from it
        below.id = u"3"_s;
        below.parentId = sales.id;
        below.userCount = 12;
        below.offline.effective.policyId = u"9"_s; // so that one alone can be chosen
        contract::SecurityDomain other = below; // goes its own way
        other.id = u"4"_s;
        other.offline.source = contract::PolicySource::Own;
        stage.transport.on(u"GET /domains"_s,
                           sample::list(std::vector {sample::domain(u"/"_s), sales, below, other}, 4));
        PolicyPanel panel(stage.workspace());
        panel.resize(700, 800);
        panel.show();
        panel.setDomain(sample::domain(u"/Sales"_s));
        panel.chooseType(contract::PolicyType::Offline);
        QTRY_VERIFY(panel.reportOnlyButton()->isVisible());
        QVERIFY(!panel.reportOnlyButton()->isEnabled()); // nothing is edited
        const auto edit = [&] {
            panel.model().edit<contract::OfflinePolicy>(
                [](contract::OfflinePolicy& policy) { policy.offlineDays = 7; });
        };
        edit();
        QVERIFY(panel.reportOnlyButton()->isEnabled());
        QSignalSpy told(&panel, &PolicyPanel::message);
        panel.reportOnlyButton()->click();
        QTRY_VERIFY(panel.trialBar()->text().contains(u"3 decision(s) differently"_s));
        QVERIFY(!panel.model().isDirty());
        QVERIFY(told.isEmpty()); // the bar says it already

        edit();
        panel.tryDomainButton()->click();
        auto* dialog = panel.findChild<TryDomainDialog*>();
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->domains()->count(), 1); // not the root
        QCOMPARE(dialog->domains()->currentIndex(), -1);
        QVERIFY(!dialog->primaryButton()->isEnabled());
        QCOMPARE(dialog->domains()->itemText(0), u"/Sales (52 person(s))"_s);
        dialog->domains()->setCurrentIndex(0);
        dialog->primaryButton()->click();
        QTRY_COMPARE(stage.transport.requests(u"PATCH /domains/2"_s).size(), 1);
        QCOMPARE(stage.transport.lastBody(u"POST /policies/offline"_s).value(u"offlineDays"_s).toInt(), 7);
        const QJsonObject choice =
            stage.transport.lastBody(u"PATCH /domains/2"_s).value(u"offline"_s).toObject();
        QCOMPARE(choice.value(u"policyId"_s).toString(), u"8"_s);
        QTRY_VERIFY(!panel.model().isDirty());
    }
};

QTEST_MAIN(tst_OfflinePolicy)
#include "tst_offline_policy.moc"
