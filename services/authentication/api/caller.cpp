// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/caller.h"

#include "services/authentication/api/permission_table.h"

namespace holdfast::authentication {

using contract::Permission;

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
    return std::any_of(roles.begin(), roles.end(),
                       [&](const HeldRole& role) { return role.permits(permission); });
}

Scope Caller::scopeOf(Permission permission) const
{
    QStringList tops;
    for (const HeldRole& role : roles) {
        if (role.permits(permission)) {
            tops.append(role.domain);
        }
    }
    return Scope(tops);
}

int Caller::rank() const
{
    int highest = 0;
    for (const HeldRole& role : roles) {
        highest = std::max(highest, role.rank);
    }
    return highest;
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

contract::Result<void> requireInScope(const Caller& caller, Permission permission, const QString& domainPath)
{
    if (caller.scopeOf(permission).contains(domainPath)) {
        return {};
    }
    return contract::failure(
        contract::ErrorKind::Forbidden, QStringLiteral("outside_scope"),
        QStringLiteral("Your role does not reach the security domain %1.").arg(domainPath));
}

contract::Result<void> mayActOn(const Caller& caller, const std::vector<HeldRole>& target)
{
    // Rank counts within the scope of the role that gives it: each of their roles must be outranked where it
    // reaches.
    const auto outranked = [&](const HeldRole& theirs) {
        return std::any_of(caller.roles.begin(), caller.roles.end(), [&](const HeldRole& own) {
            const bool highest = own.rank == rankOf(contract::Role::SuperAdministrator);
            return isWithin(theirs.domain, own.domain) && (highest || theirs.rank < own.rank);
        });
    };
    if (std::all_of(target.begin(), target.end(), outranked)) {
        return {};
    }
    return contract::failure(
        contract::ErrorKind::Forbidden, QStringLiteral("higher_rank"),
        QStringLiteral("This is an administrator's account; only one of higher rank may act on it."));
}

contract::Result<void> mayGive(const Caller& caller, const HeldRole& role)
{
    for (const Permission permission : role.permissions) {
        if (!caller.scopeOf(permission).contains(role.domain)) {
            return contract::failure(
                contract::ErrorKind::Forbidden, QStringLiteral("right_not_held"),
                QStringLiteral("You cannot give a right that you do not hold yourself in %1 (%2).")
                    .arg(role.domain, contract::enumName(permission)));
        }
    }
    const bool ranks = std::any_of(caller.roles.begin(), caller.roles.end(), [&](const HeldRole& own) {
        return isWithin(role.domain, own.domain) && role.rank <= own.rank;
    });
    if (!ranks) {
        return contract::failure(contract::ErrorKind::Forbidden, QStringLiteral("higher_rank"),
                                 QStringLiteral("You cannot give a role that ranks above your own."));
    }
    return {};
}

} // namespace holdfast::authentication
