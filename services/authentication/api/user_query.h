// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/call.h"
#include "services/authentication/store/users_list.h"

namespace holdfast::authentication {

// Fields of the people's filter line: name and email (a trailing * for a beginning), status, domain (its
// subtree), token and administrator (yes or no), and free text (the beginning of a word of name, shown name
// or e-mail address). Restricted to what the caller may see. Errors: invalid_filter.
[[nodiscard]] contract::Result<UserFilter> userFilter(const Call& call, storage::Connection& connection);
[[nodiscard]] contract::Result<UserFilter> userFilter(const Call& call, storage::Connection& connection,
                                                      const QString& text);

// `sort` as the caller writes it: name, displayName, lastLogonAt or createdAt, with a leading - for
// descending.
struct UserOrder
{
    UserSort sort = UserSort::Name;
    bool descending = false;
    QString text = QStringLiteral("name");
};
[[nodiscard]] UserOrder userOrder(const Call& call);

[[nodiscard]] std::vector<QueryParameter> userListParameters();

// The domains where the caller has the permission; nothing when that is everywhere.
[[nodiscard]] std::optional<std::vector<qint64>>
domainsInScope(const Call& call, contract::Permission permission, const PolicySnapshot& snapshot);

} // namespace holdfast::authentication
