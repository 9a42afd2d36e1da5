// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/users.h"
#include "tests/api/help_desk.h"

#include <QJsonArray>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::Role;
using holdfast::testing::ApiAnswer;
using holdfast::testing::HelpDesk;

// What a job says before, what it does, when it refuses itself, and how it goes on.
class TestBulkJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<HelpDesk>(); }
    void cleanup() { m_desk.reset(); }

    void theListSaysWhatBecomesOfEachAndChangesNothing();
    void aJobChangesEachWithTheEventOfTheSingleAction();
    void aFilterMeansAllThatItShows();
    void whatTheRoleDoesNotReachIsLeftAlone();
    void whatCannotBeReadIsRefused_data();
    void whatCannotBeReadIsRefused();
    void theWayBackIsNoActionOfItsOwn();
    void aboveTheAgreedShareSomebodyMustOverrule();
    void theAgreedShareIsASetting();
    void tooManyFailuresStopIt();
    void anInterruptedJobGoesOn();
    void aCancelledJobIsNotBegun();
    void itemsArePagedAndByState();
    void onlyWhoMadeItSeesIt();
    void aListThatMayMovePeopleKeepsItsPlaceInScope();
    void whoSignsInWithoutTheRightBeginsNothing();

private:
    [[nodiscard]] ApiAnswer make(const QString& action, const QStringList& ids, QJsonObject more = {})
    {
        more.insert(u"action"_s, action);
        more.insert(u"ids"_s, QJsonArray::fromStringList(ids));
        return m_desk->post(u"/bulk-jobs"_s, more);
    }
    [[nodiscard]] ApiAnswer read(const ApiAnswer& job)
    {
        return m_desk->get(u"/bulk-jobs/"_s + job.text("id"));
    }
    [[nodiscard]] ApiAnswer ask(const ApiAnswer& job, const QString& what, const QJsonObject& body = {})
    {
        return m_desk->post(u"/bulk-jobs/%1/%2"_s.arg(job.text("id"), what), body);
    }
    // Until it has left this state.
    [[nodiscard]] ApiAnswer after(const ApiAnswer& job, const QString& state)
    {
        ApiAnswer now = job;
        const bool left = QTest::qWaitFor(
            [&] {
                now = read(job);
                return now.text("state") != state;
            },
            60'000);
        return left ? now : ApiAnswer {};
    }
    QStringList makeUsers(int count, const QString& prefix = u"bulk"_s)
    {
        QStringList ids;
        for (int i = 0; i < count; ++i) {
            ids << QString::number(m_desk->makeUser(u"%1-%2"_s.arg(prefix).arg(i)));
        }
        return ids;
    }
    static QJsonObject refusals(const ApiAnswer& job)
    {
        QJsonObject found;
        for (const QJsonValue& value : job.json[u"refusals"].toArray()) {
            found.insert(value[u"code"].toString(), value[u"count"].toInt());
        }
        return found;
    }
    std::unique_ptr<HelpDesk> m_desk;
};

void TestBulkJobs::theListSaysWhatBecomesOfEachAndChangesNothing()
{
    const QStringList ids = makeUsers(3);
    QCOMPARE(m_desk->post(u"/users/%1/disable"_s.arg(ids[2])).status, 200);
    const auto before = m_desk->events().size();
    const ApiAnswer job =
        make(u"disableUsers"_s,
             ids + QStringList {QString::number(m_desk->adminId()), u"999999"_s, u"no id"_s, ids[0]});
    QCOMPARE(job.status, 201);
    QCOMPARE(job.text("state"), u"ready"_s);
    QCOMPARE(job.json[u"total"].toInt(), 6); // the repeated one counts once
    QCOMPARE(job.json[u"ready"].toInt(), 2);
    QCOMPARE(job.json[u"unchanged"].toInt(), 1);
    QCOMPARE(job.json[u"refused"].toInt(), 3);
    QCOMPARE(refusals(job), (QJsonObject {{u"own_account"_s, 1}, {u"user_unknown"_s, 2}}));
    QCOMPARE(job.json[u"population"].toInt(), 4);
    QCOMPARE(job.json[u"first"].toArray().size(), 6);
    QCOMPARE(job.json[u"first"][0][u"name"].toString(), u"bulk-0"_s);
    QCOMPARE(m_desk->events().size(), before);
    QVERIFY(m_desk->get(u"/users/"_s + ids[0]).json[u"enabled"].toBool());
}

void TestBulkJobs::aJobChangesEachWithTheEventOfTheSingleAction()
{
    const QStringList ids = makeUsers(3);
    const ApiAnswer job = make(u"disableUsers"_s, ids);
    const ApiAnswer done = ask(job, u"start"_s);
    QCOMPARE(done.status, 200);
    QCOMPARE(done.text("state"), u"finished"_s);
    QCOMPARE(done.json[u"done"].toInt(), 3);
    QCOMPARE(done.json[u"ready"].toInt(), 0);
    QVERIFY(done.json.contains(u"undoUntil"_s));
    for (const QString& id : ids) {
        QVERIFY(!m_desk->get(u"/users/"_s + id).json[u"enabled"].toBool());
    }
    const auto events = m_desk->events(u"UPDATE_PRINCIPAL"_s);
    QCOMPARE(events.size(), std::size_t {3});
    QCOMPARE(events.front().detail[u"action"].toString(), u"disable"_s);
    QCOMPARE(events.front().detail[u"job"].toString(), job.text("id"));
    QCOMPARE(events.front().actor, u"admin"_s);
    QCOMPARE(m_desk->events(u"BULK_JOB_STARTED"_s).size(), std::size_t {1});
    const auto ended = m_desk->events(u"BULK_JOB_ENDED"_s);
    QCOMPARE(ended.size(), std::size_t {1});
    QCOMPARE(ended.front().detail[u"done"].toInt(), 3);
    QCOMPARE(ask(job, u"start"_s).code(), u"bulk_not_ready"_s); // once
}

void TestBulkJobs::aFilterMeansAllThatItShows()
{
    makeUsers(450);
    makeUsers(5, u"other"_s);
    ApiAnswer job = m_desk->post(
        u"/bulk-jobs"_s, {{u"action"_s, u"disableUsers"_s}, {u"filter"_s, u"name:bulk-* status:active"_s}});
    QCOMPARE(job.status, 201);
    job = after(job, u"preparing"_s);
    QCOMPARE(job.text("state"), u"ready"_s);
    QCOMPARE(job.json[u"ready"].toInt(), 450);
    m_desk->makeUser(u"bulk-later"_s); // the list is frozen
    QCOMPARE(ask(job, u"start"_s, {{u"overruleReason"_s, u"the whole company moves"_s}}).status, 200);
    job = after(job, u"running"_s);
    QCOMPARE(job.text("state"), u"finished"_s);
    QCOMPARE(job.json[u"done"].toInt(), 450);
    QCOMPARE(job.text("filter"), u"name:bulk-* status:active"_s);
    const ApiAnswer active = m_desk->get(u"/users?filter=status:active&total=true"_s);
    QCOMPARE(active.json[u"total"].toInt(), 7); // the others, the late one and the administrator
}

void TestBulkJobs::whatTheRoleDoesNotReachIsLeftAlone()
{
    m_desk->makeDomain(u"Sales"_s);
    const qint64 in = m_desk->makeUser(u"in"_s, u"/Sales"_s);
    const qint64 out = m_desk->makeUser(u"out"_s);
    const qint64 chief = m_desk->makeUser(u"chief"_s, u"/Sales"_s);
    m_desk->setRoles(chief, {{Role::SuperAdministrator, u"/"_s}});
    const QByteArray token = m_desk->sessionWithRole(Role::DomainAdministrator, u"/Sales"_s);
    const QByteArray ids = QByteArray("[\"%1\",\"%2\",\"%3\"]")
                               .replace("%1", QByteArray::number(in))
                               .replace("%2", QByteArray::number(out))
                               .replace("%3", QByteArray::number(chief));
    const ApiAnswer job = m_desk->call("POST", u"/api/v1/bulk-jobs"_s,
                                       "{\"action\":\"disableUsers\",\"ids\":" + ids + '}', token);
    QCOMPARE(job.status, 201);
    QCOMPARE(refusals(job), (QJsonObject {{u"higher_rank"_s, 1}, {u"user_unknown"_s, 1}}));
    // Nothing is told of whom they may not see.
    QVERIFY(!job.body.contains("\"out\""));
    QCOMPARE(job.json[u"population"].toInt(), 3); // of /Sales, with the caller
    const ApiAnswer all =
        m_desk->call("POST", u"/api/v1/bulk-jobs"_s, "{\"action\":\"disableUsers\",\"filter\":\"\"}", token);
    QCOMPARE(all.json[u"total"].toInt(), 3);
}

void TestBulkJobs::whatCannotBeReadIsRefused_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("code");
    const QJsonArray ids {u"1"_s};
    const auto row = [](const char* name, const QJsonObject& body, const char* code) {
        QTest::newRow(name) << body << QString::fromLatin1(code);
    };
    row("neither ids nor filter", {{u"action"_s, u"enableUsers"_s}}, "invalid_request");
    row("both", {{u"action"_s, u"enableUsers"_s}, {u"ids"_s, ids}, {u"filter"_s, u""_s}}, "invalid_request");
    row("no ids", {{u"action"_s, u"enableUsers"_s}, {u"ids"_s, QJsonArray {}}}, "invalid_request");
    row("moving nowhere", {{u"action"_s, u"moveUsers"_s}, {u"ids"_s, ids}}, "invalid_request");
    row("moving where nothing is",
        {{u"action"_s, u"moveUsers"_s}, {u"ids"_s, ids}, {u"domain"_s, u"/Nowhere"_s}}, "invalid_request");
    row("a domain without moving", {{u"action"_s, u"enableUsers"_s}, {u"ids"_s, ids}, {u"domain"_s, u"/"_s}},
        "invalid_request");
    row("an end without a day", {{u"action"_s, u"endUsers"_s}, {u"ids"_s, ids}}, "invalid_request");
    row("an unknown action", {{u"action"_s, u"paintUsers"_s}, {u"ids"_s, ids}}, "invalid_request");
    row("a filter that cannot be read", {{u"action"_s, u"enableUsers"_s}, {u"filter"_s, u"status:purple"_s}},
        "invalid_filter");
}

void TestBulkJobs::whatCannotBeReadIsRefused()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, code);
    const ApiAnswer answer = m_desk->post(u"/bulk-jobs"_s, body);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.code(), code);
    QCOMPARE(m_desk->get(u"/bulk-jobs?total=true"_s).json[u"total"].toInt(), 0);
}

void TestBulkJobs::theWayBackIsNoActionOfItsOwn()
{
    for (const char* action : {"lockUsers", "restoreUsers", "assignTokens", "restorePins", "keepPins"}) {
        const ApiAnswer answer = make(QLatin1String(action), {u"1"_s});
        QCOMPARE(answer.status, 400);
    }
}

void TestBulkJobs::aboveTheAgreedShareSomebodyMustOverrule()
{
    const QStringList ids = makeUsers(60);
    ApiAnswer job = make(u"disableUsers"_s, ids);
    QVERIFY(job.json[u"aboveLimit"].toBool());
    QVERIFY(job.json[u"sharePercent"].toDouble() > 90.0);
    QCOMPARE(ask(job, u"start"_s).code(), u"bulk_share_exceeded"_s);
    QCOMPARE(ask(job, u"start"_s, {{u"overruleReason"_s, u"short"_s}}).status, 400);
    QVERIFY(m_desk->get(u"/users/"_s + ids[0]).json[u"enabled"].toBool());
    // A Domain Administrator cannot, whatever the reason.
    const QByteArray token = m_desk->sessionWithRole(Role::DomainAdministrator);
    const ApiAnswer theirs = m_desk->call("POST", u"/api/v1/bulk-jobs"_s,
                                          "{\"action\":\"disableUsers\",\"filter\":\"name:bulk-*\"}", token);
    const ApiAnswer refused = m_desk->call("POST", u"/api/v1/bulk-jobs/%1/start"_s.arg(theirs.text("id")),
                                           "{\"overruleReason\":\"because I say so\"}", token);
    QCOMPARE(refused.code(), u"bulk_share_exceeded"_s);
    job = ask(job, u"start"_s, {{u"overruleReason"_s, u"the branch closes today"_s}});
    QCOMPARE(job.status, 200);
    QCOMPARE(job.json[u"done"].toInt(), 60);
    QCOMPARE(job.text("overruleReason"), u"the branch closes today"_s);
    const auto started = m_desk->events(u"BULK_JOB_STARTED"_s);
    QCOMPARE(started.back().detail[u"overruled"].toString(), u"the branch closes today"_s);
    // To put it back needs no overruling.
    const ApiAnswer undo = ask(job, u"undo"_s);
    QVERIFY(!undo.json[u"aboveLimit"].toBool());
    QCOMPARE(ask(undo, u"start"_s).json[u"done"].toInt(), 60);
}

void TestBulkJobs::theAgreedShareIsASetting()
{
    const QString path = u"/settings/bulk-jobs"_s;
    QCOMPARE(m_desk->get(path).json[u"sharePercent"].toInt(), 20);
    QCOMPARE(m_desk->get(path).json[u"freeItems"].toInt(), 50);
    QCOMPARE(
        m_desk->put(path, {{u"sharePercent"_s, 0}, {u"freeItems"_s, 0}, {u"failurePercent"_s, 10}}).status,
        400);
    const ApiAnswer kept =
        m_desk->put(path, {{u"sharePercent"_s, 30}, {u"freeItems"_s, 1}, {u"failurePercent"_s, 5}});
    QCOMPARE(kept.status, 200);
    QCOMPARE(m_desk->events(u"UPDATE_BULK_SETTINGS"_s).size(), std::size_t {1});
    const QStringList ids = makeUsers(9);
    QVERIFY(!make(u"disableUsers"_s, ids.mid(0, 3)).json[u"aboveLimit"].toBool()); // 30 of 100
    QVERIFY(make(u"disableUsers"_s, ids.mid(0, 4)).json[u"aboveLimit"].toBool());
}

void TestBulkJobs::tooManyFailuresStopIt()
{
    const QStringList ids = makeUsers(260);
    ApiAnswer job = make(u"disableUsers"_s, ids);
    job = after(job, u"preparing"_s);
    QCOMPARE(job.json[u"ready"].toInt(), 260);
    m_desk->database().writeAndWait([&](storage::Connection& connection) {
        for (const QString& id : ids.mid(0, 30)) {
            static_cast<void>(
                authentication::users::remove(connection, id.toLongLong(), {u"x"_s, m_desk->clock.now()}));
        }
        return true;
    });
    QCOMPARE(ask(job, u"start"_s, {{u"overruleReason"_s, u"needed for the test"_s}}).status, 200);
    job = after(job, u"running"_s);
    QCOMPARE(job.text("state"), u"stopped"_s);
    QCOMPARE(job.text("code"), u"too_many_failures"_s);
    QCOMPARE(job.json[u"failed"].toInt(), 30);
    QCOMPARE(job.json[u"done"].toInt(), 170);
    QCOMPARE(job.json[u"ready"].toInt(), 60);
    QVERIFY(job.json[u"resumable"].toBool());
    QCOMPARE(m_desk->events(u"BULK_JOB_ENDED"_s).back().reason, u"too_many_failures"_s);
    // Somebody has looked at it; by then its thread has ended as well.
    QVERIFY(QTest::qWaitFor([&, id = job] {
        job = ask(id, u"resume"_s);
        return job.code() != u"too_many_jobs";
    }));
    QCOMPARE(job.text("state"), u"finished"_s);
    QCOMPARE(job.json[u"done"].toInt(), 230);
}

void TestBulkJobs::anInterruptedJobGoesOn()
{
    const QStringList ids = makeUsers(5);
    ApiAnswer job = make(u"disableUsers"_s, ids);
    QCOMPARE(ask(job, u"resume"_s).code(), u"bulk_not_resumable"_s);
    // As the service left it when it was stopped between two batches.
    m_desk->change(u"UPDATE bulk_jobs SET state = 'running', started_at = created_at"_s);
    job = read(job);
    QCOMPARE(job.text("state"), u"interrupted"_s);
    QVERIFY(job.json[u"resumable"].toBool());
    job = ask(job, u"resume"_s);
    QCOMPARE(job.text("state"), u"finished"_s);
    QCOMPARE(job.json[u"done"].toInt(), 5);
    QCOMPARE(m_desk->events(u"BULK_JOB_RESUMED"_s).size(), std::size_t {1});
}

void TestBulkJobs::aCancelledJobIsNotBegun()
{
    const QStringList ids = makeUsers(2);
    const ApiAnswer job = make(u"deleteUsers"_s, ids);
    QCOMPARE(ask(job, u"cancel"_s).text("state"), u"cancelled"_s);
    QCOMPARE(ask(job, u"start"_s).code(), u"bulk_not_ready"_s);
    QCOMPARE(ask(job, u"cancel"_s).code(), u"bulk_ended"_s);
    QVERIFY(m_desk->get(u"/bulk-jobs"_s).items().isEmpty()); // but it is not shown
    QCOMPARE(ask(job, u"undo"_s).code(), u"bulk_not_undoable"_s);
    QCOMPARE(m_desk->get(u"/users/"_s + ids[0]).status, 200);
}

void TestBulkJobs::itemsArePagedAndByState()
{
    const QStringList ids = makeUsers(7);
    QCOMPARE(m_desk->post(u"/users/%1/disable"_s.arg(ids[6])).status, 200);
    const ApiAnswer job = make(u"disableUsers"_s, ids);
    const QString path = u"/bulk-jobs/%1/items"_s.arg(job.text("id"));
    const ApiAnswer first = m_desk->get(path + u"?limit=4&total=true"_s);
    QCOMPARE(first.items().size(), 4);
    QCOMPARE(first.json[u"total"].toInt(), 7);
    const ApiAnswer second = m_desk->get(path + u"?limit=4&after="_s + first.text("next"));
    QCOMPARE(second.items().size(), 3);
    QCOMPARE(second.items()[0][u"position"].toInt(), 5);
    const ApiAnswer back = m_desk->get(path + u"?limit=4&before="_s + second.text("previous"));
    QCOMPARE(back.items()[0][u"position"].toInt(), 1);
    const ApiAnswer middle = m_desk->get(path + u"?limit=2&at=0.5"_s);
    QCOMPARE(middle.items()[0][u"position"].toInt(), 4);
    const ApiAnswer unchanged = m_desk->get(path + u"?state=unchanged&total=true"_s);
    QCOMPARE(unchanged.json[u"total"].toInt(), 1);
    QCOMPARE(unchanged.items()[0][u"id"].toString(), ids[6]);
    QCOMPARE(m_desk->get(path + u"?state=purple"_s).status, 400);
}

void TestBulkJobs::onlyWhoMadeItSeesIt()
{
    m_desk->makeDomain(u"Sales"_s);
    const ApiAnswer job = make(u"disableUsers"_s, makeUsers(1));
    const QByteArray other = m_desk->sessionWithRole(Role::DomainAdministrator, u"/Sales"_s);
    const QString path = u"/api/v1/bulk-jobs/"_s + job.text("id");
    QCOMPARE(m_desk->call("GET", path, {}, other).code(), u"bulk_job_unknown"_s);
    QCOMPARE(m_desk->call("POST", path + u"/start"_s, {}, other).code(), u"bulk_job_unknown"_s);
    QVERIFY(m_desk->call("GET", u"/api/v1/bulk-jobs"_s, {}, other).items().isEmpty());
    QCOMPARE(m_desk->get(u"/bulk-jobs"_s).items().size(), 1);
}

void TestBulkJobs::aListThatMayMovePeopleKeepsItsPlaceInScope()
{
    m_desk->makeDomain(u"Sales"_s);
    m_desk->makeDomain(u"Other"_s);
    const qint64 anna = m_desk->makeUser(u"anna"_s, u"/Sales"_s);
    const QByteArray token = m_desk->sessionWithRole(Role::DomainAdministrator, u"/Sales"_s);
    const QByteArray body =
        "{\"action\":\"moveUsers\",\"domain\":\"/Other\",\"ids\":[\"" + QByteArray::number(anna) + "\"]}";
    const ApiAnswer job = m_desk->call("POST", u"/api/v1/bulk-jobs"_s, body, token);
    QCOMPARE(refusals(job), (QJsonObject {{u"outside_scope"_s, 1}}));
}

void TestBulkJobs::whoSignsInWithoutTheRightBeginsNothing()
{
    const QByteArray token = m_desk->sessionWithRole(Role::TokenAdministrator);
    const ApiAnswer job =
        m_desk->call("POST", u"/api/v1/bulk-jobs"_s, "{\"action\":\"disableUsers\",\"filter\":\"\"}", token);
    QCOMPARE(job.status, 403);
    QCOMPARE(job.code(), u"not_permitted"_s);
    const QByteArray helpDesk = m_desk->sessionWithRole(Role::HelpDesk);
    QCOMPARE(m_desk->call("GET", u"/api/v1/bulk-jobs"_s, {}, helpDesk).status, 403);
}

QTEST_GUILESS_MAIN(TestBulkJobs)
#include "tst_bulk_jobs.moc"
