// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/bulk_run.h"
#include "services/authentication/api/routes.h"

namespace holdfast::authentication {

// A job as it stands, with whether it runs.
struct VisibleBulkJob
{
    BulkJobRow row;
    bool running = false;
};
// Whoever made it may see it, and whoever may run jobs everywhere. Error: bulk_job_unknown (NotFound).
[[nodiscard]] contract::Result<VisibleBulkJob> visibleBulkJob(const Call& call, const BackgroundJobs& jobs);

// As it is told; whole: with its first items and why some are refused.
[[nodiscard]] contract::BulkJob toBulkJob(storage::Connection& connection, const VisibleBulkJob& job,
                                          contract::Timestamp now, bool whole);
[[nodiscard]] contract::BulkJob bulkJobNow(const Call& call, const BackgroundJobs& jobs, qint64 id);

// Makes the row and its list: at once where `few`, else behind the answer. Errors: too_many_jobs.
[[nodiscard]] contract::Result<contract::BulkJob> makeBulkJob(const Call& call, BackgroundJobs& jobs,
                                                              BulkJobRow row, const BulkSource& source,
                                                              bool few);

void addBulkJobRoutes(Routes& routes);
void addBulkUndoRoutes(Routes& routes, BackgroundJobs& jobs);
void addBulkSettingsRoutes(Routes& routes);
void addBinRoutes(Routes& routes);

} // namespace holdfast::authentication
