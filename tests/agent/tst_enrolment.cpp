// SPDX-License-Identifier: Apache-2.0
#include "services/agent/report.h"
#include "services/security/certificate.h"
#include "tests/agent/agent_fixture.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QTest>

using namespace holdfast;
using namespace holdfast::testing;

namespace {

QSslServer* tlsServer(const security::Certificate& certificate)
{
    auto* server = new QSslServer;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(certificate.certificatePem));
    configuration.setPrivateKey(QSslKey(certificate.keyPem, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    server->setSslConfiguration(configuration);
    return server;
}

agent::EnrolmentRequest requestTo(const FakeService& service)
{
    agent::EnrolmentRequest request;
    request.service = service.url().toString();
    request.tcti = agent::noTcti;
    request.code = secret("ABCD-EFGH");
    return request;
}

} // namespace

class EnrolmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itTellsThePublicKeysAndKeepsThePrivateOnes()
    {
        Computer computer;
        const auto enrolled = computer.enrol();
        QVERIFY(enrolled);
        const QJsonObject told = computer.service.askedOf("/agent/v1/enrolments").first().body;
        QCOMPARE(told.value(QLatin1String("code")).toString(), QStringLiteral("ABCD-EFGH"));
        QCOMPARE(told.value(QLatin1String("keyProtection")).toString(), QStringLiteral("file"));
        const agent::Identity& identity = enrolled->installation->identity();
        QCOMPARE(identity.workstationId, QStringLiteral("12"));
        QCOMPARE(identity.signing.publicKey, computer.service.signingKey);
        QVERIFY(offline::isSignedBy(computer.service.signingKey, "text",
                                    offline::sign(identity.signing.privateKey, "text")));
    }
    void anEnrolledComputerIsNotEnrolledUnasked()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        QCOMPARE(computer.enrol().error().code, QStringLiteral("already_enrolled"));
        {
            const auto installation = computer.open();
            computer.hold(*installation);
        }
        QVERIFY(computer.enrol(true));
        QVERIFY(computer.directory().names(QStringLiteral(".set")).isEmpty());
        QVERIFY(computer.ledger().sets.empty());
    }
    void aWrongCodeLeavesWhatWasThere()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        computer.service.refuse("/agent/v1/enrolments", 403, "enrolment_refused",
                                QStringLiteral("That code is none."));
        const auto refused = computer.enrol(true);
        QCOMPARE(refused.error().code, QStringLiteral("enrolment_refused"));
        QVERIFY(computer.open());
    }
    void aWrongCodeOnAFreshComputerLeavesItUnenrolled()
    {
        Computer computer;
        computer.service.refuse("/agent/v1/enrolments", 403, "enrolment_refused",
                                QStringLiteral("That code is none."));
        QVERIFY(!computer.enrol());
        QCOMPARE(agent::Installation::open(computer.directory(), computer.clock).error().code,
                 QStringLiteral("not_enrolled"));
    }
    void onlyHttpsOrThisComputerItself_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("good");
        QTest::newRow("https") << QStringLiteral("https://holdfast.example.com:8443") << true;
        QTest::newRow("slash") << QStringLiteral("https://holdfast.example.com/") << true;
        QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1:8080") << true;
        QTest::newRow("localhost") << QStringLiteral("http://localhost:8080") << true;
        QTest::newRow("http") << QStringLiteral("http://holdfast.example.com") << false;
        QTest::newRow("disguised") << QStringLiteral("http://127.0.0.1@evil.example.com") << false;
        QTest::newRow("subdomain") << QStringLiteral("http://localhost.example.com") << false;
        QTest::newRow("user") << QStringLiteral("https://user:word@holdfast.example.com") << false;
        QTest::newRow("path") << QStringLiteral("https://holdfast.example.com/x") << false;
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void onlyHttpsOrThisComputerItself()
    {
        QFETCH(QString, url);
        QFETCH(bool, good);
        QCOMPARE(agent::ServiceLink::checkedUrl(url).has_value(), good);
    }
    void theGivenAuthorityDecidesAboutTls()
    {
        const auto certificate = security::selfSigned({QStringLiteral("127.0.0.1")}, std::chrono::hours(1));
        Computer computer;
        FakeService secured(computer.maker, tlsServer(certificate));
        contract::SystemClock clock;
        agent::EnrolmentRequest request = requestTo(secured);
        QVERIFY(request.service.startsWith(QLatin1String("https:")));
        QCOMPARE(agent::enrol(computer.directory(), clock, requestTo(secured)).error().code,
                 QStringLiteral("certificate_refused"));
        request.authorities =
            security::selfSigned({QStringLiteral("127.0.0.1")}, std::chrono::hours(1)).certificatePem;
        QCOMPARE(agent::enrol(computer.directory(), clock, std::move(request)).error().code,
                 QStringLiteral("certificate_refused"));
        QVERIFY(secured.asked.isEmpty());
        agent::EnrolmentRequest right = requestTo(secured);
        right.authorities = certificate.certificatePem;
        QVERIFY(agent::enrol(computer.directory(), clock, std::move(right)));
    }
    void aFileThatIsNoCertificateIsRefused()
    {
        Computer computer;
        agent::EnrolmentRequest request = requestTo(computer.service);
        request.authorities = "no certificate";
        QCOMPARE(agent::enrol(computer.directory(), computer.clock, std::move(request)).error().code,
                 QStringLiteral("authorities_invalid"));
    }
    void statusTellsWhatIsThere()
    {
        Computer computer;
        QCOMPARE(agent::statusOf(computer.directory(), computer.clock).problem,
                 QStringLiteral("not_enrolled"));
        QVERIFY(computer.enrol());
        {
            const auto installation = computer.open();
            computer.hold(*installation);
        }
        const agent::AgentStatus status = agent::statusOf(computer.directory(), computer.clock);
        QVERIFY(status.enrolled);
        QCOMPARE(status.name, QStringLiteral("laptop-7"));
        QCOMPARE(status.sets.size(), size_t(1));
        QCOMPARE(status.sets.front().state, QStringLiteral("good"));
        QVERIFY(status.sets.front().daysLeft > 1.9);
        QVERIFY(computer.directory().write(QStringLiteral("storage.json"), "{}"));
        const agent::AgentStatus lost = agent::statusOf(computer.directory(), computer.clock);
        QVERIFY(!lost.enrolled);
        QCOMPARE(lost.problem, QStringLiteral("key_lost"));
        QCOMPARE(lost.name, QStringLiteral("laptop-7"));
    }
    void checkTellsWhatWouldHappen()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        {
            const auto installation = computer.open();
            computer.hold(*installation);
        }
        const auto find = [](const std::vector<agent::CheckLine>& lines, const char* name) {
            const auto found = std::find_if(lines.begin(), lines.end(), [&](const auto& line) {
                return line.name == QLatin1String(name);
            });
            return found == lines.end() ? agent::CheckLine {} : *found;
        };
        auto lines = agent::checkNow(computer.directory(), computer.clock, QStringLiteral("anna"));
        QVERIFY(find(lines, "service").good);
        QVERIFY(find(lines, "days").good);
        QCOMPARE(find(lines, "now").sentence, QStringLiteral("The service would decide."));
        computer.service.goAway();
        lines = agent::checkNow(computer.directory(), computer.clock, QStringLiteral("anna"));
        QVERIFY(!find(lines, "service").good);
        QCOMPARE(find(lines, "now").sentence, QStringLiteral("The data on this computer would decide."));
        lines = agent::checkNow(computer.directory(), computer.clock, QStringLiteral("bob"));
        QVERIFY(!find(lines, "data").good);
        QVERIFY(!find(lines, "now").good);
        computer.clock.set(atHour(49));
        lines = agent::checkNow(computer.directory(), computer.clock, QStringLiteral("anna"));
        QVERIFY(!find(lines, "days").good);
    }
};

QTEST_GUILESS_MAIN(EnrolmentTest)
#include "tst_enrolment.moc"
