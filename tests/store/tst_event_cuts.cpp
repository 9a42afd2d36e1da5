// SPDX-License-Identifier: Apache-2.0
// Retention: what is removed, what is left, and that the chain stays provable.
#include "services/authentication/store/event_anchors.h"
#include "services/authentication/store/event_cuts.h"
#include "tests/support/store.h"

#include <QFile>
#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using namespace std::chrono_literals;
using storage::Connection;

class TestEventCuts : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<testing::TestStore> m_store;
    std::atomic<bool> m_stop = false;

    [[nodiscard]] QString headFile() const { return m_store->path(QLatin1String(eventHeadFileName)); }
    [[nodiscard]] QString anchorFile() const { return m_store->path(QStringLiteral("anchors.jsonl")); }

    // So many events an hour, for so many days from now on.
    void live(int days, int eventsAnHour = 10)
    {
        for (int day = 0; day < days; ++day) {
            m_store->write([&](Connection& connection) {
                for (int i = 0; i < 24 * eventsAnHour; ++i) {
                    contract::Event event;
                    event.at = m_store->now() + std::chrono::milliseconds(1h) / eventsAnHour * i;
                    event.key = QStringLiteral("CONF_READ");
                    event.userName = QStringLiteral("anna");
                    m_store->events().append(connection, event);
                }
            });
            m_store->clock().advance(24h);
        }
        EventHeadKeeper keeper(m_store->database(), m_store->keys(), headFile());
        QVERIFY(keeper.flush());
    }
    contract::Result<qint64> removeOlderThan(std::chrono::hours age)
    {
        return event_cuts::remove(m_store->database(), m_store->keys(), m_store->events(),
                                  {.olderThan = m_store->now() - age, .now = m_store->now()}, m_stop);
    }
    AuditReport verify()
    {
        return m_store->read(
            [this](Connection& connection) { return verifyAudit(connection, m_store->keys(), headFile()); });
    }
    QString codes()
    {
        QStringList found;
        for (const AuditFinding& finding : verify().findings) {
            found << finding.code;
        }
        return found.join(QLatin1Char(' '));
    }
    std::vector<EventCut> cuts()
    {
        return m_store->read([](Connection& connection) { return event_cuts::list(connection); });
    }
    void tamper(const QString& sql, const QVariantList& values = {})
    {
        QVERIFY(m_store->write([&](Connection& connection) { return connection.change(sql, values); }) > 0);
    }
    void writeAnchor()
    {
        const auto anchor = m_store->read(
            [this](Connection& connection) { return event_anchors::present(connection, m_store->now()); });
        QVERIFY(event_anchors::append(anchorFile(), event_anchors::lineOf(m_store->keys(), anchor)));
    }
    QString anchorCodes()
    {
        const auto findings = m_store->read([this](Connection& connection) {
            return event_anchors::verify(connection, m_store->keys(), anchorFile());
        });
        QStringList found;
        for (const AuditFinding& finding : findings) {
            found << finding.code;
        }
        return found.join(QLatin1Char(' '));
    }

private Q_SLOTS:
    void init() { m_store = std::make_unique<testing::TestStore>(); }

    void whatIsOlderIsRemovedAndTheRestVerifies()
    {
        live(20, 20);
        const auto removed = removeOlderThan(24h * 10);
        QVERIFY(removed);
        QCOMPARE(*removed, 10 * 24 * 20);
        const AuditReport report = verify();
        QVERIFY2(report.ok, qPrintable(codes()));
        QCOMPARE(report.removedThrough, *removed);
        QCOMPARE(report.events, 10 * 24 * 20 + 1); // and the one that tells it
        const auto told = m_store->read([](Connection& connection) {
            return events::page(connection, {.key = QStringLiteral("EVENTS_REMOVED")});
        });
        QCOMPARE(told.size(), std::size_t {1});
        QCOMPARE(told[0].detail.value(QLatin1String("through")).toInteger(), *removed);
        QVERIFY(told[0].sentence.startsWith(QStringLiteral("Events 1 to 4800, older than 2026-")));
        // The times of what is left can still be asked for.
        QCOMPARE(m_store->read([this](Connection& connection) {
            return events::count(connection, {.from = m_store->now() - 24h * 5});
        }),
                 5 * 24 * 20 + 1);
    }

    void cutsFollowOneAnother()
    {
        live(10);
        QVERIFY(removeOlderThan(24h * 6));
        live(4);
        QVERIFY(removeOlderThan(24h * 6));
        QCOMPARE(cuts().size(), std::size_t {2});
        QCOMPARE(cuts()[1].first, cuts()[0].through + 1);
        QVERIFY2(verify().ok, qPrintable(codes()));
        QCOMPARE(*removeOlderThan(24h * 6), 0); // nothing is due, and nothing is written
        QCOMPARE(cuts().size(), std::size_t {2});
    }

    void aStoppedRemovalIsWholeAndGoesOnLater()
    {
        live(20, 20);
        m_stop = true;
        QCOMPARE(*removeOlderThan(24h * 2), 0);
        m_stop = false;
        QVERIFY2(verify().ok, qPrintable(codes()));
        QVERIFY(*removeOlderThan(24h * 2) > 8'000);
        QVERIFY2(verify().ok, qPrintable(codes()));
    }

    void whoRemovesByHandIsFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("code");
        const auto link = QStringLiteral("link = (SELECT mac FROM events WHERE sequence = 600)");
        QTest::newRow("events alone")
            << QStringLiteral("DELETE FROM events WHERE sequence < 600") << QStringLiteral("event_missing");
        QTest::newRow("a longer cut") << QStringLiteral("UPDATE event_cuts SET through_sequence = 600, ")
                + link << QStringLiteral("cut_forged");
        QTest::newRow("another time") << QStringLiteral("UPDATE event_cuts SET older_than = older_than + 1")
                                      << QStringLiteral("cut_forged");
        QTest::newRow("another name")
            << QStringLiteral("UPDATE event_cuts SET removed_by = 'eve'") << QStringLiteral("cut_forged");
        QTest::newRow("the record") << QStringLiteral("DELETE FROM event_cuts")
                                    << QStringLiteral("event_missing");
    }
    void whoRemovesByHandIsFound()
    {
        QFETCH(QString, sql);
        QFETCH(QString, code);
        live(5);
        QVERIFY(removeOlderThan(24h * 3));
        QVERIFY(verify().ok);
        tamper(sql);
        QVERIFY2(codes().startsWith(code), qPrintable(codes()));
    }

    void aMissingCutIsFound()
    {
        live(10);
        QVERIFY(removeOlderThan(24h * 8));
        QVERIFY(removeOlderThan(24h * 6));
        tamper(QStringLiteral("DELETE FROM event_cuts WHERE id = (SELECT MIN(id) FROM event_cuts)"));
        QCOMPARE(codes(), QStringLiteral("cut_missing"));
    }

    // Removal must not make evidence go away.
    void aBrokenChainIsNotRemoved()
    {
        live(10, 50);
        tamper(QStringLiteral("UPDATE events SET user_name = 'eve' WHERE sequence = 5000"));
        const auto removed = removeOlderThan(24h);
        QVERIFY(!removed);
        QCOMPARE(removed.error().code, QStringLiteral("event_chain_broken"));
        QCOMPARE(cuts().back().through, 4'000); // whole batches before it
        QVERIFY(codes().startsWith(QStringLiteral("event_changed")));
    }

    // Nor must it fill the log, hour after hour.
    void aBrokenChainIsToldOnce()
    {
        live(10);
        tamper(QStringLiteral("UPDATE events SET user_name = 'eve' WHERE sequence = 10"));
        const auto told = [this] {
            return m_store->read([](Connection& connection) {
                return events::count(connection, {.key = QStringLiteral("EVENTS_REMOVED")});
            });
        };
        for (int hour = 0; hour < 3; ++hour) {
            QCOMPARE(removeOlderThan(24h).error().code, QStringLiteral("event_chain_broken"));
        }
        QCOMPARE(told(), 1);
        QVERIFY(cuts().empty());
    }

    void aStoppedRemovalLeavesOneRecord()
    {
        live(10);
        m_stop = true;
        QCOMPARE(*removeOlderThan(24h * 5), 0);
        QCOMPARE(*removeOlderThan(24h * 4), 0);
        m_stop = false;
        QCOMPARE(*removeOlderThan(24h * 3), 7 * 24 * 10);
        QCOMPARE(cuts().size(), std::size_t {1});
        QVERIFY2(verify().ok, qPrintable(codes()));
    }

    void aClockThatJumpsAheadRemovesNothing()
    {
        m_store->write([](Connection& connection) { event_cuts::setKeeping(connection, {5}); });
        const auto due = [this] {
            return m_store->read(
                [this](Connection& connection) { return event_cuts::dueBefore(connection, m_store->now()); });
        };
        QVERIFY(!due()); // no event bears the clock out
        live(10);
        const auto before = due();
        QCOMPARE(before, event_cuts::dueBefore({.keepDays = 5}, m_store->now()));
        m_store->clock().advance(24h * 365 * 5);
        QVERIFY(*due() <= *before + 24h);
        m_store->write([this](Connection& connection) {
            m_store->events().append(connection, {.at = m_store->now(), .key = QStringLiteral("CONF_READ")});
        });
        m_store->clock().advance(23h);
        QVERIFY(*due() <= *before + 24h);
        live(1);
        QCOMPARE(due(), event_cuts::dueBefore({.keepDays = 5}, m_store->now()));
    }

    void theStartAcceptsAHeadFromBeforeACut()
    {
        live(10);
        const QString older = m_store->path(QStringLiteral("older"));
        live(0);
        QVERIFY(QFile::copy(headFile(), older));
        live(10);
        QVERIFY(removeOlderThan(24h));
        QVERIFY(!m_store->read(
            [&](Connection& connection) { return checkEventHead(connection, m_store->keys(), older); }));
    }

    void thePolicyCountsWholeDays()
    {
        QVERIFY(!event_cuts::dueBefore({.keepDays = 0}, m_store->now()));
        const auto before = event_cuts::dueBefore(
            {.keepDays = 30}, *contract::fromRfc3339(QStringLiteral("2026-07-01T08:30:00Z")));
        QCOMPARE(contract::toRfc3339(*before), QStringLiteral("2026-06-01T00:00:00.000Z"));
        m_store->write([](Connection& connection) { event_cuts::setKeeping(connection, {90}); });
        QCOMPARE(
            m_store->read([](Connection& connection) { return event_cuts::keeping(connection).keepDays; }),
            90);
    }

    // Database and head record together, rolled back to the same moment: only what lies outside tells.
    void anAnchorOutsideFindsARollBack()
    {
        live(2);
        writeAnchor();
        live(1);
        writeAnchor();
        QCOMPARE(anchorCodes(), QString());
        tamper(QStringLiteral("DELETE FROM events WHERE sequence > 600"));
        tamper(QStringLiteral("DELETE FROM event_runs WHERE first_sequence > 600"));
        QVERIFY(rewriteEventHead(m_store->database(), m_store->keys(), headFile()));
        QVERIFY(verify().ok);
        QCOMPARE(anchorCodes(), QStringLiteral("tail_removed"));
        m_store->reopen();
        live(3);
        QCOMPARE(anchorCodes(), QStringLiteral("tail_changed"));
    }

    void anchorsOfRemovedEventsAreNoAlarm()
    {
        live(2);
        writeAnchor();
        live(5);
        QVERIFY(removeOlderThan(24h));
        QCOMPARE(anchorCodes(), QString());
    }

    void aForgedAnchorIsFound()
    {
        live(1);
        QVERIFY(event_anchors::append(anchorFile(),
                                      R"({"at":"2026-06-01T00:00:00Z","events":1,"link":"00","seal":"00"})"));
        QVERIFY(event_anchors::append(anchorFile(), "rubbish"));
        QCOMPARE(anchorCodes(), QStringLiteral("anchor_forged anchor_forged"));
        QVERIFY(QFile::remove(anchorFile()));
        QCOMPARE(anchorCodes(), QStringLiteral("anchors_unreadable"));
    }
};

QTEST_GUILESS_MAIN(TestEventCuts)
#include "tst_event_cuts.moc"
