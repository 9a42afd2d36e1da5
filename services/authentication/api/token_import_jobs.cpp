// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_import_jobs.h"

#include "services/authentication/store/token_import.h"

#include <QLoggingCategory>

namespace holdfast::authentication {

using namespace Qt::StringLiterals;
using contract::JobState;
using contract::TokenImport;

namespace {

Q_LOGGING_CATEGORY(logImport, "holdfast.import")

constexpr size_t mostJobs = 4; // each may hold a file of 16 MiB

} // namespace

TokenImportJobs::~TokenImportJobs()
{
    TokenImportJobs::stop();
    for (auto& [id, job] : m_jobs) {
        job->thread.join();
    }
}

void TokenImportJobs::stop()
{
    m_stopping = true;
    const std::lock_guard lock(m_mutex);
    for (auto& [id, job] : m_jobs) {
        job->cancelled = true;
    }
}

contract::Result<TokenImport> TokenImportJobs::start(std::shared_ptr<Call> call, TokenImportRequest request,
                                                     TokenImportTarget target)
{
    const std::lock_guard lock(m_mutex);
    joinDone();
    if (m_jobs.size() >= mostJobs || m_stopping) {
        return contract::failure(contract::ErrorKind::TooManyRequests, u"too_many_imports"_s,
                                 u"Several imports are running. Wait for one to finish."_s);
    }
    TokenImport import;
    import.state = JobState::Running;
    import.format = request.format;
    import.dryRun = request.dryRun;
    const qint64 id = call->write([&](storage::Connection& connection) {
        return token_imports::create(connection, call->caller().actorKey(), call->now(), import);
    });
    import.id = QString::number(id);
    auto& job = m_jobs[id] = std::make_unique<Job>();
    job->thread = std::thread([this, job = job.get(), id, call = std::move(call),
                               request = std::move(request), target = std::move(target)] {
        run(*job, id, *call, request, target);
        job->done = true;
    });
    return import;
}

// The edge of its thread: nothing is thrown beyond it, and the row tells what became of the job. A row that
// could not be written is one that says "running" without a job: whoever asks is told that it was
// interrupted.
void TokenImportJobs::run(Job& job, qint64 id, const Call& call, const TokenImportRequest& request,
                          const TokenImportTarget& target) const
{
    try {
        const TokenImport import = runTokenImport(call, request, target, m_sdtidReader, &job.cancelled);
        call.write([&](storage::Connection& connection) {
            token_imports::update(connection, id, import);
            return true;
        });
    } catch (const std::exception& error) {
        qCWarning(logImport, "token import %lld: %s", static_cast<long long>(id), error.what());
    }
}

bool TokenImportJobs::isRunning(qint64 id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_jobs.find(id);
    return found != m_jobs.end() && !found->second->done;
}

bool TokenImportJobs::cancel(qint64 id)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end() || found->second->done) {
        return false;
    }
    found->second->cancelled = true;
    return true;
}

void TokenImportJobs::joinDone()
{
    for (auto it = m_jobs.begin(); it != m_jobs.end();) {
        if (it->second->done) {
            it->second->thread.join();
            it = m_jobs.erase(it);
        } else {
            ++it;
        }
    }
}

} // namespace holdfast::authentication
