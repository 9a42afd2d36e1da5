// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/event_stream.h"

#include "services/contract/json.h"

#include <QJsonDocument>
#include <QLoggingCategory>

namespace holdfast::authentication {

namespace {

Q_LOGGING_CATEGORY(logStream, "holdfast.events.stream")

constexpr int eventsOfAChunk = 1000;

using SteadyTime = std::chrono::steady_clock::time_point;

QByteArray toChunk(const std::vector<contract::Event>& events)
{
    QByteArray chunk;
    for (const contract::Event& event : events) {
        chunk += "id: " + QByteArray::number(event.sequence) + "\nevent: event\ndata: "
            + QJsonDocument(contract::toJson(event)).toJson(QJsonDocument::Compact) + "\n\n";
    }
    return chunk;
}

} // namespace

// One reader. `deliver` is set while it waits for its next chunk; all under the mutex of EventStreams but
// what only its thread touches.
struct EventStreams::Stream
{
    EventQuery query;
    MayGoOn mayGoOn;
    qint64 cursor = 0;
    SteadyTime end;
    SteadyTime spokenAt;
    bool greeted = false;
    bool behind = true; // there may be events that it has not got
    http::DeliverChunk deliver;
};

EventStreams::EventStreams(storage::Database& database, EventStreamOptions options)
    : m_database(database)
    , m_options(options)
{
    m_listener = m_database.addCommitListener([this] {
        {
            const std::lock_guard lock(m_mutex);
            m_grown = true;
        }
        m_wake.notify_one();
    });
    m_thread = std::thread([this] { run(); });
}

EventStreams::~EventStreams()
{
    m_database.removeCommitListener(m_listener);
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

contract::Result<http::ChunkSource> EventStreams::open(EventQuery query, qint64 after, MayGoOn mayGoOn)
{
    const auto now = std::chrono::steady_clock::now();
    const auto stream = std::make_shared<Stream>();
    query.newestFirst = false;
    query.limit = eventsOfAChunk;
    query.before.reset();
    stream->query = std::move(query);
    stream->mayGoOn = std::move(mayGoOn);
    stream->cursor = after;
    stream->end = now + m_options.longest;
    stream->spokenAt = now;

    const std::lock_guard lock(m_mutex);
    std::erase_if(m_streams, [](const auto& known) { return known.expired(); });
    if (m_streams.size() >= static_cast<std::size_t>(m_options.maxStreams)) {
        return contract::failure(
            contract::ErrorKind::TooManyRequests, QStringLiteral("too_many_streams"),
            QStringLiteral("Too many readers follow the events. Ask for pages instead."));
    }
    m_streams.push_back(stream);
    return http::ChunkSource([this, stream](http::DeliverChunk deliver) {
        {
            const std::lock_guard sourceLock(m_mutex);
            stream->deliver = std::move(deliver);
            m_asked = true;
        }
        m_wake.notify_one();
    });
}

void EventStreams::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stop) {
        m_wake.wait_for(lock, m_options.heartbeat / 4, [this] { return m_stop || m_grown || m_asked; });
        const bool grown = std::exchange(m_grown, false);
        m_asked = false;
        const Streams waiting = takeWaiting(grown);
        if (waiting.empty()) {
            continue;
        }
        lock.unlock();
        serveAll(waiting);
        lock.lock();
        if (grown) {
            m_wake.wait_for(lock, m_options.pace, [this] { return m_stop; });
        }
    }
}

// Those that wait for a chunk and may get one.
EventStreams::Streams EventStreams::takeWaiting(bool grown)
{
    Streams waiting;
    const auto now = std::chrono::steady_clock::now();
    for (const auto& known : m_streams) {
        if (const auto stream = known.lock()) {
            stream->behind = stream->behind || grown;
            const bool due = now - stream->spokenAt >= m_options.heartbeat || now >= stream->end;
            if (stream->deliver && (stream->behind || due || !stream->greeted)) {
                waiting.push_back(stream);
            }
        }
    }
    return waiting;
}

void EventStreams::serveAll(const Streams& streams)
{
    for (const auto& stream : streams) {
        try {
            m_database.read([&](storage::Connection& connection) {
                serve(*stream, events::lastSequence(connection), connection);
            });
        } catch (const std::exception& error) {
            // The reader comes back with its cursor; until then there is nothing to be had.
            qCWarning(logStream, "a stream of events was cut: %s", error.what());
            std::exchange(stream->deliver, nullptr)(std::nullopt);
        }
    }
}

void EventStreams::serve(Stream& stream, qint64 last, storage::Connection& connection)
{
    const auto now = std::chrono::steady_clock::now();
    if (now >= stream.end || !stream.mayGoOn(connection)) {
        std::exchange(stream.deliver, nullptr)(std::nullopt);
        return;
    }
    stream.query.after = stream.cursor;
    const auto found = events::page(connection, stream.query);
    const bool more = found.size() == static_cast<std::size_t>(eventsOfAChunk);
    QByteArray chunk = toChunk(found);
    stream.cursor = more ? found.back().sequence : std::max(stream.cursor, last);
    stream.behind = more;
    if (!std::exchange(stream.greeted, true)) {
        chunk.prepend("retry: 2000\n\n");
    } else if (chunk.isEmpty() && now - stream.spokenAt >= m_options.heartbeat) {
        chunk = ": still here\n\n";
    }
    if (!chunk.isEmpty()) {
        stream.spokenAt = now;
        std::exchange(stream.deliver, nullptr)(std::move(chunk));
    }
}

} // namespace holdfast::authentication
