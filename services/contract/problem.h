// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"

#include <QByteArray>
#include <QJsonObject>

namespace holdfast::contract {

// The one place where kinds of error and HTTP statuses meet. Round trip: kindOf(statusOf(k)) == k.
[[nodiscard]] int statusOf(ErrorKind kind);
[[nodiscard]] ErrorKind kindOf(int status);

// RFC 9457. `internal` stays behind.
[[nodiscard]] QJsonObject toProblem(const Error& error, const QString& requestId);
// Reads a problem leniently: whatever came from a proxy in between still becomes an Error of the right kind.
[[nodiscard]] Error fromProblem(int status, const QByteArray& body);

} // namespace holdfast::contract
