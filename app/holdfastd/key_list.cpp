// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/open_store.h"
#include "app/holdfastd/verbs.h"
#include "services/authentication/store/key_rotation.h"
#include "services/storage/snapshot.h"

#include <cstdio>

namespace holdfast::daemon {

namespace {

using contract::Result;
namespace rotation = authentication::key_rotation;

Result<void> printKeys(const Options& options)
{
    const auto path = options.required("data-dir");
    auto directory = path ? DataDirectory::look(*path)
                          : Result<std::unique_ptr<DataDirectory>>(contract::Unexpected(path.error()));
    const auto keys = directory ? keysOf(**directory, options)
                                : Result<security::KeyRing>(contract::Unexpected(directory.error()));
    if (!keys) {
        return contract::Unexpected(keys.error());
    }
    return storage::readFile((*directory)->databaseFile(), [&](storage::Connection& connection) {
        auto uses = rotation::uses(connection);
        for (const int version : keys->versions()) {
            const rotation::Use& use = uses[version];
            std::printf("version %-3d  %lld seeds, %lld PINs, %lld passwords, %lld kept answers%s\n", version,
                        static_cast<long long>(use.seeds), static_cast<long long>(use.pins),
                        static_cast<long long>(use.passwords), static_cast<long long>(use.answers),
                        version == keys->currentVersion() ? "  (current)" : "");
        }
    });
}

int list(const Options& options)
{
    const auto printed = printKeys(options);
    return printed ? 0 : complain(printed.error());
}

} // namespace

Verb keyListVerb()
{
    return {QStringLiteral("key list"),
            QStringLiteral("Tells the versions of the keys and what uses each; the service may run."),
            {dataDirectoryFlag(), keyDirectoryFlag(), configFlag()},
            list};
}

} // namespace holdfast::daemon
