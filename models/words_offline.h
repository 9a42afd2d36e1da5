// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"
#include "services/contract/offline.h"

#include <QString>

// Workstations and what they hold, in the console's language.
namespace holdfast::models::words {

[[nodiscard]] QString of(contract::WorkstationState state);
// In plain words: "In the TPM: ..."
[[nodiscard]] QString of(contract::KeyProtection protection);
[[nodiscard]] QString of(contract::StolenTokens what);
[[nodiscard]] QString of(contract::OfflineSetState state);
[[nodiscard]] QString of(contract::OfflineRefill refill);
[[nodiscard]] Tone toneOf(contract::WorkstationState state);
[[nodiscard]] Tone toneOf(contract::OfflineSetState state);

// "in the TPM", for a cell.
[[nodiscard]] QString briefly(contract::KeyProtection protection);
// "on time", "40 minutes ahead"; empty: not known.
[[nodiscard]] QString clockDifference(std::optional<int> offsetSeconds);
// Codes would be looked for at the wrong time (Warning), or its requests are refused (Bad).
[[nodiscard]] Tone clockTone(std::optional<int> offsetSeconds);
// "6 days", "31 hours", "under an hour".
[[nodiscard]] QString daysLeft(double days);
// Of a set that would let somebody in now; Bad where it would not.
[[nodiscard]] Tone daysTone(const contract::OfflineSet& set);
// What the workstation told differs from what is computed by more than half a day.
[[nodiscard]] bool reportsOtherwise(const contract::OfflineSet& set);
// What it told, less the time that has passed since.
[[nodiscard]] double reportedDaysLeft(const contract::OfflineSet& set);
// Its state, with the reason where it is void: "To be replaced: the policy changed".
[[nodiscard]] QString standing(const contract::OfflineSet& set);
// "tokencode and passcode", "passcode (tokencode read)"; empty: none.
[[nodiscard]] QString codesInside(const contract::OfflineSet& set);
// Shown name, or the logon name where there is none.
[[nodiscard]] QString person(const contract::OfflineSet& set);

// Why somebody gets no offline data, or has none any more: a phrase, as reason() gives. Empty if unknown.
[[nodiscard]] QString offlineReason(const QString& code);
// Of the checks that the offline explanation has besides those of signing in. Empty: not one of these.
[[nodiscard]] QString offlineCheckTitle(const contract::Check& check);
[[nodiscard]] QString offlineCheckFound(const contract::Check& check);
[[nodiscard]] QString offlineCheckRequired(const contract::Check& check);

// "PIN, then a code of 6 digits", of a verdict's line.
[[nodiscard]] QString verdictKind(const QString& kind, int digits);
// Why, as a short phrase.
[[nodiscard]] QString verdictReason(const contract::OfflineVerdict& verdict);

} // namespace holdfast::models::words
