// SPDX-License-Identifier: Apache-2.0
#include "services/contract/csv.h"
#include "tests/api/help_desk.h"
#include "tests/support/sanitizer.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>

#include <unistd.h>

using namespace holdfast;
using namespace Qt::StringLiterals;
using holdfast::testing::ApiAnswer;
using holdfast::testing::HelpDesk;

class TestReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<HelpDesk>(); }
    void cleanup() { m_desk.reset(); }

    void cellsAreQuotedAndFormulasNeutralised_data();
    void cellsAreQuotedAndFormulasNeutralised();
    void everyReportRunsAndHasItsColumns();
    void columnsAreChosenAndOrdered();
    void aPageOfHtmlIsWholeAndHoldsNoMarkupOfOthers();
    void codesThatNobodyUsedAreListed();
    void aFormulaInANameDoesNotRun();
    void linesOfJsonAreNotGuarded();
    void eachReportSelectsItsRows();
    void theListsFilterRestricts();
    void whatAReportDoesNotTakeIsRefused_data();
    void whatAReportDoesNotTakeIsRefused();
    void whoTookWhatIsAnEvent();
    void rightsAndScopeApply();
    void aBusyLogDoesNotKeepAReportFromEnding();
    void aLongReportTakesNoMemory();

private:
    QList<QByteArray> lines(const QString& path, const QByteArray& token = {}) const
    {
        const ApiAnswer answer = m_desk->call("GET", u"/api/v1/reports/"_s + path, {},
                                              token.isEmpty() ? m_desk->adminToken() : token);
        QList<QByteArray> found = answer.body.split('\n');
        found.removeLast();
        for (QByteArray& line : found) {
            line = line.trimmed();
        }
        return answer.status == 200 ? found : QList<QByteArray> {answer.code().toLatin1()};
    }
    std::unique_ptr<HelpDesk> m_desk;
};

void TestReports::cellsAreQuotedAndFormulasNeutralised_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << u"Anna"_s << QByteArray("Anna");
    QTest::newRow("empty") << QString() << QByteArray();
    QTest::newRow("comma") << u"Meier, Anna"_s << QByteArray("\"Meier, Anna\"");
    QTest::newRow("quote") << u"\"Ann\""_s << QByteArray("\"\"\"Ann\"\"\"");
    QTest::newRow("line") << u"a\r\nb"_s << QByteArray("\"a\r\nb\"");
    QTest::newRow("equals") << u"=1+1"_s << QByteArray("\" =1+1\"");
    QTest::newRow("plus") << u"+49 89 1234"_s << QByteArray("\" +49 89 1234\"");
    QTest::newRow("minus") << u"-2+3"_s << QByteArray("\" -2+3\"");
    QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("\" @SUM(A1)\"");
    QTest::newRow("tab") << u"\t=1"_s << QByteArray("\" \t=1\"");
    QTest::newRow("carriage return") << u"\r=1"_s << QByteArray("\" \r=1\"");
    QTest::newRow("full width") << u"\uFF1D1"_s
                                << QByteArray("\" \xEF\xBC\x9D"
                                              "1\"");
    QTest::newRow("inside only") << u"a=1"_s << QByteArray("a=1");
}

void TestReports::cellsAreQuotedAndFormulasNeutralised()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, cell);
    QCOMPARE(contract::csvText(text), cell);
}

void TestReports::everyReportRunsAndHasItsColumns()
{
    m_desk->assign(m_desk->addToken(u"T1"_s), m_desk->makeUser(u"anna"_s));
    const QJsonArray reports = m_desk->get(u"/reports"_s).items();
    QStringList ids;
    for (const auto& report : reports) {
        const QString id = report[u"id"].toString();
        ids << id;
        const auto found = lines(id);
        QList<QByteArray> columns;
        for (const auto& column : report[u"columns"].toArray()) {
            columns << column.toString().toLatin1();
        }
        QCOMPARE(found.value(0), columns.join(','));
        for (const QByteArray& line : found.mid(1)) {
            QVERIFY(line.count(',') >= columns.size() - 1);
        }
    }
    for (const char* wanted : {"authentication-activity", "administrator-activity", "system-log", "all-users",
                               "users-with-tokens", "token-expiration", "locked-now",
                               "emergency-codes-never-used", "emergency-codes-issued", "administrators"}) {
        QVERIFY2(ids.contains(QString::fromLatin1(wanted)), wanted);
    }
}

void TestReports::columnsAreChosenAndOrdered()
{
    QCOMPARE(lines(u"all-users?columns=tokens,name"_s), (QList<QByteArray> {"tokens,name", "0,admin"}));
    const auto json = lines(u"all-users?columns=name&format=jsonl"_s);
    QCOMPARE(json, QList<QByteArray> {R"({"name":"admin"})"});
    for (const char* wrong : {"salary", "name,name", "name,", ""}) {
        QCOMPARE(m_desk->get(u"/reports/all-users?columns="_s + QString::fromLatin1(wrong)).status, 400);
    }
}

void TestReports::aPageOfHtmlIsWholeAndHoldsNoMarkupOfOthers()
{
    QCOMPARE(m_desk
                 ->post(u"/users"_s,
                        {{u"name"_s, u"eve"_s}, {u"displayName"_s, u"<script>alert(1)</script>&\""_s}})
                 .status,
             201);
    const ApiAnswer page = m_desk->get(u"/reports/all-users?format=html&columns=name,displayName,tokens"_s);
    QCOMPARE(page.status, 200);
    QCOMPARE(page.headers.value("content-type"), QByteArray("text/html; charset=utf-8"));
    QVERIFY(page.headers.value("content-security-policy").startsWith("default-src 'none'"));
    QVERIFY(page.headers.value("content-disposition").endsWith(".html\""));
    QVERIFY(page.body.startsWith("<!DOCTYPE html>"));
    QVERIFY(page.body.endsWith("</html>\n"));
    QVERIFY(page.body.contains("<tr><td>eve</td><td>&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;</td>"
                               "<td class=\"n\">0</td></tr>"));
    QVERIFY(!page.body.contains("<script"));
    QVERIFY(m_desk->get(u"/reports/locked-now?format=html"_s).body.endsWith("</html>\n")); // without rows
}

void TestReports::codesThatNobodyUsedAreListed()
{
    for (const QString& name : {u"anna"_s, u"bob"_s}) {
        const qint64 id = m_desk->makeUser(name);
        m_desk->assign(m_desk->addToken(u"T-"_s + name), id);
        const ApiAnswer issued = m_desk->post(u"/users/%1/emergency-codes"_s.arg(id),
                                              {{u"kind"_s, u"oneTimeSet"_s}, {u"reason"_s, u"INC-1"_s}});
        QCOMPARE(issued.status, 201);
        if (name == u"anna"_s) {
            const QByteArray code = issued.json[u"codes"].toArray().at(0).toString().toLatin1();
            QCOMPARE(m_desk->logOn(name, code).result, authentication::Outcome::Result::Success);
        }
    }
    QCOMPARE(lines(u"emergency-codes-issued?columns=user"_s), (QList<QByteArray> {"user", "anna", "bob"}));
    QCOMPARE(lines(u"emergency-codes-never-used?columns=user"_s), (QList<QByteArray> {"user", "bob"}));
}

void TestReports::aFormulaInANameDoesNotRun()
{
    const ApiAnswer made = m_desk->post(
        u"/users"_s, {{u"name"_s, u"eve"_s}, {u"displayName"_s, u"=HYPERLINK(\"http://x\",\"y\")"_s}});
    QCOMPARE(made.status, 201);
    const ApiAnswer report = m_desk->get(u"/reports/all-users"_s);
    QVERIFY(report.headers.value("content-type").startsWith("text/csv"));
    QCOMPARE(report.headers.value("content-disposition"),
             QByteArray("attachment; filename=\"all-users-2026-06-01.csv\""));
    QVERIFY(report.body.contains("\r\neve,\" =HYPERLINK(\"\"http://x\"\",\"\"y\"\")\","));
    QVERIFY(!report.body.startsWith("\xEF\xBB\xBF"));
}

void TestReports::linesOfJsonAreNotGuarded()
{
    QCOMPARE(m_desk->post(u"/users"_s, {{u"name"_s, u"eve"_s}, {u"displayName"_s, u"=1+1"_s}}).status, 201);
    const auto found = lines(u"all-users?format=jsonl"_s);
    QCOMPARE(found.size(), 2);
    const QJsonObject eve = QJsonDocument::fromJson(found[1]).object();
    QCOMPARE(eve[u"displayName"].toString(), u"=1+1"_s);
    QCOMPARE(eve[u"tokens"], QJsonValue(0));
    QCOMPARE(eve[u"enabled"], QJsonValue(true));
    QVERIFY(eve[u"lastLogonAt"].isNull());
}

void TestReports::eachReportSelectsItsRows()
{
    const auto now = m_desk->clock.now();
    const qint64 anna = m_desk->makeUser(u"anna"_s);
    m_desk->makeUser(u"bob"_s);
    m_desk->assign(m_desk->addToken(u"T1"_s, {.expiresAt = now + std::chrono::hours(49)}), anna);
    m_desk->assign(m_desk->addToken(u"T2"_s, {.expiresAt = now + std::chrono::hours(10)}), anna);
    m_desk->addToken(u"T3"_s, {.expiresAt = now + std::chrono::hours(10)});
    for (int i = 0; i < 5; ++i) {
        (void)m_desk->logOn(u"anna"_s, "000000");
    }
    QCOMPARE(m_desk
                 ->post(u"/users/%1/emergency-codes"_s.arg(anna),
                        {{u"kind"_s, u"oneTimeSet"_s}, {u"reason"_s, u"INC-1"_s}})
                 .status,
             201);

    QCOMPARE(lines(u"all-users"_s).size(), 4);
    QCOMPARE(lines(u"users-with-tokens"_s).size(), 3);
    const auto locked = lines(u"locked-now"_s);
    QCOMPARE(locked.size(), 2);
    QVERIFY(locked[1].startsWith("anna,,/,2026-06-01T08:00:00.000Z,,5,"));
    const auto expiring = lines(u"token-expiration"_s);
    QCOMPARE(expiring.size(), 3);
    QVERIFY(expiring[1].startsWith("T2,") && expiring[1].endsWith(",0"));
    QVERIFY(expiring[2].startsWith("T1,") && expiring[2].endsWith(",2"));
    QCOMPARE(lines(u"token-expiration?to=2026-06-02T00:00:00Z"_s).size(), 2);
    const auto issued = lines(u"emergency-codes-issued"_s);
    QCOMPARE(issued.size(), 2);
    QVERIFY(issued[1].contains("anna,/,T") && issued[1].endsWith("admin,INC-1"));
    QCOMPARE(lines(u"emergency-codes-issued?from=2026-06-02T00:00:00Z"_s).size(), 1);
    QCOMPARE(lines(u"administrators"_s).size(), 2);
    QVERIFY(lines(u"administrators"_s)[1].contains("Super Administrator everywhere"));
    QCOMPARE(lines(u"authentication-activity?user=%1&key=AUTHN_LOGIN_EVENT"_s.arg(anna)).size(), 6);
    QCOMPARE(lines(u"all-tokens"_s).size(), 4);
}

void TestReports::theListsFilterRestricts()
{
    m_desk->makeUser(u"anna"_s);
    m_desk->makeUser(u"bob"_s);
    QCOMPARE(lines(u"all-users?filter=ann&sort=-name"_s).size(), 2);
    m_desk->addToken(u"T1"_s);
    m_desk->addToken(u"H1"_s, {.kind = contract::TokenKind::Hotp});
    QCOMPARE(lines(u"all-tokens?filter=kind:hotp"_s).size(), 2);
}

void TestReports::whatAReportDoesNotTakeIsRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("unknown report") << u"salaries"_s << 404;
    QTest::newRow("unknown format") << u"all-users?format=xlsx"_s << 400;
    QTest::newRow("parameter of another report") << u"all-users?from=2026-06-01T00:00:00Z"_s << 400;
    QTest::newRow("parameter of none") << u"all-users?colour=red"_s << 400;
    QTest::newRow("unknown domain") << u"all-users?domain=/Nowhere"_s << 400;
    QTest::newRow("unknown order") << u"all-users?sort=shoeSize"_s << 400;
    QTest::newRow("wrong filter") << u"all-users?filter=shoe:42"_s << 400;
    QTest::newRow("another log") << u"system-log?log=authentication"_s << 400;
}

void TestReports::whatAReportDoesNotTakeIsRefused()
{
    QFETCH(QString, path);
    QFETCH(int, status);
    QCOMPARE(m_desk->get(u"/reports/"_s + path).status, status);
    QCOMPARE(m_desk->events(u"RUN_REPORT"_s).size(), std::size_t {0});
}

void TestReports::whoTookWhatIsAnEvent()
{
    QCOMPARE(m_desk->get(u"/reports/all-users?filter=anna"_s).status, 200);
    const auto events = m_desk->events(u"RUN_REPORT"_s);
    QCOMPARE(events.size(), std::size_t {1});
    QCOMPARE(events[0].actor, u"admin"_s);
    QCOMPARE(events[0].detail[u"parameters"][u"filter"].toString(), u"anna"_s);
    QCOMPARE(events[0].sentence, u"admin ran the report all-users"_s);
}

void TestReports::rightsAndScopeApply()
{
    m_desk->makeDomain(u"Sales"_s);
    m_desk->assign(m_desk->addToken(u"S1"_s, {.domain = u"/Sales"_s}),
                   m_desk->makeUser(u"seller"_s, u"/Sales"_s));
    m_desk->makeUser(u"anna"_s);
    (void)m_desk->logOn(u"anna"_s, "000000");
    (void)m_desk->logOn(u"seller"_s, "000000");
    const QByteArray auditor = m_desk->sessionWithRole(contract::Role::Auditor, u"/Sales"_s);
    QCOMPARE(lines(u"all-users"_s, auditor).size(), 3); // seller and the auditor
    QCOMPARE(lines(u"all-tokens"_s, auditor).size(), 2);
    QCOMPARE(lines(u"authentication-activity"_s, auditor).size(), 2);
    QCOMPARE(lines(u"administrators"_s, auditor).size(), 2);
    QCOMPARE(lines(u"system-log"_s, auditor), QList<QByteArray> {"outside_scope"});
    const QByteArray helpDesk = m_desk->sessionWithRole(contract::Role::HelpDesk);
    QCOMPARE(m_desk->call("GET", u"/api/v1/reports/all-users"_s, {}, helpDesk).status, 403);
    QCOMPARE(m_desk->call("GET", u"/api/v1/reports"_s, {}, helpDesk).status, 403);
}

void TestReports::aBusyLogDoesNotKeepAReportFromEnding()
{
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        while (!stop) {
            m_desk->database().writeAndWait([&](storage::Connection& connection) {
                for (int i = 0; i < 50; ++i) {
                    m_desk->eventLog().append(connection, contract::Event {.key = u"CONF_READ"_s});
                }
            });
        }
    });
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(m_desk->get(u"/reports/activity"_s).status, 200);
    }
    stop = true;
    writer.join();
}

namespace {

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly)
        ? file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE)
        : 0;
}

} // namespace

// 200,000 rows and more than 60 MB, through a reader that takes them in small bites.
void TestReports::aLongReportTakesNoMemory()
{
    constexpr int rows = 200'000;
    m_desk->change(
        u"INSERT INTO users (name, name_key, display_name, notes, domain_id, created_at, updated_at)"
        " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
        " SELECT 'u' || i, 'u' || i, 'Person ' || i, ?, 1, 0, 0 FROM n"_s,
        {rows, QString(250, u'x')});
    const qint64 before = residentBytes();
    QTcpSocket socket;
    socket.setReadBufferSize(64 * 1024);
    socket.connectToHost(u"127.0.0.1"_s, m_desk->port());
    socket.write("GET /api/v1/reports/all-users HTTP/1.1\r\nHost: 127.0.0.1:"
                 + QByteArray::number(m_desk->port()) + "\r\nAuthorization: Bearer " + m_desk->adminToken()
                 + "\r\nConnection: close\r\n\r\n");
    qint64 received = 0;
    qint64 ends = 0;
    qint64 most = 0;
    int bites = 0;
    while (socket.bytesAvailable() > 0 || socket.waitForReadyRead(20'000)) {
        const QByteArray bytes = socket.read(64 * 1024);
        received += bytes.size();
        ends += bytes.count('\n');
        if (++bites % 64 == 0) {
            most = std::max(most, residentBytes() - before);
        }
    }
    QVERIFY2(received > 60'000'000, qPrintable(QString::number(received)));
    QVERIFY(ends > rows);
    QVERIFY2(most < testing::allowance * 24 * 1024 * 1024, qPrintable(u"%1 bytes more"_s.arg(most)));
}

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
