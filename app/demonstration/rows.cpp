// SPDX-License-Identifier: Apache-2.0
#include "app/demonstration/rows.h"

#include "services/authentication/store/emergency.h"
#include "services/security/random.h"

namespace holdfast::demonstration {

using contract::toMilliseconds;
using storage::Connection;

namespace {

QVariant orNull(const std::optional<Timestamp>& at)
{
    return at ? QVariant(toMilliseconds(*at)) : QVariant();
}

// The tokens are written in order into an empty table.
QVariant rowId(const std::optional<int>& index)
{
    return index ? QVariant(*index + 1) : QVariant();
}

// The shape of a libsodium Argon2id hash, of a PIN that nobody chose: to hash thousands would take half a
// minute.
QByteArray hashOfNothing()
{
    const auto base64 = [](int bytes) {
        return security::randomBytes(bytes).toBase64(QByteArray::Base64Encoding
                                                     | QByteArray::OmitTrailingEquals);
    };
    return "$argon2id$v=19$m=7168,t=5,p=1$" + base64(16) + '$' + base64(32);
}

QByteArray sealedSeed(const security::KeyRing& keys, const DemoToken& token)
{
    const int bytes = token.algorithm == contract::HashAlgorithm::Sha1 ? 20 : 32;
    const QByteArray seed =
        token.securIdRecord.isEmpty() ? security::randomBytes(bytes) : token.securIdRecord;
    return keys.seal(security::Purpose::SealSeed, seed, "seed:" + token.serial.toUtf8());
}

void writeToken(Connection& connection, const security::KeyRing& keys, const World& world,
                const DemoToken& token)
{
    const bool hasPin =
        token.pinState == contract::PinState::Set || token.pinState == contract::PinState::MustChange;
    const bool mixed = hasPin && token.pinStyle == contract::PinStyle::Mixed;
    const qint64 domain = world.policies->domainAt(token.domain)->id;
    const QVariant owner =
        token.person ? QVariant(world.people[static_cast<size_t>(*token.person)].account.id) : QVariant();
    const QByteArray tag = security::randomBytes(2);
    connection.insert(
        QStringLiteral(
            "INSERT INTO tokens (serial, kind, algorithm, digits, interval_seconds, pin_style, pin_state, "
            "domain_id, user_id, enabled, manufacturer, notes, seed, expires_at, imported_at, assigned_at, "
            "last_used_at, lost_at, last_step, drift_steps, wrong_codes, next_code_required, pin_hash, "
            "pin_tag, "
            "pin_length, pin_set_at, keep_pin) VALUES "
            "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {token.serial,
         contract::enumName(token.kind),
         contract::enumName(token.algorithm),
         token.digits,
         token.intervalSeconds,
         contract::enumName(token.pinStyle),
         contract::enumName(token.pinState),
         domain,
         owner,
         token.enabled,
         token.manufacturer,
         token.notes,
         sealedSeed(keys, token),
         orNull(token.expiresAt),
         toMilliseconds(token.importedAt),
         orNull(token.assignedAt),
         orNull(token.lastUsedAt),
         orNull(token.lostAt),
         token.lastStep,
         token.driftSteps,
         token.wrongCodes,
         token.nextCodeRequired,
         hasPin ? QVariant(hashOfNothing()) : QVariant(),
         mixed
             ? QVariant((static_cast<unsigned char>(tag.at(0)) << 8) | static_cast<unsigned char>(tag.at(1)))
             : QVariant(),
         mixed ? QVariant(4 + static_cast<unsigned char>(tag.at(1)) % 5) : QVariant(),
         orNull(token.pinSetAt),
         token.keepPin});
}

} // namespace

void writePeople(Connection& connection, const World& world)
{
    for (const Person& person : world.people) {
        const authentication::AccountFacts& account = person.account;
        connection.change(
            QStringLiteral(
                "UPDATE users SET enabled = ?, starts_at = ?, ends_at = ?, notes = ?, updated_at = ?, "
                "last_logon_at = ?, failures = ?, first_failure_at = ?, locked_at = ? WHERE id = ?"),
            {account.enabled, orNull(account.startsAt), orNull(account.endsAt), person.notes,
             toMilliseconds(person.updatedAt), orNull(account.lastLogonAt), account.failures,
             orNull(account.firstFailureAt), orNull(account.lockedAt), account.id});
    }
}

void writeTokens(Connection& connection, const security::KeyRing& keys, const World& world)
{
    for (const DemoToken& token : world.tokens) {
        writeToken(connection, keys, world, token);
    }
    for (size_t i = 0; i < world.tokens.size(); ++i) {
        const DemoToken& token = world.tokens[i];
        if (token.replacedBy || token.replaces) {
            connection.change(
                QStringLiteral("UPDATE tokens SET replaced_by_id = ?, replaces_id = ? WHERE id = ?"),
                {rowId(token.replacedBy), rowId(token.replaces), static_cast<qint64>(i) + 1});
        }
    }
}

void writeIssues(Connection& connection, const World& world)
{
    for (size_t i = 0; i < world.issues.size(); ++i) {
        const Issue& issue = world.issues[i];
        authentication::EmergencyIssueRow row;
        row.userId = world.people[static_cast<size_t>(issue.person)].account.id;
        if (issue.token) {
            row.tokenId = *issue.token + 1;
        }
        row.kind = issue.kind;
        row.replaces = issue.replaces;
        row.onTokenReturn = issue.onTokenReturn;
        row.reason = issue.reason;
        row.issuedBy = issue.issuedBy;
        row.issuedAt = issue.issuedAt;
        row.expiresAt = issue.expiresAt;
        row.count = issue.count;
        std::vector<QByteArray> macs;
        for (int n = 0; n < issue.count; ++n) {
            macs.push_back(security::randomBytes(32)); // of codes that nobody was told
        }
        const qint64 id = authentication::emergency::insert(connection, row, macs);
        if (id != static_cast<qint64>(i) + 1) {
            throw std::logic_error("the demonstration needs an empty service");
        }
        connection.change(
            QStringLiteral("UPDATE emergency_issues SET cancelled_at = ?, last_used_at = ? WHERE id = ?"),
            {orNull(issue.cancelledAt), orNull(issue.lastUsedAt), id});
        connection.change(
            QStringLiteral("UPDATE emergency_codes SET used_at = ? WHERE id IN "
                           "(SELECT id FROM emergency_codes WHERE issue_id = ? ORDER BY id LIMIT ?)"),
            {orNull(issue.lastUsedAt), id, issue.used});
    }
}

void writeJournal(Connection& connection, const authentication::EventLog& events, World& world, size_t first,
                  size_t count)
{
    const size_t end = std::min(world.journal.size(), first + count);
    for (size_t i = first; i < end; ++i) {
        events.append(connection, world.journal[i]);
    }
}

} // namespace holdfast::demonstration
