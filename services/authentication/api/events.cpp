// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/events.h"

#include "services/authentication/api/event_query.h"
#include "services/authentication/api/paging.h"

namespace holdfast::authentication {

using contract::Event;
using contract::Page;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

// Where the window is. Cursors are sequence numbers, so that a script may begin anywhere and go on for ever.
struct EventWindow
{
    std::optional<qint64> after; // in the list's order
    std::optional<qint64> before;
    std::optional<double> at;
    int limit = 100;
    bool newestFirst = false;
};

Result<std::optional<qint64>> cursor(const Call& call, const char* name)
{
    const auto text = call.text(name);
    if (!text) {
        return std::nullopt;
    }
    bool isNumber = false;
    const qint64 sequence = text->toLongLong(&isNumber);
    if (!isNumber || sequence < 0) {
        return contract::invalidField(
            QString::fromLatin1(name), QStringLiteral("invalid_cursor"),
            QStringLiteral("%1 must be the sequence number of an event.").arg(QLatin1String(name)));
    }
    return sequence;
}

Result<EventWindow> windowOf(const Call& call)
{
    EventWindow window;
    const auto after = cursor(call, "after");
    const auto before = cursor(call, "before");
    if (!after || !before) {
        return Unexpected(after ? before.error() : after.error());
    }
    window.after = *after;
    window.before = *before;
    window.at = call.number("at");
    if (int(window.after.has_value()) + int(window.before.has_value()) + int(window.at.has_value()) > 1) {
        return contract::invalidField(QStringLiteral("after"), QStringLiteral("contradicts"),
                                      QStringLiteral("Only one of after, before and at may be given."));
    }
    window.limit = static_cast<int>(call.integer("limit").value_or(window.limit));
    window.newestFirst = call.text("order") == QStringLiteral("desc");
    return window;
}

// The list may run either way, and be read either way.
EventQuery queryFor(EventQuery query, const EventWindow& window, qint64 last)
{
    const bool backwards = window.before.has_value();
    query.newestFirst = window.newestFirst != backwards;
    std::optional<qint64> from = backwards ? window.before : window.after;
    if (window.at) {
        const auto share = static_cast<qint64>(*window.at * static_cast<double>(last));
        from = window.newestFirst ? last + 1 - share : share;
    }
    (query.newestFirst ? query.before : query.after) = from;
    query.limit = window.limit + 1;
    return query;
}

Page<Event> pageFor(std::vector<Event> found, const EventWindow& window)
{
    const bool more = found.size() > static_cast<std::size_t>(window.limit);
    if (more) {
        found.pop_back();
    }
    if (window.before) {
        std::reverse(found.begin(), found.end());
    }
    Page<Event> page;
    page.items = std::move(found);
    if (page.items.empty()) {
        return page;
    }
    if (window.before || more) {
        page.next = QString::number(page.items.back().sequence);
    }
    const bool begins = !window.after && !window.at.value_or(0);
    if (window.before ? more : !begins) {
        page.previous = QString::number(page.items.front().sequence);
    }
    return page;
}

Result<Page<Event>> listEvents(Call& call)
{
    const auto window = windowOf(call);
    if (!window) {
        return Unexpected(window.error());
    }
    return call.read([&](storage::Connection& connection) -> Result<Page<Event>> {
        const auto query =
            eventQuery(call, connection, Permission::ViewEvents, call.text("domain").value_or(QString()));
        if (!query) {
            return Unexpected(query.error());
        }
        const qint64 last = window->at ? events::lastSequence(connection) : 0;
        Page<Event> page = pageFor(events::page(connection, queryFor(*query, *window, last)), *window);
        if (call.flag("total")) {
            page.total = events::count(connection, *query);
        }
        if (page.total && window->at) {
            page.offset = static_cast<qint64>(*window->at * static_cast<double>(*page.total));
        }
        return page;
    });
}

} // namespace

void addEventRoutes(Routes& routes)
{
    std::vector<QueryParameter> parameters = eventFilterParameters();
    parameters.push_back({.name = "domain", .description = "Path of a security domain: its subtree only."});
    parameters.push_back({.name = "order",
                          .description = "asc (the default): oldest first. desc: newest first.",
                          .oneOf = {"asc", "desc"}});
    routes.list<Event>({.path = "/api/v1/events",
                        .id = "listEvents",
                        .summary = "What happened, within the caller's scope. Cursors are sequence numbers.",
                        .tag = "Events",
                        .access = Permission::ViewEvents,
                        .query = parameters},
                       listEvents);
}

} // namespace holdfast::authentication
