// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/background_jobs.h"

#include <QTest>

#include <future>
#include <pthread.h>

using namespace holdfast;
using namespace holdfast::authentication;

namespace {

// While it lives no thread can be made: none has room for such a stack.
class NoThreads
{
public:
    NoThreads()
    {
        pthread_getattr_default_np(&m_before);
        pthread_attr_t huge;
        pthread_attr_init(&huge);
        pthread_attr_setstacksize(&huge, std::size_t {1} << 47U);
        pthread_setattr_default_np(&huge);
        pthread_attr_destroy(&huge);
    }
    ~NoThreads()
    {
        pthread_setattr_default_np(&m_before);
        pthread_attr_destroy(&m_before);
    }
    NoThreads(const NoThreads&) = delete;
    NoThreads& operator=(const NoThreads&) = delete;

private:
    pthread_attr_t m_before {};
};

constexpr auto before = BackgroundJobs::Place::Before;
constexpr auto behind = BackgroundJobs::Place::Behind;

} // namespace

class TestBackgroundJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJobRunsBehindItsAnswer()
    {
        BackgroundJobs jobs;
        std::promise<void> go;
        QVERIFY(jobs.begin(behind, 1));
        jobs.runBehind(1, [waits = go.get_future().share()](const JobStop&) { waits.wait(); });
        QVERIFY(jobs.isRunning(1));
        QVERIFY(!jobs.begin(before, 1));
        go.set_value();
        QTRY_VERIFY(!jobs.isRunning(1));
        QVERIFY(jobs.begin(before, 1));
        jobs.run(1, [](const JobStop&) {});
    }
    void aJobWithoutAThreadDoesNotRun()
    {
        BackgroundJobs jobs;
        QVERIFY(jobs.begin(behind, 1));
        bool thrown = false;
        {
            const NoThreads none;
            try {
                jobs.runBehind(1, [](const JobStop&) {});
            } catch (const std::system_error&) {
                thrown = true;
            }
        }
        QVERIFY(thrown);
        QVERIFY(!jobs.isRunning(1));
        QVERIFY(!jobs.cancel(1));
        QVERIFY(jobs.begin(before, 1)); // so that it can be resumed
        jobs.run(1, [](const JobStop&) {});
    }
    // Those that have begun have their place, whether or not their thread runs by then.
    void noMoreBeginThanThereIsRoomFor()
    {
        BackgroundJobs jobs;
        constexpr int asking = 32;
        std::atomic<int> begun = 0;
        std::vector<std::thread> threads;
        for (qint64 id = 1; id <= asking; ++id) {
            threads.emplace_back([&, id] { begun += jobs.begin(behind, id) ? 1 : 0; });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(begun.load(), 4);
        bool written = false;
        const auto refused = jobs.begin(
            behind, contract::failure(contract::ErrorKind::TooManyRequests, QStringLiteral("full"), {}),
            [&]() -> contract::Result<BackgroundJobs::Begun> {
                written = true;
                return BackgroundJobs::Begun {asking + 1};
            });
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("full"));
        QVERIFY(!written);
        QVERIFY(jobs.begin(before, asking + 1)); // needs no room
    }
};

QTEST_GUILESS_MAIN(TestBackgroundJobs)
#include "tst_background_jobs.moc"
