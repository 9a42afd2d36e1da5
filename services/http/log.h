// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QLoggingCategory>

#include <exception>

namespace holdfast::http {

Q_DECLARE_LOGGING_CATEGORY(httpLog)

// The name of an exception's type. Its text stays out of the log: it may hold values of the request.
[[nodiscard]] QByteArray typeName(const std::exception& failure);

} // namespace holdfast::http
