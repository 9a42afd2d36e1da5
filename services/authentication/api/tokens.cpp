// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/tokens.h"

#include "services/authentication/api/token_changes.h"
#include "services/authentication/api/token_query.h"
#include "services/authentication/api/window.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::Token;
using contract::Unexpected;

namespace {

TokenKey keyFrom(const QJsonArray& cursor)
{
    return {cursor.at(0).toVariant(), cursor.at(1).toString()};
}

Result<contract::Page<Token>> listTokens(Call& call)
{
    const TokenOrder order = tokenOrder(call);
    const auto request = pageRequest(call, order.text);
    if (!request) {
        return Unexpected(request.error());
    }
    return call.read([&](storage::Connection& connection) -> Result<contract::Page<Token>> {
        const auto filter = tokenFilter(call, connection);
        if (!filter) {
            return Unexpected(filter.error());
        }
        const auto total =
            request->total || request->at ? std::optional(tokens::count(connection, *filter)) : std::nullopt;
        TokenWindow window {.sort = order.sort, .descending = order.descending, .limit = request->limit + 1};
        if (request->after) {
            window.after = keyFrom(*request->after);
        } else if (request->before) {
            window.before = keyFrom(*request->before);
        } else if (request->at) {
            window.offset = offsetAt(*request->at, *total, request->limit);
            window.total = total;
        }
        auto page = pageOf<Token>(
            tokens::list(connection, *filter, window), *request, window.offset,
            [&](const TokenRow& row) { return toToken(row, call.now()); },
            [&](const TokenRow& row) {
                const TokenKey key = tokens::keyOf(row, order.sort);
                return cursorOf(call, order.text,
                                {QJsonValue::fromVariant(key.value), QJsonValue(key.serial)});
            });
        page.total = request->total ? total : std::nullopt;
        return page;
    });
}

Result<Token> readToken(Call& call)
{
    return call.read([&](storage::Connection& connection) -> Result<Token> {
        const auto token = visibleToken(call, connection, call.pathText("serial"));
        if (!token) {
            return Unexpected(token.error());
        }
        return toToken(*token, call.now());
    });
}

Result<Token> updateToken(Call& call, const contract::TokenUpdate& body)
{
    const QString serial = call.pathText("serial");
    return call.write([&](storage::Connection& connection) -> Result<Token> {
        if (const auto edited = editToken(call, connection, serial, body); !edited) {
            return Unexpected(edited.error());
        }
        return toToken(tokens::find(connection, serial).value(), call.now());
    });
}

Result<NoAnswer> removeToken(Call& call)
{
    return call.write([&](storage::Connection& connection) {
        return deleteToken(call, connection, call.pathText("serial")).map([](const Changed&) {
            return NoAnswer {};
        });
    });
}

} // namespace

void addTokenRoutes(Routes& routes)
{
    routes.list<Token>({.path = "/api/v1/tokens",
                        .id = "listTokens",
                        .summary = "Lists tokens.",
                        .tag = "Tokens",
                        .access = Permission::ViewTokens,
                        .query = tokenListParameters()},
                       listTokens);
    routes.get<Token>({.path = "/api/v1/tokens/{serial}",
                       .id = "readToken",
                       .summary = "Reads a token.",
                       .tag = "Tokens",
                       .access = Permission::ViewTokens},
                      readToken);
    routes.patch<contract::TokenUpdate, Token>(
        {.path = "/api/v1/tokens/{serial}",
         .id = "updateToken",
         .summary = "Changes a token's domain, notes or expiry; what is absent stays.",
         .tag = "Tokens",
         .access = Permission::EditTokens},
        updateToken);
    routes.remove({.path = "/api/v1/tokens/{serial}",
                   .id = "removeToken",
                   .summary = "Puts a token that nobody has into the bin for thirty days.",
                   .tag = "Tokens",
                   .access = Permission::DeleteTokens},
                  removeToken);
}

} // namespace holdfast::authentication
