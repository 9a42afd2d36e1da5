// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/data_directory.h"

#include "services/authentication/store/backup_note.h"
#include "services/authentication/store/events_head.h"
#include "services/security/random.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace holdfast::daemon {

using contract::ErrorKind;
using contract::failure;
using contract::Result;

namespace {

contract::Unexpected refuse(const char* code, const QString& detail)
{
    return failure(ErrorKind::Conflict, QString::fromLatin1(code), detail);
}

QString noteIn(const QString& path)
{
    return path + QStringLiteral("/service.json");
}

bool makePrivate(const QString& path)
{
    return QDir().mkpath(path) && ::chmod(QFile::encodeName(path).constData(), 0700) == 0;
}

QStringList entriesOf(const QString& path)
{
    return QDir(path).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

} // namespace

DataDirectory::DataDirectory(QString path)
    : m_path(std::move(path))
{ }

DataDirectory::~DataDirectory()
{
    for (const int lock : {m_lock, m_backupLock}) {
        if (lock >= 0) {
            ::close(lock);
        }
    }
}

bool DataDirectory::isFresh(const QString& path)
{
    QStringList entries = entriesOf(path);
    entries.removeAll(QStringLiteral("lock"));
    return entries.isEmpty();
}

Result<std::unique_ptr<DataDirectory>> DataDirectory::create(const QString& path)
{
    const QString absolute = QDir(path).absolutePath();
    if (!isFresh(absolute)) {
        return refuse(
            "data_directory_not_empty",
            QStringLiteral("%1 is not empty. Name a folder that is absent or empty.").arg(absolute));
    }
    if (!makePrivate(absolute)) {
        return refuse("data_directory_not_made",
                      QStringLiteral("The folder %1 cannot be made.").arg(absolute));
    }
    std::unique_ptr<DataDirectory> directory(new DataDirectory(absolute));
    if (const auto locked = directory->lock(); !locked) {
        return contract::Unexpected(locked.error());
    }
    return directory;
}

Result<std::unique_ptr<DataDirectory>> DataDirectory::open(const QString& path)
{
    std::unique_ptr<DataDirectory> directory(new DataDirectory(QDir(path).absolutePath()));
    return directory->requireService()
        .and_then([&] { return directory->lock(); })
        .and_then([&] { return directory->readNote(); })
        .map([&] { return std::move(directory); });
}

Result<std::unique_ptr<DataDirectory>> DataDirectory::look(const QString& path)
{
    std::unique_ptr<DataDirectory> directory(new DataDirectory(QDir(path).absolutePath()));
    return directory->requireService().and_then([&] { return directory->readNote(); }).map([&] {
        return std::move(directory);
    });
}

Result<void> DataDirectory::requireService() const
{
    if (QFile::exists(noteIn(m_path))) {
        return {};
    }
    return refuse(
        "data_directory_missing",
        QStringLiteral("%1 holds no service. Make one with: holdfastd init --data-dir %1 --admin NAME")
            .arg(m_path));
}

QString DataDirectory::backupNoteFile() const
{
    return m_path + QLatin1Char('/') + QLatin1String(authentication::backupNoteFileName);
}

Result<void> DataDirectory::lockBackups()
{
    const QByteArray file = QFile::encodeName(m_path + QStringLiteral("/backup.lock"));
    m_backupLock = ::open(file.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_backupLock < 0 || ::flock(m_backupLock, LOCK_EX | LOCK_NB) != 0) {
        return refuse("backup_in_progress",
                      QStringLiteral("A backup or a rotation of the keys of %1 is under way.").arg(m_path));
    }
    return {};
}

QString DataDirectory::headFile() const
{
    return m_keySource == KeySource::Directory
        ? m_keyDirectory + QLatin1Char('/') + QLatin1String(authentication::eventHeadFileName)
        : m_path + QStringLiteral(".head");
}

Result<QString> DataDirectory::newKeyDirectory()
{
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/holdfast/keys");
    const QString path = base + QLatin1Char('/') + security::randomIdentifier(9);
    if (!makePrivate(base)) {
        return refuse("keys_not_written", QStringLiteral("The folder %1 cannot be made.").arg(base));
    }
    return path;
}

void DataDirectory::useKeys(KeySource source, const QString& keyDirectory)
{
    m_keySource = source;
    m_keyDirectory = keyDirectory;
}

Result<void> DataDirectory::noteKeys(KeySource source, const QString& keyDirectory)
{
    useKeys(source, keyDirectory);
    QJsonObject note {
        {QStringLiteral("version"), 1},
        {QStringLiteral("keys"),
         source == KeySource::Console ? QStringLiteral("console") : QStringLiteral("directory")}};
    if (source == KeySource::Directory) {
        note.insert(QStringLiteral("keyDirectory"), keyDirectory);
    }
    QSaveFile file(noteIn(m_path));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(note).toJson()) < 0 || !file.commit()) {
        return refuse("data_directory_not_made",
                      QStringLiteral("service.json cannot be written to %1.").arg(m_path));
    }
    return {};
}

Result<void> DataDirectory::lock()
{
    const QByteArray file = QFile::encodeName(m_path + QStringLiteral("/lock"));
    m_lock = ::open(file.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_lock < 0) {
        return refuse("data_directory_not_made", QStringLiteral("%1 cannot be written to.").arg(m_path));
    }
    if (::flock(m_lock, LOCK_EX | LOCK_NB) != 0) {
        return refuse(
            "data_directory_in_use",
            QStringLiteral("Another process uses %1. A data directory serves one at a time.").arg(m_path));
    }
    return {};
}

Result<void> DataDirectory::readNote()
{
    QFile file(noteIn(m_path));
    const QJsonObject note =
        file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(65536)).object() : QJsonObject {};
    const QString keys = note.value(QLatin1String("keys")).toString();
    m_keyDirectory = note.value(QLatin1String("keyDirectory")).toString();
    m_keySource = keys == QLatin1String("console") ? KeySource::Console : KeySource::Directory;
    if (note.value(QLatin1String("version")).toInt() != 1
        || (m_keySource == KeySource::Directory && m_keyDirectory.isEmpty())) {
        return refuse("data_directory_damaged",
                      QStringLiteral("service.json in %1 cannot be read.").arg(m_path));
    }
    return {};
}

} // namespace holdfast::daemon
