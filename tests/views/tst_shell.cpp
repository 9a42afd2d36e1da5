// SPDX-License-Identifier: Apache-2.0
#include "tests/views/sample.h"
#include "views/shell/connection_banner.h"
#include "views/shell/locator.h"
#include "views/shell/navigation_rail.h"
#include "views/shell/shell.h"
#include "views/users/user_card.h"
#include "views/users/users_page.h"
#include "views/widgets/filter_line.h"

#include <QLineEdit>
#include <QStandardPaths>
#include <QTest>

using namespace holdfast::views;

class tst_Shell final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { sample::failOnWarnings(); }
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void pagesAreMadeWhenTheyAreOpened()
    {
        sample::Stage stage;
        Shell shell(stage.workspace());
        shell.openPage(QStringLiteral("overview"));
        QCOMPARE(shell.findChildren<Page*>().size(), 1);
        shell.openPage(QStringLiteral("users"));
        QCOMPARE(shell.findChildren<Page*>().size(), 2);
        QVERIFY(qobject_cast<UsersPage*>(shell.currentPage()));
    }

    void controlAndANumberOpensAPage()
    {
        sample::Stage stage;
        Shell shell(stage.workspace());
        shell.openPage(QStringLiteral("overview"));
        shell.show();
        QVERIFY(QTest::qWaitForWindowActive(&shell));
        QTest::keyClick(&shell, Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(shell.currentPageId(), QStringLiteral("tokens"));
        QTest::keyClick(&shell, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(shell.currentPageId(), QStringLiteral("users"));
    }

    void aPageThatIsNotPermittedIsNotThere()
    {
        sample::Stage stage;
        auto session = sample::session();
        session.administrator.permissions = {holdfast::contract::Permission::ViewUsers};
        stage.transport.on(QStringLiteral("POST /sessions"), holdfast::contract::toJson(session));
        stage.session.signIn(QStringLiteral("root"), holdfast::contract::Secret(QStringLiteral("password")));
        QTRY_VERIFY(!stage.session.may(holdfast::contract::Permission::ViewTokens));
        Shell shell(stage.workspace());
        QCOMPARE(shell.findChild<NavigationRail*>()->pageIds(),
                 QStringList({QStringLiteral("overview"), QStringLiteral("users")}));
    }

    void theLocatorFindsAPersonAndOpensTheCard()
    {
        sample::Stage stage;
        Shell shell(stage.workspace());
        shell.openPage(QStringLiteral("overview"));
        shell.show();
        QVERIFY(QTest::qWaitForWindowActive(&shell));
        QTest::keyClick(&shell, Qt::Key_K, Qt::ControlModifier);
        auto* locator = shell.findChild<Locator*>();
        QVERIFY(locator->isOpen());
        QTest::keyClicks(locator->field(), QStringLiteral("winter"));
        QTRY_COMPARE(locator->model().rowCount(), 1);
        QTest::keyClick(locator->field(), Qt::Key_Return);
        QVERIFY(!locator->isOpen());
        auto* page = qobject_cast<UsersPage*>(shell.currentPage());
        QVERIFY(page);
        QCOMPARE(page->card()->model().userId(), QStringLiteral("1"));
    }

    void enterWaitsForTheAnswerToWhatWasTyped()
    {
        sample::Stage stage;
        // Whoever begins with "an" is not whom "anton" looks for.
        stage.transport.on(QStringLiteral("GET /search"), [](const FakeTransport::Request& request) {
            using holdfast::contract::SearchHit;
            const bool whole = request.query.queryItemValue(QStringLiteral("q")) == QLatin1String("anton");
            const SearchHit hit {QStringLiteral("user"),
                                 whole ? QStringLiteral("2") : QStringLiteral("1"),
                                 whole ? QStringLiteral("Anton Berg") : QStringLiteral("Anke Winter"),
                                 {}};
            return FakeTransport::json(
                QJsonObject {{QStringLiteral("items"), QJsonArray {holdfast::contract::toJson(hit)}}});
        });
        Shell shell(stage.workspace());
        shell.openPage(QStringLiteral("overview"));
        shell.show();
        QVERIFY(QTest::qWaitForWindowActive(&shell));
        shell.openLocator();
        auto* locator = shell.findChild<Locator*>();
        QTest::keyClicks(locator->field(), QStringLiteral("an"));
        QTRY_VERIFY(!locator->model().isSearching() && locator->model().rowCount() > 0);
        QTest::keyClicks(locator->field(), QStringLiteral("ton"));
        QTest::keyClick(locator->field(), Qt::Key_Return);
        QCOMPARE(shell.currentPageId(), QStringLiteral("overview"));
        QTRY_COMPARE(shell.currentPageId(), QStringLiteral("users"));
        QCOMPARE(qobject_cast<UsersPage*>(shell.currentPage())->card()->model().userId(),
                 QStringLiteral("2"));
    }

    void theLocatorKnowsPagesAtOnce()
    {
        sample::Stage stage;
        Shell shell(stage.workspace());
        shell.openPage(QStringLiteral("overview"));
        shell.show();
        QVERIFY(QTest::qWaitForWindowActive(&shell));
        shell.openLocator();
        auto* locator = shell.findChild<Locator*>();
        QTest::keyClicks(locator->field(), QStringLiteral("polic"));
        QVERIFY(locator->model().rowCount() >= 1);
        QTest::keyClick(locator->field(), Qt::Key_Return);
        QCOMPARE(shell.currentPageId(), QStringLiteral("policies"));
    }

    void aLostServiceIsABannerThatGoesByItself()
    {
        sample::Stage stage;
        Shell shell(stage.workspace());
        shell.openPage(QStringLiteral("overview"));
        shell.show();
        auto* banner = shell.findChild<ConnectionBanner*>();
        QVERIFY(banner->text().isEmpty());
        stage.connectivity.lost(QStringLiteral("connection_refused"));
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->text().contains(QStringLiteral("cannot be reached")));
        stage.connectivity.answered();
        QVERIFY(!banner->isVisible());
    }

    void escapeLeadsFromTheCardBackToTheList()
    {
        sample::Stage stage;
        Shell shell(stage.workspace());
        shell.show();
        QVERIFY(QTest::qWaitForWindowActive(&shell));
        shell.follow({QStringLiteral("users"), QStringLiteral("1")});
        auto* page = qobject_cast<UsersPage*>(shell.currentPage());
        QVERIFY(!page->findChild<FilterLine*>()->isVisible());
        QTest::keyClick(&shell, Qt::Key_Escape);
        QVERIFY(page->findChild<FilterLine*>()->isVisible());
    }
};

QTEST_MAIN(tst_Shell)
#include "tst_shell.moc"
