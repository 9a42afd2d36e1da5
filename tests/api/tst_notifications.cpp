// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/mail_facts.h"
#include "services/authentication/api/notification_watch.h"
#include "services/authentication/api/surroundings.h"
#include "services/authentication/store/backup_note.h"
#include "services/authentication/store/mail_queue.h"
#include "tests/api/help_desk.h"

#include <QJsonArray>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using authentication::MailFacts;
using authentication::ServiceSignals;
using authentication::Surroundings;
using holdfast::testing::ApiAnswer;
using holdfast::testing::ApiFixtureOptions;
using holdfast::testing::HelpDesk;

class TestNotifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sent.clear();
        m_refusal.reset();
        m_whileSending = nullptr;
        m_anchorFault.clear();
        m_syslog = true;
        m_mail = {.server = u"mail.example.com:587"_s,
                  .sender = u"holdfast@example.com"_s,
                  .reportDomains = {},
                  .send = [this](const authentication::MailMessage& message) -> contract::Result<void> {
                      m_sent.push_back(message);
                      if (m_whileSending) {
                          m_whileSending();
                      }
                      return m_refusal ? contract::Result<void>(contract::Unexpected(*m_refusal))
                                       : contract::Result<void>();
                  }};
        m_signals = {[this] { return m_anchorFault; },
                     [this] {
                         return m_syslog;
                     }};
        ApiFixtureOptions options;
        options.mail = &m_mail;
        options.signals = &m_signals;
        m_desk = std::make_unique<HelpDesk>(options);
    }
    void cleanup() { m_desk.reset(); }

    void allIsWellAtFirst();
    void expiringTokensAreToldOnceAndCloseThemselves();
    void aMassLockoutStaysUntilItsAccountsAreOpen();
    void aFailedReportIsItsOwnersMatter();
    void whatGoesOnBehindIsTold();
    void theRecipientsAreToldAtOnceAndOnceADay();
    void whatComesAndGoesIsNotToldEveryTime();
    void whatComesAndGoesIsOneNotification();
    void nothingIsWrittenWhenNobodyIsToBeTold();
    void everybodySeesWhatTheirRightsAllow();
    void settingsAreCheckedAndKept();
    void aTestMailTellsHowItWent();
    void oneTestMailIsUnderWayAtATime();
    void aTestMailIsAKeyAction();
    void theMailServersWordsAreForWhoeverLooksAfterIt();
    void aBackupThatIsOldIsToldAndANewServiceIsSpared();

private:
    void look() { authentication::lookAfterNotifications(m_desk->context(), m_desk->clock.now()); }
    // What does not hold any more closes after a while.
    void lookUntilItCloses()
    {
        look();
        m_desk->clock.advance(5min);
        look();
    }
    QStringList kinds(const QByteArray& token = {}, const QString& query = {})
    {
        QStringList found;
        const QByteArray session = token.isEmpty() ? m_desk->sessionOf(m_desk->adminId()) : token;
        const QJsonArray items = m_desk->call("GET", u"/api/v1/notifications"_s + query, {}, session).items();
        for (const auto& item : items) {
            found << item[u"kind"].toString();
        }
        return found;
    }
    void lock(int people)
    {
        for (int i = 0; i < people; ++i) {
            const qint64 id = m_desk->makeUser(u"victim%1"_s.arg(i));
            m_desk->change(u"UPDATE users SET locked_at = ? WHERE id = ?"_s,
                           {contract::toMilliseconds(m_desk->clock.now()), id});
        }
    }
    std::size_t waiting()
    {
        return static_cast<std::size_t>(m_desk->database().read(
            [](storage::Connection& connection) { return authentication::mailQueue::count(connection); }));
    }
    void setRecipients(const QStringList& recipients)
    {
        QJsonObject settings = m_desk->get(u"/settings/notifications"_s).json;
        settings.insert(u"recipients"_s, QJsonArray::fromStringList(recipients));
        QCOMPARE(m_desk->put(u"/settings/notifications"_s, settings).status, 200);
    }

    std::vector<authentication::MailMessage> m_sent;
    std::optional<contract::Error> m_refusal;
    std::function<void()> m_whileSending;
    QString m_anchorFault;
    bool m_syslog = true;
    MailFacts m_mail;
    ServiceSignals m_signals;
    std::unique_ptr<HelpDesk> m_desk;
};

void TestNotifications::allIsWellAtFirst()
{
    look();
    QCOMPARE(kinds(), QStringList {});
    QCOMPARE(m_desk->events(u"NOTIFICATION_RAISED"_s).size(), std::size_t {0});
}

void TestNotifications::expiringTokensAreToldOnceAndCloseThemselves()
{
    const qint64 anna = m_desk->makeUser(u"anna"_s);
    m_desk->assign(m_desk->addToken(u"T1"_s, {.expiresAt = m_desk->clock.now() + 24h * 10}), anna);
    m_desk->addToken(u"T2"_s, {.expiresAt = m_desk->clock.now() + 24h * 10}); // nobody's
    look();
    look();
    QCOMPARE(kinds(), QStringList {u"tokensExpiring"_s});
    QCOMPARE(m_desk->events(u"NOTIFICATION_RAISED"_s).size(), std::size_t {1});
    const QJsonObject one = m_desk->get(u"/notifications"_s).items()[0].toObject();
    QCOMPARE(one[u"severity"].toString(), u"warning"_s);
    QCOMPARE(one[u"detail"][u"count"].toInt(), 1);
    QCOMPARE(one[u"sentence"].toString(), u"1 assigned tokens end within 14 days."_s);
    m_desk->assign(m_desk->addToken(u"T3"_s, {.expiresAt = m_desk->clock.now() + 24h * 11}), anna);
    look();
    QCOMPARE(m_desk->get(u"/notifications"_s).items()[0][u"detail"][u"count"].toInt(), 2); // the same one
    QCOMPARE(m_desk->events(u"NOTIFICATION_RAISED"_s).size(), std::size_t {1});
    m_desk->clock.advance(24h * 20); // they have ended
    lookUntilItCloses();
    QCOMPARE(kinds(), QStringList {});
    QCOMPARE(kinds({}, u"?closed=true"_s), QStringList {u"tokensExpiring"_s});
    QCOMPARE(m_desk->events(u"NOTIFICATION_CLOSED"_s).size(), std::size_t {1});
}

void TestNotifications::aMassLockoutStaysUntilItsAccountsAreOpen()
{
    lock(9);
    look();
    QCOMPARE(kinds(), QStringList {});
    m_desk->clock.advance(11min); // those are of another quarter of an hour
    const qint64 tenth = m_desk->makeUser(u"tenth"_s);
    m_desk->change(u"UPDATE users SET locked_at = ? WHERE id = ?"_s,
                   {contract::toMilliseconds(m_desk->clock.now()), tenth});
    look();
    QCOMPARE(kinds(), QStringList {});
    m_desk->change(u"UPDATE users SET locked_at = ? WHERE locked_at IS NOT NULL"_s,
                   {contract::toMilliseconds(m_desk->clock.now())});
    look();
    QCOMPARE(kinds(), QStringList {u"massLockout"_s});
    m_desk->clock.advance(2h);
    look();
    QCOMPARE(kinds(), QStringList {u"massLockout"_s});
    m_desk->change(u"UPDATE users SET locked_at = NULL WHERE name = 'tenth'"_s);
    lookUntilItCloses();
    QCOMPARE(kinds(), QStringList {});
}

void TestNotifications::aFailedReportIsItsOwnersMatter()
{
    const QByteArray auditor = m_desk->sessionWithRole(contract::Role::Auditor, u"/"_s);
    const QByteArray other = m_desk->sessionWithRole(contract::Role::Auditor, u"/"_s);
    const QByteArray body = R"({"name":"Mine","template":"all-users"})";
    QCOMPARE(m_desk->call("POST", u"/api/v1/saved-reports"_s, body, auditor).status, 201);
    m_desk->change(
        u"INSERT INTO report_jobs (saved_report_id, owner_id, owner, plan, scheduled, state, reason,"
        " detail, created_at) SELECT id, owner_id, owner, plan, 0, 'failed', 'disk_low', 'No room.', 0"
        " FROM saved_reports"_s);
    look();
    QCOMPARE(kinds(auditor), QStringList {u"reportFailed"_s});
    QCOMPARE(kinds(other), QStringList {});
    QCOMPARE(kinds(), QStringList {u"reportFailed"_s}); // looks after the service
    m_desk->change(u"INSERT INTO report_jobs (saved_report_id, owner_id, owner, plan, scheduled, state,"
                   " created_at) SELECT id, owner_id, owner, plan, 0, 'finished', 0 FROM saved_reports"_s);
    lookUntilItCloses();
    QCOMPARE(kinds(auditor), QStringList {});
}

void TestNotifications::whatGoesOnBehindIsTold()
{
    m_anchorFault = u"The share is gone."_s;
    m_syslog = false;
    look();
    QCOMPARE(kinds(), (QStringList {u"anchorFailing"_s, u"syslogUnreachable"_s})); // the worst first
    m_anchorFault.clear();
    m_syslog = true;
    lookUntilItCloses();
    QCOMPARE(kinds(), QStringList {});
}

void TestNotifications::theRecipientsAreToldAtOnceAndOnceADay()
{
    lock(12);
    look();
    QCOMPARE(waiting(), std::size_t {0}); // nobody is named
    setRecipients({u"it@example.com"_s});
    look();
    look();
    QCOMPARE(waiting(), std::size_t {1});
    const auto mail = m_desk->database().read(
        [](storage::Connection& connection) { return authentication::mailQueue::oldest(connection); });
    QCOMPARE(mail->message.recipients, QStringList {u"it@example.com"_s});
    QVERIFY(mail->message.subject.contains(u"critical"_s));
    QVERIFY(mail->message.body.contains(u"12 accounts were locked within 10 minutes."_s));
    m_desk->clock.advance(23h);
    look();
    QCOMPARE(waiting(), std::size_t {1});
    m_desk->clock.advance(1h);
    m_desk->change(u"UPDATE users SET locked_at = ? WHERE locked_at IS NOT NULL"_s,
                   {contract::toMilliseconds(m_desk->clock.now())});
    look();
    QCOMPARE(waiting(), std::size_t {2});
}

void TestNotifications::whatComesAndGoesIsNotToldEveryTime()
{
    setRecipients({u"it@example.com"_s});
    const auto comeAnew = [&] {
        m_syslog = true;
        lookUntilItCloses();
        m_syslog = false;
        look();
    };
    m_syslog = false;
    look();
    QCOMPARE(waiting(), std::size_t {1});
    comeAnew();
    comeAnew();
    QCOMPARE(waiting(), std::size_t {1});
    m_desk->clock.advance(1h);
    look(); // it has come back and stayed
    comeAnew();
    QCOMPARE(waiting(), std::size_t {2});
    QCOMPARE(m_desk->events(u"NOTIFICATION_RAISED"_s).size(), std::size_t {4});
}

void TestNotifications::whatComesAndGoesIsOneNotification()
{
    setRecipients({u"it@example.com"_s});
    for (int round = 0; round < 20; ++round) {
        m_syslog = !m_syslog;
        look();
        m_desk->clock.advance(4min);
    }
    QCOMPARE(m_desk->events(u"NOTIFICATION_RAISED"_s).size(), std::size_t {1});
    QCOMPARE(m_desk->events(u"NOTIFICATION_CLOSED"_s).size(), std::size_t {0});
    QCOMPARE(waiting(), std::size_t {1});
    m_syslog = true;
    look();
    QCOMPARE(kinds(), QStringList {u"syslogUnreachable"_s});
    const contract::Timestamp over = m_desk->clock.now() - 4min; // since the last look
    const quint64 before = m_desk->database().figures().works;
    look();
    QCOMPARE(m_desk->database().figures().works, before); // that it is gone is written once
    m_desk->clock.advance(25h);
    look();
    QCOMPARE(waiting(), std::size_t {1}); // nobody is told of it once more
    QCOMPARE(kinds(), QStringList {});
    QCOMPARE(m_desk->events(u"NOTIFICATION_CLOSED"_s).size(), std::size_t {1});
    const QJsonObject closed =
        m_desk->call("GET", u"/api/v1/notifications?closed=true"_s, {}, m_desk->sessionOf(m_desk->adminId()))
            .items()[0]
            .toObject();
    QCOMPARE(closed[u"closedAt"].toString(), contract::toRfc3339(over)); // when it was over
}

void TestNotifications::nothingIsWrittenWhenNobodyIsToBeTold()
{
    m_syslog = false;
    look();
    const quint64 before = m_desk->database().figures().works;
    look();
    QCOMPARE(m_desk->database().figures().works, before);
}

void TestNotifications::everybodySeesWhatTheirRightsAllow()
{
    m_desk->makeDomain(u"Sales"_s);
    lock(12);
    m_anchorFault = u"The share is gone."_s;
    look();
    QCOMPARE(kinds(), (QStringList {u"anchorFailing"_s, u"massLockout"_s}));
    QCOMPARE(kinds(m_desk->sessionWithRole(contract::Role::HelpDesk)), QStringList {u"massLockout"_s});
    QCOMPARE(kinds(m_desk->sessionWithRole(contract::Role::HelpDesk, u"/Sales"_s)), QStringList {});
    const QByteArray helpDesk = m_desk->sessionWithRole(contract::Role::HelpDesk);
    QCOMPARE(m_desk->call("GET", u"/api/v1/settings/notifications"_s, {}, helpDesk).status, 403);
    QCOMPARE(m_desk->call("POST", u"/api/v1/notifications/test-mail"_s, "{}", helpDesk).status, 403);
}

void TestNotifications::settingsAreCheckedAndKept()
{
    const QJsonObject usual = m_desk->get(u"/settings/notifications"_s).json;
    QCOMPARE(usual[u"expiringDays"].toInt(), 14);
    const auto with = [&](const QString& name, const QJsonValue& value) {
        QJsonObject changed = usual;
        changed.insert(name, value);
        return changed;
    };
    const QString path = u"/settings/notifications"_s;
    QCOMPARE(m_desk->put(path, with(u"expiringDays"_s, -1)).status, 400);
    QCOMPARE(m_desk->put(path, with(u"keepResultsDays"_s, 0)).status, 400);
    const ApiAnswer wrong =
        m_desk->put(path, with(u"recipients"_s, QJsonArray {u"ok@example.com"_s, u"no"_s}));
    QCOMPARE(wrong.status, 400);
    QVERIFY(wrong.body.contains("recipients[1]"));
    const ApiAnswer kept = m_desk->put(path, with(u"lockoutAccounts"_s, 3));
    QCOMPARE(kept.status, 200);
    QCOMPARE(kept.json[u"version"].toInt(), 2);
    QCOMPARE(m_desk->put(path, usual, "\"1\"").code(), u"stale_version"_s);
    QCOMPARE(m_desk->events(u"UPDATE_NOTIFICATION_SETTINGS"_s).size(), std::size_t {1});
    lock(3);
    look();
    QCOMPARE(kinds(), QStringList {u"massLockout"_s});
}

void TestNotifications::aTestMailTellsHowItWent()
{
    const QString path = u"/notifications/test-mail"_s;
    QCOMPARE(m_desk->post(path, {{u"recipients"_s, QJsonArray {}}}).status, 400); // nobody is named anywhere
    QCOMPARE(m_desk->post(path, {{u"recipients"_s, QJsonArray {u"it@example.com"_s}}}).status, 204);
    QCOMPARE(m_sent.size(), std::size_t {1});
    QCOMPARE(m_sent[0].recipients, QStringList {u"it@example.com"_s});
    m_refusal = contract::Error {contract::ErrorKind::Unavailable, u"mail_sign_in"_s, u"No."_s};
    QCOMPARE(m_desk->post(path, {{u"recipients"_s, QJsonArray {u"it@example.com"_s}}}).code(),
             u"mail_sign_in"_s);
    const auto events = m_desk->events(u"SEND_TEST_MAIL"_s);
    QCOMPARE(events.size(), std::size_t {2});
    QCOMPARE(events[1].result, contract::EventResult::Failure);
    QVERIFY(m_desk->get(u"/mail"_s).json[u"configured"].toBool());
}

void TestNotifications::oneTestMailIsUnderWayAtATime()
{
    const QJsonObject body {{u"recipients"_s, QJsonArray {u"it@example.com"_s}}};
    ApiAnswer second;
    m_whileSending = [&] {
        second = m_desk->post(u"/notifications/test-mail"_s, body);
    };
    QCOMPARE(m_desk->post(u"/notifications/test-mail"_s, body).status, 204);
    QCOMPARE(second.status, 429);
    QCOMPARE(second.code(), u"test_mail_under_way"_s);
    m_whileSending = nullptr;
    QCOMPARE(m_desk->post(u"/notifications/test-mail"_s, body).status, 204);
    QCOMPARE(m_sent.size(), std::size_t {2});
}

void TestNotifications::aTestMailIsAKeyAction()
{
    m_desk->clock.advance(16min);
    const QJsonObject body {{u"recipients"_s, QJsonArray {u"it@example.com"_s}}};
    QCOMPARE(m_desk->post(u"/notifications/test-mail"_s, body).code(), u"reauthentication_required"_s);
    QCOMPARE(m_sent.size(), std::size_t {0});
}

void TestNotifications::theMailServersWordsAreForWhoeverLooksAfterIt()
{
    m_desk->database().writeAndWait([&](storage::Connection& connection) {
        QVERIFY(authentication::mailQueue::add(connection, {}, m_desk->clock.now()));
    });
    m_desk->change(u"UPDATE mail_queue SET last_error = '550 <boss@example.com>: unknown'"_s);
    QVERIFY(m_desk->get(u"/mail"_s).body.contains("boss@example.com"));
    const QByteArray auditor = m_desk->sessionWithRole(contract::Role::Auditor);
    const ApiAnswer seen = m_desk->call("GET", u"/api/v1/mail"_s, {}, auditor);
    QVERIFY(seen.json[u"configured"].toBool());
    QCOMPARE(seen.json[u"waiting"].toInt(), 0);
    QVERIFY(!seen.body.contains("example.com"));
}

void TestNotifications::aBackupThatIsOldIsToldAndANewServiceIsSpared()
{
    const QTemporaryDir folder;
    Surroundings around;
    around.dataDirectory = folder.path();
    around.databaseFile = folder.filePath(u"holdfast.db"_s);
    around.backupNoteFile = folder.filePath(u"last-backup.json"_s);
    ApiFixtureOptions options;
    options.surroundings = &around;
    m_desk = std::make_unique<HelpDesk>(options);
    m_desk->database().writeAndWait([&](storage::Connection& connection) {
        contract::Event event;
        event.at = m_desk->clock.now();
        event.key = u"SERVICE_INITIALISED"_s;
        m_desk->eventLog().append(connection, event);
    });
    look();
    QVERIFY(!kinds().contains(u"backup"_s));
    m_desk->clock.advance(24h * 8);
    look();
    QVERIFY(kinds().contains(u"backup"_s)); // a week, and none was ever made
    QVERIFY(
        authentication::writeBackupNote(around.backupNoteFile, {m_desk->clock.now(), u"/backup/x"_s, 1, 1}));
    lookUntilItCloses();
    QVERIFY(!kinds().contains(u"backup"_s));
    m_desk->clock.advance(24h * 8);
    look();
    QVERIFY(kinds().contains(u"backup"_s));
}

QTEST_GUILESS_MAIN(TestNotifications)
#include "tst_notifications.moc"
