// SPDX-License-Identifier: Apache-2.0
// The configuration of packaging/freeradius in a real FreeRADIUS of the test's own, asked with radclient.
#include "tests/api/mfa_client.h"
#include "tests/support/process.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>
#include <QUdpSocket>

using namespace holdfast::testing;
using namespace std::chrono_literals;

namespace {

const QString ada = QStringLiteral("ada");
const QByteArray secret = "0123456789abcdefghijklm";

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s cannot be read", qPrintable(path));
    }
    return file.readAll();
}

quint16 freePort()
{
    QUdpSocket socket;
    socket.bind(QHostAddress::LocalHost, 0);
    return socket.localPort();
}

// What an administrator changes, and nothing else; it must be there to be changed.
void replace(QByteArray& text, const QByteArray& before, const QByteArray& after)
{
    if (!text.contains(before)) {
        qFatal("The configuration does not hold \"%s\".", before.constData());
    }
    text.replace(before, after);
}

struct RadiusReply
{
    QByteArray text;

    [[nodiscard]] bool is(const char* packet) const
    {
        return text.contains(QByteArray("Received Access-") + packet);
    }
    [[nodiscard]] bool none() const { return !text.contains("Received Access-"); }
    [[nodiscard]] bool isAuthentic() const
    {
        return text.mid(text.indexOf("Received Access-")).contains("Message-Authenticator = 0x");
    }
    [[nodiscard]] QByteArray value(const char* attribute) const
    {
        const QRegularExpression line(
            QStringLiteral("Received.*%1 = \"?([^\"\n]*)").arg(QLatin1String(attribute)),
            QRegularExpression::DotMatchesEverythingOption);
        return line.match(QString::fromUtf8(text)).captured(1).toUtf8();
    }
};

// FreeRADIUS with the shipped configuration, in a folder and on a port of its own.
class FreeRadius
{
public:
    explicit FreeRadius(const MfaClient& client)
        : m_port(freePort())
    {
        const QString shipped = QStringLiteral(HOLDFAST_PACKAGING "/freeradius/");
        QByteArray module = contentOf(shipped + QStringLiteral("mods-available/holdfast"));
        replace(module, "http://127.0.0.1:8443",
                "http://127.0.0.1:" + QByteArray::number(client.fixture.port()));
        replace(module, "CHANGE-ME", client.key);
        QByteArray site = contentOf(shipped + QStringLiteral("sites-available/holdfast"));
        replace(site, "ipaddr = *", "ipaddr = 127.0.0.1");
        replace(site, "port = 1812", "port = " + QByteArray::number(m_port));
        write("module", module);
        write("site", site);
        write("radiusd.conf",
              "prefix = /usr\nlibdir = /usr/lib/freeradius\nmax_request_time = 30\nlogdir = " + folder()
                  + "\nrun_dir = " + folder() + "\nsecurity {\nreject_delay = 0\n}\nproxy_requests = no\n"
                  + "client gateway {\nipaddr = 127.0.0.1\nsecret = " + secret + "\n}\n"
                  + "thread pool {\nstart_servers = 2\nmax_servers = 4\nmin_spare_servers = 1\n"
                    "max_spare_servers = 2\nmax_requests_per_server = 0\n}\n"
                    "modules {\nalways reject {\nrcode = reject\n}\nalways handled {\nrcode = handled\n}\n"
                    "$INCLUDE module\n}\n$INCLUDE site\n");
    }
    ~FreeRadius()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }

    // What `freeradius -C` says of the configuration.
    [[nodiscard]] ToolResult check() const
    {
        return runTool(program(), {QStringLiteral("-XC"), QStringLiteral("-d"), m_folder.path()});
    }
    bool start()
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(program(),
                        {QStringLiteral("-fx"), QStringLiteral("-l"), QStringLiteral("stdout"),
                         QStringLiteral("-d"), m_folder.path()});
        while (!m_log.contains("Ready to process requests")) {
            if (!m_process.waitForReadyRead(20'000)) {
                return false;
            }
            m_log += m_process.readAll();
        }
        return true;
    }
    [[nodiscard]] QByteArray log()
    {
        m_process.waitForReadyRead(0);
        return m_log += m_process.readAll();
    }

    [[nodiscard]] RadiusReply ask(const QString& name, const QByteArray& password,
                                  const QByteArray& state = {},
                                  const QByteArray& authenticator = "Message-Authenticator = 0x00") const
    {
        QByteArray packet = "User-Name = \"" + name.toUtf8() + "\"\nUser-Password = \"" + password + "\"\n";
        packet += state.isEmpty() ? QByteArray() : "State = " + state + '\n';
        packet += authenticator + '\n';
        const QString address = QStringLiteral("127.0.0.1:%1").arg(m_port);
        return {
            runTool(QStringLiteral("radclient"),
                    {QStringLiteral("-x"), QStringLiteral("-r"), QStringLiteral("1"), QStringLiteral("-t"),
                     QStringLiteral("1"), address, QStringLiteral("auth"), QString::fromLatin1(secret)},
                    packet)
                .output};
    }

private:
    static QString program()
    {
        const QString debian = QStringLiteral("/usr/sbin/freeradius");
        return QFile::exists(debian) ? debian : QStringLiteral("radiusd");
    }
    [[nodiscard]] QByteArray folder() const { return m_folder.path().toUtf8(); }
    void write(const char* name, const QByteArray& content) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("%s cannot be written", name);
        }
    }

    QTemporaryDir m_folder;
    quint16 m_port;
    QProcess m_process;
    QByteArray m_log;
};

} // namespace

class FreeRadiusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedConfigurationIsSound()
    {
        const MfaClient client;
        const ToolResult checked = FreeRadius(client).check();
        QVERIFY2(checked.exitCode == 0, checked.output.constData());
        QVERIFY2(!checked.output.contains("WARNING"), checked.output.constData());
    }

    void aPasscodeIsAcceptedOnceAndAWrongOneRejected()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        FreeRadius radius(client);
        QVERIFY2(radius.start(), radius.log().constData());
        const RadiusReply accepted = radius.ask(ada, client.code(serial));
        QVERIFY2(accepted.is("Accept"), accepted.text + radius.log());
        QVERIFY(accepted.isAuthentic());
        const RadiusReply again = radius.ask(ada, client.code(serial));
        QVERIFY2(again.is("Reject"), again.text + radius.log());
        QVERIFY(again.isAuthentic());
        QVERIFY(radius.ask(QStringLiteral("nobody"), "123456").is("Reject"));
        const auto events = client.fixture.events(QStringLiteral("AUTHN_LOGIN_EVENT"));
        QCOMPARE(events.size(), std::size_t {3});
        QCOMPARE(events[0].clientAddress, QStringLiteral("127.0.0.1"));
    }

    void aNewPinIsChosenThroughChallenges()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada), "beforeCode", "notSet");
        FreeRadius radius(client);
        QVERIFY2(radius.start(), radius.log().constData());
        RadiusReply reply = radius.ask(ada, client.code(serial));
        QVERIFY2(reply.is("Challenge"), reply.text + radius.log());
        QVERIFY(reply.isAuthentic());
        QCOMPARE(reply.value("Prompt"), QByteArray("No-Echo"));
        QVERIFY2(reply.value("Reply-Message").startsWith("Choose a new PIN"), reply.text.constData());
        reply = radius.ask(ada, "4711", reply.value("State"));
        QVERIFY2(reply.is("Challenge"), reply.text + radius.log());
        QCOMPARE(reply.value("Reply-Message"), QByteArray("Enter the new PIN again."));
        reply = radius.ask(ada, "4711", reply.value("State"));
        QVERIFY2(reply.is("Accept"), reply.text + radius.log());
        client.fixture.clock.advance(30s);
        QVERIFY(radius.ask(ada, "4711" + client.code(serial)).is("Accept"));
    }

    void theNextTokencodeIsAskedForAndBelongsToItsPerson()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        client.addToken(client.addUser(QStringLiteral("root")));
        client.change(QStringLiteral("UPDATE tokens SET next_code_required = 1"));
        FreeRadius radius(client);
        QVERIFY2(radius.start(), radius.log().constData());
        const RadiusReply asked = radius.ask(ada, client.code(serial));
        QVERIFY2(asked.is("Challenge"), asked.text + radius.log());
        const QByteArray next = client.code(serial, 1);
        QVERIFY(radius.ask(QStringLiteral("root"), next, asked.value("State")).is("Reject"));
        QVERIFY(radius.ask(ada, next, asked.value("State")).is("Accept"));
    }

    void aRequestWithoutMessageAuthenticatorIsNotAnswered()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        FreeRadius radius(client);
        QVERIFY2(radius.start(), radius.log().constData());
        QVERIFY(radius.ask(ada, client.code(serial), {}, "NAS-Port = 1").none());
        QVERIFY(radius.ask(ada, client.code(serial)).is("Accept")); // nothing was consumed
    }

    void whereNoDecisionCanBeMadeThereIsSilence()
    {
        MfaClient client;
        const QString serial = client.addToken(client.addUser(ada));
        const QByteArray key = std::exchange(client.key, "wrong");
        FreeRadius misconfigured(client);
        QVERIFY2(misconfigured.start(), misconfigured.log().constData());
        QVERIFY(misconfigured.ask(ada, client.code(serial)).none());
        client.key = key;
        FreeRadius radius(client);
        QVERIFY2(radius.start(), radius.log().constData());
        QVERIFY(radius.ask(ada, client.code(serial)).is("Accept"));
    }
};

QTEST_GUILESS_MAIN(FreeRadiusTest)
#include "tst_freeradius.moc"
