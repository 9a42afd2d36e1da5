// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/caller.h"

#include "services/authentication/api/permission_table.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::RoleAssignment;

bool isWithin(const QString& path, const QString& top)
{
    return top == QLatin1String("/") || path == top || path.startsWith(top + QLatin1Char('/'));
}

Scope::Scope(const QStringList& tops)
{
    for (const QString& top : tops) {
        const bool covered = std::any_of(tops.begin(), tops.end(), [&](const QString& other) {
            return other != top && isWithin(top, other);
        });
        if (!covered && !m_tops.contains(top)) {
            m_tops.append(top);
        }
    }
}

bool Scope::contains(const QString& path) const
{
    return std::any_of(m_tops.begin(), m_tops.end(), [&](const QString& top) { return isWithin(path, top); });
}

QString Scope::condition(const QString& domainIdColumn, QVariantList& values) const
{
    if (everything()) {
        return QStringLiteral("(1 = 1)");
    }
    if (isEmpty()) {
        return QStringLiteral("(1 = 0)");
    }
    QStringList alternatives;
    for (const QString& top : m_tops) {
        const QString below = top + QLatin1Char('/');
        alternatives << QStringLiteral("path = ? OR substr(path, 1, %1) = ?").arg(below.toUcs4().size());
        values << top << below;
    }
    return QStringLiteral("(%1 IN (SELECT id FROM domains WHERE %2))")
        .arg(domainIdColumn, alternatives.join(QStringLiteral(" OR ")));
}

bool Caller::may(Permission permission) const
{
    return std::any_of(roles.begin(), roles.end(), [&](const RoleAssignment& assignment) {
        const auto permitted = permissionsOf(assignment.role);
        return std::find(permitted.begin(), permitted.end(), permission) != permitted.end();
    });
}

Scope Caller::scopeOf(Permission permission) const
{
    QStringList tops;
    for (const RoleAssignment& assignment : roles) {
        const auto permitted = permissionsOf(assignment.role);
        if (std::find(permitted.begin(), permitted.end(), permission) != permitted.end()) {
            tops.append(assignment.domain);
        }
    }
    return Scope(tops);
}

int Caller::rank() const
{
    return rankOf(roles);
}

std::vector<Permission> Caller::permissions() const
{
    std::vector<Permission> all;
    for (const auto& entry : contract::EnumNames<Permission>::names) {
        if (may(entry.first)) {
            all.push_back(entry.first);
        }
    }
    return all;
}

QString Caller::actorKey() const
{
    return userId ? QString::number(*userId) : QStringLiteral("local");
}

int rankOf(const std::vector<RoleAssignment>& roles)
{
    int highest = 0;
    for (const RoleAssignment& assignment : roles) {
        highest = std::max(highest, rankOf(assignment.role));
    }
    return highest;
}

contract::Result<void> requireInScope(const Caller& caller, Permission permission, const QString& domainPath)
{
    if (caller.scopeOf(permission).contains(domainPath)) {
        return {};
    }
    return contract::failure(
        contract::ErrorKind::Forbidden, QStringLiteral("outside_scope"),
        QStringLiteral("Your role does not reach the security domain %1.").arg(domainPath));
}

contract::Result<void> mayActOn(const Caller& caller, const std::vector<RoleAssignment>& target)
{
    // Rank counts within the scope of the role that gives it: each of their roles must be outranked where it
    // reaches.
    const auto outranked = [&](const RoleAssignment& theirs) {
        return std::any_of(caller.roles.begin(), caller.roles.end(), [&](const RoleAssignment& own) {
            const bool highest = own.role == contract::Role::SuperAdministrator && theirs.role == own.role;
            return isWithin(theirs.domain, own.domain) && (highest || rankOf(theirs.role) < rankOf(own.role));
        });
    };
    if (std::all_of(target.begin(), target.end(), outranked)) {
        return {};
    }
    return contract::failure(
        contract::ErrorKind::Forbidden, QStringLiteral("higher_rank"),
        QStringLiteral("This is an administrator's account; only one of higher rank may act on it."));
}

} // namespace holdfast::authentication
