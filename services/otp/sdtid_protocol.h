// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/parsed_token.h"

#include <QJsonObject>

// What passes between the service and the reader program. In: the passphrase, then the file, each after its
// length as four bytes in network byte order (of the passphrase, noPassphrase where there is none). Out: a
// line of JSON for each record, then one that ends it, so that a reader that died is never taken for one that
// was done.
namespace holdfast::otp {

inline constexpr quint32 noPassphrase = 0xffffffffU;
inline constexpr quint32 maxPassphraseBytes = 4096;
inline constexpr qsizetype maxReaderLine = 64 * 1024;

[[nodiscard]] QByteArray recordLine(const TokenRecord& record);
[[nodiscard]] QByteArray endLine(const std::optional<ImportFault>& fault);

struct ReaderLine
{
    bool isEnd = false;
    std::optional<TokenRecord> record;
    std::optional<ImportFault> fault; // at the end: of the whole file
};
// Nothing for a line that is none of them: the program is not to be believed either.
[[nodiscard]] std::optional<ReaderLine> parseReaderLine(const QByteArray& line);

} // namespace holdfast::otp
