// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/workstations.h"

#include "services/authentication/api/filter.h"
#include "services/authentication/api/policy_subject.h"
#include "services/authentication/api/user_query.h"
#include "services/authentication/api/window.h"
#include "services/authentication/store/offline_sets.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::Unexpected;
using contract::Workstation;
using contract::WorkstationChange;

namespace {

Result<void> addWorkstationTerm(WorkstationFilter& filter, const FilterTerm& term, const Call& call,
                                const PolicySnapshot& snapshot)
{
    if (term.field.isEmpty()) {
        filter.text(term.value, term.negated);
    } else if (term.field == QLatin1String("name")) {
        filter.name(term.value, term.negated);
    } else if (term.field == QLatin1String("state")) {
        const auto state = contract::enumValue<contract::WorkstationState>(term.value);
        if (!state) {
            return filterFault(term, QStringLiteral("A workstation is active, silent or revoked."));
        }
        filter.state(*state, snapshot, call.now(), term.negated);
    } else {
        const DomainNode* top = snapshot.domainAt(term.value);
        if (top == nullptr) {
            return filterFault(term, QStringLiteral("There is no such security domain."));
        }
        filter.domains(snapshot.subtree(top->id), term.negated);
    }
    return {};
}

Result<WorkstationFilter> workstationFilter(const Call& call, const PolicySnapshot& snapshot)
{
    WorkstationFilter filter;
    if (const auto visible = domainsInScope(call, Permission::ViewWorkstations, snapshot)) {
        filter.domains(*visible);
    }
    const auto terms =
        parseFilter(call.text("filter").value_or(QString()),
                    {QStringLiteral("name"), QStringLiteral("state"), QStringLiteral("domain")});
    if (!terms) {
        return Unexpected(terms.error());
    }
    for (const FilterTerm& term : *terms) {
        if (auto added = addWorkstationTerm(filter, term, call, snapshot); !added) {
            return Unexpected(added.error());
        }
    }
    return filter;
}

WorkstationKey workstationKeyFrom(const QJsonArray& cursor)
{
    const QJsonValue value = cursor.at(0);
    return {value.isString() ? QVariant(value.toString()) : QVariant(value.toInteger()),
            cursor.at(1).toInteger()};
}

Result<contract::Page<Workstation>> listWorkstations(Call& call)
{
    const QString order = call.text("sort").value_or(QStringLiteral("name"));
    const auto request = pageRequest(call, order);
    if (!request) {
        return Unexpected(request.error());
    }
    return call.read([&](storage::Connection& connection) -> Result<contract::Page<Workstation>> {
        const auto policies = PolicySnapshot::of(connection);
        const auto filter = workstationFilter(call, *policies);
        if (!filter) {
            return Unexpected(filter.error());
        }
        const qint64 total = totalFor(*request, [&] { return workstations::count(connection, *filter); });
        WorkstationWindow window;
        window.sort = order.endsWith(QLatin1String("lastContact")) ? WorkstationSort::LastContact
                                                                   : WorkstationSort::Name;
        window.descending = order.startsWith(QLatin1Char('-'));
        window.limit = request->limit + 1;
        if (request->after) {
            window.after = workstationKeyFrom(*request->after);
        } else if (request->before) {
            window.before = workstationKeyFrom(*request->before);
        } else if (request->at) {
            window.offset = offsetAt(*request->at, total, request->limit);
            window.total = total;
        }
        std::vector<WorkstationRow> rows = workstations::list(connection, *filter, window);
        std::vector<qint64> ids;
        for (const WorkstationRow& row : rows) {
            ids.push_back(row.id);
        }
        const QHash<qint64, int> people = offlineSets::peopleOn(connection, ids, call.now());
        auto page = pageOf<Workstation>(
            std::move(rows), *request, window.offset,
            [&](const WorkstationRow& row) {
                return toWorkstation(row, *policies, people.value(row.id), call.now());
            },
            [&](const WorkstationRow& row) {
                const WorkstationKey key = workstations::keyOf(row, window.sort);
                return cursorOf(call, order, {QJsonValue::fromVariant(key.value), QJsonValue(key.id)});
            });
        page.total = request->total ? std::optional(total) : std::nullopt;
        return page;
    });
}

Result<Workstation> readWorkstation(Call& call)
{
    return call.read([&](storage::Connection& connection) -> Result<Workstation> {
        return visibleWorkstation(call, connection, Permission::ViewWorkstations)
            .map([&](const WorkstationRow& row) { return shownWorkstation(call, connection, row); });
    });
}

// The row as it is to be.
Result<WorkstationRow> changedWorkstation(const Call& call, storage::Connection& connection,
                                          WorkstationRow row, const WorkstationChange& body)
{
    if (body.name.present) {
        row.name = body.name.value.value_or(QString()).trimmed();
    }
    if (body.notes.present) {
        row.notes = body.notes.value.value_or(QString());
    }
    if (body.domain.present) {
        const QString path = body.domain.value.value_or(QString());
        const DomainNode* domain = PolicySnapshot::of(connection)->domainAt(path);
        if (domain == nullptr) {
            return contract::invalidField(QStringLiteral("domain"), QStringLiteral("domain_unknown"),
                                          QStringLiteral("There is no security domain %1.").arg(path));
        }
        if (auto reached = call.requireInScope(Permission::ManageWorkstations, domain->path); !reached) {
            return Unexpected(reached.error());
        }
        row.domainId = domain->id;
    }
    return row;
}

Result<Workstation> updateWorkstation(Call& call, const WorkstationChange& body)
{
    return call.write([&](storage::Connection& connection) -> Result<Workstation> {
        const auto before = visibleWorkstation(call, connection, Permission::ManageWorkstations);
        if (!before) {
            return Unexpected(before.error());
        }
        if (auto fresh = call.requireVersion(before->version); !fresh) {
            return Unexpected(fresh.error());
        }
        const auto wanted = changedWorkstation(call, connection, *before, body);
        if (!wanted) {
            return Unexpected(wanted.error());
        }
        if (wanted->name == before->name && wanted->domainId == before->domainId
            && wanted->notes == before->notes) {
            return shownWorkstation(call, connection, *before);
        }
        const auto voided = workstations::update(connection, *wanted, call.now());
        if (!voided) {
            return Unexpected(voided.error());
        }
        const auto after = workstations::find(connection, wanted->id);
        contract::Event event = workstationEvent(call, "UPDATE_WORKSTATION", *after);
        if (after->domainId != before->domainId) {
            event.detail.insert(QStringLiteral("action"), QStringLiteral("move"));
            event.detail.insert(QStringLiteral("from"), before->domain);
        } else if (after->name != before->name) {
            event.detail.insert(QStringLiteral("action"), QStringLiteral("rename"));
        }
        if (after->name != before->name) {
            event.detail.insert(QStringLiteral("oldName"), before->name);
        }
        call.record(connection, event);
        tellVoided(call, connection, workstationEvent(call, "OFFLINE_SETS_VOIDED", *after), *voided);
        return shownWorkstation(call, connection, *after);
    });
}

} // namespace

Result<WorkstationRow> visibleWorkstation(const Call& call, storage::Connection& connection,
                                          Permission permission)
{
    const auto id = call.pathId("id", "workstation_unknown");
    auto row = id ? workstations::find(connection, *id) : std::nullopt;
    if (!row || !call.caller().scopeOf(Permission::ViewWorkstations).contains(row->domain)) {
        return contract::failure(contract::ErrorKind::NotFound, QStringLiteral("workstation_unknown"),
                                 QStringLiteral("There is no such workstation."));
    }
    if (auto reached = call.requireInScope(permission, row->domain); !reached) {
        return Unexpected(reached.error());
    }
    return std::move(*row);
}

Workstation shownWorkstation(const Call& call, storage::Connection& connection, const WorkstationRow& row)
{
    const QHash<qint64, int> people = offlineSets::peopleOn(connection, {row.id}, call.now());
    return toWorkstation(row, *PolicySnapshot::of(connection), people.value(row.id), call.now());
}

contract::Event workstationEvent(const Call& call, const char* key, const WorkstationRow& row)
{
    contract::Event event = call.event(key);
    event.domain = row.domain;
    event.detail = {{QStringLiteral("workstation"), row.name},
                    {QStringLiteral("workstationId"), QString::number(row.id)}};
    return event;
}

bool challengesAllowed(const PolicySnapshot& policies, qint64 userDomainId, qint64 workstationDomainId)
{
    const auto allows = [&](qint64 domainId) {
        const contract::OfflinePolicy& policy = *policies.offline(domainId).policy;
        return policy.enabled && policy.allowChallenges;
    };
    return allows(userDomainId) && allows(workstationDomainId);
}

void addWorkstationRoutes(Routes& routes)
{
    const char* tag = "Workstations";
    routes.list<Workstation>(
        {.path = "/api/v1/workstations",
         .id = "listWorkstations",
         .summary = "Lists workstations within the caller's domains.",
         .tag = tag,
         .access = Permission::ViewWorkstations,
         .query = {{.name = "filter",
                    .description = "Terms that all must hold: name: (a trailing * for a beginning), state:,"
                                   " domain: (its subtree), and free text (any part of the name). A leading -"
                                   " negates."},
                   {.name = "sort",
                    .description = "Order of the list; a leading - reverses it.",
                    .oneOf = {"name", "-name", "lastContact", "-lastContact"}}}},
        listWorkstations);
    routes.get<Workstation>({.path = "/api/v1/workstations/{id}",
                             .id = "readWorkstation",
                             .summary = "Reads a workstation.",
                             .tag = tag,
                             .access = Permission::ViewWorkstations},
                            readWorkstation);
    routes.patch<WorkstationChange, Workstation>(
        {.path = "/api/v1/workstations/{id}",
         .id = "updateWorkstation",
         .summary = "Renames a workstation, moves it to another domain, or notes something about it.",
         .tag = tag,
         .access = Permission::ManageWorkstations},
        updateWorkstation);
    addWorkstationRevokeRoutes(routes);
    addEnrolmentCodeRoutes(routes);
    addWorkstationChallengeRoutes(routes);
}

} // namespace holdfast::authentication
