// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/mail_facts.h"
#include "services/authentication/api/surroundings.h"
#include "services/authentication/store/mail_queue.h"
#include "services/authentication/store/report_jobs.h"
#include "tests/api/help_desk.h"
#include "tests/support/sanitizer.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using authentication::MailFacts;
using authentication::Surroundings;
using holdfast::testing::ApiAnswer;
using holdfast::testing::ApiFixtureOptions;
using holdfast::testing::HelpDesk;

// Saved reports and their runs, over REST, with a folder for results.
class TestReportJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_around = {};
        m_around.dataDirectory = m_folder->path();
        m_around.databaseFile = m_folder->filePath(u"holdfast.db"_s);
        m_mail = {.server = u"127.0.0.1:25"_s,
                  .sender = u"holdfast@example.com"_s,
                  .reportDomains = {u"example.com"_s},
                  .send = [](const authentication::MailMessage&) {
                      return contract::Result<void>();
                  }};
        start();
    }
    void cleanup() { m_desk.reset(); }

    void aSavedReportIsReadChangedAndDeleted();
    void whatCannotRunIsNotSaved_data();
    void whatCannotRunIsNotSaved();
    void aRunLeavesAPrivateFileThatIsFetched();
    void everyFormatIsKeptAsItIsStreamed_data();
    void everyFormatIsKeptAsItIsStreamed();
    void aRunHasTheRightsOfItsOwnerAtThatMoment();
    void aResultIsFetchedOnlyWithTheRightsThatItWasMadeWith();
    void aRunWhoseOwnerIsGoneFailsWithAReason_data();
    void aRunWhoseOwnerIsGoneFailsWithAReason();
    void whatIsDueRunsOnceHoweverOftenItWasMissed();
    void theResultOfAScheduledRunIsMailed();
    void aResultThatTheQueueDoesNotTakeIsTold();
    void anInterruptedRunBeginsAnewAtTheNextStart();
    void resultsAreRemovedAfterTheirTime();
    void nobodySeesWhatOthersHaveSaved();
    void aMillionRowsWouldFit();

private:
    void start()
    {
        ApiFixtureOptions options;
        options.surroundings = &m_around;
        options.mail = &m_mail;
        m_desk = std::make_unique<HelpDesk>(options);
    }
    ApiAnswer save(QJsonObject changes = {}, const QByteArray& token = {})
    {
        QJsonObject body {{u"name"_s, u"People"_s}, {u"template"_s, u"all-users"_s}};
        for (auto it = changes.begin(); it != changes.end(); ++it) {
            body.insert(it.key(), it.value());
        }
        return m_desk->call("POST", u"/api/v1/saved-reports"_s,
                            QJsonDocument(body).toJson(QJsonDocument::Compact),
                            token.isEmpty() ? m_desk->adminToken() : token);
    }
    QJsonObject runAndWait(const QString& id)
    {
        const ApiAnswer begun = m_desk->post(u"/saved-reports/%1/run"_s.arg(id));
        if (begun.status != 202) {
            return begun.json;
        }
        return wait(begun.text("id"));
    }
    QJsonObject wait(const QString& job)
    {
        QJsonObject now;
        (void)QTest::qWaitFor(
            [&] {
                now = m_desk->get(u"/report-jobs/"_s + job).json;
                const QString state = now[u"state"].toString();
                return state == u"finished" || state == u"failed";
            },
            20'000);
        return now;
    }
    // After the clock has moved, which ends sessions.
    ApiAnswer getAnew(const QString& path)
    {
        return m_desk->call("GET", u"/api/v1"_s + path, {}, m_desk->sessionOf(m_desk->adminId()));
    }
    QStringList files() const
    {
        return QDir(m_folder->filePath(u"reports"_s)).entryList(QDir::Files, QDir::Name);
    }
    Surroundings m_around;
    MailFacts m_mail;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HelpDesk> m_desk;
};

void TestReportJobs::aSavedReportIsReadChangedAndDeleted()
{
    const ApiAnswer made =
        save({{u"columns"_s, QJsonArray {u"name"_s, u"status"_s}},
              {u"filters"_s, QJsonArray {QJsonObject {{u"name"_s, u"filter"_s}, {u"value"_s, u"adm"_s}}}},
              {u"schedule"_s, u"weekly"_s},
              {u"weekday"_s, 5},
              {u"hour"_s, 6}});
    QCOMPARE(made.status, 201);
    QCOMPARE(made.text("owner"), u"admin"_s);
    QCOMPARE(made.text("nextAt"), u"2026-06-05T06:00:00.000Z"_s); // tests run in UTC
    const QString path = u"/saved-reports/"_s + made.text("id");
    QCOMPARE(m_desk->get(u"/saved-reports"_s).items().size(), 1);
    QCOMPARE(m_desk->get(path).json[u"columns"].toArray().size(), 2);
    QCOMPARE(save().code(), u"report_name_taken"_s);
    const ApiAnswer changed =
        m_desk->put(path, {{u"name"_s, u"Everybody"_s}, {u"template"_s, u"all-users"_s}});
    QCOMPARE(changed.status, 200);
    QVERIFY(!changed.json.contains(u"nextAt"_s));
    QCOMPARE(m_desk->put(path, {{u"name"_s, u"X"_s}, {u"template"_s, u"all-users"_s}}, "\"1\"").code(),
             u"stale_version"_s);
    QCOMPARE(m_desk->remove(path).status, 204);
    QCOMPARE(m_desk->get(path).code(), u"saved_report_unknown"_s);
    QCOMPARE(m_desk->events(u"CREATE_SAVED_REPORT"_s).size(), std::size_t {1});
    QCOMPARE(m_desk->events(u"DELETE_SAVED_REPORT"_s).back().detail[u"saved"].toString(), u"Everybody"_s);
}

void TestReportJobs::whatCannotRunIsNotSaved_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<int>("status");
    const auto filter = [](const QString& name, const QString& value) {
        return QJsonObject {
            {u"filters"_s, QJsonArray {QJsonObject {{u"name"_s, name}, {u"value"_s, value}}}}};
    };
    QTest::newRow("unknown report") << QJsonObject {{u"template"_s, u"salaries"_s}} << 404;
    QTest::newRow("unknown column") << QJsonObject {{u"columns"_s, QJsonArray {u"salary"_s}}} << 400;
    QTest::newRow("parameter of another") << filter(u"days"_s, u"7"_s) << 400;
    QTest::newRow("wrong value") << filter(u"filter"_s, u"shoe:42"_s) << 400;
    QTest::newRow("a shape as a filter") << filter(u"format"_s, u"html"_s) << 400;
    QTest::newRow("blank name") << QJsonObject {{u"name"_s, u"  "_s}} << 400;
    QTest::newRow("no such hour") << QJsonObject {{u"hour"_s, 24}} << 400;
    QTest::newRow("no address") << QJsonObject {{u"recipients"_s, QJsonArray {u"a b@example.com"_s}}} << 400;
    QTest::newRow("header in an address")
        << QJsonObject {{u"recipients"_s, QJsonArray {u"a@example.com\r\nBcc: b@x.org"_s}}} << 400;
    QTest::newRow("domain that is not allowed")
        << QJsonObject {{u"recipients"_s, QJsonArray {u"a@elsewhere.org"_s}}} << 400;
}

void TestReportJobs::whatCannotRunIsNotSaved()
{
    QFETCH(QJsonObject, change);
    QFETCH(int, status);
    QCOMPARE(save(change).status, status);
    QCOMPARE(m_desk->get(u"/saved-reports"_s).items().size(), 0);
}

void TestReportJobs::aRunLeavesAPrivateFileThatIsFetched()
{
    const ApiAnswer saved = save({{u"columns"_s, QJsonArray {u"name"_s, u"tokens"_s}}});
    const QJsonObject job = runAndWait(saved.text("id"));
    QCOMPARE(job[u"state"].toString(), u"finished"_s);
    QCOMPARE(job[u"rows"].toInt(), 1);
    QVERIFY(job[u"available"].toBool());
    QCOMPARE(job[u"keptUntil"].toString(), u"2026-06-15T08:00:00.000Z"_s);
    const QString name = job[u"id"].toString() + u".csv"_s;
    QCOMPARE(files(), QStringList {name});
    const auto permissions = QFile::permissions(m_folder->filePath(u"reports/"_s + name));
    QVERIFY(!(permissions & QFileDevice::Permissions(0x0077)));
    const ApiAnswer result = m_desk->get(u"/report-jobs/%1/result"_s.arg(job[u"id"].toString()));
    QCOMPARE(result.status, 200);
    QCOMPARE(result.body, QByteArray("name,tokens\r\nadmin,0\r\n"));
    QVERIFY(result.headers.value("content-disposition").contains("all-users-"));
    QCOMPARE(m_desk->events(u"RUN_REPORT"_s).size(), std::size_t {1});
    QCOMPARE(m_desk->events(u"FETCH_REPORT_RESULT"_s).size(), std::size_t {1});
    QCOMPARE(m_desk->remove(u"/report-jobs/"_s + job[u"id"].toString()).status, 204);
    QCOMPARE(files(), QStringList {});
}

void TestReportJobs::everyFormatIsKeptAsItIsStreamed_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("CSV") << u"csv"_s;
    QTest::newRow("JSON lines") << u"jsonl"_s;
    QTest::newRow("HTML") << u"html"_s;
}

void TestReportJobs::everyFormatIsKeptAsItIsStreamed()
{
    QFETCH(QString, format);
    QCOMPARE(m_desk->post(u"/users"_s, {{u"name"_s, u"=eve"_s}}).status, 201);
    const ApiAnswer saved = save({{u"format"_s, format}});
    const QJsonObject job = runAndWait(saved.text("id"));
    const ApiAnswer kept = m_desk->get(u"/report-jobs/%1/result"_s.arg(job[u"id"].toString()));
    const ApiAnswer streamed = m_desk->get(u"/reports/all-users?format="_s + format);
    QCOMPARE(kept.status, 200);
    QCOMPARE(kept.body, streamed.body);
    QCOMPARE(kept.headers.value("content-type"), streamed.headers.value("content-type"));
}

void TestReportJobs::aRunHasTheRightsOfItsOwnerAtThatMoment()
{
    m_desk->makeDomain(u"Sales"_s);
    m_desk->makeUser(u"seller"_s, u"/Sales"_s);
    const ApiAnswer saved = save({{u"columns"_s, QJsonArray {u"name"_s}}});
    QCOMPARE(runAndWait(saved.text("id"))[u"rows"].toInt(), 2);
    m_desk->setRoles(m_desk->adminId(), {{contract::Role::Auditor, u"/Sales"_s}});
    QCOMPARE(runAndWait(saved.text("id"))[u"rows"].toInt(), 1); // now it is seller alone
}

void TestReportJobs::aResultIsFetchedOnlyWithTheRightsThatItWasMadeWith()
{
    m_desk->makeDomain(u"Sales"_s);
    const QString job = runAndWait(save().text("id"))[u"id"].toString();
    const QString result = u"/report-jobs/%1/result"_s.arg(job);
    const auto codeAs = [&](contract::Role role, const QString& domain) {
        m_desk->setRoles(m_desk->adminId(), {{role, domain}});
        return getAnew(result).code();
    };
    QCOMPARE(codeAs(contract::Role::SuperAdministrator, u"/Sales"_s), u"result_out_of_reach"_s);
    QCOMPARE(codeAs(contract::Role::DomainAdministrator, u"/"_s), u"result_out_of_reach"_s);
    m_desk->setRoles(m_desk->adminId(), {{contract::Role::SuperAdministrator, u"/"_s}});
    QCOMPARE(getAnew(result).status, 200);
}

void TestReportJobs::aRunWhoseOwnerIsGoneFailsWithAReason_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("reason");
    QTest::newRow("gone") << u"DELETE FROM users WHERE id = ?"_s << u"owner_gone"_s;
    QTest::newRow("disabled") << u"UPDATE users SET enabled = 0 WHERE id = ?"_s << u"owner_disabled"_s;
    QTest::newRow("without the right")
        << u"DELETE FROM role_assignments WHERE user_id = ?"_s << u"right_lost"_s;
}

void TestReportJobs::aRunWhoseOwnerIsGoneFailsWithAReason()
{
    QFETCH(QString, change);
    QFETCH(QString, reason);
    const QByteArray auditor = m_desk->sessionWithRole(contract::Role::Auditor);
    QCOMPARE(save({{u"schedule"_s, u"daily"_s}}, auditor).status, 201);
    const qint64 owner = m_desk->database().read([](storage::Connection& connection) {
        auto rows = connection.select(u"SELECT owner_id FROM saved_reports"_s);
        return rows.next() ? rows.integer(0) : 0;
    });
    m_desk->change(change, {owner});
    m_desk->clock.advance(std::chrono::hours(24));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->events(u"REPORT_FAILED"_s).size(), std::size_t {1}, 20'000);
    QCOMPARE(m_desk->events(u"REPORT_FAILED"_s).front().reason, reason);
    const QJsonArray jobs = getAnew(u"/report-jobs?everybody=true"_s).items();
    QCOMPARE(jobs.size(), 1);
    QCOMPARE(jobs[0][u"reason"].toString(), reason);
    QVERIFY(!jobs[0][u"detail"].toString().isEmpty());
    QCOMPARE(files(), QStringList {});
}

void TestReportJobs::whatIsDueRunsOnceHoweverOftenItWasMissed()
{
    const ApiAnswer saved = save({{u"schedule"_s, u"daily"_s}, {u"hour"_s, 9}});
    QCOMPARE(saved.text("nextAt"), u"2026-06-01T09:00:00.000Z"_s);
    m_desk->clock.advance(std::chrono::hours(24 * 10));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->events(u"RUN_REPORT"_s).size(), std::size_t {1}, 20'000);
    QCOMPARE(getAnew(u"/saved-reports/"_s + saved.text("id")).text("nextAt"), u"2026-06-11T09:00:00.000Z"_s);
    QVERIFY(getAnew(u"/report-jobs?everybody=true"_s).items()[0][u"scheduled"].toBool());
}

void TestReportJobs::theResultOfAScheduledRunIsMailed()
{
    QCOMPARE(save({{u"schedule"_s, u"daily"_s},
                   {u"hour"_s, 9},
                   {u"recipients"_s, QJsonArray {u"audit@example.com"_s, u"desk@EXAMPLE.com"_s}}})
                 .status,
             201);
    m_mail.reportDomains = {u"example.com"_s};
    m_desk->clock.advance(std::chrono::hours(2));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->events(u"RUN_REPORT"_s).size(), std::size_t {1}, 20'000);
    const auto mail = m_desk->database().read(
        [](storage::Connection& connection) { return authentication::mailQueue::oldest(connection); });
    QVERIFY(mail);
    QCOMPARE(mail->message.recipients, (QStringList {u"audit@example.com"_s, u"desk@EXAMPLE.com"_s}));
    QVERIFY(mail->message.subject.contains(u"People"_s));
    QVERIFY(QFile::exists(mail->message.attachment));
}

void TestReportJobs::aResultThatTheQueueDoesNotTakeIsTold()
{
    QCOMPARE(save({{u"schedule"_s, u"daily"_s}, {u"recipients"_s, QJsonArray {u"a@example.com"_s}}}).status,
             201);
    m_desk->database().writeAndWait([&](storage::Connection& connection) {
        while (authentication::mailQueue::add(connection, {}, m_desk->clock.now())) { }
    });
    m_desk->clock.advance(std::chrono::hours(24));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->events(u"RUN_REPORT"_s).size(), std::size_t {1}, 20'000);
    QCOMPARE(m_desk->events(u"RUN_REPORT"_s).front().reason, u"mail_queue_full"_s);
}

void TestReportJobs::anInterruptedRunBeginsAnewAtTheNextStart()
{
    const ApiAnswer saved = save();
    // As a crash leaves it: running, with half a file.
    m_desk->change(
        u"INSERT INTO report_jobs (saved_report_id, owner_id, owner, plan, scheduled, state, attempts,"
        " created_at) SELECT id, owner_id, owner, plan, 0, 'running', 1, 0 FROM saved_reports"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->events(u"RUN_REPORT"_s).size(), std::size_t {1}, 20'000);
    const QJsonObject job = m_desk->get(u"/report-jobs"_s).items()[0].toObject();
    QCOMPARE(job[u"state"].toString(), u"finished"_s);
    QVERIFY(job[u"available"].toBool());
    // One that ends the service each time is given up.
    m_desk->change(
        u"INSERT INTO report_jobs (saved_report_id, owner_id, owner, plan, scheduled, state, attempts,"
        " created_at) SELECT id, owner_id, owner, plan, 0, 'running', 3, 0 FROM saved_reports"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->events(u"REPORT_FAILED"_s).size(), std::size_t {1}, 20'000);
    QCOMPARE(m_desk->events(u"REPORT_FAILED"_s).front().reason, u"interrupted_too_often"_s);
}

void TestReportJobs::resultsAreRemovedAfterTheirTime()
{
    const ApiAnswer saved = save();
    const QString old = runAndWait(saved.text("id"))[u"id"].toString();
    QFile stray(m_folder->filePath(u"reports/stray.csv"_s));
    QVERIFY(stray.open(QIODevice::WriteOnly));
    stray.close();
    m_desk->clock.advance(std::chrono::hours(24 * 15));
    const QByteArray fresh = m_desk->sessionOf(m_desk->adminId()); // the old session is over
    const auto call = [&](const QByteArray& method, const QString& path) {
        return m_desk->call(method, u"/api/v1"_s + path, {}, fresh);
    };
    const QString young = call("POST", u"/saved-reports/%1/run"_s.arg(saved.text("id"))).text("id");
    QTRY_COMPARE_WITH_TIMEOUT(call("GET", u"/report-jobs/"_s + young).text("state"), u"finished"_s, 20'000);
    QTRY_COMPARE(files(), QStringList {young + u".csv"_s});
    QVERIFY(!call("GET", u"/report-jobs/"_s + old).json[u"available"].toBool());
    QCOMPARE(call("GET", u"/report-jobs/%1/result"_s.arg(old)).code(), u"result_removed"_s);
}

void TestReportJobs::nobodySeesWhatOthersHaveSaved()
{
    const QByteArray auditor = m_desk->sessionWithRole(contract::Role::Auditor);
    const QString id = save().text("id");
    const QString job = runAndWait(id)[u"id"].toString();
    const auto asAuditor = [&](const QByteArray& method, const QString& path) {
        return m_desk->call(method, u"/api/v1"_s + path, {}, auditor);
    };
    QCOMPARE(asAuditor("GET", u"/saved-reports?everybody=true"_s).items().size(), 0);
    QCOMPARE(asAuditor("GET", u"/report-jobs?everybody=true"_s).items().size(), 0);
    QCOMPARE(asAuditor("GET", u"/saved-reports/"_s + id).status, 404);
    QCOMPARE(asAuditor("POST", u"/saved-reports/%1/run"_s.arg(id)).status, 404);
    QCOMPARE(asAuditor("GET", u"/report-jobs/%1/result"_s.arg(job)).status, 404);
    // Whoever manages the service sees that it is there, and never the result.
    QCOMPARE(save({{u"name"_s, u"Theirs"_s}}, auditor).status, 201);
    QCOMPARE(m_desk->get(u"/saved-reports"_s).items().size(), 1);
    const QJsonArray all = m_desk->get(u"/saved-reports?everybody=true"_s).items();
    QCOMPARE(all.size(), 2);
    const QString theirs = all[1][u"id"].toString();
    QCOMPARE(m_desk->post(u"/saved-reports/%1/run"_s.arg(theirs)).code(), u"not_owner"_s);
    QCOMPARE(m_desk->remove(u"/saved-reports/"_s + theirs).status, 204);
}

// 200,000 rows go through in constant memory; the rows of a million are five times as many.
void TestReportJobs::aMillionRowsWouldFit()
{
    constexpr int rows = 200'000;
    m_desk->change(
        u"INSERT INTO users (name, name_key, display_name, notes, domain_id, created_at, updated_at)"
        " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
        " SELECT 'u' || i, 'u' || i, 'Person ' || i, ?, 1, 0, 0 FROM n"_s,
        {rows, QString(250, u'x')});
    const ApiAnswer saved = save({{u"format"_s, u"html"_s}});
    const ApiAnswer begun = m_desk->post(u"/saved-reports/%1/run"_s.arg(saved.text("id")));
    QCOMPARE(begun.status, 202);
    QCOMPARE(m_desk->post(u"/saved-reports/%1/run"_s.arg(saved.text("id"))).code(), u"report_running"_s);
    QJsonObject now;
    bool sawProgress = false;
    QTRY_VERIFY_WITH_TIMEOUT(
        (now = m_desk->get(u"/report-jobs/"_s + begun.text("id")).json,
         sawProgress = sawProgress || (now[u"state"].toString() == u"running" && now[u"rows"].toInt() > 0),
         now[u"state"].toString() == u"finished"),
        60'000 * testing::allowance);
    QVERIFY(sawProgress);
    QCOMPARE(now[u"rows"].toInt(), rows + 1);
    QVERIFY(now[u"bytes"].toInteger() > 60'000'000);
}

QTEST_GUILESS_MAIN(TestReportJobs)
#include "tst_report_jobs.moc"
