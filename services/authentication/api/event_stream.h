// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/events.h"
#include "services/http/message.h"
#include "services/storage/database.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace holdfast::authentication {

struct EventStreamOptions
{
    int maxStreams = 64;
    std::chrono::milliseconds heartbeat {15'000}; // of silence, then a comment: proxies cut what is silent
    std::chrono::milliseconds pace {50}; // between two looks at the log, however often it grows
    std::chrono::milliseconds longest {600'000}; // then the reader comes back, and its rights are looked at
};

// Server-sent events (HTML Living Standard, 9.2) off the event log. Nothing is kept for a reader but its
// place: what was committed is read from storage behind the cursor, so that nothing is lost and a slow reader
// costs no memory. One thread, woken by commits, serves them all. Safe from any thread; destroy it before the
// database.
class EventStreams
{
public:
    explicit EventStreams(storage::Database& database, EventStreamOptions options = {});
    ~EventStreams();
    EventStreams(const EventStreams&) = delete;
    EventStreams& operator=(const EventStreams&) = delete;

    // `query` says which events (its cursors do not count), `after` behind which. The stream ends when
    // `mayGoOn` says no: it is asked before each chunk. Error: too_many_streams (TooManyRequests).
    using MayGoOn = std::function<bool(storage::Connection&)>;
    [[nodiscard]] contract::Result<http::ChunkSource> open(EventQuery query, qint64 after, MayGoOn mayGoOn);

private:
    struct Stream;
    using Streams = std::vector<std::shared_ptr<Stream>>;
    void run();
    [[nodiscard]] Streams takeWaiting(bool grown);
    void serve(Stream& stream, qint64 last, storage::Connection& connection);
    void serveAll(const Streams& streams);

    storage::Database& m_database;
    EventStreamOptions m_options;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<std::weak_ptr<Stream>> m_streams;
    bool m_grown = false; // the log, since the last look
    bool m_asked = false; // a reader wants its next chunk
    bool m_stop = false;
    int m_listener = 0;
    std::thread m_thread;
};

} // namespace holdfast::authentication
