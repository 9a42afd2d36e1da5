// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_actions.h"
#include "services/authentication/api/token_changes.h"
#include "services/authentication/api/tokens.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::Token;

namespace {

// Answers with the token as it is afterwards.
template <class Change>
Result<Token> changeToken(const Call& call, Change change)
{
    const QString serial = call.pathText("serial");
    return call.write([&](storage::Connection& connection) -> Result<Token> {
        if (const auto changed = change(connection, serial); !changed) {
            return contract::Unexpected(changed.error());
        }
        return tokenNow(call, connection, serial);
    });
}

// A route without a body.
auto changing(Result<Changed> (*change)(const Call&, storage::Connection&, const QString&, Run))
{
    return [change](Call& call) {
        return changeToken(call, [&](storage::Connection& connection, const QString& serial) {
            return change(call, connection, serial, Run::Does);
        });
    };
}

Result<Token> enable(Call& call, const contract::TokenEnable& body)
{
    return changeToken(call, [&](storage::Connection& connection, const QString& serial) {
        return setTokenEnabled(call, connection, serial, true, Run::Does,
                               body.acceptStolenCodes ? StolenCodes::Accepted : StolenCodes::Refused);
    });
}

Result<Token> disable(Call& call)
{
    return changeToken(call, [&](storage::Connection& connection, const QString& serial) {
        return setTokenEnabled(call, connection, serial, false);
    });
}

Result<Token> assign(Call& call, const contract::TokenAssign& body)
{
    return changeToken(call, [&](storage::Connection& connection, const QString& serial) {
        return assignToken(call, connection, serial, body);
    });
}

Result<Token> reportLost(Call& call, const contract::TokenLost& body)
{
    return changeToken(call, [&](storage::Connection& connection, const QString& serial) {
        return reportTokenLost(call, connection, serial, body);
    });
}

Result<Token> reportFound(Call& call)
{
    return changeToken(call, [&](storage::Connection& connection, const QString& serial) {
        return reportTokenFound(call, connection, serial);
    });
}

} // namespace

void addTokenActionRoutes(Routes& routes)
{
    const auto operation = [](const char* path, const char* id, const char* summary, Permission permission) {
        return Operation {.path = path, .id = id, .summary = summary, .tag = "Tokens", .access = permission};
    };
    routes.post<contract::TokenAssign, Token>(
        operation("/api/v1/tokens/{serial}/assign", "assignToken",
                  "Gives a token to a person and enables it; with a PIN, the first logon asks for one.",
                  Permission::AssignTokens),
        assign);
    routes.post<NoBody, Token>(operation("/api/v1/tokens/{serial}/unassign", "unassignToken",
                                         "Takes a token back: disabled, its PIN forgotten.",
                                         Permission::AssignTokens),
                               changing(unassignToken));
    routes.post<contract::TokenEnable, Token>(
        operation(
            "/api/v1/tokens/{serial}/enable", "enableToken",
            "Enables a token. One of which a stolen workstation may hold codes is refused (codes_stolen)"
            " unless that is accepted.",
            Permission::EnableTokens),
        enable);
    routes.post<NoBody, Token>(operation("/api/v1/tokens/{serial}/disable", "disableToken",
                                         "Disables a token.", Permission::EnableTokens),
                               disable);
    routes.post<NoBody, Token>(operation("/api/v1/tokens/{serial}/clear-pin", "clearTokenPin",
                                         "Forgets the PIN: the next logon with the tokencode alone asks for"
                                         " a new one.",
                                         Permission::ClearPins),
                               changing(clearTokenPin));
    routes.post<NoBody, Token>(operation("/api/v1/tokens/{serial}/require-new-pin", "requireNewTokenPin",
                                         "Keeps the PIN for one more logon, which asks for a new one.",
                                         Permission::ClearPins),
                               changing(requireNewTokenPin));
    routes.post<contract::TokenResync, Token>(
        operation("/api/v1/tokens/{serial}/resync", "resyncToken",
                  "Finds a token's clock or counter again by two codes shown one after the other.",
                  Permission::ResyncTokens),
        resyncToken);
    routes.post<contract::TokenReplace, Token>(
        operation("/api/v1/tokens/{serial}/replace", "replaceToken",
                  "Lets another token take over at its first use; until then this one works on.",
                  Permission::AssignTokens),
        replaceToken);
    routes.post<contract::TokenLost, Token>(operation("/api/v1/tokens/{serial}/lost", "reportTokenLost",
                                                      "Marks a token as lost: it is refused.",
                                                      Permission::MarkTokensLost),
                                            reportLost);
    routes.post<NoBody, Token>(operation("/api/v1/tokens/{serial}/found", "reportTokenFound",
                                         "Ends the mark of being lost, and the emergency codes that stand"
                                         " for the token.",
                                         Permission::MarkTokensLost),
                               reportFound);
}

} // namespace holdfast::authentication
