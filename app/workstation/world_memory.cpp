// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/world_memory.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace holdfast::workstation {

namespace {

const auto portKey = QStringLiteral("port");
const auto countersKey = QStringLiteral("counters");
constexpr int highestPort = 65535;

} // namespace

WorldMemory::WorldMemory(QString path)
    : m_path(std::move(path))
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) {
        return;
    }
    const QJsonObject kept = QJsonDocument::fromJson(file.readAll()).object();
    const int port = kept.value(portKey).toInt();
    m_port = port > 0 && port <= highestPort ? static_cast<quint16>(port) : quint16 {0};
    const QJsonObject counters = kept.value(countersKey).toObject();
    for (auto one = counters.begin(); one != counters.end(); ++one) {
        m_counters.insert(one.key(), one.value().toInteger());
    }
}

void WorldMemory::setPort(quint16 port)
{
    if (std::exchange(m_port, port) != port) {
        save();
    }
}

qint64 WorldMemory::counter(const QString& serial, qint64 first) const
{
    return std::max(m_counters.value(serial, first), first);
}

void WorldMemory::setCounter(const QString& serial, qint64 next)
{
    m_counters.insert(serial, next);
    save();
}

void WorldMemory::save() const
{
    QJsonObject counters;
    for (auto one = m_counters.begin(); one != m_counters.end(); ++one) {
        counters.insert(one.key(), one.value());
    }
    const QByteArray text = QJsonDocument(QJsonObject {{portKey, m_port}, {countersKey, counters}}).toJson();
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(text) == text.size()
        && file.commit();
    if (!written) {
        qWarning("%s cannot be written", qPrintable(m_path));
    }
}

} // namespace holdfast::workstation
