// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_import_run.h"

#include "services/authentication/store/policies_snapshot.h"
#include "services/authentication/store/token_import.h"

namespace holdfast::authentication {

using namespace Qt::StringLiterals;
using contract::JobState;
using contract::Permission;
using contract::Result;
using contract::TokenImport;

namespace {

TokenImport begun(const TokenImportRequest& request)
{
    TokenImport import;
    import.state = JobState::Running;
    import.format = request.format;
    import.dryRun = request.dryRun;
    return import;
}

TokenImport cancelledImport(const TokenImportRequest& request)
{
    TokenImport import = begun(request);
    import.state = JobState::Cancelled;
    import.code = u"cancelled"_s;
    import.cause = u"The import was cancelled; nothing was changed."_s;
    import.cure = u"Start it again if it is still wanted."_s;
    return import;
}

contract::Event importEvent(const Call& call, const TokenImportRequest& request,
                            const TokenImportTarget& target)
{
    contract::Event event = call.event("IMPORT_TOKENS");
    event.domain = target.path;
    event.detail = {{u"format"_s, contract::enumName(request.format)},
                    {u"duplicates"_s, contract::enumName(request.duplicates)}};
    if (!request.fileName.isEmpty()) {
        event.detail.insert(u"file"_s, request.fileName);
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
TokenImport refused(const Call& call, const TokenImportRequest& request, const TokenImportTarget& target,
                    const otp::ImportFault& fault)
{
    TokenImport import = begun(request);
    import.state = JobState::Failed;
    import.code = fault.code;
    import.cause = fault.cause;
    import.cure = fault.cure;
    if (!request.dryRun) {
        call.write([&](storage::Connection& connection) {
            contract::Event event = importEvent(call, request, target);
            event.result = contract::EventResult::Failure;
            event.reason = fault.code;
            call.record(connection, std::move(event));
            return true;
        });
    }
    return import;
}

TokenImport finished(const TokenImportRequest& request, TokenImportOutcome outcome)
{
    TokenImport import = begun(request);
    import.state = JobState::Finished;
    import.total = static_cast<int>(outcome.rows.size());
    import.imported = outcome.imported;
    import.replaced = static_cast<int>(outcome.replaced.size());
    import.ignored = outcome.ignored;
    import.failed = outcome.failed;
    import.rows = std::move(outcome.rows);
    return import;
}

// Rolls back, without being anybody's fault.
contract::Unexpected rolledBack()
{
    return contract::failure(contract::ErrorKind::Conflict, u"cancelled"_s, {});
}

} // namespace

Result<TokenImportTarget> targetOf(const Call& call, const TokenImportRequest& request)
{
    return call.read([&](storage::Connection& connection) -> Result<TokenImportTarget> {
        QString path = request.domain;
        if (path.isEmpty()) {
            const Scope scope = call.caller().scopeOf(Permission::ImportTokens);
            if (scope.everything()) {
                path = u"/"_s;
            } else if (scope.tops().size() == 1) {
                path = scope.tops().constFirst();
            } else {
                return contract::invalidField(u"domain"_s, u"required"_s,
                                              u"Say which security domain the tokens are for."_s);
            }
        }
        const DomainNode* domain = PolicySnapshot::of(connection)->domainAt(path);
        if (!domain) {
            return contract::invalidField(u"domain"_s, u"domain_unknown"_s,
                                          u"There is no such security domain."_s);
        }
        TokenImportTarget target {domain->id, domain->path};
        if (auto within = call.requireInScope(Permission::ImportTokens, target.path); !within) {
            return contract::Unexpected(within.error());
        }
        return target;
    });
}

TokenImport runTokenImport(const Call& call, const TokenImportRequest& request,
                           const TokenImportTarget& target, const QString& sdtidReader,
                           const std::atomic<bool>* cancelled)
{
    otp::SdtidReaderOptions reader;
    reader.program = sdtidReader;
    reader.cancelled = cancelled;
    const auto records = otp::readTokenFile(request.format, request.file, request.keys, reader);
    if ((cancelled && *cancelled) || (!records && records.error().code == u"cancelled")) {
        return cancelledImport(request);
    }
    if (!records) {
        return refused(call, request, target, records.error());
    }

    const security::KeyRing& keys = call.context().keys;
    const Scope scope = call.caller().scopeOf(Permission::ImportTokens);
    TokenImportPlan plan;
    plan.domainId = target.domainId;
    plan.duplicates = request.duplicates;
    plan.now = call.now();
    plan.dryRun = request.dryRun;
    plan.inScope = [&](const QString& path) {
        return scope.contains(path);
    };
    plan.cancelled = cancelled;
    if (request.dryRun) {
        auto outcome = call.read([&](storage::Connection& connection) {
            return token_imports::apply(connection, keys, *records, {}, plan);
        });
        return outcome.cancelled ? cancelledImport(request) : finished(request, std::move(outcome));
    }
    const std::vector<QByteArray> sealed = token_imports::sealSeeds(*records, keys);
    auto outcome = call.write([&](storage::Connection& connection) -> Result<TokenImportOutcome> {
        TokenImportOutcome applied = token_imports::apply(connection, keys, *records, sealed, plan);
        if (applied.cancelled) {
            return rolledBack();
        }
        for (const ReplacedToken& token : applied.replaced) {
            recordReplaced(call, connection, token);
        }
        contract::Event event = importEvent(call, request, target);
        event.detail.insert(u"imported"_s, applied.imported + static_cast<int>(applied.replaced.size()));
        event.detail.insert(u"replaced"_s, static_cast<int>(applied.replaced.size()));
        event.detail.insert(u"ignored"_s, applied.ignored);
        event.detail.insert(u"failed"_s, applied.failed);
        call.record(connection, std::move(event));
        return applied;
    });
    return outcome ? finished(request, std::move(*outcome)) : cancelledImport(request);
}

} // namespace holdfast::authentication
