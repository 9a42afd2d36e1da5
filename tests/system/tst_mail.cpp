// SPDX-License-Identifier: Apache-2.0
// E-mail of a real service, from what causes it to the mail server.
#include "tests/export/smtp_sink.h"
#include "tests/http/certificate.h"
#include "tests/support/process.h"

#include <QFile>
#include <QJsonArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <array>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace holdfast::testing;

namespace {

constexpr auto password = "tr0ub4dor and 3";

// A mail server that is away at first: the port is taken, and refuses everybody.
class LateServer
{
public:
    LateServer()
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        if (::bind(m_socket, plain, size) == 0 && ::getsockname(m_socket, plain, &size) == 0) {
            m_port = ntohs(address.sin_port);
        }
    }
    ~LateServer()
    {
        if (m_socket >= 0) {
            ::close(m_socket);
        }
    }
    LateServer(const LateServer&) = delete;
    LateServer& operator=(const LateServer&) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] bool begin()
    {
        constexpr int backlog = 50;
        return ::listen(m_socket, backlog) == 0 && sink.setSocketDescriptor(std::exchange(m_socket, -1));
    }

    SmtpSink sink;

private:
    int m_socket;
    quint16 m_port = 0;
};

// A service whose e-mail goes to the server, over TLS and signed in.
class MailingDaemon
{
public:
    explicit MailingDaemon(LateServer& server)
    {
        const auto made = holdfast::test::makeCertificate("DNS:localhost");
        server.sink.setCertificate(made.certificatePem, made.keyPem);
        server.sink.setAuthenticates(true);
        m_flags = {u"--smtp-server"_s,
                   u"localhost:%1"_s.arg(server.port()),
                   u"--smtp-sender"_s,
                   u"holdfast@example.com"_s,
                   u"--smtp-user"_s,
                   u"holdfast"_s,
                   u"--smtp-password-file"_s,
                   file(u"smtp-password"_s, QByteArray(password) + '\n'),
                   u"--smtp-ca"_s,
                   file(u"authority.pem"_s, made.certificatePem),
                   u"--report-mail-domain"_s,
                   u"example.com"_s,
                   u"--log-level"_s,
                   u"debug"_s};
    }

    [[nodiscard]] bool start()
    {
        if (!m_daemon.start(m_flags)) {
            return false;
        }
        const HttpAnswer signedIn = signIn(QLatin1String(Daemon::adminName), Daemon::adminPassword);
        m_token = signedIn.json.value(u"token").toString().toLatin1();
        m_secrets << m_token;
        return signedIn.status == 201;
    }
    [[nodiscard]] int stop()
    {
        const int code = m_daemon.stop();
        m_log += m_daemon.errors();
        return code;
    }
    HttpAnswer signIn(const QString& name, const char* secret) const
    {
        return httpCall("POST", at(u"/sessions"_s),
                        QJsonObject {{u"name"_s, name}, {u"password"_s, QLatin1String(secret)}});
    }
    HttpAnswer call(const QByteArray& method, const QString& path,
                    const std::optional<QJsonObject>& body = std::nullopt, const QByteArray& etag = {}) const
    {
        QList<std::pair<QByteArray, QByteArray>> headers {{"Authorization", "Bearer " + m_token}};
        if (!etag.isEmpty()) {
            headers.append({"If-Match", etag});
        }
        return httpCall(method, at(path), body, headers);
    }
    // While it does not run: as if time had passed.
    [[nodiscard]] bool change(const QString& sql) const
    {
        bool done = false;
        {
            auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"aside"_s);
            database.setDatabaseName(m_daemon.dataDirectory() + u"/holdfast.db"_s);
            done = database.open() && QSqlQuery(database).exec(sql);
        }
        QSqlDatabase::removeDatabase(u"aside"_s);
        return done;
    }

    [[nodiscard]] const QByteArray& log() const { return m_log; } // of the runs that have ended
    [[nodiscard]] const QByteArrayList& secrets() const { return m_secrets; }

private:
    QString file(const QString& name, const QByteArray& content)
    {
        QFile written(m_folder.filePath(name));
        if (!written.open(QIODevice::WriteOnly)
            || !written.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
            || written.write(content) != content.size()) {
            return {};
        }
        return written.fileName();
    }
    [[nodiscard]] QUrl at(const QString& path) const
    {
        return m_daemon.url().resolved(QUrl(u"/api/v1"_s + path));
    }

    QTemporaryDir m_folder;
    Daemon m_daemon;
    QStringList m_flags;
    QByteArray m_token;
    QByteArray m_log;
    QByteArrayList m_secrets {password, Daemon::adminPassword,
                              QByteArray("\0holdfast\0", 10).append(password).toBase64()};
};

const SmtpSink::Message* sentTo(const SmtpSink& sink, const QByteArray& recipient)
{
    const auto found =
        std::find_if(sink.messages().begin(), sink.messages().end(), [&](const SmtpSink::Message& message) {
            return message.recipients == QByteArrayList {recipient};
        });
    return found == sink.messages().end() ? nullptr : &*found;
}

// What a quoted-printable text said.
QByteArray readable(const QByteArray& data)
{
    return QByteArray(data).replace("=\r\n", "").replace("=3D", "=");
}

} // namespace

class MailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWaitsForTheServerArrivesInTheEnd();
    void anEndIsNotHeldUpByAServerThatSaysNothing();
};

void MailTest::whatWaitsForTheServerArrivesInTheEnd()
{
    LateServer server;
    MailingDaemon daemon(server);
    QVERIFY(daemon.start());
    const HttpAnswer settings = daemon.call("GET", u"/settings/notifications"_s);
    QJsonObject wanted = settings.json;
    wanted.insert(u"recipients"_s, QJsonArray {u"it@example.com"_s, u"left@example.com"_s});
    wanted.insert(u"lockoutAccounts"_s, 1);
    const HttpAnswer set = daemon.call("PUT", u"/settings/notifications"_s, wanted, settings.etag);
    QVERIFY2(set.status == 200, set.body.constData());
    const HttpAnswer saved =
        daemon.call("POST", u"/saved-reports"_s,
                    QJsonObject {{u"name"_s, u"Everybody"_s},
                                 {u"template"_s, u"all-users"_s},
                                 {u"columns"_s, QJsonArray {u"name"_s}},
                                 {u"schedule"_s, u"daily"_s},
                                 {u"recipients"_s, QJsonArray {u"audit@example.com"_s}}});
    QVERIFY2(saved.status == 201, saved.body.constData());
    const HttpAnswer user = daemon.call("POST", u"/users"_s, QJsonObject {{u"name"_s, u"victim"_s}});
    const QString id = user.json.value(u"id").toString();
    // Only where there is a password can it be guessed.
    const QJsonObject role {{u"role"_s, u"auditor"_s}, {u"domain"_s, u"/"_s}};
    QCOMPARE(daemon
                 .call("PUT", u"/administrators/"_s + id,
                       QJsonObject {{u"roles"_s, QJsonArray {role}}, {u"password"_s, u"a long password"_s}},
                       "*")
                 .status,
             200);
    constexpr int guesses = 5;
    for (int i = 0; i < guesses; ++i) {
        QVERIFY(daemon.signIn(u"victim"_s, "a wrong guess").status >= 400);
    }
    QCOMPARE(daemon.call("GET", u"/users/"_s + id).json.value(u"status").toString(), u"locked"_s);
    const QJsonObject test {{u"recipients"_s, QJsonArray {u"desk@example.com"_s}}};
    QCOMPARE(daemon.call("POST", u"/notifications/test-mail"_s, test).json.value(u"code").toString(),
             u"mail_unreachable"_s);

    // The hour of the report comes, and the server is away still.
    QCOMPARE(daemon.stop(), 0);
    QVERIFY(daemon.change(u"UPDATE saved_reports SET next_at = 1"_s));
    QVERIFY(daemon.start());
    const auto mailState = [&] {
        return daemon.call("GET", u"/mail"_s).json;
    };
    QTRY_COMPARE_WITH_TIMEOUT(mailState().value(u"waiting").toInt(), 2, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(!mailState().value(u"lastError").toString().isEmpty(), 60'000);
    wanted.insert(u"recipients"_s, QJsonArray {u"it@example.com"_s});
    const QByteArray etag = daemon.call("GET", u"/settings/notifications"_s).etag;
    QCOMPARE(daemon.call("PUT", u"/settings/notifications"_s, wanted, etag).status, 200);
    QCOMPARE(daemon.stop(), 0);

    QVERIFY(daemon.change(u"UPDATE mail_queue SET next_at = 1"_s));
    QVERIFY(server.begin());
    QVERIFY(daemon.start());
    QTRY_COMPARE_WITH_TIMEOUT(server.sink.messages().size(), 2, 60'000);
    const SmtpSink::Message* notification = sentTo(server.sink, "it@example.com");
    QVERIFY(notification);
    QCOMPARE(notification->from, QByteArray("holdfast@example.com"));
    QVERIFY(notification->encrypted);
    QCOMPARE(notification->authentication, QByteArray("\0holdfast\0", 10).append(password));
    QVERIFY(notification->data.contains(": critical notification\r\n"));
    QVERIFY2(readable(notification->data).contains("CRITICAL: 1 accounts were locked within 10 minutes."),
             notification->data.constData());
    const SmtpSink::Message* report = sentTo(server.sink, "audit@example.com");
    QVERIFY(report);
    QVERIFY(report->data.contains("Subject: Report: Everybody\r\n"));
    const qsizetype named = report->data.indexOf("filename=\"all-users-");
    QVERIFY2(named > 0, report->data.constData());
    const qsizetype from = report->data.indexOf("\r\n\r\n", named) + 4;
    QCOMPARE(QByteArray::fromBase64(report->data.mid(from, report->data.indexOf("\r\n--", from) - from)),
             QByteArray("name\r\nadmin\r\nvictim\r\n"));
    QTRY_COMPARE(mailState().value(u"waiting").toInt(), 0);
    QCOMPARE(
        daemon.call("GET", u"/events?log=system&key=MAIL_WITHHELD"_s).json.value(u"items").toArray().size(),
        1); // to whoever is not named any more

    QCOMPARE(daemon.call("POST", u"/notifications/test-mail"_s, test).status, 204);
    const SmtpSink::Message* tested = sentTo(server.sink, "desk@example.com");
    QVERIFY(tested);
    QCOMPARE(tested->from, QByteArray("holdfast@example.com"));
    for (const char* header :
         {"From: holdfast@example.com\r\n", "To: desk@example.com\r\n", "Subject: Holdfast: test\r\n",
          "Date: ", "Message-ID: <", "Auto-Submitted: auto-generated\r\n"}) {
        QVERIFY2(tested->data.contains(header), header);
    }
    QCOMPARE(server.sink.messages().size(), 3);

    QCOMPARE(daemon.stop(), 0);
    QVERIFY(daemon.log().contains("cannot be reached"));
    for (const QByteArray& secret : daemon.secrets()) {
        QVERIFY2(secret.size() > 8 && !daemon.log().contains(secret), secret.constData());
    }
}

void MailTest::anEndIsNotHeldUpByAServerThatSaysNothing()
{
    LateServer server;
    server.sink.setSilent(true);
    QVERIFY(server.begin());
    MailingDaemon daemon(server);
    QVERIFY(daemon.change(u"INSERT INTO mail_queue (recipients, subject, body, created_at, next_at)"
                          " VALUES ('it@example.com', 'Hello', 'It waits.', %1, 1)"_s.arg(
                              QDateTime::currentMSecsSinceEpoch())));
    QVERIFY(daemon.start());
    QTRY_COMPARE_WITH_TIMEOUT(server.sink.connections(), 1, 60'000);
    QCOMPARE(daemon.stop(), 0); // else it would have been killed: an attempt lasts a minute
    server.sink.setSilent(false);
    QVERIFY(daemon.change(u"UPDATE mail_queue SET next_at = 1"_s));
    QVERIFY(daemon.start());
    QTRY_COMPARE_WITH_TIMEOUT(server.sink.messages().size(), 1, 60'000);
    QCOMPARE(server.sink.messages().constFirst().recipients, QByteArrayList {"it@example.com"});
    QCOMPARE(daemon.stop(), 0);
}

QTEST_GUILESS_MAIN(MailTest)
#include "tst_mail.moc"
