// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication::detail {

namespace {

// What workstations were given, and what it takes to give it again. Sets outlive person and token, for the
// workstation still holds them; ids are never given again. `pin_set_at` and `assigned_at` tell that the token
// is as it was; 0: never.
constexpr auto offlineScript = R"(
CREATE TABLE offline_sets (
    id {id},
    wire_id {text} NOT NULL UNIQUE,
    user_id {bigint} NOT NULL,
    user_name {text} NOT NULL,
    user_key {text} NOT NULL,
    user_domain_id {bigint} NOT NULL,
    token_id {bigint} NOT NULL,
    token_serial {text} NOT NULL,
    workstation_id {bigint} NOT NULL REFERENCES workstations (id) ON DELETE CASCADE,
    policy_id {bigint} NOT NULL,
    policy_name {text} NOT NULL,
    policy_version {bigint} NOT NULL,
    mark {text} NOT NULL,
    pin_style {text} NOT NULL,
    passcode_length {integer} NOT NULL,
    digits {integer} NOT NULL,
    interval_seconds {integer} NOT NULL,
    pin_set_at {bigint} NOT NULL,
    assigned_at {bigint} NOT NULL,
    first_step {bigint} NOT NULL,
    last_step {bigint} NOT NULL,
    days {integer} NOT NULL,
    issued_at {bigint} NOT NULL,
    expires_at {bigint} NOT NULL,
    refill {text} NOT NULL,
    refill_wanted {boolean} NOT NULL DEFAULT 0,
    extra_days {integer} NOT NULL DEFAULT 0,
    held_at {bigint},
    reported_at {bigint},
    reported_hours {bigint},
    reported_step {bigint},
    reported_failures {bigint},
    verify_milliseconds {bigint},
    void_reason {text} NOT NULL DEFAULT '',
    revoked_at {bigint},
    revoked_by {text} NOT NULL DEFAULT '',
    replaced_by {bigint}
) {table};
CREATE INDEX offline_sets_by_window ON offline_sets (token_id, last_step);
CREATE INDEX offline_sets_by_user ON offline_sets (user_id);
CREATE INDEX offline_sets_by_workstation ON offline_sets (workstation_id);
CREATE INDEX offline_sets_by_end ON offline_sets (expires_at, id);

CREATE TABLE offline_pin_keys (
    token_id {bigint} PRIMARY KEY NOT NULL,
    salt {bytes},
    pin_key {bytes},
    pin_length {integer} NOT NULL,
    pin_set_at {bigint} NOT NULL
) {table};

CREATE TABLE offline_codes (
    id {id},
    user_id {bigint} NOT NULL,
    token_id {bigint} NOT NULL,
    workstation_id {bigint} NOT NULL REFERENCES workstations (id) ON DELETE CASCADE,
    replaces {text} NOT NULL,
    letters {boolean} NOT NULL,
    code {bytes} NOT NULL,
    made_at {bigint} NOT NULL,
    expires_at {bigint} NOT NULL,
    first_set_id {bigint} NOT NULL,
    last_set_id {bigint} NOT NULL,
    held_at {bigint},
    read_at {bigint},
    read_by {text} NOT NULL DEFAULT ''
) {table};
CREATE INDEX offline_codes_by_place ON offline_codes (workstation_id, user_id, token_id);

CREATE TABLE offline_steps (
    token_id {bigint} NOT NULL,
    step {bigint} NOT NULL,
    workstation_id {bigint} NOT NULL,
    at {bigint} NOT NULL,
    PRIMARY KEY (token_id, step, workstation_id)
) {table};

CREATE TABLE offline_trials (
    policy_id {bigint} PRIMARY KEY NOT NULL REFERENCES policies (id) ON DELETE CASCADE,
    settings {text} NOT NULL,
    name {text} NOT NULL,
    since {bigint} NOT NULL,
    author {text} NOT NULL,
    differing {bigint} NOT NULL DEFAULT 0,
    last_at {bigint}
) {table};
)";

} // namespace

Migration offlineSets()
{
    return {20, QStringLiteral("offline sets"), QString::fromLatin1(offlineScript)};
}

} // namespace holdfast::authentication::detail
