// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"
#include "services/contract/timestamp.h"

#include <QString>

namespace holdfast::models {

// "just now", "5 minutes ago", "yesterday, 14:02", "12 May 2026"; for the future "in 5 minutes", "tomorrow,
// 9:00".
[[nodiscard]] QString relativeTime(contract::Timestamp at, contract::Timestamp now);
// Until when: "15:31", "tomorrow, 15:31", "12 May 2026".
[[nodiscard]] QString deadline(contract::Timestamp at, contract::Timestamp now);
// Full date and time in the local time zone, for tool tips and details.
[[nodiscard]] QString absoluteTime(contract::Timestamp at);
// The same to the minute, for what ends then.
[[nodiscard]] QString endTime(contract::Timestamp at);
// "13 Dec", for a cell about the next weeks.
[[nodiscard]] QString shortDate(contract::Timestamp at);
// "12:03:10 to 12:04:31" in the local time zone; with their dates where these differ.
[[nodiscard]] QString timeSpan(contract::Timestamp from, contract::Timestamp to);
// "45 minutes", "24 hours", "7 days": the largest unit that comes out even.
[[nodiscard]] QString duration(std::chrono::minutes length);
// Serial numbers in groups from the left: "0001 2345 6789". Copying uses the plain one.
[[nodiscard]] QString groupedSerial(const QString& serial);
// Codes that are read out, in groups of four: "K4TX 92MB".
[[nodiscard]] QString groupedCode(const QString& code);
// What a person types or pastes for a serial or a code: without blanks and dashes, upper case.
[[nodiscard]] QString ungrouped(const QString& text);

} // namespace holdfast::models
