// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/timestamp.h"

#include <QString>

namespace holdfast::models {

// What a live list tells of a connection that was lost and is back.
struct EventGap
{
    contract::Timestamp from {}; // when the service was last heard of
    contract::Timestamp to {};
    qint64 caughtUp = 0; // events that happened meanwhile and are in the list now
    bool more = false; // more than that
    qint64 removed = 0; // events that retention took from the log before they were read
};

// "Connection was lost 12:03:10 to 12:04:31. 12 events caught up."
[[nodiscard]] QString gapSentence(const EventGap& gap);

} // namespace holdfast::models
