// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication::detail {

namespace {

// A PIN's hash is bound to the token that it was made for; empty: the one that has it now.
constexpr auto script12 = R"(
ALTER TABLE pin_history ADD COLUMN serial {text} NOT NULL DEFAULT '';
)";

} // namespace

Migration pinsTakenAlong()
{
    return {12, QStringLiteral("PINs taken along"), QString::fromLatin1(script12)};
}

} // namespace holdfast::authentication::detail
