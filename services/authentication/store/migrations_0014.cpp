// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication::detail {

namespace {

// What an e-mail that waits is about, and what its recipients were allowed to see then.
constexpr auto script14 = R"(
ALTER TABLE mail_queue ADD COLUMN about {text} NOT NULL DEFAULT '';
ALTER TABLE mail_queue ADD COLUMN about_id {bigint} NOT NULL DEFAULT 0;
ALTER TABLE mail_queue ADD COLUMN rights {text} NOT NULL DEFAULT '{}';
)";

} // namespace

Migration mailCheckedWhenSent()
{
    return {14, QStringLiteral("mail checked when sent"), QString::fromLatin1(script14)};
}

} // namespace holdfast::authentication::detail
