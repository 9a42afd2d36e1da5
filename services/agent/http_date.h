// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/timestamp.h"

#include <optional>

namespace holdfast::agent {

// An IMF-fixdate (RFC 9110, section 5.6.7), such as "Sun, 06 Nov 1994 08:49:37 GMT": English and GMT whatever
// the locale. Empty: it is another text, or no such moment was.
[[nodiscard]] std::optional<contract::Timestamp> fromHttpDate(QByteArrayView text);

} // namespace holdfast::agent
