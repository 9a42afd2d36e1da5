// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/event_cuts.h"
#include "tests/api/help_desk.h"

#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using holdfast::testing::HelpDesk;
using namespace std::chrono_literals;

class TestEventKeeping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePolicyIsReadAndChangedAndToldOf()
    {
        const HelpDesk desk;
        QCOMPARE(desk.get(u"/event-keeping"_s).json[u"keepDays"].toInt(), 0);
        QCOMPARE(desk.put(u"/event-keeping"_s, {{u"keepDays"_s, 400}}).status, 200);
        QCOMPARE(desk.get(u"/event-keeping"_s).json[u"keepDays"].toInt(), 400);
        const auto told = desk.events(u"UPDATE_EVENT_KEEPING"_s);
        QCOMPARE(told.size(), std::size_t {1});
        QCOMPARE(told[0].sentence, u"admin changed for how many days events are kept: 400"_s);
    }

    void tooShortATimeIsRefused()
    {
        const HelpDesk desk;
        for (const int days : {-1, 1, 29, 36'501}) {
            QCOMPARE(desk.put(u"/event-keeping"_s, {{u"keepDays"_s, days}}).status, 400);
        }
        QCOMPARE(desk.put(u"/event-keeping"_s, {{u"keepDays"_s, 0}}).status, 200);
    }

    void theCutsAreListed()
    {
        HelpDesk desk;
        QCOMPARE(desk.get(u"/event-cuts"_s).items().size(), 0);
        desk.makeUser(u"anna"_s);
        (void)desk.logOn(u"anna"_s, "000000");
        std::atomic<bool> stop = false;
        const auto removed = authentication::event_cuts::remove(
            desk.database(), desk.keys(), desk.eventLog(),
            {.olderThan = desk.clock.now() + 1min, .now = desk.clock.now()}, stop);
        QVERIFY(removed && *removed > 0);
        const auto cuts = desk.get(u"/event-cuts"_s).items();
        QCOMPARE(cuts.size(), 1);
        QCOMPARE(cuts[0][u"first"].toInteger(), 1);
        QCOMPARE(cuts[0][u"through"].toInteger(), *removed);
        QCOMPARE(cuts[0][u"by"].toString(), u"system"_s);
        QVERIFY(cuts[0][u"sealed"].toBool());
    }
};

QTEST_GUILESS_MAIN(TestEventKeeping)
#include "tst_event_keeping.moc"
