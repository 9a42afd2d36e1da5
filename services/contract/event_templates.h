// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/event.h"

namespace holdfast::contract {

// {user}, {token}, {actor}, {client}, {address}, {domain}, or a name in the event's detail. What stands in
// brackets is left out when a placeholder in it has nothing to say.
struct EventTemplate
{
    const char* key;
    EventResult result;
    const char* variant; // the event's reason, method, or detail's `action`; null: any
    const char* text; // source text of the translation
};

// The first that fits in the order key and result and variant, then without variant; null when there is none.
[[nodiscard]] const EventTemplate* eventTemplate(const Event& event);

} // namespace holdfast::contract
