// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/used_codes.h"

#include <openssl/crypto.h>

namespace holdfast::authentication::used_codes {

using namespace Qt::StringLiterals;

namespace {

QByteArray macOf(const security::KeyRing& keys, const Token& token)
{
    QByteArray bound;
    const QByteArray serial = token.serial.toUtf8();
    bound.reserve(serial.size() + token.kind.size() + token.seed.size() + 2); // the seed is not copied again
    bound.append(serial).append('\n').append(token.kind.toLatin1()).append('\n').append(token.seed);
    QByteArray mac = keys.macBytes(security::Purpose::UsedCodes, bound);
    OPENSSL_cleanse(bound.data(), static_cast<std::size_t>(bound.size()));
    return mac;
}

} // namespace

void keep(storage::Connection& connection, const security::KeyRing& keys, const Token& token, qint64 lastStep)
{
    if (lastStep < 0) {
        return;
    }
    connection.change(u"INSERT INTO used_codes (serial, token_mac, last_step) VALUES (?, ?, ?)"
                      " ON CONFLICT (serial, token_mac) DO UPDATE SET last_step = excluded.last_step"
                      " WHERE excluded.last_step > used_codes.last_step"_s,
                      {token.serial, macOf(keys, token), lastStep});
}

qint64 lastStep(storage::Connection& connection, const security::KeyRing& keys, const Token& token)
{
    {
        auto known = connection.select(u"SELECT 1 FROM used_codes WHERE serial = ?"_s, {token.serial});
        if (!known.next()) {
            return -1; // as nearly always: nothing is hashed
        }
    }
    auto rows = connection.select(u"SELECT last_step FROM used_codes WHERE serial = ? AND token_mac = ?"_s,
                                  {token.serial, macOf(keys, token)});
    return rows.next() ? rows.integer(0) : -1;
}

} // namespace holdfast::authentication::used_codes
