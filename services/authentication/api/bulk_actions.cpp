// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/bulk_actions.h"

#include "services/authentication/api/bin_restore.h"
#include "services/authentication/api/token_changes.h"
#include "services/authentication/api/user_changes.h"
#include "services/authentication/store/bin_records.h"
#include "services/authentication/store/pin_history.h"
#include "services/authentication/store/policies_snapshot.h"

#include <QJsonDocument>

namespace holdfast::authentication {

using namespace Qt::StringLiterals;
using contract::BulkAction;
using contract::ErrorKind;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

constexpr auto users_ = BulkSubject::Users;
constexpr auto tokens_ = BulkSubject::Tokens;

constexpr std::array table {
    BulkActionFacts {BulkAction::EnableUsers, users_, Permission::EnableUsers, BulkAction::DisableUsers},
    BulkActionFacts {BulkAction::DisableUsers, users_, Permission::EnableUsers, BulkAction::EnableUsers},
    BulkActionFacts {BulkAction::UnlockUsers, users_, Permission::UnlockUsers, BulkAction::LockUsers},
    BulkActionFacts {BulkAction::MoveUsers, users_, Permission::EditUsers, BulkAction::MoveUsers},
    BulkActionFacts {BulkAction::EndUsers, users_, Permission::EditUsers, BulkAction::EndUsers},
    BulkActionFacts {BulkAction::DeleteUsers, users_, Permission::DeleteUsers, BulkAction::RestoreUsers},
    BulkActionFacts {BulkAction::EnableTokens, tokens_, Permission::EnableTokens, BulkAction::DisableTokens},
    BulkActionFacts {BulkAction::DisableTokens, tokens_, Permission::EnableTokens, BulkAction::EnableTokens},
    BulkActionFacts {BulkAction::UnassignTokens, tokens_, Permission::AssignTokens, BulkAction::AssignTokens},
    BulkActionFacts {BulkAction::MoveTokens, tokens_, Permission::EditTokens, BulkAction::MoveTokens},
    BulkActionFacts {BulkAction::ExpireTokens, tokens_, Permission::EditTokens, BulkAction::ExpireTokens},
    BulkActionFacts {BulkAction::ClearPins, tokens_, Permission::ClearPins, BulkAction::RestorePins},
    BulkActionFacts {BulkAction::RequireNewPins, tokens_, Permission::ClearPins, BulkAction::KeepPins},
    BulkActionFacts {BulkAction::DeleteTokens, tokens_, Permission::DeleteTokens, BulkAction::RestoreTokens},
    BulkActionFacts {BulkAction::LockUsers, users_, Permission::UnlockUsers, BulkAction::UnlockUsers, true},
    BulkActionFacts {BulkAction::RestoreUsers, users_, Permission::DeleteUsers, BulkAction::DeleteUsers,
                     true},
    BulkActionFacts {BulkAction::AssignTokens, tokens_, Permission::AssignTokens, BulkAction::UnassignTokens,
                     true},
    BulkActionFacts {BulkAction::RestorePins, tokens_, Permission::ClearPins, BulkAction::ClearPins, true},
    BulkActionFacts {BulkAction::KeepPins, tokens_, Permission::ClearPins, BulkAction::RequireNewPins, true},
    BulkActionFacts {BulkAction::RestoreTokens, tokens_, Permission::DeleteTokens, BulkAction::DeleteTokens,
                     true},
};
static_assert(table.size() == contract::EnumNames<BulkAction>::names.size());

// What an item was before, in few words.
struct Before
{
    QJsonObject values;
    QByteArray pin;
};

QString textOf(const QJsonObject& object)
{
    return object.isEmpty() ? QString()
                            : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonValue timeOf(const std::optional<contract::Timestamp>& at)
{
    return at ? QJsonValue(contract::toMilliseconds(*at)) : QJsonValue(QJsonValue::Null);
}

std::optional<contract::Timestamp> timeIn(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(contract::fromMilliseconds(value.toInteger())) : std::nullopt;
}

std::optional<qint64> integerIn(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

Unexpected changedSince()
{
    return contract::failure(ErrorKind::Conflict, u"changed_since"_s,
                             u"It was changed since by somebody else."_s);
}

// The domain of an undo is the one that each came from, by its id: it may have been renamed or moved.
Result<QString> domainOf(storage::Connection& connection, const BulkPlan& plan, const QJsonObject& before)
{
    const qint64 id = before.contains(u"domain") ? before[u"domain"].toInteger() : plan.domainId;
    if (const DomainNode* domain = PolicySnapshot::of(connection)->domain(id)) {
        return domain->path;
    }
    return contract::failure(ErrorKind::Conflict, u"domain_unknown"_s, u"The domain is gone."_s);
}

std::optional<contract::Timestamp> endOf(const BulkPlan& plan, const QJsonObject& before)
{
    return before.contains(u"until") ? timeIn(before[u"until"]) : plan.until;
}

Before beforeOf(BulkAction action, const UserRow& user)
{
    switch (action) {
    case BulkAction::MoveUsers:
        return {{{u"domain"_s, user.account.domainId}}, {}};
    case BulkAction::EndUsers:
        return {{{u"until"_s, timeOf(user.account.endsAt)}}, {}};
    case BulkAction::UnlockUsers:
        return {{{u"failures"_s, user.account.failures},
                 {u"firstFailureAt"_s, timeOf(user.account.firstFailureAt)},
                 {u"lockedAt"_s, timeOf(user.account.lockedAt)}},
                {}};
    default:
        return {};
    }
}

Before beforeOf(storage::Connection& connection, BulkAction action, const TokenRow& token)
{
    Before before;
    if (action == BulkAction::MoveTokens) {
        before.values.insert(u"domain"_s, token.domainId);
    } else if (action == BulkAction::ExpireTokens) {
        before.values.insert(u"until"_s, timeOf(token.expiresAt));
    } else if (action == BulkAction::UnassignTokens || action == BulkAction::ClearPins
               || action == BulkAction::RequireNewPins) {
        const tokens::KeptPin pin = tokens::pinOf(connection, token.id);
        before.pin = pin.hash;
        before.values = bin_records::toJson(tokens::stateKept(token));
        before.values.insert(u"pinState"_s, contract::enumName(pin.state));
        const auto add = [&](const QString& name, const std::optional<qint64>& value) {
            if (value) {
                before.values.insert(name, *value);
            }
        };
        add(u"pinTag"_s, pin.tag);
        add(u"pinLength"_s, pin.length);
        add(u"pinSetAt"_s, pin.setAt);
        add(u"user"_s, token.userId);
    }
    return before;
}

tokens::KeptPin pinOf(const BulkItemRow& item, const QJsonObject& before)
{
    return {contract::enumValue<contract::PinState>(before[u"pinState"].toString())
                .value_or(contract::PinState::NotSet),
            item.pin, integerIn(before[u"pinTag"]), integerIn(before[u"pinLength"]),
            integerIn(before[u"pinSetAt"])};
}

// As it was: with its PIN and those before it, and lost or disabled if it was. The person's codes of that
// time stay ended.
Result<Changed> assignAgain(const Call& call, storage::Connection& connection, const QString& serial,
                            const BulkItemRow& item, const QJsonObject& before, Run run)
{
    const tokens::KeptPin pin = pinOf(item, before);
    contract::TokenAssign to;
    to.userId = QString::number(before[u"user"].toInteger());
    to.requirePin = pin.state != contract::PinState::NotRequired;
    const auto earlier = pin_history::all(connection, item.subjectId); // on the shelf it kept them
    auto changed = assignToken(call, connection, serial, to, run);
    if (!changed || run == Run::Tries) {
        return changed;
    }
    pin_history::putBack(connection, item.subjectId, earlier);
    tokens::putPinBack(connection, item.subjectId, pin);
    tokens::putStateBack(connection, item.subjectId, bin_records::keptStateFrom(before));
    return changed;
}

Result<Changed> changeUser(const Call& call, storage::Connection& connection, BulkAction action,
                           const BulkPlan& plan, const BulkItemRow& item, const UserRow& user, Run run)
{
    const QJsonObject before = QJsonDocument::fromJson(item.before.toUtf8()).object();
    const qint64 id = item.subjectId;
    switch (action) {
    case BulkAction::EnableUsers:
    case BulkAction::DisableUsers:
        return setUserEnabled(call, connection, id, action == BulkAction::EnableUsers, run);
    case BulkAction::UnlockUsers:
        return unlockUser(call, connection, id, run);
    case BulkAction::LockUsers:
        return lockUserAgain(call, connection, id,
                             {static_cast<int>(before[u"failures"].toInteger()),
                              timeIn(before[u"firstFailureAt"]), timeIn(before[u"lockedAt"])},
                             run);
    case BulkAction::DeleteUsers:
        return deleteUser(call, connection, id, run);
    default:
        break;
    }
    contract::UserUpdate update;
    bool same = false;
    if (action == BulkAction::MoveUsers) {
        const auto domain = domainOf(connection, plan, before);
        if (!domain) {
            return Unexpected(domain.error());
        }
        update.domain = *domain;
        same = user.domain == *domain;
    } else {
        update.endsAt = {true, endOf(plan, before)};
        same = user.account.endsAt == update.endsAt.value;
    }
    // Asked even where nothing would change, so that nobody learns what they may not see.
    auto changed = editUser(call, connection, id, update, same ? Run::Tries : run);
    if (changed && same) {
        changed->any = false;
    }
    return changed;
}

Result<Changed> changeToken(const Call& call, storage::Connection& connection, BulkAction action,
                            const BulkPlan& plan, const BulkItemRow& item, const QString& serial, Run run)
{
    const QJsonObject before = QJsonDocument::fromJson(item.before.toUtf8()).object();
    contract::TokenUpdate update;
    switch (action) {
    case BulkAction::EnableTokens:
    case BulkAction::DisableTokens:
        return setTokenEnabled(call, connection, serial, action == BulkAction::EnableTokens, run);
    case BulkAction::UnassignTokens:
        return unassignToken(call, connection, serial, run);
    case BulkAction::AssignTokens:
        return assignAgain(call, connection, serial, item, before, run);
    case BulkAction::ClearPins:
        return clearTokenPin(call, connection, serial, run);
    case BulkAction::RequireNewPins:
        return requireNewTokenPin(call, connection, serial, run);
    case BulkAction::RestorePins:
    case BulkAction::KeepPins:
        return putTokenPinBack(call, connection, serial, pinOf(item, before), run);
    case BulkAction::DeleteTokens:
        return deleteToken(call, connection, serial, run);
    case BulkAction::MoveTokens: {
        const auto domain = domainOf(connection, plan, before);
        if (!domain) {
            return Unexpected(domain.error());
        }
        update.domain = *domain;
        break;
    }
    default:
        update.expiresAt = {true, endOf(plan, before)};
        break;
    }
    return editToken(call, connection, serial, update, run);
}

// What of the item an undo of it will need.
void note(BulkItemRow& item, const Before& before, const Changed& changed, qint64 version)
{
    item.before = textOf(changed.binId != 0 ? QJsonObject {{u"bin"_s, changed.binId}} : before.values);
    item.pin = before.pin;
    item.version = version;
}

Result<Changed> runUser(const Call& call, storage::Connection& connection, BulkAction action,
                        const BulkPlan& plan, BulkItemRow& item, Run run)
{
    const auto user = visibleUser(call, connection, item.subjectId, Permission::RunBulkJobs, Act::Looks);
    if (!user) {
        return Unexpected(user.error());
    }
    if (item.version != 0 && user->version != item.version) {
        return changedSince();
    }
    auto changed = changeUser(call, connection, action, plan, item, *user, run);
    if (changed && changed->any && run == Run::Does) {
        const auto after = users::find(connection, item.subjectId);
        note(item, beforeOf(action, *user), *changed, after ? after->version : 0);
    }
    return changed;
}

// By its id: the number may be that of another token by now.
Result<Changed> runToken(const Call& call, storage::Connection& connection, BulkAction action,
                         const BulkPlan& plan, BulkItemRow& item, Run run)
{
    const auto subject = tokenSubjectOf(call, connection, item.name, Permission::RunBulkJobs, Act::Looks);
    if (!subject) {
        return Unexpected(subject.error());
    }
    const TokenRow& token = subject->token;
    if (token.id != item.subjectId) {
        return contract::failure(ErrorKind::NotFound, u"token_unknown"_s,
                                 u"There is no token with this serial number."_s);
    }
    if (item.version != 0 && token.version != item.version) {
        return changedSince();
    }
    const Before before = run == Run::Does ? beforeOf(connection, action, token) : Before {};
    auto changed = changeToken(call, connection, action, plan, item, token.serial, run);
    if (changed && changed->any && run == Run::Does) {
        const auto after = tokens::find(connection, item.name);
        note(item, before, *changed, after ? after->version : 0);
    }
    return changed;
}

Result<Changed> runRestore(const Call& call, storage::Connection& connection, BulkItemRow& item, Run run)
{
    const QJsonObject before = QJsonDocument::fromJson(item.before.toUtf8()).object();
    const auto restored =
        restoreEntry(call, connection, before[u"bin"].toInteger(), {}, Permission::RunBulkJobs, run);
    if (!restored) {
        return Unexpected(restored.error());
    }
    if (run == Run::Does) {
        const bool isUser = restored->answer.kind == contract::BinKind::User;
        const qint64 version = isUser ? users::find(connection, item.subjectId).value().version
                                      : tokens::find(connection, item.name).value().version;
        note(item, {}, {}, version);
    }
    return restored->changed;
}

} // namespace

const BulkActionFacts& factsOf(BulkAction action)
{
    return *std::find_if(table.begin(), table.end(),
                         [action](const BulkActionFacts& facts) { return facts.action == action; });
}

Result<Changed> runBulkItem(const Call& call, storage::Connection& connection, BulkAction action,
                            const BulkPlan& plan, BulkItemRow& item, Run run)
{
    if (action == BulkAction::RestoreUsers || action == BulkAction::RestoreTokens) {
        return runRestore(call, connection, item, run);
    }
    return factsOf(action).subject == BulkSubject::Users
        ? runUser(call, connection, action, plan, item, run)
        : runToken(call, connection, action, plan, item, run);
}

} // namespace holdfast::authentication
