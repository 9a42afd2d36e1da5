// SPDX-License-Identifier: Apache-2.0
#include "services/otp/csv_record.h"

#include "services/otp/pskc_policy.h"
#include "services/otp/record_checks.h"

#include <QDate>

#include <algorithm>
#include <array>

namespace holdfast::otp {

using namespace Qt::StringLiterals;
using Fault = std::optional<ImportFault>;

namespace {

struct Name
{
    const char* name; // letters and digits alone, in lower case
    CsvColumn column;
};

constexpr std::array names {
    Name {"serial", CsvColumn::Serial},
    Name {"serialnumber", CsvColumn::Serial},
    Name {"serialno", CsvColumn::Serial},
    Name {"tokenserial", CsvColumn::Serial},
    Name {"sn", CsvColumn::Serial},
    Name {"secret", CsvColumn::Secret},
    Name {"seed", CsvColumn::Secret},
    Name {"secretkey", CsvColumn::Secret},
    Name {"key", CsvColumn::Secret},
    Name {"secrethex", CsvColumn::SecretHex},
    Name {"seedhex", CsvColumn::SecretHex},
    Name {"hexseed", CsvColumn::SecretHex},
    Name {"secretbase32", CsvColumn::SecretBase32},
    Name {"seedbase32", CsvColumn::SecretBase32},
    Name {"base32", CsvColumn::SecretBase32},
    Name {"kind", CsvColumn::Kind},
    Name {"type", CsvColumn::Kind},
    Name {"tokentype", CsvColumn::Kind},
    Name {"algorithm", CsvColumn::Algorithm},
    Name {"hash", CsvColumn::Algorithm},
    Name {"digits", CsvColumn::Digits},
    Name {"length", CsvColumn::Digits},
    Name {"otplength", CsvColumn::Digits},
    Name {"period", CsvColumn::Period},
    Name {"interval", CsvColumn::Period},
    Name {"timeinterval", CsvColumn::Period},
    Name {"timestep", CsvColumn::Period},
    Name {"counter", CsvColumn::Counter},
    Name {"issuer", CsvColumn::Issuer},
    Name {"label", CsvColumn::Label},
    Name {"account", CsvColumn::Label},
    Name {"user", CsvColumn::Login},
    Name {"username", CsvColumn::Login},
    Name {"userid", CsvColumn::Login},
    Name {"login", CsvColumn::Login},
    Name {"upn", CsvColumn::Login},
    Name {"manufacturer", CsvColumn::Manufacturer},
    Name {"vendor", CsvColumn::Manufacturer},
    Name {"starts", CsvColumn::StartsAt},
    Name {"startdate", CsvColumn::StartsAt},
    Name {"startsat", CsvColumn::StartsAt},
    Name {"expires", CsvColumn::ExpiresAt},
    Name {"expiry", CsvColumn::ExpiresAt},
    Name {"expirydate", CsvColumn::ExpiresAt},
    Name {"expiresat", CsvColumn::ExpiresAt},
};

std::optional<CsvColumn> columnNamed(const QString& text)
{
    QString plain;
    for (const QChar c : text) {
        if (c.isLetterOrNumber()) {
            plain += c.toLower();
        }
    }
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const Name& known) { return plain == QLatin1String(known.name); });
    return found == names.end() ? std::nullopt : std::optional(found->column);
}

// A day means the whole day: what starts, starts with it; what expires, expires after it.
Fault takeTime(const QString& text, int addDays, std::optional<contract::Timestamp>& out)
{
    if (text.isEmpty()) {
        return std::nullopt;
    }
    const QDate day = QDate::fromString(text, Qt::ISODate).addDays(addDays);
    out = pskcTime(text.size() <= 10 ? day.toString(u"yyyy-MM-dd'T00:00:00Z'"_s) : text);
    if (!out) {
        return ImportFault {u"date_invalid"_s, u"\"%1\" is not a date."_s.arg(shown(text)),
                            u"Write dates as 2026-01-31 or 2026-01-31T00:00:00Z."_s};
    }
    return std::nullopt;
}

Fault readInto(ParsedToken& token, const QStringList& row, const CsvHeader& header)
{
    if (row.size() != header.count) {
        return ImportFault {
            u"columns_wrong"_s,
            u"The line has %1 columns, the header has %2."_s.arg(row.size()).arg(header.count),
            u"Put fields that hold the separator in double quotes."_s};
    }
    const auto field = [&](CsvColumn column) {
        return header.field(row, column);
    };
    token.serial = field(CsvColumn::Serial);
    if (auto fault = token.serial.isEmpty() ? Fault() : checkSerial(token.serial)) {
        token.serial.clear();
        return fault;
    }
    const QString kind = field(CsvColumn::Kind);
    if (auto fault = takeKind(kind.isEmpty() ? u"totp"_s : kind, token)) {
        return fault;
    }
    for (const auto& [column, take] : {std::pair {CsvColumn::Algorithm, &takeAlgorithm},
                                       {CsvColumn::Digits, &takeDigits},
                                       {CsvColumn::Period, &takePeriod},
                                       {CsvColumn::Counter, &takeCounter}}) {
        if (auto fault = take(field(column), token)) {
            return fault;
        }
    }
    if (auto fault = takeTime(field(CsvColumn::StartsAt), 0, token.startsAt)) {
        return fault;
    }
    if (auto fault = takeTime(field(CsvColumn::ExpiresAt), 1, token.expiresAt)) {
        return fault;
    }
    token.issuer = shown(field(CsvColumn::Issuer));
    token.manufacturer = shown(field(CsvColumn::Manufacturer));
    const QString label = field(CsvColumn::Label);
    const QString login = field(CsvColumn::Login);
    token.userLogin = shown(login.isEmpty() ? label : login);
    const bool hex = header.columns.contains(CsvColumn::SecretHex)
        || (header.columns.contains(CsvColumn::Secret) && header.encoding == SecretEncoding::Hex);
    if (auto fault =
            takeSecret(header.secret(row), hex ? SecretEncoding::Hex : SecretEncoding::Base32, token)) {
        return fault;
    }
    if (token.serial.isEmpty()) {
        makeUpSerial(token.userLogin, token);
    }
    return checkDates(token);
}

} // namespace

QString CsvHeader::field(const QStringList& row, CsvColumn column) const
{
    const auto found = columns.find(column);
    return found == columns.end() ? QString() : row.value(found->second);
}

QString CsvHeader::secret(const QStringList& row) const
{
    for (const CsvColumn column : {CsvColumn::SecretHex, CsvColumn::SecretBase32, CsvColumn::Secret}) {
        if (columns.contains(column)) {
            return field(row, column);
        }
    }
    return {};
}

tl::expected<CsvHeader, ImportFault> readCsvHeader(const QStringList& row)
{
    CsvHeader header;
    header.count = row.size();
    int secrets = 0;
    for (qsizetype i = 0; i < row.size(); ++i) {
        const auto column = columnNamed(row[i]);
        if (!column) {
            header.ignored << shown(row[i]);
            continue;
        }
        if (!header.columns.emplace(*column, i).second) {
            return tl::make_unexpected(
                ImportFault {u"column_repeated"_s,
                             u"Two columns of the header mean the same: \"%1\"."_s.arg(shown(row[i])),
                             u"Leave one of them out."_s});
        }
        secrets += *column == CsvColumn::Secret || *column == CsvColumn::SecretHex
            || *column == CsvColumn::SecretBase32;
    }
    if (header.columns.empty()) {
        return tl::make_unexpected(
            ImportFault {u"not_csv"_s, u"The first line names no column that is known."_s,
                         u"Begin the file with a line such as serial,secret,digits."_s});
    }
    if (secrets != 1) {
        return tl::make_unexpected(
            ImportFault {secrets == 0 ? u"column_missing"_s : u"column_repeated"_s,
                         secrets == 0 ? u"No column of the header is named secret."_s
                                      : u"More than one column holds secrets."_s,
                         u"Name the column of the secrets secret, secret_hex or secret_base32."_s});
    }
    return header;
}

TokenRecord readCsvRecord(int line, const QStringList& row, const CsvHeader& header)
{
    ParsedToken token;
    Fault fault = readInto(token, row, header);
    TokenRecord record {line, token.serial};
    if (fault) {
        record.token = tl::make_unexpected(std::move(*fault));
    } else {
        record.token = std::move(token);
    }
    return record;
}

} // namespace holdfast::otp
