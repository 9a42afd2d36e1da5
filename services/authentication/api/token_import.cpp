// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_import.h"

#include "services/authentication/api/idempotency_key.h"
#include "services/authentication/api/token_import_run.h"
#include "services/authentication/store/idempotency.h"
#include "services/authentication/store/token_import_batches.h"
#include "services/http/problem_response.h"
#include "services/otp/sdtid_reader.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace holdfast::authentication {

using namespace Qt::StringLiterals;
using contract::JobState;
using contract::Permission;
using contract::Result;
using contract::TokenImport;
using Begun = BackgroundJobs::Begun;

namespace {

constexpr qint64 maxForm = 32 * 1024 * 1024; // bytes

const std::atomic<bool> asked = true;
constexpr ImportStop stopNow {&asked, &asked};

// The part of an import that was there before the service stopped, as whoever asks is told it.
TokenImport interrupted(TokenImport import, const TokenImportJob& job)
{
    const int done = import.imported + import.replaced + import.ignored + import.failed;
    import.state = JobState::Failed;
    import.code = u"interrupted"_s;
    import.resumable = job.staged;
    if (job.staged) {
        import.cause =
            u"The import was interrupted after %1 of %2 records; those are stored."_s.arg(done).arg(
                import.total);
        import.cure = u"Resume it; the file is not needed for that."_s;
    } else {
        import.cause = u"The service stopped, or lost its storage, during the import. Nothing was changed."_s;
        import.cure = u"Import the file again."_s;
    }
    return import;
}

// The jobs, and the helper that reads what they must not.
class TokenImportJobs final : public BackgroundJobs
{
public:
    explicit TokenImportJobs(QString sdtidReader)
        : m_sdtidReader(std::move(sdtidReader))
    { }
    [[nodiscard]] const QString& sdtidReader() const { return m_sdtidReader; }

private:
    QString m_sdtidReader;
};

struct Visible
{
    TokenImport import; // as it is told: with rows, unless it runs
    StoredTokenImport stored;
};

// Whoever started it may see it, and whoever may import everywhere.
Result<Visible> visibleImport(const Call& call, TokenImportJobs& jobs, qint64 id)
{
    // Asked before the row is read: a job that ends in between has written its row by then.
    const bool running = jobs.isRunning(id);
    return call.read([&](storage::Connection& connection) -> Result<Visible> {
        auto stored = token_imports::find(connection, id);
        if (!stored
            || (stored->createdBy != call.caller().actorKey()
                && !call.caller().scopeOf(Permission::ImportTokens).everything())) {
            return contract::failure(contract::ErrorKind::NotFound, u"import_unknown"_s,
                                     u"There is no such import; they are kept for a week."_s);
        }
        Visible visible {stored->value, *stored};
        if (visible.import.state == JobState::Running && !running) {
            visible.import = interrupted(std::move(visible.import), stored->job);
        }
        if (stored->job.staged && visible.import.state != JobState::Running) {
            visible.import.rows = token_import_batches::outcomes(connection, id);
        }
        return visible;
    });
}

Result<Visible> visibleImport(const Call& call, TokenImportJobs& jobs)
{
    const auto id = call.pathId("id", "import_unknown");
    if (!id) {
        return contract::Unexpected(id.error());
    }
    return visibleImport(call, jobs, *id);
}

// Told apart from another request with the same key: the boundary of the form may differ, what is in it not.
QByteArray digestOf(const TokenImportRequest& request, const TokenImportTarget& target)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](QByteArrayView part) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(QByteArray::fromRawData(part.data(), part.size()));
    };
    add(request.file);
    add(request.keys.passphrase ? request.keys.passphrase->reveal() : QByteArrayView());
    add(request.keys.key ? request.keys.key->reveal() : QByteArrayView());
    add(QByteArray::number(static_cast<int>(request.format)));
    add(QByteArray::number(static_cast<int>(request.duplicates)));
    add(QByteArray::number(request.dryRun));
    add(QByteArray::number(target.domainId));
    return hash.result();
}

// The job's row, and with it the Idempotency-Key: of two requests with one key the second finds the first.
Result<Begun> writeRow(const Call& call, const QString& key, const TokenImportRequest& request,
                       const TokenImportTarget& target)
{
    const QByteArray digest = key.isEmpty() ? QByteArray() : digestOf(request, target);
    const QString actor = call.caller().actorKey();
    const QString route = u"POST "_s + call.request().path;
    return call.write([&](storage::Connection& connection) -> Result<Begun> {
        const security::KeyRing& keys = call.context().keys;
        if (!key.isEmpty()) {
            idempotency::expire(connection, call.now() - secretsReplayed, call.now() - idempotencyKeysKept);
            if (const auto kept = idempotency::find(connection, keys, actor, key, digest)) {
                if (!kept->sameBody || kept->route != route) {
                    return idempotencyMismatch();
                }
                const auto id = kept->answer.reveal();
                return Begun {QByteArray(id.data(), id.size()).toLongLong(), true};
            }
        }
        const qint64 id =
            token_imports::create(connection, actor, call.now(), begunImport(request.format, request.dryRun),
                                  {target.domainId, request.duplicates, request.fileName});
        if (!key.isEmpty()) {
            IdempotentAnswer answer;
            answer.route = route;
            answer.status = 202;
            answer.answer = contract::Secret(QByteArrayView(QByteArray::number(id)));
            answer.createdAt = call.now();
            idempotency::keep(connection, keys, actor, key, digest, answer);
        }
        return Begun {id};
    });
}

contract::Unexpected tooManyImports()
{
    return contract::failure(contract::ErrorKind::TooManyRequests, u"too_many_imports"_s,
                             u"Several imports are running. Wait for one to finish."_s);
}

http::Response importAnswer(const TokenImport& import)
{
    const bool running = import.state == JobState::Running;
    http::Response response = jsonResponse(running ? 202 : 200, contract::toJson(import));
    if (running) {
        response.headers.append({"Location", "/api/v1/token-imports/" + import.id.toLatin1()});
    }
    return response;
}

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
    const auto key = idempotencyKeyOf(call->request());
    if (!key) {
        return contract::Unexpected(key.error());
    }
    const auto begun =
        jobs.begin(request->async ? TokenImportJobs::Place::Behind : TokenImportJobs::Place::Before,
                   tooManyImports(), [&] { return writeRow(*call, *key, *request, *target); });
    if (!begun) {
        return contract::Unexpected(begun.error());
    }
    if (!begun->replayed) {
        ImportWork work {begun->id, request->format, request->dryRun, *target};
        work.job = {target->domainId, request->duplicates, request->fileName};
        // The request points into the call's body, which it keeps.
        auto run = [call, request = *request, work = std::move(work),
                    reader = jobs.sdtidReader()](const ImportStop& stop) {
            static_cast<void>(runTokenImport(*call, request, work, reader, stop));
        };
        if (request->async) {
            jobs.runBehind(begun->id, std::move(run));
            TokenImport import = begunImport(request->format, request->dryRun);
            import.id = QString::number(begun->id);
            return importAnswer(import);
        }
        jobs.run(begun->id, run);
    }
    const auto visible = visibleImport(*call, jobs, begun->id);
    if (!visible) {
        return contract::Unexpected(visible.error());
    }
    http::Response response = importAnswer(visible->import);
    if (begun->replayed) {
        response.headers.append({QByteArray("Idempotency-Replayed"), QByteArray("true")});
    }
    return response;
}

Result<TokenImport> getImport(const Call& call, TokenImportJobs& jobs)
{
    auto visible = visibleImport(call, jobs);
    if (!visible) {
        return contract::Unexpected(visible.error());
    }
    return std::move(visible->import);
}

// As it stands now: another request may have brought it to its end meanwhile.
void goOn(const Call& call, qint64 id, const TokenImportTarget& target, const ImportStop& stop)
{
    const auto stored =
        call.read([&](storage::Connection& connection) { return token_imports::find(connection, id); });
    if (stored && stored->value.state == JobState::Running && (stored->job.staged || *stop.discard)) {
        static_cast<void>(
            importBatches(call, {id, stored->value.format, false, target, stored->job}, stored->value, stop));
    }
}

Result<http::Response> resumeImport(TokenImportJobs& jobs, const std::shared_ptr<Call>& call)
{
    const auto visible = visibleImport(*call, jobs);
    if (!visible) {
        return contract::Unexpected(visible.error());
    }
    if (!visible->import.resumable) {
        return contract::failure(contract::ErrorKind::Conflict, u"import_not_resumable"_s,
                                 u"This import runs, has ended, or left nothing that could be resumed."_s);
    }
    const auto target = targetOf(*call, visible->stored.job);
    if (!target) {
        return contract::Unexpected(target.error());
    }
    const qint64 id = visible->import.id.toLongLong();
    if (!jobs.begin(TokenImportJobs::Place::Behind, id)) {
        return tooManyImports();
    }
    jobs.runBehind(id,
                   [call, id, target = *target](const ImportStop& stop) { goOn(*call, id, target, stop); });
    return importAnswer(visible->stored.value);
}

Result<NoAnswer> cancelImport(const Call& call, TokenImportJobs& jobs)
{
    const auto visible = visibleImport(call, jobs);
    if (!visible) {
        return contract::Unexpected(visible.error());
    }
    const qint64 id = visible->import.id.toLongLong();
    if (visible->import.code == u"interrupted"
        && jobs.begin(TokenImportJobs::Place::Before, id)) { // what is left of it goes
        jobs.run(id, [&](const ImportStop&) { goOn(call, id, {}, stopNow); });
        return NoAnswer {};
    }
    if (!jobs.cancel(id)) {
        return contract::failure(contract::ErrorKind::Conflict, u"import_ended"_s,
                                 u"The import has ended; there is nothing to cancel."_s);
    }
    return NoAnswer {};
}

Routes::RawHandler answering(TokenImportJobs& jobs,
                             Result<http::Response> (*handle)(TokenImportJobs&, const std::shared_ptr<Call>&))
{
    return [&jobs, handle](const std::shared_ptr<Call>& call, const http::SharedResponder& respond) {
        auto answer = handle(jobs, call);
        (*respond)(answer ? std::move(*answer) : http::problemResponse(answer.error(), call->request().id));
    };
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
    routes.context().database.writeAndWait(token_import_batches::discardUnstaged);
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
                .idempotent = true,
                .maxBody = maxForm},
               std::move(form), answering(jobs, importTokens));
    http::RouteDocumentation job;
    job.responseSchema = routes.schemas().reference<TokenImport>();
    routes.raw(http::Method::Post,
               {.path = "/api/v1/token-imports/{id}/resume",
                .id = "resumeTokenImport",
                .summary = "Goes on with an import that was interrupted between two batches.",
                .tag = "Tokens",
                .access = Permission::ImportTokens,
                .success = 202},
               std::move(job), answering(jobs, resumeImport));
    routes.get<TokenImport>({.path = "/api/v1/token-imports/{id}",
                             .id = "getTokenImport",
                             .summary = "How an import stands.",
                             .tag = "Tokens",
                             .access = Permission::ImportTokens},
                            [&jobs](Call& call) { return getImport(call, jobs); });
    routes.remove({.path = "/api/v1/token-imports/{id}",
                   .id = "cancelTokenImport",
                   .summary = "Cancels an import that runs or was interrupted; batches that are stored stay.",
                   .tag = "Tokens",
                   .access = Permission::ImportTokens},
                  [&jobs](Call& call) { return cancelImport(call, jobs); });
}

} // namespace holdfast::authentication
