// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/fields.h"

namespace holdfast::authentication {

// When the last backup was made and where it went: a file beside the database, by which the running service
// learns of it. Nothing secret.
struct BackupNote
{
    contract::Timestamp madeAt {};
    QString file;
    qint64 bytes = 0;
    qint64 events = 0; // number of the last event in it

    static constexpr auto typeName = "BackupNote";
    static constexpr auto fields()
    {
        using contract::field;
        return fieldList(field("madeAt", &BackupNote::madeAt, "When."),
                         field("file", &BackupNote::file, "Where it went.").length(1, 4096),
                         field("bytes", &BackupNote::bytes, "Its size."),
                         field("events", &BackupNote::events, "Number of the last event in it."));
    }
};

inline constexpr auto backupNoteFileName = "last-backup.json";

// Error: backup_note_unwritable.
[[nodiscard]] contract::Result<void> writeBackupNote(const QString& file, const BackupNote& note);
// None: no backup was made, or the note is damaged.
[[nodiscard]] std::optional<BackupNote> readBackupNote(const QString& file);

} // namespace holdfast::authentication
