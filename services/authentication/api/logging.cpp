// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/api.h"
#include "services/authentication/api/caretaker.h"
#include "services/authentication/api/log_switch.h"

namespace holdfast::authentication {

namespace {

using contract::LoggingState;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

// The service is everybody's: only who administers everybody operates it.
Result<LogSwitch*> switchOf(const Call& call)
{
    return call.requireInScope(Permission::ManageService, QStringLiteral("/"))
        .and_then([&]() -> Result<LogSwitch*> {
            LogSwitch* const logs = call.context().logs;
            if (!logs) {
                return contract::failure(contract::ErrorKind::Conflict, QStringLiteral("logging_fixed"),
                                         QStringLiteral("The logs of this service cannot be switched."));
            }
            endVerboseLogs(call.context(), call.now());
            return logs;
        });
}

void tell(const Call& call, const char* key, const QJsonObject& detail)
{
    call.write([&](storage::Connection& connection) {
        contract::Event event = call.event(key);
        event.log = contract::EventLog::System;
        event.detail = detail;
        call.record(connection, std::move(event));
    });
}

Result<LoggingState> readLogging(Call& call)
{
    return switchOf(call).map([](LogSwitch* logs) { return logs->state(); });
}

Result<LoggingState> turnOn(Call& call, const contract::VerboseLogs& body)
{
    const auto logs = switchOf(call);
    const auto on = logs ? (*logs)->turnOn(body.categories, call.now() + std::chrono::minutes(body.minutes))
                         : Result<void>(Unexpected(logs.error()));
    if (!on) {
        return Unexpected(on.error());
    }
    try {
        tell(call, "VERBOSE_LOGS_ON",
             {{QStringLiteral("minutes"), body.minutes},
              {QStringLiteral("categories"), body.categories.join(QStringLiteral(", "))}});
    } catch (const storage::StorageError&) {
        (*logs)->turnOff(); // nothing is done that no event tells
        throw;
    }
    return (*logs)->state();
}

Result<LoggingState> turnOff(Call& call)
{
    return switchOf(call).map([&](LogSwitch* logs) {
        if (logs->turnOff()) {
            tell(call, "VERBOSE_LOGS_OFF", {});
        }
        return logs->state();
    });
}

} // namespace

void addLoggingRoutes(Routes& routes)
{
    const char* tag = "Operation";
    routes.get<LoggingState>({.path = "/api/v1/logging",
                              .id = "readLogging",
                              .summary = "Whether verbose logs are on, and until when.",
                              .tag = tag,
                              .access = Permission::ManageService},
                             readLogging);
    routes.post<contract::VerboseLogs, LoggingState>(
        {.path = "/api/v1/logging/verbose",
         .id = "turnVerboseLogsOn",
         .summary = "Makes logs verbose for a while; they turn themselves off.",
         .tag = tag,
         .access = Permission::ManageService},
        turnOn);
    routes.post<NoBody, LoggingState>({.path = "/api/v1/logging/normal",
                                       .id = "turnVerboseLogsOff",
                                       .summary = "Brings logs back to the configured levels.",
                                       .tag = tag,
                                       .access = Permission::ManageService},
                                      turnOff);
}

} // namespace holdfast::authentication
