// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/administrators.h"

#include "services/authentication/store/roles.h"

#include <QHash>

#include <limits>

namespace holdfast::authentication::administrators {

namespace {

// Predefined roles by falling rank, custom ones behind them.
int placeOf(const QString& role)
{
    const auto known = contract::enumValue<contract::Role>(role);
    return known ? static_cast<int>(*known) : std::numeric_limits<int>::max();
}

std::vector<contract::AdministratorEntry> readAll(storage::Connection& connection,
                                                  std::optional<qint64> userId)
{
    QString sql = QStringLiteral("SELECT u.id, u.name, u.display_name, "
                                 "EXISTS (SELECT 1 FROM passwords p WHERE p.user_id = u.id) FROM users u "
                                 "WHERE EXISTS (SELECT 1 FROM role_assignments r WHERE r.user_id = u.id)");
    QVariantList values;
    if (userId) {
        sql += QStringLiteral(" AND u.id = ?");
        values << *userId;
    }
    const auto snapshot = PolicySnapshot::of(connection);
    const QHash<QString, QString> titles = roles::titles(connection);
    std::vector<contract::AdministratorEntry> entries;
    auto rows = connection.select(sql + QStringLiteral(" ORDER BY u.name_key"), values);
    while (rows.next()) {
        contract::AdministratorEntry entry {
            QString::number(rows.integer(0)), rows.text(1), rows.text(2), rows.boolean(3), {}};
        for (const RoleRow& row : roles(connection, rows.integer(0))) {
            const DomainNode* domain = snapshot->domain(row.domainId);
            const auto title = titles.constFind(row.role);
            entry.roles.emplace_back(row.role, domain ? domain->path : QString(),
                                     title == titles.constEnd() ? std::nullopt : std::optional(*title));
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace

std::optional<QByteArray> passwordHash(storage::Connection& connection, qint64 userId)
{
    auto rows = connection.select(QStringLiteral("SELECT hash FROM passwords WHERE user_id = ?"), {userId});
    return rows.next() ? std::optional(rows.bytes(0)) : std::nullopt;
}

void setPasswordHash(storage::Connection& connection, qint64 userId, const QByteArray& hash,
                     contract::Timestamp now)
{
    connection.change(
        QStringLiteral("INSERT INTO passwords (user_id, hash, set_at) VALUES (?, ?, ?) "
                       "ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at"),
        {userId, hash, contract::toMilliseconds(now)});
}

void removePassword(storage::Connection& connection, qint64 userId)
{
    connection.change(QStringLiteral("DELETE FROM passwords WHERE user_id = ?"), {userId});
}

std::vector<RoleRow> roles(storage::Connection& connection, qint64 userId)
{
    std::vector<RoleRow> found;
    auto rows = connection.select(
        QStringLiteral("SELECT r.role, r.domain_id FROM role_assignments r "
                       "JOIN domains d ON d.id = r.domain_id WHERE r.user_id = ? ORDER BY d.path"),
        {userId});
    while (rows.next()) {
        found.push_back({rows.text(0), rows.integer(1)});
    }
    std::stable_sort(found.begin(), found.end(), [](const RoleRow& a, const RoleRow& b) {
        return std::pair(placeOf(a.role), a.role) < std::pair(placeOf(b.role), b.role);
    });
    return found;
}

void setRoles(storage::Connection& connection, qint64 userId, const std::vector<RoleRow>& roles)
{
    connection.change(QStringLiteral("DELETE FROM role_assignments WHERE user_id = ?"), {userId});
    for (const RoleRow& role : roles) {
        connection.insert(
            QStringLiteral("INSERT INTO role_assignments (user_id, role, domain_id) VALUES (?, ?, ?) "
                           "ON CONFLICT (user_id, role, domain_id) DO NOTHING"),
            {userId, role.role, role.domainId});
    }
}

bool any(storage::Connection& connection)
{
    return connection.select(QStringLiteral("SELECT 1 FROM role_assignments LIMIT 1")).next();
}

qint64 superAdministrators(storage::Connection& connection)
{
    auto rows = connection.select(
        QStringLiteral("SELECT COUNT(*) FROM users u WHERE u.enabled = 1 AND EXISTS (SELECT 1 "
                       "FROM role_assignments r WHERE r.user_id = u.id AND r.role = ? AND r.domain_id = ?)"),
        {enumName(contract::Role::SuperAdministrator), rootDomainId});
    return rows.next() ? rows.integer(0) : 0;
}

std::vector<contract::AdministratorEntry> list(storage::Connection& connection)
{
    return readAll(connection, std::nullopt);
}

std::optional<contract::AdministratorEntry> find(storage::Connection& connection, qint64 userId)
{
    auto found = readAll(connection, userId);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

} // namespace holdfast::authentication::administrators
