// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/authenticate.h"
#include "services/authentication/api/event_query.h"
#include "services/authentication/api/event_stream.h"
#include "services/authentication/api/events.h"
#include "services/authentication/store/sessions.h"
#include "services/http/problem_response.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

// Last-Event-ID is what a reader sends when it comes back; `after` is what it began with. Without either:
// from now on.
Result<qint64> cursorOf(const Call& call, storage::Connection& connection)
{
    QString text = QString::fromLatin1(call.request().header("last-event-id"));
    if (text.isEmpty()) {
        text = call.text("after").value_or(QString());
    }
    if (text.isEmpty()) {
        return events::lastSequence(connection);
    }
    bool isNumber = false;
    const qint64 sequence = text.toLongLong(&isNumber);
    if (!isNumber || sequence < 0) {
        return contract::invalidField(QStringLiteral("after"), QStringLiteral("invalid_cursor"),
                                      QStringLiteral("after must be the sequence number of an event."));
    }
    return sequence;
}

Result<http::ChunkSource> openStream(const std::shared_ptr<Call>& call, EventStreams& streams)
{
    return call->read([&](storage::Connection& connection) -> Result<http::ChunkSource> {
        auto query =
            eventQuery(*call, connection, Permission::ViewEvents, call->text("domain").value_or(QString()));
        if (!query) {
            return Unexpected(query.error());
        }
        const auto after = cursorOf(*call, connection);
        if (!after) {
            return Unexpected(after.error());
        }
        // The query is bound to the domains of this moment: with other roles, or when one moved in or out of
        // sight, the reader has to come back.
        const auto reachOf = [user = call->caller().userId,
                              &clock = call->context().clock](storage::Connection& now) {
            const auto caller = callerOf(now, user, clock.now());
            const auto reached =
                domainsWithin(caller ? caller->scopeOf(Permission::ViewEvents) : Scope(), now, {});
            return reached.value_or(std::vector<qint64> {});
        };
        return streams.open(std::move(*query), *after,
                            [&clock = call->context().clock, session = call->caller().sessionId, reachOf,
                             before = reachOf(connection)](storage::Connection& now) {
                                return sessions::isOpen(now, session, clock.now()) && reachOf(now) == before;
                            });
    });
}

} // namespace

void addEventStreamRoutes(Routes& routes, EventStreamOptions options)
{
    std::vector<QueryParameter> parameters = eventFilterParameters();
    parameters.push_back({.name = "domain", .description = "Path of a security domain: its subtree only."});
    parameters.push_back({.name = "after",
                          .description = "Sequence number of the last event that is known; the header"
                                         " Last-Event-ID weighs more. By default only what is new."});
    http::RouteDocumentation documentation;
    documentation.responseContentType = QStringLiteral("text/event-stream");
    documentation.responseSchema = {{QStringLiteral("type"), QStringLiteral("string")}};
    const auto streams = std::make_shared<EventStreams>(routes.context().database, options);
    routes.raw(http::Method::Get,
               {.path = "/api/v1/events/stream",
                .id = "streamEvents",
                .summary = "Server-sent events: each with its sequence number as id and an Event as data.",
                .tag = "Events",
                .access = Permission::ViewEvents,
                .query = parameters},
               documentation,
               [streams](const std::shared_ptr<Call>& call, const http::SharedResponder& respond) {
                   auto source = openStream(call, *streams);
                   if (!source) {
                       (*respond)(http::problemResponse(source.error(), call->request().id));
                       return;
                   }
                   http::Response response;
                   response.contentType = "text/event-stream";
                   response.headers.append({QByteArray("Cache-Control"), QByteArray("no-store")});
                   response.stream = std::move(*source);
                   (*respond)(std::move(response));
               });
}

} // namespace holdfast::authentication
