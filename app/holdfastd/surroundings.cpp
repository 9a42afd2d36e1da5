// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/surroundings.h"

#include <QJsonArray>

namespace holdfast::daemon {

authentication::Surroundings surroundingsOf(const DataDirectory& directory, const Options& options)
{
    authentication::Surroundings around;
    around.dataDirectory = directory.path();
    around.databaseFile = directory.databaseFile();
    around.headFile = directory.headFile();
    around.backupNoteFile = directory.backupNoteFile();
    if (directory.keySource() == KeySource::Directory) {
        around.keyDirectory = options.value("key-dir", directory.keyDirectory());
    }
    for (auto flag = options.all().begin(); flag != options.all().end(); ++flag) {
        around.configuration.insert(flag.key(), QJsonArray::fromStringList(flag.value()));
    }
    around.startedAt = contract::SystemClock().now();
    return around;
}

} // namespace holdfast::daemon
