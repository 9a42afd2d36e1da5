// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/gate_hash_pool.h"

#include <QTest>

#include <future>

using namespace holdfast::authentication;

class TestGateHashPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turnsGoRoundAmongClientsAndThenAmongPeople()
    {
        FairQueue<QByteArray, qint64, QByteArray> queue;
        for (const char* job : {"a1", "a1", "a1", "a2", "a3", "b1", "b1", "c9"}) {
            queue.push(QByteArray(job, 1), job[1] - '0', QByteArray(job));
        }
        QByteArray order;
        while (!queue.isEmpty()) {
            order += queue.pop() + ' ';
        }
        QCOMPARE(order, QByteArray("a1 b1 c9 a2 b1 a3 a1 a1 "));
    }

    void aFloodWaitsForItselfAlone()
    {
        HashPool pool(1, 64);
        std::promise<void> mayRun;
        const std::shared_future<void> running = mayRun.get_future().share();
        std::mutex mutex;
        QByteArray order;
        std::promise<void> last;
        const auto push = [&](const char* client, qint64 person, char mark, bool isLast = false) {
            const HashPool::Lane lane {client, person};
            QVERIFY(pool.claim(lane));
            pool.push(lane,
                      {.run =
                           [&, running, mark, isLast] {
                               running.wait();
                               const std::lock_guard lock(mutex);
                               order += mark;
                               if (isLast) {
                                   last.set_value();
                               }
                           },
                       .drop =
                           [] {
                           }});
        };
        for (int i = 0; i < 30; ++i) {
            push("flood", 100 + i, 'f', i == 29);
        }
        push("vpn", 1, 'v');
        mayRun.set_value();
        last.get_future().wait();
        QVERIFY2(order.indexOf('v') <= 2, order.constData());
    }

    void itsQueueIsBounded()
    {
        HashPool pool(1, 40);
        int ofPerson = 0;
        while (pool.claim({"vpn", 7})) {
            ++ofPerson;
        }
        QCOMPARE(ofPerson, 16);
        int ofClient = ofPerson;
        while (pool.claim({"vpn", 100 + ofClient})) {
            ++ofClient;
        }
        QCOMPARE(ofClient, 30);
        int all = ofClient;
        while (pool.claim({"other", 200 + all})) {
            ++all;
        }
        QCOMPARE(all, 40);
        pool.unclaim({"vpn", 7});
        QVERIFY(pool.claim({"third", 7}));
    }

    void whatWaitsWhenItEndsIsDropped()
    {
        int dropped = 0;
        {
            HashPool pool(1, 8);
            std::promise<void> started;
            std::promise<void> mayEnd;
            QVERIFY(pool.claim({"vpn", 1}));
            pool.push({"vpn", 1},
                      {.run =
                           [&] {
                               started.set_value();
                               mayEnd.get_future().wait();
                           },
                       .drop =
                           [] {
                           }});
            started.get_future().wait();
            for (int i = 0; i < 3; ++i) {
                QVERIFY(pool.claim({"vpn", 2}));
                pool.push({"vpn", 2},
                          {.run = [] { QFAIL("It was to be dropped."); },
                           .drop =
                               [&] {
                                   ++dropped;
                               }});
            }
            auto stopping = std::async(std::launch::async, [&] { pool.stop(); });
            while (pool.claim({"vpn", 3})) { // until the stop has begun
                pool.unclaim({"vpn", 3});
            }
            mayEnd.set_value();
            stopping.wait();
            QCOMPARE(pool.waiting(), 0);
        }
        QCOMPARE(dropped, 3);
    }
};

QTEST_GUILESS_MAIN(TestGateHashPool)
#include "tst_gate_hash_pool.moc"
