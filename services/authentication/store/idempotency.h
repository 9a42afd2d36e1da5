// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/timestamp.h"
#include "services/security/key_ring.h"
#include "services/storage/connection.h"

#include <optional>

namespace holdfast::authentication {

// What was answered to a request with an Idempotency-Key.
struct IdempotentAnswer
{
    QString route; // "POST /users"
    int status = 0;
    contract::Secret answer; // the body; may be empty
    bool holdsSecret = false; // replayed for five minutes only, and to the same actor
    contract::Timestamp createdAt {};
    bool sameBody = false; // whether the request now has the body of the first one
};

} // namespace holdfast::authentication

// `actor` is the session ("session:12"), so that an answer is never replayed to another. Everything happens
// in the writer's transaction: find, do the work, keep.
namespace holdfast::authentication::idempotency {

[[nodiscard]] std::optional<IdempotentAnswer> find(storage::Connection& connection,
                                                   const security::KeyRing& keys, const QString& actor,
                                                   const QString& key, QByteArrayView requestBody);
// The answer is sealed. `sameBody` is ignored.
void keep(storage::Connection& connection, const security::KeyRing& keys, const QString& actor,
          const QString& key, QByteArrayView requestBody, const IdempotentAnswer& answer);
// The secret answers older than `secretsBefore` lose their body; everything older than `before` goes.
void expire(storage::Connection& connection, contract::Timestamp secretsBefore, contract::Timestamp before);

} // namespace holdfast::authentication::idempotency
