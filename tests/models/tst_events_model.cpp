// SPDX-License-Identifier: Apache-2.0
#include "models/events_model.h"
#include "tests/support/fake_transport.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace holdfast;
using namespace std::chrono_literals;
using client::Request;
using models::EventsModel;
using models::WindowModel;
using testing::FakeTransport;

class EventsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_transport = std::make_unique<FakeTransport>();
        m_api = std::make_unique<client::ApiClient>(*m_transport);
        m_last = 1000;
        m_cuts.clear();
        m_broken = false;
        m_forbidden = false;
        m_refused = 0;
        m_answersBeforeBreak = 0;
        m_clock.set(contract::fromMilliseconds(1780000000000));
        m_transport->on("GET", QStringLiteral("/events"),
                        [this](const Request& request) { return answer(request); });
        m_transport->on("GET", QStringLiteral("/event-cuts"), [this](const Request&) {
            return FakeTransport::json(contract::toJson(contract::EventCutList {m_cuts}));
        });
        m_model = std::make_unique<EventsModel>(*m_api, m_clock);
        m_model->setPollInterval(5ms);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_api.reset();
        m_transport.reset();
    }

    void theNewestComesFirst()
    {
        load();
        QCOMPARE(m_model->rowCount(), 1000);
        QCOMPARE(sequenceAt(0), 1000);
        QCOMPARE(sequenceAt(99), 901);
        QTRY_COMPARE(sequenceAt(700), 300);
    }

    void whatHappensNowAppearsOnTop()
    {
        load();
        const QPersistentModelIndex read = m_model->index(10, EventsModel::What);
        m_model->setLive(true);
        m_last += 3;
        QTRY_COMPARE(m_model->rowCount(), 1003);
        QCOMPARE(sequenceAt(0), 1003);
        QCOMPARE(sequenceAt(2), 1001);
        QCOMPARE(sequenceAt(3), 1000);
        QCOMPARE(read.row(), 13); // the same event as before
        QCOMPARE(read.data(EventsModel::SequenceRole).toLongLong(), 990);
        m_last += 1;
        QTRY_COMPARE(sequenceAt(0), 1004);
        QTRY_COMPARE(sequenceAt(904), 100); // further down the list has not moved under the rows
    }

    void whilePausedNewOnesAreCounted()
    {
        load();
        m_model->setLive(true);
        m_model->setPaused(true);
        m_last += 5;
        QTRY_COMPARE(m_model->waiting(), 5);
        QCOMPARE(m_model->rowCount(), 1000);
        m_model->setPaused(false);
        QCOMPARE(m_model->waiting(), 0);
        QCOMPARE(m_model->rowCount(), 1005);
        QCOMPARE(sequenceAt(0), 1005);
    }

    void moreThanOnePageOfNewOnesIsFetchedWhole()
    {
        load();
        m_last += 450;
        m_model->setLive(true);
        QTRY_COMPARE(m_model->rowCount(), 1450);
        for (int row = 0; row < 450; ++row) {
            QCOMPARE(sequenceAt(row), 1450 - row);
        }
    }

    void aLongPauseLosesNothing()
    {
        load();
        m_model->setLive(true);
        m_model->setPaused(true);
        m_last += 3000; // more than are kept waiting
        QTRY_COMPARE(m_model->waiting(), 3000);
        QCOMPARE(m_model->rowCount(), 1000);
        m_model->setPaused(false);
        QTRY_COMPARE(m_model->rowCount(), 4000);
        QCOMPARE(m_model->waiting(), 0);
        QCOMPARE(sequenceAt(0), 4000);
        QTRY_COMPARE(sequenceAt(2000), 2000);
    }

    void theCountGrowsWithTheList()
    {
        load();
        m_model->setLive(true);
        m_last += 3;
        QTRY_COMPARE(m_model->rowCount(), 1003);
        QCOMPARE(m_model->total(), 1003);
    }

    void afterABrokenConnectionNothingIsMissingAndTheGapIsMarked()
    {
        loadLive();
        breakFor(91s, 450);
        QTRY_COMPARE(m_model->rowCount(), 1451); // and the gap
        QVERIFY(isGap(0));
        QCOMPARE(whatAt(0),
                 QStringLiteral("Connection was lost 20:26:40 to 20:28:11. 450 event(s) caught up."));
        QVERIFY(!m_model->event(0));
        QVERIFY(m_model->index(0, 0).data(models::IdRole).toString().isEmpty());
        for (int row = 1; row <= 450; ++row) {
            QCOMPARE(sequenceAt(row), 1451 - row);
        }
        QCOMPARE(sequenceAt(451), 1000);
        QCOMPARE(m_model->total(), 1450); // the gap is no event
        m_last += 1;
        QTRY_COMPARE(m_model->rowCount(), 1452);
        QCOMPARE(sequenceAt(0), 1451);
        QVERIFY(isGap(1));
        QTRY_COMPARE(sequenceAt(952), 500); // what is read further down has not moved
    }

    void aBreakWithoutEventsIsMarkedToo()
    {
        loadLive();
        breakFor(5s, 0);
        QTRY_COMPARE(m_model->rowCount(), 1001);
        QCOMPARE(whatAt(0), QStringLiteral("Connection was lost 20:26:40 to 20:26:45. Nothing was missed."));
    }

    void itBreaksAgainWhileItCatchesUp()
    {
        loadLive();
        m_answersBeforeBreak = 2;
        breakFor(10s, 1000);
        QTRY_VERIFY(m_broken);
        m_refused = 0;
        QTRY_VERIFY(m_refused > 1);
        m_clock.advance(10s);
        m_broken = false;
        QTRY_COMPARE(m_model->rowCount(), 2001);
        QCOMPARE(whatAt(0),
                 QStringLiteral("Connection was lost 20:26:40 to 20:27:00. 1000 event(s) caught up."));
        QCOMPARE(sequenceAt(1), 2000);
        QCOMPARE(sequenceAt(1000), 1001);
        QCOMPARE(sequenceAt(1001), 1000);
    }

    void whatRetentionTookMeanwhileIsTold()
    {
        loadLive();
        m_cuts = {{.first = 1, .through = 700}, {.first = 701, .through = 1012}};
        breakFor(60s, 20);
        QTRY_COMPARE(m_model->rowCount(), 1009);
        QVERIFY2(whatAt(0).endsWith(QStringLiteral(
                     "8 event(s) caught up. 12 event(s) of the log were removed meanwhile, as its "
                     "retention says.")),
                 qPrintable(whatAt(0)));
    }

    void aLongBreakBeginsTheListAnewUnderItsMark()
    {
        loadLive();
        breakFor(3600s, 5000);
        QTRY_COMPARE(m_model->rowCount(), 6001);
        QCOMPARE(
            whatAt(0),
            QStringLiteral("Connection was lost 20:26:40 to 21:26:40. More than 2000 event(s) caught up."));
        QCOMPARE(sequenceAt(1), 6000);
        QTRY_COMPARE(sequenceAt(3001), 3000);
    }

    void aBreakWhilePausedWaitsWithTheRest()
    {
        loadLive();
        m_model->setPaused(true);
        breakFor(60s, 12);
        QTRY_COMPARE(m_model->waiting(), 12);
        QCOMPARE(m_model->rowCount(), 1000);
        m_last += 2;
        QTRY_COMPARE(m_model->waiting(), 14);
        m_model->setPaused(false);
        QCOMPARE(m_model->rowCount(), 1015);
        QCOMPARE(sequenceAt(0), 1014);
        QVERIFY(isGap(2));
        QCOMPARE(sequenceAt(3), 1012);
    }

    void refreshingAfterABreakCatchesUpInPlace()
    {
        loadLive();
        m_model->setPollInterval(1h);
        const QPersistentModelIndex read = m_model->index(10, EventsModel::What);
        m_broken = true;
        m_model->setLive(false);
        m_model->setLive(true); // asks at once
        QTRY_VERIFY(m_refused > 0);
        QTest::qWait(20);
        m_last += 3;
        m_broken = false;
        m_model->refresh(); // as the page does when the service answers again
        QTRY_COMPARE(m_model->rowCount(), 1004);
        QCOMPARE(read.row(), 14);
        QCOMPARE(read.data(EventsModel::SequenceRole).toLongLong(), 990);
    }

    void otherFailuresAreNoGap()
    {
        loadLive();
        m_forbidden = true;
        QTRY_VERIFY(m_refused > 0);
        m_forbidden = false;
        m_last += 1;
        QTRY_COMPARE(m_model->rowCount(), 1001);
        QVERIFY(!isGap(0));
    }

    void theDomainIsAParameter()
    {
        load();
        m_model->setRestriction(QStringLiteral("domain"), QStringLiteral("/Sales"));
        QTRY_COMPARE(m_model->state(), WindowModel::State::Ready);
        m_model->setLive(true);
        QTRY_COMPARE(m_transport->last().query.queryItemValue(QStringLiteral("order")),
                     QStringLiteral("asc"));
        QCOMPARE(m_transport->last().query.queryItemValue(QStringLiteral("domain")),
                 QStringLiteral("/Sales"));
    }

    void offNothingIsAsked()
    {
        load();
        m_model->setLive(true);
        m_model->setLive(false);
        const auto asked = m_transport->asked().size();
        m_last += 3;
        QTest::qWait(30);
        QCOMPARE(m_transport->asked().size(), asked);
    }

    void restrictionsAndWordsAreParametersOfTheirOwn()
    {
        load();
        m_model->setRestriction(QStringLiteral("log"), QStringLiteral("authentication"));
        m_model->setFilter(QStringLiteral("anna"));
        const QUrlQuery query = m_transport->last().query;
        QCOMPARE(query.queryItemValue(QStringLiteral("log")), QStringLiteral("authentication"));
        QCOMPARE(query.queryItemValue(QStringLiteral("q")), QStringLiteral("anna"));
        QCOMPARE(query.queryItemValue(QStringLiteral("order")), QStringLiteral("desc"));
        QVERIFY(!query.hasQueryItem(QStringLiteral("filter")));
        QVERIFY(!query.hasQueryItem(QStringLiteral("sort")));
        QTRY_COMPARE(m_model->state(), WindowModel::State::Ready);
    }

    void theFirstEventOfAnEmptyListIsShown()
    {
        m_last = 0;
        m_model->load();
        QTRY_COMPARE(m_model->state(), WindowModel::State::Empty);
        m_model->setLive(true);
        m_last = 1;
        QTRY_COMPARE(m_model->state(), WindowModel::State::Ready);
        QCOMPARE(sequenceAt(0), 1);
    }

private:
    contract::Result<client::Answer> answer(const Request& request)
    {
        if (m_broken || m_forbidden) {
            ++m_refused;
            return m_broken ? FakeTransport::problem(contract::ErrorKind::Unavailable, "connection_refused")
                            : FakeTransport::problem(contract::ErrorKind::Forbidden, "not_permitted");
        }
        if (m_answersBeforeBreak > 0
            && request.query.queryItemValue(QStringLiteral("order")) == QLatin1String("asc")
            && m_last > 1000) {
            m_broken = --m_answersBeforeBreak == 0;
        }
        if (request.query.queryItemValue(QStringLiteral("order")) == QLatin1String("desc")) {
            const qint64 newest = m_last;
            return testing::pageOf(request, m_last, [newest](qint64 row) { return event(newest - row); });
        }
        const qint64 after = request.query.queryItemValue(QStringLiteral("after")).toLongLong();
        const qint64 limit = request.query.queryItemValue(QStringLiteral("limit")).toLongLong();
        const qint64 first = std::max(after, m_cuts.empty() ? 0 : m_cuts.back().through) + 1;
        const qint64 last = std::min(m_last, first + limit - 1);
        QJsonArray items;
        for (qint64 sequence = first; sequence <= last; ++sequence) {
            items.append(event(sequence));
        }
        QJsonObject page {{QStringLiteral("items"), items}};
        if (last < m_last) {
            page.insert(QStringLiteral("next"), QString::number(last));
        }
        return FakeTransport::json(page);
    }
    static QJsonObject event(qint64 sequence)
    {
        contract::Event event;
        event.sequence = sequence;
        event.key = QStringLiteral("AUTHN_LOGIN_EVENT");
        event.userName = QStringLiteral("anna");
        return contract::toJson(event);
    }
    void load()
    {
        m_model->load();
        QTRY_COMPARE(m_model->state(), WindowModel::State::Ready);
    }
    void loadLive()
    {
        load();
        m_model->setLive(true);
        const auto asked = m_transport->asked().size();
        QTRY_VERIFY(m_transport->asked().size() > asked + 1);
    }
    // The service is out of reach for so long, and so much happens meanwhile.
    void breakFor(std::chrono::seconds length, qint64 events)
    {
        m_broken = true;
        m_refused = 0;
        QTRY_VERIFY(m_refused > 1);
        m_clock.advance(length);
        m_last += events;
        m_broken = false;
    }
    bool isGap(int row) { return m_model->index(row, 0).data(EventsModel::GapRole).toBool(); }
    QString whatAt(int row) { return m_model->index(row, EventsModel::What).data().toString(); }
    qint64 sequenceAt(int row)
    {
        return m_model->index(row, EventsModel::What).data(EventsModel::SequenceRole).toLongLong();
    }

    contract::ManualClock m_clock {contract::fromMilliseconds(1780000000000)};
    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<client::ApiClient> m_api;
    std::unique_ptr<EventsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    qint64 m_last = 0;
    std::vector<contract::EventCutEntry> m_cuts;
    bool m_broken = false;
    bool m_forbidden = false;
    int m_refused = 0;
    int m_answersBeforeBreak = 0;
};

QTEST_GUILESS_MAIN(EventsModelTest)
#include "tst_events_model.moc"
