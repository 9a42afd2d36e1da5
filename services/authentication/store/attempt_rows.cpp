// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/attempt_rows.h"

namespace holdfast::authentication {

using contract::Timestamp;
using Rows = storage::Connection::Rows;

namespace {

std::optional<Timestamp> moment(const Rows& rows, int column)
{
    return rows.isNull(column) ? std::nullopt
                               : std::optional(contract::fromMilliseconds(rows.integer(column)));
}

int number(const Rows& rows, int column)
{
    return static_cast<int>(rows.integer(column));
}

template <class E>
E named(const Rows& rows, int column)
{
    const QString name = rows.text(column);
    const auto value = contract::enumValue<E>(name);
    if (!value) {
        throw storage::StorageError("A row holds an unknown name: " + name.toStdString());
    }
    return *value;
}

void openSeed(const QByteArray& sealed, const security::KeyRing& keys, TokenFacts& token)
{
    auto seed = keys.open(security::Purpose::SealSeed, sealed, "seed:" + token.serial.toUtf8());
    if (!seed) {
        token.damaged = true;
        return;
    }
    auto generator = otp::CodeGenerator::create({.kind = token.kind,
                                                 .algorithm = token.algorithm,
                                                 .digits = token.digits,
                                                 .intervalSeconds = token.intervalSeconds},
                                                std::move(*seed));
    if (!generator) {
        token.damaged = true;
        return;
    }
    token.generator = std::make_shared<const otp::CodeGenerator>(std::move(*generator));
}

} // namespace

QString tokenFactColumns()
{
    return QStringLiteral(
        "t.id, t.serial, t.kind, t.algorithm, t.digits, t.interval_seconds, t.pin_style, t.pin_state,"
        " t.enabled, t.starts_at, t.expires_at, t.lost_at, t.last_step, t.drift_steps, t.wrong_codes,"
        " t.next_code_required, t.pending_step, t.pin_hash, t.pin_tag, t.pin_length, t.replaced_by_id,"
        " t.replaces_id, t.keep_pin, t.user_id, t.last_used_at, t.pin_set_at,"
        " CASE t.kind WHEN 'hotp' THEN (SELECT MAX(s.last_step) FROM offline_sets s WHERE s.token_id = t.id"
        " AND s.assigned_at = COALESCE(t.assigned_at, 0)) END, t.seed");
}

QString selectAttempt(const QString& condition)
{
    return QStringLiteral(
               "SELECT u.id, u.name, u.domain_id, u.enabled, u.starts_at, u.ends_at, u.last_logon_at,"
               " u.failures, u.pending, u.first_failure_at, u.locked_at,"
               " (SELECT COUNT(*) FROM emergency_issues e WHERE e.user_id = u.id), %1"
               " FROM users u LEFT JOIN tokens t ON t.user_id = u.id WHERE %2")
        .arg(tokenFactColumns(), condition);
}

AccountFacts accountOf(const Rows& rows)
{
    AccountFacts account;
    account.id = rows.integer(0);
    account.name = rows.text(1);
    account.domainId = rows.integer(2);
    account.enabled = rows.boolean(3);
    account.startsAt = moment(rows, 4);
    account.endsAt = moment(rows, 5);
    account.lastLogonAt = moment(rows, 6);
    account.failures = number(rows, 7);
    account.pending = number(rows, 8);
    account.firstFailureAt = moment(rows, 9);
    account.lockedAt = moment(rows, 10);
    return account;
}

TokenFacts tokenFactsOf(const Rows& rows, int first, const security::KeyRing* keys)
{
    int column = first;
    TokenFacts token;
    token.id = rows.integer(column++);
    token.serial = rows.text(column++);
    token.kind = named<contract::TokenKind>(rows, column++);
    token.algorithm = named<contract::HashAlgorithm>(rows, column++);
    token.digits = number(rows, column++);
    token.intervalSeconds = number(rows, column++);
    token.pinStyle = named<contract::PinStyle>(rows, column++);
    token.pinState = named<contract::PinState>(rows, column++);
    token.enabled = rows.boolean(column++);
    token.startsAt = moment(rows, column++);
    token.expiresAt = moment(rows, column++);
    token.lostAt = moment(rows, column++);
    token.lastStep = rows.integer(column++);
    token.driftSteps = number(rows, column++);
    token.wrongCodes = number(rows, column++);
    token.nextCodeRequired = rows.boolean(column++);
    token.pendingStep = rows.optionalInteger(column++);
    token.pinHash = rows.bytes(column++);
    if (!rows.isNull(column)) {
        token.pinTag = static_cast<quint16>(rows.integer(column));
    }
    if (!rows.isNull(++column)) {
        token.pinLength = number(rows, column);
    }
    token.replacedById = rows.optionalInteger(++column);
    token.replacesId = rows.optionalInteger(++column);
    token.keepPin = rows.boolean(++column);
    token.assigned = !rows.isNull(++column);
    token.lastUsedAt = moment(rows, ++column);
    token.pinSetAt = moment(rows, ++column);
    token.grantedThrough = rows.optionalInteger(++column).value_or(-1);
    if (keys) {
        openSeed(rows.bytes(++column), *keys, token);
    }
    return token;
}

EmergencyFacts emergencyOf(const Rows& rows)
{
    EmergencyFacts issue;
    issue.issueId = rows.integer(0);
    issue.tokenId = rows.optionalInteger(1);
    issue.kind = named<contract::EmergencyCodeKind>(rows, 2);
    issue.replaces = named<contract::CodeReplaces>(rows, 3);
    issue.onTokenReturn = named<contract::OnTokenReturn>(rows, 4);
    issue.issuedAt = contract::fromMilliseconds(rows.integer(5));
    issue.expiresAt = contract::fromMilliseconds(rows.integer(6));
    issue.cancelledAt = moment(rows, 7);
    issue.count = number(rows, 8);
    issue.unused = number(rows, 9);
    return issue;
}

} // namespace holdfast::authentication
