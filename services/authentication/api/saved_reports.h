// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/report_jobs.h"
#include "services/authentication/store/saved_reports.h"

namespace holdfast::authentication {

// GET, DELETE /report-jobs and their results. `jobs` outlives the routes.
void addReportJobRoutes(Routes& routes, ReportJobs& jobs);

// Whether the caller looks after what others have saved: what they may see is who has what, never a result.
[[nodiscard]] bool looksAfterReports(const Call& call);
// Whose reports and jobs a list holds: the caller's own, or nobody's in particular with `everybody`.
[[nodiscard]] std::optional<qint64> listedOwner(const Call& call);
// The parameter of both lists.
[[nodiscard]] QueryParameter everybodyParameter();

[[nodiscard]] contract::ReportJob toReportJob(const ReportJobRow& row, int keepDays);

} // namespace holdfast::authentication
