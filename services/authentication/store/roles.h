// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/role.h"
#include "services/contract/timestamp.h"
#include "services/storage/connection.h"

#include <QHash>

namespace holdfast::authentication {

// A custom role.
struct CustomRole
{
    QString key; // "custom-7"
    QString name;
    QString description;
    std::vector<contract::Permission> permissions;
    qint64 version = 1;
};

} // namespace holdfast::authentication

// Roles that the administrators have made. The caller writes the events and checks rights.
namespace holdfast::authentication::roles {

// By name.
[[nodiscard]] std::vector<CustomRole> list(storage::Connection& connection);
[[nodiscard]] std::optional<CustomRole> find(storage::Connection& connection, const QString& key);
// Names by key.
[[nodiscard]] QHash<QString, QString> titles(storage::Connection& connection);

// Errors: role_name_taken (field name; the names of predefined roles count too), invalid name.
[[nodiscard]] contract::Result<CustomRole> create(storage::Connection& connection,
                                                  const contract::RoleEdit& role, contract::Timestamp now);
// Raises the version. Errors as above.
[[nodiscard]] contract::Result<CustomRole> replace(storage::Connection& connection, const CustomRole& before,
                                                   const contract::RoleEdit& role, contract::Timestamp now);
// Only what nobody holds.
void remove(storage::Connection& connection, const QString& key);

// People who hold it, by its key.
[[nodiscard]] QHash<QString, int> holders(storage::Connection& connection);

// The name of a predefined role in English, for events, reports and lists of the service.
[[nodiscard]] QString nameOf(contract::Role role);
// "Help Desk of /Sales, Auditor everywhere".
[[nodiscard]] QString inWords(const std::vector<contract::RoleAssignment>& assignments);

} // namespace holdfast::authentication::roles
