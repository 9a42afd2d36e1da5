// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/token_import_batches.h"

#include "services/contract/json.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QJsonArray>
#include <QJsonDocument>

namespace holdfast::authentication::token_import_batches {

using namespace Qt::StringLiterals;
using otp::ParsedToken;
using otp::TokenRecord;

namespace {

QByteArray identityOf(qint64 importId, int number)
{
    return "import:" + QByteArray::number(importId) + ':' + QByteArray::number(number);
}

QCborValue faultValue(const std::optional<otp::ImportFault>& fault)
{
    return fault ? QCborValue(QCborArray {fault->code, fault->cause, fault->cure}) : QCborValue();
}

otp::ImportFault faultOf(const QCborValue& value)
{
    const QCborArray parts = value.toArray();
    return {parts.at(0).toString(), parts.at(1).toString(), parts.at(2).toString()};
}

QCborValue timeValue(const std::optional<contract::Timestamp>& time)
{
    return time ? QCborValue(contract::toMilliseconds(*time)) : QCborValue();
}

std::optional<contract::Timestamp> timeOf(const QCborValue& value)
{
    return value.isInteger() ? std::optional(contract::fromMilliseconds(value.toInteger())) : std::nullopt;
}

QCborArray tokenValue(const ParsedToken& token)
{
    return {token.serial,
            static_cast<int>(token.kind),
            static_cast<int>(token.algorithm),
            token.digits,
            token.intervalSeconds,
            QByteArray(token.seed.reveal().data(), token.seed.size()),
            token.counter,
            token.driftSteps,
            timeValue(token.startsAt),
            timeValue(token.expiresAt),
            static_cast<int>(token.pinStyle),
            token.manufacturer,
            token.issuer,
            token.userLogin,
            faultValue(token.remark)};
}

ParsedToken tokenOf(const QCborArray& values)
{
    const auto integer = [&](int i) {
        return static_cast<int>(values.at(i).toInteger());
    };
    ParsedToken token;
    token.serial = values.at(0).toString();
    token.kind = static_cast<contract::TokenKind>(integer(1));
    token.algorithm = static_cast<contract::HashAlgorithm>(integer(2));
    token.digits = integer(3);
    token.intervalSeconds = integer(4);
    token.seed = contract::Secret(QByteArrayView(values.at(5).toByteArray()));
    token.counter = values.at(6).toInteger();
    token.driftSteps = integer(7);
    token.startsAt = timeOf(values.at(8));
    token.expiresAt = timeOf(values.at(9));
    token.pinStyle = static_cast<contract::PinStyle>(integer(10));
    token.manufacturer = values.at(11).toString();
    token.issuer = values.at(12).toString();
    token.userLogin = values.at(13).toString();
    if (values.at(14).isArray()) {
        token.remark = faultOf(values.at(14));
    }
    return token;
}

} // namespace

QByteArray sealed(const security::KeyRing& keys, qint64 importId, int number,
                  std::span<const TokenRecord> records)
{
    QCborArray list;
    for (const TokenRecord& record : records) {
        list.append(QCborArray {record.position, record.serial,
                                record.token ? QCborValue(tokenValue(*record.token)) : QCborValue(),
                                record.token ? QCborValue() : faultValue(record.token.error())});
    }
    QByteArray plain = list.toCborValue().toCbor();
    QByteArray bytes = keys.seal(security::Purpose::SealSeed, plain, identityOf(importId, number));
    plain.fill('\0');
    return bytes;
}

void keep(storage::Connection& connection, qint64 importId, int number, const QByteArray& sealed)
{
    connection.insert(u"INSERT INTO token_import_batches (import_id, number, records) VALUES (?, ?, ?)"_s,
                      {importId, number, sealed});
}

std::optional<Batch> next(storage::Connection& connection, const security::KeyRing& keys, qint64 importId)
{
    auto rows = connection.select(u"SELECT number, records FROM token_import_batches"
                                  " WHERE import_id = ? AND records IS NOT NULL ORDER BY number LIMIT 1"_s,
                                  {importId});
    if (!rows.next()) {
        return std::nullopt;
    }
    Batch batch;
    batch.number = static_cast<int>(rows.integer(0));
    const auto plain =
        keys.open(security::Purpose::SealSeed, rows.bytes(1), identityOf(importId, batch.number));
    if (!plain) {
        throw storage::StorageError("a batch of a token import does not open");
    }
    const QByteArray bytes = QByteArray::fromRawData(plain->reveal().data(), plain->size());
    for (const QCborValue& value : QCborValue::fromCbor(bytes).toArray()) {
        const QCborArray parts = value.toArray();
        TokenRecord record {static_cast<int>(parts.at(0).toInteger()), parts.at(1).toString()};
        if (parts.at(2).isArray()) {
            record.token = tokenOf(parts.at(2).toArray());
        } else {
            record.token = tl::make_unexpected(faultOf(parts.at(3)));
        }
        batch.records.push_back(std::move(record));
    }
    return batch;
}

bool finish(storage::Connection& connection, qint64 importId, int number,
            const std::vector<contract::ImportRow>& outcome)
{
    const QByteArray text =
        QJsonDocument(contract::detail::write(outcome).toArray()).toJson(QJsonDocument::Compact);
    return connection.change(u"UPDATE token_import_batches SET records = NULL, outcome = ?"
                             " WHERE import_id = ? AND number = ? AND records IS NOT NULL"_s,
                             {QString::fromUtf8(text), importId, number})
        == 1;
}

void discard(storage::Connection& connection, qint64 importId)
{
    connection.change(u"DELETE FROM token_import_batches WHERE import_id = ? AND records IS NOT NULL"_s,
                      {importId});
}

void discardUnstaged(storage::Connection& connection)
{
    std::vector<qint64> left;
    {
        auto rows = connection.select(
            u"SELECT DISTINCT import_id FROM token_import_batches WHERE records IS NOT NULL"_s, {});
        while (rows.next()) {
            left.push_back(rows.integer(0));
        }
    }
    for (const qint64 id : left) {
        if (const auto stored = token_imports::find(connection, id); !stored || !stored->job.staged) {
            discard(connection, id);
        }
    }
}

std::vector<contract::ImportRow> outcomes(storage::Connection& connection, qint64 importId)
{
    std::vector<contract::ImportRow> all;
    auto rows = connection.select(
        u"SELECT outcome FROM token_import_batches WHERE import_id = ? ORDER BY number"_s, {importId});
    while (rows.next()) {
        for (const QJsonValue& value : QJsonDocument::fromJson(rows.text(0).toUtf8()).array()) {
            if (auto row = contract::fromJson<contract::ImportRow>(value.toObject())) {
                all.push_back(std::move(*row));
            }
        }
    }
    return all;
}

} // namespace holdfast::authentication::token_import_batches
