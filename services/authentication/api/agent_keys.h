// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/offline/keys.h"
#include "services/security/key_ring.h"

namespace holdfast::authentication {

// The service's own keys towards workstations: the same as long as the key ring has its first version.
[[nodiscard]] offline::KeyPair serviceSigningKey(const security::KeyRing& keys); // Ed25519
[[nodiscard]] offline::KeyPair serviceAgreementKey(const security::KeyRing& keys); // X25519

} // namespace holdfast::authentication
