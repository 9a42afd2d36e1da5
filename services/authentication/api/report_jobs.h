// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/report_job.h"
#include "services/authentication/api/routes.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace holdfast::authentication {

// Runs saved reports in the background, one at a time: those whose time has come and those that somebody
// asked for. What a stop or a crash interrupts begins anew at the next start. Results are files of one
// private folder, removed by age and, when all together grow too large, oldest first.
class ReportJobs final : public BackgroundWork
{
public:
    // Does nothing where no data directory is known. `context` must outlive it.
    explicit ReportJobs(const ApiContext& context);
    ~ReportJobs() override;
    void stop() override;

    [[nodiscard]] bool canRun() const { return !m_folder.isEmpty(); }
    [[nodiscard]] QString pathOf(const ReportJobRow& job) const; // of its result
    // Something is to be done.
    void wake();
    // Rows and bytes of one that runs, as of now.
    void showProgress(ReportJobRow& job) const;
    // Stops it if it runs.
    void cancel(qint64 id);

private:
    void run();
    void beginDue(contract::Timestamp now);
    [[nodiscard]] bool runNext();
    void settle(ReportJobRow job, const contract::Result<ReportResult>& result);
    void tidy(contract::Timestamp now);
    void removeResult(ReportJobRow job);
    void removeStrays(const QStringList& known);

    const ApiContext& m_context;
    QString m_folder;
    ReportJobProgress m_progress;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_dirty = true;
    std::thread m_thread; // last: it uses the others
};

// E-mail of a finished run, for those of its recipients that the service may send reports to. False: so many
// messages wait already that this one is not taken.
[[nodiscard]] bool mailReport(const ApiContext& context, storage::Connection& connection,
                              const ReportJobRow& job, const QString& path);

} // namespace holdfast::authentication
