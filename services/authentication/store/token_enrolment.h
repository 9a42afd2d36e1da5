// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/tokens.h"
#include "services/otp/parsed_token.h"
#include "services/security/key_ring.h"

// Tokens that are made here and wait for their first code. The caller writes the events.
namespace holdfast::authentication::token_enrolment {

struct NewToken
{
    otp::ParsedToken token; // serial, seed and parameters
    qint64 domainId = 0;
    qint64 userId = 0;
    contract::PinState pin = contract::PinState::NotRequired; // or NotSet
    QString notes;
};
// The person's, disabled, waiting. False: the serial number is taken.
[[nodiscard]] bool insert(storage::Connection& connection, const security::KeyRing& keys,
                          const NewToken& token, contract::Timestamp now);
[[nodiscard]] bool isWaiting(storage::Connection& connection, qint64 tokenId);
// Enables the token; everything up to `step` is consumed. False: it waits no more.
[[nodiscard]] bool confirm(storage::Connection& connection, qint64 tokenId, qint64 step, int driftSteps);

} // namespace holdfast::authentication::token_enrolment
