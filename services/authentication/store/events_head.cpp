// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/events_head.h"

#include "services/authentication/store/events_chain.h"
#include "services/contract/json.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QSaveFile>

#include <fcntl.h>
#include <unistd.h>

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::failure;
using contract::Result;

namespace {

Q_LOGGING_CATEGORY(headLog, "holdfast.events")

QByteArray sealOf(const security::KeyRing& keys, const EventHead& head)
{
    const QByteArray text =
        "holdfast event head 1\n" + QByteArray::number(head.sequence) + '\n' + head.mac.toHex();
    return keys.macBytes(security::Purpose::EventHead, text);
}

// The name is on the disk only when its folder is.
bool syncFolder(const QString& folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

} // namespace

Result<EventHead> readEventHead(const QString& file, const security::KeyRing& keys)
{
    QFile source(file);
    // Opened before it is asked for: one that is just being replaced looks like one that is gone.
    if (file.isEmpty() || !source.open(QIODevice::ReadOnly)) {
        if (!source.exists()) {
            return failure(ErrorKind::NotFound, QStringLiteral("event_head_missing"),
                           QStringLiteral("There is no head record of the event log."));
        }
        return failure(ErrorKind::Unavailable, QStringLiteral("event_head_unreadable"),
                       QStringLiteral("The head record of the event log cannot be read."));
    }
    constexpr qint64 most = 4096;
    const auto object = contract::parseObject(source.read(most));
    EventHead head;
    QByteArray seal;
    if (object) {
        head.sequence = object->value(QStringLiteral("events")).toInteger(-1);
        head.mac = QByteArray::fromHex(object->value(QStringLiteral("link")).toString().toLatin1());
        seal = QByteArray::fromHex(object->value(QStringLiteral("seal")).toString().toLatin1());
    }
    if (!object || !contract::constantTimeEquals(seal, sealOf(keys, head))) {
        return failure(ErrorKind::Conflict, QStringLiteral("event_head_forged"),
                       QStringLiteral("The head record of the event log was not written with these keys, or "
                                      "was changed."));
    }
    return head;
}

QByteArray eventHeadText(const security::KeyRing& keys, const EventHead& head)
{
    const QJsonObject object {{QStringLiteral("events"), head.sequence},
                              {QStringLiteral("link"), QString::fromLatin1(head.mac.toHex())},
                              {QStringLiteral("seal"), QString::fromLatin1(sealOf(keys, head).toHex())}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Result<void> writeEventHead(const QString& file, const security::KeyRing& keys, const EventHead& head)
{
    QSaveFile target(file);
    const bool written = target.open(QIODevice::WriteOnly)
        && target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && target.write(eventHeadText(keys, head)) > 0 && target.flush() && ::fsync(target.handle()) == 0
        && target.commit() && syncFolder(QFileInfo(file).absolutePath());
    if (!written) {
        return failure(ErrorKind::Unavailable, QStringLiteral("event_head_unwritable"),
                       QStringLiteral("The head record of the event log cannot be written: %1")
                           .arg(target.errorString()));
    }
    return {};
}

Result<void> rewriteEventHead(storage::Database& database, const security::KeyRing& keys, const QString& file)
{
    const auto end = database.read([](storage::Connection& connection) { return readChainEnd(connection); });
    return writeEventHead(file, keys, {end.sequence, end.mac});
}

EventHeadKeeper::EventHeadKeeper(storage::Database& database, const security::KeyRing& keys, QString file)
    : m_database(database)
    , m_keys(keys)
    , m_file(std::move(file))
{
    // A head that knows more than the database is evidence: it stays until the database has overtaken it.
    if (const auto present = readEventHead(m_file, m_keys)) {
        m_written = present->sequence;
    }
    m_listener = m_database.addCommitListener([this] {
        bool first = false;
        {
            const std::lock_guard lock(m_mutex);
            first = !std::exchange(m_dirty, true);
        }
        if (first) {
            m_wake.notify_one();
        }
    });
    m_thread = std::thread([this] { run(); });
}

EventHeadKeeper::~EventHeadKeeper()
{
    m_database.removeCommitListener(m_listener);
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
    if (const auto written = flush(); !written) {
        qCWarning(headLog).noquote() << written.error().detail;
    }
}

Result<void> EventHeadKeeper::flush()
{
    const std::lock_guard lock(m_writeMutex);
    EventHead head;
    try {
        const auto end =
            m_database.read([](storage::Connection& connection) { return readChainEnd(connection); });
        head = {end.sequence, end.mac};
    } catch (const storage::StorageError& thrown) {
        return failure(ErrorKind::Unavailable, QStringLiteral("storage_unavailable"),
                       QString::fromUtf8(thrown.what()));
    }
    if (head.sequence <= m_written) {
        return {};
    }
    auto written = writeEventHead(m_file, m_keys, head);
    if (written) {
        m_written = head.sequence;
    }
    return written;
}

void EventHeadKeeper::run()
{
    constexpr auto pause = std::chrono::milliseconds(500); // two writes a second at most
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stop || m_dirty; });
        if (m_stop) {
            return;
        }
        m_dirty = false;
        lock.unlock();
        const auto written = flush();
        if (!written) {
            qCWarning(headLog).noquote() << written.error().detail;
        }
        lock.lock();
        m_dirty = m_dirty || !written;
        m_wake.wait_for(lock, pause, [this] { return m_stop; });
    }
}

} // namespace holdfast::authentication
