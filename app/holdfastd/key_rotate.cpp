// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/open_store.h"
#include "app/holdfastd/verbs.h"
#include "services/authentication/store/key_check.h"
#include "services/authentication/store/key_rotation.h"
#include "services/storage/snapshot.h"

#include <cstdio>

namespace holdfast::daemon {

namespace {

using contract::Result;
using contract::Unexpected;
using security::KeyRing;
namespace rotation = authentication::key_rotation;

constexpr int batchSize = 500;

// A new version, or the present one where a rotation was cut short: the new key is on the disk before
// anything is sealed under it, and the old one until nothing is.
Result<KeyRing> ringToUse(const DataDirectory& directory, const QString& keyDirectory, const KeyRing& present)
{
    std::optional<int> underWay;
    const auto read = storage::readFile(directory.databaseFile(), [&](storage::Connection& connection) {
        underWay = rotation::underWay(connection);
    });
    if (!read) {
        return Unexpected(read.error());
    }
    if (underWay == present.currentVersion()) {
        std::printf("Goes on with the rotation to version %d.\n", present.currentVersion());
        return present;
    }
    auto next = present.withNewVersion();
    const auto replaced = next ? next->replace(keyDirectory) : Result<void>(Unexpected(next.error()));
    return replaced ? next : Result<KeyRing>(Unexpected(replaced.error()));
}

// Before the ring changes: keys of another service are not touched, nor is a log rotated over that lost its
// tail.
Result<void> requireMatch(const DataDirectory& directory, const KeyRing& present)
{
    return Store::open(directory, present).and_then([](const std::unique_ptr<Store>& store) {
        return store->checkHead();
    });
}

using Reseal = rotation::Batch (*)(storage::Connection&, const KeyRing&, qint64, int);

void resealAll(Store& store, Reseal reseal, rotation::Batch& total)
{
    qint64 lastId = 0;
    for (;;) {
        const rotation::Batch batch = store.database().writeAndWait([&](storage::Connection& connection) {
            return reseal(connection, store.keys(), lastId, batchSize);
        });
        lastId = batch.lastId;
        total.read += batch.read;
        total.resealed += batch.resealed;
        total.broken += batch.broken;
        if (batch.read == 0) {
            return;
        }
        std::printf("%d seeds are under version %d.\n", total.read - total.broken,
                    store.keys().currentVersion());
        std::fflush(stdout);
    }
}

// Deleted tokens in the bin may come back, so their seeds follow, too.
rotation::Batch resealAll(Store& store)
{
    store.database().writeAndWait(
        [&](storage::Connection& connection) { rotation::begin(connection, store.keys().currentVersion()); });
    rotation::Batch total;
    resealAll(store, rotation::reseal, total);
    resealAll(store, rotation::resealBin, total);
    resealAll(store, rotation::resealOfflinePins, total);
    resealAll(store, rotation::resealOfflineCodes, total);
    return total;
}

void noteRotation(Store& store, const rotation::Batch& total)
{
    store.database().writeAndWait([&](storage::Connection& connection) {
        contract::Event event;
        event.at = store.clock().now();
        event.log = contract::EventLog::System;
        event.key = QStringLiteral("KEYS_ROTATED");
        event.result = contract::EventResult::Success;
        event.actor = QStringLiteral("system");
        event.detail = {{QStringLiteral("version"), store.keys().currentVersion()},
                        {QStringLiteral("seeds"), total.resealed},
                        {QStringLiteral("damaged"), total.broken}};
        store.events().append(connection, std::move(event));
        rotation::end(connection);
    });
}

Result<void> dropUnused(Store& store, const QString& keyDirectory)
{
    std::vector<int> used;
    const auto uses =
        store.database().read([](storage::Connection& connection) { return rotation::uses(connection); });
    for (const auto& [version, use] : uses) {
        used.push_back(version);
    }
    const KeyRing kept = store.keys().withOnly(used);
    if (kept.versions() == store.keys().versions()) {
        return {};
    }
    store.database().writeAndWait(
        [&](storage::Connection& connection) { authentication::key_check::note(connection, kept); });
    return kept.replace(keyDirectory);
}

Result<void> rotateKeys(const Options& options)
{
    const auto path = options.required("data-dir");
    auto directory =
        path ? DataDirectory::open(*path) : Result<std::unique_ptr<DataDirectory>>(Unexpected(path.error()));
    if (!directory) {
        return Unexpected(directory.error());
    }
    if (auto locked = (*directory)->lockBackups(); !locked) {
        return locked;
    }
    const QString keyDirectory = options.value("key-dir", (*directory)->keyDirectory());
    const auto keys = keysOf(**directory, options).and_then([&](const KeyRing& present) {
        return requireMatch(**directory, present).and_then([&] {
            return ringToUse(**directory, keyDirectory, present);
        });
    });
    auto opened =
        keys ? Store::open(**directory, *keys) : Result<std::unique_ptr<Store>>(Unexpected(keys.error()));
    if (!opened) {
        return Unexpected(opened.error());
    }
    Store& store = **opened;
    store.keepHead();
    const rotation::Batch total = resealAll(store);
    noteRotation(store, total);
    if (auto dropped = dropUnused(store, keyDirectory); !dropped) {
        return dropped;
    }
    std::printf("The keys are at version %d; a PIN or password follows at its next use.\n"
                "Make a backup now: older ones do not hold the new key.\n",
                store.keys().currentVersion());
    if (total.broken > 0) {
        return contract::failure(
            contract::ErrorKind::Conflict, QStringLiteral("seal_broken"),
            QStringLiteral("%1 seeds do not open and were left as they are.").arg(total.broken));
    }
    return {};
}

int rotate(const Options& options)
{
    const auto rotated = rotateKeys(options);
    return rotated ? 0 : complain(rotated.error());
}

} // namespace

Verb keyRotateVerb()
{
    return {QStringLiteral("key rotate"),
            QStringLiteral("Makes a new version of the keys for seeds, PINs and passwords; the service must "
                           "not run. One that was cut short goes on."),
            {dataDirectoryFlag(), keyDirectoryFlag(), configFlag()},
            rotate};
}

} // namespace holdfast::daemon
