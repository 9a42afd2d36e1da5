// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/log_switch.h"
#include "services/authentication/api/surroundings.h"
#include "services/authentication/store/backup_note.h"
#include "services/authentication/store/events_head.h"
#include "tests/support/api_fixture.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace holdfast;
using namespace std::chrono_literals;
using authentication::LogSwitch;
using contract::Role;
using testing::ApiAnswer;
using testing::ApiFixture;

class TestOperation : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_rules; // as they were applied last
    std::unique_ptr<LogSwitch> m_logs;
    authentication::Surroundings m_around;
    std::unique_ptr<ApiFixture> m_api;

    [[nodiscard]] QString reasonOf(const char* name) const
    {
        for (const QJsonValue& check :
             m_api->get(QStringLiteral("/health")).json.value(QLatin1String("checks")).toArray()) {
            if (check.toObject().value(QLatin1String("name")).toString() == QLatin1String(name)) {
                return check.toObject().value(QLatin1String("reason")).toString();
            }
        }
        return QStringLiteral("no such check");
    }

private Q_SLOTS:
    void init()
    {
        m_logs = std::make_unique<LogSwitch>(
            QStringList {QStringLiteral("warning"), QStringLiteral("http=critical")},
            [this](const QString& rules) { m_rules = rules; });
        m_around.dataDirectory = m_folder.path();
        m_around.headFile = m_folder.filePath(QStringLiteral("head.json"));
        m_around.backupNoteFile = m_folder.filePath(QStringLiteral("note.json"));
        QFile::remove(m_around.headFile);
        QFile::remove(m_around.backupNoteFile);
        m_api = std::make_unique<ApiFixture>(
            testing::ApiFixtureOptions {.surroundings = &m_around, .logs = m_logs.get()});
    }
    void levelsAreAppliedByCategory()
    {
        QVERIFY(m_rules.contains(QStringLiteral("holdfast.*.info=false")));
        QVERIFY(m_rules.contains(QStringLiteral("holdfast.*.warning=true")));
        QVERIFY(m_rules.contains(QStringLiteral("holdfast.http.warning=false")));
        QVERIFY(m_rules.indexOf(QStringLiteral("holdfast.*.warning"))
                < m_rules.indexOf(QStringLiteral("holdfast.http.warning")));
        for (const char* good : {"debug", "http=info"}) {
            QVERIFY(LogSwitch::checkLevel(QString::fromLatin1(good)));
        }
        for (const char* bad : {"", "loud", "=info", "dance=info", "http=", "http"}) {
            QCOMPARE(LogSwitch::checkLevel(QString::fromLatin1(bad)).error().code,
                     QStringLiteral("log_level_invalid"));
        }
    }
    void verboseLogsTurnThemselvesOffAndBothAreEvents()
    {
        const QString before = m_rules;
        const ApiAnswer on =
            m_api->post(QStringLiteral("/logging/verbose"),
                        {{QStringLiteral("minutes"), 5},
                         {QStringLiteral("categories"), QJsonArray {QStringLiteral("api")}}});
        QCOMPARE(on.status, 200);
        QVERIFY(on.json.value(QLatin1String("verbose")).toBool());
        QCOMPARE(on.json.value(QLatin1String("until")).toString(),
                 contract::toRfc3339(m_api->clock.now() + 5min));
        QVERIFY(m_rules.startsWith(before) && m_rules.contains(QStringLiteral("holdfast.api.debug=true")));
        QCOMPARE(reasonOf("logs"), QStringLiteral("logs_verbose"));
        const auto told = m_api->events(QStringLiteral("VERBOSE_LOGS_ON"));
        QCOMPARE(told.size(), 1U);
        QCOMPARE(told.front().actor, QStringLiteral("admin"));
        m_api->clock.advance(5min - 1s);
        QVERIFY(m_api->get(QStringLiteral("/logging")).json.value(QLatin1String("verbose")).toBool());
        m_api->clock.advance(1s);
        QVERIFY(!m_api->get(QStringLiteral("/logging")).json.value(QLatin1String("verbose")).toBool());
        QCOMPARE(m_rules, before);
        const auto off = m_api->events(QStringLiteral("VERBOSE_LOGS_OFF"));
        QCOMPARE(off.size(), 1U);
        QCOMPARE(off.front().reason, QStringLiteral("time_over"));
    }
    void verboseLogsCanBeTurnedOffEarlier()
    {
        QCOMPARE(m_api->post(QStringLiteral("/logging/verbose")).status, 200);
        QCOMPARE(m_api->post(QStringLiteral("/logging/normal")).status, 200);
        QCOMPARE(m_api->post(QStringLiteral("/logging/normal")).status, 200); // nothing to do: no event
        QCOMPARE(m_api->events(QStringLiteral("VERBOSE_LOGS_OFF")).size(), 1U);
    }
    void whatIsAskedOfLogsIsBounded()
    {
        QCOMPARE(m_api->post(QStringLiteral("/logging/verbose"), {{QStringLiteral("minutes"), 0}}).status,
                 400);
        QCOMPARE(m_api->post(QStringLiteral("/logging/verbose"), {{QStringLiteral("minutes"), 1441}}).status,
                 400);
        QCOMPARE(m_api
                     ->post(QStringLiteral("/logging/verbose"),
                            {{QStringLiteral("categories"), QJsonArray {QStringLiteral("dance")}}})
                     .status,
                 400);
        QVERIFY(m_api->events(QStringLiteral("VERBOSE_LOGS_ON")).empty());
    }
    void onlyWhoAdministersEverybodyOperatesTheService()
    {
        m_api->makeDomain(QStringLiteral("Sales"));
        const QByteArray below = m_api->sessionWithRole(Role::SuperAdministrator, QStringLiteral("/Sales"));
        const QByteArray auditor = m_api->sessionWithRole(Role::Auditor);
        for (const char* path : {"/api/v1/logging", "/api/v1/support-bundle"}) {
            QCOMPARE(m_api->call("GET", QString::fromLatin1(path), {}, below).status, 403);
            QCOMPARE(m_api->call("GET", QString::fromLatin1(path), {}, auditor).status, 403);
        }
        for (const char* path : {"/api/v1/health", "/metrics"}) {
            const QByteArray auditorBelow = m_api->sessionWithRole(Role::Auditor, QStringLiteral("/Sales"));
            QCOMPARE(m_api->call("GET", QString::fromLatin1(path), {}, auditorBelow).status, 403);
            QCOMPARE(m_api->call("GET", QString::fromLatin1(path), {}, auditor).status, 200);
        }
        QCOMPARE(m_api->call("GET", QStringLiteral("/api/v1/health"), {}, {}).status, 401);
        QCOMPARE(m_api->call("GET", QStringLiteral("/health"), {}, {}).status, 200);
    }
    void healthTellsReasons()
    {
        QCOMPARE(reasonOf("database"), QString());
        QCOMPARE(reasonOf("queue"), QString());
        QCOMPARE(reasonOf("eventHead"), QStringLiteral("event_head_missing"));
        QCOMPARE(reasonOf("backup"), QStringLiteral("backup_missing"));
        QCOMPARE(m_api->get(QStringLiteral("/health")).json.value(QLatin1String("status")).toString(),
                 QStringLiteral("failing"));
        QVERIFY(authentication::rewriteEventHead(m_api->database(), m_api->keys(), m_around.headFile));
        QCOMPARE(reasonOf("eventHead"), QString());
        QCOMPARE(
            m_api->post(QStringLiteral("/users"), {{QStringLiteral("name"), QStringLiteral("ada")}}).status,
            201);
        QCOMPARE(reasonOf("eventHead"), QString()); // the keeper has a moment
        m_api->clock.advance(31s);
        QCOMPARE(reasonOf("eventHead"), QStringLiteral("event_head_behind"));
        QVERIFY(authentication::writeBackupNote(
            m_around.backupNoteFile,
            {m_api->clock.now() - std::chrono::hours(24 * 8), QStringLiteral("f"), 1, 1}));
        QCOMPARE(reasonOf("backup"), QStringLiteral("backup_old"));
        QVERIFY(authentication::writeBackupNote(m_around.backupNoteFile,
                                                {m_api->clock.now() - 1h, QStringLiteral("f"), 1, 1}));
        QCOMPARE(reasonOf("backup"), QString());
        m_api->clock.advance(-24h);
        QCOMPARE(reasonOf("clock"), QStringLiteral("clock_set_back"));
    }
    void aBusyLogIsNotTakenForACutOne()
    {
        QVERIFY(authentication::rewriteEventHead(m_api->database(), m_api->keys(), m_around.headFile));
        std::atomic<bool> stop = false;
        std::thread busy([&] {
            while (!stop) {
                for (int i = 0; i < 5; ++i) {
                    m_api->database().writeAndWait([&](storage::Connection& connection) {
                        contract::Event event;
                        event.at = m_api->clock.now();
                        event.log = contract::EventLog::System;
                        event.key = QStringLiteral("SUPPORT_BUNDLE_MADE");
                        m_api->eventLog().append(connection, std::move(event));
                    });
                }
                (void)authentication::rewriteEventHead(m_api->database(), m_api->keys(), m_around.headFile);
            }
        });
        QString wrong;
        const auto until = std::chrono::steady_clock::now() + 3s;
        while (wrong.isEmpty() && std::chrono::steady_clock::now() < until) {
            wrong = reasonOf("eventHead");
        }
        stop = true;
        busy.join();
        QCOMPARE(wrong, QString());
    }
};

QTEST_GUILESS_MAIN(TestOperation)
#include "tst_operation.moc"
