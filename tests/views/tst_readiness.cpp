// SPDX-License-Identifier: Apache-2.0
#include "services/contract/offline.h"
#include "tests/views/sample.h"
#include "views/readiness/figures_line.h"
#include "views/readiness/readiness_bar.h"
#include "views/readiness/readiness_dialogs.h"
#include "views/readiness/readiness_page.h"
#include "views/widgets/table_pane.h"

#include <QClipboard>
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

namespace {

bool saysLabel(const QWidget* place, const QString& part)
{
    const auto labels = place->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->text().contains(part); });
}

} // namespace

class tst_Readiness final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { sample::failOnWarnings(); }

    void aSentenceOfTheBoardShowsJustThose()
    {
        sample::Stage stage;
        ReadinessPage page(stage.workspace());
        page.resize(1100, 700);
        page.show();
        page.opened();
        QTRY_VERIFY(page.figures()->button(u"endingBeforeMonday"_s));
        QVERIFY(page.figures()
                    ->button(u"endingBeforeMonday"_s)
                    ->text()
                    .startsWith(u"2 person(s) run out before "_s));
        QVERIFY(!page.figures()->button(u"endingBeforeMonday"_s)->isChecked());
        page.figures()->button(u"endingBeforeMonday"_s)->click();
        const auto filter = [&] {
            return stage.transport.requests(u"GET /offline-sets"_s)
                .last()
                .query.queryItemValue(u"filter"_s, QUrl::FullyDecoded);
        };
        QTRY_COMPARE(filter(), u"warning:\"endingBeforeMonday\""_s);
        QVERIFY(page.figures()->button(u"endingBeforeMonday"_s)->isChecked());
        page.pane()->table()->selectAll();
        QVERIFY(page.bar()->isVisible());
        page.figures()->button(u"ofLeavers"_s)->click();
        QTRY_COMPARE(filter(), u"leavers:\"yes\""_s);
        QVERIFY(page.figures()->button(u"ofLeavers"_s)->isChecked());
        QVERIFY(!page.figures()->button(u"endingBeforeMonday"_s)->isChecked());
        QTRY_VERIFY(!page.bar()->isVisible()); // what was chosen is not shown any more
        page.figures()->button(u"ofLeavers"_s)->click(); // pressed again it shows all
        QTRY_VERIFY(filter().isEmpty());
        QVERIFY(!page.figures()->button(u"ofLeavers"_s)->isChecked());
        QSignalSpy link(&page, &ReadinessPage::linkActivated);
        page.figures()->button(u"silentWorkstations"_s)->click();
        QCOMPARE(link.size(), 1);
        QCOMPARE(link.first().first().value<Link>().page, u"workstations"_s);
    }

    void whatIsChosenOnTheBoardIsExtendedAndMailed()
    {
        sample::Stage stage;
        contract::OfflineSet byLogon = sample::offlineSet(u"2"_s, u"LAPTOP-8"_s);
        byLogon.refill = contract::OfflineRefill::Logon;
        stage.transport.on(u"GET /offline-sets"_s,
                           sample::list(std::vector {sample::offlineSet(u"1"_s, u"LAPTOP-7"_s), byLogon}, 2));
        stage.transport.on(u"POST /offline-sets/1/renew"_s, QJsonObject {});
        stage.transport.on(u"POST /offline-sets/2/renew"_s, QJsonObject {});
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
        QVERIFY(
            saysLabel(dialog,
                      u"1 come(s) at the next contact of the workstation; 1 need(s) the person to sign in "
                      "there with a network."_s));
        dialog->days()->setValue(21);
        dialog->reason()->setText(u"Ship"_s);
        QSignalSpy message(&page, &ReadinessPage::message);
        dialog->primaryButton()->click();
        QTRY_COMPARE(message.size(), 1);
        QCOMPARE(stage.transport.lastBody(u"POST /offline-sets/1/extend"_s).value(u"days"_s).toInt(), 21);
        QVERIFY(message.first().at(1).toString().startsWith(
            u"1 come(s) at the next contact of the workstation. "_s));
        QVERIFY(message.first().at(1).toString().contains(u"over or revoked"_s));
        QTRY_COMPARE(page.pane()->table()->model()->rowCount(), 2);
        page.pane()->table()->selectAll();
        page.bar()->renew();
        QTRY_COMPARE(message.size(), 2);
        QVERIFY(message.last().at(1).toString().contains(u"need(s) the person to sign in there"_s));
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
};

QTEST_MAIN(tst_Readiness)
#include "tst_readiness.moc"
