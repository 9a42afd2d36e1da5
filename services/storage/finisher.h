// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace holdfast::storage {

// The one thread that calls what waited for a commit, in the order of the commits, so that the writer begins
// the next batch meanwhile.
class Finisher
{
public:
    using Call = std::function<void()>;

    Finisher();
    ~Finisher(); // calls what is queued
    Finisher(const Finisher&) = delete;
    Finisher& operator=(const Finisher&) = delete;

    // From any thread. What a call throws is logged.
    void add(std::vector<Call> calls);

private:
    void loop();
    std::vector<Call> take();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Call> m_calls;
    bool m_stop = false;
    std::thread m_thread; // last: it uses the others
};

} // namespace holdfast::storage
