// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/offline_sets.h"
#include "services/contract/secret.h"
#include "services/security/key_ring.h"

// What a set is made of besides the token's codes, sealed: the key of the PIN, and the emergency codes.
namespace holdfast::authentication::offlineCodes {

// The memory-hard key of a PIN that a logon has shown to be right.
struct PinKey
{
    QByteArray salt; // 16 bytes
    contract::Secret key {}; // 32 bytes
    int pinLength = 0;
    qint64 pinSetAt = 0; // of the PIN that it belongs to, milliseconds
};
void keepPinKey(storage::Connection& connection, const security::KeyRing& keys, qint64 tokenId,
                const PinKey& key);
// Of the PIN that the token has now; nothing where none is kept, it is of another PIN, or it does not open.
[[nodiscard]] std::optional<PinKey> pinKeyOf(storage::Connection& connection, const security::KeyRing& keys,
                                             qint64 tokenId, qint64 pinSetAt);
[[nodiscard]] bool hasPinKey(storage::Connection& connection, qint64 tokenId, qint64 pinSetAt);
// The length alone, of a PIN that was typed at a logon which brought no data: so that it can be said why.
// Does nothing where more is kept.
void keepPinLength(storage::Connection& connection, qint64 tokenId, int length, qint64 pinSetAt);
[[nodiscard]] std::optional<int> pinLengthOf(storage::Connection& connection, qint64 tokenId,
                                             qint64 pinSetAt);

// Whose codes: they go with the person, the token and the workstation, from one set to the next.
struct Place
{
    qint64 userId = 0;
    qint64 tokenId = 0;
    qint64 workstationId = 0;
};
struct Code
{
    qint64 id = 0; // 0: not kept yet
    contract::CodeReplaces replaces {};
    bool letters = false;
    contract::Secret text {}; // empty: it was not asked for, or does not open
    contract::Timestamp madeAt {};
    contract::Timestamp expiresAt {};
    qint64 firstSet = 0; // of those that have it
    qint64 lastSet = 0;
    bool held = false; // the workstation is known to hold it, and no later set lacks it
    std::optional<contract::Timestamp> readAt {};
    QString readBy;
};
// Latest first. `keys`: to open them with.
[[nodiscard]] std::vector<Code> of(storage::Connection& connection, const Place& place,
                                   const security::KeyRing* keys = nullptr);
// That the set holds them: new ones are kept, others go on.
void keep(storage::Connection& connection, const security::KeyRing& keys, const Place& place, qint64 setId,
          const std::vector<Code>& codes);
// The workstation is told to remove its data, and the codes with them.
void forgetHeld(storage::Connection& connection, const Place& place);
// The one reading. False: it was read meanwhile.
[[nodiscard]] bool markRead(storage::Connection& connection, qint64 codeId, const QString& by,
                            contract::Timestamp now);

} // namespace holdfast::authentication::offlineCodes
