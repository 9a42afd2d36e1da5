// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/facts.h"
#include "services/authentication/domain/reasons.h"
#include "services/contract/secret.h"
#include "services/security/key_ring.h"

namespace holdfast::authentication {

// What one submission holds. At least one of them; a tokencode stands alone.
struct Credentials
{
    std::optional<contract::Secret> passcode {}; // PIN and tokencode, mixed, code alone, or emergency code
    std::optional<contract::Secret> password {}; // administrators' sign-in
    // What a token shows, without a PIN: proves to the help desk that a caller has the token, and opens
    // nothing.
    std::optional<contract::Secret> tokencode {};
};

// A slow hash that the decision waits for. It is done outside any transaction.
struct HashQuestion
{
    contract::Secret text; // PIN or password
    QByteArray identity; // that the hash is bound to
    QByteArray hash; // the stored one
    QByteArray rehashFor; // not empty: if right, hash it anew for this identity (a PIN that is taken over)
};
struct HashAnswer
{
    QByteArray identity;
    QByteArray hash;
    bool right = false;
    QByteArray newHash {};
    bool rekeyed = false; // the new hash is of the same PIN or password in its place, under the current key
    std::optional<quint16> newTag {};
    std::optional<int> newLength {};
};
using HashAnswers = std::vector<HashAnswer>;

struct Decision
{
    enum class Kind
    {
        Accept,
        Refuse,
        NextTokencode, // the code is right and consumed, but another must follow directly
        NewPin, // likewise, but a new PIN must be chosen
        Passcode, // the password is right, but a passcode must come with it
        AskHash // decide again with the answer to `question`
    };
    Kind kind = Kind::Refuse;
    Reason reason {};
    bool counts = true; // a refusal that counts as a failure

    qint64 tokenId = 0; // 0: none. Of a refusal: the one that it is about, if that is known
    QString tokenSerial;
    qint64 step = -1; // to be consumed, or that was; -1: none
    int driftSteps = 0;
    const TokenFacts* token = nullptr; // within the facts
    bool cancelsEmergencyCodes = false;
    bool found = false; // the token's mark of being lost goes
    bool completesReplacement = false; // first use of a token that replaces another
    bool provesPossession = false; // of a tokencode alone: no logon
    const HashAnswer* takenPin = nullptr; // the PIN that it takes over, hashed anew; within the answers

    qint64 emergencyIssueId = 0; // 0: none
    qint64 emergencyCodeId = 0;
    bool consumesEmergencyCode = false; // a code of a set: once

    std::optional<HashQuestion> question {};
};

// Why no code of this issue would pass now, whatever is typed with it; empty when one would.
[[nodiscard]] Reason refusalOf(const AttemptFacts& facts, const EmergencyFacts& issue,
                               contract::Timestamp now);

// The identities that slow hashes are bound to.
[[nodiscard]] QByteArray pinIdentity(const QString& serial);
[[nodiscard]] QByteArray passwordIdentity(qint64 userId);

// The one decision. Pure: the same facts, submission and answers give the same decision. Tries the submission
// against every usable token of the person and against the emergency codes, and asks for at most one slow
// hash for each of password and passcode. `now` is when the submission arrived.
[[nodiscard]] Decision decide(const AttemptFacts& facts, const Credentials& credentials,
                              const security::KeyRing& keys, contract::Timestamp now,
                              const HashAnswers& answers = {});

// The code that must follow the consumed one of `step` directly.
[[nodiscard]] Decision decideNextTokencode(const AttemptFacts& facts, qint64 tokenId, qint64 step,
                                           const contract::Secret& code, const security::KeyRing& keys,
                                           contract::Timestamp now);

} // namespace holdfast::authentication
