// SPDX-License-Identifier: Apache-2.0
#include "tests/system/pam_stack.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <security/pam_appl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace holdfast;
using namespace holdfast::testing;

class PamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProgramSignsInOnlineAndOffline()
    {
        QVERIFY(m_stack.signInOnline());
        const ToolResult status = m_stack.agent({QStringLiteral("status"), QStringLiteral("--json")});
        QCOMPARE(status.exitCode, 0);
        const QJsonObject told = QJsonDocument::fromJson(status.output).object();
        QCOMPARE(told.value(QLatin1String("sets")).toArray().size(), 1);
        m_stack.service().goAway();
        const ToolResult offline = m_stack.logon(m_stack.passcode());
        QVERIFY2(offline.exitCode == 0, offline.errors.constData());
        QVERIFY(offline.output.contains("without the network"));
        QCOMPARE(m_stack.logon(m_stack.passcode()).exitCode, 1); // the same code again
        QCOMPARE(m_stack.logon("1234000000").exitCode, 1);
        QCOMPARE(
            m_stack.agent({QStringLiteral("logon"), QStringLiteral("bob"), QStringLiteral("--stdin")}, "1\n")
                .exitCode,
            3);
        const ToolResult events = m_stack.agent({QStringLiteral("events"), QStringLiteral("--json")});
        QCOMPARE(events.output.count('\n'), 3);
        QVERIFY(!events.output.contains(m_stack.passcode()));
        const ToolResult check = m_stack.agent({QStringLiteral("check"), QStringLiteral("anna")});
        QVERIFY(check.output.contains("The data on this computer would decide."));
    }
    void exitCodesAreAsTheManualSays()
    {
        QCOMPARE(m_stack.agent({QStringLiteral("--help")}).exitCode, 0);
        QCOMPARE(m_stack.agent({QStringLiteral("logon"), QStringLiteral("--help")}).exitCode, 0);
        QCOMPARE(m_stack.agent({QStringLiteral("no-such-verb")}).exitCode, 2);
        QCOMPARE(m_stack.agent({QStringLiteral("logon"), QStringLiteral("--stdin")}).exitCode, 2);
        m_stack.service().goAway();
        QCOMPARE(m_stack.agent({QStringLiteral("refill")}).exitCode, 1);
        QCOMPARE(m_stack.agent({QStringLiteral("refill"), QStringLiteral("--quiet")}).exitCode, 0);
        const ToolResult nowhere = runTool(programPath("holdfast-agent"),
                                           {QStringLiteral("status"), QStringLiteral("--state-dir"),
                                            m_stack.path(QStringLiteral("nothing"))});
        QCOMPARE(nowhere.exitCode, 3);
    }
    void pamtesterSignsInOnline()
    {
        m_stack.service().acceptLogon();
        m_stack.service().giveSet();
        const ToolResult done = m_stack.pamtester("1234567890\n");
        QVERIFY2(done.exitCode == 0, (done.output + done.errors).constData());
        QCOMPARE(m_stack.service()
                     .askedOf("/agent/v1/logons")
                     .first()
                     .body.value(QLatin1String("passcode"))
                     .toString(),
                 QStringLiteral("1234567890"));
    }
    void pamtesterSignsInOffline()
    {
        QVERIFY(m_stack.signInOnlineAndGoAway());
        const ToolResult done = m_stack.pamtester(m_stack.passcode() + '\n');
        QVERIFY2(done.exitCode == 0, (done.output + done.errors).constData());
        QVERIFY((done.output + done.errors).contains("without the network"));
        QVERIFY(m_stack.pamtester(m_stack.passcode() + '\n').exitCode != 0);
        QVERIFY(m_stack.pamtester("1234000000\n").exitCode != 0);
        const ToolResult emergency = m_stack.pamtester("BCDFGHJK\n");
        QVERIFY2(emergency.exitCode == 0, (emergency.output + emergency.errors).constData());
    }
    void whoeverGivesUpAtThePromptIsNotSignedIn()
    {
        QVERIFY(m_stack.signInOnlineAndGoAway());
        Application application;
        application.givesUp = true;
        QVERIFY(m_stack.authenticate(application) != PAM_SUCCESS);
        QCOMPARE(::waitpid(-1, nullptr, WNOHANG), -1);
    }
    void withoutDataOrServiceTheModuleIsUnavailable()
    {
        m_stack.service().goAway();
        Application application {{m_stack.passcode()}, {}};
        QCOMPARE(m_stack.authenticate(application), PAM_AUTHINFO_UNAVAIL);
        QVERIFY(application.heard.last().contains("holds no offline data for anna"));
    }
    void whatTheLineSaysIsDone()
    {
        QVERIFY(m_stack.signInOnlineAndGoAway());
        m_stack.write(QStringLiteral("prompt=Code?"));
        Application prompted {{m_stack.passcode()}, {}};
        QCOMPARE(m_stack.authenticate(prompted), PAM_SUCCESS);
        QVERIFY(prompted.heard.contains("Code?"));
        m_stack.write(QStringLiteral("use_first_pass"));
        Application first;
        QCOMPARE(m_stack.authenticate(first), PAM_AUTH_ERR); // nothing was asked for before
        m_stack.write(QStringLiteral("misspelt"));
        Application misspelt {{m_stack.passcode()}, {}};
        QCOMPARE(m_stack.authenticate(misspelt), PAM_SERVICE_ERR);
    }
    void whatAnEarlierModuleAskedForIsTried()
    {
        QVERIFY(m_stack.signInOnlineAndGoAway());
        m_stack.write(QStringLiteral("try_first_pass"));
        Application typed;
        typed.earlier = m_stack.passcode();
        typed.whenAsked = [] {
            QFAIL("It was typed already.");
        };
        QCOMPARE(m_stack.authenticate(typed), PAM_SUCCESS);
    }
    void afterARefusalOfWhatWasTypedEarlierThePersonIsAsked()
    {
        QVERIFY(m_stack.signInOnlineAndGoAway());
        m_stack.write(QStringLiteral("try_first_pass"));
        Application wrong {{m_stack.passcode()}, {}};
        wrong.earlier = "1234000000";
        QCOMPARE(m_stack.authenticate(wrong), PAM_SUCCESS);
        QVERIFY(wrong.answers.isEmpty());
        m_stack.write(QStringLiteral("use_first_pass"));
        Application only {{m_stack.passcode()}, {}};
        only.earlier = "1234000000";
        QCOMPARE(m_stack.authenticate(only), PAM_AUTH_ERR);
        QCOMPARE(only.answers.size(), 1);
    }
    void aPasswordTypedEarlierIsNoFailure()
    {
        QVERIFY(m_stack.signInOnlineAndGoAway());
        m_stack.write(QStringLiteral("try_first_pass"));
        Application password {{m_stack.passcode()}, {}};
        password.earlier = "correct horse";
        QCOMPARE(m_stack.authenticate(password), PAM_SUCCESS);
        QVERIFY(password.answers.isEmpty());
        const ToolResult events = m_stack.agent({QStringLiteral("events"), QStringLiteral("--json")});
        QCOMPARE(events.output.count('\n'), 1); // the one sign-in
    }
    void aProgramWithoutRootsRightsIsRefusedAndToldWhy()
    {
        if (::geteuid() != 0) {
            QSKIP("Here the state is this account's own.");
        }
        QVERIFY(m_stack.signInOnlineAndGoAway());
        QCOMPARE(::chmod(m_stack.path(QString()).toLocal8Bit().constData(), 0755), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            // As a screen locker of somebody's.
            if (::setgid(65534) != 0 || ::setuid(65534) != 0) {
                ::_exit(100);
            }
            Application application {{m_stack.passcode()}, {}};
            const int code = m_stack.authenticate(application);
            const bool told =
                !application.heard.isEmpty() && application.heard.last().contains("root's rights");
            ::_exit(told ? code : 101);
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), PAM_AUTH_ERR); // which the line that is shipped does not ignore
    }
    void nothingTypedEarlierIsNoAttempt()
    {
        QVERIFY(m_stack.signInOnlineAndGoAway());
        m_stack.write(QStringLiteral("try_first_pass"));
        Application empty {{m_stack.passcode()}, {}};
        empty.earlier = "";
        QCOMPARE(m_stack.authenticate(empty), PAM_SUCCESS);
        QVERIFY(empty.answers.isEmpty()); // it was asked for
        m_stack.write(QStringLiteral("use_first_pass"));
        Application only {{m_stack.passcode()}, {}};
        only.earlier = "";
        QCOMPARE(m_stack.authenticate(only), PAM_AUTH_ERR);
        QCOMPARE(only.answers.size(), 1);
        const ToolResult events = m_stack.agent({QStringLiteral("events"), QStringLiteral("--json")});
        QCOMPARE(events.output.count('\n'), 1); // the one sign-in
    }
    void aModuleThatGoesAwayInTheMiddleSignsNobodyIn()
    {
        QVERIFY(m_stack.signInOnlineAndGoAway());
        const QByteArray typed = "user anna\npasscode " + m_stack.passcode() + '\n';
        const ToolResult cut = m_stack.agent({QStringLiteral("pam")}, typed);
        QCOMPARE(cut.output, QByteArray("done cancelled\n"));
        QVERIFY(m_stack.agent({QStringLiteral("pam")}, typed + "begin\n").output.endsWith("done accepted\n"));
    }
    void aNameThatIsNoTextIsNobodys()
    {
        QVERIFY(m_stack.signInOnlineAndGoAway());
        const ToolResult named = m_stack.agent({QStringLiteral("pam")}, "user anna\xff\nbegin\n");
        QVERIFY(named.output.endsWith("done refused\n"));
    }
    void anAgentThatMisbehavesLetsNobodyIn_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<int>("code");
        QTest::newRow("ends") << QByteArray("exit 0") << PAM_SYSTEM_ERR;
        QTest::newRow("ends well but says nothing") << QByteArray("read a; exit 0") << PAM_SYSTEM_ERR;
        QTest::newRow("babbles") << QByteArray("echo hello; exit 0") << PAM_SYSTEM_ERR;
        QTest::newRow("nearly accepts") << QByteArray("echo 'done acceptedly'; exit 0") << PAM_AUTH_ERR;
        QTest::newRow("accepts without the word") << QByteArray("echo accepted; exit 0") << PAM_SYSTEM_ERR;
        QTest::newRow("endless line")
            << QByteArray("head -c 100000 /dev/zero | tr '\\0' x; exit 0") << PAM_SYSTEM_ERR;
        QTest::newRow("endless lines") << QByteArray("yes 'tell again'") << PAM_MAXTRIES;
    }
    void anAgentThatMisbehavesLetsNobodyIn()
    {
        QFETCH(QByteArray, script);
        QFETCH(int, code);
        m_stack.writeWithScript(script);
        Application application {{m_stack.passcode()}, {}};
        QCOMPARE(m_stack.authenticate(application), code);
        QCOMPARE(::waitpid(-1, nullptr, WNOHANG), -1);
    }
    void aMissingAgentLetsNobodyIn()
    {
        m_stack.write(QString(), QStringLiteral("/nonexistent/holdfast-agent"));
        Application application {{m_stack.passcode()}, {}};
        QCOMPARE(m_stack.authenticate(application), PAM_SYSTEM_ERR);
    }
    void init() { QVERIFY(m_stack.enrol()); }

private:
    PamStack m_stack;
};

QTEST_GUILESS_MAIN(PamTest)
#include "tst_pam.moc"
