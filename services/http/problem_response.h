// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/http/message.h"

namespace holdfast::http {

// An RFC 9457 problem for a status of its own, such as 421, that no kind of contract::Error has.
[[nodiscard]] Response problemResponse(int status, const QString& code, const QString& detail,
                                       const QString& requestId);
// The problem of an error, with the status of its kind.
[[nodiscard]] Response problemResponse(const contract::Error& error, const QString& requestId);

// The words that belong to a status.
[[nodiscard]] QByteArrayView reasonPhrase(int status);

} // namespace holdfast::http
