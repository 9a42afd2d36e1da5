// SPDX-License-Identifier: Apache-2.0
#include "tests/views/sample.h"
#include "views/emergency/code_display.h"
#include "views/verification/verification_dialog.h"
#include "views/widgets/choice_list.h"
#include "views/widgets/filter_line.h"
#include "views/widgets/message_bar.h"
#include "views/widgets/pick_list.h"
#include "views/widgets/state_view.h"
#include "views/widgets/table_pane.h"
#include "views/workstations/challenge_dialog.h"
#include "views/workstations/enrolment_dialog.h"
#include "views/workstations/workstation_details.h"
#include "views/workstations/workstation_dialogs.h"
#include "views/workstations/workstations_page.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace holdfast;
using namespace holdfast::views;
using namespace Qt::StringLiterals;

namespace {

contract::EnrolmentCode enrolmentCode()
{
    contract::EnrolmentCode code;
    code.id = u"3"_s;
    code.code = contract::Secret(u"K7MP-X2QR-T4WD-9HJN"_s);
    code.expiresAt = sample::now + std::chrono::minutes(15);
    code.domain = u"/Sales"_s;
    return code;
}

contract::OpenEnrolmentCode openCode()
{
    contract::OpenEnrolmentCode code;
    code.id = u"3"_s;
    code.domain = u"/Sales"_s;
    code.createdAt = sample::now;
    code.createdBy = u"root"_s;
    code.expiresAt = sample::now + std::chrono::minutes(15);
    return code;
}

// One whose domain's policy lets the help desk answer.
contract::Workstation challenged()
{
    contract::Workstation workstation = sample::workstation(u"w1"_s, u"LAPTOP-7"_s);
    workstation.challengesAllowed = true;
    return workstation;
}

bool tells(const QWidget* place, const QString& part)
{
    const auto labels = place->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->text().contains(part); });
}

// Shows a code that is not used yet.
EnrolmentDialog* codeFor(sample::Stage& stage)
{
    stage.transport.on(u"POST /enrolment-codes"_s, contract::toJson(enrolmentCode()));
    stage.transport.on(u"GET /enrolment-codes/3"_s, contract::toJson(openCode()));
    auto* dialog = new EnrolmentDialog(stage.workspace(), nullptr);
    dialog->setPolling(std::chrono::milliseconds(5));
    dialog->show();
    if (!QTest::qWaitFor([&] { return dialog->chooseDomain(u"/Sales"_s); })) {
        qFatal("the domains did not come");
    }
    dialog->primaryButton()->click();
    return dialog;
}

} // namespace

class tst_Workstations final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { sample::failOnWarnings(); }

    void theOneThatIsChosenTellsWhoHoldsDataOnIt()
    {
        sample::Stage stage;
        WorkstationsPage page(stage.workspace());
        page.resize(1100, 700);
        page.show();
        page.opened();
        QTRY_COMPARE(page.pane()->table()->model()->rowCount(), 1);
        page.pane()->table()->selectRow(0);
        QTRY_COMPARE(page.details()->workstation().name, u"LAPTOP-7"_s);
        QVERIFY(tells(&page, u"Sealed by the TPM"_s));
        QVERIFY(tells(&page, u"Enrolled by"_s));
        QTRY_COMPARE(page.details()->hint(),
                     u"Last in touch 3 hour(s) ago. All that it holds is renewed by itself."_s);
        QTRY_VERIFY(!stage.transport.requests(u"GET /offline-sets"_s).isEmpty());
        QVERIFY(stage.transport.requests(u"GET /offline-sets"_s)
                    .last()
                    .query.queryItemValue(u"filter"_s, QUrl::FullyDecoded)
                    .contains(u"workstation:\"w1\""_s));
        QSignalSpy link(&page, &WorkstationsPage::linkActivated);
        QPushButton* person = nullptr;
        const auto find = [&] {
            const auto buttons = page.findChildren<QPushButton*>();
            for (QPushButton* button : buttons) {
                person = button->isVisible() && button->text() == u"Ada Winter"_s ? button : person;
            }
            return person != nullptr;
        };
        QTRY_VERIFY(find());
        person->click();
        QCOMPARE(link.size(), 1);
    }

    void noChallengeIsOfferedWhereThePolicyTakesNone()
    {
        sample::Stage stage;
        WorkstationsPage page(stage.workspace());
        page.resize(1100, 700);
        page.show();
        page.opened();
        QTRY_COMPARE(page.pane()->table()->model()->rowCount(), 1);
        page.pane()->table()->selectRow(0);
        QTRY_COMPARE(page.details()->workstation().name, u"LAPTOP-7"_s);
        QVERIFY(!page.details()->answerButton()->isVisible());
        QSignalSpy told(page.details(), &WorkstationDetails::message);
        page.details()->answerChallenge();
        QVERIFY(!page.findChild<ChallengeDialog*>());
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().at(1).toString(), u"The offline policy of /Sales does not allow challenges."_s);
        stage.transport.on(u"GET /workstations/w1"_s, contract::toJson(challenged()));
        page.details()->refresh();
        QTRY_VERIFY(page.details()->answerButton()->isVisible());
    }

    void thoseThatAreRevokedAreCountedBeside()
    {
        sample::Stage stage;
        stage.transport.on(u"GET /workstations"_s, [](const client::Request& request) {
            const bool revoked = request.query.queryItemValue(u"filter"_s, QUrl::FullyDecoded)
                                     .contains(u"state:\"revoked\""_s);
            std::vector found {sample::workstation(u"w2"_s, u"LAPTOP-8"_s),
                               sample::workstation(u"w3"_s, u"LAPTOP-9"_s)};
            if (!revoked) {
                found.push_back(sample::workstation(u"w1"_s, u"LAPTOP-7"_s));
            }
            return FakeTransport::json(sample::list(found, static_cast<qint64>(found.size())));
        });
        WorkstationsPage page(stage.workspace());
        page.show();
        page.opened();
        QTRY_COMPARE(page.pane()->filterLine()->countText(), u"1, and 2 revoked"_s);
    }

    void aListThatFailsAndAnEmptyOneSaySo()
    {
        sample::Stage stage;
        stage.transport.fail(u"GET /workstations"_s, contract::ErrorKind::Unavailable, u"out_of_reach"_s);
        WorkstationsPage failing(stage.workspace());
        failing.show();
        failing.opened();
        QTRY_VERIFY(failing.pane()->states()->title().contains(u"could not be loaded"_s));
        stage.transport.on(u"GET /workstations"_s, sample::list(std::vector<contract::Workstation> {}, 0));
        WorkstationsPage empty(stage.workspace());
        empty.show();
        empty.opened();
        QTRY_COMPARE(empty.pane()->states()->title(), u"No workstations yet"_s);
    }

    void revokingSaysWhatItDoes()
    {
        sample::Stage stage;
        contract::WorkstationRevoked done;
        done.workstation = sample::workstation(u"w1"_s, u"LAPTOP-7"_s);
        done.tokensChanged = 2;
        stage.transport.on(u"POST /workstations/w1/revoke"_s, contract::toJson(done));
        auto* dialog = new RevokeWorkstationDialog(stage.workspace(),
                                                   sample::workstation(u"w1"_s, u"LAPTOP-7"_s), nullptr);
        QSignalSpy revoked(dialog, &RevokeWorkstationDialog::revoked);
        dialog->show();
        QVERIFY(!dialog->primaryButton()->isEnabled());
        QVERIFY(!dialog->tokens()->isVisible());
        dialog->stolen()->choose(1);
        QVERIFY(dialog->tokens()->isVisible());
        QVERIFY(dialog->consequence().contains(u"new PIN"_s));
        QTRY_VERIFY2(dialog->consequence().contains(
                         u"If it connects again, it deletes what it holds. Until then Ada Winter can still "
                         u"sign in there, at most until "_s),
                     qPrintable(dialog->consequence()));
        dialog->tokens()->choose(static_cast<int>(contract::StolenTokens::Disable));
        QVERIFY(dialog->consequence().contains(u"until it is enabled"_s));
        QVERIFY(!dialog->primaryButton()->isEnabled()); // for want of a reason
        dialog->reason()->setText(u"Train"_s);
        dialog->primaryButton()->click();
        QTRY_COMPARE(revoked.size(), 1);
        const QJsonObject sent = stage.transport.lastBody(u"POST /workstations/w1/revoke"_s);
        QVERIFY(sent.value(u"stolen"_s).toBool());
        QCOMPARE(sent.value(u"tokens"_s).toString(), u"disable"_s);
    }

    void theFocusIsOnWhatIsChosen()
    {
        sample::Stage stage;
        auto* dialog = new RevokeWorkstationDialog(stage.workspace(),
                                                   sample::workstation(u"w1"_s, u"LAPTOP-7"_s), nullptr);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        dialog->stolen()->choose(1);
        const auto* focused = qobject_cast<QRadioButton*>(dialog->focusWidget());
        QVERIFY(focused && focused->isChecked());
        QCOMPARE(dialog->stolen()->focusProxy(), focused);
        dialog->close();
    }

    void whatIsRetiredLeavesTheTokensAlone()
    {
        sample::Stage stage;
        stage.transport.on(u"POST /workstations/w1/revoke"_s,
                           contract::toJson(contract::WorkstationRevoked {}));
        auto* dialog = new RevokeWorkstationDialog(stage.workspace(),
                                                   sample::workstation(u"w1"_s, u"LAPTOP-7"_s), nullptr);
        dialog->show();
        dialog->tokens()->choose(static_cast<int>(contract::StolenTokens::Disable));
        dialog->stolen()->choose(0);
        dialog->reason()->setText(u"Old"_s);
        dialog->primaryButton()->click();
        QTRY_COMPARE(stage.transport.requests(u"POST /workstations/w1/revoke"_s).size(), 1);
        const QJsonObject sent = stage.transport.lastBody(u"POST /workstations/w1/revoke"_s);
        QVERIFY(!sent.value(u"stolen"_s).toBool());
        QCOMPARE(sent.value(u"tokens"_s).toString(), u"keep"_s);
    }

    void aCodeIsShownUntilTheWorkstationHasUsedIt()
    {
        sample::Stage stage;
        auto* dialog = codeFor(stage);
        QTRY_VERIFY(!dialog->command().isEmpty());
        QVERIFY(dialog->command().startsWith(u"sudo holdfast-agent enrol --service https://"_s));
        QVERIFY(!dialog->command().contains(u"K7MP"_s)); // a secret is no argument
        QVERIFY(dialog->code()->isRevealed());
        QTRY_VERIFY(stage.transport.requests(u"GET /enrolment-codes/3"_s).size() > 1);
        QVERIFY(dialog->state().contains(u"Waiting"_s));
        contract::OpenEnrolmentCode used = openCode();
        used.usedAt = sample::now;
        stage.transport.on(u"GET /enrolment-codes/3"_s, contract::toJson(used));
        QTRY_COMPARE(dialog->state(), u"The workstation is enrolled."_s);
        QVERIFY(!dialog->code()->isRevealed());
        dialog->close();
    }

    void aCodeThatSomebodyHasWithdrawnEnrolledNothing()
    {
        sample::Stage stage;
        auto* dialog = codeFor(stage);
        QTRY_VERIFY(dialog->code()->isRevealed() && !dialog->command().isEmpty());
        stage.transport.fail(u"GET /enrolment-codes/3"_s, contract::ErrorKind::NotFound,
                             u"enrolment_code_unknown"_s);
        QTRY_VERIFY2(dialog->state().contains(u"withdrawn"_s), qPrintable(dialog->state()));
        QVERIFY(!dialog->code()->isRevealed());
        dialog->close();
    }

    void theDomainIsChosenAndKeptForTheNextOne()
    {
        QSettings().remove(u"workstations/enrolDomain"_s);
        sample::Stage stage;
        auto* dialog = new EnrolmentDialog(stage.workspace(), nullptr);
        dialog->show();
        QTRY_COMPARE(dialog->domains()->count(), 2);
        QCOMPARE(dialog->domains()->currentIndex(), -1);
        QCOMPARE(dialog->domains()->itemText(0), u"All domains"_s);
        QVERIFY(!dialog->primaryButton()->isEnabled());
        dialog->close();
        dialog = codeFor(stage);
        QTRY_VERIFY(!dialog->command().isEmpty());
        QCOMPARE(stage.transport.lastBody(u"POST /enrolment-codes"_s).value(u"domain"_s).toString(),
                 u"/Sales"_s);
        dialog->close();
        auto* next = new EnrolmentDialog(stage.workspace(), nullptr);
        next->show();
        QTRY_COMPARE(next->domains()->currentText(), u"/Sales"_s);
        QVERIFY(next->primaryButton()->isEnabled());
        next->close();
    }

    void everyActionHasAKey()
    {
        sample::Stage stage;
        stage.transport.on(u"GET /workstations/w1"_s, contract::toJson(challenged()));
        WorkstationsPage page(stage.workspace());
        page.resize(1100, 700);
        page.show();
        page.opened();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QTRY_COMPARE(page.pane()->table()->model()->rowCount(), 1);
        const auto opens = [&]<class D>(D*, Qt::Key key, Qt::KeyboardModifiers with) {
            QTest::keyClick(page.pane()->table(), key, with);
            auto* dialog = page.findChild<D*>();
            if (dialog) {
                dialog->close();
                QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete);
            }
            return dialog != nullptr;
        };
        QVERIFY(!opens(static_cast<RenameWorkstationDialog*>(nullptr), Qt::Key_F2, {})); // none is chosen
        page.pane()->table()->selectRow(0);
        QTRY_COMPARE(page.details()->workstation().name, u"LAPTOP-7"_s);
        QVERIFY(opens(static_cast<RenameWorkstationDialog*>(nullptr), Qt::Key_F2, {}));
        QVERIFY(opens(static_cast<MoveWorkstationDialog*>(nullptr), Qt::Key_M,
                      Qt::ControlModifier | Qt::ShiftModifier));
        QVERIFY(opens(static_cast<RevokeWorkstationDialog*>(nullptr), Qt::Key_Delete, Qt::ControlModifier));
        QVERIFY(opens(static_cast<ChallengeDialog*>(nullptr), Qt::Key_E,
                      Qt::ControlModifier | Qt::ShiftModifier));
        QVERIFY(opens(static_cast<EnrolmentDialog*>(nullptr), Qt::Key_N, Qt::ControlModifier));
    }

    void aCodeWhoseTimeIsOverIsHidden()
    {
        sample::Stage stage;
        auto* dialog = codeFor(stage);
        QTRY_VERIFY(dialog->code()->isRevealed() && !dialog->command().isEmpty());
        stage.clock.advance(std::chrono::minutes(16));
        QTRY_VERIFY(!dialog->code()->isRevealed());
        QVERIFY(dialog->state().contains(u"time is over"_s));
        dialog->close();
    }

    void aChallengeIsAnsweredForVerifiedCallersAlone()
    {
        sample::Stage stage;
        contract::UserCard card = sample::card(u"1"_s);
        card.verification.emplace();
        card.verification->requirements = {
            {.action = contract::GuardedAction::OfflineAccess, .points = 100, .open = false}};
        stage.transport.on(u"GET /users/1/card"_s, contract::toJson(card));
        contract::ChallengeResponse response;
        response.response = contract::Secret(u"40213377"_s);
        response.expiresAt = sample::now + std::chrono::hours(1);
        stage.transport.on(u"POST /workstations/w1/responses"_s, contract::toJson(response));
        auto* dialog =
            new ChallengeDialog(stage.workspace(), sample::workstation(u"w1"_s, u"LAPTOP-7"_s), nullptr);
        dialog->show();
        QTRY_COMPARE(dialog->pick()->table()->model()->rowCount(), 2);
        dialog->pick()->table()->selectRow(0);
        dialog->challenge()->setText(u"k7mpx-2qr4t"_s);
        dialog->reason()->setText(u"INC-1"_s);
        QTRY_VERIFY(tells(dialog, u"must be verified"_s));
        QVERIFY(!dialog->primaryButton()->isEnabled());

        card.verification->requirements.front().open = true;
        stage.transport.on(u"GET /users/1/card"_s, contract::toJson(card));
        dialog->pick()->table()->selectRow(1);
        dialog->pick()->table()->selectRow(0);
        QTRY_VERIFY(dialog->primaryButton()->isEnabled());
        dialog->primaryButton()->click();
        QTRY_VERIFY(!dialog->answer()->spelledText().isEmpty());
        QCOMPARE(dialog->answer()->spelledText(),
                 u"Four · Zero · Two · One · Three · Three · Seven · Seven"_s);
        QCOMPARE(
            stage.transport.lastBody(u"POST /workstations/w1/responses"_s).value(u"challenge"_s).toString(),
            u"K7MPX2QR4T"_s);
        dialog->close();
    }
};

QTEST_MAIN(tst_Workstations)
#include "tst_workstations.moc"
