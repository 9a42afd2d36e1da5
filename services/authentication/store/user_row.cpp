// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/user_row.h"

#include "services/authentication/domain/account_state.h"
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/policies_snapshot.h"
#include "services/authentication/store/user_more.h"

namespace holdfast::authentication {

namespace {

std::optional<contract::Timestamp> timeAt(const storage::Connection::Rows& rows, int column)
{
    const auto value = rows.optionalInteger(column);
    return value ? std::optional(contract::fromMilliseconds(*value)) : std::nullopt;
}

std::optional<UserRow> findWhere(storage::Connection& connection, const QString& condition,
                                 const QVariant& value)
{
    auto rows = connection.select(userSelection() + condition, {value});
    return rows.next() ? std::optional(readUserRow(rows)) : std::nullopt;
}

} // namespace

QString userSelection()
{
    return QStringLiteral(
        "SELECT u.id, u.name, u.domain_id, u.enabled, u.starts_at, u.ends_at, u.last_logon_at, u.failures,"
        " u.pending, u.first_failure_at, u.locked_at, u.display_name, u.email, u.phone, u.notes, "
        "u.created_at,"
        " u.updated_at, u.version, d.path, u.tokens,"
        " (SELECT COUNT(*) FROM role_assignments r WHERE r.user_id = u.id), u.aliases, u.attributes,"
        " u.phone_changed_at, u.phone_changed_by"
        " FROM users u JOIN domains d ON d.id = u.domain_id");
}

UserRow readUserRow(const storage::Connection::Rows& rows)
{
    UserRow row;
    row.account.id = rows.integer(0);
    row.account.name = rows.text(1);
    row.account.domainId = rows.integer(2);
    row.account.enabled = rows.boolean(3);
    row.account.startsAt = timeAt(rows, 4);
    row.account.endsAt = timeAt(rows, 5);
    row.account.lastLogonAt = timeAt(rows, 6);
    row.account.failures = static_cast<int>(rows.integer(7));
    row.account.pending = static_cast<int>(rows.integer(8));
    row.account.firstFailureAt = timeAt(rows, 9);
    row.account.lockedAt = timeAt(rows, 10);
    row.displayName = rows.text(11);
    row.email = rows.text(12);
    row.phone = rows.text(13);
    row.notes = rows.text(14);
    row.createdAt = contract::fromMilliseconds(rows.integer(15));
    row.updatedAt = contract::fromMilliseconds(rows.integer(16));
    row.version = rows.integer(17);
    row.domain = rows.text(18);
    row.tokenCount = static_cast<int>(rows.integer(19));
    row.administrator = rows.integer(20) > 0;
    row.aliases = userMore::aliasesFrom(rows.text(21));
    row.attributes = userMore::attributesFrom(rows.text(22));
    row.phoneChangedAt = timeAt(rows, 23);
    row.phoneChangedBy = rows.text(24);
    return row;
}

contract::User toUser(const UserRow& row, const contract::LockoutPolicy& policy, contract::Timestamp now)
{
    const AccountFacts& account = row.account;
    return {.id = QString::number(account.id),
            .name = account.name,
            .displayName = row.displayName,
            .email = row.email,
            .phone = row.phone,
            .notes = row.notes,
            .aliases = row.aliases,
            .attributes = row.attributes,
            .domain = row.domain,
            .enabled = account.enabled,
            .administrator = row.administrator,
            .status = statusOf(account, policy, now),
            .lockedUntil = lockOf(account, policy, now).until,
            .startsAt = account.startsAt,
            .endsAt = account.endsAt,
            .tokenCount = row.tokenCount,
            .lastLogonAt = account.lastLogonAt,
            .createdAt = row.createdAt,
            .updatedAt = row.updatedAt,
            .version = row.version};
}

contract::User toUser(storage::Connection& connection, const UserRow& row, contract::Timestamp now)
{
    return toUser(row, *PolicySnapshot::of(connection)->lockout(row.account.domainId).policy, now);
}

std::optional<UserRow> users::find(storage::Connection& connection, qint64 id)
{
    return findWhere(connection, QStringLiteral(" WHERE u.id = ?"), id);
}

std::optional<UserRow> users::findByName(storage::Connection& connection, const QString& name)
{
    return findWhere(connection, QStringLiteral(" WHERE u.name_key = ?"), canonicalName(name));
}

} // namespace holdfast::authentication
