// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/user.h"
#include "services/storage/connection.h"

// Aliases and free attributes of people. They lie in `users` as JSON for whoever reads a person; what
// user_aliases holds besides is for whoever looks a name up.
namespace holdfast::authentication::userMore {

[[nodiscard]] QStringList aliasesFrom(const QString& json);
[[nodiscard]] std::vector<contract::UserAttribute> attributesFrom(const QString& json);

// Nothing at the ends, nothing invisible within: a name that people can read back to each other.
[[nodiscard]] contract::Result<void> checkName(const QString& field, const QString& name);
// Errors: user_name_taken; `field` says where.
[[nodiscard]] contract::Result<void> checkFree(storage::Connection& connection, const QString& field,
                                               const QString& name, qint64 ownId);

// As they will be kept: without repetitions, and without the person's own name. Errors: invalid_name,
// user_name_taken (field aliases[i]).
[[nodiscard]] contract::Result<QStringList> checkAliases(storage::Connection& connection,
                                                         const QStringList& aliases, const QString& name,
                                                         qint64 ownId);
// Error: attribute_repeated (field attributes[i].name).
[[nodiscard]] contract::Result<void> checkAttributes(const std::vector<contract::UserAttribute>& attributes);

void write(storage::Connection& connection, qint64 userId, const QStringList& aliases,
           const std::vector<contract::UserAttribute>& attributes);

} // namespace holdfast::authentication::userMore
