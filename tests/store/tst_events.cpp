// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/domains.h"
#include "services/authentication/store/events.h"
#include "tests/support/store.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using contract::Event;
using contract::EventResult;
using storage::Connection;

namespace {

Event signIn(contract::Timestamp at, const QString& user, EventResult result = EventResult::Success)
{
    Event event;
    event.at = at;
    event.log = contract::EventLog::Authentication;
    event.key = QStringLiteral("AUTHN_LOGIN_EVENT");
    event.result = result;
    event.userName = user;
    event.domain = QStringLiteral("/");
    return event;
}

QList<qint64> sequencesOf(const std::vector<Event>& events)
{
    QList<qint64> sequences;
    for (const Event& event : events) {
        sequences << event.sequence;
    }
    return sequences;
}

} // namespace

class TestEvents : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<testing::TestStore> m_store;

    void add(Event event)
    {
        m_store->write([&](Connection& connection) { m_store->events().append(connection, event); });
    }
    QList<qint64> find(const EventQuery& query)
    {
        return m_store->read(
            [&](Connection& connection) { return sequencesOf(events::page(connection, query)); });
    }

private Q_SLOTS:
    void init() { m_store = std::make_unique<testing::TestStore>(); }

    void everyFieldComesBack()
    {
        Event event = signIn(m_store->now(), QStringLiteral("anna.berg"), EventResult::Failure);
        event.reason = QStringLiteral("wrong_code");
        event.actor = QStringLiteral("VPN");
        event.actorId = QStringLiteral("3");
        event.userId = QStringLiteral("42");
        event.tokenSerial = QStringLiteral("000123456789");
        event.method = QStringLiteral("SECURID");
        event.client = QStringLiteral("VPN");
        event.clientAddress = QStringLiteral("192.0.2.7");
        event.detail = {{QStringLiteral("failures"), 3}, {QStringLiteral("limit"), 5}};
        add(event);
        const auto found = m_store->read([](Connection& connection) { return events::page(connection, {}); });
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found[0].sequence, 1);
        QCOMPARE(found[0].at, event.at);
        QCOMPARE(found[0].key, event.key);
        QCOMPARE(found[0].result, event.result);
        QCOMPARE(found[0].reason, event.reason);
        QCOMPARE(found[0].actor, event.actor);
        QCOMPARE(found[0].actorId, event.actorId);
        QCOMPARE(found[0].userId, event.userId);
        QCOMPARE(found[0].userName, event.userName);
        QCOMPARE(found[0].domain, event.domain);
        QCOMPARE(found[0].tokenSerial, event.tokenSerial);
        QCOMPARE(found[0].method, event.method);
        QCOMPARE(found[0].client, event.client);
        QCOMPARE(found[0].clientAddress, event.clientAddress);
        QCOMPARE(found[0].detail, event.detail);
        QCOMPARE(found[0].sentence,
                 QStringLiteral("Wrong code for anna.berg with token 000123456789 (3 of 5)"));
    }

    void aWorkThatIsUndoneLeavesNoGap()
    {
        std::promise<void> entered;
        std::promise<void> release;
        m_store->database().write(
            [&](Connection&) {
                entered.set_value();
                release.get_future().wait();
                return true;
            },
            [](std::exception_ptr) {});
        entered.get_future().wait();
        std::promise<void> last;
        for (int i = 0; i < 20; ++i) { // one batch, every third undone
            m_store->database().write(
                [&, i](Connection& connection) {
                    m_store->events().append(connection, signIn(m_store->now(), QString::number(i)));
                    return i % 3 != 0;
                },
                [&, i](std::exception_ptr) {
                    if (i == 19) {
                        last.set_value();
                    }
                });
        }
        release.set_value();
        last.get_future().wait();
        QList<qint64> expected(13);
        std::iota(expected.begin(), expected.end(), 1);
        QCOMPARE(find({}), expected);
    }

    void theChainGoesOnAfterARestart()
    {
        add(signIn(m_store->now(), QStringLiteral("a")));
        m_store->reopen();
        add(signIn(m_store->now(), QStringLiteral("b")));
        QCOMPARE(find({}), QList<qint64>({1, 2}));
    }

    void pagesGoBothWays()
    {
        for (int i = 0; i < 10; ++i) {
            add(signIn(m_store->now(), QString::number(i)));
        }
        QCOMPARE(find({.limit = 3}), QList<qint64>({1, 2, 3}));
        QCOMPARE(find({.after = 3, .limit = 3}), QList<qint64>({4, 5, 6}));
        QCOMPARE(find({.newestFirst = true, .limit = 3}), QList<qint64>({10, 9, 8}));
        QCOMPARE(find({.before = 8, .newestFirst = true, .limit = 3}), QList<qint64>({7, 6, 5}));
        QCOMPARE(find({.after = 10}), QList<qint64>());
        QCOMPARE(m_store->read(&events::lastSequence), 10);
    }

    void filtersRestrict()
    {
        const auto start = m_store->now();
        Event first = signIn(start, QStringLiteral("anna"));
        first.userId = QStringLiteral("1");
        first.tokenSerial = QStringLiteral("T1");
        add(first);
        Event second = signIn(start + std::chrono::hours(1), QStringLiteral("Zo%e"), EventResult::Failure);
        second.userId = QStringLiteral("2");
        second.reason = QStringLiteral("wrong_code");
        add(second);
        Event third = signIn(start + std::chrono::hours(2), QStringLiteral("anna"));
        third.log = contract::EventLog::Administration;
        third.key = QStringLiteral("AM_LINK_TOKEN_PRINCIPAL");
        third.userId = QStringLiteral("1");
        third.tokenSerial = QStringLiteral("T1");
        add(third);

        QCOMPARE(find({.log = contract::EventLog::Administration}), QList<qint64>({3}));
        QCOMPARE(find({.userId = 1}), QList<qint64>({1, 3}));
        QCOMPARE(find({.tokenSerial = QStringLiteral("T1")}), QList<qint64>({1, 3}));
        QCOMPARE(find({.tokenSerial = QStringLiteral("T2")}), QList<qint64>());
        QCOMPARE(find({.key = QStringLiteral("AUTHN_LOGIN_EVENT")}), QList<qint64>({1, 2}));
        QCOMPARE(find({.result = EventResult::Failure}), QList<qint64>({2}));
        QCOMPARE(find({.from = start + std::chrono::hours(1)}), QList<qint64>({2, 3}));
        QCOMPARE(find({.to = start + std::chrono::hours(1)}), QList<qint64>({1}));
        QCOMPARE(find({.text = QStringLiteral("ANNA")}), QList<qint64>({1, 3}));
        QCOMPARE(find({.text = QStringLiteral("o%e")}), QList<qint64>({2})); // no wildcard of the caller's
        QCOMPARE(find({.text = QStringLiteral("wrong_")}), QList<qint64>({2}));
        QCOMPARE(find({.text = QStringLiteral("%")}), QList<qint64>({2}));
        m_store->read([&](Connection& connection) {
            QCOMPARE(events::count(connection, {.userId = 1}), 2);
            const auto counts = events::countLogonsSince(connection, start + std::chrono::minutes(30));
            QCOMPARE(counts.failures, 1);
            QCOMPARE(counts.successes, 0);
            QCOMPARE(events::countLogonsSince(connection, start).successes, 1);
            QCOMPARE(events::countLogonsSince(connection, start + std::chrono::hours(3)).failures, 0);
        });
    }

    void aClockSetBackHidesNothing()
    {
        const auto start = m_store->now();
        for (const int minutes : {0, 50, 130, 70, 10, 200, 75}) {
            add(signIn(start + std::chrono::minutes(minutes), QString::number(minutes)));
        }
        const auto between = [&](int from, int to) {
            return find({.from = start + std::chrono::minutes(from), .to = start + std::chrono::minutes(to)});
        };
        QCOMPARE(between(0, 51), QList<qint64>({1, 2, 5}));
        QCOMPARE(between(60, 80), QList<qint64>({4, 7}));
        QCOMPARE(between(71, 201), QList<qint64>({3, 6, 7}));
        QCOMPARE(between(300, 400), QList<qint64>());
        QCOMPARE(between(-400, -300), QList<qint64>());
        m_store->reopen();
        add(signIn(start + std::chrono::minutes(76), QStringLiteral("after")));
        QCOMPARE(between(60, 80), QList<qint64>({4, 7, 8}));
    }

    void scopeShowsNothingElse()
    {
        const qint64 sales = m_store->write([](Connection& connection) {
            return domains::create(connection, QStringLiteral("Sales"), rootDomainId)->id;
        });
        add(signIn(m_store->now(), QStringLiteral("root")));
        Event inSales = signIn(m_store->now(), QStringLiteral("seller"));
        inSales.domain = QStringLiteral("/Sales");
        add(inSales);
        Event nowhere = signIn(m_store->now(), QStringLiteral("nobody"));
        nowhere.domain.clear();
        add(nowhere);
        QCOMPARE(find({.domains = std::vector<qint64> {sales}}), QList<qint64>({2}));
        QCOMPARE(find({.domains = std::vector<qint64> {rootDomainId, sales}}), QList<qint64>({1, 2}));
        QCOMPARE(find({.domains = std::vector<qint64> {}}), QList<qint64>());
        QCOMPARE(find({}), QList<qint64>({1, 2, 3}));
    }
};

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"
