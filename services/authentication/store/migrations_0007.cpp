// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication::detail {

namespace {

constexpr auto script7 = R"(
CREATE INDEX users_by_last_logon ON users (COALESCE(last_logon_at, 0), id);
CREATE INDEX tokens_by_last_use ON tokens (COALESCE(last_used_at, 0), serial);
)";

} // namespace

Migration sortedByUse()
{
    return {7, QStringLiteral("sorted by use"), QString::fromLatin1(script7)};
}

} // namespace holdfast::authentication::detail
