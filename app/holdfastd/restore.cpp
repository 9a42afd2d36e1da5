// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/open_store.h"
#include "app/holdfastd/password_input.h"
#include "app/holdfastd/restore_run.h"
#include "app/holdfastd/verbs.h"

#include <QTemporaryDir>

#include <cstdio>

namespace holdfast::daemon {

namespace {

using contract::Result;
using contract::Unexpected;

void tell(const RestoreReport& report)
{
    const authentication::BackupManifest& backup = report.manifest;
    std::printf("backup     of %s, by Holdfast %s, schema %d, key version %d\n",
                contract::toRfc3339(backup.madeAt).toUtf8().constData(), backup.program.toUtf8().constData(),
                backup.schema, backup.keyVersion);
    std::printf("database   good\nkeys       good, %lld seeds open\n",
                static_cast<long long>(report.findings.seeds));
    if (report.findings.brokenSeeds > 0) {
        std::printf("           %lld seeds were damaged when the backup was made\n",
                    static_cast<long long>(report.findings.brokenSeeds));
    }
    std::printf("event log  %lld events, %s\n", static_cast<long long>(report.findings.events),
                report.findings.brokenChain.isEmpty() ? "the chain is whole"
                                                      : report.findings.brokenChain.toUtf8().constData());
}

// Everything that a restore does, in a place that is gone afterwards.
Result<void> testRestore(const Options& options, const QString& from)
{
    if (options.has("data-dir") || options.has("key-dir")) {
        return contract::failure(contract::ErrorKind::InvalidRequest, QStringLiteral("usage"),
                                 QStringLiteral("--test restores into a place of its own: leave out "
                                                "--data-dir and --key-dir."));
    }
    const auto passphrase = readPassphrase();
    if (!passphrase) {
        return Unexpected(passphrase.error());
    }
    const QTemporaryDir place;
    if (!place.isValid()) {
        return contract::failure(
            contract::ErrorKind::Unavailable, QStringLiteral("restore_not_written"),
            QStringLiteral("No temporary folder can be made: %1").arg(place.errorString()));
    }
    const auto report =
        restoreBackup({from, place.filePath(QStringLiteral("data")), place.filePath(QStringLiteral("keys")),
                       *passphrase, options.has("accept-event-loss")});
    if (!report) {
        return Unexpected(report.error());
    }
    tell(*report);
    std::printf("This backup can be restored. Nothing was left behind.\n");
    return {};
}

Result<void> restoreForGood(const Options& options, const QString& from)
{
    const auto data = options.required("data-dir");
    if (!data) {
        return Unexpected(data.error());
    }
    const Result<QString> keys =
        options.has("key-dir") ? Result<QString>(options.value("key-dir")) : DataDirectory::newKeyDirectory();
    const auto passphrase = keys ? readPassphrase() : Result<contract::Secret>(Unexpected(keys.error()));
    if (!passphrase) {
        return Unexpected(passphrase.error());
    }
    const auto report = restoreBackup({from, *data, *keys, *passphrase, options.has("accept-event-loss")});
    if (!report) {
        return Unexpected(report.error());
    }
    tell(*report);
    std::printf(
        "The service is restored in %s, its keys in %s.\n"
        "What happened after the backup is not in it: look at codes, tokens and API clients that were\n"
        "used, lost or removed since. All administrators sign in again.\n",
        data->toUtf8().constData(), keys->toUtf8().constData());
    return {};
}

int restore(const Options& options)
{
    const auto from = options.required("from");
    if (!from) {
        return complain(from.error());
    }
    const auto done = options.has("test") ? testRestore(options, *from) : restoreForGood(options, *from);
    return done ? 0 : complain(done.error());
}

} // namespace

Verb restoreVerb()
{
    return {QStringLiteral("restore"),
            QStringLiteral("Makes a service from a backup, or with --test shows that one could be made."),
            {{"from", "FILE", "The backup; its passphrase is read from standard input."},
             {"data-dir", "DIRECTORY", "Where the data goes: absent or empty."},
             {"key-dir", "DIRECTORY",
              "Where the keys go: absent or empty; a new folder of the user's by default."},
             {"test", nullptr, "Restores into a temporary place, verifies, reports and leaves nothing."},
             {"accept-event-loss", nullptr,
              "Go on although the event log in the backup is not whole; that is noted in an event."},
             configFlag()},
            restore};
}

} // namespace holdfast::daemon
