// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/backup_file.h"

#include "services/authentication/store/private_file.h"
#include "services/contract/json.h"
#include "services/security/sealed_stream.h"

#include <QFile>
#include <QJsonDocument>
#include <QtEndian>

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::failure;
using contract::Result;
using contract::Secret;
using contract::Unexpected;

namespace {

constexpr qsizetype lengthSize = 4;
constexpr qsizetype largestSection = 1024 * 1024;

// The stream's faults in the words of a backup.
Unexpected asBackupError(contract::Error error)
{
    const QString& code = error.code;
    if (code == QLatin1String("passphrase_wrong") || code.startsWith(QLatin1String("stream_"))) {
        error.code =
            QStringLiteral("backup_") + (code.startsWith(QLatin1String("stream_")) ? code.mid(7) : code);
    }
    return Unexpected(std::move(error));
}

Unexpected damaged(const QString& detail)
{
    return failure(ErrorKind::InvalidRequest, QStringLiteral("backup_damaged"), detail);
}

QByteArray lengthOf(QByteArrayView section)
{
    QByteArray length(lengthSize, '\0');
    qToBigEndian(static_cast<quint32>(section.size()), length.data());
    return length;
}

qint64 plainSizeOf(const BackupParts& parts, qsizetype manifestSize)
{
    return 3 * lengthSize + manifestSize + parts.keys.size() + parts.head.size()
        + parts.manifest.databaseBytes;
}

} // namespace

Result<void> writeBackupFile(const QString& path, const Secret& passphrase, const BackupParts& parts,
                             const QString& databaseFile)
{
    if (QFile::exists(path)) {
        return failure(ErrorKind::Conflict, QStringLiteral("backup_file_exists"),
                       QStringLiteral("%1 is there already. A backup never replaces a file.").arg(path));
    }
    QFile database(databaseFile);
    if (!database.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Unavailable, QStringLiteral("backup_not_written"),
                       QStringLiteral("The copy of the database cannot be read."));
    }
    const QString unfinished = path + QStringLiteral(".unfinished");
    QFile::remove(unfinished); // of an attempt that was killed
    PrivateFile file(unfinished);
    security::SealedStreamWriter stream(passphrase, [&](QByteArrayView bytes) { return file.write(bytes); });
    const QByteArray manifest =
        QJsonDocument(contract::toJson(parts.manifest)).toJson(QJsonDocument::Compact);
    bool good = true;
    for (const QByteArrayView section :
         {QByteArrayView(manifest), parts.keys.reveal(), QByteArrayView(parts.head)}) {
        good = good && stream.write(lengthOf(section)) && stream.write(section);
    }
    qint64 copied = 0;
    while (good && !database.atEnd()) {
        const QByteArray part = database.read(security::sealed_stream::chunkSize);
        if (part.isEmpty()) {
            return failure(ErrorKind::Unavailable, QStringLiteral("backup_not_written"),
                           QStringLiteral("The copy of the database cannot be read."));
        }
        copied += part.size();
        good = stream.write(part);
    }
    if (good && copied != parts.manifest.databaseBytes) {
        return failure(ErrorKind::Internal, QStringLiteral("backup_not_written"),
                       QStringLiteral("The copy of the database changed while it was read."));
    }
    good = good && stream.finish() && file.keep(path);
    return good ? Result<void>() : Result<void>(file.error("backup_not_written"));
}

BackupFile::BackupFile() = default;
BackupFile::~BackupFile() = default;

Result<std::unique_ptr<BackupFile>> BackupFile::open(const QString& path, const Secret& passphrase)
{
    std::unique_ptr<BackupFile> backup(new BackupFile);
    backup->m_file = std::make_unique<QFile>(path);
    QFile* const file = backup->m_file.get();
    if (!file->open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::NotFound, QStringLiteral("backup_unreadable"),
                       QStringLiteral("%1 cannot be read: %2.").arg(path, file->errorString()));
    }
    auto stream = security::SealedStreamReader::open(
        passphrase, [file](char* bytes, qint64 most) { return file->read(bytes, most); });
    if (!stream) {
        return asBackupError(stream.error());
    }
    backup->m_stream = std::move(*stream);
    if (const auto read = backup->readParts(); !read) {
        return asBackupError(read.error());
    }
    return backup;
}

Result<QByteArray> BackupFile::readExactly(qsizetype size)
{
    QByteArray bytes;
    while (bytes.size() < size) {
        const auto part = m_stream->read(size - bytes.size());
        if (!part) {
            return part;
        }
        if (part->isEmpty()) {
            return damaged(QStringLiteral("The backup ends too early."));
        }
        bytes += *part;
    }
    return bytes;
}

Result<QByteArray> BackupFile::readSection(qsizetype most)
{
    return readExactly(lengthSize).and_then([&](const QByteArray& length) -> Result<QByteArray> {
        const auto size = static_cast<qsizetype>(qFromBigEndian<quint32>(length.constData()));
        return size <= most ? readExactly(size)
                            : damaged(QStringLiteral("A part of the backup is too long."));
    });
}

Result<void> BackupFile::readParts()
{
    const auto manifest = readSection(largestSection);
    const auto keys = manifest ? readSection(largestSection) : manifest;
    const auto head = keys ? readSection(largestSection) : keys;
    if (!head) {
        return Unexpected(head.error());
    }
    const auto read = contract::parseObject(*manifest).and_then(
        [](const QJsonObject& object) { return contract::fromJson<BackupManifest>(object); });
    if (!read) {
        return failure(ErrorKind::InvalidRequest, QStringLiteral("backup_unknown"),
                       QStringLiteral("The backup was written by another version of Holdfast."));
    }
    m_parts = {*read, Secret(QByteArrayView(*keys)), *head};
    const qint64 whole = security::sealed_stream::sealedSize(plainSizeOf(m_parts, manifest->size()));
    if (m_file->size() < whole) {
        return failure(ErrorKind::InvalidRequest, QStringLiteral("backup_truncated"),
                       QStringLiteral("The backup has %1 bytes of %2: its end is missing.")
                           .arg(m_file->size())
                           .arg(whole));
    }
    return {};
}

Result<void> BackupFile::extractDatabase(const QString& target)
{
    PrivateFile file(target);
    qint64 left = m_parts.manifest.databaseBytes;
    for (;;) {
        const auto part = m_stream->read(security::sealed_stream::chunkSize);
        if (!part) {
            return asBackupError(part.error());
        }
        left -= part->size();
        if (part->isEmpty() || left < 0) {
            break;
        }
        if (!file.write(*part)) {
            return file.error("restore_not_written");
        }
    }
    if (left != 0) {
        return damaged(QStringLiteral("The database in the backup has another size than it should."));
    }
    return file.keep() ? Result<void>() : Result<void>(file.error("restore_not_written"));
}

} // namespace holdfast::authentication
