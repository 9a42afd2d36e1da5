// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/export/event_export.h"

#include "services/authentication/store/event_cuts.h"
#include "services/authentication/store/settings.h"

#include <QLoggingCategory>

#include <csignal>
#include <unistd.h>

namespace holdfast::authentication {

namespace {

Q_LOGGING_CATEGORY(exportLog, "holdfast.syslog")

constexpr int batch = 200; // events
constexpr std::size_t mostAnchors = 16;
constexpr std::chrono::seconds firstPause {1};
constexpr std::chrono::seconds longestPause {60};
const QString sentKey = QStringLiteral("syslog_sent_through");

QByteArray hostName()
{
    std::array<char, 256> name {};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? QByteArray(name.data()) : QByteArray();
}

struct Batch
{
    std::vector<contract::Event> events;
    qint64 skippedThrough = 0; // 0: nothing was skipped
};

} // namespace

EventExport::EventExport(storage::Database& database, const contract::Clock& clock, SyslogTarget target,
                         qint64 mostBehind)
    : m_database(database)
    , m_clock(clock)
    , m_connection(std::move(target))
    , m_origin {hostName(), ::getpid()}
    , m_mostBehind(mostBehind)
{
    m_sent = load();
    m_listener = m_database.addCommitListener([this] {
        {
            const std::lock_guard lock(m_mutex);
            m_dirty = true;
        }
        m_wake.notify_one();
    });
    m_thread = std::thread([this] { run(); });
}

EventExport::~EventExport()
{
    m_database.removeCommitListener(m_listener);
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void EventExport::sendAnchor(const QByteArray& line)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_anchors.size() < mostAnchors) {
            m_anchors.push_back(line);
        }
        m_dirty = true;
    }
    m_wake.notify_one();
}

qint64 EventExport::load()
{
    const auto kept = m_database.read([](storage::Connection& connection) {
        const auto text = settings::value(connection, sentKey);
        return text ? text->toLongLong() : -1 - events::lastSequence(connection);
    });
    if (kept < 0) { // turned on for the first time
        keep(-1 - kept);
    }
    return kept < 0 ? -1 - kept : kept;
}

void EventExport::keep(qint64 sequence)
{
    m_database.writeAndWait([&](storage::Connection& connection) {
        settings::setValue(connection, sentKey, QString::number(sequence));
    });
    m_sent = sequence;
}

bool EventExport::sendAll(const std::vector<QByteArray>& messages)
{
    for (const QByteArray& message : messages) {
        if (const auto sent = m_connection.send(message); !sent) {
            if (m_reachable.exchange(false)) {
                qCWarning(exportLog).noquote() << sent.error().detail;
            }
            return false;
        }
    }
    if (!messages.empty() && !m_reachable.exchange(true)) {
        qCInfo(exportLog, "The syslog server is reached again.");
    }
    return true;
}

// False: the server could not be reached.
bool EventExport::drain()
{
    for (;;) {
        const auto next = m_database.read([&](storage::Connection& connection) {
            Batch read;
            const auto cuts = event_cuts::list(connection);
            const qint64 removed = cuts.empty() ? 0 : cuts.back().through;
            const qint64 least = std::max(removed, events::lastSequence(connection) - m_mostBehind);
            const qint64 from = std::max<qint64>(m_sent, least);
            read.skippedThrough = from > m_sent ? from : 0;
            read.events = events::page(connection, {.after = from, .limit = batch});
            return read;
        });
        std::vector<QByteArray> messages;
        if (next.skippedThrough > 0) {
            messages.push_back(syslog::gapMessage(m_sent + 1, next.skippedThrough, m_clock.now(), m_origin));
        }
        for (const contract::Event& event : next.events) {
            messages.push_back(syslog::messageOf(event, m_origin, m_connection.mostBytes()));
        }
        if (!sendAll(messages)) {
            return false;
        }
        const qint64 sent = next.events.empty() ? next.skippedThrough : next.events.back().sequence;
        if (sent > 0) {
            keep(sent);
        }
        const std::lock_guard lock(m_mutex);
        if (m_stop || next.events.size() < std::size_t {batch}) {
            return true;
        }
    }
}

void EventExport::run()
{
    // OpenSSL writes without MSG_NOSIGNAL.
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
    std::chrono::seconds pause = firstPause;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stop || m_dirty; });
        if (m_stop) {
            return;
        }
        m_dirty = false;
        std::vector<QByteArray> anchors;
        for (const QByteArray& line : m_anchors) {
            anchors.push_back(syslog::anchorMessage(line, m_clock.now(), m_origin));
        }
        const std::size_t anchorsTaken = anchors.size();
        lock.unlock();
        bool sent = false;
        try {
            sent = drain() && sendAll(anchors);
        } catch (const storage::StorageError& failed) {
            qCWarning(exportLog, "%s", failed.what());
        }
        lock.lock();
        if (sent) {
            m_anchors.erase(m_anchors.begin(), m_anchors.begin() + static_cast<qsizetype>(anchorsTaken));
            pause = firstPause;
            continue;
        }
        m_dirty = true;
        m_wake.wait_for(lock, pause, [this] { return m_stop; });
        pause = std::min(pause * 2, longestPause);
    }
}

} // namespace holdfast::authentication
