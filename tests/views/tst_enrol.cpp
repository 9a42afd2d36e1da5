// SPDX-License-Identifier: Apache-2.0
#include "tests/views/sample.h"
#include "views/tokens/enrol_dialog.h"
#include "views/widgets/form_field.h"
#include "views/widgets/qr_view.h"

#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace holdfast;
using namespace holdfast::views;

namespace {

const auto serial = QStringLiteral("HF0123456789");
const auto secret = QStringLiteral("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

void answerEnrolment(sample::Stage& stage)
{
    contract::TokenEnrolment enrolment;
    enrolment.token = sample::token(serial);
    enrolment.token.digits = 6;
    enrolment.otpauthUri =
        contract::Secret(QStringLiteral("otpauth://totp/Example:ada?secret=%1&issuer=Example").arg(secret));
    stage.transport.on(QStringLiteral("POST /users/1/enrol"), contract::toJson(enrolment));
}

EnrolDialog* openAtCode(sample::Stage& stage)
{
    answerEnrolment(stage);
    auto* dialog = new EnrolDialog(stage.workspace(), QStringLiteral("1"), QStringLiteral("Ada"), nullptr);
    dialog->show();
    dialog->primaryButton()->click();
    [&] {
        QTRY_VERIFY(dialog->qrView()->modules() > 0);
    }();
    return dialog;
}

} // namespace

class tst_Enrol final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { sample::failOnWarnings(); }

    void aFirstCodeEnablesTheToken()
    {
        sample::Stage stage;
        const QPointer dialog(openAtCode(stage));
        QSignalSpy changed(dialog, &TokenDialog::tokenChanged);
        QVERIFY(dialog->qrView()->isVisible());
        auto* code = dialog->findChild<QLineEdit*>();
        QVERIFY(code->hasFocus() || code->isVisible());
        code->setText(QStringLiteral("12345"));
        dialog->primaryButton()->click();
        QVERIFY(stage.transport.requests(QStringLiteral("POST /tokens/%1/confirm").arg(serial)).isEmpty());
        stage.transport.on(QStringLiteral("POST /tokens/%1/confirm").arg(serial),
                           contract::toJson(sample::token(serial)));
        code->setText(QStringLiteral("123456"));
        dialog->primaryButton()->click();
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(stage.transport.lastBody(QStringLiteral("POST /tokens/%1/confirm").arg(serial))
                     .value(QStringLiteral("code"))
                     .toString(),
                 QStringLiteral("123456"));
        QTRY_VERIFY(!dialog); // closed, it is gone
    }

    void closedBeforeThatTheTokenIsDiscarded()
    {
        sample::Stage stage;
        const QPointer dialog(openAtCode(stage));
        stage.transport.on(QStringLiteral("DELETE /tokens/%1/enrolment").arg(serial), QJsonObject {});
        dialog->reject();
        QTRY_VERIFY(!dialog);
        QCOMPARE(stage.transport.requests(QStringLiteral("DELETE /tokens/%1/enrolment").arg(serial)).size(),
                 1);
    }

    void theQrCodeIsDrawnInWholeModulesWithAQuietZone()
    {
        QrView view;
        QVERIFY(view.setText(
            contract::Secret(QStringLiteral("otpauth://totp/Example:ada?secret=%1").arg(secret))));
        const int size = view.modules();
        QVERIFY(size >= 21 && (size - 17) % 4 == 0);
        // The finder patterns of ISO/IEC 18004.
        for (int i = 0; i < 7; ++i) {
            QVERIFY(view.isDark(i, 0) && view.isDark(0, i) && view.isDark(size - 1 - i, 0)
                    && view.isDark(0, size - 1 - i));
        }
        QVERIFY(!view.isDark(1, 1) && view.isDark(3, 3) && !view.isDark(7, 7));
        view.resize(view.sizeHint());
        const QImage picture = view.grab().toImage();
        QCOMPARE(picture.pixelColor(picture.width() / 2, 3), QColor(Qt::white));
        QVERIFY(!view.setText(contract::Secret(QByteArrayView(QByteArray(5000, 'x')))));
        QCOMPARE(view.modules(), 0);
    }
};

QTEST_MAIN(tst_Enrol)
#include "tst_enrol.moc"
