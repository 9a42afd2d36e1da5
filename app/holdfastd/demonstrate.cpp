// SPDX-License-Identifier: Apache-2.0
#include "app/demonstration/demonstration.h"
#include "app/demonstration/hands_maker.h"
#include "app/holdfastd/open_store.h"
#include "app/holdfastd/verbs.h"

#include <QDir>

#include <cstdio>

namespace holdfast::daemon {

namespace {

int demonstrate(const Options& options)
{
    auto opened = createStore(options);
    if (!opened) {
        return complain(opened.error());
    }
    Store& store = *opened->store;
    store.keepHead();
    const auto filled =
        demonstration::fillDemonstration(store.database(), store.keys(), store.events(), store.clock().now());
    if (!filled) {
        return complain(filled.error());
    }
    // Beside the data, which nobody but the service reads.
    const QString hands = QDir::cleanPath(QDir::current().absoluteFilePath(options.value("data-dir")))
        + QStringLiteral("-hands.json");
    if (const auto written = demonstration::writeHandsFile(hands, *filled); !written) {
        return complain(written.error());
    }
    std::printf("A demonstration organisation is in %s.\n", options.value("data-dir").toUtf8().constData());
    return 0;
}

} // namespace

Verb demonstrateVerb()
{
    return {QStringLiteral("demonstrate"),
            QStringLiteral("Makes a new service with an invented organisation of some 2,000 people."),
            {dataDirectoryFlag(),
             {"key-dir", "DIRECTORY",
              "Where the keys go: absent or empty; a new folder of the user's by default."},
             configFlag()},
            demonstrate};
}

} // namespace holdfast::daemon
