// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/call.h"
#include "services/authentication/store/tokens.h"

namespace holdfast::authentication {

// Fields of the tokens' filter line: state, kind, assigned (yes or no), domain (its subtree), expiring
// (within so many days) and free text. Restricted to what the caller may see. Errors: invalid_filter.
[[nodiscard]] contract::Result<TokenFilter> tokenFilter(const Call& call, storage::Connection& connection);
[[nodiscard]] contract::Result<TokenFilter> tokenFilter(const Call& call, storage::Connection& connection,
                                                        const QString& text);

// `sort` as the caller writes it: serial, expiresAt, lastUsedAt or userName, with a leading - for descending.
struct TokenOrder
{
    TokenSort sort = TokenSort::Serial;
    bool descending = false;
    QString text = QStringLiteral("serial");
};
[[nodiscard]] TokenOrder tokenOrder(const Call& call);

[[nodiscard]] std::vector<QueryParameter> tokenListParameters();

} // namespace holdfast::authentication
