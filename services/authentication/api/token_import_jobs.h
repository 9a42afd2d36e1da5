// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/routes.h"
#include "services/authentication/api/token_import_run.h"

#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace holdfast::authentication {

// Imports that run behind an answer already given, each on a thread of its own. What is left of them at the
// end is cancelled and waited for.
class TokenImportJobs final : public BackgroundWork
{
public:
    explicit TokenImportJobs(QString sdtidReader)
        : m_sdtidReader(std::move(sdtidReader))
    { }
    ~TokenImportJobs() override;
    void stop() override;
    // Set by stop(): what runs before an answer ends by it as well.
    [[nodiscard]] const std::atomic<bool>& stopping() const { return m_stopping; }

    [[nodiscard]] const QString& sdtidReader() const { return m_sdtidReader; }

    // Writes the job's row and starts it. `request` points into the call's body, which the job keeps. Error:
    // too_many_imports (TooManyRequests).
    [[nodiscard]] contract::Result<contract::TokenImport>
    start(std::shared_ptr<Call> call, TokenImportRequest request, TokenImportTarget target);

    [[nodiscard]] bool isRunning(qint64 id) const;
    // False if it is not running any more.
    bool cancel(qint64 id);

private:
    struct Job
    {
        std::atomic<bool> cancelled = false;
        std::atomic<bool> done = false;
        std::thread thread;
    };
    void run(Job& job, qint64 id, const Call& call, const TokenImportRequest& request,
             const TokenImportTarget& target) const;
    void joinDone(); // with the lock held

    QString m_sdtidReader;
    std::atomic<bool> m_stopping = false;
    mutable std::mutex m_mutex;
    std::map<qint64, std::unique_ptr<Job>> m_jobs;
};

} // namespace holdfast::authentication
