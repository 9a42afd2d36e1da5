// SPDX-License-Identifier: Apache-2.0
#include "tests/views/sample.h"
#include "views/emergency/code_display.h"
#include "views/emergency/emergency_dialog.h"
#include "views/shell/locator.h"
#include "views/shell/shell.h"
#include "views/users/call_bar.h"
#include "views/users/card_verdict.h"
#include "views/users/user_card.h"
#include "views/users/users_page.h"
#include "views/verification/approvals_dialog.h"
#include "views/verification/caller_questions_dialog.h"
#include "views/verification/verification_dialog.h"
#include "views/widgets/clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

using namespace holdfast;
using namespace holdfast::views;
using namespace Qt::StringLiterals;
using contract::ApprovalState;
using contract::CallerVerification;
using contract::GuardedAction;
using contract::VerificationMethod;

namespace {

CallerVerification closedState(bool approval = false)
{
    CallerVerification state;
    state.userId = u"1"_s;
    state.methods = {VerificationMethod::TokenCode, VerificationMethod::CallBack, VerificationMethod::Manager,
                     VerificationMethod::Questions};
    state.requirements = {{GuardedAction::Unlock, 0, false, true},
                          {GuardedAction::ClearPin, 50, approval, false},
                          {GuardedAction::MarkFound, 50, approval, false},
                          {GuardedAction::IssueEmergencyCodes, 100, approval, false},
                          {GuardedAction::AssignToken, 100, approval, false}};
    return state;
}

// As the service would answer: a method's points, and what they open.
CallerVerification after(CallerVerification state, VerificationMethod method, int points, const QString& note)
{
    state.id = u"7"_s;
    state.steps.push_back({method, points, note, sample::now});
    state.points += points;
    state.expiresAt = sample::now + std::chrono::minutes(10);
    for (contract::ActionRequirement& requirement : state.requirements) {
        requirement.open = state.points >= requirement.points
            && (!requirement.approval || state.approval == ApprovalState::Approved);
    }
    return state;
}

contract::UserCard guardedCard(const CallerVerification& state)
{
    contract::UserCard card = sample::card(u"1"_s);
    card.user.phone = u"+49 30 1234567"_s;
    card.verification = state;
    return card;
}

QPushButton* button(const QWidget* widget, const QString& text)
{
    for (QPushButton* candidate : widget->findChildren<QPushButton*>()) {
        if (candidate->text().startsWith(text) && candidate->isVisibleTo(widget)) {
            return candidate;
        }
    }
    return nullptr;
}

QLineEdit* edit(const QWidget* widget, const QString& accessibleName)
{
    for (QLineEdit* candidate : widget->findChildren<QLineEdit*>()) {
        if (candidate->accessibleName() == accessibleName) {
            return candidate;
        }
    }
    return nullptr;
}

template <class T>
T* opened(const QWidget* widget)
{
    const auto found = widget->findChildren<T*>();
    return found.isEmpty() ? nullptr : found.last();
}

} // namespace

class tst_Verification final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { sample::failOnWarnings(); }

    void dangerousButtonsStayClosedUntilTheCallerIsVerified()
    {
        sample::Stage stage;
        auto state = std::make_shared<CallerVerification>(closedState());
        stage.transport.on(u"GET /users/1/card"_s, [state](const client::Request&) {
            return FakeTransport::json(contract::toJson(guardedCard(*state)));
        });
        stage.transport.on(u"GET /users/1/caller-questions"_s,
                           sample::list(std::vector<contract::CallerQuestion> {}, 0));
        stage.transport.on(u"POST /users/1/verifications"_s, [state](const client::Request&) {
            state->id = u"7"_s;
            return FakeTransport::json(contract::toJson(*state));
        });
        stage.transport.on(u"POST /users/1/verifications/7/steps"_s, [state](const client::Request&) {
            *state = after(*state, VerificationMethod::TokenCode, 100, u"000123456789"_s);
            return FakeTransport::json(contract::toJson(*state));
        });
        UserCard card(stage.workspace());
        card.resize(700, 700);
        card.show();
        card.setUser(u"1"_s);
        QTRY_VERIFY(card.callBar()->verifyButton()->isVisible());
        QVERIFY(!card.verdict()->emergencyButton()->isEnabled());
        QVERIFY(!card.callBar()->clearPinButton()->isEnabled());
        QVERIFY(!card.callBar()->clearPinButton()->toolTip().isEmpty());
        QVERIFY(card.callBar()->lostButton()->isEnabled()); // gives nothing away
        card.issueEmergencyCode(); // leads to the gate instead
        QVERIFY(!opened<EmergencyDialog>(&card));
        auto* dialog = opened<VerificationDialog>(&card);
        QVERIFY(dialog);
        QVERIFY(!dialog->primaryButton()->isEnabled());
        auto* code = edit(dialog, u"Code from a token"_s);
        QTest::keyClicks(code, u"123 456"_s);
        QTest::keyClick(code, Qt::Key_Return);
        QVERIFY(code->text().isEmpty()); // nothing of it stays in the line
        QTRY_VERIFY(dialog->primaryButton()->isEnabled());
        QVERIFY(dialog->isVisible()); // Enter belongs to the line
        const QJsonObject sent = stage.transport.lastBody(u"POST /users/1/verifications/7/steps"_s);
        QCOMPARE(sent.value(u"code").toString(), u"123456"_s);
        QTRY_VERIFY(card.verdict()->emergencyButton()->isEnabled());
        QVERIFY(card.callBar()->clearPinButton()->isEnabled());
        QVERIFY2(card.callBar()->stateText().contains(u"100 point"), qPrintable(card.callBar()->stateText()));
        dialog->primaryButton()->click();
        card.issueEmergencyCode();
        QVERIFY(opened<EmergencyDialog>(&card));
    }

    void everyMethodHasItsLine()
    {
        sample::Stage stage;
        auto state = std::make_shared<CallerVerification>(closedState());
        state->id = u"7"_s;
        contract::CallerQuestion question {u"3"_s, u"Name of the first school?"_s, 30, false};
        stage.transport.on(u"GET /users/1/caller-questions"_s,
                           sample::list(std::vector<contract::CallerQuestion> {question}, 1));
        stage.transport.on(u"POST /users/1/verifications/7/steps"_s, [state](const client::Request& request) {
            const QJsonObject body = QJsonDocument::fromJson(request.body.reveal().toByteArray()).object();
            const QString method = body.value(u"method").toString();
            *state = after(*state, contract::enumValue<VerificationMethod>(method).value(), 30, u"note"_s);
            return FakeTransport::json(contract::toJson(*state));
        });
        QWidget window;
        auto* dialog = new VerificationDialog(stage.workspace(), guardedCard(*state), &window);
        dialog->show();
        const QString steps = u"POST /users/1/verifications/7/steps"_s;
        button(dialog, u"I called back"_s)->click();
        QTRY_COMPARE(dialog->model().state().points, 30);
        QVERIFY(!button(dialog, u"I called back"_s)->isEnabled()); // counts once
        QVERIFY(!button(dialog, u"Confirmed"_s)->isEnabled()); // a name is wanted
        QTest::keyClicks(edit(dialog, u"Manager who confirms"_s), u"Marie Curie"_s);
        button(dialog, u"Confirmed"_s)->click();
        QTRY_COMPARE(dialog->model().state().points, 60);
        QCOMPARE(stage.transport.lastBody(steps).value(u"manager").toString(), u"Marie Curie"_s);
        QTRY_VERIFY(edit(dialog, u"Name of the first school?"_s));
        QTest::keyClicks(edit(dialog, u"Name of the first school?"_s), u"St. Anna"_s);
        button(dialog, u"Check answers"_s)->click();
        QTRY_COMPARE(dialog->model().state().points, 90);
        const QJsonValue answer = stage.transport.lastBody(steps).value(u"answers")[0];
        QCOMPARE(answer[u"questionId"].toString(), u"3"_s);
        QCOMPARE(answer[u"answer"].toString(), u"St. Anna"_s);
        QVERIFY(edit(dialog, u"Name of the first school?"_s)->text().isEmpty());
        QVERIFY2(dialog->progress().contains(u"90 of 100"), qPrintable(dialog->progress()));
    }

    void questionsAreKeptWithoutShowingAnswers()
    {
        sample::Stage stage;
        auto known = std::make_shared<std::vector<contract::CallerQuestion>>();
        known->push_back({u"3"_s, u"Name of the first school?"_s, 30, true});
        stage.transport.on(u"GET /users/1/caller-questions"_s, [known](const client::Request&) {
            return FakeTransport::json(sample::list(*known, static_cast<qint64>(known->size())));
        });
        stage.transport.on(u"PUT /users/1/caller-questions"_s,
                           sample::list(std::vector<contract::CallerQuestion>(2), 2));
        UserCard card(stage.workspace());
        card.resize(700, 700);
        card.show();
        card.setUser(u"1"_s);
        QTRY_COMPARE(card.model().state(), models::UserCardModel::State::Ready);
        card.editQuestions();
        auto* dialog = opened<CallerQuestionsDialog>(&card);
        QVERIFY(dialog);
        QTRY_VERIFY(edit(dialog, u"Question 1"_s));
        QCOMPARE(edit(dialog, u"Question 1"_s)->text(), u"Name of the first school?"_s);
        QVERIFY(edit(dialog, u"Answer 1"_s)->text().isEmpty()); // there is none to show
        QCOMPARE(edit(dialog, u"Answer 1"_s)->placeholderText(), u"Answer unchanged"_s);
        QCOMPARE(edit(dialog, u"Answer 1"_s)->echoMode(), QLineEdit::Password);
        button(dialog, u"Another question"_s)->click();
        QTest::keyClicks(edit(dialog, u"Question 2"_s), u"Pet?"_s);
        dialog->primaryButton()->click(); // a new one lacks its answer
        QVERIFY(stage.transport.requests(u"PUT /users/1/caller-questions"_s).isEmpty());
        QVERIFY(edit(dialog, u"Answer 2"_s)->hasFocus()
                || dialog->focusWidget() == edit(dialog, u"Answer 2"_s));
        QTest::keyClicks(edit(dialog, u"Answer 2"_s), u"Rex"_s);
        QSignalSpy told(&card, &UserCard::message);
        dialog->primaryButton()->click();
        QTRY_COMPARE(told.count(), 1);
        const QJsonArray sent =
            stage.transport.lastBody(u"PUT /users/1/caller-questions"_s).value(u"questions").toArray();
        QCOMPARE(sent.size(), 2);
        QCOMPARE(sent[0][u"question"].toString(), u"Name of the first school?"_s);
        QVERIFY(!sent[0].toObject().contains(u"answer"_s)); // it keeps the one that it has
        QCOMPARE(sent[1][u"answer"].toString(), u"Rex"_s);
        QCOMPARE(sent[1][u"points"].toInt(), 20);
    }

    void anotherQuestionNeedsAnotherAnswer()
    {
        sample::Stage stage;
        const contract::CallerQuestion question {u"3"_s, u"Pet?"_s, 30, false};
        stage.transport.on(u"GET /users/1/caller-questions"_s,
                           sample::list(std::vector<contract::CallerQuestion> {question}, 1));
        stage.transport.fail(u"PUT /users/1/caller-questions"_s, contract::ErrorKind::InvalidRequest,
                             u"invalid_request"_s);
        QWidget window;
        auto* dialog = new CallerQuestionsDialog(stage.workspace(), sample::card(u"1"_s).user, &window);
        dialog->show();
        QTRY_VERIFY(edit(dialog, u"Question 1"_s));
        edit(dialog, u"Question 1"_s)->setText(u"First pet?"_s);
        QCOMPARE(edit(dialog, u"Answer 1"_s)->placeholderText(), u"Answer"_s);
        dialog->primaryButton()->click();
        QVERIFY(stage.transport.requests(u"PUT /users/1/caller-questions"_s).isEmpty());
        edit(dialog, u"Answer 1"_s)->setText(u"Rex"_s);
        dialog->primaryButton()->click();
        QTRY_VERIFY(!dialog->isBusy());
        QVERIFY(dialog->isVisible()); // the service said no
        for (int i = 1; i < CallerQuestionsDialog::most; ++i) {
            button(dialog, u"Another question"_s)->click();
        }
        QVERIFY(!button(dialog, u"Another question"_s)->isEnabled());
        for (QToolButton* remove : dialog->findChildren<QToolButton*>()) {
            if (remove->accessibleName() == u"Take this question away"_s) {
                remove->click();
            }
        }
        stage.transport.on(u"PUT /users/1/caller-questions"_s,
                           sample::list(std::vector<contract::CallerQuestion> {}, 0));
        QSignalSpy saved(dialog, &CallerQuestionsDialog::saved);
        dialog->primaryButton()->click();
        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(stage.transport.lastBody(u"PUT /users/1/caller-questions"_s)
                    .value(u"questions")
                    .toArray()
                    .isEmpty());
    }

    void whatIsNotKnownIsNotOverwritten()
    {
        sample::Stage stage;
        stage.transport.fail(u"GET /users/1/caller-questions"_s, contract::ErrorKind::Unavailable,
                             u"connection_refused"_s);
        QWidget window;
        auto* dialog = new CallerQuestionsDialog(stage.workspace(), sample::card(u"1"_s).user, &window);
        dialog->show();
        QTRY_COMPARE(stage.transport.requests(u"GET /users/1/caller-questions"_s).size(), 1);
        QTest::qWait(20);
        QVERIFY(!dialog->primaryButton()->isEnabled());
        QVERIFY(!button(dialog, u"Another question"_s)->isEnabled());
    }

    void aWrongCodeSaysSoAndTheDialogStays()
    {
        sample::Stage stage;
        CallerVerification state = closedState();
        state.id = u"7"_s;
        stage.transport.on(u"GET /users/1/caller-questions"_s,
                           sample::list(std::vector<contract::CallerQuestion> {}, 0));
        stage.transport.fail(u"POST /users/1/verifications/7/steps"_s, contract::ErrorKind::Conflict,
                             u"verification_failed"_s);
        QWidget window;
        auto* dialog = new VerificationDialog(stage.workspace(), guardedCard(state), &window);
        dialog->show();
        QSignalSpy failed(&dialog->model(), &models::CallerVerificationModel::failed);
        auto* code = edit(dialog, u"Code from a token"_s);
        QTest::keyClicks(code, u"000000"_s);
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(dialog->isVisible());
        QVERIFY(code->isEnabled());
        QVERIFY(!dialog->primaryButton()->isEnabled());
    }

    void onAnAdministratorSomebodyElseIsAsked()
    {
        sample::Stage stage;
        auto state = std::make_shared<CallerVerification>(closedState(true));
        state->id = u"7"_s;
        stage.transport.on(u"GET /users/1/caller-questions"_s,
                           sample::list(std::vector<contract::CallerQuestion> {}, 0));
        stage.transport.on(u"POST /users/1/verifications/7/approval"_s, [state](const client::Request&) {
            state->approval = ApprovalState::Pending;
            return FakeTransport::json(contract::toJson(*state));
        });
        stage.transport.on(u"GET /users/1/verifications/7"_s, [state](const client::Request&) {
            state->approval = ApprovalState::Approved;
            state->approvedBy = u"second"_s;
            return FakeTransport::json(contract::toJson(*state));
        });
        QWidget window;
        auto* dialog = new VerificationDialog(stage.workspace(), guardedCard(*state), &window);
        dialog->show();
        dialog->model().setPolling(std::chrono::milliseconds(5));
        QPushButton* ask = button(dialog, u"Ask for approval"_s);
        QVERIFY(!ask->isEnabled());
        QTest::keyClicks(edit(dialog, u"What the approval is for"_s), u"phone lost"_s);
        QVERIFY(ask->isEnabled());
        ask->click();
        QTRY_COMPARE(dialog->model().state().approval, ApprovalState::Approved);
        QCOMPARE(
            stage.transport.lastBody(u"POST /users/1/verifications/7/approval"_s).value(u"reason").toString(),
            u"phone lost"_s);
        QTRY_VERIFY(!ask->isVisible());
    }

    void aColleagueApproves()
    {
        sample::Stage stage;
        contract::Approval approval;
        approval.id = u"7"_s;
        approval.userName = u"root"_s;
        approval.requestedBy = u"robin"_s;
        approval.reason = u"phone lost"_s;
        approval.requestedAt = sample::now;
        approval.expiresAt = sample::now + std::chrono::minutes(30);
        approval.state = ApprovalState::Pending;
        auto waiting = std::make_shared<std::vector<contract::Approval>>(1, approval);
        stage.transport.on(u"GET /approvals"_s, [waiting](const client::Request&) {
            return FakeTransport::json(sample::list(*waiting, static_cast<qint64>(waiting->size())));
        });
        stage.transport.on(u"POST /approvals/7/approve"_s, [waiting, approval](const client::Request&) {
            waiting->clear();
            contract::Approval decided = approval;
            decided.state = ApprovalState::Approved;
            return FakeTransport::json(contract::toJson(decided));
        });
        QWidget window;
        auto* dialog = new ApprovalsDialog(stage.workspace(), &window);
        dialog->show();
        QTRY_VERIFY(button(dialog, u"Approve"_s));
        QVERIFY(button(dialog, u"Refuse"_s));
        button(dialog, u"Approve"_s)->click();
        QTRY_VERIFY(dialog->model().approvals().empty());
        QCOMPARE(stage.transport.requests(u"POST /approvals/7/approve"_s).size(), 1);
        QTRY_VERIFY(!button(dialog, u"Approve"_s));
    }

    void aCallTakesThreeKeystrokesFromTheSearch()
    {
        sample::Stage stage;
        stage.transport.on(u"GET /users/1/card"_s, contract::toJson(sample::lockedCard(u"1"_s)));
        stage.transport.on(u"POST /users/1/unlock"_s,
                           contract::toJson(sample::user(u"1"_s, u"ada"_s, u"Ada Winter"_s)));
        Shell shell(stage.workspace());
        shell.resize(1200, 800);
        shell.show();
        shell.openPage(u"overview"_s);
        QVERIFY(QTest::qWaitForWindowActive(&shell));
        int keystrokes = 0;
        const auto press = [&](int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            ++keystrokes;
            QWidget* target = shell.focusWidget() ? shell.focusWidget() : &shell;
            QTest::keyClick(target, static_cast<Qt::Key>(key), modifiers);
        };
        auto* locator = shell.findChild<Locator*>();
        press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(locator->field(), u"inter"_s); // the fragment that was understood
        QTRY_VERIFY(!locator->model().isSearching() && locator->model().rowCount() > 0);
        press(Qt::Key_Return);
        auto* page = qobject_cast<UsersPage*>(shell.currentPage());
        QVERIFY(page);
        QTRY_VERIFY(page->card()->verdict()->primaryButton()->isVisible());
        // The key stands on the button.
        QVERIFY2(page->card()->verdict()->primaryButton()->text().contains(u"Ctrl+Return"),
                 qPrintable(page->card()->verdict()->primaryButton()->text()));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(stage.transport.requests(u"POST /users/1/unlock"_s).size(), 1);
        QCOMPARE(keystrokes, 3);
    }

    void theCardsKeysOpenWhatStandsOnThem()
    {
        sample::Stage stage;
        UsersPage page(stage.workspace());
        page.resize(1000, 700);
        page.show();
        page.follow({u"users"_s, u"1"_s});
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QTRY_VERIFY(page.card()->callBar()->clearPinButton()->isVisible());
        for (const QPushButton* shown :
             {page.card()->callBar()->clearPinButton(), page.card()->callBar()->lostButton(),
              page.card()->verdict()->emergencyButton()}) {
            QVERIFY2(shown->text().contains(u"Ctrl+"), qPrintable(shown->text()));
        }
        // One key, then two numbers: the proposal stands, and the reason is typed.
        QTest::keyClick(page.card(), Qt::Key_E, Qt::ControlModifier);
        auto* dialog = opened<EmergencyDialog>(&page);
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_1);
        QTest::keyClick(dialog, Qt::Key_2);
        QCOMPARE(dialog->model().missing(), std::optional(models::Missing::TokenNotAtHand));
        QCOMPARE(dialog->model().need(), std::optional(models::Need::Today));
    }

    void overTheQuotaAReasonIsWanted()
    {
        sample::Stage stage;
        contract::UserCard card = sample::card(u"1"_s);
        card.emergencyUse = {.inQuarter = 6, .quota = 6, .refuses = true, .inAll = 9, .neverUsed = 2};
        QWidget window;
        auto* dialog = new EmergencyDialog(stage.workspace(), card, &window);
        dialog->show();
        QTest::keyClick(dialog, Qt::Key_1);
        QTest::keyClick(dialog, Qt::Key_2);
        dialog->model().setReason(u"INC-1"_s);
        QVERIFY2(dialog->model().useText().contains(u"6 time(s) in the last 90 days"),
                 qPrintable(dialog->model().useText()));
        QVERIFY(!dialog->primaryButton()->isEnabled());
        auto* overrule = edit(dialog, u"Why the quota does not count this time"_s);
        QVERIFY(overrule && overrule->isVisible());
        QTest::keyClicks(overrule, u"no spare tokens on site"_s);
        QVERIFY(dialog->primaryButton()->isEnabled());
        dialog->primaryButton()->click();
        QTRY_COMPARE(stage.transport.requests(u"POST /users/1/emergency-codes"_s).size(), 1);
        QCOMPARE(
            stage.transport.lastBody(u"POST /users/1/emergency-codes"_s).value(u"overruleReason").toString(),
            u"no spare tokens on site"_s);
    }

    void aCopiedCodeIsNoHistoryAndGoesAgain()
    {
        QClipboard* clipboard = QGuiApplication::clipboard();
        auto owner = std::make_unique<QObject>();
        copySecret(contract::Secret(u"K4TX92MB"_s), owner.get());
        QCOMPARE(clipboard->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
        owner.reset(); // as after a minute, or with the window
        QVERIFY(clipboard->text().isEmpty());
        // What somebody else copied meanwhile stays.
        owner = std::make_unique<QObject>();
        copySecret(contract::Secret(u"K4TX92MB"_s), owner.get());
        copyText(u"a recipe"_s);
        owner.reset();
        QCOMPARE(clipboard->text(), u"a recipe"_s);
        clipboard->clear();
    }

    void aCodeIsSpelledOnRequestAndHidesAgain()
    {
        CodeDisplay display;
        display.setShownFor(std::chrono::milliseconds(30));
        display.resize(500, 160);
        display.show();
        display.setCodes({contract::Secret(u"K4TX92MB"_s), contract::Secret(u"A1B2C3D4"_s)});
        QVERIFY(display.spelledText().isEmpty());
        display.setSpelling(true);
        QVERIFY(display.spelledText().startsWith(u"Kilo · Four · Tango"));
        QTest::keyClick(&display, Qt::Key_Right);
        QVERIFY(display.spelledText().startsWith(u"Alfa · One · Bravo"));
        QTRY_VERIFY(!display.isRevealed());
        QVERIFY(display.spelledText().isEmpty());
        QVERIFY(display.accessibleDescription().isEmpty());
    }
};

QTEST_MAIN(tst_Verification)
#include "tst_verification.moc"
