// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/host_rewriter.h"

#include <QList>

namespace holdfast::workstation {

namespace {

constexpr qsizetype longestHead = 64 * 1024;
constexpr QByteArrayView headEnd = "\r\n\r\n";

bool isHeader(const QByteArray& line, const char* name)
{
    const qsizetype colon = line.indexOf(':');
    return colon > 0 && line.first(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

QByteArray HostRewriter::feed(const QByteArray& bytes)
{
    m_waiting += bytes;
    QByteArray onward;
    while (!m_waiting.isEmpty() && !m_failed) {
        if (m_bodyLeft > 0) {
            const qsizetype part = static_cast<qsizetype>(std::min<qint64>(m_bodyLeft, m_waiting.size()));
            onward += m_waiting.first(part);
            m_waiting.remove(0, part);
            m_bodyLeft -= part;
            continue;
        }
        const QByteArray head = takeHead();
        if (head.isEmpty()) {
            break; // the rest of it is still under way
        }
        onward += head;
    }
    return onward;
}

QByteArray HostRewriter::takeHead()
{
    const qsizetype end = m_waiting.indexOf(headEnd);
    if (end < 0) {
        m_failed = m_waiting.size() > longestHead;
        return {};
    }
    QList<QByteArray> lines;
    for (const QByteArray& line : m_waiting.first(end).split('\n')) {
        lines << line.trimmed();
    }
    m_waiting.remove(0, end + headEnd.size());
    for (QByteArray& line : lines) {
        if (isHeader(line, "Host")) {
            line = "Host: " + m_host;
        } else if (isHeader(line, "Content-Length")) {
            bool well = false;
            m_bodyLeft = line.mid(line.indexOf(':') + 1).trimmed().toLongLong(&well);
            m_failed = !well || m_bodyLeft < 0;
        }
    }
    return m_failed ? QByteArray() : lines.join("\r\n") + headEnd.toByteArray();
}

} // namespace holdfast::workstation
