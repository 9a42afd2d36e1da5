// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/parsed_token.h"
#include "services/otp/text_values.h"

#include <QStringList>

#include <map>

namespace holdfast::otp {

// What a column can tell. Several names mean the same: see csv_record.cpp.
enum class CsvColumn
{
    Serial,
    Secret,
    SecretHex,
    SecretBase32,
    Kind,
    Algorithm,
    Digits,
    Period,
    Counter,
    Issuer,
    Label,
    Login,
    Manufacturer,
    StartsAt,
    ExpiresAt
};

// Which column stands where, by the header row.
struct CsvHeader
{
    std::map<CsvColumn, qsizetype> columns;
    qsizetype count = 0;
    QStringList ignored; // names that mean nothing here
    SecretEncoding encoding {}; // of CsvColumn::Secret, found out from all rows

    [[nodiscard]] QString field(const QStringList& row, CsvColumn column) const; // empty if there is none
    [[nodiscard]] QString secret(const QStringList& row) const;
};

// Faults: not_csv, column_repeated, column_missing.
[[nodiscard]] tl::expected<CsvHeader, ImportFault> readCsvHeader(const QStringList& row);

[[nodiscard]] TokenRecord readCsvRecord(int line, const QStringList& row, const CsvHeader& header);

} // namespace holdfast::otp
