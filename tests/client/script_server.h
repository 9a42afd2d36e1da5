// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace holdfast::testing {

// A real HTTP server on a free loopback port that answers by a script, one line for each request, whatever it
// asks. A request beyond the script stays without answer.
class ScriptServer final : public QObject
{
    Q_OBJECT
public:
    explicit ScriptServer(QTcpServer* server = nullptr);
    [[nodiscard]] QUrl url() const;

    void answer(int status, const QByteArray& body, const QByteArray& type = "application/json");
    // Closes instead of an answer, until /health is asked for.
    void hangUp() { m_hangingUp = true; }
    void stayMute() { m_mute = true; }
    void close();
    bool open(const QUrl& url);

    [[nodiscard]] const QByteArray& last() const { return m_requests.last(); }
    [[nodiscard]] qsizetype count() const { return m_requests.size(); }
    [[nodiscard]] int connections() const { return m_connections; }
    // Of a header, over the requests with this method.
    [[nodiscard]] QList<QByteArray> values(const QByteArray& method, const QByteArray& header) const;

private:
    void accept();
    void read(QTcpSocket* socket);

    QTcpServer* m_server;
    QList<QByteArray> m_script;
    QList<QByteArray> m_requests;
    QHash<QTcpSocket*, QByteArray> m_incoming;
    int m_connections = 0;
    bool m_mute = false;
    bool m_hangingUp = false;
};

} // namespace holdfast::testing
