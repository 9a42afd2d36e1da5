// SPDX-License-Identifier: Apache-2.0
// `key rotate` on a real service: interrupted by kill -9 and taken up again, with backup and sign-in around
// it.
#include "tests/support/process.h"

#include <QFile>
#include <QTest>

using namespace holdfast::testing;

namespace {

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

// A demonstration organisation: thousands of tokens.
class Organisation
{
public:
    Organisation()
    {
        const ToolResult made =
            runTool(programPath("holdfastd"),
                    arguments(words("demonstrate")) << QStringLiteral("--key-dir") << keys());
        if (made.exitCode != 0) {
            qFatal("%s", made.errors.constData());
        }
    }
    [[nodiscard]] QString keys() const { return m_base.filePath(QStringLiteral("keys")); }
    [[nodiscard]] QString path(const char* name) const { return m_base.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] QStringList arguments(const QStringList& verb) const
    {
        return verb + QStringList {QStringLiteral("--data-dir"), path("data")};
    }
    [[nodiscard]] ToolResult run(const char* verb, const QStringList& more = {},
                                 const QByteArray& input = {}) const
    {
        return runTool(programPath("holdfastd"), arguments(words(verb)) + more, input);
    }
    // Seeds under a version of the keys.
    [[nodiscard]] int seeds(int version) const
    {
        for (const QByteArray& line : run("key list").output.split('\n')) {
            if (line.startsWith("version " + QByteArray::number(version) + ' ')) {
                return line.mid(line.indexOf(' ', 8)).trimmed().split(' ').first().toInt();
            }
        }
        return -1; // there is no such version
    }

private:
    QTemporaryDir m_base;
};

} // namespace

class KeyRotationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRotationThatWasKilledGoesOn()
    {
        const Organisation organisation;
        const int all = organisation.seeds(1);
        QVERIFY(all > 1000);
        QProcess process;
        process.start(programPath("holdfastd"), organisation.arguments(words("key rotate")));
        QVERIFY(process.waitForReadyRead(30'000)); // the first batch is committed
        process.kill();
        process.waitForFinished();
        const int done = organisation.seeds(2);
        QVERIFY(done > 0);
        QCOMPARE(done + organisation.seeds(1), all);

        const ToolResult again = organisation.run("key rotate");
        QVERIFY2(again.exitCode == 0, again.errors.constData());
        if (done < all) {
            QVERIFY(again.output.contains("Goes on with the rotation to version 2"));
            QCOMPARE(organisation.seeds(2), all);
        } else {
            QCOMPARE(organisation.seeds(3), all); // it was done already: this was one more
        }
        QCOMPARE(organisation.seeds(1), 0);
        const ToolResult audit = organisation.run("audit verify");
        QVERIFY2(audit.exitCode == 0, audit.output.constData());
        QCOMPARE(organisation.run("check").exitCode, 0);
    }
    void anUnusedVersionIsDropped()
    {
        const Organisation organisation;
        QCOMPARE(organisation.run("key rotate").exitCode, 0);
        QVERIFY(organisation.seeds(2) > 1000);
        QCOMPARE(organisation.run("key rotate").exitCode, 0);
        QVERIFY(organisation.seeds(3) > 1000);
        QCOMPARE(organisation.seeds(2), -1);
        QCOMPARE(organisation.seeds(1), 0); // the first always stays
    }
    void olderKeysAreRefusedEverywhere()
    {
        const Organisation organisation;
        const QString file = organisation.keys() + QStringLiteral("/keyring.json");
        const QString older = organisation.path("older.json");
        const QString newer = organisation.path("newer.json");
        QVERIFY(QFile::copy(file, older));
        QCOMPARE(organisation.run("key rotate").exitCode, 0);
        QVERIFY(QFile::rename(file, newer) && QFile::copy(older, file));
        for (const char* verb : {"check", "key rotate", "serve --listen 127.0.0.1:0"}) {
            const ToolResult refused = organisation.run(verb);
            QVERIFY2(refused.exitCode != 0, verb);
            QVERIFY2(refused.errors.contains("[keys_do_not_match]"), refused.errors.constData());
        }
        QVERIFY(QFile::remove(file) && QFile::rename(newer, file));
        QCOMPARE(organisation.run("check").exitCode, 0);
    }
    void aBackupAfterARotationHoldsTheNewKey()
    {
        const Organisation organisation;
        QCOMPARE(organisation.run("key rotate").exitCode, 0);
        const QString file = organisation.path("rotated.backup");
        const ToolResult made =
            organisation.run("backup", {QStringLiteral("--to"), file}, "seven grey herons wait\n");
        QVERIFY2(made.exitCode == 0, made.errors.constData());
        const ToolResult tested = runTool(programPath("holdfastd"), words("restore --test --from") << file,
                                          "seven grey herons wait\n");
        QVERIFY2(tested.exitCode == 0, tested.errors.constData());
        QVERIFY(tested.output.contains("key version 2"));
        QVERIFY(!tested.output.contains("damaged"));
    }
    void aPasswordIsRekeyedAtItsNextUse()
    {
        Daemon daemon;
        QCOMPARE(daemon.verb(words("key rotate")).exitCode, 0);
        QVERIFY(daemon.verb(words("key list")).output.contains("version 1    0 seeds, 0 PINs, 1 passwords"));
        for (int i = 0; i < 2; ++i) { // under the old key, then under the new one
            QVERIFY2(daemon.start(), daemon.errors().constData());
            const QJsonObject body {{QStringLiteral("name"), QString::fromLatin1(Daemon::adminName)},
                                    {QStringLiteral("password"), QString::fromLatin1(Daemon::adminPassword)}};
            QCOMPARE(httpCall("POST", daemon.url().resolved(QUrl(QStringLiteral("/api/v1/sessions"))), body)
                         .status,
                     201);
            QCOMPARE(daemon.stop(), 0);
            const ToolResult list = daemon.verb(words("key list"));
            QVERIFY2(list.output.contains("version 2    0 seeds, 0 PINs, 1 passwords"),
                     list.output.constData());
        }
    }
    void aRunningServiceIsNotRotated()
    {
        Daemon daemon;
        QVERIFY(daemon.start());
        QVERIFY(daemon.verb(words("key rotate")).errors.contains("[data_directory_in_use]"));
    }
    void foreignKeysAreNotTouched()
    {
        const Daemon one;
        const Daemon other;
        const QString file = other.keyDirectory() + QStringLiteral("/keyring.json");
        QFile before(file);
        QVERIFY(before.open(QIODevice::ReadOnly));
        const QByteArray text = before.readAll();
        const ToolResult refused =
            one.verb(words("key rotate"), {QStringLiteral("--key-dir"), other.keyDirectory()});
        QVERIFY(refused.errors.contains("[keys_do_not_match]"));
        QFile after(file);
        QVERIFY(after.open(QIODevice::ReadOnly));
        QCOMPARE(after.readAll(), text);
    }
};

QTEST_GUILESS_MAIN(KeyRotationTest)
#include "tst_key_rotation.moc"
