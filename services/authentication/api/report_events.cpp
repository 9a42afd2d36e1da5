// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/event_query.h"
#include "services/authentication/api/report.h"

namespace holdfast::authentication {

using contract::Event;
using contract::Result;
using contract::Unexpected;

namespace {

ReportRow rowOf(const Event& event)
{
    return {QJsonValue(event.sequence),
            contract::toRfc3339(event.at),
            contract::enumName(event.log),
            event.key,
            contract::enumName(event.result),
            event.reason,
            event.actor,
            event.userName,
            event.domain,
            event.tokenSerial,
            event.method,
            event.client,
            event.clientAddress,
            event.sentence};
}

// Ends with what was there at the start: a busy log would never let it end.
Result<ReportSource> begin(const Call& call, storage::Connection& connection,
                           std::optional<contract::EventLog> log)
{
    auto query = eventQuery(call, connection, contract::Permission::RunReports,
                            call.text("domain").value_or(QString()), log);
    const auto visible = requirePermission(call, contract::Permission::ViewEvents).and_then([&] {
        return eventQuery(call, connection, contract::Permission::ViewEvents,
                          call.text("domain").value_or(QString()), log);
    });
    if (!query || !visible) {
        return Unexpected(query ? visible.error() : query.error());
    }
    query->domains = inBoth(query->domains, visible->domains);
    query->newestFirst = call.text("order") == QStringLiteral("desc");
    query->limit = reportBatch;
    query->before = events::lastSequence(connection) + 1;
    return ReportSource([query = std::move(*query)](storage::Connection& now) mutable {
        std::vector<ReportRow> rows;
        for (const Event& event : events::page(now, query)) {
            (query.newestFirst ? query.before : query.after) = event.sequence;
            rows.push_back(rowOf(event));
        }
        return rows;
    });
}

ReportKind kind(const char* id, const char* title, const char* description,
                std::optional<contract::EventLog> log)
{
    QStringList parameters =
        names({"days", "from", "to", "domain", "user", "token", "key", "result", "q", "order"});
    if (!log) {
        parameters << QStringLiteral("log");
    }
    return {{.id = QString::fromLatin1(id),
             .title = QString::fromLatin1(title),
             .description = QString::fromLatin1(description),
             .parameters = parameters,
             .columns = names({"sequence", "at", "log", "key", "result", "reason", "actor", "user", "domain",
                               "token", "method", "client", "clientAddress", "sentence"}),
             .subject = contract::ReportSubject::Activity},
            [log](const Call& call, storage::Connection& connection) { return begin(call, connection, log); },
            ReportDays::Past};
}

} // namespace

std::vector<ReportKind> eventReports()
{
    return {
        kind("authentication-activity", "Authentication activity",
             "Who signed in or was refused, with what and why.", contract::EventLog::Authentication),
        kind("administrator-activity", "Administrator activity", "What administrators changed.",
             contract::EventLog::Administration),
        kind("system-log", "System log", "What the service itself did.", contract::EventLog::System),
        kind("activity", "Activity", "All three logs.", std::nullopt),
    };
}

} // namespace holdfast::authentication
