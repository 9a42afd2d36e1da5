// SPDX-License-Identifier: Apache-2.0
#include "services/otp/csv_reader.h"

#include "services/otp/csv_record.h"
#include "services/otp/csv_table.h"
#include "services/otp/record_checks.h"
#include "services/otp/text_file.h"
#include "services/otp/token_file.h"

namespace holdfast::otp {

using namespace Qt::StringLiterals;

namespace {

struct Line
{
    int number = 0;
    QStringList fields;
};

// Of a column that does not say so: hexadecimal and base32 share most of their characters, but not all. One
// secret that can be only one of them decides for the file.
tl::expected<SecretEncoding, ImportFault> encodingOf(const CsvHeader& header, const std::vector<Line>& lines)
{
    bool onlyBase32 = false;
    bool onlyHex = false;
    for (const Line& line : lines) {
        for (const QChar c : header.secret(line.fields)) {
            const char16_t upper = c.toUpper().unicode();
            onlyBase32 |= upper >= u'G' && upper <= u'Z';
            onlyHex |= upper == u'0' || upper == u'1' || upper == u'8' || upper == u'9';
        }
    }
    if (onlyBase32 == onlyHex) {
        return tl::make_unexpected(
            ImportFault {u"secret_encoding_unclear"_s,
                         onlyHex ? u"Some secrets look hexadecimal, others base32."_s
                                 : u"The secrets could be hexadecimal as well as base32."_s,
                         u"Name their column secret_hex or secret_base32."_s});
    }
    return onlyHex ? SecretEncoding::Hex : SecretEncoding::Base32;
}

void remarkIgnored(const QStringList& ignored, std::vector<TokenRecord>& records)
{
    if (ignored.isEmpty() || !records.front().token || records.front().token->remark) {
        return;
    }
    records.front().token->remark = ImportFault {
        u"columns_ignored"_s, u"Columns that were not read: %1."_s.arg(shown(ignored.join(u", "_s))),
        u"Check the header if one of them should have been."_s};
}

} // namespace

TokenRecords readCsv(QByteArrayView file)
{
    const auto text = textOfFile(file);
    if (!text) {
        return tl::make_unexpected(text.error());
    }
    CsvTable table(*text);
    std::optional<CsvHeader> header;
    std::vector<Line> lines;
    while (true) {
        auto row = table.next();
        if (!row) {
            return tl::make_unexpected(row.error());
        }
        if (!*row) {
            break;
        }
        if (!header) {
            auto read = readCsvHeader(**row);
            if (!read) {
                return tl::make_unexpected(read.error());
            }
            header = std::move(*read);
            continue;
        }
        if (static_cast<int>(lines.size()) == maxTokenRecords) {
            return tl::make_unexpected(tooManyRecords());
        }
        lines.push_back({table.line(), std::move(**row)});
    }
    if (lines.empty()) {
        return tl::make_unexpected(noRecords());
    }
    if (header->columns.contains(CsvColumn::Secret)) {
        const auto encoding = encodingOf(*header, lines);
        if (!encoding) {
            return tl::make_unexpected(encoding.error());
        }
        header->encoding = *encoding;
    }
    std::vector<TokenRecord> records;
    records.reserve(lines.size());
    for (const Line& line : lines) {
        records.push_back(readCsvRecord(line.number, line.fields, *header));
    }
    remarkIgnored(header->ignored, records);
    return records;
}

} // namespace holdfast::otp
