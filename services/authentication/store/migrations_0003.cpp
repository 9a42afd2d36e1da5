// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication::detail {

namespace {

// How callers are verified, what of it stays with emergency codes, and a narrow table that a fragment of a
// name or a number is looked for in: reading it whole is quicker than an index of all fragments is to keep.
constexpr auto script3 = R"(
CREATE TABLE caller_questions (
    id {id},
    user_id {bigint} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    question {text} NOT NULL,
    answer_mac {bytes} NOT NULL,
    points {integer} NOT NULL,
    wrong {integer} NOT NULL DEFAULT 0,
    wrong_at {bigint}
) {table};
CREATE INDEX caller_questions_by_user ON caller_questions (user_id);

CREATE TABLE caller_verifications (
    id {id},
    user_id {bigint} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    session_id {bigint} NOT NULL,
    actor_id {bigint},
    actor {text} NOT NULL,
    started_at {bigint} NOT NULL,
    expires_at {bigint} NOT NULL,
    steps {text} NOT NULL DEFAULT '[]',
    approval {text} NOT NULL DEFAULT 'none',
    approval_reason {text} NOT NULL DEFAULT '',
    approval_at {bigint},
    approved_by {text} NOT NULL DEFAULT ''
) {table};
CREATE INDEX caller_verifications_by_user ON caller_verifications (user_id, session_id);
CREATE INDEX caller_verifications_by_expiry ON caller_verifications (expires_at);
CREATE INDEX caller_verifications_pending ON caller_verifications (approval_at) WHERE approval = 'pending';

ALTER TABLE emergency_issues ADD COLUMN verification {text} NOT NULL DEFAULT '';
ALTER TABLE emergency_issues ADD COLUMN overrule_reason {text} NOT NULL DEFAULT '';
CREATE INDEX emergency_issues_by_time ON emergency_issues (issued_at);

CREATE TABLE user_search (
    user_id {key} REFERENCES users (id) ON DELETE CASCADE,
    fragments {text} NOT NULL
) {table};
INSERT INTO user_search (user_id, fragments)
    SELECT id, name_key || ' ' || display_key || ' ' || email_key || ' '
        || REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(phone, ' ', ''), '-', ''), '(', ''), ')', ''), '/', '')
    FROM users;
)";

} // namespace

Migration callerVerification()
{
    return {3, QStringLiteral("caller verification"), QString::fromLatin1(script3)};
}

} // namespace holdfast::authentication::detail
