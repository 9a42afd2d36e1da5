// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_import.h"

#include "services/authentication/api/token_import_jobs.h"
#include "services/authentication/store/token_import.h"
#include "services/http/problem_response.h"
#include "services/otp/sdtid_reader.h"

#include <QCoreApplication>

namespace holdfast::authentication {

using namespace Qt::StringLiterals;
using contract::JobState;
using contract::Permission;
using contract::Result;
using contract::TokenImport;

namespace {

constexpr qint64 maxForm = 32 * 1024 * 1024; // bytes

Result<http::Response> importTokens(TokenImportJobs& jobs, const std::shared_ptr<Call>& call)
{
    const auto request = readTokenImportForm(call->request());
    if (!request) {
        return contract::Unexpected(request.error());
    }
    const auto target = targetOf(*call, *request);
    if (!target) {
        return contract::Unexpected(target.error());
    }
    if (request->async) {
        const auto job = jobs.start(call, *request, *target);
        if (!job) {
            return contract::Unexpected(job.error());
        }
        http::Response response = jsonResponse(202, contract::toJson(*job));
        response.headers.append({"Location", "/api/v1/token-imports/" + job->id.toLatin1()});
        return response;
    }
    TokenImport import = runTokenImport(*call, *request, *target, jobs.sdtidReader(), &jobs.stopping());
    const qint64 id = call->write([&](storage::Connection& connection) {
        return token_imports::create(connection, call->caller().actorKey(), call->now(), import);
    });
    import.id = QString::number(id);
    return jsonResponse(200, contract::toJson(import));
}

// Whoever started it may see it, and whoever may import everywhere.
Result<TokenImport> visibleImport(const Call& call, TokenImportJobs& jobs)
{
    const auto id = call.pathId("id", "import_unknown");
    if (!id) {
        return contract::Unexpected(id.error());
    }
    // Asked before the row is read: a job that ends in between has written its row by then.
    const bool running = jobs.isRunning(*id);
    auto stored =
        call.read([&](storage::Connection& connection) { return token_imports::find(connection, *id); });
    if (!stored
        || (stored->createdBy != call.caller().actorKey()
            && !call.caller().scopeOf(Permission::ImportTokens).everything())) {
        return contract::failure(contract::ErrorKind::NotFound, u"import_unknown"_s,
                                 u"There is no such import; they are kept for a week."_s);
    }
    TokenImport import = std::move(stored->value);
    if (import.state == JobState::Running && !running) {
        import.state = JobState::Failed;
        import.code = u"interrupted"_s;
        import.cause = u"The service stopped, or lost its storage, during the import. Nothing was changed."_s;
        import.cure = u"Import the file again."_s;
    }
    return import;
}

Result<NoAnswer> cancelImport(const Call& call, TokenImportJobs& jobs)
{
    const auto import = visibleImport(call, jobs);
    if (!import) {
        return contract::Unexpected(import.error());
    }
    if (!jobs.cancel(import->id.toLongLong())) {
        return contract::failure(contract::ErrorKind::Conflict, u"import_ended"_s,
                                 u"The import has ended; there is nothing to cancel."_s);
    }
    return NoAnswer {};
}

} // namespace

void addTokenImportRoutes(Routes& routes)
{
    const QString reader = routes.context().sdtidReader.isEmpty()
        ? otp::findSdtidReader(QCoreApplication::applicationDirPath())
        : routes.context().sdtidReader;
    auto owned = std::make_unique<TokenImportJobs>(reader);
    TokenImportJobs& jobs = *owned;
    routes.keep(std::move(owned));
    http::RouteDocumentation form;
    form.requestSchema = tokenImportFormSchema();
    form.requestContentType = u"multipart/form-data"_s;
    form.responseSchema = routes.schemas().reference<TokenImport>();
    routes.raw(http::Method::Post,
               {.path = "/api/v1/token-imports",
                .id = "importTokens",
                .summary = "Reads a file of tokens and stores them, or says what would become of them.",
                .tag = "Tokens",
                .access = Permission::ImportTokens,
                .maxBody = maxForm},
               std::move(form),
               [&jobs](const std::shared_ptr<Call>& call, const http::SharedResponder& respond) {
                   auto answer = importTokens(jobs, call);
                   (*respond)(answer ? std::move(*answer)
                                     : http::problemResponse(answer.error(), call->request().id));
               });
    routes.get<TokenImport>({.path = "/api/v1/token-imports/{id}",
                             .id = "getTokenImport",
                             .summary = "How an import stands.",
                             .tag = "Tokens",
                             .access = Permission::ImportTokens},
                            [&jobs](Call& call) { return visibleImport(call, jobs); });
    routes.remove({.path = "/api/v1/token-imports/{id}",
                   .id = "cancelTokenImport",
                   .summary = "Cancels a running import; nothing of it is kept.",
                   .tag = "Tokens",
                   .access = Permission::ImportTokens},
                  [&jobs](Call& call) { return cancelImport(call, jobs); });
}

} // namespace holdfast::authentication
