// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/private_file.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace holdfast::authentication {

namespace {

bool syncFolder(const QString& folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    return synced;
}

} // namespace

PrivateFile::PrivateFile(QString path)
    : m_path(std::move(path))
    , m_descriptor(
          ::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600))
{
    if (m_descriptor < 0) {
        m_error = errno;
    }
}

PrivateFile::~PrivateFile()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
        if (!m_kept) {
            QFile::remove(m_path);
        }
    }
}

bool PrivateFile::fail()
{
    m_error = errno;
    return false;
}

bool PrivateFile::write(QByteArrayView bytes)
{
    while (m_error == 0 && !bytes.isEmpty()) {
        const ssize_t count = ::write(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()));
        if (count < 0 && errno != EINTR) {
            return fail();
        }
        bytes = bytes.sliced(std::max<ssize_t>(count, 0));
    }
    return m_error == 0;
}

bool PrivateFile::keep(const QString& finalName)
{
    if (m_error != 0) {
        return false;
    }
    if (::fsync(m_descriptor) != 0) {
        return fail();
    }
    if (!finalName.isEmpty()) {
        // link() refuses a name that somebody took meanwhile; where a file system knows no links, rename().
        const QByteArray from = QFile::encodeName(m_path);
        const QByteArray to = QFile::encodeName(finalName);
        if (::link(from.constData(), to.constData()) == 0) {
            ::unlink(from.constData());
        } else if ((errno != EPERM && errno != EOPNOTSUPP) || QFile::exists(finalName)
                   || ::rename(from.constData(), to.constData()) != 0) {
            return fail();
        }
    }
    m_kept = true;
    if (!syncFolder(QFileInfo(m_path).absolutePath())) {
        return fail();
    }
    return true;
}

contract::Unexpected PrivateFile::error(const char* code) const
{
    using contract::ErrorKind;
    if (m_error == ENOSPC || m_error == EDQUOT || m_error == EFBIG) {
        return contract::failure(
            ErrorKind::Unavailable, QStringLiteral("disk_full"),
            QStringLiteral("There is no room for %1. Nothing of it was kept.").arg(m_path));
    }
    return contract::failure(
        ErrorKind::Unavailable, QString::fromLatin1(code),
        QStringLiteral("%1 cannot be written: %2.").arg(m_path, QString::fromUtf8(std::strerror(m_error))));
}

} // namespace holdfast::authentication
