// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/token.h"

#include <tl/expected.hpp>

#include <optional>
#include <vector>

namespace holdfast::otp {

// Why a file or a record was refused: a stable code for programs, cause and cure in English for people. Never
// holds a secret.
struct ImportFault
{
    QString code;
    QString cause;
    QString cure;
    bool operator==(const ImportFault&) const = default;
};

// A token as a file describes it.
struct ParsedToken
{
    QString serial; // 1 to 64 characters
    contract::TokenKind kind {};
    contract::HashAlgorithm algorithm {};
    int digits = 6; // 4 to 10
    int intervalSeconds = 0; // 0 for HOTP
    contract::Secret seed; // what CodeGenerator takes
    qint64 counter = 0; // HOTP: the next one
    int driftSteps = 0; // ahead of the server's clock (RFC 6030, TimeDrift)
    std::optional<contract::Timestamp> startsAt;
    std::optional<contract::Timestamp> expiresAt;
    contract::PinStyle pinStyle = contract::PinStyle::BeforeCode;
    QString manufacturer;
    QString issuer;
    QString userLogin; // a hint at whom it was made for; may be empty
    std::optional<ImportFault> remark; // worth telling although it can be taken
};

// One record of a file: a token, or why not.
struct TokenRecord
{
    int position = 0; // from 1; in text files, the line where it begins
    QString serial; // empty if it could not be read
    tl::expected<ParsedToken, ImportFault> token = tl::make_unexpected(ImportFault {});
};

// The records in the file's order, or why the whole file was refused.
using TokenRecords = tl::expected<std::vector<TokenRecord>, ImportFault>;

} // namespace holdfast::otp
