// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/attempt_changes.h"

#include "services/authentication/domain/passcode_candidates.h"
#include "services/authentication/store/offline_steps.h"
#include "services/authentication/store/pin_history.h"

namespace holdfast::authentication::attempts {

using contract::Timestamp;
using contract::toMilliseconds;
using storage::Connection;
using storage::orNull;

namespace {

constexpr std::chrono::minutes logonResolution {
    1}; // of what lists are sorted by: their indexes cost each logon

QVariant momentOrNull(std::optional<Timestamp> at)
{
    return at ? QVariant(toMilliseconds(*at)) : QVariant();
}

const QString consumed = QStringLiteral("UPDATE tokens SET last_step = ?, drift_steps = ?, wrong_codes = 0,"
                                        " next_code_required = 0, pending_step = NULL%1"
                                        " WHERE id = ? AND user_id = ? AND last_step < ?");
const QString consumedLately = consumed.arg(QString());
const QString consumedAnew = consumed.arg(QStringLiteral(", last_used_at = ?"));
// The wrong codes stay: with them the mode is left only by a next code that follows.
const QString consumedFirst =
    QStringLiteral("UPDATE tokens SET last_step = ?, next_code_required = 1, pending_step = ?"
                   " WHERE id = ? AND user_id = ? AND last_step < ?");

bool isRecent(std::optional<Timestamp> last, Timestamp now)
{
    return last && now >= *last && now < *last + logonResolution;
}

} // namespace

bool consumeStep(Connection& connection, const AttemptFacts& facts, const Decision& decision, Timestamp now)
{
    const TokenFacts* token = tokenOf(facts, decision.tokenId);
    // A workstation's word does not always move the token as far as the code that was used there.
    if (token && token->grantedThrough >= decision.step
        && offlineSteps::wasUsedOffline(connection, decision.tokenId, decision.step)) {
        return false;
    }
    if (decision.kind == Decision::Kind::NextTokencode) {
        if (connection.change(
                consumedFirst,
                {decision.step, decision.step, decision.tokenId, facts.account.id, decision.step})
            != 1) {
            return false;
        }
        offlineSteps::noteOnline(connection, decision.tokenId, decision.step, now);
        return true;
    }
    const bool lately = token && isRecent(token->lastUsedAt, now);
    QVariantList values {decision.step, decision.driftSteps};
    if (!lately) {
        values << toMilliseconds(now);
    }
    values << decision.tokenId << facts.account.id << decision.step;
    if (connection.change(lately ? consumedLately : consumedAnew, values) != 1) {
        return false;
    }
    offlineSteps::noteOnline(connection, decision.tokenId, decision.step, now);
    if (decision.found) {
        connection.change(
            QStringLiteral("UPDATE tokens SET lost_at = NULL, version = version + 1 WHERE id = ?"),
            {decision.tokenId});
    }
    return true;
}

bool consumeEmergencyCode(Connection& connection, const Decision& decision, Timestamp now)
{
    connection.change(QStringLiteral("UPDATE emergency_issues SET last_used_at = ? WHERE id = ?"),
                      {toMilliseconds(now), decision.emergencyIssueId});
    return !decision.consumesEmergencyCode
        || connection.change(
               QStringLiteral("UPDATE emergency_codes SET used_at = ? WHERE id = ? AND used_at IS NULL"),
               {toMilliseconds(now), decision.emergencyCodeId})
        == 1;
}

void completeReplacement(Connection& connection, const TokenFacts& used)
{
    connection.change(
        QStringLiteral("UPDATE tokens SET user_id = NULL, assigned_at = NULL, enabled = 0, lost_at = NULL,"
                       " pin_hash = NULL, pin_tag = NULL, pin_length = NULL, pin_set_at = NULL,"
                       " pin_state = CASE WHEN pin_style = 'none' THEN 'notRequired' ELSE 'notSet' END,"
                       " replaced_by_id = ?, version = version + 1 WHERE id = ?"),
        {used.id, *used.replacesId});
    if (used.keepPin) {
        pin_history::takeAlong(connection, *used.replacesId, used.id);
    }
    connection.change(QStringLiteral("UPDATE tokens SET replaces_id = NULL, keep_pin = 0,"
                                     " version = version + 1 WHERE id = ?"),
                      {used.id});
}

qint64 cancelEmergencyCodes(Connection& connection, qint64 userId, qint64 tokenId, Timestamp now)
{
    return connection.change(
        QStringLiteral("UPDATE emergency_issues SET cancelled_at = ?, version = version + 1"
                       " WHERE user_id = ? AND token_id = ? AND cancelled_at IS NULL AND expires_at > ?"),
        {toMilliseconds(now), userId, tokenId, toMilliseconds(now)});
}

bool reserve(Connection& connection, const AccountFacts& account)
{
    return connection.change(QStringLiteral("UPDATE users SET pending = pending + 1"
                                            " WHERE id = ? AND pending = ? AND failures = ?"),
                             {account.id, account.pending, account.failures})
        == 1;
}

void release(Connection& connection, qint64 userId, int reserved)
{
    if (reserved > 0) {
        connection.change(QStringLiteral("UPDATE users SET pending = pending - ? WHERE id = ?"),
                          {reserved, userId});
    }
}

void recordSuccess(Connection& connection, const AccountFacts& account, int reserved, Timestamp now)
{
    const bool atRest = account.failures == 0 && !account.firstFailureAt && !account.lockedAt;
    if (atRest && isRecent(account.lastLogonAt, now)) {
        release(connection, account.id, reserved);
        return;
    }
    connection.change(QStringLiteral("UPDATE users SET failures = 0, first_failure_at = NULL,"
                                     " locked_at = NULL, last_logon_at = ?, pending = pending - ?"
                                     " WHERE id = ?"),
                      {toMilliseconds(now), reserved, account.id});
}

void recordFailure(Connection& connection, const AccountFacts& account, const FailureCount& count,
                   int reserved)
{
    connection.change(QStringLiteral("UPDATE users SET failures = ?, first_failure_at = ?, locked_at = ?,"
                                     " pending = pending - ? WHERE id = ?"),
                      {count.failures, momentOrNull(count.firstFailureAt), momentOrNull(count.lockedAt),
                       reserved, account.id});
}

void countWrongCode(Connection& connection, qint64 userId, qint64 tokenId)
{
    if (tokenId != 0) {
        connection.change(QStringLiteral("UPDATE tokens SET wrong_codes = wrong_codes + 1 WHERE id = ?"),
                          {tokenId});
    } else {
        connection.change(QStringLiteral("UPDATE tokens SET wrong_codes = wrong_codes + 1 WHERE user_id = ?"),
                          {userId});
    }
}

void endNextCodeChance(Connection& connection, qint64 tokenId)
{
    connection.change(QStringLiteral("UPDATE tokens SET pending_step = NULL WHERE id = ?"), {tokenId});
}

bool setPin(Connection& connection, qint64 userId, qint64 tokenId, const NewPin& pin, Timestamp now)
{
    pin_history::keep(connection, tokenId, now);
    return connection.change(
               QStringLiteral("UPDATE tokens SET pin_hash = ?, pin_tag = ?, pin_length = ?, pin_set_at = ?,"
                              " pin_state = ?, version = version + 1"
                              " WHERE id = ? AND user_id = ? AND pin_state IN ('notSet', 'mustChange')"),
               {pin.hash, pin.tag ? QVariant(static_cast<qint64>(*pin.tag)) : QVariant(), orNull(pin.length),
                toMilliseconds(pin.setAt.value_or(now)),
                contract::enumName(pin.mustChange ? contract::PinState::MustChange : contract::PinState::Set),
                tokenId, userId})
        == 1;
}

void requireNewPin(Connection& connection, qint64 tokenId)
{
    connection.change(QStringLiteral("UPDATE tokens SET pin_state = 'mustChange', version = version + 1"
                                     " WHERE id = ? AND pin_state = 'set'"),
                      {tokenId});
}

void rekey(Connection& connection, qint64 userId, const HashAnswer& answer)
{
    if (!answer.rekeyed) {
        return;
    }
    // Hashes are salted, so that each is one of a kind: it names its own row.
    const QVariant tag = answer.newTag ? QVariant(static_cast<qint64>(*answer.newTag)) : QVariant();
    connection.change(QStringLiteral("UPDATE tokens SET pin_hash = ?, pin_tag = COALESCE(?, pin_tag)"
                                     " WHERE user_id = ? AND pin_hash = ?"),
                      {answer.newHash, tag, userId, answer.hash});
    connection.change(QStringLiteral("UPDATE passwords SET hash = ? WHERE user_id = ? AND hash = ?"),
                      {answer.newHash, userId, answer.hash});
}

std::vector<qint64> interrupted(Connection& connection)
{
    std::vector<qint64> ids;
    auto rows = connection.select(QStringLiteral("SELECT id FROM users WHERE pending > 0 ORDER BY id"));
    while (rows.next()) {
        ids.push_back(rows.integer(0));
    }
    return ids;
}

} // namespace holdfast::authentication::attempts
