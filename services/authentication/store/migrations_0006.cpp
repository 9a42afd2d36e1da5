// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication::detail {

namespace {

// Every version of a policy is kept whole. The indexes hold what is rare, for the preview of a change: none
// of them is written by a logon that succeeds at once.
constexpr auto script6 = R"(
CREATE TABLE policy_versions (
    policy_id {bigint} NOT NULL REFERENCES policies (id) ON DELETE CASCADE,
    version {bigint} NOT NULL,
    at {bigint} NOT NULL,
    author {text} NOT NULL DEFAULT '',
    name {text} NOT NULL,
    is_default {boolean} NOT NULL,
    settings {text} NOT NULL,
    restored_from {bigint},
    PRIMARY KEY (policy_id, version)
) {table};
INSERT INTO policy_versions (policy_id, version, at, name, is_default, settings)
    SELECT id, version, updated_at, name, is_default, settings FROM policies;

CREATE INDEX users_with_failures ON users (domain_id, id) WHERE failures > 0;
CREATE INDEX tokens_with_wrong_codes ON tokens (user_id, wrong_codes) WHERE wrong_codes > 0;
CREATE INDEX tokens_with_pins ON tokens (user_id, pin_length) WHERE pin_hash IS NOT NULL;
)";

} // namespace

Migration policyVersions()
{
    return {6, QStringLiteral("policy versions"), QString::fromLatin1(script6)};
}

} // namespace holdfast::authentication::detail
