// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/code_match.h"
#include "services/authentication/domain/decision.h"

namespace holdfast::authentication {

// The PIN that a passcode of a token holds: its own, or that of the token that it replaces until the first
// use.
struct PinSource
{
    bool wanted = false;
    bool mustChange = false;
    QString serial; // whose PIN
    QByteArray hash;
    std::optional<quint16> tag;
    std::optional<int> length;
    bool takenOver = false;
};
[[nodiscard]] PinSource pinSourceOf(const AttemptFacts& facts, const TokenFacts& token);
// Whether what is kept of the PIN suffices to recognise it.
[[nodiscard]] bool canBeRecognised(const PinSource& pin, const TokenFacts& token);

// How a passcode fits one token, before any slow hash.
struct PasscodeCandidate
{
    const TokenFacts* token = nullptr;
    CodeMatch match;
    PinSource pin;
    std::optional<contract::Secret> typedPin; // to be hashed; none for PIN-less passcodes
    bool pinMissing = false; // the code is right, but stands there without the PIN
};
[[nodiscard]] PasscodeCandidate matchPasscode(const AttemptFacts& facts, const TokenFacts& token,
                                              const contract::Secret& passcode, const security::KeyRing& keys,
                                              contract::Timestamp now);

// The token of this id among the person's; null when it is not there.
[[nodiscard]] const TokenFacts* tokenOf(const AttemptFacts& facts, std::optional<qint64> id);

} // namespace holdfast::authentication
