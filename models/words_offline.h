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
// With the reason: what is void is replaced by new data or taken away.
[[nodiscard]] QString of(contract::OfflineSetState state, const QString& reason);
[[nodiscard]] QString of(contract::OfflineRefill refill);
[[nodiscard]] Tone toneOf(contract::WorkstationState state);
[[nodiscard]] Tone toneOf(contract::OfflineSetState state);

// "in the TPM", for a cell.
[[nodiscard]] QString briefly(contract::KeyProtection protection);
// "on time", "40 minutes ahead"; empty: not known.
[[nodiscard]] QString clockDifference(std::optional<int> offsetSeconds);
// Codes would be looked for at the wrong time (Warning), or its requests are refused (Bad).
[[nodiscard]] Tone clockTone(std::optional<int> offsetSeconds);
// The service has it taken away at the next contact, with nothing in its place.
[[nodiscard]] bool isToBeRemoved(contract::OfflineSetState state, const QString& reason);
// Left as it is, until its end: the token is lost, and its emergency code is for that very case.
[[nodiscard]] bool isKept(contract::OfflineSetState state, const QString& reason);
// It counts no more, and lets somebody in all the same: until the workstation has heard of that, or to its
// end.
[[nodiscard]] bool opensStill(const contract::OfflineSet& set, contract::Timestamp now);
// No contact renews it, only the person at the workstation.
[[nodiscard]] bool needsLogon(const contract::OfflineSet& set);
// "Automatic", "At the next logon"; empty where nothing takes its place.
[[nodiscard]] QString renewal(const contract::OfflineSet& set);
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
// "for token, for PIN", "for PIN (for token read out)"; empty: none.
[[nodiscard]] QString codesInside(const contract::OfflineSet& set);
// Shown name, or the logon name where there is none.
[[nodiscard]] QString person(const contract::OfflineSet& set);

// Why somebody gets no offline data, or has none any more: a phrase, as reason() gives. Empty if unknown.
[[nodiscard]] QString offlineReason(const QString& code);
// Of the checks that the offline explanation has besides those of signing in. Empty: not one of these.
[[nodiscard]] QString offlineCheckTitle(const contract::Check& check);
[[nodiscard]] QString offlineCheckFound(const contract::Check& check);
[[nodiscard]] QString offlineCheckRequired(const contract::Check& check);
// Of a cure that changes a policy: what it changes, "Turn offline logon on", and for whom. Empty: it changes
// none.
[[nodiscard]] QString offlineCure(const contract::Check& check);
[[nodiscard]] QString offlineCureReach(const contract::Check& check);

// "PIN + 6-digit code", of a verdict's line.
[[nodiscard]] QString verdictKind(const QString& kind, int digits);
// Why, as a short phrase.
[[nodiscard]] QString verdictReason(const contract::OfflineVerdict& verdict);

} // namespace holdfast::models::words
