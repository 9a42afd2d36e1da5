// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"
#include "services/contract/bin.h"
#include "services/contract/bulk.h"

#include <QString>

// Jobs and the bin in words.
namespace holdfast::models::words {

[[nodiscard]] bool isAboutTokens(contract::BulkAction action);

// The verb on a button: "Disable".
[[nodiscard]] QString verb(contract::BulkAction action);
// As a heading: "Disable 12 accounts".
[[nodiscard]] QString title(contract::BulkAction action, int count);
// What it means for them, in a sentence.
[[nodiscard]] QString consequence(contract::BulkAction action);
// A line of the list of jobs: "Disable 12 accounts", and for the way back "Undo: enable 12 accounts".
[[nodiscard]] QString title(const contract::BulkJob& job);
// What the list comes to: "10 change, 1 is so already, 2 are left alone."
[[nodiscard]] QString summary(const contract::BulkJob& job);
// What became of it: "10 changed, 2 refused."
[[nodiscard]] QString outcome(const contract::BulkJob& job);
// Why one is left alone, as a sentence; empty where nothing is in the way.
[[nodiscard]] QString bulkReason(const QString& code);

[[nodiscard]] QString of(contract::BulkJobState state);
[[nodiscard]] QString of(contract::BulkItemState state);
[[nodiscard]] QString of(contract::BinKind kind);
[[nodiscard]] Tone toneOf(contract::BulkJobState state);
[[nodiscard]] Tone toneOf(contract::BulkItemState state);

} // namespace holdfast::models::words
