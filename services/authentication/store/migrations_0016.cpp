// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication::detail {

namespace {

// Who changed what a caller is verified by, and when: it counts a day later. What is there already counts.
constexpr auto script16 = R"(
ALTER TABLE users ADD COLUMN phone_changed_at {bigint};
ALTER TABLE users ADD COLUMN phone_changed_by {text} NOT NULL DEFAULT '';
ALTER TABLE caller_questions ADD COLUMN changed_at {bigint};
ALTER TABLE caller_questions ADD COLUMN changed_by {text} NOT NULL DEFAULT '';
)";

} // namespace

Migration changesCountLater()
{
    return {16, QStringLiteral("changes count later"), QString::fromLatin1(script16)};
}

} // namespace holdfast::authentication::detail
