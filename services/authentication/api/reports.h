// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/routes.h"

namespace holdfast::authentication {

// GET /reports and GET /reports/{template}: lists as CSV or as lines of JSON, streamed in constant memory.
void addReportRoutes(Routes& routes);
// POST, GET, PUT, DELETE /saved-reports, and their runs in the background: /report-jobs.
void addSavedReportRoutes(Routes& routes);

// Of an answer that is a report: saved as a file, and without scripts if somebody opens it in a browser.
[[nodiscard]] QList<std::pair<QByteArray, QByteArray>> reportHeaders(const QByteArray& fileName);

} // namespace holdfast::authentication
