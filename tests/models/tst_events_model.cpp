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
        m_transport->on("GET", QStringLiteral("/events"),
                        [this](const Request& request) { return answer(request); });
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
        if (request.query.queryItemValue(QStringLiteral("order")) == QLatin1String("desc")) {
            const qint64 newest = m_last;
            return testing::pageOf(request, m_last, [newest](qint64 row) { return event(newest - row); });
        }
        const qint64 after = request.query.queryItemValue(QStringLiteral("after")).toLongLong();
        const qint64 limit = request.query.queryItemValue(QStringLiteral("limit")).toLongLong();
        QJsonArray items;
        for (qint64 sequence = after + 1; sequence <= std::min(m_last, after + limit); ++sequence) {
            items.append(event(sequence));
        }
        QJsonObject page {{QStringLiteral("items"), items}};
        if (after + limit < m_last) {
            page.insert(QStringLiteral("next"), QString::number(after + limit));
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
};

QTEST_GUILESS_MAIN(EventsModelTest)
#include "tst_events_model.moc"
