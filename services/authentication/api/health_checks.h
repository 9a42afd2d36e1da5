// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/health.h"
#include "services/authentication/api/surroundings.h"

// One for each part of a service; each tells what it found, never throws for it.
namespace holdfast::authentication::health_checks {

[[nodiscard]] contract::HealthCheck database(const HealthInput& input);
[[nodiscard]] contract::HealthCheck queue(int waiting);
[[nodiscard]] contract::HealthCheck disk(const QString& folder);
// The head record of the event log: there, sealed by the keys, at most half a minute behind.
[[nodiscard]] contract::HealthCheck eventHead(const HealthInput& input);
// A service that runs holds its keys in memory: a lost file would show at the next start.
[[nodiscard]] contract::HealthCheck keyFile(const QString& folder);
[[nodiscard]] contract::HealthCheck backup(const QString& noteFile, contract::Timestamp now);
// Whether the system says that its clock is in step, and no event is of the future.
[[nodiscard]] contract::HealthCheck clock(const HealthInput& input);
[[nodiscard]] contract::HealthCheck logs(const contract::LoggingState& state);

} // namespace holdfast::authentication::health_checks
