// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/health.h"

#include "services/authentication/api/health_checks.h"
#include "services/authentication/api/log_switch.h"
#include "services/storage/database.h"

namespace holdfast::authentication {

contract::HealthReport healthReport(const HealthInput& input)
{
    contract::HealthReport report;
    report.serviceVersion = QStringLiteral(HOLDFAST_VERSION);
    report.checkedAt = input.now;
    report.checks.push_back(health_checks::database(input));
    if (input.queued) {
        report.checks.push_back(health_checks::queue(*input.queued));
    }
    if (input.surroundings) {
        if (input.surroundings->startedAt != contract::Timestamp {}) {
            report.startedAt = input.surroundings->startedAt;
        }
        report.checks.push_back(health_checks::disk(input.surroundings->dataDirectory));
        if (input.keys) {
            report.checks.push_back(health_checks::eventHead(input));
        }
        if (!input.surroundings->keyDirectory.isEmpty()) {
            report.checks.push_back(health_checks::keyFile(input.surroundings->keyDirectory));
        }
        report.checks.push_back(health_checks::backup(input.surroundings->backupNoteFile, input.now));
    }
    report.checks.push_back(health_checks::clock(input));
    if (input.logs) {
        report.checks.push_back(health_checks::logs(input.logs->state()));
    }
    for (const contract::HealthCheck& check : report.checks) {
        report.status = std::max(report.status, check.status);
    }
    return report;
}

contract::HealthReport healthReport(const ApiContext& context, storage::Connection& connection,
                                    contract::Timestamp now)
{
    return healthReport({.connection = connection,
                         .surroundings = context.surroundings,
                         .keys = &context.keys,
                         .logs = context.logs,
                         .queued = context.database.figures().queued,
                         .now = now});
}

} // namespace holdfast::authentication
