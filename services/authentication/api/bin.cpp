// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/bin.h"

#include "services/authentication/api/bin_restore.h"
#include "services/authentication/api/bulk_jobs.h"
#include "services/authentication/api/filter.h"
#include "services/authentication/api/window.h"
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/policies_snapshot.h"

namespace holdfast::authentication {

using namespace Qt::StringLiterals;
using contract::BinEntry;
using contract::BinKind;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

BinEntry toEntry(storage::Connection& connection, const BinRow& row)
{
    const DomainNode* domain = PolicySnapshot::of(connection)->domain(row.domainId);
    BinEntry entry;
    entry.id = QString::number(row.id);
    entry.kind = row.kind;
    entry.subjectId = row.kind == BinKind::User ? QString::number(row.subjectId) : row.name;
    entry.name = row.name;
    entry.detail = row.detail;
    entry.domain = domain ? domain->path : row.domain;
    entry.domainGone = domain == nullptr;
    entry.deletedAt = row.deletedAt;
    entry.deletedBy = row.deletedBy;
    entry.keptUntil = row.deletedAt + bin::kept;
    return entry;
}

// What visibleEntry() says of each, for all of them.
BinWindow visibleEntries(const Call& call)
{
    BinWindow window;
    const auto kind = [&](BinKind which, Permission permission) {
        const QString scope = call.caller().scopeOf(permission).condition(u"domain_id"_s, window.values);
        const QString way =
            call.caller().scopeOf(Permission::UseBin).condition(u"domain_id"_s, window.values);
        return u"(kind = '%1' AND %2 AND %3)"_s.arg(contract::enumName(which), scope, way);
    };
    const QString people = kind(BinKind::User, Permission::DeleteUsers); // in the order of their values
    const QString tokens = kind(BinKind::Token, Permission::DeleteTokens);
    window.condition = u"(%1 OR %2)"_s.arg(people, tokens);
    return window;
}

Result<void> addFilter(const Call& call, BinWindow& window)
{
    const auto terms = parseFilter(call.text("filter").value_or(QString()), {u"kind"_s});
    if (!terms) {
        return Unexpected(terms.error());
    }
    for (const FilterTerm& term : *terms) {
        QString condition = u"instr(name_key, ?) > 0 OR instr(lower(detail), ?) > 0"_s;
        QVariantList values {canonicalName(term.value), term.value.toLower()};
        if (!term.field.isEmpty()) {
            if (!contract::enumValue<BinKind>(term.value)) {
                return filterFault(term, u"In the bin there are kind:user and kind:token."_s);
            }
            condition = u"kind = ?"_s;
            values = {term.value};
        }
        window.condition += (term.negated ? u" AND NOT (%1)"_s : u" AND (%1)"_s).arg(condition);
        window.values += values;
    }
    return {};
}

Result<contract::Page<BinEntry>> listBin(Call& call)
{
    const auto request = pageRequest(call, u"latest"_s);
    BinWindow window = visibleEntries(call);
    const auto filtered = addFilter(call, window);
    if (!request || !filtered) {
        return Unexpected(request ? filtered.error() : request.error());
    }
    return call.read([&](storage::Connection& connection) -> Result<contract::Page<BinEntry>> {
        const qint64 total = totalFor(*request, [&] { return bin::count(connection, window); });
        place(window, *request, total);
        auto page = pageOf<BinEntry>(
            bin::list(connection, window), *request, window.offset,
            [&](const BinRow& row) { return toEntry(connection, row); },
            [&](const BinRow& row) { return cursorOf(call, u"latest"_s, {row.id}); });
        page.total = request->total ? std::optional(total) : std::nullopt;
        return page;
    });
}

Result<contract::BinRestored> restore(Call& call, const contract::BinRestore& body)
{
    const auto id = call.pathId("id", "bin_unknown");
    if (!id) {
        return Unexpected(id.error());
    }
    return call.write([&](storage::Connection& connection) {
        return restoreEntry(call, connection, *id, body, Permission::UseBin)
            .map([](const Restored& restored) { return restored.answer; });
    });
}

Result<NoAnswer> erase(Call& call)
{
    const auto id = call.pathId("id", "bin_unknown");
    if (!id) {
        return Unexpected(id.error());
    }
    return call.write([&](storage::Connection& connection) -> Result<NoAnswer> {
        const auto row = visibleEntry(call, connection, *id, Permission::UseBin);
        if (!row) {
            return Unexpected(row.error());
        }
        if (auto reached = call.requireInScope(Permission::EmptyBin, placeOf(connection, *row)); !reached) {
            return Unexpected(reached.error());
        }
        bin::erase(connection, call.context().keys, *id);
        contract::Event event = call.event("BIN_ENTRY_DELETED");
        event.domain = toEntry(connection, *row).domain;
        event.detail = {{u"action"_s, contract::enumName(row->kind)}, {u"name"_s, row->name}};
        if (row->kind == BinKind::User) {
            event.userId = QString::number(row->subjectId);
            event.userName = row->name;
        } else {
            event.tokenSerial = row->name;
        }
        call.record(connection, std::move(event));
        return NoAnswer {};
    });
}

} // namespace

void addBinRoutes(Routes& routes)
{
    routes.list<BinEntry>(
        {.path = "/api/v1/bin",
         .id = "listBin",
         .summary = "Lists deleted people and tokens, the latest first; they are kept for thirty days.",
         .tag = "Bin",
         .access = Permission::UseBin,
         .query = {{.name = "filter",
                    .description = "Terms that all must hold: kind:user or token, and free text in names and"
                                   " serial numbers. A leading - negates."}}},
        listBin);
    routes.post<contract::BinRestore, contract::BinRestored>(
        {.path = "/api/v1/bin/{id}/restore",
         .id = "restoreFromBin",
         .summary = "Brings a deleted person or token back.",
         .tag = "Bin",
         .access = Permission::UseBin},
        restore);
    routes.remove({.path = "/api/v1/bin/{id}",
                   .id = "deleteFromBin",
                   .summary = "Deletes for good.",
                   .tag = "Bin",
                   .access = Permission::EmptyBin},
                  erase);
}

} // namespace holdfast::authentication
