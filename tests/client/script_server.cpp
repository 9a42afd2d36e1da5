// SPDX-License-Identifier: Apache-2.0
#include "tests/client/script_server.h"

namespace holdfast::testing {

ScriptServer::ScriptServer(QTcpServer* server)
    : m_server(server != nullptr ? server : new QTcpServer)
{
    m_server->setParent(this);
    connect(m_server, &QTcpServer::pendingConnectionAvailable, this, &ScriptServer::accept);
    m_server->listen(QHostAddress::LocalHost);
}

QUrl ScriptServer::url() const
{
    QUrl url;
    url.setScheme(qobject_cast<QSslServer*>(m_server) != nullptr ? QStringLiteral("https")
                                                                 : QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_server->serverPort());
    return url;
}

void ScriptServer::answer(int status, const QByteArray& body, const QByteArray& type)
{
    m_script.append("HTTP/1.1 " + QByteArray::number(status) + " Said\r\nContent-Type: " + type
                    + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

void ScriptServer::close()
{
    m_server->close();
    for (QTcpSocket* socket : m_incoming.keys()) {
        socket->abort();
    }
}

bool ScriptServer::open(const QUrl& url)
{
    return m_server->listen(QHostAddress::LocalHost, static_cast<quint16>(url.port()));
}

void ScriptServer::accept()
{
    while (QTcpSocket* socket = m_server->nextPendingConnection()) {
        ++m_connections;
        m_incoming.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            --m_connections;
            m_incoming.remove(socket);
            socket->deleteLater();
        });
        if (socket->bytesAvailable() > 0) {
            read(socket);
        }
    }
}

void ScriptServer::read(QTcpSocket* socket)
{
    QByteArray& incoming = m_incoming[socket];
    incoming += socket->readAll();
    const qsizetype end = incoming.indexOf("\r\n\r\n");
    if (end < 0 || m_mute) {
        return;
    }
    qsizetype length = 0;
    for (const QByteArray& line : incoming.left(end).split('\n')) {
        if (line.toLower().startsWith("content-length:")) {
            length = line.mid(15).trimmed().toLongLong();
        }
    }
    if (incoming.size() < end + 4 + length) {
        return;
    }
    m_requests.append(std::exchange(incoming, {}));
    m_hangingUp = m_hangingUp && !m_requests.last().startsWith("GET /health");
    if (m_hangingUp) {
        socket->abort();
    } else if (!m_script.isEmpty()) {
        socket->write(m_script.takeFirst());
    }
}

QList<QByteArray> ScriptServer::values(const QByteArray& method, const QByteArray& header) const
{
    QList<QByteArray> values;
    for (const QByteArray& request : m_requests) {
        const qsizetype at = request.indexOf("\r\n" + header + ": ");
        if (request.startsWith(method) && at >= 0) {
            const qsizetype start = at + header.size() + 4;
            values << request.mid(start, request.indexOf("\r\n", start) - start);
        }
    }
    return values;
}

} // namespace holdfast::testing
