// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/holdfastd/options.h"
#include "app/holdfastd/store.h"
#include "services/authentication/export/event_export.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace holdfast::daemon {

// What goes on with events behind the service: sending to syslog, anchors of the chain outside, retention.
class EventWork
{
public:
    struct WorkOptions
    {
        std::optional<authentication::SyslogTarget> syslog;
        QString anchorFile; // empty: none
    };
    // Error: usage.
    [[nodiscard]] static contract::Result<WorkOptions> optionsOf(const Options& options);

    // `store` must outlive it.
    EventWork(Store& store, WorkOptions options);
    ~EventWork(); // writes a last anchor
    EventWork(const EventWork&) = delete;
    EventWork& operator=(const EventWork&) = delete;

    // Safe from any thread. Why the last anchor was not written; empty: it was, or none is wanted.
    [[nodiscard]] QString anchorFault() const;
    // True without a syslog server.
    [[nodiscard]] bool isSyslogReachable() const { return !m_export || m_export->isReachable(); }

private:
    void run();
    static void guarded(const std::function<void()>& work);
    void anchor();
    void removeOld();

    Store& m_store;
    WorkOptions m_options;
    std::unique_ptr<authentication::EventExport> m_export;
    qint64 m_anchored = 0; // sequence
    std::atomic<bool> m_stopping = false;
    QString m_anchorFault;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::thread m_thread;
};

} // namespace holdfast::daemon
