// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::contract {

// GET and PUT /event-keeping.
struct EventKeepingPolicy
{
    static constexpr int leastDays = 30;
    int keepDays = 0;

    static constexpr auto typeName = "EventKeepingPolicy";
    static constexpr auto fields()
    {
        return fieldList(field("keepDays", &EventKeepingPolicy::keepDays,
                               "Days after which events are removed, 30 at least; 0 keeps them for ever.")
                             .range(0, 36'500));
    }
};

// A line of GET /event-cuts: what was removed from the beginning of the log, with a seal that `audit verify`
// checks.
struct EventCutEntry
{
    qint64 first = 0;
    qint64 through = 0;
    Timestamp olderThan {};
    Timestamp at {};
    QString by;
    bool sealed = false;

    static constexpr auto typeName = "EventCut";
    static constexpr auto fields()
    {
        return fieldList(
            field("first", &EventCutEntry::first, "Sequence of the first removed event."),
            field("through", &EventCutEntry::through, "Sequence of the last removed event."),
            field("olderThan", &EventCutEntry::olderThan, "What was removed was written before."),
            field("at", &EventCutEntry::at, "When the removal began."),
            field("by", &EventCutEntry::by, "Who had it removed, or 'system' for the policy."),
            field("sealed", &EventCutEntry::sealed, "Whether the record is as the service wrote it."));
    }
};

struct EventCutList
{
    std::vector<EventCutEntry> items;

    static constexpr auto typeName = "EventCutList";
    static constexpr auto fields()
    {
        return fieldList(field("items", &EventCutList::items, "Oldest first."));
    }
};

} // namespace holdfast::contract
