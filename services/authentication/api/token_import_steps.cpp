// SPDX-License-Identifier: Apache-2.0
// Imports batch by batch.
#include "services/authentication/api/token_import_run.h"
#include "services/authentication/store/token_import_batches.h"

namespace holdfast::authentication {

using namespace Qt::StringLiterals;
using contract::JobState;
using contract::TokenImport;

namespace {

TokenImport discarded(const Call& call, const ImportWork& work, TokenImport import)
{
    const int done = import.imported + import.replaced + import.ignored + import.failed;
    import.state = JobState::Cancelled;
    import.code = u"cancelled"_s;
    import.cause =
        u"The import was cancelled after %1 of %2 records; what was stored until then stays."_s.arg(done).arg(
            import.total);
    import.cure = u"Import the file again to take the rest: what is there already is left out."_s;
    call.write([&](storage::Connection& connection) {
        token_import_batches::discard(connection, work.id);
        token_imports::update(connection, work.id, import);
        return true;
    });
    return import;
}

// The tokens, their events and the progress: together or not at all.
TokenImport importBatch(const Call& call, const ImportWork& work, const token_import_batches::Batch& batch,
                        const TokenImport& progress)
{
    const security::KeyRing& keys = call.context().keys;
    const TokenImportPlan plan = importPlan(call, work);
    const std::vector<QByteArray> sealed = token_imports::sealSeeds(batch.records, keys);
    return call.write([&](storage::Connection& connection) {
        const TokenImportOutcome outcome =
            token_imports::apply(connection, keys, batch.records, sealed, plan);
        if (!token_import_batches::finish(connection, work.id, batch.number, outcome.rows)) {
            throw storage::StorageError("a batch of a token import was imported twice");
        }
        recordImport(call, connection, work, outcome);
        TokenImport after = progress;
        after.imported += outcome.imported;
        after.replaced += static_cast<int>(outcome.replaced.size());
        after.ignored += outcome.ignored;
        after.failed += outcome.failed;
        token_imports::update(connection, work.id, after);
        return after;
    });
}

} // namespace

TokenImport importBatches(const Call& call, const ImportWork& work, TokenImport progress,
                          const ImportStop& stop)
{
    while (true) {
        if (stop.discard && *stop.discard) {
            return discarded(call, work, std::move(progress));
        }
        if (stop.soon && *stop.soon) {
            return progress;
        }
        const auto batch = call.read([&](storage::Connection& connection) {
            return token_import_batches::next(connection, call.context().keys, work.id);
        });
        if (!batch) {
            break;
        }
        progress = importBatch(call, work, *batch, progress);
    }
    progress.state = JobState::Finished;
    call.write([&](storage::Connection& connection) {
        token_imports::update(connection, work.id, progress);
        return true;
    });
    return progress;
}

} // namespace holdfast::authentication
