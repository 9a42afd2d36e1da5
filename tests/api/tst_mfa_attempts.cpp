// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/mfa_attempts.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using namespace holdfast::authentication::mfa;
using namespace std::chrono_literals;

namespace {

constexpr contract::Timestamp noon {std::chrono::milliseconds {1'800'000'000'000}};

SharedAttempt attempt(int number, qint64 client)
{
    auto made = std::make_shared<Attempt>();
    made->id = QString::number(number);
    made->client = client;
    made->expires = noon + 5min;
    return made;
}

} // namespace

class TestMfaAttempts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneClientCannotTakeAllThePlaces()
    {
        Attempts attempts({.open = 10, .openOfClient = 6});
        int taken = 0;
        while (attempts.add(attempt(taken, 1), noon)) {
            ++taken;
        }
        QCOMPARE(taken, 6);
        while (attempts.add(attempt(taken, 2), noon)) {
            ++taken;
        }
        QCOMPARE(taken, 10);
        // Time makes room.
        QVERIFY(attempts.add(attempt(11, 1), noon + 5min));
        QCOMPARE(attempts.count(), 1);
    }

    void finishedAttemptsMakeRoomAndTheOldestIsForgotten()
    {
        Attempts attempts({.open = 1, .openOfClient = 1, .finished = 2});
        for (int i = 0; i < 4; ++i) {
            const SharedAttempt made = attempt(i, 1);
            QVERIFY(attempts.add(made, noon));
            attempts.finish(made);
        }
        QCOMPARE(attempts.count(), 2);
        QVERIFY(!attempts.find(QStringLiteral("1"), 1, noon));
        QVERIFY(attempts.find(QStringLiteral("3"), 1, noon));
    }

    void anAttemptIsItsClientsAloneAndEnds()
    {
        Attempts attempts;
        QVERIFY(attempts.add(attempt(1, 1), noon));
        QVERIFY(!attempts.find(QStringLiteral("1"), 2, noon));
        QVERIFY(attempts.find(QStringLiteral("1"), 1, noon + 5min - 1ms));
        QVERIFY(!attempts.find(QStringLiteral("1"), 1, noon + 5min));
        QCOMPARE(attempts.count(), 0);
    }

    void sessionAttributesAreBounded()
    {
        Attempts attempts({.attributeBytes = 1000});
        const auto heavy = [](int number) {
            const SharedAttempt made = attempt(number, 1);
            made->sessionAttributes.push_back({.value = QString(200, u'x')});
            return made;
        };
        const SharedAttempt first = heavy(1);
        QVERIFY(attempts.add(first, noon));
        QVERIFY(attempts.add(heavy(2), noon));
        QVERIFY(!attempts.add(heavy(3), noon));
        attempts.forget(first);
        QVERIFY(attempts.add(heavy(4), noon));
    }
};

QTEST_GUILESS_MAIN(TestMfaAttempts)
#include "tst_mfa_attempts.moc"
