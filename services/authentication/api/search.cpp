// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/search.h"

#include "services/authentication/api/api.h"
#include "services/authentication/api/user_query.h"
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/policies_snapshot.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::SearchHit;

namespace {

constexpr std::size_t mostHolders = 5;

void addHolders(const Call& call, storage::Connection& connection, const PolicySnapshot& snapshot,
                const std::vector<SearchHit>& tokens, std::vector<SearchHit>& items)
{
    QStringList serials;
    for (std::size_t i = 0; i < std::min(mostHolders, tokens.size()); ++i) {
        serials << tokens[i].id;
    }
    std::vector<SearchHit> found =
        search::holders(connection, serials, domainsInScope(call, Permission::ViewUsers, snapshot));
    const auto isFound = [&](const SearchHit& hit) {
        return std::any_of(found.begin(), found.end(), [&](const SearchHit& holder) {
            return holder.kind == hit.kind && holder.id == hit.id;
        });
    };
    items.erase(std::remove_if(items.begin(), items.end(), isFound), items.end());
    items.insert(items.begin(), found.begin(), found.end());
}

Result<contract::Page<SearchHit>> findAll(Call& call)
{
    const QString text = call.text("q").value_or(QString()).trimmed();
    const int limit = static_cast<int>(call.integer("limit").value_or(20));
    return call.read([&](storage::Connection& connection) -> Result<contract::Page<SearchHit>> {
        const auto snapshot = PolicySnapshot::of(connection);
        contract::Page<SearchHit> page;
        if (call.caller().may(Permission::ViewUsers)) {
            page.items = search::people(connection, text,
                                        domainsInScope(call, Permission::ViewUsers, *snapshot), limit);
        }
        if (call.caller().may(Permission::ViewTokens)) {
            const auto found = search::tokens(connection, text,
                                              domainsInScope(call, Permission::ViewTokens, *snapshot), limit);
            // What is typed in digits is more likely a serial number.
            const bool digits = std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
            page.items.insert(digits ? page.items.begin() : page.items.end(), found.begin(), found.end());
            // A caller who reads a serial number is asked for by it: their card is what is wanted.
            if (digits && call.caller().may(Permission::ViewUsers)) {
                addHolders(call, connection, *snapshot, found, page.items);
            }
        }
        if (page.items.size() > static_cast<std::size_t>(limit)) {
            page.items.resize(static_cast<std::size_t>(limit));
        }
        return page;
    });
}

} // namespace

void addSearchRoutes(Routes& routes)
{
    routes.get<contract::Page<SearchHit>>(
        {.path = "/api/v1/search",
         .id = "search",
         .summary = "Finds people and tokens by any part of their names, addresses, numbers or serial "
                    "numbers, the best first.",
         .tag = "Overview",
         .access = Permission::ViewUsers,
         .query =
             {{.name = "q", .description = "What was typed.", .minimum = 1, .maximum = 128, .required = true},
              {.name = "limit",
               .description = "Most hits; 20 by default.",
               .type = ParameterType::Integer,
               .minimum = 1,
               .maximum = 50}}},
        findAll);
}

} // namespace holdfast::authentication
