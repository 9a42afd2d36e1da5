// SPDX-License-Identifier: Apache-2.0
// holdfastd as whoever runs it sees it: verbs, flags, locks, the end.
#include "tests/support/process.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace holdfast::testing;

namespace {

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

QByteArray bearer(const Daemon& daemon)
{
    const HttpAnswer signedIn =
        httpCall("POST", daemon.url().resolved(QUrl(QStringLiteral("/api/v1/sessions"))),
                 QJsonObject {{QStringLiteral("name"), QString::fromLatin1(Daemon::adminName)},
                              {QStringLiteral("password"), QString::fromLatin1(Daemon::adminPassword)}});
    return "Bearer " + signedIn.json.value(QLatin1String("token")).toString().toLatin1();
}

} // namespace

class DaemonTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyVerbHelps_data()
    {
        QTest::addColumn<QString>("verb");
        for (const char* verb : {"init", "serve", "check", "audit verify", "demonstrate"}) {
            QTest::newRow(verb) << QString::fromLatin1(verb);
        }
    }
    void everyVerbHelps()
    {
        QFETCH(QString, verb);
        const ToolResult help =
            runTool(programPath("holdfastd"), verb.split(QLatin1Char(' ')) << QStringLiteral("--help"));
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.output.contains("--data-dir"));
    }
    void wrongUsageIsToldApart()
    {
        QCOMPARE(runTool(programPath("holdfastd"), {}).exitCode, 2);
        QCOMPARE(runTool(programPath("holdfastd"), words("dance")).exitCode, 2);
        const ToolResult unknown = runTool(programPath("holdfastd"), words("serve --colour red"));
        QCOMPARE(unknown.exitCode, 2);
        QVERIFY(unknown.errors.contains("--colour"));
    }
    void initRefusesWhatIsThere()
    {
        const Daemon daemon;
        const ToolResult again = daemon.verb(words("init"), words("--admin other"));
        QCOMPARE(again.exitCode, 1);
        QVERIFY(again.errors.contains("data_directory_not_empty"));
    }
    void initRefusesAShortPasswordAndLeavesNothing()
    {
        QTemporaryDir base;
        const QString data = base.filePath(QStringLiteral("data"));
        const ToolResult made =
            runTool(programPath("holdfastd"),
                    words("init --admin root --data-dir")
                        << data << QStringLiteral("--key-dir") << base.filePath(QStringLiteral("keys")),
                    "short\n");
        QCOMPARE(made.exitCode, 1);
        QVERIFY(made.errors.contains("password_too_short"));
        QVERIFY(!QDir(data).exists());
    }
    void aServiceStartsAnswersAndEndsCleanly()
    {
        Daemon daemon;
        QVERIFY2(daemon.start(), daemon.errors().constData());
        const HttpAnswer health = httpCall("GET", daemon.url().resolved(QUrl(QStringLiteral("/health"))));
        QCOMPARE(health.status, 200);
        QVERIFY(bearer(daemon).size() > 20);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(daemon.stop(), 0);
        QVERIFY(timer.elapsed() < 10'000);
        const ToolResult audit = daemon.verb(words("audit verify"));
        QVERIFY2(audit.exitCode == 0, audit.output.constData());
        const ToolResult check = daemon.verb(words("check"));
        QVERIFY2(check.exitCode == 0, check.output.constData());
    }
    void aDataDirectoryServesOneAtATime()
    {
        Daemon daemon;
        QVERIFY(daemon.start());
        const ToolResult second = daemon.verb(words("serve"), words("--listen 127.0.0.1:0"));
        QCOMPARE(second.exitCode, 1);
        QVERIFY(second.errors.contains("data_directory_in_use"));
    }
    void aForeignAddressNeedsTls()
    {
        const Daemon daemon;
        const ToolResult refused = daemon.verb(words("serve"), words("--listen 0.0.0.0:0"));
        QCOMPARE(refused.exitCode, 1);
        QVERIFY(refused.errors.contains("address_needs_tls"));
    }
    void theConfigurationFileKnowsEveryFlag()
    {
        const Daemon daemon;
        QFile file(daemon.dataDirectory() + QStringLiteral("/../holdfastd.ini"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("listen=0.0.0.0:0\n");
        file.close();
        const ToolResult refused = daemon.verb(words("serve"), {QStringLiteral("--config"), file.fileName()});
        QVERIFY(refused.errors.contains("address_needs_tls"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("colour=red\n");
        file.close();
        QVERIFY(daemon.verb(words("serve"), {QStringLiteral("--config"), file.fileName()})
                    .errors.contains("config_unknown_key"));
    }
    void aLostTailStopsTheStartUntilItIsAccepted()
    {
        Daemon daemon;
        QVERIFY(daemon.start());
        const QString database = daemon.dataDirectory() + QStringLiteral("/holdfast.db");
        QCOMPARE(daemon.stop(), 0);
        const QString older = daemon.dataDirectory() + QStringLiteral("/../older.db");
        QVERIFY(QFile::copy(database, older));
        QVERIFY(daemon.start());
        QVERIFY(bearer(daemon).size() > 20); // an event that the older copy does not have
        QCOMPARE(daemon.stop(), 0);
        for (const char* suffix : {"", "-wal", "-shm"}) {
            QFile::remove(database + QString::fromLatin1(suffix));
        }
        QVERIFY(QFile::copy(older, database));
        QCOMPARE(daemon.verb(words("audit verify")).exitCode, 1);
        const ToolResult refused = daemon.verb(words("serve"), words("--listen 127.0.0.1:0"));
        QVERIFY2(refused.errors.contains("event_log_cut"), refused.errors.constData());
        QVERIFY2(daemon.start(words("--accept-event-loss")), daemon.errors().constData());
        QCOMPARE(daemon.stop(), 0);
        QVERIFY2(daemon.start(), daemon.errors().constData()); // accepted once, and for all
        QCOMPARE(daemon.stop(), 0);
    }
    void keysOfAnotherServiceAreRefused()
    {
        const Daemon one;
        const Daemon other;
        const ToolResult refused =
            one.verb(words("check"), {QStringLiteral("--key-dir"), other.keyDirectory()});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY(refused.errors.contains("keys_do_not_match"));
    }
    void nothingSecretIsReadableByOthers()
    {
        const Daemon daemon;
        for (const QString& directory : {daemon.dataDirectory(), daemon.keyDirectory()}) {
            QCOMPARE(QFile::permissions(directory) & QFile::Permissions(0x0077), QFile::Permissions());
        }
    }
    void damagedDataIsSaidNotServed()
    {
        const Daemon daemon;
        QFile database(daemon.dataDirectory() + QStringLiteral("/holdfast.db"));
        QVERIFY(database.open(QIODevice::ReadWrite));
        database.write(QByteArray(4096, 'x'));
        database.close();
        const ToolResult refused = daemon.verb(words("check"));
        QCOMPARE(refused.exitCode, 1);
        QVERIFY(!refused.errors.isEmpty());
    }
};

QTEST_GUILESS_MAIN(DaemonTest)
#include "tst_daemon.moc"
