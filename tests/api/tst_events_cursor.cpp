// SPDX-License-Identifier: Apache-2.0
// The contract of the cursor: whoever reads on from the last sequence gets every event, once, in order.
#include "tests/api/help_desk.h"

#include <QTest>

#include <thread>

using namespace holdfast;
using namespace Qt::StringLiterals;
using holdfast::testing::ApiAnswer;
using holdfast::testing::HelpDesk;

class TestEventsCursor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReaderGetsEveryEventOnceWhileOthersWrite()
    {
        constexpr int writers = 3;
        constexpr int rounds = 60;
        HelpDesk desk;
        const qint64 anna = desk.makeUser(u"anna"_s);
        std::atomic<int> left = writers;
        std::vector<std::thread> threads;
        for (int w = 0; w < writers; ++w) {
            threads.emplace_back([&] {
                for (int i = 0; i < rounds; ++i) {
                    desk.database().writeAndWait([&](storage::Connection& connection) {
                        for (int n = 0; n < 3; ++n) {
                            desk.eventLog().append(
                                connection,
                                contract::Event {.log = contract::EventLog::Authentication,
                                                 .key = u"AUTHN_LOGIN_EVENT"_s,
                                                 .result = contract::EventResult::Failure,
                                                 .userId = n == 1 ? QString::number(anna) : QString(),
                                                 .userName = u"anna"_s,
                                                 .domain = u"/"_s});
                        }
                    });
                    std::this_thread::yield();
                }
                --left;
            });
        }
        const qint64 begin = 0;
        qint64 all = begin;
        qint64 ofUser = begin;
        int seenOfUser = 0;
        bool last = false;
        const auto read = [&](const QString& filter, qint64& cursor, bool dense) {
            int seen = 0;
            for (;;) {
                const auto items = desk.get(u"/events?limit=7&after=%1%2"_s.arg(cursor).arg(filter)).items();
                if (items.isEmpty()) {
                    return seen;
                }
                for (const auto& item : items) {
                    const qint64 sequence = item[u"sequence"].toInteger();
                    if (dense ? sequence != cursor + 1 : sequence <= cursor) {
                        qFatal("after %lld came %lld", static_cast<long long>(cursor),
                               static_cast<long long>(sequence));
                    }
                    cursor = sequence;
                    ++seen;
                }
            }
        };
        do {
            last = left == 0;
            if (last) { // what is under way is written before a write that is waited for
                desk.database().writeAndWait([](storage::Connection&) {});
            }
            read({}, all, true);
            seenOfUser += read(u"&user=%1&key=AUTHN_LOGIN_EVENT"_s.arg(anna), ofUser, false);
        } while (!last);
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(seenOfUser, writers * rounds);
        QCOMPARE(all, desk.database().read([](storage::Connection& connection) {
            return authentication::events::lastSequence(connection);
        }));
    }
};

QTEST_GUILESS_MAIN(TestEventsCursor)
#include "tst_events_cursor.moc"
