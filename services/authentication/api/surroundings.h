// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/timestamp.h"

#include <QJsonObject>
#include <QString>

namespace holdfast::authentication {

// What lies around the database of a service. Wired in app/.
struct Surroundings
{
    QString dataDirectory;
    QString databaseFile;
    QString keyDirectory; // empty: the console keeps the keys
    QString headFile; // of the event log
    QString backupNoteFile;
    QJsonObject configuration {}; // flags in effect; none of them is secret
    contract::Timestamp startedAt {};
};

} // namespace holdfast::authentication
