// SPDX-License-Identifier: Apache-2.0
#include "tests/views/sample.h"
#include "views/tokens/token_dialogs.h"
#include "views/users/card_verdict.h"
#include "views/users/explain_dialog.h"
#include "views/users/user_card.h"
#include "views/users/users_page.h"
#include "views/widgets/table_pane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace holdfast;
using namespace holdfast::views;

namespace {

QPushButton* buttonOf(const QWidget* widget, const QString& text)
{
    const auto buttons = widget->findChildren<QPushButton*>();
    for (QPushButton* button : buttons) {
        if (button->text() == text) {
            return button;
        }
    }
    return nullptr;
}

bool says(const QWidget* widget, const QString& part)
{
    const auto labels = widget->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->text().contains(part); });
}

} // namespace

class tst_Explain final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { sample::failOnWarnings(); }

    void oneKeyOnThePageOfUsersTellsWhy()
    {
        sample::Stage stage;
        UsersPage page(stage.workspace());
        page.show();
        page.opened();
        page.follow({QStringLiteral("users"), QStringLiteral("2")});
        QTRY_COMPARE(page.card()->model().state(), models::UserCardModel::State::Ready);
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QTest::keyClick(&page, Qt::Key_F2);
        QTRY_VERIFY(page.card()->findChild<ExplainDialog*>());
        auto* dialog = page.card()->findChild<ExplainDialog*>();
        QVERIFY(says(dialog, QStringLiteral("Cannot sign in: the account is locked")));
        QVERIFY(says(dialog, QStringLiteral("Account is enabled")));
        QVERIFY(says(dialog, QStringLiteral("inherited from /Sales")));
        QVERIFY(says(dialog, QStringLiteral("fewer than 5")));
        dialog->close();
    }

    void aCureIsOneClickAndTheListFollows()
    {
        sample::Stage stage;
        UserCard card(stage.workspace());
        auto* dialog = open(card);
        stage.transport.on(QStringLiteral("POST /users/2/unlock"),
                           contract::toJson(sample::user(QStringLiteral("2"), QStringLiteral("ben"), {})));
        stage.transport.on(QStringLiteral("GET /users/2/card"),
                           contract::toJson(sample::card(QStringLiteral("2"))));
        QPushButton* unlock = buttonOf(dialog, QStringLiteral("Unlock account"));
        QVERIFY(unlock && unlock->isEnabled());
        unlock->click();
        QTRY_COMPARE(stage.transport.requests(QStringLiteral("POST /users/2/unlock")).size(), 1);
        QTRY_VERIFY(says(dialog, QStringLiteral("Can sign in now")));
        QTRY_VERIFY(!buttonOf(dialog, QStringLiteral("Unlock account")));
        QVERIFY(dialog->isVisible());
        dialog->close();
    }

    void aCureThatAsksForMoreGivesWayToItsDialog()
    {
        sample::Stage stage;
        UserCard card(stage.workspace());
        auto* dialog = open(card);
        QPushButton* replace = buttonOf(dialog, QStringLiteral("Replace token…"));
        QVERIFY(replace);
        replace->click();
        QVERIFY(!dialog->isVisible());
        QTRY_VERIFY(card.findChild<TokenDialog*>());
        card.findChild<TokenDialog*>()->close();
    }

    void whatIsMissingStandsBesideTheButton()
    {
        sample::Stage stage;
        contract::UserCard shown = sample::lockedCard(QStringLiteral("2"));
        shown.explanation.checks[1].cure->refusal = QStringLiteral("outside_scope");
        stage.transport.on(QStringLiteral("GET /users/2/card"), contract::toJson(shown));
        UserCard card(stage.workspace());
        auto* dialog = open(card);
        QVERIFY(!buttonOf(dialog, QStringLiteral("Unlock account"))->isEnabled());
        QVERIFY(says(dialog, QStringLiteral("outside your scope")));
        dialog->close();
    }

    void theTicketGoesToTheClipboard()
    {
        sample::Stage stage;
        UserCard card(stage.workspace());
        auto* dialog = open(card);
        dialog->copyButton()->click();
        const QString ticket = QGuiApplication::clipboard()->text();
        QVERIFY2(ticket.startsWith(QStringLiteral("Ada Winter (ada) in /Sales/EMEA\nCannot sign in")),
                 qPrintable(ticket));
        QVERIFY(ticket.contains(QStringLiteral("[FAILED] Account is not locked")));
        QVERIFY(ticket.contains(QStringLiteral("cure: Unlock account")));
        dialog->close();
    }

    void thePoliciesOfTheCardOpenUpToEveryValueWithItsOrigin()
    {
        sample::Stage stage;
        UserCard card(stage.workspace());
        card.show();
        card.setUser(QStringLiteral("1"));
        QTRY_COMPARE(card.model().state(), models::UserCardModel::State::Ready);
        QToolButton* toggle = nullptr;
        const auto buttons = card.findChildren<QToolButton*>();
        for (QToolButton* button : buttons) {
            if (button->accessibleName().endsWith(QStringLiteral("Show every value"))) {
                toggle = toggle ? toggle : button;
            }
        }
        QVERIFY(toggle);
        const auto shownLabel = [&](const QString& text) {
            const auto labels = card.findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
                return label->text() == text && label->isVisible();
            });
        };
        QVERIFY(!shownLabel(QStringLiteral("Wrong codes in a row")));
        toggle->click();
        QVERIFY(shownLabel(QStringLiteral("Wrong codes in a row")));
        QVERIFY(shownLabel(QStringLiteral("Inherited from /Sales")));
        card.refresh(); // stays open through a fresh card
        QTRY_COMPARE(stage.transport.requests(QStringLiteral("GET /users/1/card")).size(), 2);
        QTRY_VERIFY(shownLabel(QStringLiteral("Wrong codes in a row")));
    }

private:
    static ExplainDialog* open(UserCard& card)
    {
        card.show();
        card.setUser(QStringLiteral("2"));
        if (!QTest::qWaitFor([&] { return card.model().state() == models::UserCardModel::State::Ready; })) {
            return nullptr;
        }
        card.verdict()->explainButton()->click();
        return card.findChild<ExplainDialog*>();
    }
};

QTEST_MAIN(tst_Explain)
#include "tst_explain.moc"
