// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication::detail {

namespace {

// What was consumed of tokens that are gone for good: a number, a kind and a keyed hash of the seed.
constexpr auto script15 = R"(
CREATE TABLE used_codes (
    serial {text} NOT NULL,
    token_mac {bytes} NOT NULL,
    last_step {bigint} NOT NULL,
    PRIMARY KEY (serial, token_mac)
) {table};
)";

} // namespace

Migration usedCodesOutliveTokens()
{
    return {15, QStringLiteral("used codes outlive tokens"), QString::fromLatin1(script15)};
}

} // namespace holdfast::authentication::detail
