// SPDX-License-Identifier: Apache-2.0
#include "services/agent/replacement.h"
#include "services/agent/report.h"
#include "services/contract/json.h"
#include "services/security/certificate.h"
#include "tests/agent/agent_fixture.h"

#include <QDir>
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
    void aServiceThatTellsNoKeysIsNotTaken_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        const auto text = [](const QByteArray& bytes) {
            return QString::fromLatin1(bytes.toBase64());
        };
        QTest::newRow("short signing key") << QStringLiteral("signingKey") << text(QByteArray(31, 'k'));
        QTest::newRow("long agreement key") << QStringLiteral("agreementKey") << text(QByteArray(33, 'k'));
        QTest::newRow("no Base64") << QStringLiteral("signingKey") << QString(44, QLatin1Char('!'));
        // The point of order one: whatever it agrees on is known to everybody.
        QTest::newRow("weak agreement key") << QStringLiteral("agreementKey") << text(QByteArray(32, '\0'));
        QTest::newRow("no number") << QStringLiteral("workstationId") << QStringLiteral("twelve");
    }
    void aServiceThatTellsNoKeysIsNotTaken()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        Computer computer;
        QVERIFY(computer.enrol());
        {
            const auto installation = computer.open();
            computer.hold(*installation);
        }
        QJsonObject answer = contract::toJson(contract::AgentEnrolled {
            QStringLiteral("13"), QStringLiteral("laptop-7"), QStringLiteral("/Sales"),
            QString::fromLatin1(computer.maker.service.publicKey.toBase64()),
            QString::fromLatin1(computer.service.agreement.publicKey.toBase64()), computer.service.time});
        answer.insert(field, value);
        computer.service.answer("/agent/v1/enrolments", answer, 201);
        QCOMPARE(computer.enrol(true).error().code, QStringLiteral("answer_malformed"));
        QCOMPARE(computer.open()->identity().workstationId, QStringLiteral("12"));
        QCOMPARE(computer.ledger().sets.size(), size_t(1));
    }
    void aPowerCutInTheMiddleOfAReplacementLeavesOneOfBoth_data()
    {
        QTest::addColumn<QStringList>("moved");
        QTest::newRow("before anything was moved") << QStringList();
        QTest::newRow("after the key") << QStringList {agent::storageFile};
        QTest::newRow("after the ledger") << QStringList {agent::storageFile, agent::ledgerFile};
    }
    void aPowerCutInTheMiddleOfAReplacementLeavesOneOfBoth()
    {
        QFETCH(QStringList, moved);
        Computer former;
        QVERIFY(former.enrol());
        {
            const auto installation = former.open();
            former.hold(*installation);
        }
        // What is made ready by an enrolment, and how far it was moved.
        Computer next;
        QVERIFY(next.enrol());
        const agent::StateDirectory here = former.directory();
        const agent::StateDirectory ready = here.staging();
        QVERIFY(ready.make());
        const auto copy = [&](const QString& name, const agent::StateDirectory& to) {
            QVERIFY(to.write(name, next.directory().read(name, 1 << 24).value()));
        };
        for (const QString& name : {agent::storageFile, agent::ledgerFile}) {
            copy(name, moved.contains(name) ? here : ready);
        }
        if (moved.isEmpty()) { // without an identity nothing is complete
            QCOMPARE(former.open()->identity().signing.publicKey, former.service.signingKey);
            QCOMPARE(former.ledger().sets.size(), size_t(1));
        }
        copy(agent::identityFile, ready);
        QCOMPARE(former.open()->identity().signing.publicKey, next.service.signingKey);
        QVERIFY(former.ledger().sets.empty());
        QVERIFY(former.events().isEmpty()); // nothing looks damaged
        QVERIFY(here.names(QStringLiteral(".set")).isEmpty());
        QVERIFY(!ready.has(agent::identityFile));
    }
    void anIdentityWhoseKeysAreNoneIsDamaged()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        const auto key = agent::findStorageKey(computer.directory()).value()->open().value();
        agent::Identity identity = agent::readIdentity(computer.directory(), key).value();
        for (QByteArray* const bytes :
             {&identity.serviceSigningKey, &identity.serviceAgreementKey, &identity.agreement.publicKey}) {
            const QByteArray right = std::exchange(*bytes, QByteArray(31, 'k')); // as long in Base64
            QVERIFY(agent::writeIdentity(computer.directory(), identity, key));
            QCOMPARE(agent::readIdentity(computer.directory(), key).error().code,
                     QStringLiteral("identity_damaged"));
            *bytes = right;
        }
        QVERIFY(agent::writeIdentity(computer.directory(), identity, key));
        QVERIFY(agent::readIdentity(computer.directory(), key));
    }
    void whatCannotBeReadIsStillEnrolled()
    {
        // As where the disk fails: nobody may take it for a fresh computer.
        Computer computer;
        QVERIFY(computer.enrol());
        for (const QString& name : {agent::storageFile, agent::identityFile}) {
            const QByteArray text = computer.directory().read(name, 1 << 24).value();
            computer.directory().remove(name);
            QVERIFY(QDir(computer.directory().path()).mkdir(name));
            QCOMPARE(agent::Installation::open(computer.directory(), computer.clock).error().code,
                     QStringLiteral("file_unreadable"));
            QCOMPARE(computer.enrol().error().code, QStringLiteral("file_unreadable"));
            QVERIFY(QDir(computer.directory().path()).rmdir(name));
            QVERIFY(computer.directory().write(name, text));
        }
        QVERIFY(computer.open());
    }
    void theFakeServiceTakesNothingUnsigned()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        for (int i = 0; i < 4; ++i) {
            computer.service.acceptLogon();
        }
        contract::AgentLogon logon;
        logon.userName = QStringLiteral("anna");
        logon.passcode = secret("1234567890");
        agent::ServiceLink link(computer.service.url(), {}, computer.clock);
        const auto refusal = [&] {
            return link.logon(logon, std::chrono::seconds(5)).error().code;
        };
        QCOMPARE(refusal(), QStringLiteral("workstation_not_authenticated"));
        agent::Identity identity = computer.open()->identity();
        identity.signing = offline::makeSigningKey();
        link.signAs(identity, {});
        QCOMPARE(refusal(), QStringLiteral("workstation_not_authenticated"));
        identity = computer.open()->identity();
        identity.workstationId = QStringLiteral("13");
        link.signAs(identity, {});
        QCOMPARE(refusal(), QStringLiteral("workstation_not_authenticated"));
        link.signAs(computer.open()->identity(), {});
        QVERIFY(link.logon(logon, std::chrono::seconds(5)));
    }
    void theServicesTimeIsRead()
    {
        Computer computer;
        QVERIFY(computer.enrol());
        computer.service.time = atHour(13) + std::chrono::seconds(7);
        computer.service.acceptLogon();
        agent::ServiceLink link(computer.service.url(), {}, computer.clock);
        link.signAs(computer.open()->identity(), {});
        contract::AgentLogon logon;
        logon.userName = QStringLiteral("anna");
        logon.passcode = secret("1234567890");
        QVERIFY(link.logon(logon, std::chrono::seconds(5)));
        QVERIFY(link.serverTime());
        QCOMPARE(*link.serverTime(), computer.service.time);
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
