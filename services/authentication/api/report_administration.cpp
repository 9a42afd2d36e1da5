// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/held_roles.h"
#include "services/authentication/api/report.h"
#include "services/authentication/api/user_query.h"
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/api_clients.h"
#include "services/authentication/store/policies_snapshot.h"
#include "services/authentication/store/roles.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::Unexpected;
using storage::Connection;

namespace {

// People with a role, in order of name. rowsOf: what each contributes.
template <class RowsOf>
Result<ReportSource> administratorsWalk(const Call& call, Connection& connection, RowsOf rowsOf)
{
    auto filter = userFilter(call, connection);
    const auto domains = reportDomains(call, connection, {Permission::ViewAdministrators});
    if (!filter || !domains) {
        return Unexpected(filter ? domains.error() : filter.error());
    }
    if (*domains) {
        filter->domains(**domains);
    }
    filter->administrator(true);
    UserWindow window;
    window.limit = reportBatch;
    return ReportSource([filter = std::move(*filter), window, rowsOf](Connection& at) mutable {
        std::vector<ReportRow> rows;
        while (rows.empty()) {
            const auto page = users::list(at, filter, window);
            if (page.empty()) {
                break;
            }
            for (const UserRow& user : page) {
                if (const auto entry = administrators::find(at, user.account.id)) {
                    rowsOf(at, user, *entry, rows);
                }
            }
            window.after = users::keyOf(page.back(), window.sort);
        }
        return rows;
    });
}

Result<ReportSource> administratorList(const Call& call, Connection& connection)
{
    return administratorsWalk(
        call, connection,
        [now = call.now()](Connection& at, const UserRow& row, const contract::AdministratorEntry& entry,
                           std::vector<ReportRow>& rows) {
            rows.push_back({row.account.name, row.displayName, row.domain,
                            contract::enumName(toUser(at, row, now).status), roles::inWords(entry.roles),
                            entry.hasPassword, cell(row.account.lastLogonAt)});
        });
}

QString permissionsInWords(const HeldRole& role)
{
    QStringList names;
    for (const Permission permission : role.permissions) {
        names << contract::enumName(permission);
    }
    return names.join(QStringLiteral(", "));
}

// A line for each role that somebody has somewhere, with what it comes to now.
Result<ReportSource> administratorRights(const Call& call, Connection& connection)
{
    const QString role = call.text("role").value_or(QString());
    const QString over = call.text("over").value_or(QString());
    return administratorsWalk(
        call, connection,
        [role, over](Connection& at, const UserRow& row, const contract::AdministratorEntry& entry,
                     std::vector<ReportRow>& rows) {
            for (const HeldRole& held : heldRoles(at, entry.roles)) {
                if ((!role.isEmpty() && held.role != role)
                    || (!over.isEmpty() && !isWithin(over, held.domain))) {
                    continue;
                }
                const auto predefined = contract::enumValue<contract::Role>(held.role);
                rows.push_back({row.account.name, row.displayName, row.domain, row.account.enabled, held.role,
                                predefined ? roles::nameOf(*predefined) : held.title.value_or(held.role),
                                held.domain, held.rank, permissionsInWords(held), entry.hasPassword,
                                cell(row.account.lastLogonAt)});
            }
        });
}

// What fits into one batch is read at once.
ReportSource once(std::vector<ReportRow> rows)
{
    return [rows = std::move(rows)](Connection&) mutable {
        return std::exchange(rows, {});
    };
}

Result<ReportSource> policiesByDomain(const Call& call, Connection& connection)
{
    const auto domains = reportDomains(call, connection, {Permission::ViewPolicies, Permission::ViewDomains});
    if (!domains) {
        return Unexpected(domains.error());
    }
    const auto snapshot = PolicySnapshot::of(connection);
    std::vector<ReportRow> rows;
    for (const DomainNode& node : snapshot->domains()) {
        if (*domains && std::find((**domains).begin(), (**domains).end(), node.id) == (**domains).end()) {
            continue;
        }
        ReportRow row {node.path};
        for (const contract::PolicyOrigin* origin :
             {&snapshot->lockout(node.id).origin, &snapshot->token(node.id).origin,
              &snapshot->offline(node.id).origin}) {
            row << origin->policyName << contract::enumName(origin->kind) << origin->domain;
        }
        rows.push_back(std::move(row));
    }
    return once(std::move(rows));
}

Result<ReportSource> apiClientList(const Call& call, Connection& connection)
{
    if (auto permitted = requirePermission(call, Permission::ManageApiClients); !permitted) {
        return Unexpected(permitted.error());
    }
    std::vector<ReportRow> rows;
    for (const contract::ApiClient& client : apiClients::list(connection)) {
        rows.push_back(
            {client.name, client.enabled, client.createdBy, cell(client.createdAt), cell(client.lastUsedAt)});
    }
    return once(std::move(rows));
}

ReportKind kind(const char* id, const char* title, const char* description, const QStringList& parameters,
                const QStringList& columns, Result<ReportSource> (*begin)(const Call&, Connection&))
{
    return {{.id = QString::fromLatin1(id),
             .title = QString::fromLatin1(title),
             .description = QString::fromLatin1(description),
             .parameters = parameters,
             .columns = columns,
             .subject = contract::ReportSubject::Administration},
            begin};
}

} // namespace

std::vector<ReportKind> administrationReports()
{
    return {
        kind("administrators", "Administrators", "Who has which role, and over which domains.",
             names({"domain"}),
             names({"user", "displayName", "domain", "status", "roles", "hasPassword", "lastLogonAt"}),
             administratorList),
        kind("administrator-rights", "Administrators and rights",
             "A line for each role of each administrator, with what it permits now.",
             names({"domain", "role", "over"}),
             names({"user", "displayName", "domain", "enabled", "role", "roleName", "scope", "rank",
                    "permissions", "hasPassword", "lastLogonAt"}),
             administratorRights),
        kind("policies-by-domain", "Policies by domain",
             "Which policies apply where, and where they are set.", names({"domain"}),
             names({"domain", "lockoutPolicy", "lockoutOrigin", "lockoutSetOn", "tokenPolicy", "tokenOrigin",
                    "tokenSetOn", "offlinePolicy", "offlineOrigin", "offlineSetOn"}),
             policiesByDomain),
        kind("api-clients", "API clients", "VPN gateways and other programs that may ask, RADIUS among them.",
             {}, names({"name", "enabled", "createdBy", "createdAt", "lastUsedAt"}), apiClientList),
    };
}

} // namespace holdfast::authentication
