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
        if (input.head) {
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

std::optional<contract::Result<EventHead>> headBefore(const Surroundings* surroundings,
                                                      const security::KeyRing* keys)
{
    return surroundings && keys ? std::optional(readEventHead(surroundings->headFile, *keys)) : std::nullopt;
}

contract::HealthReport healthReport(const ApiContext& context, contract::Timestamp now)
{
    const auto head = headBefore(context.surroundings, &context.keys);
    return context.database.read([&](storage::Connection& connection) {
        return healthReport({.connection = connection,
                             .surroundings = context.surroundings,
                             .keys = &context.keys,
                             .head = head,
                             .logs = context.logs,
                             .queued = context.database.figures().queued,
                             .now = now});
    });
}

} // namespace holdfast::authentication
