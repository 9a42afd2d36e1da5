// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"
#include "services/authentication/store/offline_set_row.h"

namespace holdfast::authentication::detail {

namespace {

// What workstations were given, and what it takes to give it again. Sets outlive person and token, for the
// workstation still holds them; ids are never given again. `pin_set_at` and `assigned_at` tell that the token
// is as it was; 0: never. `stands_until`: until when person, token and workstation let the set stand, as they
// are now; 0: they do not. Triggers keep it, so that the board reads its order and its figures from an index.
// They say the same as offlineSetReason() in offline_sets.cpp. `offline_marks`: from where and how far the word
// of workstations moved a token.
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
    replaced_by {bigint},
    stands_until {bigint} NOT NULL DEFAULT 0
) {table};
CREATE INDEX offline_sets_by_window ON offline_sets (token_id, last_step);
CREATE INDEX offline_sets_by_user ON offline_sets (user_id);
CREATE INDEX offline_sets_by_workstation ON offline_sets (workstation_id);
CREATE INDEX offline_sets_by_end ON offline_sets (expires_at) WHERE replaced_by IS NULL;
CREATE INDEX offline_sets_replaced ON offline_sets (expires_at) WHERE replaced_by IS NOT NULL;
CREATE INDEX offline_sets_by_issue ON offline_sets (issued_at, expires_at);
CREATE INDEX offline_sets_by_days ON offline_sets ((<end>), id) WHERE replaced_by IS NULL;
CREATE INDEX offline_sets_fallen ON offline_sets (stands_until) WHERE replaced_by IS NULL;

CREATE TABLE offline_pin_keys (
    token_id {bigint} PRIMARY KEY NOT NULL REFERENCES tokens (id) ON DELETE CASCADE,
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
CREATE INDEX offline_codes_by_end ON offline_codes (expires_at);

CREATE TABLE offline_steps (
    token_id {bigint} NOT NULL,
    step {bigint} NOT NULL,
    workstation_id {bigint} NOT NULL,
    at {bigint} NOT NULL,
    PRIMARY KEY (token_id, step, workstation_id)
) {table};
CREATE INDEX offline_steps_by_time ON offline_steps (at);

CREATE TABLE offline_marks (
    token_id {bigint} PRIMARY KEY NOT NULL REFERENCES tokens (id) ON DELETE CASCADE,
    from_step {bigint} NOT NULL,
    to_step {bigint} NOT NULL
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

CREATE TRIGGER offline_set_made AFTER INSERT ON offline_sets
BEGIN
    UPDATE offline_sets SET stands_until = <stands> WHERE id = NEW.id;
END;
CREATE TRIGGER offline_person_changed AFTER UPDATE OF enabled, ends_at, name_key ON users
    WHEN NEW.enabled IS NOT OLD.enabled OR NEW.ends_at IS NOT OLD.ends_at OR NEW.name_key IS NOT OLD.name_key
BEGIN
    UPDATE offline_sets SET stands_until = <stands> WHERE user_id = NEW.id;
END;
CREATE TRIGGER offline_person_made AFTER INSERT ON users
BEGIN
    UPDATE offline_sets SET stands_until = <stands> WHERE user_id = NEW.id;
END;
CREATE TRIGGER offline_person_removed AFTER DELETE ON users
BEGIN
    UPDATE offline_sets SET stands_until = 0 WHERE user_id = OLD.id;
END;
CREATE TRIGGER offline_token_changed AFTER UPDATE OF user_id, assigned_at, enabled, lost_at, expires_at, pin_set_at,
        pin_state, pin_style ON tokens
    WHEN NEW.user_id IS NOT OLD.user_id OR NEW.assigned_at IS NOT OLD.assigned_at OR NEW.enabled IS NOT OLD.enabled
        OR NEW.lost_at IS NOT OLD.lost_at OR NEW.expires_at IS NOT OLD.expires_at
        OR NEW.pin_set_at IS NOT OLD.pin_set_at OR NEW.pin_state IS NOT OLD.pin_state
        OR NEW.pin_style IS NOT OLD.pin_style
BEGIN
    UPDATE offline_sets SET stands_until = <stands> WHERE token_id = NEW.id;
END;
CREATE TRIGGER offline_token_made AFTER INSERT ON tokens
BEGIN
    UPDATE offline_sets SET stands_until = <stands> WHERE token_id = NEW.id;
END;
CREATE TRIGGER offline_token_removed AFTER DELETE ON tokens
BEGIN
    UPDATE offline_sets SET stands_until = 0 WHERE token_id = OLD.id;
END;
CREATE TRIGGER offline_workstation_changed AFTER UPDATE OF revoked_at ON workstations
    WHEN NEW.revoked_at IS NOT OLD.revoked_at
BEGIN
    UPDATE offline_sets SET stands_until = <stands> WHERE workstation_id = NEW.id;
END;
)";

constexpr auto standsUntil = R"((SELECT CASE
        WHEN w.revoked_at IS NOT NULL OR u.id IS NULL OR u.enabled = 0 OR u.name_key <> offline_sets.user_key
            OR t.id IS NULL OR t.user_id IS NULL OR t.user_id <> offline_sets.user_id
            OR COALESCE(t.assigned_at, 0) <> offline_sets.assigned_at OR t.enabled = 0 OR t.lost_at IS NOT NULL
            OR COALESCE(t.pin_set_at, 0) <> offline_sets.pin_set_at OR t.pin_state NOT IN ('set', 'notRequired')
            OR t.pin_style <> offline_sets.pin_style THEN 0
        WHEN t.expires_at < COALESCE(u.ends_at, t.expires_at + 1) THEN t.expires_at
        ELSE COALESCE(u.ends_at, t.expires_at, 9223372036854775807) END
    FROM workstations w LEFT JOIN users u ON u.id = offline_sets.user_id
        LEFT JOIN tokens t ON t.id = offline_sets.token_id
    WHERE w.id = offline_sets.workstation_id))";

} // namespace

Migration offlineSets()
{
    QString script = QString::fromLatin1(offlineScript);
    script.replace(QStringLiteral("<stands>"), QString::fromLatin1(standsUntil));
    script.replace(QStringLiteral("<end>"), offlineSetEnd({}));
    return {20, QStringLiteral("offline sets"), script};
}

} // namespace holdfast::authentication::detail
