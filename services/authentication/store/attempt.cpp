// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/attempt.h"

#include "services/authentication/domain/emergency_text.h"
#include "services/authentication/store/attempt_rows.h"
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/policies_snapshot.h"
#include "services/authentication/store/sign_in_settings.h"

namespace holdfast::authentication {

namespace {

using storage::Connection;

const QString byName = selectAttempt(QStringLiteral("u.name_key = ?"));
const QString byId = selectAttempt(QStringLiteral("u.id = ?"));
const QString idByAlias = QStringLiteral("SELECT user_id FROM user_aliases WHERE alias_key = ?");
// An address that several people share names nobody.
const QString idByEmail =
    QStringLiteral("SELECT MIN(id) FROM users WHERE email_key = ? AND email_key <> '' HAVING COUNT(*) = 1");

const QString emergencyIssues = QStringLiteral(
    "SELECT i.id, i.token_id, i.kind, i.replaces, i.on_token_return, i.issued_at, i.expires_at,"
    " i.cancelled_at, i.count,"
    " (SELECT COUNT(*) FROM emergency_codes c WHERE c.issue_id = i.id AND c.used_at IS NULL)"
    " FROM emergency_issues i WHERE i.user_id = ? ORDER BY i.id DESC LIMIT 50");
const QString emergencyCode = QStringLiteral(
    "SELECT c.id, c.issue_id, c.used_at FROM emergency_codes c JOIN emergency_issues i ON i.id = c.issue_id"
    " WHERE c.code_mac = ? AND i.user_id = ? ORDER BY c.id DESC");

void loadPolicies(Connection& connection, AttemptFacts& facts)
{
    const auto snapshot = PolicySnapshot::of(connection);
    const auto& lockout = snapshot->lockout(facts.account.domainId);
    const auto& token = snapshot->token(facts.account.domainId);
    facts.lockout = {lockout.policy, lockout.origin};
    facts.tokenPolicy = {token.policy, token.origin};
    if (const DomainNode* domain = snapshot->domain(facts.account.domainId)) {
        facts.domainPath = domain->path;
    }
}

void loadEmergency(Connection& connection, const AttemptNeeds& needs, AttemptFacts& facts)
{
    {
        auto rows = connection.select(emergencyIssues, {facts.account.id});
        while (rows.next()) {
            facts.emergency.push_back(emergencyOf(rows));
        }
    }
    if (!needs.typed || !needs.keys) {
        return;
    }
    if (const auto reading = readEmergencyCode(*needs.typed)) {
        auto rows = connection.select(
            emergencyCode,
            {emergencyCodeMac(*needs.keys, facts.account.id, reading->code), facts.account.id});
        if (rows.next()) {
            facts.emergencyMatch = {rows.integer(0), rows.integer(1), !rows.isNull(2)};
        }
    }
}

void loadPassword(Connection& connection, AttemptFacts& facts)
{
    auto rows =
        connection.select(QStringLiteral("SELECT hash FROM passwords WHERE user_id = ?"), {facts.account.id});
    if (rows.next()) {
        facts.passwordHash = rows.bytes(0);
    }
    facts.passcodeWanted = signInSettings::wantsPasscode(connection, facts.account.id);
}

std::optional<AttemptFacts> load(Connection& connection, const QString& sql, const QVariant& value,
                                 const AttemptNeeds& needs)
{
    AttemptFacts facts;
    bool hasEmergencyCodes = false;
    {
        auto rows = connection.select(sql, {value});
        if (!rows.next()) {
            return std::nullopt;
        }
        facts.account = accountOf(rows);
        hasEmergencyCodes = rows.boolean(accountColumns);
        do {
            if (!rows.isNull(firstTokenColumn)) {
                facts.tokens.push_back(tokenFactsOf(rows, firstTokenColumn, needs.keys));
            }
        } while (rows.next());
    }
    loadPolicies(connection, facts);
    if (hasEmergencyCodes) {
        loadEmergency(connection, needs, facts);
    }
    if (needs.password) {
        loadPassword(connection, facts);
    }
    return facts;
}

std::optional<qint64> idOf(Connection& connection, const QString& sql, const QString& key)
{
    auto rows = connection.select(sql, {key});
    return rows.next() ? rows.optionalInteger(0) : std::nullopt;
}

} // namespace

std::optional<AttemptFacts> loadAttempt(Connection& connection, const QString& subjectName,
                                        const AttemptNeeds& needs)
{
    const QString key = canonicalName(subjectName);
    if (auto facts = load(connection, byName, key, needs)) {
        return facts;
    }
    auto id = idOf(connection, idByAlias, key);
    if (!id) {
        id = idOf(connection, idByEmail, key);
    }
    return id ? loadAttempt(connection, *id, needs) : std::nullopt;
}

std::optional<AttemptFacts> loadAttempt(Connection& connection, qint64 userId, const AttemptNeeds& needs)
{
    return load(connection, byId, userId, needs);
}

std::optional<TokenFacts> loadTokenFacts(Connection& connection, const QString& serial,
                                         const security::KeyRing& keys)
{
    static const QString sql =
        QStringLiteral("SELECT %1 FROM tokens t WHERE t.serial = ?").arg(tokenFactColumns());
    auto rows = connection.select(sql, {serial});
    return rows.next() ? std::optional(tokenFactsOf(rows, 0, &keys)) : std::nullopt;
}

} // namespace holdfast::authentication
