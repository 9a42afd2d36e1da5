// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"
#include "services/contract/timestamp.h"
#include "services/security/key_ring.h"
#include "services/storage/connection.h"

#include <optional>
#include <vector>

// Codes that enrol one workstation each. Only a keyed hash is kept.
namespace holdfast::authentication {

inline constexpr qsizetype enrolmentCodeLength = 16;

struct EnrolmentCodeRow
{
    qint64 id = 0;
    qint64 domainId = 0;
    QString domain; // path
    QString name; // empty: the workstation names itself
    contract::Timestamp createdAt {};
    QString createdBy;
    contract::Timestamp expiresAt {};
    std::optional<contract::Timestamp> usedAt {};
};

namespace enrolmentCodes {

// In capitals, without spaces and hyphens; empty where it cannot be one.
[[nodiscard]] contract::Secret canonical(const contract::Secret& typed);

// Returns the id. `code` is canonical. Clears away what ended a day ago.
qint64 insert(storage::Connection& connection, const security::KeyRing& keys, const contract::Secret& code,
              const EnrolmentCodeRow& row);
// Neither used nor over. `code` is canonical.
[[nodiscard]] std::optional<EnrolmentCodeRow> findOpen(storage::Connection& connection,
                                                       const security::KeyRing& keys,
                                                       const contract::Secret& code, contract::Timestamp now);
[[nodiscard]] std::optional<EnrolmentCodeRow> findOpen(storage::Connection& connection, qint64 id,
                                                       contract::Timestamp now);
// Used ones as well, until a day after their end.
[[nodiscard]] std::optional<EnrolmentCodeRow> find(storage::Connection& connection, qint64 id);
[[nodiscard]] std::vector<EnrolmentCodeRow> listOpen(storage::Connection& connection,
                                                     contract::Timestamp now); // by id
// False: it was used meanwhile.
[[nodiscard]] bool use(storage::Connection& connection, qint64 id, contract::Timestamp now);
void remove(storage::Connection& connection, qint64 id);

} // namespace enrolmentCodes

} // namespace holdfast::authentication
