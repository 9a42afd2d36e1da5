// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/offline_event_throttle.h"
#include "tests/api/offline_desk.h"

#include <QJsonArray>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using holdfast::testing::ApiAnswer;
using holdfast::testing::FakeAgent;
using holdfast::testing::HeldData;
using holdfast::testing::OfflineDesk;

// What workstations hold, as they tell it, and what they are told to do with it.
class TestAgentContact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<OfflineDesk>(); }
    void cleanup() { m_desk.reset(); }

    void dataOfAfterTheBackupAreKept();
    void aSetIsNamedOnce();
    void whoToAskIsTold();
    void aWorkstationThatTellsTooOftenWaits();
    void aFloodOfEventsWaitsAtTheWorkstation();
    void damagedDataAreNotTakenForHeld();
    void aDownloadThatBrokeOffIsAnotherEvent();

private:
    QJsonObject advice(const ApiAnswer& answer, const HeldData& data) const
    {
        for (const auto& item : answer.json.value(u"sets"_s).toArray()) {
            if (item.toObject().value(u"setId"_s).toString() == data.setId) {
                return item.toObject();
            }
        }
        return {};
    }
    QString adviceWord(const ApiAnswer& answer, const HeldData& data) const
    {
        return advice(answer, data).value(u"advice"_s).toString();
    }
    qint64 number(const QString& sql, const QVariantList& values = {})
    {
        return m_desk->database().read([&](storage::Connection& connection) {
            auto rows = connection.select(sql, values);
            return rows.next() ? rows.integer(0) : -1;
        });
    }

    std::unique_ptr<OfflineDesk> m_desk;
};

void TestAgentContact::dataOfAfterTheBackupAreKept()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    m_desk->change(u"DELETE FROM offline_sets"_s);
    const QJsonObject kept = advice(m_desk->contact({data}), data);
    QCOMPARE(kept.value(u"advice"_s).toString(), u"logonNeeded"_s);
    QCOMPARE(kept.value(u"reason"_s).toString(), u"set_unknown"_s);
    m_desk->later(std::chrono::days(15));
    QCOMPARE(adviceWord(m_desk->contact({data}), data), u"remove"_s); // nothing is lost with it
    // One whose successor is there is not unknown.
    const HeldData first = m_desk->open(m_desk->fetch());
    m_desk->contact({first});
    m_desk->later(std::chrono::hours(25));
    const HeldData second = m_desk->open(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, first.setId}}));
    const QJsonObject old = advice(m_desk->contact({first, second}), first);
    QCOMPARE(old.value(u"advice"_s).toString(), u"remove"_s);
    QCOMPARE(old.value(u"reason"_s).toString(), u"replaced"_s);
}

void TestAgentContact::aSetIsNamedOnce()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    const ApiAnswer answer = m_desk->contact({data, data}, {m_desk->happened(1, u"failure"_s, data)});
    QCOMPARE(answer.status, 400);
    QVERIFY(m_desk->events(u"OFFLINE_LOGON_FAILED"_s).empty());
}

void TestAgentContact::whoToAskIsTold()
{
    m_desk->makeDomain(u"Sales"_s);
    QCOMPARE(m_desk->contact({}).text("helpText"), QString());
    const QString sales = m_desk->makePolicy(u"Sales"_s, {{u"helpText"_s, u"Ask Eva, 4711"_s}});
    m_desk->editPolicy({{u"helpText"_s, u"Call 1234"_s}});
    QCOMPARE(m_desk->contact({}).text("helpText"), u"Call 1234"_s);
    const qint64 domain = number(u"SELECT id FROM domains WHERE path = '/Sales'"_s);
    QCOMPARE(m_desk
                 ->patch(u"/domains/%1"_s.arg(domain),
                         {{u"offline"_s, QJsonObject {{u"source"_s, u"own"_s}, {u"policyId"_s, sales}}}})
                 .status,
             200);
    FakeAgent seller(*m_desk);
    seller.enrol(u"PC-2"_s, u"/Sales"_s);
    QCOMPARE(m_desk->contact(seller, {}).text("helpText"), u"Ask Eva, 4711"_s);
}

void TestAgentContact::aWorkstationThatTellsTooOftenWaits()
{
    for (int i = 0; i < authentication::OfflineEventThrottle::mostContacts; ++i) {
        QCOMPARE(m_desk->contact({}).status, 200);
    }
    const ApiAnswer wait = m_desk->contact({});
    QCOMPARE(wait.status, 429);
    QCOMPARE(wait.code(), u"too_many_contacts"_s);
    QVERIFY(wait.headers.value("retry-after").toInt() > 0);
    m_desk->later(std::chrono::minutes(1));
    QCOMPARE(m_desk->contact({}).status, 200);
}

void TestAgentContact::aFloodOfEventsWaitsAtTheWorkstation()
{
    constexpr int inOneMessage = 500;
    const HeldData first = m_desk->open(m_desk->fetch());
    m_desk->contact({first});
    m_desk->later(std::chrono::hours(25)); // until it is due
    m_desk->later(std::chrono::hours(25));
    const HeldData second = m_desk->open(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, first.setId}}));
    const auto events = [&](int from, int count) {
        QJsonArray made;
        for (int i = 0; i < count; ++i) {
            made.append(m_desk->happened(from + i, u"failure"_s, first));
        }
        return made;
    };
    const auto known = [](const ApiAnswer& answer) {
        return answer.json.value(u"eventsKnown"_s).toInt();
    };
    ApiAnswer answer = m_desk->contact({second}, events(1, inOneMessage));
    QCOMPARE(known(answer), inOneMessage);
    QCOMPARE(answer.text("eventsRefused"), QString());
    // More may come that rest on the one before, so that it is not forgotten yet.
    QCOMPARE(number(u"SELECT COUNT(*) FROM offline_sets"_s), 2);
    answer = m_desk->contact({second}, events(inOneMessage + 1, inOneMessage - 1));
    QCOMPARE(known(answer), 2 * inOneMessage - 1);
    QCOMPARE(number(u"SELECT COUNT(*) FROM offline_sets"_s), 1);

    answer = m_desk->contact({second}, events(2 * inOneMessage, 3));
    QCOMPARE(answer.status, 200); // the rest of the contact goes on
    QCOMPARE(adviceWord(answer, second), u"keep"_s);
    QCOMPARE(known(answer), 2 * inOneMessage);
    QCOMPARE(answer.text("eventsRefused"), u"too_many_events"_s);
    // Another workstation is not held up by it.
    FakeAgent other(*m_desk);
    other.enrol(u"PC-2"_s);
    QCOMPARE(known(m_desk->contact(other, {}, events(1, 3))), 3);

    m_desk->later(std::chrono::minutes(1));
    answer = m_desk->contact({second}, events(2 * inOneMessage, 3)); // told again: nothing is lost
    QCOMPARE(known(answer), 2 * inOneMessage + 2);
    QCOMPARE(answer.text("eventsRefused"), QString());
    QCOMPARE(number(u"SELECT COUNT(*) FROM events WHERE key = 'OFFLINE_LOGON_FAILED'"_s),
             2 * inOneMessage + 2 + 3);
}

void TestAgentContact::damagedDataAreNotTakenForHeld()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    const QJsonObject held {{u"setId"_s, data.setId}, {u"damaged"_s, true}, {u"daysLeft"_s, 0}};
    m_desk->later(std::chrono::minutes(3));
    const ApiAnswer answer = m_desk->agent.post(
        u"/contacts"_s,
        {{u"localTime"_s, contract::toRfc3339(m_desk->clock.now())}, {u"sets"_s, QJsonArray {held}}});
    QCOMPARE(adviceWord(answer, data), u"renew"_s);
    QCOMPARE(m_desk->row(m_desk->anna).value(u"stateReason"_s).toString(), u"damaged"_s);
    QCOMPARE(number(u"SELECT COUNT(*) FROM offline_codes WHERE held_at IS NOT NULL"_s), 0);
    QCOMPARE(adviceWord(m_desk->contact({data}), data), u"keep"_s); // it was put back
    QVERIFY(number(u"SELECT COUNT(*) FROM offline_codes WHERE held_at IS NOT NULL"_s) > 0);
}

void TestAgentContact::aDownloadThatBrokeOffIsAnotherEvent()
{
    const HeldData first = m_desk->open(m_desk->fetch());
    m_desk->contact({first});
    m_desk->later(std::chrono::hours(25));
    const HeldData lost = m_desk->open(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, first.setId}}));
    QCOMPARE(adviceWord(m_desk->contact({first}), first), u"renew"_s); // it may be on its way
    QVERIFY(m_desk->events(u"OFFLINE_DATA_DOWNLOAD_TIMED_OUT"_s).empty());
    m_desk->later(std::chrono::minutes(3));
    QCOMPARE(adviceWord(m_desk->contact({first}), first), u"renew"_s);
    QCOMPARE(m_desk->events(u"OFFLINE_DATA_DOWNLOAD_TIMED_OUT"_s).size(), 1U);
    QVERIFY(m_desk->events(u"OFFLINE_DATA_DOWNLOAD_FAILED"_s).empty());
    // Nor is it told again and again.
    m_desk->contact({first});
    QCOMPARE(m_desk->events(u"OFFLINE_DATA_DOWNLOAD_TIMED_OUT"_s).size(), 1U);
    // It had only taken long: its emergency codes are replaced.
    QCOMPARE(advice(m_desk->contact({lost}), lost).value(u"reason"_s).toString(), u"renewal_wanted"_s);
    QCOMPARE(m_desk->row(m_desk->anna).value(u"state"_s).toString(), u"valid"_s);
    // Nothing is there any more.
    m_desk->contact({});
    QCOMPARE(m_desk->row(m_desk->anna).value(u"stateReason"_s).toString(), u"not_held"_s);
}

QTEST_GUILESS_MAIN(TestAgentContact)
#include "tst_agent_contact.moc"
