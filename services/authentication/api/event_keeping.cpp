// SPDX-License-Identifier: Apache-2.0
#include "services/contract/event_keeping.h"

#include "services/authentication/api/events.h"
#include "services/authentication/store/event_cuts.h"

namespace holdfast::authentication {

using contract::EventCutList;
using contract::EventKeepingPolicy;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

const QString everything = QStringLiteral("/");

Result<EventKeepingPolicy> readKeeping(Call& call)
{
    return call.read([](storage::Connection& connection) -> Result<EventKeepingPolicy> {
        return EventKeepingPolicy {event_cuts::keeping(connection).keepDays};
    });
}

// The log is one for all domains: so is what is kept of it.
Result<EventKeepingPolicy> changeKeeping(Call& call, const EventKeepingPolicy& wanted)
{
    if (auto allowed = call.requireInScope(Permission::EditPolicies, everything); !allowed) {
        return Unexpected(allowed.error());
    }
    if (wanted.keepDays != 0 && wanted.keepDays < EventKeepingPolicy::leastDays) {
        return contract::invalidField(
            QStringLiteral("keepDays"), QStringLiteral("out_of_range"),
            QStringLiteral("must be 0 (for ever) or at least %1.").arg(EventKeepingPolicy::leastDays));
    }
    call.write([&](storage::Connection& connection) {
        event_cuts::setKeeping(connection, {wanted.keepDays});
        contract::Event event = call.event("UPDATE_EVENT_KEEPING");
        event.detail.insert(QStringLiteral("keepDays"), wanted.keepDays);
        call.record(connection, std::move(event));
    });
    return wanted;
}

Result<EventCutList> listCuts(Call& call)
{
    return call.read([&](storage::Connection& connection) -> Result<EventCutList> {
        EventCutList found;
        for (const EventCut& cut : event_cuts::list(connection)) {
            found.items.push_back({.first = cut.first,
                                   .through = cut.through,
                                   .olderThan = cut.olderThan,
                                   .at = cut.at,
                                   .by = cut.by,
                                   .sealed = event_cuts::isSealed(call.context().keys, cut)});
        }
        return found;
    });
}

} // namespace

void addEventKeepingRoutes(Routes& routes)
{
    routes.get<EventKeepingPolicy>({.path = "/api/v1/event-keeping",
                                    .id = "readEventKeeping",
                                    .summary = "For how long events are kept.",
                                    .tag = "Events",
                                    .access = Permission::ViewEvents},
                                   readKeeping);
    routes.put<EventKeepingPolicy, EventKeepingPolicy>(
        {.path = "/api/v1/event-keeping",
         .id = "replaceEventKeeping",
         .summary = "Changes for how long events are kept; what is older is removed within the hour.",
         .tag = "Events",
         .access = Permission::EditPolicies,
         .ifMatch = false},
        changeKeeping);
    routes.get<EventCutList>({.path = "/api/v1/event-cuts",
                              .id = "listEventCuts",
                              .summary = "What was removed from the beginning of the event log.",
                              .tag = "Events",
                              .access = Permission::ViewEvents},
                             listCuts);
}

} // namespace holdfast::authentication
