// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/permission.h"
#include "services/contract/timestamp.h"

#include <QStringList>
#include <QVariantList>

#include <algorithm>
#include <optional>
#include <vector>

namespace holdfast::authentication {

// The subtrees of security domains within which something is permitted.
class Scope
{
public:
    Scope() = default;
    explicit Scope(const QStringList& tops);
    [[nodiscard]] bool isEmpty() const { return m_tops.isEmpty(); }
    [[nodiscard]] bool everything() const { return m_tops.contains(QStringLiteral("/")); }
    // `path` such as /Sales/EMEA.
    [[nodiscard]] bool contains(const QString& path) const;
    [[nodiscard]] const QStringList& tops() const { return m_tops; }
    // A condition for WHERE on a column that holds a domain's id; appends its values. Always in brackets.
    [[nodiscard]] QString condition(const QString& domainIdColumn, QVariantList& values) const;

private:
    QStringList m_tops;
};

// Whether `path` is `top` or below it.
[[nodiscard]] bool isWithin(const QString& path, const QString& top);

// A role with what it comes to now.
struct HeldRole : contract::RoleAssignment
{
    int rank = 0;
    std::vector<contract::Permission> permissions;

    [[nodiscard]] bool permits(contract::Permission permission) const
    {
        return std::find(permissions.begin(), permissions.end(), permission) != permissions.end();
    }
};

// Who calls: a session and the account behind it.
struct Caller
{
    qint64 sessionId = 0;
    std::optional<qint64> userId; // absent: the local owner before the first run is complete
    QString name;
    QString displayName;
    std::vector<HeldRole> roles;
    contract::Timestamp confirmedAt {}; // when the person last proved who they are
    bool viewing = false; // looks through the eyes of another role (view_as.h), and changes nothing

    // Somewhere, that is in some scope.
    [[nodiscard]] bool may(contract::Permission permission) const;
    [[nodiscard]] Scope scopeOf(contract::Permission permission) const;
    [[nodiscard]] int rank() const;
    [[nodiscard]] std::vector<contract::Permission> permissions() const;
    // For rows that belong to a caller: the user id, or "local".
    [[nodiscard]] QString actorKey() const;
};

// Errors: outside_scope (Forbidden).
[[nodiscard]] contract::Result<void> requireInScope(const Caller& caller, contract::Permission permission,
                                                    const QString& domainPath);

// Nobody acts on an account of higher rank; on one of equal rank only Super Administrators do (and on
// people without a role everybody who has the permission). Error: higher_rank (Forbidden).
[[nodiscard]] contract::Result<void> mayActOn(const Caller& caller, const std::vector<HeldRole>& target);

// Nobody gives a right that they do not hold as far themselves, nor a role above their own. Errors:
// right_not_held, higher_rank (Forbidden).
[[nodiscard]] contract::Result<void> mayGive(const Caller& caller, const HeldRole& role);

} // namespace holdfast::authentication
