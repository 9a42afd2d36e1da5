// SPDX-License-Identifier: Apache-2.0
#include "services/otp/otpauth_reader.h"

#include "services/otp/otpauth_uri.h"
#include "services/otp/text_file.h"
#include "services/otp/token_file.h"

namespace holdfast::otp {

using namespace Qt::StringLiterals;

TokenRecords readOtpauth(QByteArrayView file)
{
    const auto text = textOfFile(file);
    if (!text) {
        return tl::make_unexpected(text.error());
    }
    std::vector<TokenRecord> records;
    int number = 0;
    for (const QStringView line : qTokenize(*text, u'\n')) {
        ++number;
        const QStringView uri = line.trimmed();
        if (uri.isEmpty() || uri.startsWith(u'#')) {
            continue;
        }
        if (static_cast<int>(records.size()) == maxTokenRecords) {
            return tl::make_unexpected(tooManyRecords());
        }
        if (uri.size() > maxLineLength) {
            TokenRecord record {number, {}};
            record.token = tl::make_unexpected(ImportFault {
                u"line_too_long"_s, u"The line has more than %1 characters."_s.arg(maxLineLength),
                u"Check that each token has a line of its own."_s});
            records.push_back(std::move(record));
            continue;
        }
        records.push_back(readOtpauthUri(number, uri.toString()));
    }
    if (records.empty()) {
        return tl::make_unexpected(noRecords());
    }
    return records;
}

} // namespace holdfast::otp
