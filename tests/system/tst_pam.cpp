// SPDX-License-Identifier: Apache-2.0
#include "services/contract/json.h"
#include "tests/agent/fake_service.h"
#include "tests/support/process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <security/pam_appl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace holdfast;
using namespace holdfast::testing;

namespace {

constexpr int processMilliseconds = 60'000;

// What the application of a PAM stack says and hears.
struct Application
{
    QList<QByteArray> answers;
    QList<QByteArray> heard;
    bool givesUp = false;
};

extern "C" int converse(int count, const pam_message** messages, pam_response** responses, void* data)
{
    auto& application = *static_cast<Application*>(data);
    auto* const said = static_cast<pam_response*>(calloc(static_cast<size_t>(count), sizeof(pam_response)));
    for (int i = 0; i < count; ++i) {
        application.heard << QByteArray(messages[i]->msg);
        const bool asked =
            messages[i]->msg_style == PAM_PROMPT_ECHO_OFF || messages[i]->msg_style == PAM_PROMPT_ECHO_ON;
        if (asked && (application.givesUp || application.answers.isEmpty())) {
            free(said);
            return PAM_CONV_ERR;
        }
        said[i].resp = asked ? strdup(application.answers.takeFirst().constData()) : nullptr;
    }
    *responses = said;
    return PAM_SUCCESS;
}

int openDescriptors()
{
    return static_cast<int>(
        QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::NoDotAndDotDot | QDir::System).size());
}

} // namespace

class PamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto now = contract::SystemClock().now();
        m_step = contract::toMilliseconds(now) / 1000 / interval;
        offline::SetHeader& header = m_maker.content.header;
        header.days = {{m_step - 60, stepsADay}, {m_step - 60 + stepsADay, stepsADay}};
        header.issuedAt = now;
        header.expiresAt = now + std::chrono::hours(24);
        header.stepsAround = 5;
        header.lastStep = m_step - 61;
        m_maker.addEmergency(contract::CodeReplaces::Passcode, "BCDFGHJK", header.expiresAt);
        m_maker.build();
    }
    void init()
    {
        m_base = std::make_unique<QTemporaryDir>();
        m_service = std::make_unique<FakeService>(m_maker);
        m_service->time = contract::SystemClock().now();
        const ToolResult enrolled =
            agent({QStringLiteral("enrol"), QStringLiteral("--service"), m_service->url().toString(),
                   QStringLiteral("--name"), QStringLiteral("laptop-7"), QStringLiteral("--tcti"),
                   QStringLiteral("none")},
                  "ABCD-EFGH\n");
        QVERIFY2(enrolled.exitCode == 0, enrolled.errors.constData());
        writeStack(QString());
    }

    void theProgramSignsInOnlineAndOffline()
    {
        signInOnline();
        const ToolResult status = agent({QStringLiteral("status"), QStringLiteral("--json")});
        QCOMPARE(status.exitCode, 0);
        const QJsonObject told = QJsonDocument::fromJson(status.output).object();
        QCOMPARE(told.value(QLatin1String("sets")).toArray().size(), 1);
        m_service->goAway();
        const ToolResult offline = logon(passcode());
        QVERIFY2(offline.exitCode == 0, offline.errors.constData());
        QVERIFY(offline.output.contains("without the network"));
        QCOMPARE(logon(passcode()).exitCode, 1); // the same code again
        QCOMPARE(logon("1234000000").exitCode, 1);
        QCOMPARE(agent({QStringLiteral("logon"), QStringLiteral("bob"), QStringLiteral("--stdin")}, "1\n")
                     .exitCode,
                 3);
        const ToolResult events = agent({QStringLiteral("events"), QStringLiteral("--json")});
        QCOMPARE(events.output.count('\n'), 3);
        QVERIFY(!events.output.contains(passcode()));
        const ToolResult check = agent({QStringLiteral("check"), QStringLiteral("anna")});
        QVERIFY(check.output.contains("The data on this computer would decide."));
    }
    void exitCodesAreAsTheManualSays()
    {
        QCOMPARE(agent({QStringLiteral("--help")}).exitCode, 0);
        QCOMPARE(agent({QStringLiteral("logon"), QStringLiteral("--help")}).exitCode, 0);
        QCOMPARE(agent({QStringLiteral("no-such-verb")}).exitCode, 2);
        QCOMPARE(agent({QStringLiteral("logon"), QStringLiteral("--stdin")}).exitCode, 2);
        m_service->goAway();
        QCOMPARE(agent({QStringLiteral("refill")}).exitCode, 1);
        QCOMPARE(agent({QStringLiteral("refill"), QStringLiteral("--quiet")}).exitCode, 0);
        const ToolResult nowhere = runTool(programPath("holdfast-agent"),
                                           {QStringLiteral("status"), QStringLiteral("--state-dir"),
                                            m_base->filePath(QStringLiteral("nothing"))});
        QCOMPARE(nowhere.exitCode, 3);
    }

    void pamtesterSignsInOnline()
    {
        m_service->acceptLogon();
        m_service->giveSet();
        const ToolResult done = pamtester("1234567890\n");
        QVERIFY2(done.exitCode == 0, (done.output + done.errors).constData());
        QCOMPARE(
            m_service->askedOf("/agent/v1/logons").first().body.value(QLatin1String("passcode")).toString(),
            QStringLiteral("1234567890"));
    }
    void pamtesterSignsInOffline()
    {
        signInOnline();
        m_service->goAway();
        const ToolResult done = pamtester(passcode() + '\n');
        QVERIFY2(done.exitCode == 0, (done.output + done.errors).constData());
        QVERIFY((done.output + done.errors).contains("without the network"));
        QVERIFY(pamtester(passcode() + '\n').exitCode != 0);
        QVERIFY(pamtester("1234000000\n").exitCode != 0);
        const ToolResult emergency = pamtester("BCDFGHJK\n");
        QVERIFY2(emergency.exitCode == 0, (emergency.output + emergency.errors).constData());
    }

    void theStackIsLeftAsItWasFound()
    {
        signInOnline();
        m_service->goAway();
        const int before = openDescriptors();
        Application application {{passcode()}, {}};
        QCOMPARE(authenticate(application), PAM_SUCCESS);
        QCOMPARE(application.heard.first().contains("does not answer")
                     || application.heard.first().contains("network"),
                 true);
        QCOMPARE(openDescriptors(), before);
        QCOMPARE(::waitpid(-1, nullptr, WNOHANG), -1); // no child at all, not even a dead one
        QCOMPARE(errno, ECHILD);
        Application wrong {{"1234000000"}, {}};
        QCOMPARE(authenticate(wrong), PAM_AUTH_ERR);
        QCOMPARE(::waitpid(-1, nullptr, WNOHANG), -1);
    }
    void aProgramThatReapsChildrenItselfKeepsItsHandler()
    {
        signInOnline();
        m_service->goAway();
        struct sigaction ours = {};
        ours.sa_handler = SIG_IGN; // the kernel reaps, nobody can wait
        struct sigaction former = {};
        ::sigaction(SIGCHLD, &ours, &former);
        Application application {{passcode()}, {}};
        const int code = authenticate(application);
        struct sigaction after = {};
        ::sigaction(SIGCHLD, &former, &after);
        QCOMPARE(code, PAM_SUCCESS);
        QVERIFY(after.sa_handler == SIG_IGN);
    }
    void whoeverGivesUpAtThePromptIsNotSignedIn()
    {
        signInOnline();
        m_service->goAway();
        Application application;
        application.givesUp = true;
        QVERIFY(authenticate(application) != PAM_SUCCESS);
        QCOMPARE(::waitpid(-1, nullptr, WNOHANG), -1);
    }
    void withoutDataOrServiceTheModuleIsUnavailable()
    {
        m_service->goAway();
        Application application {{passcode()}, {}};
        QCOMPARE(authenticate(application), PAM_AUTHINFO_UNAVAIL);
        QVERIFY(application.heard.last().contains("holds no offline data for anna"));
    }
    void whatTheLineSaysIsDone()
    {
        signInOnline();
        m_service->goAway();
        writeStack(QStringLiteral("prompt=Code?"));
        Application prompted {{passcode()}, {}};
        QCOMPARE(authenticate(prompted), PAM_SUCCESS);
        QVERIFY(prompted.heard.contains("Code?"));
        writeStack(QStringLiteral("use_first_pass"));
        Application first;
        QCOMPARE(authenticate(first), PAM_AUTH_ERR); // nothing was asked for before
        writeStack(QStringLiteral("misspelt"));
        Application misspelt {{passcode()}, {}};
        QCOMPARE(authenticate(misspelt), PAM_SERVICE_ERR);
    }
    void anAgentThatMisbehavesLetsNobodyIn_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("ends") << QByteArray("exit 0");
        QTest::newRow("ends well but says nothing") << QByteArray("read a; exit 0");
        QTest::newRow("babbles") << QByteArray("echo hello; exit 0");
        QTest::newRow("nearly accepts") << QByteArray("echo 'done acceptedly'; exit 0");
        QTest::newRow("accepts without the word") << QByteArray("echo accepted; exit 0");
        QTest::newRow("endless line") << QByteArray("head -c 100000 /dev/zero | tr '\\0' x; exit 0");
        QTest::newRow("endless lines") << QByteArray("yes 'tell again'");
    }
    void anAgentThatMisbehavesLetsNobodyIn()
    {
        QFETCH(QByteArray, script);
        const QString path = m_base->filePath(QStringLiteral("agent.sh"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + script + '\n');
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        writeStack(QString(), path);
        Application application {{passcode()}, {}};
        QVERIFY(authenticate(application) != PAM_SUCCESS);
        QCOMPARE(::waitpid(-1, nullptr, WNOHANG), -1);
    }
    void aMissingAgentLetsNobodyIn()
    {
        writeStack(QString(), QStringLiteral("/nonexistent/holdfast-agent"));
        Application application {{passcode()}, {}};
        QCOMPARE(authenticate(application), PAM_SYSTEM_ERR);
    }
    void theAgentGetsNothingOfItsCaller()
    {
        const QString path = m_base->filePath(QStringLiteral("agent.sh"));
        const QString report = m_base->filePath(QStringLiteral("report"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\nenv >" + report.toLocal8Bit() + "; ls /proc/$$/fd >>" + report.toLocal8Bit()
                   + "; echo \"$@\" >>" + report.toLocal8Bit() + "; echo 'done refused'\n");
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        writeStack(QString(), path);
        qputenv("HOLDFAST_CALLERS_SECRET", "s3cret");
        const int nothing = ::open("/dev/null", O_RDONLY);
        const int open = ::fcntl(nothing, F_DUPFD, 77); // without FD_CLOEXEC
        ::close(nothing);
        Application application {{passcode()}, {}};
        QCOMPARE(authenticate(application), PAM_AUTH_ERR);
        ::close(open);
        QFile told(report);
        QVERIFY(told.open(QIODevice::ReadOnly));
        const QByteArray text = told.readAll();
        QVERIFY(!text.contains("s3cret"));
        QVERIFY(!text.contains("anna")); // not even the name is an argument
        QVERIFY2(!text.contains('\n' + QByteArray::number(open) + '\n'), text.constData());
    }

private:
    [[nodiscard]] QByteArray passcode() const { return m_maker.passcode(m_step).reveal().toByteArray(); }

    // Beside the service, which lives in this thread.
    static ToolResult runBeside(QProcess& process, const QString& program, const QStringList& arguments,
                                const QByteArray& input)
    {
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        const bool ended =
            QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, processMilliseconds);
        return {ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }
    ToolResult agent(const QStringList& arguments, const QByteArray& input = {}) const
    {
        QProcess process;
        QStringList all = arguments;
        if (!arguments.first().startsWith(QLatin1String("--"))
            && !arguments.contains(QStringLiteral("--help"))) {
            all << QStringLiteral("--state-dir") << stateDirectory();
        }
        return runBeside(process, programPath("holdfast-agent"), all, input);
    }
    ToolResult logon(const QByteArray& typed) const
    {
        return agent({QStringLiteral("logon"), QStringLiteral("anna"), QStringLiteral("--stdin")},
                     typed + '\n');
    }
    void signInOnline()
    {
        m_service->acceptLogon();
        m_service->giveSet();
        contract::AgentContactAnswer answer;
        answer.serverTime = m_service->time;
        answer.name = QStringLiteral("laptop-7");
        m_service->answerContact(answer);
        const ToolResult done = logon("1234567890");
        QVERIFY2(done.exitCode == 0, done.errors.constData());
    }

    [[nodiscard]] QString stateDirectory() const { return m_base->filePath(QStringLiteral("state")); }
    [[nodiscard]] QString stackDirectory() const { return m_base->filePath(QStringLiteral("pam.d")); }
    void writeStack(const QString& more, const QString& program = programPath("holdfast-agent"))
    {
        QDir().mkpath(stackDirectory());
        QFile file(stackDirectory() + QStringLiteral("/holdfast-test"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(
            QStringLiteral("auth required %1 agent=%2 state_dir=%3 %4\naccount required pam_permit.so\n")
                .arg(QStringLiteral(HOLDFAST_PAM_MODULE), program, stateDirectory(), more)
                .toLocal8Bit());
    }
    // In this process, which no module may leave changed.
    int authenticate(Application& application) const
    {
        const pam_conv conversation {converse, &application};
        pam_handle_t* pam = nullptr;
        if (pam_start_confdir("holdfast-test", "anna", &conversation,
                              stackDirectory().toLocal8Bit().constData(), &pam)
            != PAM_SUCCESS) {
            return -1;
        }
        const int code = pam_authenticate(pam, 0);
        pam_end(pam, code);
        return code;
    }
    ToolResult pamtester(const QByteArray& input) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral("libpam_wrapper.so"));
        environment.insert(QStringLiteral("PAM_WRAPPER"), QStringLiteral("1"));
        environment.insert(QStringLiteral("PAM_WRAPPER_SERVICE_DIR"), stackDirectory());
        process.setProcessEnvironment(environment);
        return runBeside(
            process, QStringLiteral("pamtester"),
            {QStringLiteral("holdfast-test"), QStringLiteral("anna"), QStringLiteral("authenticate")}, input);
    }

    SetMaker m_maker;
    qint64 m_step = 0;
    std::unique_ptr<QTemporaryDir> m_base {};
    std::unique_ptr<FakeService> m_service {};
};

QTEST_GUILESS_MAIN(PamTest)
#include "tst_pam.moc"
