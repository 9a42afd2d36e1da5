// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_query.h"

#include "services/authentication/api/filter.h"
#include "services/authentication/api/user_query.h"
#include "services/authentication/store/policies_snapshot.h"

namespace holdfast::authentication {

using contract::Result;
using contract::Unexpected;

namespace {

Result<void> addTerm(TokenFilter& filter, const FilterTerm& term, const Call& call,
                     storage::Connection& connection, const PolicySnapshot& snapshot)
{
    if (term.field.isEmpty()) {
        if (term.negated) {
            filter.text(connection, {term.value}, true);
        }
    } else if (term.field == QLatin1String("state")) {
        const auto state = contract::enumValue<contract::TokenState>(term.value);
        if (!state) {
            return filterFault(term,
                               QStringLiteral("A token is unassigned, active, disabled, lost, notYetValid,"
                                              " expired or replaced."));
        }
        filter.state(*state, call.now(), term.negated);
    } else if (term.field == QLatin1String("kind")) {
        const auto kind = contract::enumValue<contract::TokenKind>(term.value);
        if (!kind) {
            return filterFault(term, QStringLiteral("A token is of the kind hotp, totp or securid."));
        }
        filter.kind(*kind, term.negated);
    } else if (term.field == QLatin1String("assigned")) {
        const bool yes = term.value == QLatin1String("yes");
        if (!yes && term.value != QLatin1String("no")) {
            return filterFault(term, QStringLiteral("Write assigned:yes or assigned:no."));
        }
        filter.assigned(yes != term.negated);
    } else if (term.field == QLatin1String("expiring")) {
        bool isNumber = false;
        const int days = term.value.toInt(&isNumber);
        if (!isNumber || days < 1 || days > 3650) {
            return filterFault(term, QStringLiteral("Write the days as a number, such as expiring:30."));
        }
        filter.expiresUntil(call.now(), call.now() + std::chrono::hours(24) * days, term.negated);
    } else {
        const DomainNode* top = snapshot.domainAt(term.value);
        if (top == nullptr) {
            return filterFault(term, QStringLiteral("There is no such security domain."));
        }
        filter.domains(snapshot.subtree(top->id), term.negated);
    }
    return {};
}

} // namespace

Result<TokenFilter> tokenFilter(const Call& call, storage::Connection& connection)
{
    return tokenFilter(call, connection, call.text("filter").value_or(QString()));
}

Result<TokenFilter> tokenFilter(const Call& call, storage::Connection& connection, const QString& text)
{
    const auto snapshot = PolicySnapshot::of(connection);
    TokenFilter filter;
    if (const auto visible = domainsInScope(call, contract::Permission::ViewTokens, *snapshot)) {
        filter.domains(*visible);
    }
    const auto terms =
        parseFilter(text,
                    {QStringLiteral("state"), QStringLiteral("kind"), QStringLiteral("assigned"),
                     QStringLiteral("domain"), QStringLiteral("expiring")});
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

TokenOrder tokenOrder(const Call& call)
{
    TokenOrder order;
    order.text = call.text("sort").value_or(order.text);
    order.descending = order.text.startsWith(QLatin1Char('-'));
    const QString name = order.descending ? order.text.mid(1) : order.text;
    order.sort = name == QLatin1String("expiresAt") ? TokenSort::ExpiresAt
        : name == QLatin1String("lastUsedAt")       ? TokenSort::LastUsedAt
        : name == QLatin1String("userName")         ? TokenSort::UserName
                                                    : TokenSort::Serial;
    return order;
}

std::vector<QueryParameter> tokenListParameters()
{
    return {
        {.name = "filter",
         .description =
             "Terms that all must hold: state:, kind:, assigned:yes or no, domain: (its subtree),"
             " expiring: (days), and free text that stands anywhere in serial,"
             " notes or what the holder is found by (with a trailing *, their beginning). A leading -"
             " negates."},
        {.name = "sort",
         .description = "Order of the list; a leading - reverses it.",
         .oneOf = {"serial", "-serial", "expiresAt", "-expiresAt", "lastUsedAt", "-lastUsedAt", "userName",
                   "-userName"}},
    };
}

} // namespace holdfast::authentication
