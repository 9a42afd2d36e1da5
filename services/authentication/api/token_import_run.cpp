// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_import_run.h"

#include "services/authentication/store/token_import_batches.h"

namespace holdfast::authentication {

using namespace Qt::StringLiterals;
using contract::JobState;
using contract::Permission;
using contract::Result;
using contract::TokenImport;

namespace {

void write(const Call& call, const ImportWork& work, const TokenImport& import)
{
    call.write([&](storage::Connection& connection) {
        token_imports::update(connection, work.id, import);
        return true;
    });
}

TokenImport cancelledImport(const ImportWork& work)
{
    TokenImport import = begunImport(work.format, work.dryRun);
    import.state = JobState::Cancelled;
    import.code = u"cancelled"_s;
    import.cause = u"The import was cancelled; nothing was changed."_s;
    import.cure = u"Start it again if it is still wanted."_s;
    return import;
}

contract::Event importEvent(const Call& call, const ImportWork& work)
{
    contract::Event event = call.event("IMPORT_TOKENS");
    event.domain = work.target.path;
    event.detail = {{u"format"_s, contract::enumName(work.format)},
                    {u"duplicates"_s, contract::enumName(work.job.duplicates)},
                    {u"import"_s, QString::number(work.id)}};
    if (!work.job.fileName.isEmpty()) {
        event.detail.insert(u"file"_s, work.job.fileName);
    }
    return event;
}

void recordReplaced(const Call& call, storage::Connection& connection, const ReplacedToken& token)
{
    contract::Event event = call.event(token.userId ? "AM_UNLINK_TOKEN_PRINCIPAL" : "UPDATE_AM_TOKEN");
    event.tokenSerial = token.serial;
    event.domain = token.domain;
    event.detail = {{u"action"_s, u"import"_s}};
    if (token.userId) {
        event.userId = QString::number(*token.userId);
        event.userName = token.userName;
        event.detail.insert(u"emergencyCodesEnded"_s, token.emergencyCodesEnded);
    }
    call.record(connection, std::move(event));
}

// A file that is refused as a whole changes nothing, but that somebody tried is worth knowing.
TokenImport refused(const Call& call, const ImportWork& work, const otp::ImportFault& fault)
{
    TokenImport import = begunImport(work.format, work.dryRun);
    import.state = JobState::Failed;
    import.code = fault.code;
    import.cause = fault.cause;
    import.cure = fault.cure;
    call.write([&](storage::Connection& connection) {
        token_imports::update(connection, work.id, import);
        if (!work.dryRun) {
            contract::Event event = importEvent(call, work);
            event.result = contract::EventResult::Failure;
            event.reason = fault.code;
            call.record(connection, std::move(event));
        }
        return true;
    });
    return import;
}

TokenImport finished(const ImportWork& work, TokenImportOutcome outcome)
{
    TokenImport import = begunImport(work.format, work.dryRun);
    import.state = JobState::Finished;
    import.total = static_cast<int>(outcome.rows.size());
    import.imported = outcome.imported;
    import.replaced = static_cast<int>(outcome.replaced.size());
    import.ignored = outcome.ignored;
    import.failed = outcome.failed;
    import.rows = std::move(outcome.rows);
    return import;
}

TokenImport dryRun(const Call& call, const ImportWork& work, const std::vector<otp::TokenRecord>& records,
                   const ImportStop& stop)
{
    TokenImportPlan plan = importPlan(call, work);
    plan.cancelled = stop.soon;
    auto outcome = call.read([&](storage::Connection& connection) {
        return token_imports::apply(connection, call.context().keys, records, {}, plan);
    });
    TokenImport import = outcome.cancelled ? cancelledImport(work) : finished(work, std::move(outcome));
    write(call, work, import);
    return import;
}

// All or nothing, the end of the job included.
TokenImport importAtOnce(const Call& call, const ImportWork& work,
                         const std::vector<otp::TokenRecord>& records)
{
    const security::KeyRing& keys = call.context().keys;
    const TokenImportPlan plan = importPlan(call, work);
    const std::vector<QByteArray> sealed = token_imports::sealSeeds(records, keys);
    return call.write([&](storage::Connection& connection) {
        TokenImportOutcome outcome = token_imports::apply(connection, keys, records, sealed, plan);
        recordImport(call, connection, work, outcome);
        TokenImport import = finished(work, std::move(outcome));
        token_imports::update(connection, work.id, import);
        return import;
    });
}

// Until all records are kept nothing is imported: who is interrupted here leaves nothing.
TokenImport stage(const Call& call, ImportWork& work, const std::vector<otp::TokenRecord>& records,
                  const ImportStop& stop)
{
    const std::span<const otp::TokenRecord> all(records);
    TokenImport import = begunImport(work.format, work.dryRun);
    import.total = static_cast<int>(records.size());
    int number = 0;
    for (size_t at = 0; at < all.size(); at += token_import_batches::batchSize) {
        if (stop.soon && *stop.soon) {
            import = cancelledImport(work);
            call.write([&](storage::Connection& connection) {
                token_import_batches::discard(connection, work.id);
                token_imports::update(connection, work.id, import);
                return true;
            });
            return import;
        }
        const QByteArray sealed = token_import_batches::sealed(
            call.context().keys, work.id, ++number,
            all.subspan(at, std::min(token_import_batches::batchSize, all.size() - at)));
        call.write([&](storage::Connection& connection) {
            token_import_batches::keep(connection, work.id, number, sealed);
            return true;
        });
    }
    work.job.staged = true;
    call.write([&](storage::Connection& connection) {
        token_imports::setStaged(connection, work.id, work.job);
        token_imports::update(connection, work.id, import);
        return true;
    });
    return import;
}

} // namespace

TokenImport begunImport(contract::ImportFormat format, bool dryRun)
{
    TokenImport import;
    import.state = JobState::Running;
    import.format = format;
    import.dryRun = dryRun;
    return import;
}

TokenImportPlan importPlan(const Call& call, const ImportWork& work)
{
    TokenImportPlan plan;
    plan.domainId = work.target.domainId;
    plan.duplicates = work.job.duplicates;
    plan.now = call.now();
    plan.dryRun = work.dryRun;
    plan.inScope = [scope = call.caller().scopeOf(Permission::ImportTokens)](const QString& path) {
        return scope.contains(path);
    };
    return plan;
}

void recordImport(const Call& call, storage::Connection& connection, const ImportWork& work,
                  const TokenImportOutcome& outcome)
{
    for (const ReplacedToken& token : outcome.replaced) {
        recordReplaced(call, connection, token);
    }
    const int replaced = static_cast<int>(outcome.replaced.size());
    contract::Event event = importEvent(call, work);
    event.detail.insert(u"imported"_s, outcome.imported + replaced);
    event.detail.insert(u"replaced"_s, replaced);
    event.detail.insert(u"ignored"_s, outcome.ignored);
    event.detail.insert(u"failed"_s, outcome.failed);
    call.record(connection, std::move(event));
}

TokenImport runTokenImport(const Call& call, const TokenImportRequest& request, ImportWork work,
                           const QString& sdtidReader, const ImportStop& stop)
{
    otp::SdtidReaderOptions reader;
    reader.program = sdtidReader;
    reader.cancelled = stop.soon;
    auto records = otp::readTokenFile(request.format, request.file, request.keys, reader);
    if ((stop.soon && *stop.soon) || (!records && records.error().code == u"cancelled")) {
        const TokenImport import = cancelledImport(work);
        write(call, work, import);
        return import;
    }
    if (!records) {
        return refused(call, work, records.error());
    }
    token_imports::markRepeated(*records);
    if (work.dryRun) {
        return dryRun(call, work, *records, stop);
    }
    if (records->size() <= token_import_batches::batchSize) {
        return importAtOnce(call, work, *records);
    }
    TokenImport import = stage(call, work, *records, stop);
    return import.state == JobState::Running ? importBatches(call, work, std::move(import), stop) : import;
}

} // namespace holdfast::authentication
