// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::authentication {

// What a backup says of itself, in JSON at its beginning; sealed like all of it.
struct BackupManifest
{
    QString program; // version of Holdfast that wrote it
    contract::Timestamp madeAt {};
    int schema = 0;
    qint64 events = 0; // number of the last event in it
    qint64 databaseBytes = 0;
    int keyVersion = 1; // the current one

    static constexpr auto typeName = "BackupManifest";
    static constexpr auto fields()
    {
        using contract::field;
        return fieldList(
            field("program", &BackupManifest::program, "Version that wrote it.").length(1, 100),
            field("madeAt", &BackupManifest::madeAt, "When."),
            field("schema", &BackupManifest::schema, "Version of the database's schema."),
            field("events", &BackupManifest::events, "Number of the last event in it."),
            field("databaseBytes", &BackupManifest::databaseBytes, "Size of the database in it."),
            field("keyVersion", &BackupManifest::keyVersion, "Current version of the keys in it."));
    }
};

} // namespace holdfast::authentication
