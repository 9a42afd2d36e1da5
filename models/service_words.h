// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"
#include "services/contract/service_health.h"

namespace holdfast::models::words {

// What a check of the service's health looks at, such as "Disk".
[[nodiscard]] QString healthName(const contract::HealthCheck& check);
// How it is, as a sentence; the service's English for what a newer one checks.
[[nodiscard]] QString healthSentence(const contract::HealthCheck& check);
[[nodiscard]] QString of(contract::HealthStatus status);
[[nodiscard]] Tone toneOf(contract::HealthStatus status);

} // namespace holdfast::models::words
