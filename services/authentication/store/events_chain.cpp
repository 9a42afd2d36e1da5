// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/events_chain.h"

#include <QtEndian>

namespace holdfast::authentication {

namespace {

constexpr char encodingVersion = 1;

void addNumber(QByteArray& out, qint64 number)
{
    const qint64 bigEndian = qToBigEndian(number);
    out.append(reinterpret_cast<const char*>(&bigEndian), sizeof bigEndian);
}

void addBytes(QByteArray& out, QByteArrayView bytes)
{
    addNumber(out, bytes.size());
    out.append(bytes);
}

} // namespace

QByteArray linkOf(const security::KeyRing& keys, QByteArrayView linkBefore, const EventRow& row)
{
    QByteArray encoded;
    encoded.reserve(512);
    encoded.append(encodingVersion);
    addBytes(encoded, linkBefore);
    addNumber(encoded, row.sequence);
    addNumber(encoded, row.at);
    addNumber(encoded, row.domainId ? 1 : 0);
    addNumber(encoded, row.domainId.value_or(0));
    for (const QString& text : row.texts) {
        addBytes(encoded, text.toUtf8());
    }
    return keys.macBytes(security::Purpose::EventChain, encoded);
}

EventChainEnd readChainEnd(storage::Connection& connection)
{
    auto rows =
        connection.select(QStringLiteral("SELECT sequence, mac FROM events ORDER BY sequence DESC LIMIT 1"));
    return rows.next() ? EventChainEnd {.sequence = rows.integer(0), .mac = rows.bytes(1)} : EventChainEnd {};
}

QString eventColumns()
{
    return QStringLiteral("sequence, at, domain_id, log, key, result, reason, actor, actor_id, user_id, "
                          "user_name, domain, token_serial, method, client, client_address, detail, mac");
}

EventRow rowFrom(const storage::Connection::Rows& rows)
{
    EventRow row {rows.integer(0), rows.integer(1), rows.optionalInteger(2)};
    constexpr int firstText = 3;
    int column = firstText;
    for (QString& text : row.texts) {
        text = rows.text(column++);
    }
    row.mac = rows.bytes(column);
    return row;
}

} // namespace holdfast::authentication
