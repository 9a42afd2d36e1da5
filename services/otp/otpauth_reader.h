// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/parsed_token.h"

#include <QByteArrayView>

namespace holdfast::otp {

// otpauth URIs, one a line; empty lines and lines that begin with # are passed over. Never throws.
[[nodiscard]] TokenRecords readOtpauth(QByteArrayView file);

} // namespace holdfast::otp
