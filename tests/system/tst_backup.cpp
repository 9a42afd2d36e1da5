// SPDX-License-Identifier: Apache-2.0
// Backup and restore as an administrator runs them, beside a service that runs.
#include "tests/support/process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace holdfast::testing;

namespace {

const QByteArray passphrase = "seven grey herons wait";

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

ToolResult holdfastd(const QStringList& arguments, const QByteArray& input = passphrase + '\n')
{
    return runTool(programPath("holdfastd"), arguments, input);
}

QUrl at(const QUrl& service, const char* path)
{
    return service.resolved(QUrl(QString::fromLatin1(path)));
}

QList<std::pair<QByteArray, QByteArray>> signedIn(const QUrl& service)
{
    const HttpAnswer session =
        httpCall("POST", at(service, "/api/v1/sessions"),
                 QJsonObject {{QStringLiteral("name"), QString::fromLatin1(Daemon::adminName)},
                              {QStringLiteral("password"), QString::fromLatin1(Daemon::adminPassword)}});
    return {{"Authorization", "Bearer " + session.json.value(QLatin1String("token")).toString().toLatin1()}};
}

// `serve` on a data directory that is not a Daemon's.
class RestoredService
{
public:
    explicit RestoredService(const QString& data)
    {
        m_process.start(programPath("holdfastd"), words("serve --listen 127.0.0.1:0 --data-dir") << data);
        if (m_process.waitForReadyRead(20'000)) {
            m_url = QUrl(QJsonDocument::fromJson(m_process.readAllStandardOutput())
                             .object()
                             .value(QLatin1String("url"))
                             .toString());
        }
    }
    ~RestoredService()
    {
        m_process.terminate();
        m_process.waitForFinished(15'000);
    }
    [[nodiscard]] QUrl url() const { return m_url; }

private:
    QProcess m_process;
    QUrl m_url;
};

} // namespace

class BackupTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Daemon> m_daemon;
    QTemporaryDir m_place;
    QByteArray m_good; // the backup's bytes

    [[nodiscard]] QString path(const char* name) const { return m_place.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] ToolResult backup(const QString& to, const QByteArray& input = passphrase + '\n') const
    {
        return holdfastd(
            words("backup --data-dir") << m_daemon->dataDirectory() << QStringLiteral("--to") << to, input);
    }
    [[nodiscard]] ToolResult restore(const QString& from, const char* name) const
    {
        const QString base = path(name);
        QDir().mkpath(base);
        return holdfastd(words("restore --from")
                         << from << QStringLiteral("--data-dir") << base + QStringLiteral("/data")
                         << QStringLiteral("--key-dir") << base + QStringLiteral("/keys"));
    }
    QString fileOf(const char* name, const QByteArray& bytes)
    {
        QFile file(path(name));
        [&] {
            QVERIFY(file.open(QIODevice::WriteOnly));
        }();
        file.write(bytes);
        return file.fileName();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_daemon = std::make_unique<Daemon>();
        QVERIFY2(m_daemon->start(), m_daemon->errors().constData());
        const auto admin = signedIn(m_daemon->url());
        for (const char* name : {"ada", "ben", "cleo"}) {
            QCOMPARE(httpCall("POST", at(m_daemon->url(), "/api/v1/users"),
                              QJsonObject {{QStringLiteral("name"), QString::fromLatin1(name)}}, admin)
                         .status,
                     201);
        }
        const ToolResult made = backup(path("good.backup"));
        QVERIFY2(made.exitCode == 0, made.errors.constData());
        QFile file(path("good.backup"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_good = file.readAll();
        QCOMPARE(file.permissions() & QFile::Permissions(0x0077), QFile::Permissions());
    }

    void aRunningServiceIsRestoredWithPeopleKeysAndLog()
    {
        const ToolResult restored = restore(path("good.backup"), "whole");
        QVERIFY2(restored.exitCode == 0, restored.errors.constData());
        QVERIFY(restored.output.contains("the chain is whole"));
        const QString data = path("whole") + QStringLiteral("/data");
        const ToolResult audit = holdfastd(words("audit verify --data-dir") << data);
        QVERIFY2(audit.exitCode == 0, audit.output.constData());
        const RestoredService service(data);
        QVERIFY(service.url().isValid());
        const auto admin = signedIn(service.url());
        const HttpAnswer users = httpCall("GET", at(service.url(), "/api/v1/users"), {}, admin);
        QCOMPARE(users.json.value(QLatin1String("items")).toArray().size(), 4);
        const HttpAnswer events =
            httpCall("GET", at(service.url(), "/api/v1/events?log=system&key=SERVICE_RESTORED"), {}, admin);
        QCOMPARE(events.json.value(QLatin1String("items")).toArray().size(), 1);
    }
    void sessionsOfBeforeDoNotLiveAgain()
    {
        const auto before = signedIn(m_daemon->url());
        QCOMPARE(httpCall("GET", at(m_daemon->url(), "/api/v1/users"), {}, before).status, 200);
        QCOMPARE(backup(path("sessions.backup")).exitCode, 0);
        QCOMPARE(restore(path("sessions.backup"), "sessions").exitCode, 0);
        const RestoredService service(path("sessions") + QStringLiteral("/data"));
        QCOMPARE(httpCall("GET", at(service.url(), "/api/v1/users"), {}, before).status, 401);
    }
    void aTestRestoreReportsAndLeavesNothing()
    {
        QTemporaryDir temporary;
        qputenv("TMPDIR", temporary.path().toUtf8());
        const ToolResult tested = holdfastd(words("restore --test --from") << path("good.backup"));
        qunsetenv("TMPDIR");
        QVERIFY2(tested.exitCode == 0, tested.errors.constData());
        QVERIFY(tested.output.contains("can be restored"));
        QVERIFY(QDir(temporary.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        const ToolResult mixed =
            holdfastd(words("restore --test --data-dir x --from") << path("good.backup"));
        QCOMPARE(mixed.exitCode, 2);
    }
    void nothingReadableIsInABackup()
    {
        QVERIFY(!m_good.contains("SQLite format 3"));
        QVERIFY(!m_good.contains("masterKey"));
        QVERIFY(!m_good.contains("cleo"));
        QVERIFY(!m_good.contains(passphrase));
        QVERIFY(!QFile::exists(m_daemon->dataDirectory() + QStringLiteral("/backup-copy.db")));
    }
    void whatCannotBeRestoredSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("another passphrase")
            << m_good << QByteArray("another passphrase") << QByteArray("backup_passphrase_wrong");
        QTest::newRow("no passphrase") << m_good << QByteArray() << QByteArray("passphrase_missing");
        QTest::newRow("cut in the middle")
            << m_good.first(m_good.size() / 2) << passphrase << QByteArray("backup_truncated");
        QTest::newRow("without the last byte")
            << m_good.chopped(1) << passphrase << QByteArray("backup_truncated");
        QTest::newRow("cut in the header")
            << m_good.first(40) << passphrase << QByteArray("backup_truncated");
        QTest::newRow("longer") << m_good + 'x' << passphrase << QByteArray("backup_damaged");
        QByteArray changed = m_good;
        changed[changed.size() - 1000] = static_cast<char>(changed[changed.size() - 1000] ^ 1);
        QTest::newRow("one bit changed") << changed << passphrase << QByteArray("backup_damaged");
        QTest::newRow("something else")
            << QByteArray("PK\x03\x04 a zip file") << passphrase << QByteArray("backup_unknown");
        QByteArray later = m_good;
        later[19] = 9;
        QTest::newRow("a later format") << later << passphrase << QByteArray("backup_unknown");
    }
    void whatCannotBeRestoredSaysWhy()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, passphrase);
        QFETCH(QByteArray, code);
        const QString from = fileOf("bad.backup", bytes);
        const QString data = path("refused-data");
        const QString keys = path("refused-keys");
        const ToolResult refused =
            holdfastd(words("restore --from") << from << QStringLiteral("--data-dir") << data
                                              << QStringLiteral("--key-dir") << keys,
                      passphrase + '\n');
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains('[' + code + ']'), refused.errors.constData());
        QVERIFY(!QFile::exists(data)); // nothing of it is left
        QVERIFY(!QFile::exists(keys));
        const ToolResult tested = holdfastd(words("restore --test --from") << from, passphrase + '\n');
        QCOMPARE(tested.exitCode, 1);
        QVERIFY2(tested.errors.contains('[' + code + ']'), tested.errors.constData());
    }
    void aFileThatIsNotThereIsSaid()
    {
        QVERIFY(
            holdfastd(words("restore --test --from /nowhere/at/all")).errors.contains("[backup_unreadable]"));
    }
    void nothingThatIsThereIsTouched()
    {
        const ToolResult again = backup(path("good.backup"));
        QVERIFY2(again.errors.contains("[backup_file_exists]"), again.errors.constData());
        const ToolResult full = holdfastd(
            words("restore --from") << path("good.backup") << QStringLiteral("--data-dir")
                                    << m_daemon->dataDirectory() << QStringLiteral("--key-dir") << path("k"));
        QVERIFY2(full.errors.contains("[data_directory_not_empty]"), full.errors.constData());
        const ToolResult keys = holdfastd(words("restore --from")
                                          << path("good.backup") << QStringLiteral("--data-dir") << path("d")
                                          << QStringLiteral("--key-dir") << m_daemon->keyDirectory());
        QVERIFY2(keys.errors.contains("[keys_present]"), keys.errors.constData());
        QVERIFY(!QFile::exists(path("d")));
        QVERIFY(QFile::exists(m_daemon->keyDirectory() + QStringLiteral("/keyring.json")));
    }
    void aShortPassphraseIsRefused()
    {
        QVERIFY(backup(path("short.backup"), "too short\n").errors.contains("[passphrase_too_short]"));
        QVERIFY(backup(path("short.backup"), {}).errors.contains("[passphrase_missing]"));
        QVERIFY(!QFile::exists(path("short.backup")));
    }
    void aFullDiskLosesNothing()
    {
        // A file may not grow beyond 64 KiB: what a full disk is to the one who writes.
        const QString to = path("full.backup");
        const ToolResult full =
            runTool(QStringLiteral("bash"),
                    {QStringLiteral("-c"), QStringLiteral("trap '' XFSZ; ulimit -f 64; exec \"$0\" \"$@\""),
                     programPath("holdfastd"), QStringLiteral("restore"), QStringLiteral("--from"),
                     path("good.backup"), QStringLiteral("--data-dir"), path("full-data"),
                     QStringLiteral("--key-dir"), path("full-keys")},
                    passphrase + '\n');
        QCOMPARE(full.exitCode, 1);
        QVERIFY2(full.errors.contains("[disk_full]"), full.errors.constData());
        QVERIFY(!QFile::exists(path("full-data")));
        QVERIFY(!QFile::exists(path("full-keys")));
        const ToolResult written =
            runTool(QStringLiteral("bash"),
                    {QStringLiteral("-c"), QStringLiteral("trap '' XFSZ; ulimit -f 64; exec \"$0\" \"$@\""),
                     programPath("holdfastd"), QStringLiteral("backup"), QStringLiteral("--data-dir"),
                     m_daemon->dataDirectory(), QStringLiteral("--to"), to},
                    passphrase + '\n');
        QCOMPARE(written.exitCode, 1);
        QVERIFY2(written.errors.contains("[disk_full]") || written.errors.contains("[snapshot_failed]"),
                 written.errors.constData());
        QVERIFY(!QFile::exists(to));
        QVERIFY(!QFile::exists(m_daemon->dataDirectory() + QStringLiteral("/backup-copy.db")));
        QCOMPARE(httpCall("GET", at(m_daemon->url(), "/health")).status, 200);
        QCOMPARE(backup(to).exitCode, 0);
    }
    void aKilledBackupIsNoObstacle()
    {
        QFile copy(m_daemon->dataDirectory() + QStringLiteral("/backup-copy.db"));
        QVERIFY(copy.open(QIODevice::WriteOnly));
        copy.write("half a database");
        copy.close();
        const QString to = path("after-kill.backup");
        QFile unfinished(to + QStringLiteral(".unfinished"));
        QVERIFY(unfinished.open(QIODevice::WriteOnly));
        unfinished.close();
        const ToolResult made = backup(to);
        QVERIFY2(made.exitCode == 0, made.errors.constData());
        QVERIFY(!copy.exists());
        QVERIFY(!unfinished.exists());
        QCOMPARE(holdfastd(words("restore --test --from") << to).exitCode, 0);
    }
    void aBackupWhileMuchIsWrittenIsWhole()
    {
        // Writers go on while the copy is made: whatever moment it shows, its chain is whole.
        QProcess making;
        making.start(programPath("holdfastd"),
                     words("backup --data-dir")
                         << m_daemon->dataDirectory() << QStringLiteral("--to") << path("busy.backup"));
        making.write(passphrase + '\n');
        making.closeWriteChannel();
        const auto admin = signedIn(m_daemon->url());
        int written = 0;
        while (making.state() != QProcess::NotRunning && written < 2000) {
            QCOMPARE(httpCall("POST", at(m_daemon->url(), "/api/v1/users"),
                              QJsonObject {{QStringLiteral("name"), QStringLiteral("busy%1").arg(written)}},
                              admin)
                         .status,
                     201);
            ++written;
            making.waitForFinished(0);
        }
        QVERIFY(making.state() == QProcess::NotRunning || making.waitForFinished(30'000));
        QVERIFY(written > 0);
        QCOMPARE(making.exitCode(), 0);
        const ToolResult tested = holdfastd(words("restore --test --from") << path("busy.backup"));
        QVERIFY2(tested.exitCode == 0, tested.errors.constData());
    }
};

QTEST_GUILESS_MAIN(BackupTest)
#include "tst_backup.moc"
