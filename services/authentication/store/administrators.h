// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/policies_snapshot.h"
#include "services/contract/permission.h"
#include "services/contract/timestamp.h"

namespace holdfast::authentication {

struct RoleRow
{
    RoleRow() = default;
    RoleRow(contract::Role predefined, qint64 scope)
        : role(enumName(predefined))
        , domainId(scope)
    { }
    RoleRow(QString key, qint64 scope)
        : role(std::move(key))
        , domainId(scope)
    { }

    QString role; // as in contract::RoleAssignment
    qint64 domainId = 0;
    bool operator==(const RoleRow&) const = default;
};

} // namespace holdfast::authentication

// Passwords and roles of administrators. The caller writes the events.
namespace holdfast::authentication::administrators {

[[nodiscard]] std::optional<QByteArray> passwordHash(storage::Connection& connection, qint64 userId);
void setPasswordHash(storage::Connection& connection, qint64 userId, const QByteArray& hash,
                     contract::Timestamp now);
void removePassword(storage::Connection& connection, qint64 userId);

// Predefined ones first, by rank, then custom ones; then by the path of the scope.
[[nodiscard]] std::vector<RoleRow> roles(storage::Connection& connection, qint64 userId);
// Replaces those there; an empty list ends the administration.
void setRoles(storage::Connection& connection, qint64 userId, const std::vector<RoleRow>& roles);
[[nodiscard]] bool any(storage::Connection& connection);
// Enabled accounts that are Super Administrator of the root: one must stay.
[[nodiscard]] qint64 superAdministrators(storage::Connection& connection);

// By logon name.
[[nodiscard]] std::vector<contract::AdministratorEntry> list(storage::Connection& connection);
[[nodiscard]] std::optional<contract::AdministratorEntry> find(storage::Connection& connection,
                                                               qint64 userId);

} // namespace holdfast::authentication::administrators
