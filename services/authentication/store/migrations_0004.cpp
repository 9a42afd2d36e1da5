// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication::detail {

namespace {

constexpr auto script4 = R"(
CREATE TABLE event_cuts (
    id {id},
    first_sequence {bigint} NOT NULL,
    through_sequence {bigint} NOT NULL,
    link {bytes} NOT NULL,
    older_than {bigint} NOT NULL,
    removed_by {text} NOT NULL,
    removed_at {bigint} NOT NULL,
    seal {bytes} NOT NULL
) {table};
)";

} // namespace

Migration eventCuts()
{
    return {4, QStringLiteral("event cuts"), QString::fromLatin1(script4)};
}

} // namespace holdfast::authentication::detail
