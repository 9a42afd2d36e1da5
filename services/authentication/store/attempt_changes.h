// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/account_state.h"
#include "services/authentication/domain/decision.h"
#include "services/storage/connection.h"

// What an attempt changes. On the writer's thread, in the transaction of the attempt.
namespace holdfast::authentication::attempts {

// Consumes the step of a decision, and with it what follows from the token's use: one conditional update.
// False: somebody was faster, or the token is not the person's any more; nothing was changed.
[[nodiscard]] bool consumeStep(storage::Connection& connection, const AttemptFacts& facts,
                               const Decision& decision, contract::Timestamp now);
// Marks the emergency code as used. False: it was used already.
[[nodiscard]] bool consumeEmergencyCode(storage::Connection& connection, const Decision& decision,
                                        contract::Timestamp now);

// First use of a token that replaces another: the old one goes back to the shelf.
void completeReplacement(storage::Connection& connection, const TokenFacts& used);
// The issues for the token that are still active; returns how many there were.
qint64 cancelEmergencyCodes(storage::Connection& connection, qint64 userId, qint64 tokenId,
                            contract::Timestamp now);

// One more slow hash under way. False: changed meanwhile.
[[nodiscard]] bool reserve(storage::Connection& connection, const AccountFacts& account);
void release(storage::Connection& connection, qint64 userId, int reserved);
// The counters are at rest again. `reserved` attempts are no longer under way. Writes only where something
// changes; the last logon is kept to the minute.
void recordSuccess(storage::Connection& connection, const AccountFacts& account, int reserved,
                   contract::Timestamp now);
void recordFailure(storage::Connection& connection, const AccountFacts& account, const FailureCount& count,
                   int reserved);
// One more wrong code on the token, or without one on every token of the person.
void countWrongCode(storage::Connection& connection, qint64 userId, qint64 tokenId);

// The next tokencode was wrong: the mode stays, but the code before it counts no more.
void endNextCodeChance(storage::Connection& connection, qint64 tokenId);

// A new PIN in place of none or of one that must be changed. False: the token is not in new-PIN mode any
// more.
struct NewPin
{
    QByteArray hash;
    std::optional<quint16> tag {}; // of PINs that an app mixes in
    std::optional<int> length {}; // likewise
    bool mustChange = false; // taken over from a token whose PIN must be changed
    std::optional<contract::Timestamp> setAt {}; // taken over, so that it is no younger; none: now
};
[[nodiscard]] bool setPin(storage::Connection& connection, qint64 userId, qint64 tokenId, const NewPin& pin,
                          contract::Timestamp now);

// A PIN that is right but may not stay.
void requireNewPin(storage::Connection& connection, qint64 tokenId);
// Puts what was hashed under the current key in the place of the same PIN or password under an older one;
// does nothing for other answers, and where it was changed meanwhile.
void rekey(storage::Connection& connection, qint64 userId, const HashAnswer& answer);

// Accounts with attempts that were under way when the service stopped.
[[nodiscard]] std::vector<qint64> interrupted(storage::Connection& connection);

} // namespace holdfast::authentication::attempts
