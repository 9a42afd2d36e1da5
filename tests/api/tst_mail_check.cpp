// SPDX-License-Identifier: Apache-2.0
// Who may still get an e-mail that waited while something changed.
#include "services/authentication/api/mail_check.h"
#include "services/authentication/api/mail_facts.h"
#include "services/authentication/api/notification_watch.h"
#include "services/authentication/api/surroundings.h"
#include "tests/api/help_desk.h"

#include <QJsonArray>
#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using namespace Qt::StringLiterals;
using contract::Role;
using holdfast::testing::ApiFixtureOptions;
using holdfast::testing::HelpDesk;

class TestMailCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_around.dataDirectory = m_folder->path();
        m_around.databaseFile = m_folder->filePath(u"holdfast.db"_s);
        m_around.backupNoteFile = m_folder->filePath(u"last-backup.json"_s);
        m_mail.reportDomains = {u"example.com"_s};
        m_signals = {[] { return u"The share is gone."_s; },
                     [] {
                         return true;
                     }};
        ApiFixtureOptions options;
        options.mail = &m_mail;
        options.signals = &m_signals;
        options.surroundings = &m_around;
        m_desk = std::make_unique<HelpDesk>(options);
        m_anna = m_desk->makeUser(u"anna"_s);
        m_desk->change(u"UPDATE users SET email = 'anna@example.com', email_key = 'anna@example.com'"
                       " WHERE id = ?"_s,
                       {m_anna});
        m_desk->setRoles(m_anna, {{Role::Auditor, u"/"_s}});
    }
    void cleanup() { m_desk.reset(); }

    void whatDidNotChangeIsSent();
    void whoIsNotNamedAnyMoreIsNotTold();
    void aRecipientWhoSeesLessIsNotTold_data();
    void aRecipientWhoSeesLessIsNotTold();
    void aReportIsSentWithTheRightsThatItWasMadeWith_data();
    void aReportIsSentWithTheRightsThatItWasMadeWith();
    void aReportGoesNowhereElse();

private:
    void setRecipients(const QStringList& recipients)
    {
        QJsonObject settings = m_desk->get(u"/settings/notifications"_s).json;
        settings.insert(u"recipients"_s, QJsonArray::fromStringList(recipients));
        QCOMPARE(m_desk->put(u"/settings/notifications"_s, settings).status, 200);
    }
    void notify()
    {
        setRecipients({u"it@example.com"_s, u"Anna@example.com"_s}); // nobody's, and hers
        lookAfterNotifications(m_desk->context(), m_desk->clock.now());
    }
    void report()
    {
        const QByteArray body = R"({"name":"Mine","template":"all-users","schedule":"daily","hour":9,)"
                                R"("recipients":["audit@example.com","anna@example.com"]})";
        QCOMPARE(m_desk->call("POST", u"/api/v1/saved-reports"_s, body, m_desk->sessionOf(m_anna)).status,
                 201);
        m_desk->clock.advance(std::chrono::hours(2));
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->events(u"RUN_REPORT"_s).size(), std::size_t {1}, 20'000);
    }
    MailVerdict verdict(const QStringList& domains = {u"example.com"_s})
    {
        return m_desk->database().read([&](storage::Connection& connection) {
            const auto mail = mailQueue::oldest(connection);
            return mail ? mailVerdict(connection, *mail, domains, m_desk->clock.now())
                        : MailVerdict {{}, u"nothing waits"_s};
        });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Surroundings m_around;
    MailFacts m_mail;
    ServiceSignals m_signals;
    std::unique_ptr<HelpDesk> m_desk;
    qint64 m_anna = 0;
};

void TestMailCheck::whatDidNotChangeIsSent()
{
    notify();
    QCOMPARE(verdict().recipients, (QStringList {u"it@example.com"_s, u"Anna@example.com"_s}));
}

void TestMailCheck::whoIsNotNamedAnyMoreIsNotTold()
{
    notify();
    setRecipients({u"Anna@example.com"_s});
    QCOMPARE(verdict().recipients, QStringList {u"Anna@example.com"_s});
    QCOMPARE(verdict().reason, u"recipient_removed"_s);
}

void TestMailCheck::aRecipientWhoSeesLessIsNotTold_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("gone") << u"DELETE FROM users WHERE id = ?"_s;
    QTest::newRow("disabled") << u"UPDATE users SET enabled = 0 WHERE id = ?"_s;
    QTest::newRow("without a role") << u"DELETE FROM role_assignments WHERE user_id = ?"_s;
    QTest::newRow("in a part") << u"UPDATE role_assignments SET domain_id ="
                                  " (SELECT id FROM domains WHERE path = '/Sales') WHERE user_id = ?"_s;
}

void TestMailCheck::aRecipientWhoSeesLessIsNotTold()
{
    QFETCH(QString, change);
    m_desk->makeDomain(u"Sales"_s);
    notify();
    m_desk->change(change, {m_anna});
    QCOMPARE(verdict().recipients, QStringList {u"it@example.com"_s});
    QCOMPARE(verdict().reason, u"recipient_right_lost"_s);
}

void TestMailCheck::aReportIsSentWithTheRightsThatItWasMadeWith_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("reason");
    QTest::newRow("gone") << u"DELETE FROM users WHERE id = ?"_s << u"owner_gone"_s;
    QTest::newRow("disabled") << u"UPDATE users SET enabled = 0 WHERE id = ?"_s << u"owner_disabled"_s;
    QTest::newRow("without the right")
        << u"DELETE FROM role_assignments WHERE user_id = ?"_s << u"right_lost"_s;
    QTest::newRow("in a part") << u"UPDATE role_assignments SET domain_id ="
                                  " (SELECT id FROM domains WHERE path = '/Sales') WHERE user_id = ?"_s
                               << u"right_lost"_s;
    QTest::newRow("report removed") << u"DELETE FROM saved_reports WHERE owner_id = ?"_s
                                    << u"report_removed"_s;
    QTest::newRow("run removed") << u"DELETE FROM report_jobs WHERE owner_id = ?"_s << u"report_removed"_s;
}

void TestMailCheck::aReportIsSentWithTheRightsThatItWasMadeWith()
{
    QFETCH(QString, change);
    QFETCH(QString, reason);
    m_desk->makeDomain(u"Sales"_s);
    report();
    QCOMPARE(verdict().recipients, (QStringList {u"audit@example.com"_s, u"anna@example.com"_s}));
    m_desk->change(change, {m_anna});
    QCOMPARE(verdict().recipients, QStringList {});
    QCOMPARE(verdict().reason, reason);
}

void TestMailCheck::aReportGoesNowhereElse()
{
    report();
    QCOMPARE(verdict({u"elsewhere.org"_s}).recipients, QStringList {});
    m_desk->change(u"UPDATE saved_reports SET plan ="
                   " json_set(plan, '$.recipients', json_array('audit@example.com'))"_s);
    QCOMPARE(verdict().recipients, QStringList {u"audit@example.com"_s});
    QCOMPARE(verdict().reason, u"recipient_removed"_s);
}

QTEST_GUILESS_MAIN(TestMailCheck)
#include "tst_mail_check.moc"
