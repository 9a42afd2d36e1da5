// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/support_bundle.h"

#include "app/holdfastd/open_store.h"
#include "app/holdfastd/surroundings.h"
#include "app/holdfastd/verbs.h"
#include "services/authentication/store/private_file.h"
#include "services/storage/snapshot.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <cstdio>

namespace holdfast::daemon {

namespace {

using contract::Result;
using contract::Unexpected;

Result<void> makeBundle(const Options& options)
{
    const auto path = options.required("data-dir");
    const auto target = options.required("to");
    if (!path || !target) {
        return Unexpected(path ? target.error() : path.error());
    }
    const auto directory = DataDirectory::look(*path);
    if (!directory) {
        return Unexpected(directory.error());
    }
    authentication::Surroundings around = surroundingsOf(**directory, options);
    around.startedAt = {}; // nothing is started here
    // Keys that are elsewhere, or lost, are no reason to do without a bundle.
    const auto keys = keysOf(**directory, options);
    const auto head = authentication::headBefore(&around, keys ? &*keys : nullptr);
    QJsonObject bundle;
    const auto read = storage::readFile((*directory)->databaseFile(), [&](storage::Connection& connection) {
        bundle = authentication::supportBundle({.connection = connection,
                                                .surroundings = &around,
                                                .keys = keys ? &*keys : nullptr,
                                                .head = head,
                                                .now = contract::SystemClock().now()});
    });
    if (!read) {
        return read;
    }
    const QString file = QFileInfo(*target).absoluteFilePath();
    authentication::PrivateFile written(file);
    if (!written.write(QJsonDocument(bundle).toJson()) || !written.keep()) {
        return written.error("bundle_not_written");
    }
    std::printf("A support bundle is in %s. It holds no secret; look into it before you hand it on.\n",
                file.toUtf8().constData());
    return {};
}

int supportBundle(const Options& options)
{
    const auto made = makeBundle(options);
    return made ? 0 : complain(made.error());
}

} // namespace

Verb supportBundleVerb()
{
    return {QStringLiteral("support-bundle"),
            QStringLiteral("Writes what somebody who helps needs to know, without a secret; the service may "
                           "run."),
            {dataDirectoryFlag(),
             keyDirectoryFlag(),
             {"to", "FILE", "Where the bundle goes; must not exist."},
             configFlag()},
            supportBundle};
}

} // namespace holdfast::daemon
