// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/tokens.h"

#include "services/authentication/api/subject.h"
#include "services/authentication/api/token_query.h"
#include "services/authentication/api/window.h"
#include "services/authentication/store/policies_snapshot.h"

namespace holdfast::authentication {

using contract::ErrorKind;
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

// What a change comes to, with the names of the fields that change.
struct Edit
{
    qint64 domainId;
    QString domain;
    QString notes;
    std::optional<contract::Timestamp> expiresAt;
    QJsonArray changed;
};

Result<Edit> editOf(const Call& call, storage::Connection& connection, const TokenRow& token,
                    const contract::TokenUpdate& body)
{
    Edit edit {token.domainId, token.domain, token.notes, token.expiresAt, {}};
    if (body.domain) {
        const DomainNode* domain = PolicySnapshot::of(connection)->domainAt(*body.domain);
        if (domain == nullptr) {
            return contract::invalidField(QStringLiteral("domain"), QStringLiteral("domain_unknown"),
                                          QStringLiteral("There is no such security domain."));
        }
        if (auto reached = call.requireInScope(Permission::EditTokens, domain->path); !reached) {
            return Unexpected(reached.error());
        }
        edit.domainId = domain->id;
        edit.domain = domain->path;
    }
    edit.notes = body.notes.value_or(edit.notes);
    if (body.expiresAt.present) {
        edit.expiresAt = body.expiresAt.value;
    }
    if (edit.expiresAt && token.startsAt && *edit.expiresAt <= *token.startsAt) {
        return contract::invalidField(QStringLiteral("expiresAt"), QStringLiteral("dates_contradict"),
                                      QStringLiteral("A token ends after it starts."));
    }
    if (edit.domainId != token.domainId) {
        edit.changed << QStringLiteral("domain");
    }
    if (edit.notes != token.notes) {
        edit.changed << QStringLiteral("notes");
    }
    if (edit.expiresAt != token.expiresAt) {
        edit.changed << QStringLiteral("expiresAt");
    }
    return edit;
}

Result<Token> updateToken(Call& call, const contract::TokenUpdate& body)
{
    return call.write([&](storage::Connection& connection) -> Result<Token> {
        const auto subject = tokenSubjectOf(call, connection, Permission::EditTokens, Act::Changes);
        if (!subject) {
            return Unexpected(subject.error());
        }
        const TokenRow& token = subject->token;
        if (auto fresh = call.requireVersion(token.version); !fresh) {
            return Unexpected(fresh.error());
        }
        const auto edit = editOf(call, connection, token, body);
        if (!edit) {
            return Unexpected(edit.error());
        }
        if (!edit->changed.isEmpty()) {
            tokens::update(connection, token.id, edit->domainId, edit->notes, edit->expiresAt);
            contract::Event event =
                tokenEvent(call, "UPDATE_AM_TOKEN", token, subject->person ? &*subject->person : nullptr);
            event.detail = {{QStringLiteral("action"), QStringLiteral("edit")},
                            {QStringLiteral("fields"), edit->changed}};
            if (edit->domainId != token.domainId) {
                event.detail.insert(QStringLiteral("from"), token.domain);
                event.detail.insert(QStringLiteral("to"), edit->domain);
            }
            call.record(connection, event);
        }
        return toToken(tokens::find(connection, token.serial).value(), call.now());
    });
}

Result<NoAnswer> removeToken(Call& call)
{
    return call.write([&](storage::Connection& connection) -> Result<NoAnswer> {
        const auto subject = tokenSubjectOf(call, connection, Permission::DeleteTokens, Act::Changes);
        if (!subject) {
            return Unexpected(subject.error());
        }
        const TokenRow& token = subject->token;
        if (auto fresh = call.requireVersion(token.version); !fresh) {
            return Unexpected(fresh.error());
        }
        if (token.userId) {
            return contract::failure(
                ErrorKind::Conflict, QStringLiteral("token_assigned"),
                QStringLiteral("This token belongs to %1. Unassign it first.").arg(token.userName));
        }
        call.record(connection, tokenEvent(call, "DELETE_AM_TOKEN", token, nullptr));
        tokens::remove(connection, token.id);
        return NoAnswer {};
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
                   .summary = "Removes a token that nobody has, with its seed.",
                   .tag = "Tokens",
                   .access = Permission::DeleteTokens},
                  removeToken);
}

} // namespace holdfast::authentication
