// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace holdfast::workstation {

// One direction of a connection: requests on their way to a service that answers for another name, whose Host
// header becomes that name. Bodies with a length pass as they are; the agent sends no others.
class HostRewriter
{
public:
    explicit HostRewriter(QByteArray host)
        : m_host(std::move(host))
    { }
    // What can go on. Empty and failed() where no request looks like that.
    [[nodiscard]] QByteArray feed(const QByteArray& bytes);
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    [[nodiscard]] QByteArray takeHead();

    QByteArray m_host;
    QByteArray m_waiting;
    qint64 m_bodyLeft = 0;
    bool m_failed = false;
};

} // namespace holdfast::workstation
