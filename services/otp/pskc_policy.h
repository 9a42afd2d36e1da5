// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/xml_tree.h"

namespace holdfast::otp {

// Applies a key's Policy (RFC 6030, section 5) to the token. A policy that is not understood, or that could
// not be kept here, means that the key must not be used: it is refused, with the cause.
[[nodiscard]] std::optional<ImportFault> applyPskcPolicy(const XmlElement& policy, ParsedToken& token);

// xs:dateTime; without an offset it is taken as UTC. Nothing if it is none, or outside 1970 to 9999.
[[nodiscard]] std::optional<contract::Timestamp> pskcTime(const QString& text);

} // namespace holdfast::otp
