// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

namespace holdfast::testing {

// A mail server of the test's own (RFC 5321, 3207, 4954 as far as a sender needs them): takes everything, or
// refuses what it is told to. Lives in the test's event loop.
class SmtpSink final : public QTcpServer
{
    Q_OBJECT
public:
    struct Message
    {
        QByteArray from;
        QList<QByteArray> recipients;
        QByteArray data;
        QByteArray authentication; // what came after AUTH, decoded
        bool encrypted = false;
    };

    using QTcpServer::QTcpServer;
    // Offers STARTTLS with it.
    void setCertificate(const QByteArray& certificatePem, const QByteArray& keyPem)
    {
        m_certificate = QSslCertificate(certificatePem);
        m_key = QSslKey(keyPem, QSsl::Ec);
    }
    void setAuthenticates(bool accepts)
    {
        m_offersAuthentication = true;
        m_accepts = accepts;
    }
    void refuse(const QByteArray& recipient) { m_refused = recipient; }
    void setBusy(bool busy) { m_busy = busy; }
    void setSilent(bool silent) { m_silent = silent; }
    [[nodiscard]] const QList<Message>& messages() const { return m_messages; }
    [[nodiscard]] int connections() const { return m_connections; }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        ++m_connections;
        auto* socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        if (m_silent) {
            return;
        }
        auto state = std::make_shared<State>();
        connect(socket, &QSslSocket::readyRead, this, [this, socket, state] { read(*socket, *state); });
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        socket->write(m_busy ? "421 busy\r\n" : "220 sink\r\n");
    }

private:
    struct State
    {
        Message message;
        QByteArray buffer;
        bool inData = false;
        bool awaitsAuthentication = false;
    };

    void read(QSslSocket& socket, State& state)
    {
        state.buffer += socket.readAll();
        for (qsizetype end = state.buffer.indexOf("\r\n"); end >= 0; end = state.buffer.indexOf("\r\n")) {
            const QByteArray line = state.buffer.left(end);
            state.buffer.remove(0, end + 2);
            const QByteArray answer = state.inData ? data(line, state) : command(line, socket, state);
            if (!answer.isEmpty()) {
                socket.write(answer + "\r\n");
            }
            if (answer.startsWith("220 go")) {
                socket.flush();
                socket.setLocalCertificate(m_certificate);
                socket.setPrivateKey(m_key);
                socket.startServerEncryption();
            }
        }
    }

    QByteArray data(const QByteArray& line, State& state)
    {
        if (line != ".") {
            state.message.data += (line.startsWith("..") ? line.mid(1) : line) + "\r\n";
            return {};
        }
        state.inData = false;
        m_messages << state.message;
        return "250 taken";
    }

    QByteArray command(const QByteArray& line, QSslSocket& socket, State& state)
    {
        const QByteArray verb = line.left(4).toUpper();
        if (state.awaitsAuthentication) {
            state.awaitsAuthentication = false;
            state.message.authentication = QByteArray::fromBase64(line);
            return m_accepts ? "235 welcome" : "535 no";
        }
        if (verb == "EHLO") {
            state.message.encrypted = socket.isEncrypted();
            QByteArray answer = "250-sink\r\n";
            if (!m_certificate.isNull() && !socket.isEncrypted()) {
                answer += "250-STARTTLS\r\n";
            }
            if (m_offersAuthentication) {
                answer += "250-AUTH PLAIN\r\n";
            }
            return answer + "250 SIZE 10000000";
        }
        if (verb == "STAR") {
            return "220 go";
        }
        if (verb == "AUTH") {
            const QByteArray first = line.mid(11);
            if (first.isEmpty()) {
                state.awaitsAuthentication = true;
                return "334 ";
            }
            state.message.authentication = QByteArray::fromBase64(first);
            return m_accepts ? "235 welcome" : "535 no";
        }
        if (verb == "MAIL") {
            state.message.from = line.mid(10).split('>').value(0).mid(1);
            return "250 ok";
        }
        if (verb == "RCPT") {
            const QByteArray recipient = line.mid(8).split('>').value(0).mid(1);
            if (recipient == m_refused) {
                return "550 nobody here";
            }
            state.message.recipients << recipient;
            return "250 ok";
        }
        if (verb == "DATA") {
            state.inData = true;
            return "354 go on";
        }
        return verb == "QUIT" ? "221 bye" : "250 ok";
    }

    QSslCertificate m_certificate;
    QSslKey m_key;
    bool m_offersAuthentication = false;
    bool m_accepts = true;
    bool m_busy = false;
    bool m_silent = false;
    QByteArray m_refused;
    QList<Message> m_messages;
    int m_connections = 0;
};

} // namespace holdfast::testing
