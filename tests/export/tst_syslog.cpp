// SPDX-License-Identifier: Apache-2.0
// Events on their way to syslog servers of the test's own.
#include "services/authentication/export/event_export.h"
#include "services/authentication/store/event_cuts.h"
#include "tests/http/certificate.h"
#include "tests/support/store.h"

#include <QFile>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTest>
#include <QUdpSocket>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace holdfast;
using namespace holdfast::authentication;
using namespace std::chrono_literals;
using storage::Connection;
using Transport = SyslogTarget::Transport;

namespace {

const syslog::Origin origin {"gate", 42};

// The messages of an octet-counted stream.
QList<QByteArray> framed(QByteArray stream)
{
    QList<QByteArray> messages;
    for (qsizetype space = stream.indexOf(' '); space > 0; space = stream.indexOf(' ')) {
        const qsizetype length = stream.left(space).toLongLong();
        if (stream.size() < space + 1 + length) {
            break;
        }
        messages << stream.mid(space + 1, length);
        stream.remove(0, space + 1 + length);
    }
    return messages;
}

QByteArray sequenceOf(const QByteArray& message)
{
    const qsizetype at = message.indexOf("sequence=\"") + 10;
    return message.mid(at, message.indexOf('"', at) - at);
}

// What a TCP server was sent, over all its connections.
struct Received
{
    QByteArray bytes;
    QList<QTcpSocket*> sockets;

    void follow(QTcpServer& server)
    {
        QObject::connect(&server, &QTcpServer::pendingConnectionAvailable, &server, [this, &server] {
            while (QTcpSocket* socket = server.nextPendingConnection()) {
                sockets << socket;
                const auto take = [this, socket] {
                    bytes += socket->readAll();
                };
                QObject::connect(socket, &QTcpSocket::readyRead, socket, take);
                take();
            }
        });
    }
};

} // namespace

class TestSyslog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<testing::TestStore> m_store;

    void add(int count)
    {
        m_store->write([&](Connection& connection) {
            for (int i = 0; i < count; ++i) {
                contract::Event event;
                event.at = m_store->now();
                event.log = contract::EventLog::Authentication;
                event.key = QStringLiteral("AUTHN_LOGIN_EVENT");
                event.result = contract::EventResult::Success;
                event.userName = QStringLiteral("anna");
                m_store->events().append(connection, event);
            }
        });
    }
    static void expectAWarning()
    {
        QTest::ignoreMessage(
            QtWarningMsg,
            QRegularExpression(QStringLiteral("The syslog server 127.0.0.1 cannot be reached: .+")));
    }
    std::unique_ptr<EventExport> exportTo(Transport transport, const QString& host, quint16 port = 0,
                                          qint64 mostBehind = 1'000'000, const QString& authorities = {})
    {
        return std::make_unique<EventExport>(
            m_store->database(), m_store->clock(),
            SyslogTarget {.transport = transport, .host = host, .port = port, .authorities = authorities},
            mostBehind);
    }

    // Returns the file with its authority.
    QString listenWithTls(QSslServer& server) const
    {
        const test::Certificate certificate = test::makeCertificate("IP:127.0.0.1");
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(certificate.certificatePem));
        configuration.setPrivateKey(QSslKey(certificate.keyPem, QSsl::Ec));
        server.setSslConfiguration(configuration);
        QFile file(m_store->path(QStringLiteral("ca.pem")));
        [&] {
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(server.listen(QHostAddress::LocalHost));
        }();
        file.write(certificate.certificatePem);
        return file.fileName();
    }

private Q_SLOTS:
    void init() { m_store = std::make_unique<testing::TestStore>(); }

    void targetsAreReadStrictly()
    {
        const auto udp = parseSyslogTarget(QStringLiteral("udp://log.example.com"));
        QVERIFY(udp);
        QCOMPARE(udp->port, quint16(514));
        QCOMPARE(parseSyslogTarget(QStringLiteral("tls://[::1]:7000"))->host, QStringLiteral("::1"));
        QCOMPARE(parseSyslogTarget(QStringLiteral("tls://a"))->port, quint16(6514));
        QCOMPARE(parseSyslogTarget(QStringLiteral("local:/dev/log"))->host, QStringLiteral("/dev/log"));
        for (const char* wrong : {"", "log.example.com", "http://a", "udp://", "udp://a/b", "udp://a?b",
                                  "udp://u@a", "tcp://a:99999", "local:log"}) {
            QVERIFY2(!parseSyslogTarget(QString::fromLatin1(wrong)), wrong);
        }
    }

    void aMessageIsAsTheRfcWantsIt()
    {
        contract::Event event;
        event.sequence = 7;
        event.at = *contract::fromRfc3339(QStringLiteral("2026-06-01T08:00:00Z"));
        event.log = contract::EventLog::Administration;
        event.key = QStringLiteral("UPDATE_PRINCIPAL");
        event.result = contract::EventResult::Failure;
        event.userName = QStringLiteral("a\"b]c\\d\ne");
        event.sentence = QStringLiteral("Ärger\nmit anna");
        const QByteArray message = syslog::messageOf(event, origin, 2048);
        QCOMPARE(message,
                 QByteArray("<108>1 2026-06-01T08:00:00.000Z gate holdfastd 42 UPDATE_PRINCIPAL "
                            "[holdfast@32473 sequence=\"7\" log=\"administration\" result=\"failure\" "
                            "user=\"a\\\"b\\]c\\\\d e\"] \xEF\xBB\xBF\xC3\x84rger mit anna"));
    }

    void aMessageIsNeverTooLong()
    {
        contract::Event event;
        event.sequence = 7;
        event.key = QString(80, u'K');
        event.userName = QString(3'000, u'u');
        event.client = QStringLiteral("vpn");
        event.sentence = QString(3'000, u'ü');
        const QByteArray message = syslog::messageOf(event, origin, 2048);
        QVERIFY(message.size() <= 2048 && message.size() > 2000);
        QVERIFY(!message.contains("user=") && message.contains("client=\"vpn\"]"));
        QVERIFY(!QString::fromUtf8(message).contains(QChar::ReplacementCharacter));
        QVERIFY(message.contains(' ' + QByteArray(32, 'K') + ' '));
    }

    void udpGetsEachEventInADatagram()
    {
        QUdpSocket server;
        QVERIFY(server.bind(QHostAddress::LocalHost, 0));
        add(3); // before it was turned on
        const auto running = exportTo(Transport::Udp, QStringLiteral("127.0.0.1"), server.localPort());
        add(2);
        QList<QByteArray> sequences;
        const auto take = [&] {
            while (server.hasPendingDatagrams()) {
                QByteArray datagram(server.pendingDatagramSize(), 0);
                server.readDatagram(datagram.data(), datagram.size());
                sequences << sequenceOf(datagram);
            }
            return sequences.size();
        };
        QTRY_COMPARE(take(), 2);
        QCOMPARE(sequences, QList<QByteArray>({"4", "5"}));
    }

    void aLocalSocketIsServed()
    {
        const QByteArray path = QFile::encodeName(m_store->path(QStringLiteral("log")));
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        memcpy(address.sun_path, path.constData(), static_cast<size_t>(path.size()));
        const int server = ::socket(AF_UNIX, SOCK_DGRAM, 0);
        QCOMPARE(::bind(server, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        const timeval patience {10, 0};
        ::setsockopt(server, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        const auto running = exportTo(Transport::Local, m_store->path(QStringLiteral("log")));
        add(1);
        QByteArray message(4096, 0);
        const ssize_t size = ::recv(server, message.data(), static_cast<size_t>(message.size()), 0);
        ::close(server);
        QVERIFY(size > 0);
        QVERIFY(message.startsWith("<86>1 "));
        QVERIFY(message.contains("AUTHN_LOGIN_EVENT"));
    }

    void tcpLosesNothingOverARestartOfEitherSide()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        Received received;
        received.follow(server);
        auto running = exportTo(Transport::Tcp, QStringLiteral("127.0.0.1"), port);
        add(500);
        QTRY_COMPARE(framed(received.bytes).size(), 500);
        QTRY_COMPARE(running->sentThrough(), 500);
        running.reset(); // the service stops, and events happen before the export runs again
        add(5);
        running = exportTo(Transport::Tcp, QStringLiteral("127.0.0.1"), port);
        QTRY_COMPARE(framed(received.bytes).size(), 505);
        expectAWarning();
        server.close(); // the server is away
        for (QTcpSocket* socket : received.sockets) {
            socket->abort();
        }
        add(5);
        QTRY_VERIFY(!running->isReachable());
        QVERIFY(server.listen(QHostAddress::LocalHost, port));
        QTRY_VERIFY_WITH_TIMEOUT(sequenceOf(framed(received.bytes).constLast()) == "510", 15'000);
        qint64 last = 0;
        for (const QByteArray& message : framed(received.bytes)) {
            const qint64 sequence = sequenceOf(message).toLongLong();
            QVERIFY(sequence <= last + 1); // some may come twice, none is left out
            last = std::max(last, sequence);
        }
    }

    void tlsNeedsACertificateOfAKnownAuthority()
    {
        QSslServer server;
        const QString authorities = listenWithTls(server);
        Received received;
        received.follow(server);
        auto running = exportTo(Transport::Tls, QStringLiteral("127.0.0.1"), server.serverPort(), 1'000'000,
                                authorities);
        add(3);
        QTRY_COMPARE(framed(received.bytes).size(), 3);
        running.reset();
        expectAWarning();
        running = exportTo(Transport::Tls, QStringLiteral("127.0.0.1"), server.serverPort());
        add(1);
        QTRY_VERIFY(!running->isReachable());
        QCOMPARE(framed(received.bytes).size(), 3);
    }

    void tlsLosesNothingWhenTheServerEndsAnIdleConnection()
    {
        QSslServer server;
        const QString authorities = listenWithTls(server);
        Received received;
        received.follow(server);
        const auto running = exportTo(Transport::Tls, QStringLiteral("127.0.0.1"), server.serverPort(),
                                      1'000'000, authorities);
        for (int round = 1; round <= 3; ++round) {
            add(1);
            QTRY_COMPARE(framed(received.bytes).size(), round);
            QTcpSocket* socket = received.sockets.constLast();
            socket->disconnectFromHost();
            QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
        }
        QCOMPARE(received.sockets.size(), 3);
    }

    void aGapIsTold()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        Received received;
        received.follow(server);
        exportTo(Transport::Tcp, QStringLiteral("127.0.0.1"), server.serverPort()).reset(); // from here on
        add(100);
        const auto running = exportTo(Transport::Tcp, QStringLiteral("127.0.0.1"), server.serverPort(), 10);
        QTRY_COMPARE(framed(received.bytes).size(), 11);
        const auto messages = framed(received.bytes);
        QVERIFY(messages[0].contains("EVENTS_NOT_SENT [holdfast@32473 first=\"1\" last=\"90\"]"));
        QCOMPARE(sequenceOf(messages[1]), QByteArray("91"));
    }

    void anAnchorGoesAlong()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        Received received;
        received.follow(server);
        const auto running = exportTo(Transport::Tcp, QStringLiteral("127.0.0.1"), server.serverPort());
        running->sendAnchor("{\"events\":1}");
        QTRY_COMPARE(framed(received.bytes).size(), 1);
        QVERIFY(received.bytes.contains(" EVENT_ANCHOR - \xEF\xBB\xBF{\"events\":1}"));
    }
};

QTEST_GUILESS_MAIN(TestSyslog)
#include "tst_syslog.moc"
