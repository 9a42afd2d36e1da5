// SPDX-License-Identifier: Apache-2.0
#include "services/security/key_file.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace holdfast::security {

using contract::ErrorKind;
using contract::failure;
using contract::Result;
using contract::Secret;

namespace {

constexpr qint64 largestFile = 4096;

QString fileIn(const QString& directory)
{
    return directory + QStringLiteral("/keyring.json");
}

bool othersMay(const QString& path)
{
    struct stat status = {};
    return stat(QFile::encodeName(path).constData(), &status) == 0 && (status.st_mode & 077U) != 0;
}

// Written to the end and synced, so that a power cut after `init` does not leave data whose key is gone.
bool writeAndSync(const QString& path, const QByteArray& content)
{
    const int file =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        return false;
    }
    const bool written =
        ::write(file, content.constData(), static_cast<size_t>(content.size())) == content.size()
        && ::fsync(file) == 0;
    return (::close(file) == 0) && written;
}

void syncDirectory(const QString& directory)
{
    const int handle = ::open(QFile::encodeName(directory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
}

} // namespace

Result<Secret> readMasterKey(const QString& directory)
{
    QFile file(fileIn(directory));
    if (!file.exists()) {
        return failure(
            ErrorKind::Unavailable, QStringLiteral("keys_missing"),
            QStringLiteral("There is no keyring.json in %1. Name the folder with --key-dir.").arg(directory));
    }
    if (othersMay(directory) || othersMay(file.fileName())) {
        return failure(
            ErrorKind::Forbidden, QStringLiteral("keys_readable_by_others"),
            QStringLiteral("%1 can be read by others. Restrict it: chmod 700 the folder, chmod 600 the "
                           "file.")
                .arg(directory));
    }
    const auto damaged = [&] {
        return failure(ErrorKind::Internal, QStringLiteral("keys_damaged"),
                       QStringLiteral("keyring.json in %1 cannot be read.").arg(directory));
    };
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile) {
        return damaged();
    }
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    const auto key =
        QByteArray::fromBase64Encoding(object.value(QLatin1String("masterKey")).toString().toLatin1(),
                                       QByteArray::AbortOnBase64DecodingErrors);
    if (object.value(QLatin1String("version")).toInt() != 1 || !key || key.decoded.size() != 32) {
        return damaged();
    }
    return Secret(QByteArrayView(key.decoded));
}

Result<void> writeMasterKey(const QString& directory, const Secret& master)
{
    const QByteArray folder = QFile::encodeName(directory);
    const auto refuse = [&](const char* code, const QString& detail) {
        return failure(ErrorKind::Conflict, QString::fromLatin1(code), detail);
    };
    struct stat status = {};
    if (stat(folder.constData(), &status) != 0 && ::mkdir(folder.constData(), 0700) != 0) {
        return refuse("keys_not_written", QStringLiteral("The folder %1 cannot be made.").arg(directory));
    }
    if (othersMay(directory)) {
        return refuse("keys_readable_by_others",
                      QStringLiteral("%1 can be read by others. Restrict it: chmod 700.").arg(directory));
    }
    if (QFile::exists(fileIn(directory))) {
        return refuse("keys_present",
                      QStringLiteral("%1 already holds the keys of a service.").arg(directory));
    }
    const QJsonObject object {
        {QStringLiteral("version"), 1},
        {QStringLiteral("masterKey"), QString::fromLatin1(master.reveal().toByteArray().toBase64())}};
    if (!writeAndSync(fileIn(directory), QJsonDocument(object).toJson())) {
        return refuse("keys_not_written",
                      QStringLiteral("keyring.json cannot be written to %1.").arg(directory));
    }
    syncDirectory(directory);
    return {};
}

} // namespace holdfast::security
