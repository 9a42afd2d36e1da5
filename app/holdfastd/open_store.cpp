// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/open_store.h"

#include <QDir>

namespace holdfast::daemon {

using contract::Result;
using contract::Secret;
using security::KeyRing;

namespace {

// New keys: the console's if it hands some over, else a file of their own.
Result<KeyRing> newKeys(DataDirectory& directory, const Options& options, const Secret& handedOver)
{
    if (!handedOver.isEmpty()) {
        return directory.noteKeys(KeySource::Console, {}).and_then([&] {
            return KeyRing::fromMasterKey(handedOver);
        });
    }
    const Result<QString> place =
        options.has("key-dir") ? Result<QString>(options.value("key-dir")) : DataDirectory::newKeyDirectory();
    if (!place) {
        return contract::Unexpected(place.error());
    }
    const KeyRing keys = KeyRing::generate();
    const QString folder = QDir(*place).absolutePath();
    return keys.save(folder)
        .and_then([&] { return directory.noteKeys(KeySource::Directory, folder); })
        .map([&] { return keys; });
}

} // namespace

Result<KeyRing> keysOf(const DataDirectory& directory, const Options& options, const Secret& handedOver)
{
    if (directory.keySource() == KeySource::Directory || options.has("key-dir")) {
        return KeyRing::load(options.value("key-dir", directory.keyDirectory()));
    }
    if (handedOver.isEmpty()) {
        return contract::failure(
            contract::ErrorKind::Unavailable, QStringLiteral("keys_missing"),
            QStringLiteral("The keys of this data directory are in the keychain of the console "
                           "that made it, and were not handed over."));
    }
    return KeyRing::fromMasterKey(handedOver);
}

Result<OpenedStore> openStore(const Options& options, const Secret& handedOver)
{
    const auto path = options.required("data-dir");
    if (!path) {
        return contract::Unexpected(path.error());
    }
    auto directory = DataDirectory::open(*path);
    if (!directory) {
        return contract::Unexpected(directory.error());
    }
    auto store = keysOf(**directory, options, handedOver).and_then([&](KeyRing keys) {
        return Store::open(**directory, std::move(keys));
    });
    if (!store) {
        return contract::Unexpected(store.error());
    }
    return OpenedStore {std::move(*directory), std::move(*store)};
}

Result<OpenedStore> createStore(const Options& options, const Secret& handedOver)
{
    const auto path = options.required("data-dir");
    if (!path) {
        return contract::Unexpected(path.error());
    }
    auto directory = DataDirectory::create(*path);
    if (!directory) {
        return contract::Unexpected(directory.error());
    }
    auto store = newKeys(**directory, options, handedOver).and_then([&](KeyRing keys) {
        return Store::create(**directory, std::move(keys));
    });
    if (!store) {
        return contract::Unexpected(store.error());
    }
    return OpenedStore {std::move(*directory), std::move(*store)};
}

} // namespace holdfast::daemon
