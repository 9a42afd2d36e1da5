// SPDX-License-Identifier: Apache-2.0
#include "services/agent/state_directory.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace holdfast;
using namespace std::chrono_literals;
using agent::StateDirectory;

class StateDirectoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsMadeForItsOwnerAlone()
    {
        const StateDirectory directory = fresh();
        QVERIFY(directory.make());
        QVERIFY(directory.write(QStringLiteral("a"), "text"));
        QCOMPARE(modeOf(directory.path()), 0700U);
        QCOMPARE(modeOf(directory.path() + QStringLiteral("/a")), 0600U);
        QCOMPARE(directory.read(QStringLiteral("a"), 100).value(), QByteArray("text"));
    }
    void oneThatOthersMayEnterIsRefused()
    {
        const StateDirectory directory = fresh();
        QVERIFY(directory.make());
        QVERIFY(::chmod(directory.path().toLocal8Bit().constData(), 0750) == 0);
        QCOMPARE(directory.check().error().code, QStringLiteral("state_open_to_others"));
        QCOMPARE(directory.make().error().code, QStringLiteral("state_open_to_others"));
    }
    void oneThatIsMissingMeansNotEnrolled()
    {
        QCOMPARE(fresh().check().error().code, QStringLiteral("not_enrolled"));
    }
    void aLeftoverOfAPowerCutIsNoObstacle()
    {
        const StateDirectory directory = fresh();
        QVERIFY(directory.make());
        QVERIFY(directory.write(QStringLiteral("a.new"), "half"));
        QVERIFY(directory.write(QStringLiteral("a"), "whole"));
        QCOMPARE(directory.read(QStringLiteral("a"), 100).value(), QByteArray("whole"));
        QVERIFY(!directory.has(QStringLiteral("a.new")));
    }
    void whatIsTooLargeIsNotRead()
    {
        const StateDirectory directory = fresh();
        QVERIFY(directory.make());
        QVERIFY(directory.write(QStringLiteral("a"), QByteArray(101, 'x')));
        QCOMPARE(directory.read(QStringLiteral("a"), 100).error().code, QStringLiteral("file_unreadable"));
        QCOMPARE(directory.read(QStringLiteral("b"), 100).error().code, QStringLiteral("file_missing"));
        QVERIFY(directory.write(QStringLiteral("a"), QByteArray(100, 'x')));
        QCOMPARE(directory.read(QStringLiteral("a"), 100).value(), QByteArray(100, 'x'));
        QVERIFY(directory.write(QStringLiteral("a"), ""));
        QCOMPARE(directory.read(QStringLiteral("a"), 100).value(), QByteArray());
    }
    void onlyAFileThatIsNotThereIsMissing()
    {
        const StateDirectory directory = fresh();
        QVERIFY(directory.make());
        QVERIFY(directory.write(QStringLiteral("a"), "text"));
        const QByteArray path = directory.path().toLocal8Bit();
        QVERIFY(::symlink((path + "/a").constData(), (path + "/link").constData()) == 0);
        QVERIFY(::mkdir((path + "/folder").constData(), 0700) == 0);
        QVERIFY(::mkfifo((path + "/pipe").constData(), 0600) == 0);
        for (const char* name : {"link", "folder", "pipe"}) {
            QCOMPARE(directory.read(QString::fromLatin1(name), 100).error().code,
                     QStringLiteral("file_unreadable"));
        }
        // No descriptor is left: a file cannot be opened, which says nothing about what it holds.
        rlimit limit {};
        ::getrlimit(RLIMIT_NOFILE, &limit);
        const rlimit none {0, limit.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &none);
        const auto read = directory.read(QStringLiteral("a"), 100);
        ::setrlimit(RLIMIT_NOFILE, &limit);
        QCOMPARE(read.error().code, QStringLiteral("file_unreadable"));
    }
    void whatIsMadeReadyTakesThePlaceOfWhatWasThere()
    {
        const StateDirectory directory = fresh();
        QVERIFY(directory.make());
        const StateDirectory ready = directory.staging();
        QVERIFY(ready.make());
        QCOMPARE(modeOf(ready.path()), 0700U);
        QVERIFY(directory.write(QStringLiteral("a"), "old"));
        QVERIFY(ready.write(QStringLiteral("a"), "new"));
        QVERIFY(directory.takeOver(ready, QStringLiteral("a"), QStringLiteral("a")));
        QCOMPARE(directory.read(QStringLiteral("a"), 100).value(), QByteArray("new"));
        QVERIFY(!ready.has(QStringLiteral("a")));
        QVERIFY(directory.takeOver(ready, QStringLiteral("a"), QStringLiteral("a"))); // done already
        QCOMPARE(directory.read(QStringLiteral("a"), 100).value(), QByteArray("new"));
    }
    void theLockIsOnesAtATimeAndBounded()
    {
        const StateDirectory directory = fresh();
        QVERIFY(directory.make());
        {
            const auto held = directory.lock(0ms);
            QVERIFY(held);
            QCOMPARE(directory.lock(0ms).error().code, QStringLiteral("state_busy"));
        }
        QVERIFY(directory.lock(0ms));
    }
    void changesUnderTheLockLoseNothing()
    {
        const StateDirectory directory = fresh();
        QVERIFY(directory.make());
        QVERIFY(directory.write(QStringLiteral("count"), "0"));
        const auto work = [&directory] {
            for (int i = 0; i < 25; ++i) {
                const auto lock = directory.lock(60s);
                const int count = directory.read(QStringLiteral("count"), 100).value().toInt();
                (void)directory.write(QStringLiteral("count"), QByteArray::number(count + 1));
            }
        };
        std::thread one(work);
        std::thread other(work);
        one.join();
        other.join();
        QCOMPARE(directory.read(QStringLiteral("count"), 100).value(), QByteArray("50"));
    }
    void whatIsSetAsideIsStillThere()
    {
        const StateDirectory directory = fresh();
        QVERIFY(directory.make());
        QVERIFY(directory.write(QStringLiteral("7.set"), "damaged"));
        directory.setAside(QStringLiteral("7.set"));
        QVERIFY(directory.names(QStringLiteral(".set")).isEmpty());
        QCOMPARE(directory.read(QStringLiteral("7.set.aside"), 100).value(), QByteArray("damaged"));
    }

private:
    StateDirectory fresh() { return StateDirectory(m_base.filePath(QString::number(++m_count))); }
    static unsigned modeOf(const QString& path)
    {
        struct stat status = {};
        ::stat(path.toLocal8Bit().constData(), &status);
        return status.st_mode & 0777U;
    }

    QTemporaryDir m_base;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(StateDirectoryTest)
#include "tst_state_directory.moc"
