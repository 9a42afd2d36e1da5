// SPDX-License-Identifier: Apache-2.0
#include "models/session.h"
#include "services/client/embedded_service.h"
#include "services/client/http_transport.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace holdfast;
using namespace std::chrono_literals;
using client::EmbeddedService;
using State = client::EmbeddedService::State;

class EmbeddedServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_home->filePath(QStringLiteral("config")).toUtf8());
        qputenv("HOME", m_home->path().toUtf8());
    }

    void aProgramThatIsNotThereIsSaid()
    {
        EmbeddedService service(
            {.program = QStringLiteral("/nonexistent/holdfastd"), .dataDirectory = data()});
        QSignalSpy failed(&service, &EmbeddedService::failed);
        service.start();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(service.error().code, QStringLiteral("service_start_failed"));
    }

    void aRefusalIsToldInTheServicesWords()
    {
        EmbeddedService service(
            {.program = script("echo 'holdfastd: It is older. [database_newer]' >&2; exit 1"),
             .dataDirectory = data()});
        service.start();
        QTRY_COMPARE(service.state(), State::Failed);
        QCOMPARE(service.error().code, QStringLiteral("database_newer"));
        QCOMPARE(service.error().detail, QStringLiteral("It is older."));
    }

    void aServiceThatNeverGetsReadyIsGivenUp()
    {
        EmbeddedService service(
            {.program = script("cat >/dev/null"), .dataDirectory = data(), .startTimeout = 200ms});
        service.start();
        QTRY_COMPARE(service.state(), State::Failed);
        QCOMPARE(service.error().code, QStringLiteral("service_timed_out"));
    }

    void aCrashIsFollowedByAFreshStart()
    {
        const QByteArray place = m_home->filePath(QStringLiteral("started")).toUtf8();
        const QJsonObject answer {{QStringLiteral("url"), QStringLiteral("https://127.0.0.1:1")},
                                  {QStringLiteral("certificateSha256"), QString(64, QLatin1Char('a'))}};
        const QByteArray line = QJsonDocument(answer).toJson(QJsonDocument::Compact);
        EmbeddedService service(
            {.program = script("read line; echo x >> " + place + "; echo '" + line + "'; test $(wc -l < "
                               + place + ") -gt 1 || kill -9 $$; cat >/dev/null"),
             .dataDirectory = data(),
             .firstBackOff = 10ms});
        QSignalSpy ready(&service, &EmbeddedService::ready);
        service.start();
        QTRY_COMPARE(ready.count(), 2);
        QCOMPARE(service.state(), State::Ready);
    }

    void theOwnerSignsInToARealServiceAndFindsItAgain()
    {
        QByteArray firstDigest;
        {
            EmbeddedService service({.program = daemon(), .dataDirectory = data()});
            service.start();
            QTRY_COMPARE_WITH_TIMEOUT(service.state(), State::Ready, 30000);
            firstDigest = service.certificateSha256();
            client::HttpTransport transport;
            transport.setServer(service.url(), service.certificateSha256());
            client::ApiClient api(transport);
            models::Session session(api);
            session.signInLocally(service.secret());
            QTRY_COMPARE_WITH_TIMEOUT(session.state(), models::Session::State::FirstRun, 10000);
            session.completeFirstRun(
                {.name = QStringLiteral("olivia"), .displayName = QStringLiteral("Olivia")});
            QTRY_COMPARE_WITH_TIMEOUT(session.state(), models::Session::State::SignedIn, 10000);
            QCOMPARE(session.administrator().name, QStringLiteral("olivia"));
            QVERIFY(session.may(contract::Permission::EditPolicies));
        }
        EmbeddedService service({.program = daemon(), .dataDirectory = data()});
        service.start();
        QTRY_COMPARE_WITH_TIMEOUT(service.state(), State::Ready, 30000);
        QVERIFY(service.certificateSha256() != firstDigest); // made at each start
        client::HttpTransport transport;
        transport.setServer(service.url(), service.certificateSha256());
        client::ApiClient api(transport);
        models::Session session(api);
        session.signInLocally(service.secret());
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), models::Session::State::SignedIn, 10000);
        QCOMPARE(session.administrator().name, QStringLiteral("olivia"));
        service.stop();
        QTRY_COMPARE_WITH_TIMEOUT(service.state(), State::Stopped, 11000);
    }

    void aMasterKeyFromTheKeychainOpensTheDataAgain()
    {
        const contract::Secret key {QByteArrayView(QByteArray(32, 'k'))};
        for (int round = 0; round < 2; ++round) {
            EmbeddedService service({.program = daemon(), .dataDirectory = data(), .masterKey = key});
            service.start();
            QTRY_COMPARE_WITH_TIMEOUT(service.state(), State::Ready, 30000);
        }
        EmbeddedService without({.program = daemon(), .dataDirectory = data()});
        without.start();
        QTRY_COMPARE_WITH_TIMEOUT(without.state(), State::Failed, 30000);
        QCOMPARE(without.error().code, QStringLiteral("keys_missing"));
    }

    void dataThatAnotherConsoleUsesIsSaidToBeInUse()
    {
        EmbeddedService first({.program = daemon(), .dataDirectory = data()});
        first.start();
        QTRY_COMPARE_WITH_TIMEOUT(first.state(), State::Ready, 30000);
        EmbeddedService second({.program = daemon(), .dataDirectory = data()});
        second.start();
        QTRY_COMPARE_WITH_TIMEOUT(second.state(), State::Failed, 30000);
        QCOMPARE(second.error().code, QStringLiteral("data_directory_in_use"));
        QCOMPARE(first.state(), State::Ready);
    }

private:
    QString data() const { return m_home->filePath(QStringLiteral("data")); }
    static QString daemon() { return QStringLiteral(HOLDFAST_BIN "/holdfastd"); }
    // A service of a few lines of shell.
    QString script(const QByteArray& lines) const
    {
        const QString path = m_home->filePath(QStringLiteral("holdfastd"));
        QFile file(path);
        [&] {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("#!/bin/sh\n" + lines + '\n');
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        }();
        return path;
    }
    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(EmbeddedServiceTest)
#include "tst_embedded_service.moc"
