// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/context.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace holdfast::authentication {

// Turns verbose logs off, with an event, once their time is over.
void endVerboseLogs(const ApiContext& context, contract::Timestamp now);

// Writes an event for a backup that was made beside the service and is not told yet.
void tellBackup(const ApiContext& context, contract::Timestamp now);

// Forgets what was in the bin for thirty days, with an event that says how many, and jobs whose time is over:
// a part each time.
void emptyBin(const ApiContext& context, contract::Timestamp now);

// Offline sets that are long over, with the steps and codes that only they needed; some of them at once.
// True: some are left.
bool forgetOfflineData(const ApiContext& context, contract::Timestamp now);

// Looks after all of it every few seconds, and after notifications twice a minute, on a thread of its own.
// `context` must outlive it.
class Caretaker
{
public:
    explicit Caretaker(const ApiContext& context);
    ~Caretaker();
    Caretaker(const Caretaker&) = delete;
    Caretaker& operator=(const Caretaker&) = delete;

private:
    void run();
    const ApiContext& m_context;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stop = false;
    std::thread m_thread; // last: it uses the others
};

} // namespace holdfast::authentication
