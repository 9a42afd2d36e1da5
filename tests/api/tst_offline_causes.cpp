// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/offline_case.h"
#include "services/authentication/api/offline_issue.h"
#include "tests/api/offline_desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <array>
#include <future>

using namespace holdfast;
using namespace Qt::StringLiterals;
using holdfast::testing::ApiAnswer;
using holdfast::testing::HeldData;
using holdfast::testing::OfflineDesk;

// Why somebody gets no offline data, and what is done about it; and when they are to be asked for again.
class TestOfflineCauses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<OfflineDesk>(); }
    void cleanup() { m_desk.reset(); }

    void everyCauseIsSaidTheWorstFirst();
    void aWrongClockIsFoundMeasuredAndCured();
    void whomToAskIsToldAndVoidsNothing();
    void whoFindsTheServiceBusyComesAgain();
    void withoutRoomNobodyWaits();

private:
    QJsonObject explained() const
    {
        return m_desk
            ->get(u"/users/%1/offline-explain?workstationId=%2"_s.arg(m_desk->anna).arg(m_desk->agent.id()))
            .json;
    }
    static QStringList causesIn(const QJsonObject& explanation)
    {
        QStringList reasons;
        for (const auto& item : explanation.value(u"causes"_s).toArray()) {
            reasons << item.toObject().value(u"reason"_s).toString();
        }
        return reasons;
    }
    static QJsonObject checkIn(const QJsonObject& explanation, const QString& id)
    {
        for (const auto& item : explanation.value(u"checks"_s).toArray()) {
            if (item.toObject().value(u"id"_s).toString() == id) {
                return item.toObject();
            }
        }
        return {};
    }
    // The one call that a cure is.
    int perform(const QJsonObject& cure) const
    {
        holdfast::testing::ApiHeaders headers;
        if (cure.contains(u"version"_s)) {
            headers.append(
                {"If-Match", '"' + QByteArray::number(cure.value(u"version"_s).toInteger()) + '"'});
        }
        return m_desk
            ->call(cure.value(u"method"_s).toString().toLatin1(), cure.value(u"path"_s).toString(),
                   QJsonDocument(cure.value(u"body"_s).toObject()).toJson(), m_desk->adminToken(), headers)
            .status;
    }

    std::unique_ptr<OfflineDesk> m_desk;
};

void TestOfflineCauses::everyCauseIsSaidTheWorstFirst()
{
    QCOMPARE(m_desk->fetch().status, 200); // how long the PIN is, a logon tells
    m_desk->editPolicy({{u"minimumPasscodeLength"_s, 11}, {u"enabled"_s, false}});
    QCOMPARE(m_desk->act(u"T1"_s, u"disable"_s).status, 200);
    QJsonObject explanation = explained();
    QCOMPARE(causesIn(explanation),
             (QStringList {u"token_disabled"_s, u"offline_disabled"_s, u"passcode_too_short"_s}));
    QCOMPARE(explanation.value(u"sentence"_s), explanation.value(u"causes"_s)[0][u"sentence"_s]);
    // What the event tells is what is explained.
    QCOMPARE(m_desk->act(u"T1"_s, u"enable"_s).status, 200);
    const ApiAnswer logon = m_desk->agent.logOn(u"anna"_s, "4711" + m_desk->nextCode(u"T1"_s));
    QCOMPARE(m_desk->agent.post(u"/offline-sets"_s, {{u"ticket"_s, logon.text("ticket")}}).code(),
             u"offline_disabled"_s);
    const auto event = m_desk->events(u"OFFLINE_DATA_DOWNLOAD_FAILED"_s).back();
    QCOMPARE(event.reason, u"offline_disabled"_s);
    QCOMPARE(event.detail.value(u"causes"_s).toArray(),
             (QJsonArray {u"offline_disabled"_s, u"passcode_too_short"_s}));
    // One call for each.
    QCOMPARE(perform(checkIn(explained(), u"offline_enabled"_s).value(u"cure"_s).toObject()), 200);
    explanation = explained();
    QCOMPARE(causesIn(explanation), QStringList {u"passcode_too_short"_s});
    QCOMPARE(perform(checkIn(explanation, u"offline_passcode_length"_s).value(u"cure"_s).toObject()), 200);
    explanation = explained();
    QVERIFY(explanation.value(u"granted"_s).toBool());
    QVERIFY(causesIn(explanation).isEmpty());
    QCOMPARE(m_desk->fetch().status, 200);
}

void TestOfflineCauses::aWrongClockIsFoundMeasuredAndCured()
{
    const auto contact = [&](std::chrono::seconds ahead) {
        return m_desk->agent
            .post(u"/contacts"_s,
                  {{u"localTime"_s, contract::toRfc3339(m_desk->clock.now() + ahead)},
                   {u"agentVersion"_s, u"0.2"_s},
                   {u"system"_s, u"Debian 12"_s},
                   {u"sets"_s, QJsonArray()},
                   {u"events"_s, QJsonArray()}})
            .status;
    };
    const auto offset = [&] {
        return m_desk->get(u"/workstations/%1"_s.arg(m_desk->agent.id()))
            .json.value(u"clockOffsetSeconds"_s)
            .toInt(-1);
    };
    // Signed by the service's time, as an agent does once it was told; its own clock is an hour ahead.
    QCOMPARE(contact(std::chrono::seconds(3725)), 200);
    QCOMPARE(offset(), 3725);
    const QJsonObject explanation = explained();
    QCOMPARE(causesIn(explanation), QStringList {u"workstation_clock_off"_s});
    QVERIFY(explanation.value(u"sentence"_s).toString().contains(u"The clock of PC-1 is 62 minutes ahead"_s));
    const QJsonObject check = checkIn(explanation, u"workstation_clock"_s);
    QCOMPARE(check.value(u"cure"_s)[u"label"_s].toString(), u"Set the clock of PC-1"_s);
    QCOMPARE(m_desk->fetch().code(), u"workstation_clock_off"_s);
    QCOMPARE(offset(), 3725); // a signature tells nothing of it

    // Put right, it is known with the next call already.
    const ApiAnswer logon = m_desk->agent.logOn(u"anna"_s, "4711" + m_desk->nextCode(u"T1"_s));
    QCOMPARE(m_desk->agent
                 .post(u"/offline-sets"_s,
                       {{u"ticket"_s, logon.text("ticket")},
                        {u"localTime"_s, contract::toRfc3339(m_desk->clock.now())}})
                 .status,
             200);
    QCOMPARE(offset(), 0);
    QVERIFY(explained().value(u"granted"_s).toBool());
    QCOMPARE(contact(std::chrono::hours(24 * 365 * 200)), 200); // whatever it says, it is bounded
    QVERIFY(offset() > 300'000'000 && offset() < 320'000'000);
}

void TestOfflineCauses::whomToAskIsToldAndVoidsNothing()
{
    const HeldData data = m_desk->open(m_desk->fetch());
    QVERIFY(data.set.header().helpText.isEmpty());
    const auto help = u"Help desk, extension 4711"_s;
    m_desk->editPolicy({{u"helpText"_s, help}});
    QCOMPARE(m_desk->row(m_desk->anna).value(u"state"_s).toString(), u"valid"_s);
    m_desk->later(std::chrono::hours(25));
    QCOMPARE(m_desk->open(m_desk->agent.post(u"/offline-sets"_s, {{u"setId"_s, data.setId}}))
                 .set.header()
                 .helpText,
             help);
    QVERIFY(!explained().contains(u"helpText"_s) || explained().value(u"helpText"_s).toString().isEmpty());
    m_desk->editPolicy({{u"enabled"_s, false}});
    QCOMPARE(explained().value(u"helpText"_s).toString(), help);
    const QStringList wrongTexts {QString(201, u'x'), u"one\ntwo"_s, u"\x1b[2J"_s,
                                  u"desk "_s + QChar(0x202e)};
    for (const QString& wrong : wrongTexts) {
        QJsonObject policy = m_desk->policy();
        policy.insert(u"helpText"_s, wrong);
        QCOMPARE(m_desk->put(u"/policies/offline/"_s + policy.value(u"id"_s).toString(), policy).status, 400);
    }
    m_desk->editPolicy({{u"helpText"_s, QString(200, u'x')}});
}

// While the writer stands still, one of two requests of a workstation holds its turn.
void TestOfflineCauses::whoFindsTheServiceBusyComesAgain()
{
    const QJsonObject ticket {
        {u"ticket"_s, m_desk->agent.logOn(u"anna"_s, "4711" + m_desk->nextCode(u"T1"_s)).text("ticket")}};
    std::promise<void> released;
    m_desk->database().write(
        [go = released.get_future().share()](storage::Connection&) {
            go.wait();
            return false;
        },
        [](const std::exception_ptr&) {});
    const auto ask = [&] {
        return std::async(std::launch::async, [&] { return m_desk->agent.post(u"/offline-sets"_s, ticket); });
    };
    std::array both {ask(), ask()};
    const auto done = [](const std::future<ApiAnswer>& answer) {
        return answer.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    };
    for (int i = 0; i < 600 && !done(both[0]) && !done(both[1]); ++i) {
        static_cast<void>(both[0].wait_for(std::chrono::milliseconds(50)));
    }
    const bool firstIsDone = done(both[0]);
    const bool secondIsDone = done(both[1]);
    released.set_value();
    const std::array answers {both[0].get(), both[1].get()};
    QVERIFY(firstIsDone != secondIsDone);
    const ApiAnswer& busy = answers[firstIsDone ? 0 : 1];
    QCOMPARE(busy.status, 429);
    QCOMPARE(busy.code(), u"offline_busy"_s);
    QCOMPARE(busy.headers.value("retry-after"), QByteArray(authentication::offlineBusySeconds));
    QCOMPARE(answers[firstIsDone ? 1 : 0].status, 200);
    QCOMPARE(m_desk->events(u"OFFLINE_DATA_DOWNLOAD_FAILED"_s).size(), 0U); // nobody was refused
}

void TestOfflineCauses::withoutRoomNobodyWaits()
{
    authentication::OfflineIssuer none(0);
    const auto call = [&] {
        auto workstation = m_desk->database().read([&](storage::Connection& connection) {
            return authentication::workstations::find(connection, m_desk->agent.id());
        });
        return authentication::AgentCall(m_desk->context(), {}, *workstation, m_desk->clock.now());
    };
    const auto logonAt = m_desk->clock.now();
    const auto loaded = m_desk->database().read([&](storage::Connection& connection) {
        return authentication::loadOfflineCase(connection, nullptr, m_desk->anna, nullptr, logonAt);
    });
    QCOMPARE(loaded->person->tokens.size(), 1U);
    const qint64 token = loaded->person->tokens.front().id;
    const authentication::OfflineOrder order {.userId = m_desk->anna,
                                              .tokenId = token,
                                              .afterLogon = true,
                                              .pin = contract::Secret(QByteArrayView("4711")),
                                              .logonAt = logonAt};
    const auto answer = none.issue(call(), order);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, authentication::offlineBusyCode);
    QCOMPARE(answer.error().kind, contract::ErrorKind::TooManyRequests);
    QCOMPARE(m_desk->row(m_desk->anna), QJsonObject());

    auto turn = none.begin(5);
    QVERIFY(turn);
    QVERIFY(!none.begin(5));
    QVERIFY(none.begin(6)); // another workstation's
    turn.reset();
    QVERIFY(none.begin(5));
}

QTEST_GUILESS_MAIN(TestOfflineCauses)
#include "tst_offline_causes.moc"
