// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/parsed_token.h"

#include <QByteArrayView>

namespace holdfast::otp {

// A table with a header row, columns by name: docs/token-files.md. Never throws.
[[nodiscard]] TokenRecords readCsv(QByteArrayView file);

} // namespace holdfast::otp
