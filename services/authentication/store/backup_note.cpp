// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/backup_note.h"

#include "services/contract/json.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace holdfast::authentication {

contract::Result<void> writeBackupNote(const QString& file, const BackupNote& note)
{
    QSaveFile target(file);
    if (target.open(QIODevice::WriteOnly)
        && target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && target.write(QJsonDocument(contract::toJson(note)).toJson()) > 0 && target.commit()) {
        return {};
    }
    return contract::failure(contract::ErrorKind::Unavailable, QStringLiteral("backup_note_unwritable"),
                             QStringLiteral("The backup was made, but cannot be noted in %1.").arg(file));
}

std::optional<BackupNote> readBackupNote(const QString& file)
{
    constexpr qint64 most = 16'384;
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const auto note = contract::parseObject(source.read(most)).and_then([](const QJsonObject& object) {
        return contract::fromJson<BackupNote>(object);
    });
    return note ? std::optional(*note) : std::nullopt;
}

} // namespace holdfast::authentication
