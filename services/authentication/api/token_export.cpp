// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_export.h"

#include "services/authentication/api/event_query.h"
#include "services/authentication/api/permission_table.h"
#include "services/authentication/api/subject.h"
#include "services/authentication/store/token_export.h"
#include "services/contract/token_export.h"
#include "services/http/problem_response.h"
#include "services/otp/pskc_writer.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::TokenExport;
using contract::Unexpected;
using token_export::Selection;

namespace {

constexpr int itemsAtOnce = 200;

Result<Selection> selectionOf(const Call& call, storage::Connection& connection, const TokenExport& body)
{
    const Scope scope = call.caller().scopeOf(Permission::ExportTokens);
    const auto domains = domainsWithin(scope, connection, body.domain);
    if (!domains) {
        return Unexpected(domains.error());
    }
    if (*domains && (*domains)->empty()) {
        return contract::failure(contract::ErrorKind::Forbidden, QStringLiteral("outside_scope"),
                                 QStringLiteral("This security domain is outside of what you may export."));
    }
    // Whose rank is above the caller's keeps their seeds to themselves.
    const bool administrators =
        scope.everything() && call.caller().rank() == rankOf(contract::Role::SuperAdministrator);
    Selection selection {*domains, body.serials, administrators};
    const QStringList missing =
        body.serials.isEmpty() ? QStringList() : token_export::missing(connection, selection);
    if (!missing.isEmpty()) {
        return contract::invalidField(
            QStringLiteral("serials"), QStringLiteral("token_not_exportable"),
            QStringLiteral("%1 is not there, out of reach, or of a kind that PSKC cannot hold.")
                .arg(missing.constFirst()));
    }
    return selection;
}

// What the file is written from while it is sent.
struct Run
{
    std::shared_ptr<Call> call;
    Selection selection;
    otp::PskcWriter writer;
    qint64 lastId = 0;
    bool begun = false;
    bool ended = false;

    std::optional<QByteArray> next()
    {
        if (ended) {
            return std::nullopt;
        }
        QByteArray chunk = begun ? QByteArray() : writer.begin();
        begun = true;
        const auto items = call->read([&](storage::Connection& connection) {
            return token_export::next(connection, call->context().keys, selection, lastId, itemsAtOnce);
        });
        for (const token_export::Item& item : items) {
            chunk += item.token.seed.isEmpty() ? otp::PskcWriter::missing(item.token.serial)
                                               : writer.token(item.token);
            lastId = item.id;
        }
        if (items.size() < itemsAtOnce) {
            ended = true;
            chunk += otp::PskcWriter::end();
        }
        return chunk;
    }
};

Result<qint64> record(const Call& call, const Selection& selection, const TokenExport& body)
{
    return call.write([&](storage::Connection& connection) -> Result<qint64> {
        const qint64 count = token_export::count(connection, selection);
        if (count == 0) {
            return contract::failure(contract::ErrorKind::Conflict, QStringLiteral("nothing_to_export"),
                                     QStringLiteral("There is no token that could be exported."));
        }
        contract::Event event = call.event("EXPORT_TOKENS");
        event.domain = body.domain.isEmpty() ? QStringLiteral("/") : body.domain;
        event.detail = {{QStringLiteral("exported"), count},
                        {QStringLiteral("chosen"), !body.serials.isEmpty()},
                        {QStringLiteral("reason"), body.reason.trimmed()}};
        call.record(connection, event);
        return count;
    });
}

Result<http::Response> exportTokens(const std::shared_ptr<Call>& call)
{
    const auto object = contract::parseObject(call->request().body);
    if (!object) {
        return Unexpected(object.error());
    }
    const auto body = contract::fromJson<TokenExport>(*object);
    if (!body) {
        return Unexpected(body.error());
    }
    auto selection =
        call->read([&](storage::Connection& connection) { return selectionOf(*call, connection, *body); });
    if (!selection) {
        return Unexpected(selection.error());
    }
    if (const auto recorded = record(*call, *selection, *body); !recorded) {
        return Unexpected(recorded.error());
    }
    http::Response response;
    response.contentType = "application/pskc+xml";
    response.headers = {{QByteArray("Content-Disposition"),
                         "attachment; filename=\"tokens-"
                             + contract::toRfc3339(call->now()).left(10).toLatin1() + ".pskcxml\""},
                        {QByteArray("Cache-Control"), QByteArray("no-store")}};
    const auto run =
        std::make_shared<Run>(Run {call, std::move(*selection), otp::PskcWriter(body->passphrase)});
    response.stream = [run](const http::DeliverChunk& deliver) {
        deliver(run->next());
    };
    return response;
}

} // namespace

void addTokenExportRoutes(Routes& routes)
{
    http::RouteDocumentation documentation;
    documentation.requestSchema = routes.schemas().reference<TokenExport>();
    documentation.responseContentType = QStringLiteral("application/pskc+xml");
    documentation.responseSchema = {{QStringLiteral("type"), QStringLiteral("string")}};
    routes.raw(
        http::Method::Post,
        {.path = "/api/v1/token-exports",
         .id = "exportTokens",
         .summary = "HOTP and TOTP tokens with their secrets as a PSKC file under a passphrase, streamed.",
         .tag = "Tokens",
         .access = Permission::ExportTokens,
         .maxBody = 512 * 1024},
        documentation, [](const std::shared_ptr<Call>& call, const http::SharedResponder& respond) {
            auto answer = exportTokens(call);
            (*respond)(answer ? std::move(*answer)
                              : http::problemResponse(answer.error(), call->request().id));
        });
}

} // namespace holdfast::authentication
