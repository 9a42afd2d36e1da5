// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"
#include "services/contract/bulk.h"
#include "services/contract/emergency_code.h"
#include "services/contract/event.h"
#include "services/contract/offline_set.h"
#include "services/contract/token.h"
#include "services/contract/token_import.h"
#include "services/contract/user.h"
#include "services/contract/workstation.h"
#include "views/widgets/status_chip.h"

namespace holdfast::views {

[[nodiscard]] Tone toneFrom(models::Tone tone);

// Words, icon and colour of a state.
[[nodiscard]] Status statusOf(contract::UserStatus status);
[[nodiscard]] Status statusOf(contract::TokenState state);
[[nodiscard]] Status statusOf(contract::EmergencyCodeState state);
[[nodiscard]] Status statusOf(contract::EventResult result);
[[nodiscard]] Status statusOf(contract::BulkJobState state);
[[nodiscard]] Status statusOf(contract::BulkItemState state);
[[nodiscard]] Status statusOf(contract::WorkstationState state);
[[nodiscard]] Status statusOf(contract::OfflineSetState state, const QString& reason);
[[nodiscard]] Status statusOf(contract::ImportOutcome outcome, bool dryRun);

} // namespace holdfast::views
