// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/audit.h"
#include "services/authentication/store/events.h"
#include "tests/support/store.h"

#include <QFile>
#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using storage::Connection;

class TestAudit : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<testing::TestStore> m_store;

    [[nodiscard]] QString headFile() const { return m_store->path(QLatin1String(eventHeadFileName)); }

    void add(int count)
    {
        for (int i = 0; i < count; ++i) {
            m_store->write([&](Connection& connection) {
                contract::Event event;
                event.at = m_store->now();
                event.log = contract::EventLog::Authentication;
                event.key = QStringLiteral("AUTHN_LOGIN_EVENT");
                event.result = contract::EventResult::Success;
                event.userId = QStringLiteral("7");
                event.userName = QStringLiteral("anna.berg");
                event.domain = QStringLiteral("/");
                event.tokenSerial = QStringLiteral("0001");
                event.detail.insert(QStringLiteral("n"), i);
                m_store->events().append(connection, event);
            });
        }
    }
    void writeHead()
    {
        EventHeadKeeper keeper(m_store->database(), m_store->keys(), headFile());
        QVERIFY(keeper.flush());
    }
    void tamper(const QString& sql)
    {
        const qint64 changed = m_store->write([&](Connection& connection) { return connection.change(sql); });
        QVERIFY(changed > 0);
    }
    AuditReport verify()
    {
        return m_store->read(
            [this](Connection& connection) { return verifyAudit(connection, m_store->keys(), headFile()); });
    }
    static QStringList codesOf(const AuditReport& report)
    {
        QStringList codes;
        for (const AuditFinding& finding : report.findings) {
            codes << finding.code;
        }
        return codes;
    }

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<testing::TestStore>();
        add(10);
        writeHead();
    }

    void anIntactLogPasses()
    {
        const AuditReport report = verify();
        QCOMPARE(codesOf(report), QStringList());
        QVERIFY(report.ok);
        QCOMPARE(report.events, 10);
        QCOMPARE(report.lastSequence, 10);
    }

    void aLogAheadOfItsHeadIsNormal()
    {
        add(5);
        const AuditReport report = verify();
        QVERIFY(report.ok);
        QCOMPARE(report.events, 15);
    }

    void aChangeOfAnyColumnIsFound_data()
    {
        QTest::addColumn<QString>("change");
        for (const char* column :
             {"log", "key", "result", "reason", "actor", "actor_id", "user_id", "user_name", "domain",
              "token_serial", "method", "client", "client_address", "detail"}) {
            QTest::newRow(column) << QStringLiteral("%1 = %1 || 'x'").arg(QLatin1String(column));
        }
        QTest::newRow("at") << QStringLiteral("at = at + 1");
        QTest::newRow("domain_id") << QStringLiteral("domain_id = 2");
        QTest::newRow("domain_id null") << QStringLiteral("domain_id = NULL");
        QTest::newRow("mac") << QStringLiteral("mac = x'00'");
        QTest::newRow("text moved to the next column")
            << QStringLiteral("user_name = '', domain = user_name || domain");
    }
    void aChangeOfAnyColumnIsFound()
    {
        QFETCH(QString, change);
        tamper(QStringLiteral("UPDATE events SET %1 WHERE sequence = 4").arg(change));
        const AuditReport report = verify();
        QVERIFY(!report.ok);
        QCOMPARE(report.firstBadSequence, std::optional<qint64>(4));
        QCOMPARE(report.findings.at(0).code, QStringLiteral("event_changed"));
    }

    void aRemovedEventIsFound()
    {
        tamper(QStringLiteral("DELETE FROM events WHERE sequence = 5"));
        const AuditReport report = verify();
        QCOMPARE(codesOf(report), QStringList({QStringLiteral("event_missing")}));
        QCOMPARE(report.firstBadSequence, std::optional<qint64>(5));
    }

    void closingTheGapDoesNotHelp()
    {
        tamper(QStringLiteral("DELETE FROM events WHERE sequence = 5"));
        for (int i = 6; i <= 10; ++i) {
            tamper(QStringLiteral("UPDATE events SET sequence = %1 WHERE sequence = %2").arg(i - 1).arg(i));
        }
        const AuditReport report = verify();
        QVERIFY(!report.ok);
        QCOMPARE(report.firstBadSequence, std::optional<qint64>(5));
        QVERIFY(codesOf(report).contains(QStringLiteral("tail_removed")));
    }

    void theFirstEventRemovedIsFound()
    {
        tamper(QStringLiteral("DELETE FROM events WHERE sequence = 1"));
        QCOMPARE(verify().firstBadSequence, std::optional<qint64>(1));
    }

    void twoEventsExchangedAreFound()
    {
        tamper(QStringLiteral("UPDATE events SET sequence = 100 WHERE sequence = 3"));
        tamper(QStringLiteral("UPDATE events SET sequence = 3 WHERE sequence = 4"));
        tamper(QStringLiteral("UPDATE events SET sequence = 4 WHERE sequence = 100"));
        const AuditReport report = verify();
        QVERIFY(!report.ok);
        QCOMPARE(report.firstBadSequence, std::optional<qint64>(3));
    }

    void aCutTailIsFound()
    {
        tamper(QStringLiteral("DELETE FROM events WHERE sequence > 7"));
        const AuditReport report = verify();
        QCOMPARE(codesOf(report), QStringList({QStringLiteral("tail_removed")}));
        QCOMPARE(report.firstBadSequence, std::optional<qint64>(8));
    }

    void aTailCutAndWrittenAnewIsFound()
    {
        tamper(QStringLiteral("DELETE FROM events WHERE sequence > 7"));
        m_store->reopen();
        add(5); // with the right keys, as the service itself would
        const AuditReport report = verify();
        QVERIFY(!report.ok);
        QCOMPARE(codesOf(report), QStringList({QStringLiteral("tail_changed")}));
        QCOMPARE(report.firstBadSequence, std::optional<qint64>(10));
    }

    void anEmptiedLogIsFound()
    {
        tamper(QStringLiteral("DELETE FROM events"));
        QCOMPARE(codesOf(verify()), QStringList({QStringLiteral("tail_removed")}));
    }

    void anEventWithAForeignKeyIsFound()
    {
        const auto other = security::KeyRing::generate();
        m_store->write([&](Connection& connection) {
            contract::Event event;
            event.at = m_store->now();
            event.key = QStringLiteral("AUTHN_LOGIN_EVENT");
            EventLog(other).append(connection, event);
        });
        QCOMPARE(verify().firstBadSequence, std::optional<qint64>(11));
    }

    void aMissingOrForgedHeadIsTold()
    {
        QVERIFY(QFile::remove(headFile()));
        QCOMPARE(codesOf(verify()), QStringList({QStringLiteral("head_missing")}));
        QVERIFY(writeEventHead(headFile(), security::KeyRing::generate(), {10, QByteArray("x")}));
        QCOMPARE(codesOf(verify()), QStringList({QStringLiteral("head_forged")}));
        QFile file(headFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not json");
        file.close();
        QCOMPARE(codesOf(verify()), QStringList({QStringLiteral("head_forged")}));
    }

    void theHeadCannotBeWrittenBack()
    {
        const auto before = readEventHead(headFile(), m_store->keys());
        QVERIFY(before);
        tamper(QStringLiteral("DELETE FROM events WHERE sequence > 7"));
        m_store->reopen();
        writeHead(); // the keeper of a service started after the cut
        const auto after = readEventHead(headFile(), m_store->keys());
        QVERIFY(after);
        QCOMPARE(after->sequence, before->sequence);
        QVERIFY(!verify().ok);
        QVERIFY(
            rewriteEventHead(m_store->database(), m_store->keys(), headFile())); // a loss that is accepted
        QVERIFY(verify().ok);
    }

    void theStartFindsAHeadThatDoesNotFit()
    {
        const auto check = [this] {
            return m_store->read([this](Connection& connection) {
                return checkEventHead(connection, m_store->keys(), headFile());
            });
        };
        QVERIFY(!check());
        add(3);
        QVERIFY(!check());
        tamper(QStringLiteral("DELETE FROM events WHERE sequence > 7"));
        QCOMPARE(check()->code, QStringLiteral("tail_removed"));
        QVERIFY(QFile::remove(headFile()));
        QCOMPARE(check()->code, QStringLiteral("head_missing"));
        tamper(QStringLiteral("DELETE FROM events"));
        QVERIFY(!check()); // a service that has told nothing yet has no head
    }

    void theKeeperFollowsCommitsAndEndsExact()
    {
        {
            EventHeadKeeper keeper(m_store->database(), m_store->keys(), headFile());
            add(1);
            QTRY_COMPARE(readEventHead(headFile(), m_store->keys())->sequence, 11);
            add(7);
        }
        const auto head = readEventHead(headFile(), m_store->keys());
        QVERIFY(head);
        QCOMPARE(head->sequence, 18);
        QCOMPARE(QFileInfo(headFile()).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QVERIFY(verify().ok);
    }
};

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
