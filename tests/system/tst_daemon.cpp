// SPDX-License-Identifier: Apache-2.0
// holdfastd as whoever runs it sees it: verbs, flags, locks, the end.
#include "tests/support/process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QScopeGuard>
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

QString configuration(const Daemon& daemon, const QByteArray& text)
{
    QFile file(daemon.dataDirectory() + QStringLiteral("/../holdfastd.ini"));
    [&] {
        QVERIFY(file.open(QIODevice::WriteOnly));
    }();
    file.write(text);
    return file.fileName();
}

} // namespace

class DaemonTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyVerbHelps_data()
    {
        QTest::addColumn<QString>("verb");
        for (const char* verb : {"init", "serve", "check", "audit verify", "backup", "restore", "key rotate",
                                 "key list", "support-bundle", "demonstrate"}) {
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
    void oneConfigurationFileServesEveryVerb()
    {
        const Daemon daemon;
        const QString file = configuration(daemon,
                                           "; a comment\n# another\n[General]\n\n"
                                           "listen = 127.0.0.1:0\npublic-name=a.example, b.example\n"
                                           "log-level = warning\nlog-level = http=debug\n"
                                           "accept-event-loss = no\nto = /nowhere\n");
        const ToolResult check = daemon.verb(words("check"), {QStringLiteral("--config"), file});
        QVERIFY2(check.exitCode == 0, (check.errors + check.output).constData());
        QVERIFY(check.output.contains("config     good"));
    }
    void checkTellsAllThatIsWrongWithTheConfiguration()
    {
        const Daemon daemon;
        const QString file = configuration(daemon,
                                           "listen = here\ncolour = red\nlog-level = loud\n"
                                           "tls-key = /nowhere.pem\naccept-event-loss = maybe\nnonsense\n"
                                           "[serve]\npublic-name = a\nlisten = 127.0.0.1:1\n");
        const ToolResult check = daemon.verb(words("check"), {QStringLiteral("--config"), file});
        QCOMPARE(check.exitCode, 1);
        for (const char* told : {"config_invalid", "line 1: listen: ", "line 2: there is no key \"colour\"",
                                 "line 3: log-level: ", "line 4: tls-key: ", "line 6: ",
                                 "line 7: there are no sections", "line 9: listen is given twice"}) {
            QVERIFY2(check.errors.contains(told), told);
        }
        QVERIFY(!check.errors.contains("line 8"));
        QVERIFY(daemon.verb(words("serve"), {QStringLiteral("--config"), file})
                    .errors.contains("line 5: accept-event-loss is yes or no"));
    }
    void checkTriesTheServer()
    {
        const Daemon daemon;
        const ToolResult check = daemon.verb(words("check"), words("--listen 0.0.0.0:8443"));
        QCOMPARE(check.exitCode, 1);
        QVERIFY2(check.output.contains("address_needs_tls"), check.output.constData());
    }
    void aFlagWinsOverTheFile()
    {
        Daemon daemon;
        const QString file = configuration(daemon, "listen = 0.0.0.0:0\n");
        QVERIFY2(daemon.start({QStringLiteral("--config"), file}), daemon.errors().constData());
    }
    void aBackupBesideTheServiceBecomesAnEventAndGoodHealth()
    {
        Daemon daemon;
        QVERIFY(daemon.start());
        const QList<std::pair<QByteArray, QByteArray>> admin {{"Authorization", bearer(daemon)}};
        const auto get = [&](const char* path) {
            return httpCall("GET", daemon.url().resolved(QUrl(QString::fromLatin1(path))), {}, admin);
        };
        const auto reasonOf = [&](const char* name) {
            for (const QJsonValue& check :
                 get("/api/v1/health").json.value(QLatin1String("checks")).toArray()) {
                if (check.toObject().value(QLatin1String("name")).toString() == QLatin1String(name)) {
                    return check.toObject().value(QLatin1String("reason")).toString();
                }
            }
            return QStringLiteral("no such check");
        };
        QCOMPARE(reasonOf("backup"), QStringLiteral("backup_missing"));
        for (const char* name : {"database", "queue", "eventHead", "keys", "logs"}) {
            QCOMPARE(reasonOf(name), QString());
        }
        const QString file = daemon.dataDirectory() + QStringLiteral("/../b.backup");
        QCOMPARE(daemon.verb(words("backup"), {QStringLiteral("--to"), file}).exitCode, 0);
        QCOMPARE(reasonOf("backup"), QString());
        QTRY_COMPARE_WITH_TIMEOUT(get("/api/v1/events?log=system&key=BACKUP_MADE")
                                      .json.value(QLatin1String("items"))
                                      .toArray()
                                      .size(),
                                  1, 15'000);
        QVERIFY(QFile::remove(daemon.keyDirectory() + QStringLiteral("/keyring.json")));
        QCOMPARE(reasonOf("keys"), QStringLiteral("keys_missing"));
    }
    void aSupportBundleHoldsNoSecret()
    {
        Daemon daemon;
        QVERIFY(daemon.start({QStringLiteral("--log-level"), QStringLiteral("api=debug")}));
        const QByteArray token = bearer(daemon);
        const QList<std::pair<QByteArray, QByteArray>> admin {{"Authorization", token}};
        const auto at = [&](const char* path) {
            return daemon.url().resolved(QUrl(QString::fromLatin1(path)));
        };
        const HttpAnswer client =
            httpCall("POST", at("/api/v1/api-clients"),
                     QJsonObject {{QStringLiteral("name"), QStringLiteral("vpn gate")}}, admin);
        QCOMPARE(client.status, 201);
        const HttpAnswer user =
            httpCall("POST", at("/api/v1/users"),
                     QJsonObject {{QStringLiteral("name"), QStringLiteral("confidential.person")}}, admin);
        const QString codes = QStringLiteral("/api/v1/users/%1/emergency-codes")
                                  .arg(user.json.value(QLatin1String("id")).toString());
        const HttpAnswer issued =
            httpCall("POST", daemon.url().resolved(QUrl(codes)),
                     QJsonObject {{QStringLiteral("kind"), QStringLiteral("fixed")},
                                  {QStringLiteral("reason"), QStringLiteral("a test")},
                                  {QStringLiteral("onTokenReturn"), QStringLiteral("refuse")}},
                     admin);
        QVERIFY2(issued.status == 201, issued.body.constData());
        const HttpAnswer bundle = httpCall("GET", at("/api/v1/support-bundle"), {}, admin);
        QCOMPARE(bundle.status, 200);
        QVERIFY(bundle.json.value(QLatin1String("health")).isObject());
        QVERIFY(bundle.json.value(QLatin1String("rows")).toObject().value(QLatin1String("users")).toInt()
                >= 2);
        QVERIFY(bundle.body.contains("api=debug"));
        const QString file = daemon.dataDirectory() + QStringLiteral("/../support.json");
        const ToolResult written = daemon.verb(words("support-bundle"), {QStringLiteral("--to"), file});
        QVERIFY2(written.exitCode == 0, written.errors.constData());
        QFile offline(file);
        QVERIFY(offline.open(QIODevice::ReadOnly));
        QFile ring(daemon.keyDirectory() + QStringLiteral("/keyring.json"));
        QVERIFY(ring.open(QIODevice::ReadOnly));
        QList<QByteArray> secrets {token.mid(7),
                                   Daemon::adminPassword,
                                   client.json.value(QLatin1String("key")).toString().toLatin1(),
                                   QJsonDocument::fromJson(ring.readAll())
                                       .object()
                                       .value(QLatin1String("masterKey"))
                                       .toString()
                                       .toLatin1(),
                                   "argon2",
                                   "confidential"};
        for (const QJsonValue& code : issued.json.value(QLatin1String("codes")).toArray()) {
            secrets << (code.isObject() ? code.toObject().value(QLatin1String("code")) : code)
                           .toString()
                           .toLatin1();
        }
        QVERIFY(secrets.size() > 6);
        const QByteArray logged = [&] {
            daemon.stop();
            return daemon.errors();
        }();
        QVERIFY(logged.contains("createUser: 201"));
        for (const QByteArray& text : {bundle.body, offline.readAll(), logged}) {
            QVERIFY(text.size() > 100);
            for (const QByteArray& secret : secrets) {
                QVERIFY2(secret.size() > 3 && !text.contains(secret), secret.constData());
            }
        }
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
    void aDiskAtFaultEndsNoServiceBeforeItsTime()
    {
        qputenv("QT_FATAL_WARNINGS", "0"); // the service is to warn
        const auto again = qScopeGuard([] { qputenv("QT_FATAL_WARNINGS", "1"); });
        Daemon daemon;
        const QString anchors = daemon.dataDirectory() + QStringLiteral("/../anchors.jsonl");
        QVERIFY(daemon.start({QStringLiteral("--anchor-file"), anchors}));
        QTRY_VERIFY(QFile::exists(anchors));
        QVERIFY(bearer(daemon).size() > 20); // an event that no anchor has yet
        // Overwritten, not cut: a mapped file that is cut ends whatever reads it.
        for (const char* suffix : {"", "-wal"}) {
            QFile file(daemon.dataDirectory() + QStringLiteral("/holdfast.db") + QString::fromLatin1(suffix));
            QVERIFY(file.open(QIODevice::ReadWrite));
            QCOMPARE(file.write(QByteArray(file.size(), '\0')), file.size());
        }
        QCOMPARE(daemon.stop(), 0);
        const QByteArray told = daemon.errors(); // by the last anchor, and by the head record
        QVERIFY2(told.count("warning holdfast.events: ") == 2, told.constData());
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
