// SPDX-License-Identifier: Apache-2.0
#include "tests/views/sample.h"
#include "views/tokens/token_dialogs.h"
#include "views/users/card_verdict.h"
#include "views/users/user_card.h"
#include "views/users/user_dialog.h"
#include "views/users/users_page.h"
#include "views/widgets/filter_line.h"
#include "views/widgets/form_field.h"
#include "views/widgets/state_view.h"
#include "views/widgets/table_pane.h"

#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace holdfast;
using namespace holdfast::views;

class tst_Users final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { sample::failOnWarnings(); }
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void theFilterSaysHowManyMatch()
    {
        sample::Stage stage;
        UsersPage page(stage.workspace());
        page.show();
        page.opened();
        QTRY_VERIFY(page.pane()->states()->isContentShown());
        QTRY_COMPARE(page.pane()->filterLine()->countText(), QStringLiteral("2"));
        page.pane()->filterLine()->setText(QStringLiteral("ada"));
        QTRY_COMPARE(page.pane()->filterLine()->countText(), QStringLiteral("1 of 2"));
        QCOMPARE(page.pane()->table()->model()->rowCount(), 1);
    }

    void nothingThatMatchesOffersToClearTheFilter()
    {
        sample::Stage stage;
        UsersPage page(stage.workspace());
        page.show();
        page.opened();
        page.pane()->filterLine()->setText(QStringLiteral("nobody"));
        QTRY_COMPARE(page.pane()->states()->title(), QStringLiteral("No user matches"));
        for (QPushButton* button : page.pane()->states()->findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Clear filter")) {
                button->click();
            }
        }
        QTRY_VERIFY(page.pane()->states()->isContentShown());
        QCOMPARE(page.pane()->table()->model()->rowCount(), 2);
        QVERIFY(page.pane()->filterLine()->text().isEmpty());
    }

    void aListThatFailsOffersARetry()
    {
        sample::Stage stage;
        stage.transport.fail(QStringLiteral("GET /users"), contract::ErrorKind::Internal,
                             QStringLiteral("internal"));
        UsersPage page(stage.workspace());
        page.show();
        page.opened();
        QTRY_COMPARE(page.pane()->states()->title(), QStringLiteral("This list could not be loaded"));
        stage.fill();
        for (QPushButton* button : page.pane()->states()->findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Retry")) {
                button->click();
            }
        }
        QTRY_VERIFY(page.pane()->states()->isContentShown());
    }

    void anEmptyListOffersToMakeTheFirst()
    {
        sample::Stage stage;
        stage.transport.on(QStringLiteral("GET /users"), sample::list(std::vector<contract::User> {}, 0));
        UsersPage page(stage.workspace());
        page.show();
        page.opened();
        QTRY_COMPARE(page.pane()->states()->title(), QStringLiteral("No users yet"));
        bool offered = false;
        for (QPushButton* button : page.pane()->states()->findChildren<QPushButton*>()) {
            if (button->text().startsWith(QStringLiteral("New user"))) {
                button->click();
                offered = true;
            }
        }
        QVERIFY(offered);
        QVERIFY(page.findChild<UserDialog*>());
    }

    void theCardSaysWithWhatSomebodyCanLogOn()
    {
        sample::Stage stage;
        UserCard card(stage.workspace());
        card.show();
        card.setUser(QStringLiteral("1"));
        QTRY_COMPARE(card.model().state(), models::UserCardModel::State::Ready);
        QVERIFY2(card.verdict()->verdict().startsWith(QStringLiteral("Can ")),
                 qPrintable(card.verdict()->verdict()));
        QVERIFY(!card.verdict()->primaryButton()->isVisible());
        QVERIFY(card.verdict()->emergencyButton()->isVisible());
    }

    void theCardOfALockedPersonUnlocksWithItsFirstButton()
    {
        sample::Stage stage;
        UserCard card(stage.workspace());
        card.show();
        card.setUser(QStringLiteral("2"));
        QTRY_COMPARE(card.model().state(), models::UserCardModel::State::Ready);
        QVERIFY2(card.verdict()->verdict().startsWith(QStringLiteral("Cannot ")),
                 qPrintable(card.verdict()->verdict()));
        QVERIFY(card.verdict()->primaryButton()->isVisible());
        stage.transport.on(QStringLiteral("POST /users/2/unlock"),
                           contract::toJson(sample::user(QStringLiteral("2"), QStringLiteral("ben"), {})));
        stage.transport.on(QStringLiteral("GET /users/2/card"),
                           contract::toJson(sample::card(QStringLiteral("2"))));
        card.verdict()->primaryButton()->click();
        QTRY_VERIFY(card.verdict()->verdict().startsWith(QStringLiteral("Can ")));
        QCOMPARE(stage.transport.requests(QStringLiteral("POST /users/2/unlock")).size(), 1);
    }

    void aFaultOfAFieldStandsBelowIt()
    {
        sample::Stage stage;
        stage.transport.on(
            QStringLiteral("POST /users"), [](const client::Request&) -> FakeTransport::Answer {
                return contract::Unexpected(contract::Error {
                    contract::ErrorKind::Conflict,
                    QStringLiteral("name_taken"),
                    QStringLiteral("There is somebody of this name already."),
                    {{QStringLiteral("name"), QStringLiteral("taken"), QStringLiteral("is taken.")}}});
            });
        auto* dialog = new UserDialog(stage.workspace(), nullptr);
        dialog->show();
        auto* name = dialog->findChild<QLineEdit*>();
        name->setText(QStringLiteral("ada"));
        dialog->primaryButton()->click();
        QTRY_VERIFY(!dialog->findChild<FormField*>()->fault().isEmpty());
        QCOMPARE(name->text(), QStringLiteral("ada"));
        QVERIFY(dialog->isVisible());
        dialog->close();
    }

    void resynchronisingAsksForTwoDifferentCodes()
    {
        sample::Stage stage;
        auto* dialog =
            new ResyncDialog(stage.workspace(), sample::token(QStringLiteral("000123456789")), nullptr);
        dialog->show();
        const auto edits = dialog->findChildren<QLineEdit*>();
        QCOMPARE(edits.size(), 2);
        edits[0]->setText(QStringLiteral("123456"));
        edits[1]->setText(QStringLiteral("123456"));
        dialog->primaryButton()->click();
        QVERIFY(stage.transport.requests(QStringLiteral("POST /tokens/000123456789/resync")).isEmpty());
        edits[1]->setText(QStringLiteral("654321"));
        stage.transport.on(QStringLiteral("POST /tokens/000123456789/resync"),
                           contract::toJson(sample::token(QStringLiteral("000123456789"))));
        dialog->primaryButton()->click();
        QTRY_COMPARE(stage.transport.lastBody(QStringLiteral("POST /tokens/000123456789/resync"))
                         .value(QStringLiteral("secondCode"))
                         .toString(),
                     QStringLiteral("654321"));
    }
};

QTEST_MAIN(tst_Users)
#include "tst_users.moc"
