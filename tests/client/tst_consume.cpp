// SPDX-License-Identifier: Apache-2.0
#include "services/client/consume.h"

#include <QPromise>
#include <QTest>

using namespace holdfast;

class ConsumeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCallbackRunsOnceFromTheEventLoop()
    {
        QPromise<int> promise;
        promise.start();
        promise.addResult(7);
        promise.finish();
        QObject receiver;
        QList<int> got;
        client::consume(promise.future(), &receiver, [&got](int value) { got << value; });
        QVERIFY(got.isEmpty()); // never at once
        QTRY_COMPARE(got, QList<int> {7});
        QCoreApplication::processEvents();
        QCOMPARE(got.size(), 1);
        QTRY_VERIFY(receiver.children().isEmpty()); // nothing is left behind
    }

    void aReceiverThatDiesCancelsTheCall()
    {
        QPromise<int> promise;
        promise.start();
        bool called = false;
        {
            QObject receiver;
            client::consume(promise.future(), &receiver, [&called](int) { called = true; });
        }
        QVERIFY(promise.isCanceled());
        promise.addResult(7);
        promise.finish();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void aCancelledCallIsNotAnswered()
    {
        QPromise<int> promise;
        promise.start();
        QObject receiver;
        bool called = false;
        client::Call call = client::consume(promise.future(), &receiver, [&called](int) { called = true; });
        QVERIFY(call.isRunning());
        call.cancel();
        QVERIFY(!call.isRunning());
        promise.finish();
        QTRY_VERIFY(receiver.children().isEmpty());
        QVERIFY(!called);
    }

    void anAnswerThatIsOnItsWayIsNotDeliveredAfterCancelling()
    {
        QPromise<int> promise;
        promise.start();
        QObject receiver;
        bool called = false;
        client::Call call = client::consume(promise.future(), &receiver, [&called](int) { called = true; });
        promise.addResult(7);
        promise.finish(); // its event is posted
        call.cancel();
        QTRY_VERIFY(receiver.children().isEmpty());
        QVERIFY(!called);
    }

    void theCallbackMayDeleteTheReceiver()
    {
        QPromise<QString> promise;
        promise.start();
        auto* receiver = new QObject;
        QString got;
        client::consume(promise.future(), receiver,
                        [receiver, &got, owned = QString(1000, QLatin1Char('x'))](const QString& value) {
                            delete receiver;
                            got = value + owned.left(1);
                        });
        promise.addResult(QStringLiteral("a"));
        promise.finish();
        QTRY_COMPARE(got, QStringLiteral("ax"));
    }

    void aCallThatEndsWithoutAResultIsSilent()
    {
        QObject receiver;
        bool called = false;
        {
            QPromise<int> promise;
            promise.start();
            client::consume(promise.future(), &receiver, [&called](int) { called = true; });
        } // a broken promise
        QTRY_VERIFY(receiver.children().isEmpty());
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(ConsumeTest)
#include "tst_consume.moc"
