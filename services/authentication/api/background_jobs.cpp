// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/background_jobs.h"

#include <QLoggingCategory>
#include <QScopeGuard>

#include <algorithm>

namespace holdfast::authentication {

namespace {

Q_LOGGING_CATEGORY(logJobs, "holdfast.jobs")

constexpr std::ptrdiff_t mostJobs = 4; // each may hold a file of 16 MiB

} // namespace

BackgroundJobs::~BackgroundJobs()
{
    BackgroundJobs::stop();
    for (auto& [id, job] : m_jobs) {
        if (job->thread.joinable()) {
            job->thread.join();
        }
    }
}

void BackgroundJobs::stop()
{
    m_stopping = true;
    const std::lock_guard lock(m_mutex);
    for (auto& [id, job] : m_jobs) {
        job->stop = true;
    }
}

bool BackgroundJobs::hasRoom(Place place) const
{
    if (place == Place::Before) {
        return true;
    }
    const auto behind = std::count_if(m_jobs.begin(), m_jobs.end(),
                                      [](const auto& entry) { return entry.second->place == Place::Behind; });
    return behind < mostJobs && !m_stopping;
}

void BackgroundJobs::add(Place place, qint64 id)
{
    const auto job = std::make_shared<Job>();
    job->place = place;
    job->stop = m_stopping.load();
    m_jobs[id] = job;
}

contract::Result<BackgroundJobs::Begun> BackgroundJobs::begin(Place place, const contract::Unexpected& full,
                                                              const WriteRow& writeRow)
{
    const std::lock_guard lock(m_mutex);
    joinDone();
    if (!hasRoom(place)) {
        return full;
    }
    auto begun = writeRow();
    if (begun && !begun->replayed) {
        add(place, begun->id);
    }
    return begun;
}

bool BackgroundJobs::begin(Place place, qint64 id)
{
    const std::lock_guard lock(m_mutex);
    joinDone();
    if (m_jobs.contains(id) || !hasRoom(place)) {
        return false;
    }
    add(place, id);
    return true;
}

void BackgroundJobs::run(qint64 id, const Work& work)
{
    std::shared_ptr<Job> job;
    {
        const std::lock_guard lock(m_mutex);
        job = m_jobs.at(id);
    }
    const auto ended = qScopeGuard([&] { job->done = true; });
    work({&job->stop, &job->discard});
}

// The thread's edge: nothing is thrown beyond it, and the row tells what became of the job. A row that could
// not be written is one that says "running" without a job: whoever asks is told that it was interrupted.
void BackgroundJobs::runBehind(qint64 id, Work work)
{
    const std::lock_guard lock(m_mutex);
    const auto job = m_jobs.at(id);
    auto notBegun = qScopeGuard([&] { job->done = true; }); // the system may have no thread to give
    job->thread = std::thread([job = job.get(), id, work = std::move(work)]() mutable {
        try {
            work({&job->stop, &job->discard});
        } catch (const std::exception& error) {
            qCWarning(logJobs, "job %lld: %s", static_cast<long long>(id), error.what());
        }
        work = {}; // with it the file
        job->done = true;
    });
    notBegun.dismiss();
}

bool BackgroundJobs::isRunning(qint64 id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_jobs.find(id);
    return found != m_jobs.end() && !found->second->done;
}

bool BackgroundJobs::cancel(qint64 id)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end() || found->second->done) {
        return false;
    }
    found->second->discard = true;
    found->second->stop = true;
    return true;
}

void BackgroundJobs::joinDone()
{
    for (auto it = m_jobs.begin(); it != m_jobs.end();) {
        if (it->second->done) {
            if (it->second->thread.joinable()) {
                it->second->thread.join();
            }
            it = m_jobs.erase(it);
        } else {
            ++it;
        }
    }
}

} // namespace holdfast::authentication
