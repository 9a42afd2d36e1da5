// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/base64.h"
#include "services/otp/parsed_token.h"

// What holds for a record of any format. Each answers nothing when all is well.
namespace holdfast::otp {

// 1 to 64 printable characters; no slash, for serials stand in addresses.
[[nodiscard]] std::optional<ImportFault> checkSerial(const QString& serial);
[[nodiscard]] std::optional<ImportFault> checkDigits(int digits);
[[nodiscard]] std::optional<ImportFault> checkInterval(qint64 seconds); // 10 to 300
[[nodiscard]] std::optional<ImportFault> checkCounter(qint64 counter);
[[nodiscard]] std::optional<ImportFault> checkDrift(qint64 steps); // 1,000 either way
[[nodiscard]] std::optional<ImportFault> checkSeed(const contract::Secret& seed); // 1 to 256 bytes
[[nodiscard]] std::optional<ImportFault> checkDates(const ParsedToken& token);

[[nodiscard]] ImportFault base64Fault(const QString& where, const EncodingFault& fault);

// Text of a file made fit to be shown and stored: control characters gone, at most 255 characters.
[[nodiscard]] QString shown(const QString& text);

} // namespace holdfast::otp
