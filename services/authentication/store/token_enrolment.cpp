// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/token_enrolment.h"

namespace holdfast::authentication::token_enrolment {

bool insert(storage::Connection& connection, const security::KeyRing& keys, const NewToken& token,
            contract::Timestamp now)
{
    const otp::ParsedToken& made = token.token;
    if (tokens::find(connection, made.serial)) {
        return false;
    }
    const bool pin = token.pin != contract::PinState::NotRequired;
    connection.insert(
        QStringLiteral("INSERT INTO tokens (serial, kind, algorithm, digits, interval_seconds, pin_style,"
                       " pin_state, domain_id, user_id, notes, seed, imported_at, assigned_at, last_step,"
                       " enabled, enrolling) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, -1, 0, 1)"),
        {made.serial, contract::enumName(made.kind), contract::enumName(made.algorithm), made.digits,
         made.intervalSeconds,
         contract::enumName(pin ? contract::PinStyle::BeforeCode : contract::PinStyle::None),
         contract::enumName(token.pin), token.domainId, token.userId, token.notes,
         keys.seal(security::Purpose::SealSeed, made.seed.reveal(), "seed:" + made.serial.toUtf8()),
         contract::toMilliseconds(now), contract::toMilliseconds(now)});
    return true;
}

bool isWaiting(storage::Connection& connection, qint64 tokenId)
{
    auto rows = connection.select(QStringLiteral("SELECT enrolling FROM tokens WHERE id = ?"), {tokenId});
    return rows.next() && rows.boolean(0);
}

bool confirm(storage::Connection& connection, qint64 tokenId, qint64 step, int driftSteps)
{
    return connection.change(
               QStringLiteral("UPDATE tokens SET enabled = 1, enrolling = 0, last_step = ?, drift_steps = ?,"
                              " version = version + 1 WHERE id = ? AND enrolling = 1 AND last_step < ?"),
               {step, driftSteps, tokenId, step})
        == 1;
}

} // namespace holdfast::authentication::token_enrolment
