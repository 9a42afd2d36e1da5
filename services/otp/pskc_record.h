// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/pskc_protection.h"

namespace holdfast::otp {

// A KeyPackage with one of its keys, as a token, or why not. `position` counts keys.
[[nodiscard]] TokenRecord readPskcKey(int position, const XmlElement& keyPackage, const XmlElement& key,
                                      PskcProtection& protection);

} // namespace holdfast::otp
