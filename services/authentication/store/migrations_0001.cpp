// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"
#include "services/contract/json.h"
#include "services/contract/policy.h"

#include <QJsonDocument>

namespace holdfast::authentication::detail {

namespace {

constexpr auto script1 = R"(
CREATE TABLE settings (
    key {text} PRIMARY KEY NOT NULL,
    value {text} NOT NULL
) {table};

CREATE TABLE policies (
    id {id},
    type {text} NOT NULL,
    name {text} NOT NULL,
    name_key {text} NOT NULL,
    is_default {boolean} NOT NULL DEFAULT 0,
    settings {text} NOT NULL,
    version {bigint} NOT NULL DEFAULT 1,
    updated_at {bigint} NOT NULL DEFAULT 0,
    UNIQUE (type, name_key)
) {table};

CREATE TABLE domains (
    id {id},
    parent_id {bigint} REFERENCES domains (id),
    name {text} NOT NULL,
    name_key {text} NOT NULL,
    path {text} NOT NULL UNIQUE,
    lockout_source {text} NOT NULL DEFAULT 'inherit',
    lockout_policy_id {bigint} REFERENCES policies (id),
    token_source {text} NOT NULL DEFAULT 'inherit',
    token_policy_id {bigint} REFERENCES policies (id),
    offline_source {text} NOT NULL DEFAULT 'inherit',
    offline_policy_id {bigint} REFERENCES policies (id),
    version {bigint} NOT NULL DEFAULT 1
) {table};
CREATE UNIQUE INDEX domains_siblings ON domains (parent_id, name_key);

CREATE TABLE users (
    id {id},
    name {text} NOT NULL,
    name_key {text} NOT NULL UNIQUE,
    display_name {text} NOT NULL DEFAULT '',
    display_key {text} NOT NULL DEFAULT '',
    email {text} NOT NULL DEFAULT '',
    email_key {text} NOT NULL DEFAULT '',
    phone {text} NOT NULL DEFAULT '',
    notes {text} NOT NULL DEFAULT '',
    domain_id {bigint} NOT NULL REFERENCES domains (id),
    enabled {boolean} NOT NULL DEFAULT 1,
    starts_at {bigint},
    ends_at {bigint},
    created_at {bigint} NOT NULL,
    updated_at {bigint} NOT NULL,
    last_logon_at {bigint},
    failures {bigint} NOT NULL DEFAULT 0,
    pending {bigint} NOT NULL DEFAULT 0,
    first_failure_at {bigint},
    locked_at {bigint},
    version {bigint} NOT NULL DEFAULT 1
) {table};
CREATE INDEX users_by_domain ON users (domain_id, name_key);
CREATE INDEX users_by_email ON users (email_key);
CREATE INDEX users_by_display_key ON users (display_key, id);
CREATE INDEX users_by_creation ON users (created_at, id);
CREATE INDEX users_locked ON users (locked_at) WHERE locked_at IS NOT NULL;

CREATE TABLE user_aliases (
    alias_key {text} PRIMARY KEY NOT NULL,
    alias {text} NOT NULL,
    user_id {bigint} NOT NULL REFERENCES users (id) ON DELETE CASCADE
) {table};
CREATE INDEX user_aliases_by_user ON user_aliases (user_id);

CREATE TABLE user_words (
    word {text} NOT NULL,
    user_id {bigint} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    PRIMARY KEY (word, user_id)
) {table};
CREATE INDEX user_words_by_user ON user_words (user_id);

CREATE TABLE tokens (
    id {id},
    serial {text} NOT NULL UNIQUE,
    kind {text} NOT NULL,
    algorithm {text} NOT NULL DEFAULT 'sha1',
    digits {integer} NOT NULL,
    interval_seconds {integer} NOT NULL DEFAULT 0,
    pin_style {text} NOT NULL DEFAULT 'none',
    pin_state {text} NOT NULL DEFAULT 'notRequired',
    domain_id {bigint} NOT NULL REFERENCES domains (id),
    user_id {bigint} REFERENCES users (id),
    enabled {boolean} NOT NULL DEFAULT 0,
    manufacturer {text} NOT NULL DEFAULT '',
    notes {text} NOT NULL DEFAULT '',
    seed {bytes} NOT NULL,
    starts_at {bigint},
    expires_at {bigint},
    imported_at {bigint} NOT NULL,
    assigned_at {bigint},
    last_used_at {bigint},
    lost_at {bigint},
    last_step {bigint} NOT NULL DEFAULT -1,
    drift_steps {bigint} NOT NULL DEFAULT 0,
    wrong_codes {bigint} NOT NULL DEFAULT 0,
    next_code_required {boolean} NOT NULL DEFAULT 0,
    pending_step {bigint},
    pin_hash {bytes},
    pin_tag {bigint},
    pin_length {integer},
    pin_set_at {bigint},
    replaced_by_id {bigint} REFERENCES tokens (id),
    replaces_id {bigint} REFERENCES tokens (id),
    keep_pin {boolean} NOT NULL DEFAULT 0,
    version {bigint} NOT NULL DEFAULT 1
) {table};
CREATE INDEX tokens_by_user ON tokens (user_id);
CREATE INDEX tokens_by_domain ON tokens (domain_id, serial);
CREATE INDEX tokens_by_expiry ON tokens (expires_at, id);
CREATE INDEX tokens_in_order_of_expiry ON tokens (COALESCE(expires_at, 9007199254740991), serial);
CREATE INDEX tokens_replaced_by ON tokens (replaced_by_id) WHERE replaced_by_id IS NOT NULL;
CREATE INDEX tokens_replaces ON tokens (replaces_id) WHERE replaces_id IS NOT NULL;

CREATE TABLE emergency_issues (
    id {id},
    user_id {bigint} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_id {bigint} REFERENCES tokens (id) ON DELETE SET NULL,
    kind {text} NOT NULL,
    replaces {text} NOT NULL,
    on_token_return {text} NOT NULL,
    reason {text} NOT NULL,
    issued_by {text} NOT NULL,
    issued_at {bigint} NOT NULL,
    expires_at {bigint} NOT NULL,
    cancelled_at {bigint},
    last_used_at {bigint},
    count {integer} NOT NULL,
    version {bigint} NOT NULL DEFAULT 1
) {table};
CREATE INDEX emergency_issues_by_user ON emergency_issues (user_id, issued_at);
CREATE INDEX emergency_issues_by_token ON emergency_issues (token_id) WHERE token_id IS NOT NULL;
CREATE INDEX emergency_issues_by_expiry ON emergency_issues (expires_at);

CREATE TABLE emergency_codes (
    id {id},
    issue_id {bigint} NOT NULL REFERENCES emergency_issues (id) ON DELETE CASCADE,
    code_mac {bytes} NOT NULL,
    used_at {bigint}
) {table};
CREATE INDEX emergency_codes_by_issue ON emergency_codes (issue_id);
CREATE INDEX emergency_codes_by_mac ON emergency_codes (code_mac);

CREATE TABLE passwords (
    user_id {key} REFERENCES users (id) ON DELETE CASCADE,
    hash {bytes} NOT NULL,
    set_at {bigint} NOT NULL
) {table};

CREATE TABLE role_assignments (
    id {id},
    user_id {bigint} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role {text} NOT NULL,
    domain_id {bigint} NOT NULL REFERENCES domains (id),
    UNIQUE (user_id, role, domain_id)
) {table};
CREATE INDEX role_assignments_by_domain ON role_assignments (domain_id);

CREATE TABLE sessions (
    id {id},
    token_mac {bytes} NOT NULL UNIQUE,
    user_id {bigint} REFERENCES users (id) ON DELETE CASCADE,
    created_at {bigint} NOT NULL,
    expires_at {bigint} NOT NULL,
    last_seen_at {bigint} NOT NULL,
    client_address {text} NOT NULL DEFAULT '',
    revoked_at {bigint}
) {table};
CREATE INDEX sessions_by_user ON sessions (user_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE api_clients (
    id {id},
    name {text} NOT NULL,
    name_key {text} NOT NULL UNIQUE,
    key_mac {bytes} NOT NULL UNIQUE,
    enabled {boolean} NOT NULL DEFAULT 1,
    created_by {text} NOT NULL DEFAULT '',
    created_at {bigint} NOT NULL,
    last_used_at {bigint}
) {table};

CREATE TABLE idempotency (
    id {id},
    actor {text} NOT NULL,
    key_mac {bytes} NOT NULL,
    route {text} NOT NULL,
    body_mac {bytes} NOT NULL,
    status {integer} NOT NULL,
    answer {bytes},
    holds_secret {boolean} NOT NULL DEFAULT 0,
    created_at {bigint} NOT NULL,
    UNIQUE (actor, key_mac)
) {table};
CREATE INDEX idempotency_by_age ON idempotency (created_at);

CREATE TABLE events (
    sequence {key},
    at {bigint} NOT NULL,
    log {text} NOT NULL,
    key {text} NOT NULL,
    result {text} NOT NULL,
    reason {text} NOT NULL DEFAULT '',
    actor {text} NOT NULL DEFAULT '',
    actor_id {text} NOT NULL DEFAULT '',
    user_id {text} NOT NULL DEFAULT '',
    user_name {text} NOT NULL DEFAULT '',
    domain_id {bigint},
    domain {text} NOT NULL DEFAULT '',
    token_serial {text} NOT NULL DEFAULT '',
    method {text} NOT NULL DEFAULT '',
    client {text} NOT NULL DEFAULT '',
    client_address {text} NOT NULL DEFAULT '',
    detail {text} NOT NULL DEFAULT '',
    mac {bytes} NOT NULL
) {table};
CREATE INDEX events_by_log ON events (log, sequence);
CREATE INDEX events_by_outcome ON events (log, result, sequence);
CREATE INDEX events_by_time ON events (at);
CREATE INDEX events_by_user ON events (user_id, sequence) WHERE user_id <> '';
CREATE INDEX events_by_token ON events (token_serial, sequence)
    WHERE log = 'administration' AND token_serial <> '';

CREATE TABLE token_imports (
    id {id},
    created_by {text} NOT NULL,
    created_at {bigint} NOT NULL,
    state {text} NOT NULL,
    result {text} NOT NULL DEFAULT '{}'
) {table};
)";

template <class Policy>
void addDefault(storage::Connection& connection, contract::PolicyType type, const QString& name)
{
    Policy policy;
    policy.name = name;
    const QByteArray settings = QJsonDocument(toJson(policy)).toJson(QJsonDocument::Compact);
    connection.insert(QStringLiteral("INSERT INTO policies (type, name, name_key, is_default, settings) "
                                     "VALUES (?, ?, ?, 1, ?)"),
                      {enumName(type), name, name.toLower(), QString::fromUtf8(settings)});
}

void seed(storage::Connection& connection)
{
    connection.insert(
        QStringLiteral("INSERT INTO domains (id, name, name_key, path) VALUES (1, '', '', '/')"));
    addDefault<contract::LockoutPolicy>(connection, contract::PolicyType::Lockout,
                                        QStringLiteral("Default lockout"));
    addDefault<contract::TokenPolicy>(connection, contract::PolicyType::Token,
                                      QStringLiteral("Default token policy"));
    addDefault<contract::OfflinePolicy>(connection, contract::PolicyType::Offline,
                                        QStringLiteral("Default offline policy"));
}

} // namespace

Migration foundation()
{
    return {1, QStringLiteral("foundation"), QString::fromLatin1(script1), &seed};
}

} // namespace holdfast::authentication::detail
