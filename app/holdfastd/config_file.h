// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"

#include <QStringList>

namespace holdfast::daemon {

struct ConfigEntry
{
    QString key;
    QString value;
    int line = 0;
};

// What a configuration file says: "key = value" a line, comments after ; or # at the beginning of a line,
// values in double quotes if they begin or end with a space. A section [General] may stand above; there are
// no others.
struct ConfigFile
{
    QList<ConfigEntry> entries;
    QStringList faults; // "line 3: ...", of what is no such line
};

// Error: config_unreadable (absent, not a file, longer than 1 MiB, not UTF-8).
[[nodiscard]] contract::Result<ConfigFile> readConfigFile(const QString& path);

} // namespace holdfast::daemon
