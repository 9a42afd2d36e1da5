// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/report_schedule.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using contract::ReportSchedule;

class TestReportSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextRunIsTheFirstAfter_data()
    {
        QTest::addColumn<int>("schedule");
        QTest::addColumn<int>("hour");
        QTest::addColumn<int>("weekday");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("next");
        const int daily = static_cast<int>(ReportSchedule::Daily);
        const int weekly = static_cast<int>(ReportSchedule::Weekly);
        const auto row = [](const char* name, int schedule, int hour, int weekday, const char* zone,
                            const char* after, const char* next) {
            QTest::newRow(name) << schedule << hour << weekday << QByteArray(zone)
                                << QString::fromLatin1(after) << QString::fromLatin1(next);
        };
        row("later today", daily, 6, 1, "UTC", "2026-06-01T05:59:59Z", "2026-06-01T06:00:00.000Z");
        row("exactly now is tomorrow", daily, 6, 1, "UTC", "2026-06-01T06:00:00Z",
            "2026-06-02T06:00:00.000Z");
        row("tomorrow", daily, 0, 1, "UTC", "2026-06-30T08:00:00Z", "2026-07-01T00:00:00.000Z");
        row("the zone counts", daily, 6, 1, "Europe/Berlin", "2026-06-01T03:00:00Z",
            "2026-06-01T04:00:00.000Z");
        row("the day of the zone counts", weekly, 1, 2, "Europe/Berlin", "2026-06-01T22:30:00Z",
            "2026-06-01T23:00:00.000Z");
        row("this week", weekly, 6, 5, "UTC", "2026-06-01T08:00:00Z", "2026-06-05T06:00:00.000Z");
        row("next week", weekly, 6, 1, "UTC", "2026-06-01T08:00:00Z", "2026-06-08T06:00:00.000Z");
        row("over the end of the year", weekly, 23, 5, "UTC", "2026-12-31T23:00:00Z",
            "2027-01-01T23:00:00.000Z");
    }

    void theNextRunIsTheFirstAfter()
    {
        QFETCH(int, schedule);
        QFETCH(int, hour);
        QFETCH(int, weekday);
        QFETCH(QByteArray, zone);
        QFETCH(QString, after);
        QFETCH(QString, next);
        const auto found = nextRun({static_cast<ReportSchedule>(schedule), hour, weekday},
                                   *contract::fromRfc3339(after), QTimeZone(zone));
        QVERIFY(found);
        QCOMPARE(contract::toRfc3339(*found), next);
    }

    void anHourThatIsSkippedRunsAllTheSame()
    {
        const auto found = nextRun({ReportSchedule::Daily, 2, 1},
                                   *contract::fromRfc3339(QStringLiteral("2026-03-28T12:00:00Z")),
                                   QTimeZone("Europe/Berlin"));
        QVERIFY(found);
        QCOMPARE(contract::toRfc3339(*found), QStringLiteral("2026-03-29T01:00:00.000Z"));
    }

    void anHourThatComesTwiceRunsOnce()
    {
        contract::Timestamp at = *contract::fromRfc3339(QStringLiteral("2026-10-24T12:00:00Z"));
        QStringList days;
        for (int i = 0; i < 3; ++i) {
            at = *nextRun({ReportSchedule::Daily, 2, 1}, at, QTimeZone("Europe/Berlin"));
            days << contract::toRfc3339(at).left(10);
        }
        QCOMPARE(days,
                 (QStringList {QStringLiteral("2026-10-25"), QStringLiteral("2026-10-26"),
                               QStringLiteral("2026-10-27")}));
    }

    void withoutAScheduleThereIsNone()
    {
        QVERIFY(!nextRun({ReportSchedule::None, 6, 1}, contract::fromMilliseconds(0), QTimeZone::utc()));
    }
};

QTEST_GUILESS_MAIN(TestReportSchedule)
#include "tst_report_schedule.moc"
