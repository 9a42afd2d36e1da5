// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/parsed_token.h"
#include "services/security/key_ring.h"
#include "services/storage/connection.h"

// Tokens with their secrets, for a file that goes elsewhere. The caller writes the event.
namespace holdfast::authentication::token_export {

// HOTP and TOTP tokens that are not replaced, within all of these.
struct Selection
{
    std::optional<std::vector<qint64>> domains; // absent: everywhere
    QStringList serials; // empty: all
    bool administrators = false; // tokens of administrators, too
};
[[nodiscard]] qint64 count(storage::Connection& connection, const Selection& selection);
// Of the serials, those that the selection does not hold.
[[nodiscard]] QStringList missing(storage::Connection& connection, const Selection& selection);

struct Item
{
    qint64 id = 0;
    otp::ParsedToken token; // without seed if it does not open
};
// The next ones by id.
[[nodiscard]] std::vector<Item> next(storage::Connection& connection, const security::KeyRing& keys,
                                     const Selection& selection, qint64 afterId, int limit);

} // namespace holdfast::authentication::token_export
