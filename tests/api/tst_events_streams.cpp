// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/event_stream.h"
#include "tests/support/store.h"

#include <QTest>

#include <future>

using namespace holdfast;
using namespace std::chrono_literals;
using authentication::EventQuery;
using authentication::EventStreams;
using holdfast::testing::TestStore;

namespace {

const auto always = [](storage::Connection&) {
    return true;
};

std::optional<QByteArray> next(const http::ChunkSource& source)
{
    const auto chunk = std::make_shared<std::promise<std::optional<QByteArray>>>();
    auto arrives = chunk->get_future();
    source([chunk](std::optional<QByteArray> bytes) { chunk->set_value(std::move(bytes)); });
    if (arrives.wait_for(10s) != std::future_status::ready) {
        return QByteArray("nothing within ten seconds");
    }
    return arrives.get();
}

} // namespace

class TestEventsStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_store = std::make_unique<TestStore>(); }
    void cleanup() { m_store.reset(); }

    void aSilentStreamSaysThatItIsStillThere();
    void aStreamIsNoLongerThanItMayBe();
    void onlySoManyFollow();
    void aReaderThatIsGoneMakesRoom();
    void aBacklogComesInPieces();

private:
    std::unique_ptr<TestStore> m_store;
};

void TestEventsStreams::aSilentStreamSaysThatItIsStillThere()
{
    EventStreams streams(m_store->database(), {.heartbeat = 20ms});
    const auto source = streams.open({}, 0, always).value();
    QCOMPARE(next(source), QByteArray("retry: 2000\n\n"));
    QCOMPARE(next(source), QByteArray(": still here\n\n"));
    QCOMPARE(next(source), QByteArray(": still here\n\n"));
}

void TestEventsStreams::aStreamIsNoLongerThanItMayBe()
{
    EventStreams streams(m_store->database(), {.heartbeat = 20ms, .longest = 30ms});
    const auto source = streams.open({}, 0, always).value();
    std::optional<QByteArray> chunk = next(source);
    while (chunk && !chunk->startsWith("nothing")) {
        chunk = next(source);
    }
    QVERIFY(!chunk);
}

void TestEventsStreams::onlySoManyFollow()
{
    EventStreams streams(m_store->database(), {.maxStreams = 2});
    const auto first = streams.open({}, 0, always);
    const auto second = streams.open({}, 0, always);
    QVERIFY(first && second);
    const auto third = streams.open({}, 0, always);
    QVERIFY(!third);
    QCOMPARE(third.error().code, QStringLiteral("too_many_streams"));
    QCOMPARE(third.error().kind, contract::ErrorKind::TooManyRequests);
}

void TestEventsStreams::aReaderThatIsGoneMakesRoom()
{
    EventStreams streams(m_store->database(), {.maxStreams = 1});
    {
        const auto first = streams.open({}, 0, always);
        QVERIFY(first);
        QVERIFY(next(*first));
    }
    QTRY_VERIFY(streams.open({}, 0, always)); // its thread may still be on the way out of the chunk
}

// However far behind a reader is, a chunk is bounded: nothing else is kept for it.
void TestEventsStreams::aBacklogComesInPieces()
{
    constexpr int all = 2500;
    m_store->write([&](storage::Connection& connection) {
        for (int i = 0; i < all; ++i) {
            m_store->events().append(connection, contract::Event {.key = QStringLiteral("CONF_READ")});
        }
    });
    EventStreams streams(m_store->database());
    const auto source = streams.open({}, 0, always).value();
    qsizetype events = 0;
    int chunks = 0;
    while (events < all) {
        const auto chunk = next(source);
        QVERIFY(chunk && !chunk->startsWith("nothing"));
        QVERIFY(chunk->size() < 1024 * 1024);
        events += chunk->count("\nevent: event\n");
        ++chunks;
    }
    QCOMPARE(events, qsizetype {all});
    QVERIFY(chunks >= 3);
}

QTEST_GUILESS_MAIN(TestEventsStreams)
#include "tst_events_streams.moc"
