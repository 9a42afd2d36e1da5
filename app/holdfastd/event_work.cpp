// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/event_work.h"

#include "services/authentication/store/event_anchors.h"
#include "services/authentication/store/event_cuts.h"

#include <QLoggingCategory>

namespace holdfast::daemon {

namespace event_anchors = authentication::event_anchors;
namespace event_cuts = authentication::event_cuts;

namespace {

Q_LOGGING_CATEGORY(workLog, "holdfast.events")

constexpr std::chrono::minutes anchorInterval {5};
constexpr int anchorsBetweenRemovals = 12; // once an hour

} // namespace

contract::Result<EventWork::WorkOptions> EventWork::optionsOf(const Options& options)
{
    WorkOptions work {.syslog = std::nullopt, .anchorFile = options.value("anchor-file")};
    if (options.has("syslog")) {
        auto target = authentication::parseSyslogTarget(options.value("syslog"));
        if (!target) {
            return contract::Unexpected(target.error());
        }
        target->authorities = options.value("syslog-ca");
        work.syslog = std::move(*target);
    }
    return work;
}

EventWork::EventWork(Store& store, WorkOptions options)
    : m_store(store)
    , m_options(std::move(options))
{
    if (m_options.syslog) {
        m_export =
            std::make_unique<authentication::EventExport>(store.database(), store.clock(), *m_options.syslog);
    }
    m_thread = std::thread([this] { run(); });
}

EventWork::~EventWork()
{
    m_stopping = true;
    {
        const std::lock_guard lock(m_mutex);
    }
    m_wake.notify_one();
    m_thread.join();
    guarded([this] { anchor(); });
}

// A disk at fault is told; it ends neither the work nor the program.
void EventWork::guarded(const std::function<void()>& work)
{
    try {
        work();
    } catch (const storage::StorageError& failed) {
        qCWarning(workLog, "%s", failed.what());
    }
}

void EventWork::anchor()
{
    if (m_options.anchorFile.isEmpty() && !m_export) {
        return;
    }
    const auto present = m_store.database().read([this](storage::Connection& connection) {
        return event_anchors::present(connection, m_store.clock().now());
    });
    if (present.head.sequence == m_anchored) {
        return;
    }
    const QByteArray line = event_anchors::lineOf(m_store.keys(), present);
    if (m_export) {
        m_export->sendAnchor(line);
    }
    if (!m_options.anchorFile.isEmpty()) {
        const auto written = event_anchors::append(m_options.anchorFile, line);
        {
            const std::lock_guard lock(m_mutex);
            m_anchorFault = written ? QString() : written.error().detail;
        }
        if (!written) {
            qCWarning(workLog).noquote() << written.error().detail;
            return;
        }
    }
    m_anchored = present.head.sequence;
}

QString EventWork::anchorFault() const
{
    const std::lock_guard lock(m_mutex);
    return m_anchorFault;
}

void EventWork::removeOld()
{
    const contract::Timestamp now = m_store.clock().now();
    const auto before = m_store.database().read(
        [&](storage::Connection& connection) { return event_cuts::dueBefore(connection, now); });
    if (before) {
        const auto removed = event_cuts::remove(m_store.database(), m_store.keys(), m_store.events(),
                                                {.olderThan = *before, .now = now}, m_stopping);
        if (!removed) {
            qCCritical(workLog).noquote() << removed.error().detail;
        }
    }
}

void EventWork::run()
{
    for (int round = 0; !m_stopping; ++round) {
        guarded([&] {
            anchor();
            if (round % anchorsBetweenRemovals == 0) {
                removeOld();
            }
        });
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, anchorInterval, [this] { return m_stopping.load(); });
    }
}

} // namespace holdfast::daemon
