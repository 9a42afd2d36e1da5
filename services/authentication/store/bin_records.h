// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/bin.h"
#include "services/storage/connection.h"

#include <QJsonObject>

#include <span>

// Rows of a table as JSON and back, for what leaves its table and may return.
namespace holdfast::authentication::bin_records {

struct Column
{
    const char* name;
    bool isText = false; // otherwise an integer
};

// Everything of a row but its id and, of a token, its seed. What a person or PIN makes of a token is not
// there, as nobody has a token that is deleted. tests/store/tst_bin compares both with the schema.
[[nodiscard]] std::span<const Column> ofUsers();
[[nodiscard]] std::span<const Column> ofTokens();
// Columns that do not come back, and why is said where they are listed.
[[nodiscard]] std::span<const char* const> leftOutOfUsers();
[[nodiscard]] std::span<const char* const> leftOutOfTokens();

// What is absent: a disabled token that is not lost.
[[nodiscard]] QJsonObject toJson(const KeptState& state);
[[nodiscard]] KeptState keptStateFrom(const QJsonObject& object);

[[nodiscard]] QJsonObject read(storage::Connection& connection, const char* table,
                               std::span<const Column> columns, qint64 id);
// With `seed`: of tokens.
void write(storage::Connection& connection, const char* table, std::span<const Column> columns, qint64 id,
           const QJsonObject& record, const QByteArray& seed = {});

} // namespace holdfast::authentication::bin_records
