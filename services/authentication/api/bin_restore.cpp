// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/bin_restore.h"

#include "services/authentication/api/token_changes.h"
#include "services/authentication/api/user_subject.h"
#include "services/authentication/store/pin_history.h"
#include "services/authentication/store/policies_snapshot.h"
#include "services/authentication/store/user_more.h"

namespace holdfast::authentication {

using namespace Qt::StringLiterals;
using contract::BinKind;
using contract::ErrorKind;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

Permission deletes(BinKind kind)
{
    return kind == BinKind::User ? Permission::DeleteUsers : Permission::DeleteTokens;
}

Permission edits(BinKind kind)
{
    return kind == BinKind::User ? Permission::EditUsers : Permission::EditTokens;
}

// Another name or place is an edit, of what was there and is to be here.
Result<void> mayEdit(const Call& call, storage::Connection& connection, const BinRow& row,
                     const DomainNode& domain)
{
    return call.requireInScope(edits(row.kind), placeOf(connection, row)).and_then([&] {
        return call.requireInScope(edits(row.kind), domain.path);
    });
}

// Where to: the domain that is asked for, or the one it came from.
Result<DomainNode> destinationOf(const Call& call, storage::Connection& connection, const BinRow& row,
                                 const contract::BinRestore& body, Permission way)
{
    const auto snapshot = PolicySnapshot::of(connection);
    const DomainNode* domain =
        body.domain ? snapshot->domainAt(*body.domain) : snapshot->domain(row.domainId);
    if (domain == nullptr && body.domain) {
        return contract::invalidField(u"domain"_s, u"domain_unknown"_s,
                                      u"There is no such security domain."_s);
    }
    if (domain == nullptr) {
        return contract::failure(ErrorKind::Conflict, u"bin_domain_gone"_s,
                                 u"The domain %1 is gone. Say where it is to return to."_s.arg(row.domain));
    }
    const auto reached =
        call.requireInScope(deletes(row.kind), domain->path)
            .and_then([&] { return call.requireInScope(way, domain->path); })
            .and_then([&]() -> Result<void> {
                return body.name || body.domain ? mayEdit(call, connection, row, *domain) : Result<void> {};
            });
    if (!reached) {
        return Unexpected(reached.error());
    }
    return *domain;
}

// What restoring would find, so that a list can tell it before.
Result<void> requireFree(storage::Connection& connection, const BinRow& row, const contract::BinRestore& body)
{
    if (row.kind == BinKind::User) {
        return userMore::checkFree(connection, u"name"_s, body.name.value_or(row.name), row.subjectId);
    }
    if (tokens::find(connection, row.name)) {
        return contract::failure(
            ErrorKind::Conflict, u"token_serial_taken"_s,
            u"A token of this serial number was imported since. Delete that one first."_s);
    }
    return {};
}

// As it was when the person left, or somebody has decided about it since.
int giveBack(const Call& call, storage::Connection& connection, const bin::RestoredUser& user)
{
    int given = 0;
    for (const BinToken& had : user.tokens) {
        const auto token = tokens::find(connection, had.serial);
        if (!token || token->id != had.id || token->version != had.version) {
            continue;
        }
        contract::TokenAssign to;
        to.userId = QString::number(user.id);
        to.requirePin = token->pinState != contract::PinState::NotRequired;
        const auto earlier = pin_history::all(connection, had.id);
        if (assignToken(call, connection, had.serial, to)) {
            pin_history::putBack(connection, had.id, earlier);
            tokens::putStateBack(connection, had.id, had.kept);
            ++given;
        }
    }
    return given;
}

Result<contract::BinRestored> restoreUser(const Call& call, storage::Connection& connection,
                                          const BinRow& row, const contract::BinRestore& body,
                                          const DomainNode& domain)
{
    const auto restored = bin::restoreUser(connection, row.id, body.name, domain.id, call.now());
    if (!restored) {
        return Unexpected(restored.error());
    }
    const UserRow user = users::find(connection, restored->id).value();
    call.record(connection, userEvent(call, "RESTORE_PRINCIPAL", user));
    contract::BinRestored answer {BinKind::User, QString::number(restored->id), user.account.name, 0};
    answer.tokensGivenBack = giveBack(call, connection, *restored);
    return answer;
}

Result<contract::BinRestored> restoreToken(const Call& call, storage::Connection& connection,
                                           const BinRow& row, const DomainNode& domain)
{
    const auto serial = bin::restoreToken(connection, call.context().keys, row.id, domain.id);
    if (!serial) {
        return Unexpected(serial.error());
    }
    call.record(connection,
                tokenEvent(call, "RESTORE_AM_TOKEN", tokens::find(connection, *serial).value(), nullptr));
    return contract::BinRestored {BinKind::Token, *serial, *serial, 0};
}

} // namespace

QString placeOf(storage::Connection& connection, const BinRow& row)
{
    const DomainNode* domain = PolicySnapshot::of(connection)->domain(row.domainId);
    return domain ? domain->path : u"/"_s;
}

Result<BinRow> visibleEntry(const Call& call, storage::Connection& connection, qint64 id, Permission way)
{
    auto row = bin::find(connection, id);
    const auto reaches = [&](Permission permission) {
        return call.caller().scopeOf(permission).contains(placeOf(connection, *row));
    };
    if (!row || !reaches(deletes(row->kind)) || !reaches(way)) {
        return contract::failure(ErrorKind::NotFound, u"bin_unknown"_s,
                                 u"This is not in the bin any more; it is kept for thirty days."_s);
    }
    return std::move(*row);
}

Result<Restored> restoreEntry(const Call& call, storage::Connection& connection, qint64 id,
                              const contract::BinRestore& body, Permission way, Run run)
{
    const auto row = visibleEntry(call, connection, id, way);
    if (!row) {
        return Unexpected(row.error());
    }
    const auto domain = destinationOf(call, connection, *row, body, way);
    if (!domain) {
        return Unexpected(domain.error());
    }
    if (auto isFree = requireFree(connection, *row, body); !isFree) {
        return Unexpected(isFree.error());
    }
    Restored restored {{true}, {}};
    if (run == Run::Does) {
        auto answer = row->kind == BinKind::User ? restoreUser(call, connection, *row, body, *domain)
                                                 : restoreToken(call, connection, *row, *domain);
        if (!answer) {
            return Unexpected(answer.error());
        }
        restored.answer = std::move(*answer);
    }
    return restored;
}

} // namespace holdfast::authentication
