// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::contract {

enum class HealthStatus
{
    Good,
    Warning, // works, but somebody should look
    Failing // does not do its work, or will not for long
};
template <>
struct EnumNames<HealthStatus>
{
    static constexpr std::array names {
        std::pair {HealthStatus::Good, "good"},
        std::pair {HealthStatus::Warning, "warning"},
        std::pair {HealthStatus::Failing, "failing"},
    };
};

struct HealthCheck
{
    QString name;
    HealthStatus status = HealthStatus::Good;
    QString reason; // stable; empty when all is well
    QString detail;
    std::optional<qint64> value;

    static constexpr auto typeName = "HealthCheck";
    static constexpr auto fields()
    {
        return fieldList(
            field("name", &HealthCheck::name,
                  "database, disk, queue, eventHead, keys, backup, clock or logs."),
            field("status", &HealthCheck::status, "How it is."),
            field("reason", &HealthCheck::reason, "A stable code; empty when all is well."),
            field("detail", &HealthCheck::detail, "The same for a person."),
            field(
                "value", &HealthCheck::value,
                "What was measured: bytes free (disk), bytes (database), changes waiting (queue), events not "
                "in the head record (eventHead), seconds since it was made (backup)."));
    }
};

// GET /api/v1/health: what the open /health does not tell.
struct HealthReport
{
    HealthStatus status = HealthStatus::Good; // the worst of the checks
    QString serviceVersion;
    Timestamp checkedAt {};
    std::optional<Timestamp> startedAt;
    std::vector<HealthCheck> checks;

    static constexpr auto typeName = "HealthReport";
    static constexpr auto fields()
    {
        return fieldList(
            field("status", &HealthReport::status, "The worst of the checks."),
            field("serviceVersion", &HealthReport::serviceVersion, "Version of Holdfast that runs."),
            field("checkedAt", &HealthReport::checkedAt, "Now, by the service's clock."),
            field("startedAt", &HealthReport::startedAt, "When the service was started."),
            field("checks", &HealthReport::checks, "One for each part."));
    }
};

// GET /api/v1/logging.
struct LoggingState
{
    bool verbose = false;
    std::optional<Timestamp> until;
    QStringList categories;

    static constexpr auto typeName = "LoggingState";
    static constexpr auto fields()
    {
        return fieldList(
            field("verbose", &LoggingState::verbose, "Whether verbose logs are on."),
            field("until", &LoggingState::until, "When they turn themselves off."),
            field("categories", &LoggingState::categories, "Which are verbose; all when this is empty."));
    }
};

// POST /api/v1/logging/verbose.
struct VerboseLogs
{
    int minutes = 30;
    QStringList categories;

    static constexpr auto typeName = "VerboseLogs";
    static constexpr auto fields()
    {
        return fieldList(field("minutes", &VerboseLogs::minutes, "After how long they turn themselves off.")
                             .range(1, 1440)
                             .orDefault(),
                         field("categories", &VerboseLogs::categories,
                               "api, events, http, import or storage; all when there is none.")
                             .length(0, 10)
                             .orDefault());
    }
};

} // namespace holdfast::contract
