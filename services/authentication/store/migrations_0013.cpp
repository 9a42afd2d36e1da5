// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication::detail {

namespace {

// Since when what a notification tells of does not hold any more: it closes only after a while.
constexpr auto script13 = R"(
ALTER TABLE notifications ADD COLUMN gone_at {bigint};
)";

} // namespace

Migration closedAfterAWhile()
{
    return {13, QStringLiteral("closed after a while"), QString::fromLatin1(script13)};
}

} // namespace holdfast::authentication::detail
