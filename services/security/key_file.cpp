// SPDX-License-Identifier: Apache-2.0
#include "services/security/key_file.h"

#include <QFile>

#include <openssl/crypto.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace holdfast::security {

using contract::ErrorKind;
using contract::failure;
using contract::Result;
using contract::Secret;

namespace {

constexpr qint64 largestFile = 65'536;

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
bool writeAndSync(const QString& path, QByteArrayView content)
{
    const int file =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        return false;
    }
    const bool written = ::write(file, content.data(), static_cast<size_t>(content.size())) == content.size()
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

Result<Secret> readKeyFile(const QString& directory)
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
    QByteArray read = file.readAll();
    Secret text {QByteArrayView(read)};
    OPENSSL_cleanse(read.data(), static_cast<size_t>(read.size()));
    return text;
}

Result<void> writeKeyFile(const QString& directory, const Secret& text)
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
    if (!writeAndSync(fileIn(directory), text.reveal())) {
        return refuse("keys_not_written",
                      QStringLiteral("keyring.json cannot be written to %1.").arg(directory));
    }
    syncDirectory(directory);
    return {};
}

Result<void> replaceKeyFile(const QString& directory, const Secret& text)
{
    const QString path = fileIn(directory);
    const QString next = path + QStringLiteral(".new");
    QFile::remove(next); // of an attempt that was cut short
    if (!writeAndSync(next, text.reveal())
        || ::rename(QFile::encodeName(next).constData(), QFile::encodeName(path).constData()) != 0) {
        QFile::remove(next);
        return failure(ErrorKind::Unavailable, QStringLiteral("keys_not_written"),
                       QStringLiteral("keyring.json cannot be written to %1.").arg(directory));
    }
    syncDirectory(directory);
    return {};
}

} // namespace holdfast::security
