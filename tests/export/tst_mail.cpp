// SPDX-License-Identifier: Apache-2.0
// E-mail on its way to a server of the test's own.
#include "services/authentication/export/mail_export.h"
#include "tests/export/smtp_sink.h"
#include "tests/http/certificate.h"
#include "tests/support/store.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <future>

using namespace holdfast;
using namespace holdfast::authentication;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using holdfast::testing::SmtpSink;
using storage::Connection;

namespace {

MailMessage letter()
{
    return {.recipients = {u"it@example.com"_s},
            .subject = u"Holdfast: notification"_s,
            .body = u"This needs somebody:\n.\n- Überlauf\n"_s,
            .attachment = {},
            .attachmentName = {},
            .attachmentType = {}};
}

} // namespace

class TestMail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<testing::TestStore>();
        m_sink = std::make_unique<SmtpSink>();
        QVERIFY(m_sink->listen(QHostAddress::LocalHost));
    }
    void cleanup()
    {
        m_sink.reset();
        m_store.reset();
    }

    void serversAreReadStrictly_data();
    void serversAreReadStrictly();
    void addressesAreReadStrictly_data();
    void addressesAreReadStrictly();
    void headersStayOneLine();
    void aMessageArrivesWhole();
    void aFileGoesAlong();
    void startTlsIsTakenOrNothingIsSent();
    void aCertificateOfNobodyKnownIsRefused();
    void theServerIsSignedInTo();
    void whoIsRefusedDoesNotKeepTheOthersFromIt();
    void theQueueSurvivesAServerThatIsAway();
    void whatCannotBeSentIsGivenUpAndTold();
    void nothingIsSentTwiceWhileNothingCanBeWritten();
    void aServerThatSaysNothingHoldsNobodyUpAtTheEnd();
    void theQueueIsBounded();
    void whoMayNotGetItAnyMoreDoesNot();

private:
    MailServer server(MailServer::Security security = MailServer::Security::None) const
    {
        MailServer server;
        server.host = u"localhost"_s;
        server.port = m_sink->serverPort();
        server.security = security;
        server.sender = u"holdfast@example.com"_s;
        return server;
    }
    // On another thread, while the sink answers on this one.
    contract::Result<void> send(const MailServer& to, const MailMessage& message)
    {
        const MailSender sender(to);
        auto sent = std::async(std::launch::async, [&] { return sender.send(message, m_store->now()); });
        (void)QTest::qWaitFor([&] { return sent.wait_for(0s) == std::future_status::ready; }, 30'000);
        return sent.get();
    }
    QString certificateFile(const QByteArray& names)
    {
        const auto made = test::makeCertificate(names);
        m_sink->setCertificate(made.certificatePem, made.keyPem);
        QFile file(m_store->path(u"authority.pem"_s));
        return file.open(QIODevice::WriteOnly) && file.write(made.certificatePem) > 0 ? file.fileName()
                                                                                      : QString();
    }
    void enqueue(const MailMessage& message)
    {
        m_store->write(
            [&](Connection& connection) { QVERIFY(mailQueue::add(connection, message, m_store->now())); });
    }
    qint64 waiting()
    {
        return m_store->read([](Connection& connection) { return mailQueue::count(connection); });
    }

    std::unique_ptr<testing::TestStore> m_store;
    std::unique_ptr<SmtpSink> m_sink;
};

void TestMail::serversAreReadStrictly_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("security");
    QTest::addColumn<QString>("shown"); // or the error's code
    QTest::newRow("usual port") << u"mail.example.com"_s << u"starttls"_s << u"mail.example.com:587"_s;
    QTest::newRow("TLS port") << u"mail.example.com"_s << u"tls"_s << u"mail.example.com:465"_s;
    QTest::newRow("own port") << u"mail.example.com:2525"_s << u"starttls"_s << u"mail.example.com:2525"_s;
    QTest::newRow("IPv6") << u"[2001:db8::1]:25"_s << u"tls"_s << u"[2001:db8::1]:25"_s;
    QTest::newRow("plain on this machine") << u"localhost"_s << u"none"_s << u"localhost:25"_s;
    QTest::newRow("plain elsewhere") << u"mail.example.com"_s << u"none"_s << u"mail_needs_tls"_s;
    QTest::newRow("plain, a name like loopback")
        << u"localhost.example.com"_s << u"none"_s << u"mail_needs_tls"_s;
    QTest::newRow("unknown security") << u"mail.example.com"_s << u"ssl"_s << u"usage"_s;
    QTest::newRow("a path") << u"mail.example.com/x"_s << u"tls"_s << u"usage"_s;
    QTest::newRow("a user") << u"me@mail.example.com"_s << u"tls"_s << u"usage"_s;
    QTest::newRow("nothing") << QString() << u"tls"_s << u"usage"_s;
}

void TestMail::serversAreReadStrictly()
{
    QFETCH(QString, address);
    QFETCH(QString, security);
    QFETCH(QString, shown);
    const auto parsed = parseMailServer(address, security);
    QCOMPARE(parsed ? shownName(*parsed) : parsed.error().code, shown);
}

void TestMail::addressesAreReadStrictly_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << u"it@example.com"_s << true;
    QTest::newRow("with a plus") << u"it+hold.fast@mail.example.com"_s << true;
    QTest::newRow("without a domain") << u"it"_s << false;
    QTest::newRow("two of them") << u"a@example.com,b@example.com"_s << false;
    QTest::newRow("a name") << u"IT <it@example.com>"_s << false;
    QTest::newRow("a header") << u"a@example.com\r\nBcc: b@example.com"_s << false;
    QTest::newRow("a line end") << u"a@example.com\n"_s << false;
    QTest::newRow("a command") << u"a@example.com> SIZE=1"_s << false;
    QTest::newRow("letters of others") << u"üt@example.com"_s << false;
}

void TestMail::addressesAreReadStrictly()
{
    QFETCH(QString, address);
    QFETCH(bool, good);
    QCOMPARE(isMailAddress(address), good);
}

void TestMail::headersStayOneLine()
{
    QCOMPARE(mailHeaderText(u"Plain"_s), QByteArray("Plain"));
    QCOMPARE(mailHeaderText(u"a\r\nBcc: x@example.com"_s), QByteArray("a  Bcc: x@example.com"));
    const QByteArray encoded = mailHeaderText(u"Prüfung der Schlüssel, wöchentlich"_s);
    QByteArray decoded;
    for (const QByteArray& word : encoded.split('\n')) {
        const QByteArray trimmed = word.trimmed();
        QVERIFY(trimmed.size() <= 75);
        QVERIFY(trimmed.startsWith("=?utf-8?B?") && trimmed.endsWith("?="));
        decoded += QByteArray::fromBase64(trimmed.mid(10).chopped(2));
    }
    QCOMPARE(QString::fromUtf8(decoded), u"Prüfung der Schlüssel, wöchentlich"_s);
}

void TestMail::aMessageArrivesWhole()
{
    MailMessage message = letter();
    message.recipients << u"desk@example.com"_s;
    const auto sent = send(server(), message);
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
    QCOMPARE(m_sink->messages().size(), 1);
    const auto& got = m_sink->messages().constFirst();
    QCOMPARE(got.from, QByteArray("holdfast@example.com"));
    QCOMPARE(got.recipients, (QList<QByteArray> {"it@example.com", "desk@example.com"}));
    QVERIFY(got.data.contains("Subject: Holdfast: notification\r\n"));
    QVERIFY(got.data.contains("To: it@example.com,\r\n desk@example.com\r\n"));
    QVERIFY(got.data.contains("Auto-Submitted: auto-generated\r\n"));
    QVERIFY(got.data.contains("Date: "));
    QVERIFY(got.data.contains("\r\n.\r\n") || got.data.contains("=2E")); // a dot alone ends nothing
    QVERIFY(got.data.contains("=C3=9Cberlauf"));
}

void TestMail::aFileGoesAlong()
{
    QFile file(m_store->path(u"1.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray content = "name\r\n\" =1+1\"\r\n" + QByteArray(100'000, 'x');
    file.write(content);
    file.close();
    MailMessage message = letter();
    message.attachment = file.fileName();
    message.attachmentName = u"all-users-1.csv"_s;
    message.attachmentType = "text/csv; charset=utf-8";
    QVERIFY(send(server(), message));
    const QByteArray data = m_sink->messages().constFirst().data;
    QVERIFY(data.contains("filename=\"all-users-1.csv\""));
    const qsizetype from = data.indexOf("\r\n\r\n", data.indexOf("filename=")) + 4;
    const QByteArray body = data.mid(from, data.indexOf("\r\n--", from) - from);
    QCOMPARE(QByteArray::fromBase64(body), content);
    QFile::remove(file.fileName());
    QVERIFY(send(server(), message)); // told without it
    QVERIFY(m_sink->messages().constLast().data.contains("not kept any more"));
}

void TestMail::startTlsIsTakenOrNothingIsSent()
{
    MailServer to = server(MailServer::Security::StartTls);
    QVERIFY(!send(to, letter())); // not offered
    QCOMPARE(m_sink->messages().size(), 0);
    to.authorities = certificateFile("DNS:localhost");
    const auto sent = send(to, letter());
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
    QCOMPARE(m_sink->messages().size(), 1);
    QVERIFY(m_sink->messages().constFirst().encrypted);
}

void TestMail::aCertificateOfNobodyKnownIsRefused()
{
    MailServer to = server(MailServer::Security::StartTls);
    (void)certificateFile("DNS:localhost"); // of no authority that the system knows
    const auto unknown = send(to, letter());
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, u"mail_certificate"_s);
    to.authorities = certificateFile("DNS:elsewhere.example.com");
    const auto another = send(to, letter());
    QVERIFY(!another);
    QCOMPARE(another.error().code, u"mail_certificate"_s);
    QCOMPARE(m_sink->messages().size(), 0);
}

void TestMail::theServerIsSignedInTo()
{
    MailServer to = server(MailServer::Security::StartTls);
    to.authorities = certificateFile("DNS:localhost");
    to.user = u"holdfast"_s;
    to.password = contract::Secret(QByteArrayView("correct horse"));
    m_sink->setAuthenticates(true);
    QVERIFY(send(to, letter()));
    QCOMPARE(m_sink->messages().constFirst().authentication, QByteArray("\0holdfast\0correct horse", 23));
    m_sink->setAuthenticates(false);
    const auto refused = send(to, letter());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"mail_sign_in"_s);
    QVERIFY(!refused.error().detail.contains(u"horse"_s));
}

void TestMail::whoIsRefusedDoesNotKeepTheOthersFromIt()
{
    MailMessage message = letter();
    message.recipients << u"gone@example.com"_s;
    m_sink->refuse("gone@example.com");
    QVERIFY(send(server(), message));
    QCOMPARE(m_sink->messages().constFirst().recipients, QList<QByteArray> {"it@example.com"});
    message.recipients = {u"gone@example.com"_s};
    const auto refused = send(server(), message);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"mail_refused"_s);
}

void TestMail::theQueueSurvivesAServerThatIsAway()
{
    m_sink->setBusy(true);
    const MailSender sender(server());
    enqueue(letter());
    {
        const MailExport running(m_store->database(), m_store->events(), m_store->clock(), sender, 20ms);
        QTRY_COMPARE(m_sink->connections(), 1);
        QTRY_COMPARE(
            m_store->read([](Connection& connection) { return mailQueue::oldest(connection)->attempts; }), 1);
        QTest::qWait(200);
        QCOMPARE(m_sink->connections(), 1); // not at once again
        m_store->clock().advance(61s);
        QTRY_COMPARE(m_sink->connections(), 2);
    }
    m_sink->setBusy(false);
    m_store->clock().advance(5min);
    const MailExport again(m_store->database(), m_store->events(), m_store->clock(), sender, 20ms);
    QTRY_COMPARE(m_sink->messages().size(), 1);
    QTRY_COMPARE(waiting(), 0);
}

void TestMail::whatCannotBeSentIsGivenUpAndTold()
{
    m_sink->setBusy(true);
    const MailSender sender(server());
    enqueue(letter());
    m_store->clock().advance(49h);
    const MailExport running(m_store->database(), m_store->events(), m_store->clock(), sender, 20ms);
    QTRY_COMPARE(waiting(), 0);
    const auto told = m_store->read([](Connection& connection) {
        EventQuery query;
        query.key = u"MAIL_NOT_SENT"_s;
        return events::page(connection, query);
    });
    QCOMPARE(told.size(), std::size_t {1});
    QCOMPARE(told[0].detail[u"subject"].toString(), u"Holdfast: notification"_s);
}

void TestMail::nothingIsSentTwiceWhileNothingCanBeWritten()
{
    const auto refuse = [&](const QString& change) {
        m_store->write([&](Connection& connection) {
            connection.script(u"CREATE TRIGGER no_%1 BEFORE %1 ON mail_queue"
                              " BEGIN SELECT RAISE(ABORT, 'disk full'); END"_s.arg(change));
        });
    };
    const MailSender sender(server());
    enqueue(letter());
    refuse(u"DELETE"_s);
    {
        const MailExport running(m_store->database(), m_store->events(), m_store->clock(), sender, 20ms);
        QTRY_COMPARE(m_sink->messages().size(), 1);
        QTest::qWait(300);
        QCOMPARE(m_sink->messages().size(), 1);
    }
    refuse(u"UPDATE"_s);
    m_store->clock().advance(2min);
    const MailExport again(m_store->database(), m_store->events(), m_store->clock(), sender, 20ms);
    QTest::qWait(300);
    QCOMPARE(m_sink->connections(), 1);
}

void TestMail::aServerThatSaysNothingHoldsNobodyUpAtTheEnd()
{
    m_sink->setSilent(true);
    MailSender sender(server());
    enqueue(letter());
    QElapsedTimer ending;
    {
        const MailExport running(m_store->database(), m_store->events(), m_store->clock(), sender, 20ms);
        QTRY_COMPARE(m_sink->connections(), 1);
        ending.start();
        sender.stop();
    }
    QVERIFY(ending.elapsed() < 8'000); // of the ten seconds that the console waits
    QCOMPARE(waiting(), 1); // for the next start
}

void TestMail::theQueueIsBounded()
{
    m_store->write([&](Connection& connection) {
        for (qint64 i = 0; i < mailQueue::mostWaiting; ++i) {
            QVERIFY(mailQueue::add(connection, letter(), m_store->now()));
        }
        QVERIFY(!mailQueue::add(connection, letter(), m_store->now()));
    });
    QCOMPARE(waiting(), mailQueue::mostWaiting);
}

void TestMail::whoMayNotGetItAnyMoreDoesNot()
{
    const MailSender sender(server());
    MailMessage both = letter();
    both.recipients << u"left@example.com"_s;
    MailMessage one = letter();
    one.recipients = {u"left@example.com"_s};
    enqueue(one);
    enqueue(both);
    const auto check = [](Connection&, const QueuedMail& mail) {
        MailVerdict verdict {mail.message.recipients, u"recipient_removed"_s};
        verdict.recipients.removeAll(u"left@example.com"_s);
        return verdict;
    };
    const MailExport running(m_store->database(), m_store->events(), m_store->clock(), sender, 20ms, check);
    QTRY_COMPARE(waiting(), 0);
    QCOMPARE(m_sink->connections(), 1);
    QCOMPARE(m_sink->messages().size(), 1);
    QCOMPARE(m_sink->messages().constFirst().recipients, QList<QByteArray> {"it@example.com"});
    const auto told = m_store->read([](Connection& connection) {
        EventQuery query;
        query.key = u"MAIL_WITHHELD"_s;
        return events::page(connection, query);
    });
    QCOMPARE(told.size(), std::size_t {2});
    for (const contract::Event& event : told) {
        QCOMPARE(event.reason, u"recipient_removed"_s);
        QCOMPARE(event.detail[u"recipients"].toString(), u"left@example.com"_s);
        QCOMPARE(event.detail[u"subject"].toString(), u"Holdfast: notification"_s);
    }
}

QTEST_GUILESS_MAIN(TestMail)
#include "tst_mail.moc"
