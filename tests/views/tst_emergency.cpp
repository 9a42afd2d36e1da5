// SPDX-License-Identifier: Apache-2.0
#include "tests/views/sample.h"
#include "views/emergency/code_display.h"
#include "views/emergency/emergency_dialog.h"
#include "views/widgets/choice_list.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using namespace holdfast;
using namespace holdfast::views;
using models::EmergencyCodeDialogModel;
using models::Missing;
using models::Need;

namespace {

contract::EmergencyCodesIssued issuedCode()
{
    contract::EmergencyCodesIssued issued;
    issued.id = QStringLiteral("7");
    issued.codes = {contract::Secret(QStringLiteral("K4TX92MB"))};
    issued.expiresAt = sample::now + std::chrono::hours(24);
    issued.usage = QStringLiteral("Type the code.");
    return issued;
}

void answer(EmergencyDialog* dialog, const QString& words)
{
    for (QRadioButton* button : dialog->findChildren<QRadioButton*>()) {
        if (button->text() == words) {
            button->click();
            return;
        }
    }
    QFAIL(qPrintable(QStringLiteral("no answer ") + words));
}

QPushButton* buttonOf(QWidget* widget, const QString& words)
{
    for (QPushButton* button : widget->findChildren<QPushButton*>()) {
        if (button->text() == words) {
            return button;
        }
    }
    return nullptr;
}

} // namespace

class tst_Emergency final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { sample::failOnWarnings(); }
    void codesAreSpelled()
    {
        QCOMPARE(spelled(QStringLiteral("B7K2")), QStringLiteral("Bravo · Seven · Kilo · Two"));
    }

    void twoAnswersAndAReasonLeadToACodeThatIsShown()
    {
        sample::Stage stage;
        stage.transport.on(QStringLiteral("POST /users/1/emergency-codes"), contract::toJson(issuedCode()));
        QWidget window;
        auto* dialog = new EmergencyDialog(stage.workspace(), sample::card(QStringLiteral("1")), &window);
        dialog->show();
        QVERIFY(!dialog->primaryButton()->isEnabled());
        answer(dialog, EmergencyCodeDialogModel::question(Missing::TokenNotAtHand));
        answer(dialog, EmergencyCodeDialogModel::question(Need::Today));
        QVERIFY(!dialog->primaryButton()->isEnabled()); // a reason is wanted
        for (QLineEdit* edit : dialog->findChildren<QLineEdit*>()) {
            if (edit->placeholderText().startsWith(QStringLiteral("INC"))) {
                QTest::keyClicks(edit, QStringLiteral("INC-77"));
            }
        }
        QVERIFY(dialog->primaryButton()->isEnabled());
        dialog->primaryButton()->click();
        QTRY_VERIFY(dialog->codes()->isVisible());
        QVERIFY(dialog->codes()->isRevealed());
        QCOMPARE(stage.transport.lastBody(QStringLiteral("POST /users/1/emergency-codes"))
                     .value(QStringLiteral("reason"))
                     .toString(),
                 QStringLiteral("INC-77"));

        buttonOf(dialog, QStringLiteral("Copy"))->click();
        const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(copied->text(), QStringLiteral("K4TX92MB"));
        QCOMPARE(copied->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray("secret"));
        buttonOf(dialog, QStringLiteral("Hide"))->click();
        QVERIFY(!dialog->codes()->isRevealed());
        dialog->close();
        QGuiApplication::clipboard()->clear();
    }

    void aForgottenPinLeadsToClearingItInstead()
    {
        sample::Stage stage;
        QWidget window;
        auto* dialog = new EmergencyDialog(stage.workspace(), sample::card(QStringLiteral("1")), &window);
        dialog->show();
        contract::CardAction chosen = contract::CardAction::None;
        connect(dialog, &EmergencyDialog::cureChosen, this,
                [&chosen](const contract::Cure& cure) { chosen = cure.action; });
        answer(dialog, EmergencyCodeDialogModel::question(Missing::Pin));
        answer(dialog, EmergencyCodeDialogModel::question(Need::OneSignIn));
        QCOMPARE(dialog->model().advice().kind, models::EmergencyAdvice::Kind::OtherAction);
        dialog->primaryButton()->click();
        QCOMPARE(chosen, contract::CardAction::ClearPin);
    }

    void aRefusalLeavesTheDialogOpenWithItsReason()
    {
        sample::Stage stage;
        stage.transport.fail(QStringLiteral("POST /users/1/emergency-codes"), contract::ErrorKind::Conflict,
                             QStringLiteral("lifetime_too_long"));
        QWidget window;
        auto* dialog = new EmergencyDialog(stage.workspace(), sample::card(QStringLiteral("1")), &window);
        dialog->show();
        answer(dialog, EmergencyCodeDialogModel::question(Missing::TokenNotAtHand));
        answer(dialog, EmergencyCodeDialogModel::question(Need::Today));
        dialog->model().setReason(QStringLiteral("INC-1"));
        dialog->model().issue();
        QTRY_COMPARE(dialog->model().state(), EmergencyCodeDialogModel::State::Failed);
        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->primaryButton()->isEnabled());
    }
};

QTEST_MAIN(tst_Emergency)
#include "tst_emergency.moc"
