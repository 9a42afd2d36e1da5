// SPDX-License-Identifier: Apache-2.0
#include "models/bin_model.h"
#include "models/bulk_items_model.h"
#include "models/bulk_job_model.h"
#include "models/bulk_jobs_model.h"
#include "models/words.h"
#include "models/words_bulk.h"
#include "tests/support/fake_transport.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using client::Request;
using contract::BulkAction;
using contract::BulkJob;
using contract::BulkJobState;
using models::BulkJobModel;
using testing::FakeTransport;

namespace {

constexpr auto reporting = QAbstractItemModelTester::FailureReportingMode::QtTest;

BulkJob job(BulkJobState state)
{
    BulkJob value;
    value.id = u"4"_s;
    value.action = BulkAction::DisableUsers;
    value.state = state;
    value.ready = 12;
    value.refused = 1;
    return value;
}

} // namespace

class BulkModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionHasItsWords();
    void aListIsWatchedUntilItIsMade();
    void aFailureOfTheWatchDoesNotEndIt();
    void aRefusalLeavesNoJob();
    void itemsAreAWindow();
    void jobsAndBinAreWindows();
};

void BulkModelsTest::everyActionHasItsWords()
{
    for (const auto& [action, name] : contract::EnumNames<BulkAction>::names) {
        QVERIFY2(!models::words::verb(action).isEmpty(), name);
        QVERIFY2(models::words::title(action, 12).contains(u"12"), name);
        QVERIFY2(!models::words::consequence(action).isEmpty(), name);
        const bool tokens = QLatin1String(name).contains(QLatin1String("Tokens"))
            || QLatin1String(name).contains(QLatin1String("Pins"));
        QCOMPARE(models::words::isAboutTokens(action), tokens);
    }
    for (const auto& [state, name] : contract::EnumNames<BulkJobState>::names) {
        QVERIFY2(!models::words::of(state).isEmpty(), name);
    }
    BulkJob undo = job(BulkJobState::Ready);
    undo.undoes = u"3"_s;
    QVERIFY(models::words::title(undo).startsWith(u"Undo"));
}

void BulkModelsTest::aListIsWatchedUntilItIsMade()
{
    FakeTransport transport;
    client::ApiClient api(transport);
    transport.on("POST", u"/bulk-jobs"_s, contract::toJson(job(BulkJobState::Preparing)));
    int polls = 0;
    transport.on("GET", u"/bulk-jobs/4"_s, [&](const Request&) {
        return FakeTransport::json(
            contract::toJson(job(++polls < 2 ? BulkJobState::Preparing : BulkJobState::Ready)));
    });
    BulkJobModel model(api);
    model.create({});
    QCOMPARE(model.state(), BulkJobModel::State::Listing);
    QTRY_COMPARE(model.state(), BulkJobModel::State::Ready);
    QCOMPARE(polls, 2);
    QTest::qWait(2 * static_cast<int>(BulkJobModel::pollEvery.count()));
    QCOMPARE(polls, 2); // nothing moves any more
}

void BulkModelsTest::aFailureOfTheWatchDoesNotEndIt()
{
    FakeTransport transport;
    client::ApiClient api(transport);
    transport.on("GET", u"/bulk-jobs/4"_s, contract::toJson(job(BulkJobState::Running)));
    BulkJobModel model(api);
    model.open(u"4"_s);
    QTRY_COMPARE(model.state(), BulkJobModel::State::Running);
    QSignalSpy failed(&model, &BulkJobModel::failed);
    bool up = false;
    transport.on("GET", u"/bulk-jobs/4"_s, [&](const Request&) -> contract::Result<client::Answer> {
        return up ? contract::Result<client::Answer>(
                   FakeTransport::json(contract::toJson(job(BulkJobState::Finished))))
                  : FakeTransport::problem(contract::ErrorKind::Unavailable, "connection_lost");
    });
    QTRY_VERIFY(failed.count() > 0);
    QCOMPARE(model.state(), BulkJobModel::State::Running);
    up = true;
    QTRY_COMPARE(model.state(), BulkJobModel::State::Ended);
}

void BulkModelsTest::aRefusalLeavesNoJob()
{
    FakeTransport transport;
    client::ApiClient api(transport);
    transport.on("POST", u"/bulk-jobs"_s, [](const Request&) -> contract::Result<client::Answer> {
        return FakeTransport::problem(contract::ErrorKind::Forbidden, "not_permitted");
    });
    BulkJobModel model(api);
    QSignalSpy failed(&model, &BulkJobModel::failed);
    model.create({});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(model.state(), BulkJobModel::State::Empty);
}

void BulkModelsTest::itemsAreAWindow()
{
    FakeTransport transport;
    client::ApiClient api(transport);
    transport.on("GET", u"/bulk-jobs/4/items"_s, [](const Request& request) {
        return testing::pageOf(request, 1234, [](qint64 row) {
            contract::BulkItem item;
            item.position = static_cast<int>(row) + 1;
            item.name = u"00012345%1"_s.arg(row);
            item.state = row % 2 ? contract::BulkItemState::Refused : contract::BulkItemState::Ready;
            item.code = row % 2 ? u"higher_rank"_s : QString();
            return contract::toJson(item);
        });
    });
    models::BulkItemsModel model(api);
    const QAbstractItemModelTester tester(&model, reporting);
    model.setJob(u"4"_s, true);
    QTRY_COMPARE(model.rowCount(), 1234);
    QTRY_VERIFY(model.index(1, models::BulkItemsModel::Name).data().isValid());
    QVERIFY(model.index(0, models::BulkItemsModel::Reason).data().toString().isEmpty());
    QCOMPARE(model.index(1, models::BulkItemsModel::Reason).data().toString(),
             models::words::bulkReason(u"higher_rank"_s));
    QVERIFY(model.index(0, models::BulkItemsModel::Name).data(models::MonospaceRole).toBool());
    model.setRestriction(u"state"_s, u"refused"_s);
    QTRY_COMPARE(transport.last().query.queryItemValue(u"state"_s), u"refused"_s);
}

void BulkModelsTest::jobsAndBinAreWindows()
{
    FakeTransport transport;
    client::ApiClient api(transport);
    contract::ManualClock clock(contract::fromMilliseconds(1780000000000));
    transport.on("GET", u"/bulk-jobs"_s, [](const Request& request) {
        return testing::pageOf(request, 300, [](qint64 row) {
            BulkJob value = job(BulkJobState::Ready);
            value.id = QString::number(row + 1);
            return contract::toJson(value);
        });
    });
    transport.on("GET", u"/bin"_s, [](const Request& request) {
        return testing::pageOf(request, 300, [](qint64 row) {
            contract::BinEntry value;
            value.id = QString::number(row + 1);
            value.name = u"gone"_s;
            value.domain = u"/Old"_s;
            value.domainGone = true;
            return contract::toJson(value);
        });
    });
    models::BulkJobsModel jobs(api, clock);
    const QAbstractItemModelTester jobsTester(&jobs, reporting);
    jobs.load();
    QTRY_COMPARE(jobs.rowCount(), 300);
    QTRY_VERIFY(jobs.index(0, models::BulkJobsModel::What).data().toString().contains(u"12"));
    models::BinModel bin(api, clock);
    const QAbstractItemModelTester binTester(&bin, reporting);
    bin.load();
    QTRY_COMPARE(bin.rowCount(), 300);
    QTRY_VERIFY(bin.index(0, models::BinModel::Domain).data().toString().contains(u"gone"));
}

QTEST_GUILESS_MAIN(BulkModelsTest)
#include "tst_bulk.moc"
