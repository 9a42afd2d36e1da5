// SPDX-License-Identifier: Apache-2.0
#include "services/contract/offline.h"
#include "tests/views/sample.h"
#include "views/emergency/code_display.h"
#include "views/policies/offline_verdicts.h"
#include "views/policies/policy_panel.h"
#include "views/policies/try_domain_dialog.h"
#include "views/readiness/figures_line.h"
#include "views/readiness/readiness_bar.h"
#include "views/readiness/readiness_dialogs.h"
#include "views/readiness/readiness_page.h"
#include "views/shell/locator.h"
#include "views/shell/shell.h"
#include "views/users/offline_code_dialog.h"
#include "views/users/offline_explain_dialog.h"
#include "views/users/user_card.h"
#include "views/users/users_page.h"
#include "views/verification/verification_dialog.h"
#include "views/widgets/message_bar.h"
#include "views/widgets/table_pane.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace holdfast;
using namespace holdfast::views;
using namespace Qt::StringLiterals;
using contract::CodeReplaces;

namespace {

contract::UserCard cardWithCodes()
{
    contract::UserCard card = sample::card(u"1"_s);
    card.offline = {sample::offlineSet(u"1"_s, u"LAPTOP-7"_s)};
    card.policies.offline.enabled = true;
    return card;
}

void answerReading(sample::Stage& stage)
{
    contract::OfflineEmergencyReading reading;
    reading.code = contract::Secret(u"40213377"_s);
    reading.replaces = CodeReplaces::Tokencode;
    reading.workstationName = u"LAPTOP-7"_s;
    reading.expiresAt = sample::now + std::chrono::hours(24 * 6);
    stage.transport.on(u"POST /offline-sets/1/emergency-codes"_s, contract::toJson(reading));
}

bool saysLabel(const QWidget* place, const QString& part)
{
    const auto labels = place->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->text().contains(part); });
}

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

class tst_Offline final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { sample::failOnWarnings(); }

    void threeKeysAfterAFragmentReadACodeOut()
    {
        sample::Stage stage;
        stage.transport.on(u"GET /users/1/card"_s, contract::toJson(cardWithCodes()));
        answerReading(stage);
        Shell shell(stage.workspace());
        shell.show();
        shell.openPage(u"overview"_s);
        shell.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shell));
        shell.openLocator();
        auto* locator = shell.findChild<Locator*>();
        QTest::keyClicks(locator->field(), u"ada"_s);
        QTRY_VERIFY(locator->model().rowCount() > 0 && !locator->model().isSearching());
        QTest::keyClick(locator->field(), Qt::Key_Return); // 1
        auto* page = qobject_cast<UsersPage*>(shell.currentPage());
        QVERIFY(page);
        QTRY_COMPARE(page->card()->model().state(), models::UserCardModel::State::Ready);
        QTest::keyClick(page, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier); // 2
        auto* dialog = page->card()->findChild<OfflineCodeDialog*>();
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_1); // 3
        QTRY_VERIFY(!dialog->usage().isEmpty());
        QVERIFY(dialog->usage().contains(u"LAPTOP-7 alone"_s));
        QCOMPARE(dialog->code()->spelledText(), u"Four · Zero · Two · One · Three · Three · Seven · Seven"_s);
        const QJsonObject sent = stage.transport.lastBody(u"POST /offline-sets/1/emergency-codes"_s);
        QCOMPARE(sent.value(u"replaces"_s).toString(), u"tokencode"_s);
        QVERIFY(!sent.value(u"reason"_s).toString().isEmpty());
        dialog->close();
    }

    void aLongCodeIsSpelledWhole()
    {
        CodeDisplay display;
        display.setSpelling(true);
        display.setCodes({contract::Secret(u"40213377"_s)});
        display.resize(400, 100);
        const QWidget& widget = display;
        const int oneLine = widget.minimumSizeHint().height();
        display.setCodes({contract::Secret(u"WNQMWNQMWN"_s)});
        QVERIFY(widget.minimumSizeHint().height() > oneLine);
    }

    void digitsInTheReasonAreTyped()
    {
        sample::Stage stage;
        answerReading(stage);
        auto* dialog = new OfflineCodeDialog(stage.workspace(), cardWithCodes(), nullptr);
        dialog->show();
        auto* reason = dialog->findChild<QLineEdit*>();
        reason->setFocus();
        QTest::keyClicks(reason, u"INC-12"_s);
        QCOMPARE(reason->text(), u"INC-12"_s);
        QVERIFY(stage.transport.requests(u"POST /offline-sets/1/emergency-codes"_s).isEmpty());
        dialog->button(CodeReplaces::Tokencode)->click();
        QTRY_VERIFY(!dialog->usage().isEmpty());
        QCOMPARE(
            stage.transport.lastBody(u"POST /offline-sets/1/emergency-codes"_s).value(u"reason"_s).toString(),
            u"INC-12"_s);
        dialog->close();
    }

    void whereNothingIsHeldItSaysWhatToDo()
    {
        sample::Stage stage;
        auto* dialog = new OfflineCodeDialog(stage.workspace(), sample::card(u"1"_s), nullptr);
        dialog->show();
        QVERIFY(!dialog->button(CodeReplaces::Tokencode)->isEnabled());
        QVERIFY(dialog->advice(CodeReplaces::Passcode).contains(u"No workstation"_s));
        QVERIFY(saysLabel(dialog, u"No workstation"_s));
        QTest::keyClick(dialog, Qt::Key_1);
        QVERIFY(dialog->usage().isEmpty());
        dialog->close();

        contract::UserCard expired = cardWithCodes();
        expired.tokens.front().state = contract::TokenState::Expired;
        expired.offline.front().state = contract::OfflineSetState::Expired;
        expired.offline.front().stateReason = u"expired"_s;
        auto* second = new OfflineCodeDialog(stage.workspace(), expired, nullptr);
        QSignalSpy cure(second, &OfflineCodeDialog::cureChosen);
        second->show();
        QVERIFY(saysLabel(second, u"Assign a new token first"_s));
        for (QPushButton* button : second->findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == u"Replace token…"_s) {
                button->click();
                break;
            }
        }
        QCOMPARE(cure.size(), 1);
    }

    void anUnverifiedCallerIsVerifiedFirst()
    {
        sample::Stage stage;
        contract::UserCard card = cardWithCodes();
        card.verification.emplace();
        card.verification->requirements = {
            {.action = contract::GuardedAction::OfflineAccess, .points = 100, .open = false}};
        stage.transport.on(u"GET /users/1/card"_s, contract::toJson(card));
        UserCard shown(stage.workspace());
        shown.show();
        shown.setUser(u"1"_s);
        QTRY_COMPARE(shown.model().state(), models::UserCardModel::State::Ready);
        shown.readOfflineCode();
        QVERIFY(!shown.findChild<OfflineCodeDialog*>());
        auto* dialog = shown.findChild<VerificationDialog*>();
        QVERIFY(dialog);
        dialog->close();
    }

    void theCardTellsWhatWorkstationsHold()
    {
        sample::Stage stage;
        stage.transport.on(u"GET /users/1/card"_s, contract::toJson(cardWithCodes()));
        UserCard card(stage.workspace());
        card.show();
        card.setUser(u"1"_s);
        QTRY_COMPARE(card.model().state(), models::UserCardModel::State::Ready);
        QVERIFY(saysLabel(&card, u"emergency codes inside: tokencode, passcode"_s));
        QSignalSpy link(&card, &UserCard::linkActivated);
        for (QPushButton* button : card.findChildren<QPushButton*>()) {
            if (button->text() == u"LAPTOP-7"_s) {
                button->click();
            }
        }
        QCOMPARE(link.size(), 1);
        QCOMPARE(link.first().first().value<Link>().item, u"w1"_s);
    }

    void manyWorkstationsAndLongNamesLeaveTheCardWhole()
    {
        sample::Stage stage;
        contract::UserCard many = cardWithCodes();
        many.offline.clear();
        for (int i = 1; i <= 9; ++i) {
            many.offline.push_back(
                sample::offlineSet(QString::number(i), QString(100, u'W') + QString::number(i)));
        }
        stage.transport.on(u"GET /users/1/card"_s, contract::toJson(many));
        UserCard card(stage.workspace());
        card.resize(400, 800);
        card.show();
        card.setUser(u"1"_s);
        QTRY_COMPARE(card.model().state(), models::UserCardModel::State::Ready);
        QPushButton* more = nullptr;
        int named = 0;
        for (QPushButton* button : card.findChildren<QPushButton*>()) {
            more = button->text() == u"3 more workstation(s)"_s ? button : more;
            named += button->accessibleName().startsWith(u"WWW"_s) ? 1 : 0;
            QVERIFY2(!button->accessibleName().startsWith(u"WWW"_s) || button->width() < 320,
                     qPrintable(button->text()));
        }
        QCOMPARE(named, 6);
        QVERIFY(more);
        QSignalSpy link(&card, &UserCard::linkActivated);
        more->click();
        QCOMPARE(link.size(), 1);
        QCOMPARE(link.first().first().value<Link>().restriction, u"user"_s);
    }

    void whyNoOfflineDaysIsAnsweredAndCuredWithOneClick()
    {
        sample::Stage stage;
        contract::OfflineExplanation explanation;
        explanation.userId = u"1"_s;
        explanation.at = sample::now;
        contract::Check check;
        check.id = u"offline_enabled"_s;
        check.found = u"off"_s;
        check.detail = {{u"reason"_s, u"offline_disabled"_s}};
        contract::Cure cure;
        cure.action = contract::CardAction::ChangePolicy;
        cure.method = u"PUT"_s;
        cure.path = u"/api/v1/policies/offline/1"_s;
        cure.body = {{u"enabled"_s, true}};
        cure.permission = contract::Permission::EditPolicies;
        check.cure = cure;
        explanation.checks = {check};
        stage.transport.on(u"GET /users/1/offline-explain"_s, contract::toJson(explanation));
        stage.transport.on(u"PUT /policies/offline/1"_s, contract::toJson(laptopPolicy()));
        UserCard card(stage.workspace());
        card.show();
        card.setUser(u"1"_s);
        QTRY_COMPARE(card.model().state(), models::UserCardModel::State::Ready);
        card.explainOffline();
        auto* dialog = card.findChild<OfflineExplainDialog*>();
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->verdict(), u"No offline days: offline logon is off in the policy"_s);
        dialog->copyButton()->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"[FAILED] Offline logon is on: off"_s));
        QTRY_VERIFY(dialog->where()->count() == 2); // any, and the one that the service knows
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(stage.transport.requests(u"PUT /policies/offline/1"_s).size(), 1);
        QTRY_VERIFY(stage.transport.requests(u"GET /users/1/offline-explain"_s).size() >= 2);
        dialog->close();
    }

    void aSentenceOfTheBoardShowsJustThose()
    {
        sample::Stage stage;
        ReadinessPage page(stage.workspace());
        page.resize(1100, 700);
        page.show();
        page.opened();
        QTRY_VERIFY(page.figures()->button(u"endingBeforeMonday"_s));
        QCOMPARE(page.figures()->button(u"endingBeforeMonday"_s)->text(),
                 u"2 person(s) run out before Monday"_s);
        page.figures()->button(u"endingBeforeMonday"_s)->click();
        const auto filter = [&] {
            return stage.transport.requests(u"GET /offline-sets"_s)
                .last()
                .query.queryItemValue(u"filter"_s, QUrl::FullyDecoded);
        };
        QTRY_COMPARE(filter(), u"warning:\"endingBeforeMonday\""_s);
        page.pane()->table()->selectAll();
        QVERIFY(page.bar()->isVisible());
        page.figures()->button(u"ofLeavers"_s)->click();
        QTRY_COMPARE(filter(), u"leavers:\"yes\""_s);
        QTRY_VERIFY(!page.bar()->isVisible()); // what was chosen is not shown any more
        page.pane()->clearFilter();
        QTRY_VERIFY(filter().isEmpty());
        QSignalSpy link(&page, &ReadinessPage::linkActivated);
        page.figures()->button(u"silentWorkstations"_s)->click();
        QCOMPARE(link.size(), 1);
        QCOMPARE(link.first().first().value<Link>().page, u"workstations"_s);
    }

    void whatIsChosenOnTheBoardIsExtendedAndMailed()
    {
        sample::Stage stage;
        stage.transport.on(u"POST /offline-sets/1/extend"_s, QJsonObject {});
        stage.transport.fail(u"POST /offline-sets/2/extend"_s, contract::ErrorKind::Conflict, u"set_over"_s);
        ReadinessPage page(stage.workspace());
        page.resize(1100, 700);
        page.show();
        page.opened();
        QTRY_COMPARE(page.pane()->table()->model()->rowCount(), 2);
        QVERIFY(!page.bar()->isVisible());
        page.pane()->table()->selectAll();
        QVERIFY(page.bar()->isVisible());
        page.bar()->copyMail();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"Ada Winter, on LAPTOP-8"_s));
        page.bar()->extend();
        auto* dialog = page.findChild<ExtendDialog*>();
        QVERIFY(dialog);
        QVERIFY(!dialog->primaryButton()->isEnabled());
        dialog->days()->setValue(21);
        dialog->reason()->setText(u"Ship"_s);
        QSignalSpy message(&page, &ReadinessPage::message);
        dialog->primaryButton()->click();
        QTRY_COMPARE(message.size(), 1);
        QCOMPARE(stage.transport.lastBody(u"POST /offline-sets/1/extend"_s).value(u"days"_s).toInt(), 21);
        QVERIFY(message.first().at(1).toString().contains(u"over or revoked"_s));
    }

    void whatIsNotLoadedIsNotTakenForAll()
    {
        sample::Stage stage;
        stage.transport.on(u"GET /offline-sets"_s, [](const auto& request) {
            QJsonObject page = sample::list(std::vector {sample::offlineSet(u"1"_s, u"LAPTOP-7"_s)}, 900);
            page.insert(u"next"_s, u"x"_s);
            return request.query.hasQueryItem(u"at"_s) || request.query.hasQueryItem(u"after"_s)
                ? FakeTransport::json({{u"items"_s, QJsonArray {}}})
                : FakeTransport::json(page);
        });
        ReadinessPage page(stage.workspace());
        page.resize(1100, 700);
        page.show();
        page.opened();
        QTRY_VERIFY(page.pane()->table()->model()->rowCount() > 1); // of which one is loaded
        page.pane()->table()->selectAll();
        QSignalSpy message(&page, &ReadinessPage::message);
        page.bar()->renew();
        QCOMPARE(message.size(), 1);
        QVERIFY(message.first().at(1).toString().contains(u"narrow the list"_s));
        page.bar()->extend();
        QVERIFY(!page.findChild<ExtendDialog*>());
        QVERIFY(stage.transport.requests(u"POST /offline-sets/1/renew"_s).isEmpty());
    }

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
        panel.reportOnlyButton()->click();
        QTRY_VERIFY(panel.trialBar()->text().contains(u"3 decision(s)"_s));
        QVERIFY(!panel.model().isDirty());

        edit();
        panel.tryDomainButton()->click();
        auto* dialog = panel.findChild<TryDomainDialog*>();
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->domains()->count(), 1); // not the root
        dialog->primaryButton()->click();
        QTRY_COMPARE(stage.transport.requests(u"PATCH /domains/2"_s).size(), 1);
        QCOMPARE(stage.transport.lastBody(u"POST /policies/offline"_s).value(u"offlineDays"_s).toInt(), 7);
        const QJsonObject choice =
            stage.transport.lastBody(u"PATCH /domains/2"_s).value(u"offline"_s).toObject();
        QCOMPARE(choice.value(u"policyId"_s).toString(), u"8"_s);
        QTRY_VERIFY(!panel.model().isDirty());
    }
};

QTEST_MAIN(tst_Offline)
#include "tst_offline.moc"
