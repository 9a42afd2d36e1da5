// SPDX-License-Identifier: Apache-2.0
#include "tests/views/sample.h"
#include "views/bulk/bin_tab.h"
#include "views/bulk/bulk_bar.h"
#include "views/bulk/bulk_dialog.h"
#include "views/bulk/jobs_page.h"
#include "views/bulk/jobs_tab.h"
#include "views/bulk/restore_dialog.h"
#include "views/tokens/tokens_page.h"
#include "views/users/users_page.h"
#include "views/widgets/message_bar.h"
#include "views/widgets/table_pane.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include <ctime>

using namespace holdfast;
using namespace holdfast::views;
using namespace Qt::StringLiterals;
using contract::BulkAction;
using contract::BulkJob;
using contract::BulkJobState;
using JobState = models::BulkJobModel::State;

namespace {

BulkChoice twoTokens()
{
    return {.ids = QStringList {u"000123456789"_s, u"000123456780"_s}, .count = 2};
}

// The main thread's own work: what other programs do meanwhile does not count.
double processorMilliseconds()
{
    std::timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// A million users, of which each request gets a page.
void answerWithAMillion(FakeTransport& transport)
{
    transport.on(u"GET /users"_s, [](const client::Request& request) {
        std::vector<contract::User> page;
        const int limit = request.query.queryItemValue(u"limit"_s).toInt();
        for (int i = 0; i < limit; ++i) {
            page.push_back(sample::user(QString::number(i + 1), u"user%1"_s.arg(i), u"User"_s));
        }
        QJsonObject answer = sample::list(page, 1'000'000);
        answer.insert(u"next"_s, u"more"_s);
        return FakeTransport::json(answer);
    });
}

} // namespace

class tst_Bulk final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { sample::failOnWarnings(); }

    void nothingIsChangedBeforeTheListWasThere()
    {
        sample::Stage stage;
        auto* dialog = new BulkDialog(stage.workspace(), BulkAction::DisableTokens, twoTokens(), nullptr);
        dialog->show();
        QTRY_COMPARE(dialog->table()->model()->rowCount(), 2);
        QCOMPARE(stage.transport.lastBody(u"POST /bulk-jobs"_s)[u"action"].toString(), u"disableTokens"_s);
        QCOMPARE(stage.transport.lastBody(u"POST /bulk-jobs"_s)[u"ids"].toArray().size(), 2);
        QVERIFY(stage.transport.requests(u"POST /bulk-jobs/7/start"_s).isEmpty());
        const auto* model = dialog->table()->model();
        QVERIFY(!model->index(1, models::BulkItemsModel::Reason).data().toString().isEmpty());
        QVERIFY(dialog->primaryButton()->isEnabled());
        QVERIFY(dialog->primaryButton()->text().contains(u'1'));
        QSignalSpy changed(dialog, &BulkDialog::changed);
        dialog->primaryButton()->click();
        QTRY_COMPARE(dialog->model().state(), JobState::Ended);
        QCOMPARE(changed.count(), 1);
        QVERIFY(dialog->undoButton()->isVisible());
        dialog->close();
        QVERIFY(stage.transport.requests(u"POST /bulk-jobs/7/cancel"_s).isEmpty()); // it is done
    }

    void aListThatIsClosedIsForgotten()
    {
        sample::Stage stage;
        auto* dialog = new BulkDialog(stage.workspace(), BulkAction::DisableTokens, twoTokens(), nullptr);
        dialog->show();
        QTRY_COMPARE(dialog->model().state(), JobState::Ready);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_COMPARE(stage.transport.requests(u"POST /bulk-jobs/7/cancel"_s).size(), 1);
        QVERIFY(stage.transport.requests(u"POST /bulk-jobs/7/start"_s).isEmpty());
    }

    void aDomainIsAskedForFirst()
    {
        sample::Stage stage;
        auto* dialog = new BulkDialog(stage.workspace(), BulkAction::MoveUsers,
                                      {.filter = u"status:\"active\""_s, .count = 900}, nullptr);
        dialog->show();
        QTRY_VERIFY(dialog->primaryButton()->isEnabled()); // the domains are there
        QVERIFY(stage.transport.requests(u"POST /bulk-jobs"_s).isEmpty());
        const auto boxes = dialog->findChildren<QComboBox*>();
        for (QComboBox* box : boxes) {
            if (box->isVisible()) {
                box->setCurrentText(u"/Sales"_s);
            }
        }
        dialog->primaryButton()->click();
        QTRY_COMPARE(stage.transport.requests(u"POST /bulk-jobs"_s).size(), 1);
        const QJsonObject body = stage.transport.lastBody(u"POST /bulk-jobs"_s);
        QCOMPARE(body[u"domain"].toString(), u"/Sales"_s);
        QCOMPARE(body[u"filter"].toString(), u"status:\"active\""_s);
        QVERIFY(!body.contains(u"ids"_s));
        QTRY_COMPARE(dialog->model().state(), JobState::Ready);
        dialog->close();
    }

    void aboveTheAgreedShareAReasonIsNeeded()
    {
        sample::Stage stage;
        BulkJob job = sample::bulkJob(BulkJobState::Ready);
        job.aboveLimit = true;
        job.sharePercent = 41.0;
        stage.transport.on(u"POST /bulk-jobs"_s, contract::toJson(job));
        auto* dialog = new BulkDialog(stage.workspace(), BulkAction::DisableTokens, twoTokens(), nullptr);
        dialog->show();
        QTRY_COMPARE(dialog->model().state(), JobState::Ready);
        QVERIFY(!dialog->primaryButton()->isEnabled());
        QVERIFY(dialog->reasonField()->isVisible());
        QVERIFY(dialog->findChild<MessageBar*>()->text().contains(u"41"));
        QTest::keyClicks(dialog->reasonField(), u"too few"_s);
        QVERIFY(!dialog->primaryButton()->isEnabled());
        QTest::keyClicks(dialog->reasonField(), u" tokens left"_s);
        QVERIFY(dialog->primaryButton()->isEnabled());
        dialog->primaryButton()->click();
        QTRY_COMPARE(dialog->model().state(), JobState::Ended);
        QCOMPARE(stage.transport.lastBody(u"POST /bulk-jobs/7/start"_s)[u"overruleReason"].toString(),
                 u"too few tokens left"_s);
        dialog->close();
    }

    void aRunningJobIsWatchedAndStopped()
    {
        sample::Stage stage;
        BulkJob running = sample::bulkJob(BulkJobState::Running);
        running.ready = 500;
        running.undoUntil.reset();
        stage.transport.on(u"POST /bulk-jobs/7/start"_s, contract::toJson(running));
        auto* dialog = new BulkDialog(stage.workspace(), BulkAction::DisableTokens, twoTokens(), nullptr);
        dialog->show();
        QTRY_COMPARE(dialog->model().state(), JobState::Ready);
        dialog->primaryButton()->click();
        QTRY_COMPARE(dialog->model().state(), JobState::Running);
        QVERIFY(dialog->stopButton()->isVisible());
        QVERIFY(!dialog->undoButton()->isVisible());
        dialog->stopButton()->click();
        QTRY_COMPARE(dialog->model().state(), JobState::Ended);
        QCOMPARE(dialog->model().job().state, BulkJobState::Cancelled);
        QVERIFY(dialog->undoButton()->isVisible()); // what was changed until then
        dialog->close();
    }

    void anUndoShowsItsListToo()
    {
        sample::Stage stage;
        BulkJob inverse = sample::bulkJob(BulkJobState::Ready);
        inverse.id = u"8"_s;
        inverse.action = BulkAction::EnableTokens;
        inverse.undoes = u"7"_s;
        stage.transport.on(u"POST /bulk-jobs/7/undo"_s, contract::toJson(inverse));
        stage.transport.on(u"GET /bulk-jobs/8/items"_s, sample::list(std::vector<contract::BulkItem> {}, 0));
        auto* page = new JobsPage(stage.workspace());
        page->resize(1100, 700);
        page->show();
        page->opened();
        auto* table = page->jobs()->pane()->table();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        page->jobs()->open(true);
        BulkDialog* dialog = nullptr;
        QTRY_VERIFY(dialog = page->findChild<BulkDialog*>());
        QTRY_COMPARE(dialog->model().job().id, u"8"_s);
        QCOMPARE(dialog->model().state(), JobState::Ready);
        QVERIFY(stage.transport.requests(u"POST /bulk-jobs/8/start"_s).isEmpty());
        stage.transport.on(u"POST /bulk-jobs/8/cancel"_s, contract::toJson(inverse));
        dialog->reject();
        delete page;
    }

    void somethingComesBackFromTheBinUnderAnotherName()
    {
        sample::Stage stage;
        stage.transport.fail(u"POST /bin/3/restore"_s, contract::ErrorKind::Conflict, u"user_name_taken"_s);
        auto* page = new JobsPage(stage.workspace());
        page->resize(1100, 700);
        page->show();
        page->follow({u"jobs"_s, {}, {}, {}, u"bin"_s});
        auto* table = page->bin()->pane()->table();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QSignalSpy told(page, &Page::message);
        page->bin()->restoreChosen();
        RestoreDialog* dialog = nullptr;
        QTRY_VERIFY(dialog = page->findChild<RestoreDialog*>());
        dialog->primaryButton()->click();
        QTRY_VERIFY(!dialog->findChild<MessageBar*>()->text().isEmpty());
        contract::BinRestored answer;
        answer.name = u"carl2"_s;
        answer.subjectId = u"12"_s;
        stage.transport.on(u"POST /bin/3/restore"_s, contract::toJson(answer));
        dialog->findChild<QLineEdit*>()->setText(u"carl2"_s);
        dialog->primaryButton()->click();
        QTRY_COMPARE(told.count(), 1);
        QCOMPARE(stage.transport.lastBody(u"POST /bin/3/restore"_s)[u"name"].toString(), u"carl2"_s);
        delete page;
    }

    void rowsThatAreChosenAreNamedAndAllAreAFilter()
    {
        sample::Stage stage;
        auto* page = new UsersPage(stage.workspace());
        page->resize(1200, 700);
        page->show();
        page->opened();
        auto* table = page->pane()->table();
        QTRY_COMPARE(table->model()->rowCount(), 2);
        table->selectRow(0);
        QVERIFY(!page->bulk()->isVisible());
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        QTRY_VERIFY(page->bulk()->isVisible());
        const auto choice = page->bulk()->choice();
        QVERIFY(choice);
        QCOMPARE(choice->ids.value_or(QStringList()), (QStringList {u"1"_s, u"2"_s}));
        delete page;
    }

    void aMillionAreChosenWithoutAStall()
    {
        sample::Stage stage;
        answerWithAMillion(stage.transport);
        auto* page = new UsersPage(stage.workspace());
        page->resize(1200, 700);
        page->show();
        page->opened();
        auto* table = page->pane()->table();
        QTRY_COMPARE(table->model()->rowCount(), 1'000'000);
        QTRY_VERIFY(table->model()->index(0, 0).data().isValid());
        table->selectRow(0);
        const double before = processorMilliseconds();
        table->selectAll();
        QCoreApplication::processEvents();
        const double took = processorMilliseconds() - before;
        QVERIFY2(took < 50.0, qPrintable(u"%1 ms"_s.arg(took)));
        QVERIFY(page->bulk()->isVisible());
        const auto choice = page->bulk()->choice();
        QVERIFY(choice && choice->filter && !choice->ids);
        QCOMPARE(choice->count, 1'000'000);
        // Many, but not all, and not loaded: nothing is guessed.
        table->selectRow(10);
        table->selectionModel()->select(
            QItemSelection(table->model()->index(10, 0), table->model()->index(400'000, 0)),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QVERIFY(!page->bulk()->choice());
        delete page;
    }
};

QTEST_MAIN(tst_Bulk)
#include "tst_bulk.moc"
