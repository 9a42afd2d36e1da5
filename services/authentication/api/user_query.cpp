// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/user_query.h"

#include "services/authentication/api/filter.h"
#include "services/authentication/store/policies_snapshot.h"

namespace holdfast::authentication {

using contract::Result;
using contract::Unexpected;

namespace {

Result<bool> yesOrNo(const FilterTerm& term)
{
    const bool yes = term.value == QLatin1String("yes");
    if (!yes && term.value != QLatin1String("no")) {
        return filterFault(term, QStringLiteral("Write %1:yes or %1:no.").arg(term.field));
    }
    return yes != term.negated;
}

Result<void> addStatus(UserFilter& filter, const FilterTerm& term, const Call& call,
                       const PolicySnapshot& snapshot)
{
    const auto status = contract::enumValue<contract::UserStatus>(term.value);
    if (!status) {
        return filterFault(term,
                           QStringLiteral("A person is active, locked, disabled, notYetValid or ended."));
    }
    filter.status(*status, snapshot, call.now(), term.negated);
    return {};
}

Result<void> addDomain(UserFilter& filter, const FilterTerm& term, const PolicySnapshot& snapshot)
{
    const DomainNode* top = snapshot.domainAt(term.value);
    if (top == nullptr) {
        return filterFault(term, QStringLiteral("There is no such security domain."));
    }
    if (top->id == rootDomainId && !term.negated) {
        return {}; // everywhere
    }
    filter.domains(snapshot.subtree(top->id), term.negated);
    return {};
}

Result<void> addTerm(UserFilter& filter, const FilterTerm& term, const Call& call,
                     storage::Connection& connection, const PolicySnapshot& snapshot)
{
    if (term.field.isEmpty()) {
        if (term.negated) {
            filter.text(connection, {term.value}, true);
        }
    } else if (term.field == QLatin1String("name")) {
        filter.name(term.value, term.negated);
    } else if (term.field == QLatin1String("email")) {
        filter.email(term.value, term.negated);
    } else if (term.field == QLatin1String("status")) {
        return addStatus(filter, term, call, snapshot);
    } else if (term.field == QLatin1String("domain")) {
        return addDomain(filter, term, snapshot);
    } else if (term.field == QLatin1String("token")) {
        return yesOrNo(term).map([&](bool yes) { filter.hasToken(yes); });
    } else if (term.field == QLatin1String("administrator")) {
        return yesOrNo(term).map([&](bool yes) { filter.administrator(yes); });
    }
    return {};
}

} // namespace

std::optional<std::vector<qint64>> domainsInScope(const Call& call, contract::Permission permission,
                                                  const PolicySnapshot& snapshot)
{
    const Scope scope = call.caller().scopeOf(permission);
    if (scope.everything()) {
        return std::nullopt;
    }
    std::vector<qint64> ids;
    for (const DomainNode& node : snapshot.domains()) {
        if (scope.contains(node.path)) {
            ids.push_back(node.id);
        }
    }
    return ids;
}

Result<UserFilter> userFilter(const Call& call, storage::Connection& connection)
{
    return userFilter(call, connection, call.text("filter").value_or(QString()));
}

Result<UserFilter> userFilter(const Call& call, storage::Connection& connection, const QString& text)
{
    const auto snapshot = PolicySnapshot::of(connection);
    UserFilter filter;
    if (const auto visible = domainsInScope(call, contract::Permission::ViewUsers, *snapshot)) {
        filter.domains(*visible);
    }
    const auto terms =
        parseFilter(text,
                    {QStringLiteral("name"), QStringLiteral("email"), QStringLiteral("status"),
                     QStringLiteral("domain"), QStringLiteral("token"), QStringLiteral("administrator")});
    if (!terms) {
        return Unexpected(terms.error());
    }
    for (const FilterTerm& term : *terms) {
        if (auto added = addTerm(filter, term, call, connection, *snapshot); !added) {
            return Unexpected(added.error());
        }
    }
    filter.text(connection, wordsOf(*terms));
    return filter;
}

UserOrder userOrder(const Call& call)
{
    UserOrder order;
    order.text = call.text("sort").value_or(order.text);
    order.descending = order.text.startsWith(QLatin1Char('-'));
    const QString name = order.descending ? order.text.mid(1) : order.text;
    order.sort = name == QLatin1String("displayName") ? UserSort::DisplayName
        : name == QLatin1String("lastLogonAt")        ? UserSort::LastLogonAt
        : name == QLatin1String("createdAt")          ? UserSort::CreatedAt
                                                      : UserSort::Name;
    return order;
}

std::vector<QueryParameter> userListParameters()
{
    return {
        {.name = "filter",
         .description =
             "Terms that all must hold: name: and email: (a trailing * for a beginning), status:,"
             " domain: (its subtree), token:yes or no, administrator:yes or no, and free text that"
             " stands anywhere in names, e-mail address and telephone number (with a trailing *, the"
             " beginning of a word). A leading - negates."},
        {.name = "sort",
         .description = "Order of the list; a leading - reverses it.",
         .oneOf = {"name", "-name", "displayName", "-displayName", "lastLogonAt", "-lastLogonAt", "createdAt",
                   "-createdAt"}},
    };
}

} // namespace holdfast::authentication
