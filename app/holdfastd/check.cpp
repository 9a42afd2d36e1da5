// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/mail_work.h"
#include "app/holdfastd/open_store.h"
#include "app/holdfastd/server_options.h"
#include "app/holdfastd/verbs.h"
#include "services/authentication/store/schema.h"
#include "services/storage/integrity.h"

#include <cstdio>

namespace holdfast::daemon {

namespace {

bool tell(const char* what, const contract::Result<void>& result)
{
    if (result) {
        std::printf("%-10s good\n", what);
        return true;
    }
    std::printf("%-10s %s [%s]\n", what, result.error().detail.toUtf8().constData(),
                result.error().code.toUtf8().constData());
    return false;
}

contract::Result<void> integrityOf(Store& store)
{
    const QString found = store.database().read(
        [](storage::Connection& connection) { return storage::integrityFault(connection); });
    if (found.isEmpty()) {
        return {};
    }
    return contract::failure(contract::ErrorKind::Internal, QStringLiteral("database_damaged"), found);
}

int check(const Options& options)
{
    // What the file itself says wrong is told before this runs: all of it at once.
    const bool configured = tell("config", serverOptions(options).and_then(tryServer));
    const bool mailed = tell("mail", mailOptions(options).map([](const auto&) {}));
    auto opened = openStore(options);
    if (!opened) {
        return complain(opened.error());
    }
    Store& store = *opened->store;
    std::printf("keys       good\nschema     version %d\n", authentication::schemaVersion());
    const bool whole = tell("database", integrityOf(store));
    const bool headed = tell("event head", store.checkHead());
    return configured && mailed && whole && headed ? 0 : 1;
}

} // namespace

Verb checkVerb()
{
    return {QStringLiteral("check"),
            QStringLiteral(
                "Looks whether configuration, keys, database and event log are right; the service must not "
                "run."),
            QList<Flag> {dataDirectoryFlag(), keyDirectoryFlag()} + serverFlags() + mailFlags()
                + QList<Flag> {configFlag()},
            check};
}

} // namespace holdfast::daemon
