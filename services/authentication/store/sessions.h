// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/timestamp.h"
#include "services/security/key_ring.h"
#include "services/storage/connection.h"

#include <optional>
#include <vector>

namespace holdfast::authentication {

struct SessionRow
{
    qint64 id = 0;
    std::optional<qint64> userId {}; // none: the local owner before the first run is complete
    contract::Timestamp createdAt {};
    contract::Timestamp expiresAt {};
    contract::Timestamp lastSeenAt {};
    QString clientAddress;
    contract::Timestamp confirmedAt {}; // when the person last proved who they are
};

// With whose it is.
struct SessionListRow
{
    SessionRow session {};
    QString name;
    QString displayName;
    QString domain; // path
};

} // namespace holdfast::authentication

// Administrators' sessions. Of a token only its keyed hash is stored.
namespace holdfast::authentication::sessions {

// Returns the session's id.
qint64 create(storage::Connection& connection, const security::KeyRing& keys, const contract::Secret& token,
              const SessionRow& session);
// Only what is neither expired nor revoked.
[[nodiscard]] std::optional<SessionRow> find(storage::Connection& connection, const security::KeyRing& keys,
                                             QByteArrayView token, contract::Timestamp now);
// Neither expired nor revoked: for what goes on longer than a request.
[[nodiscard]] bool isOpen(storage::Connection& connection, qint64 id, contract::Timestamp now);
// Ended by somebody, not by time.
[[nodiscard]] bool isRevoked(storage::Connection& connection, qint64 id);
void extend(storage::Connection& connection, qint64 id, contract::Timestamp lastSeenAt,
            contract::Timestamp expiresAt);
void confirm(storage::Connection& connection, qint64 id, contract::Timestamp now);
// Open ones, latest first.
[[nodiscard]] std::vector<SessionListRow> list(storage::Connection& connection, contract::Timestamp now);
void revoke(storage::Connection& connection, qint64 id, contract::Timestamp now);
// Returns how many there were; `except` stays.
qint64 revokeAllOf(storage::Connection& connection, qint64 userId, contract::Timestamp now,
                   std::optional<qint64> except = {});
// The first run names the local owner: sessions without a user become that person's.
void adopt(storage::Connection& connection, qint64 userId);
// Forgets what ended before.
qint64 removeEndedBefore(storage::Connection& connection, contract::Timestamp before);

} // namespace holdfast::authentication::sessions
