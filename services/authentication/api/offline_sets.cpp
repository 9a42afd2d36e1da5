// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/offline_sets.h"

#include "services/authentication/api/filter.h"
#include "services/authentication/api/held_roles.h"
#include "services/authentication/api/offline_case.h"
#include "services/authentication/api/user_query.h"
#include "services/authentication/api/window.h"
#include "services/authentication/store/offline_readiness.h"

namespace holdfast::authentication {

using contract::OfflineSet;
using contract::Permission;
using contract::Result;
using contract::Unexpected;
using storage::Connection;

namespace {

Result<void> addOfflineTerm(OfflineFilter& filter, const FilterTerm& term, const Call& call,
                            const PolicySnapshot& snapshot)
{
    const auto yes = [&]() -> std::optional<bool> {
        const bool is = term.value == QLatin1String("yes");
        return is || term.value == QLatin1String("no") ? std::optional(is) : std::nullopt;
    };
    if (term.field.isEmpty()) {
        filter.text(term.value, term.negated, call.caller().may(Permission::ViewTokens));
    } else if (term.field == QLatin1String("state")) {
        const auto state = contract::enumValue<contract::OfflineSetState>(term.value);
        if (!state) {
            return filterFault(term, QStringLiteral("Offline data are valid, expired, void or revoked."));
        }
        filter.state(*state, term.negated);
    } else if (term.field == QLatin1String("refill")) {
        const auto refill = contract::enumValue<contract::OfflineRefill>(term.value);
        if (!refill) {
            return filterFault(term, QStringLiteral("Data are renewed by a contact or by a logon."));
        }
        filter.refill(*refill, term.negated);
    } else if (term.field == QLatin1String("leavers")) {
        const auto leavers = yes();
        if (!leavers) {
            return filterFault(term, QStringLiteral("Write leavers:yes or leavers:no."));
        }
        filter.ofLeavers(*leavers == term.negated);
    } else if (term.field == QLatin1String("user") || term.field == QLatin1String("workstation")) {
        bool isNumber = false;
        const qint64 id = term.value.toLongLong(&isNumber);
        if (!isNumber) {
            return filterFault(term, QStringLiteral("An identifier is a number."));
        }
        if (term.field == QLatin1String("user")) {
            filter.user(id, term.negated);
        } else {
            filter.workstation(id, term.negated);
        }
    } else if (term.field == QLatin1String("daysBelow")) {
        bool isNumber = false;
        const double days = term.value.toDouble(&isNumber);
        if (!isNumber || days < 0 || days > 365) {
            return filterFault(term, QStringLiteral("Write the days as a number, such as daysBelow:5."));
        }
        filter.daysBelow(days, call.now(), term.negated);
    } else if (term.field == QLatin1String("warning")) {
        // As the figures of the readiness are called.
        static const QHash<QString, OfflineWarning> warnings {
            {QStringLiteral("endingBeforeMonday"), OfflineWarning::EndingBeforeMonday},
            {QStringLiteral("endingSoon"), OfflineWarning::EndingSoon},
            {QStringLiteral("needLogon"), OfflineWarning::NeedLogon},
            {QStringLiteral("runOut"), OfflineWarning::RunOut},
            {QStringLiteral("voidSets"), OfflineWarning::VoidSets}};
        const auto warning = warnings.constFind(term.value);
        if (warning == warnings.cend()) {
            return filterFault(
                term,
                QStringLiteral("Write warning:runOut, endingBeforeMonday, endingSoon, needLogon"
                               " or voidSets."));
        }
        filter.warning(*warning, snapshot, call.now(), term.negated);
    } else {
        const DomainNode* top = snapshot.domainAt(term.value);
        if (top == nullptr) {
            return filterFault(term, QStringLiteral("There is no such security domain."));
        }
        filter.userDomains(snapshot.subtree(top->id), term.negated);
    }
    return {};
}

// What a row shows belongs to the person; a workstation is named in it, as on the card.
std::optional<std::vector<qint64>> offlineDomains(const Call& call, const PolicySnapshot& snapshot)
{
    const auto people = domainsInScope(call, Permission::ViewUsers, snapshot);
    const auto workstations = domainsInScope(call, Permission::ViewWorkstations, snapshot);
    if (!people || !workstations) {
        return people ? people : workstations;
    }
    std::vector<qint64> both;
    std::copy_if(people->begin(), people->end(), std::back_inserter(both), [&](qint64 id) {
        return std::find(workstations->begin(), workstations->end(), id) != workstations->end();
    });
    return both;
}

OfflineSetRights rightsOver(const Call& call, const OfflineSetRow& row)
{
    return {.codes = call.caller().scopeOf(Permission::ViewEmergencyCodes).contains(row.domain),
            .serials = call.caller().scopeOf(Permission::ViewTokens).contains(row.domain)};
}

OfflineKey offlineKeyFrom(const QJsonArray& cursor)
{
    const QJsonValue value = cursor.at(0);
    return {value.isString() ? QVariant(value.toString()) : QVariant(value.toInteger()),
            cursor.at(1).toInteger()};
}

Result<contract::Page<OfflineSet>> listSets(Call& call)
{
    const OfflineOrdering order = offlineOrder(call);
    const auto request = pageRequest(call, order.text);
    if (!request) {
        return Unexpected(request.error());
    }
    return call.read([&](Connection& connection) -> Result<contract::Page<OfflineSet>> {
        const auto filter = offlineFilter(call, connection);
        if (!filter) {
            return Unexpected(filter.error());
        }
        const qint64 total =
            totalFor(*request, [&] { return offlineSets::count(connection, *filter, call.now()); });
        OfflineWindow window {.sort = order.sort, .descending = order.descending};
        window.limit = request->limit + 1;
        if (request->after) {
            window.after = offlineKeyFrom(*request->after);
        } else if (request->before) {
            window.before = offlineKeyFrom(*request->before);
        } else if (request->at) {
            window.offset = offsetAt(*request->at, total, request->limit);
        }
        auto page = pageOf<OfflineSet>(
            offlineSets::list(connection, *filter, window, call.now()), *request, window.offset,
            [&](const OfflineSetRow& row) {
                return toOfflineSet(connection, row, rightsOver(call, row), call.now());
            },
            [&](const OfflineSetRow& row) {
                const OfflineKey key = offlineSets::keyOf(row, window.sort);
                return cursorOf(call, order.text, {QJsonValue::fromVariant(key.value), QJsonValue(key.id)});
            });
        page.total = request->total ? std::optional(total) : std::nullopt;
        return page;
    });
}

Result<contract::OfflineReadiness> readReadiness(Call& call)
{
    return call.read([&](Connection& connection) -> Result<contract::OfflineReadiness> {
        return offlineSets::readiness(connection, offlineDomains(call, *PolicySnapshot::of(connection)),
                                      call.now());
    });
}

contract::Event eventOfSet(const Call& call, const char* key, const OfflineSetRow& row, const QString& reason)
{
    contract::Event event = call.event(key);
    event.userId = QString::number(row.userId);
    event.userName = row.userName;
    event.domain = row.domain;
    event.tokenSerial = row.tokenSerial;
    event.detail = {{QStringLiteral("setId"), QString::number(row.id)},
                    {QStringLiteral("workstation"), row.workstationName},
                    {QStringLiteral("workstationId"), QString::number(row.workstationId)}};
    if (!reason.isEmpty()) {
        event.detail.insert(QStringLiteral("reason"), reason.trimmed());
    }
    return event;
}

Unexpected setIsOver()
{
    return contract::failure(
        contract::ErrorKind::Conflict, QStringLiteral("set_over"),
        QStringLiteral("These data are over or revoked: a logon at the workstation brings new"
                       " ones."));
}

// As whatever else is done to a person: not by somebody of a lower rank.
Result<OfflineSetRow> changeableSet(const Call& call, Connection& connection)
{
    return visibleOfflineSet(call, connection, Permission::ManageWorkstations)
        .and_then([&](OfflineSetRow row) -> Result<OfflineSetRow> {
            if (auto permitted = mayActOn(call.caller(), rolesHeldBy(connection, row.userId)); !permitted) {
                return Unexpected(permitted.error());
            }
            return row;
        });
}

Result<NoAnswer> renewSetRow(Call& call, Connection& connection)
{
    const auto row = changeableSet(call, connection);
    if (!row) {
        return Unexpected(row.error());
    }
    if (row->state() == contract::OfflineSetState::Revoked
        || row->state() == contract::OfflineSetState::Expired) {
        return setIsOver();
    }
    offlineSets::wantRefill(connection, row->id);
    call.record(connection, eventOfSet(call, "OFFLINE_SET_RENEWAL_WANTED", *row, {}));
    return NoAnswer {};
}

Result<NoAnswer> extendSetRow(Call& call, Connection& connection, const contract::OfflineExtend& body)
{
    const auto row = changeableSet(call, connection);
    if (!row) {
        return Unexpected(row.error());
    }
    if (row->state() == contract::OfflineSetState::Revoked
        || row->state() == contract::OfflineSetState::Expired) {
        return setIsOver();
    }
    offlineSets::wantRefill(connection, row->id, body.days);
    contract::Event event = eventOfSet(call, "OFFLINE_SET_EXTENDED", *row, body.reason);
    event.detail.insert(QStringLiteral("days"), body.days);
    call.record(connection, std::move(event));
    return NoAnswer {};
}

Result<NoAnswer> revokeSetRow(Call& call, Connection& connection, const contract::OfflineReason& body)
{
    const auto row = changeableSet(call, connection);
    if (!row) {
        return Unexpected(row.error());
    }
    if (row->state() != contract::OfflineSetState::Revoked) {
        offlineSets::revoke(connection, *row, call.caller().name, call.now());
        call.record(connection, eventOfSet(call, "OFFLINE_SET_REVOKED", *row, body.reason));
    }
    return NoAnswer {};
}

} // namespace

Result<OfflineSetRow> visibleOfflineSet(const Call& call, Connection& connection, Permission permission)
{
    const auto id = call.pathId("id", "offline_set_unknown");
    auto row = id ? offlineSets::find(connection, *id, call.now()) : std::nullopt;
    if (row && row->replacedBy) { // since it was listed
        row = offlineSets::currentOf(connection, *row, call.now()).value_or(*row);
    }
    const auto sees = [&](Permission needed) {
        return call.caller().scopeOf(needed).contains(row->domain);
    };
    if (!row || !sees(Permission::ViewUsers) || !sees(Permission::ViewWorkstations)) {
        return contract::failure(contract::ErrorKind::NotFound, QStringLiteral("offline_set_unknown"),
                                 QStringLiteral("There are no such offline data."));
    }
    if (auto reached = call.requireInScope(permission, row->domain); !reached) {
        return Unexpected(reached.error());
    }
    return std::move(*row);
}

contract::Event offlineSetEvent(const Call& call, const char* key, const OfflineSetRow& row,
                                const QString& reason)
{
    return eventOfSet(call, key, row, reason);
}

Result<OfflineFilter> offlineFilter(const Call& call, Connection& connection)
{
    const auto snapshot = PolicySnapshot::of(connection);
    OfflineFilter filter;
    if (const auto visible = offlineDomains(call, *snapshot)) {
        filter.userDomains(*visible);
    }
    const auto terms =
        parseFilter(call.text("filter").value_or(QString()),
                    {QStringLiteral("state"), QStringLiteral("refill"), QStringLiteral("leavers"),
                     QStringLiteral("daysBelow"), QStringLiteral("warning"), QStringLiteral("domain"),
                     QStringLiteral("user"), QStringLiteral("workstation")});
    if (!terms) {
        return Unexpected(terms.error());
    }
    for (const FilterTerm& term : *terms) {
        if (auto added = addOfflineTerm(filter, term, call, *snapshot); !added) {
            return Unexpected(added.error());
        }
    }
    return filter;
}

OfflineOrdering offlineOrder(const Call& call)
{
    OfflineOrdering order;
    order.text = call.text("sort").value_or(order.text);
    order.descending = order.text.startsWith(QLatin1Char('-'));
    const QString name = order.descending ? order.text.mid(1) : order.text;
    order.sort = name == QLatin1String("userName") ? OfflineSort::UserName
        : name == QLatin1String("workstation")     ? OfflineSort::Workstation
        : name == QLatin1String("lastContact")     ? OfflineSort::LastContact
                                                   : OfflineSort::DaysLeft;
    return order;
}

std::vector<QueryParameter> offlineListParameters()
{
    return {{.name = "filter",
             .description =
                 "Terms that all must hold: state:, refill:, leavers:yes or no, daysBelow: (less than"
                 " so many left; data that are not valid have none), warning: (runOut, endingBeforeMonday,"
                 " endingSoon, needLogon or voidSets: what the readiness counts under that name), domain: "
                 "(of the person, its"
                 " subtree), user: and workstation: (identifiers), and free text in person, workstation and "
                 "token. A leading - negates."},
            {.name = "sort",
             .description = "Order of the list; a leading - reverses it.",
             .oneOf = {"daysLeft", "-daysLeft", "userName", "-userName", "workstation", "-workstation",
                       "lastContact", "-lastContact"}}};
}

void addOfflineSetRoutes(Routes& routes)
{
    const char* tag = "Offline data";
    routes.list<OfflineSet>({.path = "/api/v1/offline-sets",
                             .id = "listOfflineSets",
                             .summary = "Who holds offline data on which workstation, and for how long.",
                             .tag = tag,
                             .access = Permission::ViewWorkstations,
                             .query = offlineListParameters()},
                            listSets);
    routes.get<contract::OfflineReadiness>(
        {.path = "/api/v1/offline-readiness",
         .id = "readOfflineReadiness",
         .summary = "What is going to hurt, counted: who runs out, and where data of leavers lie.",
         .tag = tag,
         .access = Permission::ViewWorkstations},
        readReadiness);
    routes.post<NoBody, NoAnswer>({.path = "/api/v1/offline-sets/{id}/renew",
                                   .id = "renewOfflineSet",
                                   .summary = "Has the data renewed at the workstation's next contact.",
                                   .tag = tag,
                                   .access = Permission::ManageWorkstations,
                                   .idempotent = true},
                                  renewSetRow);
    routes.post<contract::OfflineExtend, NoAnswer>(
        {.path = "/api/v1/offline-sets/{id}/extend",
         .id = "extendOfflineSet",
         .summary = "Grants days beyond the policy's for a trip, once, at the next contact.",
         .tag = tag,
         .access = Permission::ManageWorkstations,
         .idempotent = true},
        extendSetRow);
    routes.post<contract::OfflineReason, NoAnswer>(
        {.path = "/api/v1/offline-sets/{id}/revoke",
         .id = "revokeOfflineSet",
         .summary = "Has the workstation remove the data at its next contact.",
         .tag = tag,
         .access = Permission::ManageWorkstations,
         .idempotent = true},
        revokeSetRow);
    addOfflineCodeRoutes(routes);
    addOfflineExplainRoutes(routes);
}

} // namespace holdfast::authentication
