// SPDX-License-Identifier: Apache-2.0
#include "services/contract/offline.h"
#include "tests/views/sample.h"
#include "views/emergency/code_display.h"
#include "views/shell/locator.h"
#include "views/shell/shell.h"
#include "views/users/offline_code_dialog.h"
#include "views/users/offline_explain_dialog.h"
#include "views/users/user_card.h"
#include "views/users/users_page.h"
#include "views/verification/verification_dialog.h"
#include "views/widgets/message_bar.h"
#include "views/widgets/pick_list.h"
#include "views/widgets/status_chip.h"
#include "views/workstations/challenge_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

#include <algorithm>

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

void answerReading(sample::Stage& stage,
                   contract::OfflineRefill replacedBy = contract::OfflineRefill::Contact)
{
    contract::OfflineEmergencyReading reading;
    reading.code = contract::Secret(u"40213377"_s);
    reading.replaces = CodeReplaces::Tokencode;
    reading.workstationName = u"LAPTOP-7"_s;
    reading.replacedBy = replacedBy;
    reading.expiresAt = sample::now + std::chrono::hours(24 * 6);
    stage.transport.on(u"POST /offline-sets/1/emergency-codes"_s, contract::toJson(reading));
}

bool saysLabel(const QWidget* place, const QString& part)
{
    const auto labels = place->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->text().contains(part); });
}

QPushButton* buttonSaying(const QWidget* place, const QString& text)
{
    const auto buttons = place->findChildren<QPushButton*>();
    const auto found = std::find_if(buttons.begin(), buttons.end(), [&](const QPushButton* button) {
        return button->isVisible() && button->text() == text;
    });
    return found == buttons.end() ? nullptr : *found;
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
        QVERIFY(dialog->usage().contains(u"when the workstation is in touch again"_s));
        QCOMPARE(dialog->code()->spelledText(), u"Four · Zero · Two · One · Three · Three · Seven · Seven"_s);
        const QJsonObject sent = stage.transport.lastBody(u"POST /offline-sets/1/emergency-codes"_s);
        QCOMPARE(sent.value(u"replaces"_s).toString(), u"tokencode"_s);
        QVERIFY(!sent.value(u"reason"_s).toString().isEmpty());
        dialog->close();
    }

    void whatALogonAloneRenewsKeepsItsCodeUntilThen()
    {
        sample::Stage stage;
        answerReading(stage, contract::OfflineRefill::Logon);
        contract::UserCard card = cardWithCodes();
        card.offline.front().refill = contract::OfflineRefill::Logon;
        auto* dialog = new OfflineCodeDialog(stage.workspace(), card, nullptr);
        dialog->show();
        dialog->button(CodeReplaces::Tokencode)->click();
        QTRY_VERIFY(!dialog->usage().isEmpty());
        QVERIFY(dialog->usage().contains(u"until the next logon there"_s));
        QVERIFY(saysLabel(dialog, u"In place of the token's code"_s));
        QPushButton* copy = buttonSaying(dialog, u"Copy"_s);
        QVERIFY(copy);
        copy->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"40213377"_s);
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
        QVERIFY(!dialog->button(CodeReplaces::Tokencode)->isVisible());
        QVERIFY(!dialog->challengeButton()->isVisible()); // off in the policy
        QVERIFY(!saysLabel(dialog, u"already has this code"_s));
        QVERIFY(dialog->advice(CodeReplaces::Passcode).contains(u"No workstation"_s));
        QVERIFY(saysLabel(dialog, u"No workstation"_s));
        QTest::keyClick(dialog, Qt::Key_1);
        QVERIFY(dialog->usage().isEmpty());
        dialog->close();

        contract::UserCard allowed = sample::card(u"1"_s);
        allowed.policies.offline.enabled = true;
        allowed.policies.offline.allowChallenges = true;
        auto* other = new OfflineCodeDialog(stage.workspace(), allowed, nullptr);
        QSignalSpy challenge(other, &OfflineCodeDialog::challengeChosen);
        other->show();
        QVERIFY(other->challengeButton()->isVisible());
        QTest::keyClick(other, Qt::Key_1);
        QCOMPARE(challenge.size(), 1);

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
        QVERIFY(saysLabel(&card, u"emergency codes inside: for token, for PIN"_s));
        QSignalSpy link(&card, &UserCard::linkActivated);
        for (QPushButton* button : card.findChildren<QPushButton*>()) {
            if (button->text() == u"LAPTOP-7"_s) {
                button->click();
            }
        }
        QCOMPARE(link.size(), 1);
        QCOMPARE(link.first().first().value<Link>().item, u"w1"_s);
    }

    void whatIsVoidIsToldToWorkUntilTheNextContact()
    {
        sample::Stage stage;
        contract::UserCard lost = cardWithCodes();
        lost.offline.front().state = contract::OfflineSetState::Void;
        lost.offline.front().stateReason = u"token_disabled"_s;
        stage.transport.on(u"GET /users/1/card"_s, contract::toJson(lost));
        UserCard card(stage.workspace());
        card.show();
        card.setUser(u"1"_s);
        QTRY_COMPARE(card.model().state(), models::UserCardModel::State::Ready);
        QVERIFY(saysLabel(&card, u"works there until its next contact, at most until"_s));
        QVERIFY(saysLabel(&card, u"emergency codes inside: for token, for PIN"_s));
        const auto chips = card.findChildren<StatusChip*>();
        QVERIFY(std::any_of(chips.begin(), chips.end(), [](const StatusChip* chip) {
            return chip->status().text == u"To be removed"_s;
        }));
    }

    void theCardFitsItsPane()
    {
        sample::Stage stage;
        stage.transport.on(u"GET /users/1/card"_s, contract::toJson(cardWithCodes()));
        UserCard card(stage.workspace());
        card.resize(425, 800);
        card.show();
        card.setUser(u"1"_s);
        QTRY_COMPARE(card.model().state(), models::UserCardModel::State::Ready);
        const auto areas = card.findChildren<QScrollArea*>();
        const auto found = std::find_if(areas.begin(), areas.end(), [](const QScrollArea* area) {
            return area->accessibleName() == u"User card"_s;
        });
        QVERIFY(found != areas.end());
        const QScrollArea* area = *found;
        QVERIFY2(area->widget()->minimumSizeHint().width() <= 360,
                 qPrintable(QString::number(area->widget()->minimumSizeHint().width())));
        const auto rightmost = [area] { // once they are laid out
            int right = 0;
            for (const QPushButton* button : area->widget()->findChildren<QPushButton*>()) {
                const int end = button->mapTo(area->viewport(), QPoint(button->width(), 0)).x();
                right = button->isVisible() ? std::max(right, end) : right;
            }
            return right;
        };
        QTRY_VERIFY2(rightmost() <= area->viewport()->width(), qPrintable(QString::number(rightmost())));
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
        }
        const auto widest = [&card] { // once they are laid out
            int width = 0;
            for (const QPushButton* button : card.findChildren<QPushButton*>()) {
                width =
                    button->accessibleName().startsWith(u"WWW"_s) ? std::max(width, button->width()) : width;
            }
            return width;
        };
        QTRY_VERIFY2(widest() < 320, qPrintable(QString::number(widest())));
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
        check.origin = contract::PolicyOrigin {u"1"_s, u"Standard"_s, contract::OriginKind::Default, {}};
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
        QCOMPARE(dialog->where()->count(), 2); // any, and another one
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier); // nothing that changes for others
        QTest::qWait(50);
        QCOMPARE(stage.transport.requests(u"PUT /policies/offline/1"_s).size(), 0);
        QVERIFY(saysLabel(dialog, u"In “Standard”: for every domain without its own"_s));
        QPushButton* on = buttonSaying(dialog, u"Turn offline logon on"_s);
        QVERIFY(on);
        on->click();
        QTRY_COMPARE(stage.transport.requests(u"PUT /policies/offline/1"_s).size(), 1);
        QTRY_VERIFY(stage.transport.requests(u"GET /users/1/offline-explain"_s).size() >= 2);
        dialog->close();
    }

    void anotherWorkstationIsLookedFor()
    {
        sample::Stage stage;
        contract::OfflineExplanation explanation;
        explanation.userId = u"1"_s;
        explanation.at = sample::now;
        stage.transport.on(u"GET /users/1/offline-explain"_s, contract::toJson(explanation));
        UserCard card(stage.workspace());
        card.show();
        card.setUser(u"1"_s);
        QTRY_COMPARE(card.model().state(), models::UserCardModel::State::Ready);
        card.explainOffline();
        auto* dialog = card.findChild<OfflineExplainDialog*>();
        QTRY_COMPARE(dialog->model().state(), models::OfflineExplanationModel::State::Ready);
        QVERIFY(!dialog->pick());
        dialog->where()->setCurrentIndex(dialog->where()->count() - 1);
        QVERIFY(dialog->pick() && dialog->pick()->isVisible());
        QTRY_VERIFY(dialog->pick()->table()->model()->rowCount() > 0);
        dialog->pick()->table()->selectRow(0);
        QTRY_COMPARE(dialog->model().workstation(), dialog->pick()->chosenId());
        QVERIFY(!dialog->model().workstation().isEmpty());
        dialog->where()->setCurrentIndex(0);
        QVERIFY(!dialog->pick()->isVisible());
        QVERIFY(dialog->model().workstation().isEmpty());
        dialog->close();
    }

    void whatTheScreenSaysIsAskedForAfterTheRefusal()
    {
        sample::Stage stage;
        contract::UserCard card = cardWithCodes();
        stage.transport.on(u"GET /users/1/card"_s, contract::toJson(card));
        contract::Workstation laptop;
        laptop.id = u"w1"_s;
        laptop.name = u"LAPTOP-7"_s;
        stage.transport.fail(u"POST /workstations/w1/responses"_s, contract::ErrorKind::Conflict,
                             u"data_held"_s);
        auto* dialog = new ChallengeDialog(stage.workspace(), laptop, nullptr);
        dialog->show();
        QTRY_VERIFY(dialog->pick()->table()->model()->rowCount() > 0);
        dialog->pick()->table()->selectRow(0);
        dialog->challenge()->setText(u"K7MPX-2QR4T"_s);
        dialog->reason()->setText(u"INC-1"_s);
        QVERIFY(!dialog->dataLost()->isVisible());
        QTRY_VERIFY(dialog->primaryButton()->isEnabled());
        dialog->primaryButton()->click();
        QTRY_VERIFY(dialog->dataLost()->isVisible());
        dialog->dataLost()->setChecked(true);
        contract::ChallengeResponse answer;
        answer.response = contract::Secret(u"40213377"_s);
        answer.expiresAt = sample::now + std::chrono::hours(1);
        stage.transport.on(u"POST /workstations/w1/responses"_s, contract::toJson(answer));
        dialog->primaryButton()->click();
        QTRY_VERIFY(saysLabel(dialog, u"For Ada Winter at LAPTOP-7"_s));
        QVERIFY(stage.transport.lastBody(u"POST /workstations/w1/responses"_s).value(u"dataLost"_s).toBool());
        dialog->close();
    }
};

QTEST_MAIN(tst_Offline)
#include "tst_offline.moc"
