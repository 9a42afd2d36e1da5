// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication::detail {

namespace {

// Custom roles; when a session's sign-in was last confirmed; more about people.
constexpr auto script8 = R"(
CREATE TABLE roles (
    id {id},
    name {text} NOT NULL,
    name_key {text} NOT NULL UNIQUE,
    description {text} NOT NULL DEFAULT '',
    permissions {text} NOT NULL,
    created_at {bigint} NOT NULL,
    updated_at {bigint} NOT NULL,
    version {bigint} NOT NULL DEFAULT 1
) {table};
CREATE INDEX role_assignments_by_role ON role_assignments (role);

ALTER TABLE sessions ADD COLUMN confirmed_at {bigint} NOT NULL DEFAULT 0;
UPDATE sessions SET confirmed_at = created_at;

ALTER TABLE users ADD COLUMN aliases {text} NOT NULL DEFAULT '[]';
ALTER TABLE users ADD COLUMN attributes {text} NOT NULL DEFAULT '[]';
)";

} // namespace

Migration peopleAndRoles()
{
    return {8, QStringLiteral("people and roles"), QString::fromLatin1(script8)};
}

} // namespace holdfast::authentication::detail
