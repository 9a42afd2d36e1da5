// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/api.h"
#include "services/authentication/api/held_roles.h"
#include "services/authentication/api/small_list.h"
#include "services/authentication/store/sessions.h"
#include "services/contract/session.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::SessionEntry;
using contract::Unexpected;

namespace {

bool isOwn(const Call& call, const SessionListRow& row)
{
    return row.session.userId == call.caller().userId;
}

// Their own, and with the right to see administrators those of the scope.
std::vector<SessionListRow> visibleSessions(const Call& call, storage::Connection& connection)
{
    const Scope scope = call.caller().scopeOf(Permission::ViewAdministrators);
    std::vector<SessionListRow> visible;
    for (SessionListRow& row : sessions::list(connection, call.now())) {
        if (isOwn(call, row) || (!call.flag("own") && scope.contains(row.domain))) {
            visible.push_back(std::move(row));
        }
    }
    return visible;
}

Result<contract::Page<SessionEntry>> listSessions(Call& call)
{
    return call.read([&](storage::Connection& connection) {
        std::vector<SessionEntry> entries;
        for (const SessionListRow& row : visibleSessions(call, connection)) {
            entries.push_back({.id = QString::number(row.session.id),
                               .userId = QString::number(row.session.userId.value_or(0)),
                               .name = row.name,
                               .displayName = row.displayName,
                               .createdAt = row.session.createdAt,
                               .lastSeenAt = row.session.lastSeenAt,
                               .expiresAt = row.session.expiresAt,
                               .clientAddress = row.session.clientAddress,
                               .current = row.session.id == call.caller().sessionId});
        }
        // Latest first: ids only rise.
        return pageOfSmallList(call, std::move(entries), [](const SessionEntry& entry) {
            return QStringLiteral("%1").arg(std::numeric_limits<qint64>::max() - entry.id.toLongLong(), 20, 10,
                                            QLatin1Char('0'));
        });
    });
}

Result<NoAnswer> revokeSession(Call& call)
{
    return call.write([&](storage::Connection& connection) -> Result<NoAnswer> {
        const auto id = call.pathId("id", "session_unknown");
        const std::vector<SessionListRow> visible = visibleSessions(call, connection);
        const auto found = std::find_if(visible.begin(), visible.end(), [&](const SessionListRow& row) {
            return id && row.session.id == *id;
        });
        if (found == visible.end()) {
            return contract::failure(contract::ErrorKind::NotFound, QStringLiteral("session_unknown"),
                                     QStringLiteral("There is no such session, or it is over."));
        }
        if (!isOwn(call, *found)) {
            const auto permitted =
                call.requireInScope(Permission::EditAdministrators, found->domain).and_then([&] {
                    return mayActOn(call.caller(), rolesHeldBy(connection, *found->session.userId));
                });
            if (!permitted) {
                return Unexpected(permitted.error());
            }
        }
        sessions::revoke(connection, *id, call.now());
        contract::Event event = call.event("REVOKE_ADMIN_SESSION");
        event.userId = QString::number(found->session.userId.value_or(0));
        event.userName = found->name;
        event.domain = found->domain;
        event.detail.insert(QStringLiteral("from"), found->session.clientAddress);
        call.record(connection, std::move(event));
        return NoAnswer {};
    });
}

} // namespace

void addSessionListRoutes(Routes& routes)
{
    routes.list<SessionEntry>(
        {.path = "/api/v1/sessions",
         .id = "listSessions",
         .summary = "Lists open sessions, latest first: one's own, and with viewAdministrators all in scope.",
         .tag = "Sessions",
         .access = Access::anySession(),
         .query = {{.name = "own",
                    .description = "True: one's own alone.",
                    .type = ParameterType::Boolean}}},
        listSessions);
    routes.remove({.path = "/api/v1/sessions/{id}",
                   .id = "revokeSession",
                   .summary = "Ends a session: one's own, or with editAdministrators that of somebody of lower "
                              "rank.",
                   .tag = "Sessions",
                   .access = Access::anySession()},
                  revokeSession);
}

} // namespace holdfast::authentication
