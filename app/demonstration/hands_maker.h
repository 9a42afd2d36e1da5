// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demonstration/hands.h"
#include "app/demonstration/world.h"
#include "services/security/key_ring.h"
#include "services/storage/connection.h"

namespace holdfast::demonstration {

// Gives tokens to a few travellers who had none, and says what these hold. After everything else has
// happened.
[[nodiscard]] Hands fillHands(World& world);

// What the tokens' rows hold of that, sealed and hashed: slow, and outside of a transaction.
struct HandRow
{
    QString serial;
    QByteArray seed;
    QByteArray pinHash; // empty: no PIN
    int pinTag = 0;
    int pinLength = 0;
    bool mixed = false;
};
[[nodiscard]] std::vector<HandRow> handRows(const security::KeyRing& keys, const Hands& hands);
// After the tokens and the workstations.
void writeHands(storage::Connection& connection, const security::KeyRing& keys, const World& world,
                const Hands& hands, const std::vector<HandRow>& rows);

// For this person alone (0600). Error: hands_not_written.
[[nodiscard]] contract::Result<void> writeHandsFile(const QString& path, const Hands& hands);

} // namespace holdfast::demonstration
