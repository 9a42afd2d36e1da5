// SPDX-License-Identifier: Apache-2.0
#include "services/agent/replacement.h"

#include "services/agent/identity.h"
#include "services/agent/set_files.h"
#include "services/agent/storage_key.h"

namespace holdfast::agent {

using contract::Result;

Result<void> finishReplacement(const StateDirectory& directory)
{
    const StateDirectory ready = directory.staging();
    if (!ready.has(identityFile)) {
        return {};
    }
    // Each step may be repeated.
    if (ready.has(storageFile) && directory.has(storageFile)) {
        if (auto kept = keepAsFormer(directory); !kept) {
            return kept;
        }
    }
    removeAllSetFiles(directory);
    for (const QString& name : {storageFile, ledgerFile, identityFile}) {
        if (auto moved = directory.takeOver(ready, name, name); !moved) {
            return moved;
        }
    }
    return {};
}

void clearReplacement(const StateDirectory& directory)
{
    discardFormer(directory);
    const StateDirectory ready = directory.staging();
    if (const auto key = findStorageKey(ready)) {
        (void)(*key)->discard();
    }
    for (const QString& name : {identityFile, storageFile, ledgerFile}) {
        ready.remove(name);
    }
}

} // namespace holdfast::agent
