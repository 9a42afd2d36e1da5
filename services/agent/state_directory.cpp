// SPDX-License-Identifier: Apache-2.0
#include "services/agent/state_directory.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace holdfast::agent {

using contract::ErrorKind;
using contract::failure;
using contract::Result;

namespace {

constexpr auto lockPause = std::chrono::milliseconds(10);

contract::Unexpected notWritten(const QString& what)
{
    auto refused = failure(ErrorKind::Unavailable, QStringLiteral("state_not_written"),
                           QStringLiteral("The agent's state could not be written: %1.").arg(what));
    refused.value().internal = QString::fromLocal8Bit(strerror(errno));
    return refused;
}

contract::Unexpected onlyRoot(const QString& path)
{
    return failure(
        ErrorKind::Forbidden, QStringLiteral("state_not_ours"),
        QStringLiteral("Only root may use the agent's state in %1: a program without root's rights "
                       "signs nobody in with it.")
            .arg(path));
}

bool writeWhole(int file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(file, bytes.data(), static_cast<size_t>(bytes.size()));
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        bytes = bytes.sliced(written);
    }
    return true;
}

// To its end, in one piece of memory: it may hold a key. Empty where reading fails, or there is more than
// `largest`.
std::optional<QByteArray> readWhole(int file, qint64 largest)
{
    struct stat status = {};
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > largest) {
        return std::nullopt;
    }
    QByteArray bytes(static_cast<qsizetype>(status.st_size), Qt::Uninitialized);
    for (qsizetype had = 0; had < bytes.size();) {
        const ssize_t got = ::read(file, bytes.data() + had, static_cast<size_t>(bytes.size() - had));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return std::nullopt;
        }
        had += got;
    }
    return bytes;
}

} // namespace

StateLock& StateLock::operator=(StateLock&& other) noexcept
{
    std::swap(m_file, other.m_file);
    return *this;
}

StateLock::~StateLock()
{
    if (m_file >= 0) {
        ::close(m_file); // which unlocks
    }
}

Result<void> StateDirectory::make() const
{
    const QFileInfo info(m_path);
    if (!info.exists()
        && (!QDir().mkpath(info.absolutePath())
            || ::mkdir(QFile::encodeName(m_path).constData(), 0700) != 0)) {
        return notWritten(QStringLiteral("the folder %1 cannot be made").arg(m_path));
    }
    return check();
}

Result<void> StateDirectory::check() const
{
    struct stat status = {};
    if (stat(QFile::encodeName(m_path).constData(), &status) != 0) {
        if (errno == EACCES) {
            return onlyRoot(m_path);
        }
        if (errno != ENOENT && errno != ENOTDIR) {
            return failure(ErrorKind::Unavailable, QStringLiteral("state_unreadable"),
                           QStringLiteral("The agent's state in %1 cannot be read now.").arg(m_path));
        }
        return failure(
            ErrorKind::NotFound, QStringLiteral("not_enrolled"),
            QStringLiteral("This computer is not enrolled: run holdfast-agent enrol with a code of an "
                           "administrator."));
    }
    if (status.st_uid != geteuid() && geteuid() != 0) {
        return onlyRoot(m_path);
    }
    if (status.st_uid != geteuid()) {
        return failure(ErrorKind::Forbidden, QStringLiteral("state_not_ours"),
                       QStringLiteral("The agent's state in %1 belongs to another account.").arg(m_path));
    }
    if ((status.st_mode & 077U) != 0 || !S_ISDIR(status.st_mode)) {
        return failure(ErrorKind::Forbidden, QStringLiteral("state_open_to_others"),
                       QStringLiteral("The folder %1 must be its owner's alone: chmod 0700.").arg(m_path));
    }
    return {};
}

Result<StateLock> StateDirectory::lock(std::chrono::milliseconds patience) const
{
    const int file =
        ::open(encoded(QStringLiteral("lock")).constData(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0) {
        return notWritten(QStringLiteral("the lock cannot be opened"));
    }
    StateLock lock(file);
    const auto until = std::chrono::steady_clock::now() + patience;
    while (flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) {
            return notWritten(QStringLiteral("the lock cannot be taken"));
        }
        if (std::chrono::steady_clock::now() >= until) {
            return failure(
                ErrorKind::Unavailable, QStringLiteral("state_busy"),
                QStringLiteral("Another sign-in on this computer is under way. Try again in a moment."));
        }
        std::this_thread::sleep_for(lockPause);
    }
    return lock;
}

Result<QByteArray> StateDirectory::read(const QString& name, qint64 largest) const
{
    const int file = ::open(encoded(name).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0 && errno == ENOENT) {
        return failure(ErrorKind::NotFound, QStringLiteral("file_missing"),
                       QStringLiteral("The file %1/%2 is missing.").arg(m_path, name));
    }
    auto bytes = file >= 0 ? readWhole(file, largest) : std::nullopt;
    const int cause = errno;
    if (file >= 0) {
        ::close(file);
    }
    if (!bytes) {
        auto unreadable = failure(ErrorKind::Unavailable, QStringLiteral("file_unreadable"),
                                  QStringLiteral("The file %1/%2 cannot be read.").arg(m_path, name));
        unreadable.value().internal = QString::fromLocal8Bit(strerror(cause));
        return unreadable;
    }
    return std::move(*bytes);
}

bool StateDirectory::has(const QString& name) const
{
    return QFile::exists(m_path + QLatin1Char('/') + name);
}

Result<void> StateDirectory::write(const QString& name, QByteArrayView bytes) const
{
    const QByteArray path = encoded(name);
    const QByteArray fresh = path + ".new";
    ::unlink(fresh.constData()); // of a power cut
    const int file = ::open(fresh.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        return notWritten(name);
    }
    const bool written = writeWhole(file, bytes) && ::fsync(file) == 0;
    if (::close(file) != 0 || !written || ::rename(fresh.constData(), path.constData()) != 0) {
        const auto failed = notWritten(name);
        ::unlink(fresh.constData());
        return failed;
    }
    // Without it the old text may be back after a power cut.
    return sync() ? Result<void>() : notWritten(name);
}

void StateDirectory::remove(const QString& name) const
{
    ::unlink(encoded(name).constData());
    (void)sync();
}

void StateDirectory::setAside(const QString& name) const
{
    const QByteArray path = encoded(name);
    ::rename(path.constData(), (path + ".aside").constData());
    (void)sync();
}

StateDirectory StateDirectory::staging() const
{
    return StateDirectory(m_path + QStringLiteral("/next"));
}

Result<void> StateDirectory::takeOver(const StateDirectory& other, const QString& name,
                                      const QString& newName) const
{
    const bool moved = ::rename(other.encoded(name).constData(), encoded(newName).constData()) == 0;
    if (!moved && errno != ENOENT) {
        return notWritten(name);
    }
    return sync() && other.sync() ? Result<void>() : notWritten(name);
}

QStringList StateDirectory::names(const QString& suffix) const
{
    return QDir(m_path).entryList({QLatin1Char('*') + suffix}, QDir::Files | QDir::NoSymLinks, QDir::Name);
}

QByteArray StateDirectory::encoded(const QString& name) const
{
    return QFile::encodeName(m_path + QLatin1Char('/') + name);
}

bool StateDirectory::sync() const
{
    const int directory = ::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    // Some file systems sync no folders, and keep the order by themselves.
    const bool synced = directory >= 0 && (::fsync(directory) == 0 || errno == EINVAL);
    if (directory >= 0) {
        ::close(directory);
    }
    return synced;
}

} // namespace holdfast::agent
