// SPDX-License-Identifier: Apache-2.0
#include "services/contract/session.h"
#include "tests/views/sample.h"
#include "views/signin/first_run_page.h"
#include "views/signin/password_field.h"
#include "views/signin/sign_in_page.h"
#include "views/signin/start_page.h"
#include "views/widgets/form_field.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace holdfast;
using namespace holdfast::views;

namespace {

QStringList faultsOf(const QWidget& page)
{
    QStringList faults;
    for (const FormField* field : page.findChildren<FormField*>()) {
        if (!field->fault().isEmpty()) {
            faults << field->fault();
        }
    }
    return faults;
}

QLineEdit* editNamed(const QWidget& page, const QString& name)
{
    for (QLineEdit* edit : page.findChildren<QLineEdit*>()) {
        if (edit->accessibleName() == name) {
            return edit;
        }
    }
    return nullptr;
}

} // namespace

class tst_SignIn final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { sample::failOnWarnings(); }
    void enterSubmitsAndTheNameStaysAfterAFault()
    {
        SignInPage page;
        page.show();
        page.setServer(QUrl(QStringLiteral("https://holdfast.example.com")));
        std::optional<Credentials> sent;
        connect(&page, &SignInPage::submitted, this, [&sent](const Credentials& given) { sent = given; });
        editNamed(page, QStringLiteral("Name"))->setText(QStringLiteral("robin"));
        QLineEdit* password = editNamed(page, QStringLiteral("Password"));
        password->setText(QStringLiteral("wrong password"));
        QTest::keyClick(password, Qt::Key_Return);
        QVERIFY(sent);
        QCOMPARE(sent->name, QStringLiteral("robin"));

        page.showError({contract::ErrorKind::Unauthenticated, QStringLiteral("wrong_password"),
                        QStringLiteral("Name or password is wrong.")});
        QCOMPARE(faultsOf(page).size(), 1);
        QCOMPARE(editNamed(page, QStringLiteral("Name"))->text(), QStringLiteral("robin"));
        QVERIFY(password->text().isEmpty());
    }

    void plainHttpToAnotherMachineIsRefused()
    {
        SignInPage page;
        page.show();
        page.setServer(QUrl(QStringLiteral("http://holdfast.example.com")));
        QSignalSpy submitted(&page, &SignInPage::submitted);
        editNamed(page, QStringLiteral("Name"))->setText(QStringLiteral("robin"));
        editNamed(page, QStringLiteral("Password"))->setText(QStringLiteral("secret words"));
        QTest::keyClick(editNamed(page, QStringLiteral("Password")), Qt::Key_Return);
        QCOMPARE(submitted.count(), 0);
        QVERIFY(faultsOf(page).value(0).contains(QStringLiteral("https")));
    }

    void aShortPasswordIsRefusedAtTheFirstRun()
    {
        FirstRunPage page;
        page.show();
        QSignalSpy submitted(&page, &FirstRunPage::submitted);
        editNamed(page, QStringLiteral("Logon name"))->setText(QStringLiteral("robin"));
        editNamed(page, QStringLiteral("Password"))->setText(QStringLiteral("short"));
        QTest::keyClick(editNamed(page, QStringLiteral("Password")), Qt::Key_Return);
        QCOMPARE(submitted.count(), 0);
        QCOMPARE(faultsOf(page).size(), 1);
        editNamed(page, QStringLiteral("Password"))->clear();
        QTest::keyClick(editNamed(page, QStringLiteral("Logon name")), Qt::Key_Return);
        QCOMPARE(submitted.count(), 1);
    }

    void passwordsAreWeighedInWords()
    {
        QVERIFY(strengthOf(contract::Secret(QStringLiteral("short")))
                    .words.contains(QStringLiteral("Too short")));
        QCOMPARE(strengthOf(contract::Secret(QStringLiteral("aaaaaaaaaaaaaaaa"))).score, 1);
        QCOMPARE(strengthOf(contract::Secret(QStringLiteral("four plain words together"))).score, 3);
    }

    void aServiceThatDoesNotStartIsSaidInWordsWithAWayOn()
    {
        StartPage page;
        page.show();
        QSignalSpy retried(&page, &StartPage::retryChosen);
        page.showFailure({contract::ErrorKind::Unavailable, QStringLiteral("service_missing"),
                          QStringLiteral("holdfastd was not found.")});
        for (QPushButton* button : page.findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == QStringLiteral("Start again")) {
                button->click();
            }
        }
        QCOMPARE(retried.count(), 1);
    }
};

QTEST_MAIN(tst_SignIn)
#include "tst_sign_in.moc"
