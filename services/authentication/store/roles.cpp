// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/roles.h"

#include "services/authentication/store/canonical.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace holdfast::authentication::roles {

using contract::Permission;
using contract::Result;
using contract::Role;
using contract::Unexpected;

namespace {

const QString prefix = QStringLiteral("custom-");

std::optional<qint64> idOf(const QString& key)
{
    bool isNumber = false;
    const qint64 id = key.startsWith(prefix) ? key.mid(prefix.size()).toLongLong(&isNumber) : 0;
    return isNumber && id > 0 && prefix + QString::number(id) == key ? std::optional(id) : std::nullopt;
}

QString written(const std::vector<Permission>& permissions)
{
    QJsonArray names;
    for (const auto& known : contract::EnumNames<Permission>::names) {
        if (std::find(permissions.begin(), permissions.end(), known.first) != permissions.end()) {
            names.append(QString::fromLatin1(known.second));
        }
    }
    return QString::fromUtf8(QJsonDocument(names).toJson(QJsonDocument::Compact));
}

// A permission that this program does not know permits nothing.
std::vector<Permission> permissionsFrom(const QString& text)
{
    std::vector<Permission> permissions;
    for (const QJsonValue& name : QJsonDocument::fromJson(text.toUtf8()).array()) {
        if (const auto known = contract::enumValue<Permission>(name.toString())) {
            permissions.push_back(*known);
        }
    }
    return permissions;
}

std::vector<CustomRole> readAll(storage::Connection& connection, std::optional<qint64> id)
{
    QString sql = QStringLiteral("SELECT id, name, description, permissions, version FROM roles");
    QVariantList values;
    if (id) {
        sql += QStringLiteral(" WHERE id = ?");
        values << *id;
    }
    std::vector<CustomRole> all;
    auto rows = connection.select(sql + QStringLiteral(" ORDER BY name_key"), values);
    while (rows.next()) {
        all.push_back({prefix + QString::number(rows.integer(0)), rows.text(1), rows.text(2),
                       permissionsFrom(rows.text(3)), rows.integer(4)});
    }
    return all;
}

// The name as it will be stored.
Result<QString> checkName(storage::Connection& connection, const QString& name, qint64 self)
{
    const QString trimmed = name.simplified();
    const QString key = canonicalName(trimmed);
    if (key.isEmpty()) {
        return contract::invalidField(QStringLiteral("name"), QStringLiteral("invalid_name"),
                                      QStringLiteral("A role's name is not empty."));
    }
    bool taken = connection.select(QStringLiteral("SELECT 1 FROM roles WHERE name_key = ? AND id <> ?"),
                                   {key, self})
                     .next();
    for (const auto& known : contract::EnumNames<Role>::names) {
        taken = taken || canonicalName(nameOf(known.first)) == key;
    }
    if (taken) {
        const QString message = QStringLiteral("Another role has this name.");
        return Unexpected(
            contract::Error {contract::ErrorKind::Conflict,
                             QStringLiteral("role_name_taken"),
                             message,
                             {{QStringLiteral("name"), QStringLiteral("role_name_taken"), message}}});
    }
    return trimmed;
}

} // namespace

std::vector<CustomRole> list(storage::Connection& connection)
{
    return readAll(connection, std::nullopt);
}

std::optional<CustomRole> find(storage::Connection& connection, const QString& key)
{
    const auto id = idOf(key);
    auto found = id ? readAll(connection, id) : std::vector<CustomRole> {};
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

QHash<QString, QString> titles(storage::Connection& connection)
{
    QHash<QString, QString> names;
    auto rows = connection.select(QStringLiteral("SELECT id, name FROM roles"));
    while (rows.next()) {
        names.insert(prefix + QString::number(rows.integer(0)), rows.text(1));
    }
    return names;
}

Result<CustomRole> create(storage::Connection& connection, const contract::RoleEdit& role,
                          contract::Timestamp now)
{
    const auto name = checkName(connection, role.name, 0);
    if (!name) {
        return Unexpected(name.error());
    }
    const qint64 id = connection.insert(
        QStringLiteral("INSERT INTO roles (name, name_key, description, permissions, created_at, updated_at)"
                       " VALUES (?, ?, ?, ?, ?, ?)"),
        {*name, canonicalName(*name), role.description.trimmed(), written(role.permissions),
         contract::toMilliseconds(now), contract::toMilliseconds(now)});
    return readAll(connection, id).front();
}

Result<CustomRole> replace(storage::Connection& connection, const CustomRole& before,
                           const contract::RoleEdit& role, contract::Timestamp now)
{
    const qint64 id = idOf(before.key).value();
    const auto name = checkName(connection, role.name, id);
    if (!name) {
        return Unexpected(name.error());
    }
    connection.change(QStringLiteral("UPDATE roles SET name = ?, name_key = ?, description = ?, "
                                     "permissions = ?, updated_at = ?, version = version + 1 WHERE id = ?"),
                      {*name, canonicalName(*name), role.description.trimmed(), written(role.permissions),
                       contract::toMilliseconds(now), id});
    return readAll(connection, id).front();
}

void remove(storage::Connection& connection, const QString& key)
{
    connection.change(QStringLiteral("DELETE FROM roles WHERE id = ?"), {idOf(key).value_or(0)});
}

QHash<QString, int> holders(storage::Connection& connection)
{
    QHash<QString, int> counts;
    auto rows = connection.select(
        QStringLiteral("SELECT role, COUNT(DISTINCT user_id) FROM role_assignments GROUP BY role"));
    while (rows.next()) {
        counts.insert(rows.text(0), static_cast<int>(rows.integer(1)));
    }
    return counts;
}

QString nameOf(Role role)
{
    switch (role) {
    case Role::SuperAdministrator:
        return QStringLiteral("Super Administrator");
    case Role::DomainAdministrator:
        return QStringLiteral("Domain Administrator");
    case Role::TokenAdministrator:
        return QStringLiteral("Token Administrator");
    case Role::PrivilegedHelpDesk:
        return QStringLiteral("Privileged Help Desk");
    case Role::HelpDesk:
        return QStringLiteral("Help Desk");
    case Role::Auditor:
        return QStringLiteral("Auditor");
    }
    return {};
}

QString inWords(const std::vector<contract::RoleAssignment>& assignments)
{
    QStringList words;
    for (const contract::RoleAssignment& assignment : assignments) {
        const auto predefined = contract::enumValue<Role>(assignment.role);
        const QString name =
            predefined ? nameOf(*predefined) : assignment.title.value_or(assignment.role);
        words << (assignment.domain == QLatin1String("/")
                      ? QStringLiteral("%1 everywhere").arg(name)
                      : QStringLiteral("%1 of %2").arg(name, assignment.domain));
    }
    return words.join(QStringLiteral(", "));
}

} // namespace holdfast::authentication::roles
