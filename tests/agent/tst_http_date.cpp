// SPDX-License-Identifier: Apache-2.0
#include "services/agent/http_date.h"

#include <QLocale>
#include <QTest>

#include <ctime>

using namespace holdfast;

class HttpDateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realDatesAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("moment");
        QTest::newRow("of the RFC") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT")
                                    << QStringLiteral("1994-11-06T08:49:37.000Z");
        QTest::newRow("March") << QByteArray("Sun, 29 Mar 2026 02:30:00 GMT") // skipped in Berlin
                               << QStringLiteral("2026-03-29T02:30:00.000Z");
        QTest::newRow("May") << QByteArray("Fri, 01 May 2026 00:00:00 GMT")
                             << QStringLiteral("2026-05-01T00:00:00.000Z");
        QTest::newRow("October") << QByteArray("Sun, 25 Oct 2026 02:30:00 GMT") // twice in Berlin
                                 << QStringLiteral("2026-10-25T02:30:00.000Z");
        QTest::newRow("December") << QByteArray("Thu, 31 Dec 2026 23:59:59 GMT")
                                  << QStringLiteral("2026-12-31T23:59:59.000Z");
        QTest::newRow("leap day") << QByteArray("Tue, 29 Feb 2028 12:00:00 GMT")
                                  << QStringLiteral("2028-02-29T12:00:00.000Z");
    }
    void realDatesAreRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, moment);
        const auto read = agent::fromHttpDate(text);
        QVERIFY(read);
        QCOMPARE(contract::toRfc3339(*read), moment);
    }
    void theLocaleDoesNotMatter()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        qputenv("TZ", "Europe/Berlin");
        tzset();
        realDate("Sun, 29 Mar 2026 02:30:00 GMT", QStringLiteral("2026-03-29T02:30:00.000Z"));
        realDate("Thu, 31 Dec 2026 23:59:59 GMT", QStringLiteral("2026-12-31T23:59:59.000Z"));
        QVERIFY(!agent::fromHttpDate("Do., 31 Dez 2026 23:59:59 GMT"));
        qunsetenv("TZ");
        tzset();
        QLocale::setDefault(before);
    }
    void anythingElseIsNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a space more") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT ");
        QTest::newRow("UTC") << QByteArray("Sun, 06 Nov 1994 08:49:37 UTC");
        QTest::newRow("an offset") << QByteArray("Sun, 06 Nov 1994 08:49:37 +0000");
        QTest::newRow("another day of the week") << QByteArray("Mon, 06 Nov 1994 08:49:37 GMT");
        QTest::newRow("capitals") << QByteArray("SUN, 06 NOV 1994 08:49:37 GMT");
        QTest::newRow("no such day") << QByteArray("Tue, 30 Feb 2027 08:49:37 GMT");
        QTest::newRow("no such hour") << QByteArray("Sun, 06 Nov 1994 24:00:00 GMT");
        QTest::newRow("obsolete") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT");
        QTest::newRow("asctime") << QByteArray("Sun Nov  6 08:49:37 1994");
        QTest::newRow("of another alphabet") << QByteArray("Sun, \xb0\xb6 Nov 1994 08:49:37 GMT");
        QTest::newRow("endless") << QByteArray(100'000, '1');
    }
    void anythingElseIsNone()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!agent::fromHttpDate(text));
    }

private:
    static void realDate(const char* text, const QString& moment)
    {
        const auto read = agent::fromHttpDate(text);
        QVERIFY(read);
        QCOMPARE(contract::toRfc3339(*read), moment);
    }
};

QTEST_GUILESS_MAIN(HttpDateTest)
#include "tst_http_date.moc"
