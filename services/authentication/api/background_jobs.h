// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/routes.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace holdfast::authentication {

// How somebody outside ends a job.
struct JobStop
{
    const std::atomic<bool>* soon = nullptr; // stop; what is in batches can be resumed
    const std::atomic<bool>* discard = nullptr; // with it: forget what is left; may be null
};

// Jobs that are under way: before an answer, on the thread of the request, or behind an answer already given,
// on a thread of their own. What is left of them at the end is stopped and waited for.
class BackgroundJobs : public BackgroundWork
{
public:
    ~BackgroundJobs() override;
    void stop() override;

    // Where a job is to run, seen from the answer. Behind it there is room for a few.
    enum class Place
    {
        Before,
        Behind
    };
    struct Begun
    {
        qint64 id = 0;
        bool replayed = false; // it was begun by an earlier request
    };
    using WriteRow = std::function<contract::Result<Begun>()>;
    // `writeRow` writes the job's row; from then on the job counts as running and has its place, until run()
    // or runBehind() is done with it, one of which must follow unless it was replayed. Where there is no room
    // nothing is written, and `full` is the answer.
    [[nodiscard]] contract::Result<Begun> begin(Place place, const contract::Unexpected& full,
                                                const WriteRow& writeRow);
    // Likewise for one whose row is there. False: it runs already, or there is no room.
    [[nodiscard]] bool begin(Place place, qint64 id);

    using Work = std::function<void(const JobStop&)>;
    void run(qint64 id, const Work& work);
    void runBehind(qint64 id, Work work); // begun for that place

    [[nodiscard]] bool isRunning(qint64 id) const;
    // False if it is not running any more.
    bool cancel(qint64 id);

private:
    struct Job
    {
        std::atomic<bool> stop = false;
        std::atomic<bool> discard = false;
        std::atomic<bool> done = false;
        Place place = Place::Before;
        std::thread thread;
    };
    // All with the lock held.
    void joinDone();
    [[nodiscard]] bool hasRoom(Place place) const;
    void add(Place place, qint64 id);

    std::atomic<bool> m_stopping = false;
    mutable std::mutex m_mutex;
    std::map<qint64, std::shared_ptr<Job>> m_jobs;
};

} // namespace holdfast::authentication
