// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/report_run.h"
#include "services/authentication/store/report_jobs.h"

#include <atomic>

namespace holdfast::authentication {

// A saved report as a request of this caller, checked as one over HTTP would be, but not begun. Errors: those
// of checkParameters() and ReportRun::prepare().
[[nodiscard]] contract::Result<ReportRun> prepareSaved(const ApiContext& context, const Caller& caller,
                                                       const contract::SavedReportEdit& plan);

// The owner with the rights of this moment. Errors: owner_gone, owner_disabled, right_lost.
[[nodiscard]] contract::Result<Caller> ownerOf(storage::Connection& connection, const ReportJobRow& job,
                                               contract::Timestamp now);

// What a caller sees of reports at this moment: the domains of each right. A result that was made with more
// than that is not theirs any more.
[[nodiscard]] QJsonObject reachOf(const Caller& caller);
[[nodiscard]] bool sees(const Caller& caller, const QJsonObject& reach);

// How far one that runs is; written by it, read by whoever asks.
struct ReportJobProgress
{
    std::atomic<qint64> id = 0; // 0: none runs
    std::atomic<qint64> rows = 0;
    std::atomic<qint64> bytes = 0;
    std::atomic<qint64> cancelled = 0; // id of one that nobody wants any more
    std::atomic<bool> stopping = false;
};

inline constexpr qint64 mostResultBytes = 1024LL * 1024 * 1024; // of one
inline constexpr qint64 mostResultsBytes = 4 * mostResultBytes; // of all
inline constexpr qint64 leastFreeBytes = 512LL * 1024 * 1024; // stay free on the disk

// Runs a job with the rights of its owner, who must have them at its end still, into a new file of the
// folder; `file` is its name there. Errors: those of the above, report_too_large, disk_low,
// result_not_written, and report_stopped where the progress says so.
struct ReportResult
{
    QString file;
    qint64 rows = 0;
    qint64 bytes = 0;
    QJsonObject reach;
};
[[nodiscard]] contract::Result<ReportResult> runReportJob(const ApiContext& context, const ReportJobRow& job,
                                                          const QString& folder, ReportJobProgress& progress);

} // namespace holdfast::authentication
