// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/health.h"

namespace holdfast::authentication {

// What somebody who helps needs to know of a service, as JSON: versions, schema, how many rows of what,
// configuration, health, versions of the keys and the newest events of the system log. No secret, nobody's
// name, no seed, hash or code: nothing is read but counts and that log.
[[nodiscard]] QJsonObject supportBundle(const HealthInput& input);

} // namespace holdfast::authentication
