// SPDX-License-Identifier: Apache-2.0
#include "tests/api/offline_desk.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::PinStyle;
using holdfast::testing::ApiAnswer;
using holdfast::testing::FakeAgent;
using holdfast::testing::OfflineDesk;

// What the readiness counts is what the board shows under the same name.
class TestOfflineWarnings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<OfflineDesk>(); }
    void cleanup() { m_desk.reset(); }

    void whoIsCountedIsShown();
    void whoRanOutIsCountedAndShown();
    void whatIsOnlyRemovedDoesNotWait();
    void anotherNameIsRefused();

private:
    QJsonArray shown(const QString& warning) const
    {
        const ApiAnswer page = m_desk->get(u"/offline-sets?filter=warning:"_s + warning);
        return page.status == 200 ? page.items() : QJsonArray {page.status};
    }
    int peopleShown(const QString& warning) const
    {
        QSet<QString> people;
        for (const auto& item : shown(warning)) {
            people << item.toObject().value(u"userName"_s).toString();
        }
        return static_cast<int>(people.size());
    }
    int counted(const QString& figure) const
    {
        return m_desk->get(u"/offline-readiness"_s).json.value(figure).toInt(-1);
    }

    std::unique_ptr<OfflineDesk> m_desk;
};

void TestOfflineWarnings::whoIsCountedIsShown()
{
    const auto before = u"endingBeforeMonday"_s;
    const auto soon = u"endingSoon"_s;
    const auto logon = u"needLogon"_s;
    m_desk->editPolicy({{u"offlineDays"_s, 6}, {u"warnDays"_s, 3}});
    QCOMPARE(m_desk->fetch().status, 200); // on a Monday: until Sunday
    QCOMPARE(counted(before), 1);
    QCOMPARE(peopleShown(before), 1);
    QCOMPARE(counted(soon), 0);
    QCOMPARE(peopleShown(soon), 0);

    m_desk->later(std::chrono::hours(24 * 4));
    QCOMPARE(counted(soon), 1);
    QCOMPARE(peopleShown(soon), 1);

    // She is well off at another workstation: the data here are of no concern.
    FakeAgent other(*m_desk);
    other.enrol(u"PC-2"_s);
    QCOMPARE(m_desk->fetch(other, u"anna"_s, "4711" + m_desk->nextCode(u"T1"_s)).status, 200);
    QCOMPARE(counted(before), 0);
    QCOMPARE(peopleShown(before), 0);
    QCOMPARE(counted(soon), 0);
    QCOMPARE(peopleShown(soon), 0);
    QCOMPARE(m_desk->get(u"/offline-sets?filter=-warning:endingSoon"_s).items().size(), 2);

    QCOMPARE(counted(logon), 0);
    QCOMPARE(shown(logon).size(), 0);
    QCOMPARE(m_desk->act(u"T1"_s, u"clear-pin"_s).status, 200);
    QCOMPARE(counted(logon), 2);
    QCOMPARE(shown(logon).size(), 2);
}

void TestOfflineWarnings::whoRanOutIsCountedAndShown()
{
    const auto ranOut = [&] {
        const int figure = counted(u"runOut"_s);
        return figure == peopleShown(u"runOut"_s) ? figure : -2;
    };
    QCOMPARE(m_desk->fetch().status, 200);
    QCOMPARE(ranOut(), 0);
    m_desk->later(std::chrono::days(15));
    QCOMPARE(ranOut(), 1);
    QCOMPARE(counted(u"people"_s), 0);
    FakeAgent other(*m_desk);
    other.enrol(u"PC-2"_s);
    QCOMPARE(m_desk->fetch(other, u"anna"_s, "4711" + m_desk->nextCode(u"T1"_s)).status, 200);
    QCOMPARE(ranOut(), 0); // she has some elsewhere
    m_desk->later(std::chrono::days(15));
    QCOMPARE(ranOut(), 1); // one person, of two sets
    QCOMPARE(shown(u"runOut"_s).size(), 2);
    QCOMPARE(m_desk->post(u"/users/%1/disable"_s.arg(m_desk->anna)).status, 200);
    QCOMPARE(ranOut(), 0); // nobody waits for her
}

void TestOfflineWarnings::whatIsOnlyRemovedDoesNotWait()
{
    const auto waiting = [&] {
        const int figure = counted(u"voidSets"_s);
        return figure == shown(u"voidSets"_s).size() ? figure : -2;
    };
    QCOMPARE(m_desk->fetch().status, 200);
    m_desk->editPolicy({{u"maxFailures"_s, 3}});
    QCOMPARE(waiting(), 1);
    QCOMPARE(m_desk->post(u"/users/%1/disable"_s.arg(m_desk->anna)).status, 200);
    QCOMPARE(waiting(), 0);
    QCOMPARE(counted(u"ofLeavers"_s), 1);
}

void TestOfflineWarnings::anotherNameIsRefused()
{
    QCOMPARE(m_desk->get(u"/offline-sets?filter=warning:other"_s).status, 400);
}

QTEST_GUILESS_MAIN(TestOfflineWarnings)
#include "tst_offline_warnings.moc"
