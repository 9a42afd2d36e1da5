// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/holdfastd/options.h"
#include "app/holdfastd/store.h"

namespace holdfast::daemon {

struct OpenedStore
{
    std::unique_ptr<DataDirectory> directory; // holds the lock: outlives the store
    std::unique_ptr<Store> store;
};

// What --data-dir and --key-dir name. `handedOver` is the master key that a console gives (empty: none).
[[nodiscard]] contract::Result<OpenedStore> openStore(const Options& options,
                                                      const contract::Secret& handedOver = {});
// The keys of a data directory: where --key-dir or the directory's note says, or `handedOver`. Errors:
// keys_missing and those of KeyRing::load.
[[nodiscard]] contract::Result<security::KeyRing>
keysOf(const DataDirectory& directory, const Options& options, const contract::Secret& handedOver = {});
// A new one in an absent or empty folder.
[[nodiscard]] contract::Result<OpenedStore> createStore(const Options& options,
                                                        const contract::Secret& handedOver = {});

} // namespace holdfast::daemon
