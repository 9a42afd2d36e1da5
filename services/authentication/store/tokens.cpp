// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/tokens.h"

#include "services/authentication/store/offline_voiding.h"
#include "services/authentication/store/pin_history.h"
#include "services/authentication/store/token_row.h"

namespace holdfast::authentication {

using contract::PinState;
using contract::Timestamp;
using contract::TokenState;

namespace {

std::optional<QString> unlessEmpty(const QString& text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace

TokenState stateOf(const TokenRow& row, Timestamp now)
{
    if (!row.userId && row.replacedById) {
        return TokenState::Replaced;
    }
    if (row.expiresAt && now >= *row.expiresAt) {
        return TokenState::Expired;
    }
    if (!row.userId) {
        return TokenState::Unassigned;
    }
    if (row.lostAt) {
        return TokenState::Lost;
    }
    if (!row.enabled) {
        return TokenState::Disabled;
    }
    return row.startsAt && now < *row.startsAt ? TokenState::NotYetValid : TokenState::Active;
}

contract::Token toToken(const TokenRow& row, Timestamp now)
{
    contract::Token token;
    token.serial = row.serial;
    token.kind = row.kind;
    token.algorithm = row.algorithm;
    token.digits = row.digits;
    token.intervalSeconds = row.intervalSeconds;
    token.pinStyle = row.pinStyle;
    token.pinState = row.pinState;
    token.state = stateOf(row, now);
    token.enabled = row.enabled;
    token.nextTokencodeRequired = row.nextCodeRequired;
    token.driftSteps = row.driftSteps;
    token.wrongCodes = row.wrongCodes;
    if (row.userId) {
        token.userId = QString::number(*row.userId);
        token.userName = row.userName;
        token.userDisplayName = row.userDisplayName;
    }
    token.domain = row.domain;
    token.manufacturer = row.manufacturer;
    token.notes = row.notes;
    token.startsAt = row.startsAt;
    token.expiresAt = row.expiresAt;
    token.assignedAt = row.assignedAt;
    token.lastUsedAt = row.lastUsedAt;
    token.lostAt = row.lostAt;
    token.replacedBy = unlessEmpty(row.replacedBy);
    token.replaces = unlessEmpty(row.replaces);
    token.importedAt = row.importedAt;
    token.version = row.version;
    return token;
}

} // namespace holdfast::authentication

namespace holdfast::authentication::tokens {

std::optional<TokenRow> find(storage::Connection& connection, const QString& serial)
{
    auto rows = connection.select(tokenSelection() + QStringLiteral(" WHERE t.serial = ?"), {serial});
    return rows.next() ? std::optional(readTokenRow(rows)) : std::nullopt;
}

std::vector<TokenRow> ofUser(storage::Connection& connection, qint64 userId)
{
    std::vector<TokenRow> tokens;
    auto rows = connection.select(
        tokenSelection()
            + QStringLiteral(" WHERE t.user_id = ? ORDER BY t.assigned_at DESC, t.serial LIMIT 100"),
        {userId});
    while (rows.next()) {
        tokens.push_back(readTokenRow(rows));
    }
    return tokens;
}

void update(storage::Connection& connection, qint64 id, qint64 domainId, const QString& notes,
            std::optional<Timestamp> expiresAt)
{
    connection.change(
        QStringLiteral("UPDATE tokens SET domain_id = ?, notes = ?, expires_at = ?,"
                       " version = version + 1 WHERE id = ?"),
        {domainId, notes, expiresAt ? QVariant(contract::toMilliseconds(*expiresAt)) : QVariant(), id});
}

qint64 remove(storage::Connection& connection, qint64 id, const Deletion& deletion)
{
    const qint64 entry = bin::putToken(connection, id, deletion);
    forget(connection, id);
    return entry;
}

void forget(storage::Connection& connection, qint64 id)
{
    connection.change(QStringLiteral("UPDATE tokens SET replaced_by_id = NULL, keep_pin = 0,"
                                     " version = version + 1 WHERE replaced_by_id = ?"),
                      {id});
    connection.change(
        QStringLiteral("UPDATE tokens SET replaces_id = NULL, version = version + 1 WHERE replaces_id = ?"),
        {id});
    connection.change(QStringLiteral("UPDATE emergency_issues SET token_id = NULL WHERE token_id = ?"), {id});
    connection.change(QStringLiteral("DELETE FROM tokens WHERE id = ?"), {id});
}

void assign(storage::Connection& connection, qint64 id, qint64 userId, contract::PinStyle style, PinState pin,
            Timestamp now)
{
    pin_history::forget(connection, id);
    connection.change(
        QStringLiteral(
            "UPDATE tokens SET user_id = ?, enabled = 1, enrolling = 0, assigned_at = ?, pin_style = ?,"
            " pin_state = ?, pin_hash = NULL, pin_tag = NULL, pin_length = NULL,"
            " pin_set_at = NULL, lost_at = NULL, wrong_codes = 0, next_code_required = 0,"
            " pending_step = NULL, replaced_by_id = NULL, replaces_id = NULL, keep_pin = 0,"
            " last_used_at = NULL, version = version + 1 WHERE id = ?"),
        {userId, contract::toMilliseconds(now), contract::enumName(style), contract::enumName(pin), id});
}

void unassign(storage::Connection& connection, qint64 id)
{
    connection.change(QStringLiteral("UPDATE tokens SET replaced_by_id = NULL, keep_pin = 0,"
                                     " version = version + 1 WHERE replaced_by_id = ?"),
                      {id});
    connection.change(
        QStringLiteral("UPDATE tokens SET replaces_id = NULL, version = version + 1 WHERE replaces_id = ?"),
        {id});
    connection.change(
        QStringLiteral("UPDATE tokens SET user_id = NULL, enabled = 0, enrolling = 0, assigned_at = NULL, "
                       "pin_hash = NULL,"
                       " pin_tag = NULL, pin_length = NULL, pin_set_at = NULL, pin_state ="
                       " CASE pin_state WHEN 'notRequired' THEN pin_state ELSE 'notSet' END,"
                       " lost_at = NULL, wrong_codes = 0, next_code_required = 0, pending_step = NULL,"
                       " replaced_by_id = NULL, replaces_id = NULL, keep_pin = 0, version = version + 1"
                       " WHERE id = ?"),
        {id});
}

KeptState stateKept(const TokenRow& row)
{
    return {row.enabled, row.lostAt, row.wrongCodes, row.nextCodeRequired};
}

void putStateBack(storage::Connection& connection, qint64 id, const KeptState& state)
{
    connection.change(
        QStringLiteral("UPDATE tokens SET enabled = ?, lost_at = ?, wrong_codes = ?, next_code_required = ?,"
                       " version = version + 1 WHERE id = ?"),
        {state.enabled ? 1 : 0, state.lostAt ? QVariant(contract::toMilliseconds(*state.lostAt)) : QVariant(),
         state.wrongCodes, state.nextCodeRequired ? 1 : 0, id});
}

void setEnabled(storage::Connection& connection, qint64 id, bool enabled)
{
    connection.change(
        QStringLiteral("UPDATE tokens SET enabled = ?, enrolling = 0, version = version + 1 WHERE id = ?"),
        {enabled ? 1 : 0, id});
}

void setLost(storage::Connection& connection, qint64 id, std::optional<Timestamp> lostAt)
{
    connection.change(QStringLiteral("UPDATE tokens SET lost_at = ?, version = version + 1 WHERE id = ?"),
                      {lostAt ? QVariant(contract::toMilliseconds(*lostAt)) : QVariant(), id});
}

void requireNewPin(storage::Connection& connection, qint64 id)
{
    connection.change(QStringLiteral("UPDATE tokens SET pin_state = 'mustChange', version = version + 1"
                                     " WHERE id = ? AND pin_state = 'set'"),
                      {id});
    offlineSets::takePinBack(connection, id);
}

KeptPin pinOf(storage::Connection& connection, qint64 id)
{
    auto rows = connection.select(
        QStringLiteral(
            "SELECT pin_state, pin_hash, pin_tag, pin_length, pin_set_at FROM tokens WHERE id = ?"),
        {id});
    KeptPin pin;
    if (rows.next()) {
        pin.state = contract::enumValue<PinState>(rows.text(0)).value_or(PinState::NotRequired);
        pin.hash = rows.isNull(1) ? QByteArray() : rows.bytes(1);
        pin.tag = rows.optionalInteger(2);
        pin.length = rows.optionalInteger(3);
        pin.setAt = rows.optionalInteger(4);
    }
    return pin;
}

void putPinBack(storage::Connection& connection, qint64 id, const KeptPin& pin)
{
    connection.change(
        QStringLiteral("UPDATE tokens SET pin_state = ?, pin_hash = ?, pin_tag = ?, pin_length = ?,"
                       " pin_set_at = ?, version = version + 1 WHERE id = ?"),
        {contract::enumName(pin.state), pin.hash.isEmpty() ? QVariant() : QVariant(pin.hash),
         storage::orNull(pin.tag), storage::orNull(pin.length), storage::orNull(pin.setAt), id});
    offlineSets::givePinBack(connection, id);
}

void clearPin(storage::Connection& connection, qint64 id, Timestamp now)
{
    pin_history::keep(connection, id, now);
    connection.change(QStringLiteral("UPDATE tokens SET pin_hash = NULL, pin_tag = NULL, pin_length = NULL,"
                                     " pin_set_at = NULL, pin_state = 'notSet', version = version + 1"
                                     " WHERE id = ?"),
                      {id});
    offlineSets::takePinBack(connection, id);
}

bool resynchronise(storage::Connection& connection, qint64 id, qint64 step, int driftSteps)
{
    return connection.change(
               QStringLiteral("UPDATE tokens SET last_step = ?, drift_steps = ?, wrong_codes = 0,"
                              " next_code_required = 0, pending_step = NULL, version = version + 1"
                              " WHERE id = ? AND last_step < ?"),
               {step, driftSteps, id, step})
        == 1;
}

void pair(storage::Connection& connection, qint64 oldId, qint64 newId, bool keepPin)
{
    connection.change(QStringLiteral("UPDATE tokens SET replaced_by_id = ?, keep_pin = ?,"
                                     " version = version + 1 WHERE id = ?"),
                      {newId, keepPin ? 1 : 0, oldId});
    connection.change(QStringLiteral("UPDATE tokens SET replaces_id = ?, keep_pin = ?,"
                                     " version = version + 1 WHERE id = ?"),
                      {oldId, keepPin ? 1 : 0, newId});
}

} // namespace holdfast::authentication::tokens
