// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/parsed_token.h"

#include <QByteArrayView>
#include <QString>

namespace holdfast::otp {

// The text of a file: UTF-8 with or without a byte order mark, or UTF-16 with one (as spreadsheets write it).
// Faults: not_text.
[[nodiscard]] tl::expected<QString, ImportFault> textOfFile(QByteArrayView file);

// Bounds of a line, and of a record in several lines.
inline constexpr qsizetype maxLineLength = 8192; // characters

[[nodiscard]] ImportFault tooManyRecords();
[[nodiscard]] ImportFault noRecords();

} // namespace holdfast::otp
