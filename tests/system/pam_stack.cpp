// SPDX-License-Identifier: Apache-2.0
#include "tests/system/pam_stack.h"

#include "services/contract/json.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <cstring>
#include <security/pam_appl.h>

namespace holdfast::testing {

namespace {

constexpr int processMilliseconds = 60'000;

extern "C" int converse(int count, const pam_message** messages, pam_response** responses, void* data)
{
    auto& application = *static_cast<Application*>(data);
    auto* const said = static_cast<pam_response*>(calloc(static_cast<size_t>(count), sizeof(pam_response)));
    for (int i = 0; i < count; ++i) {
        application.heard << QByteArray(messages[i]->msg);
        const bool asked =
            messages[i]->msg_style == PAM_PROMPT_ECHO_OFF || messages[i]->msg_style == PAM_PROMPT_ECHO_ON;
        if (asked && application.whenAsked) {
            application.whenAsked();
        }
        if (asked && (application.givesUp || application.answers.isEmpty())) {
            free(said);
            return PAM_CONV_ERR;
        }
        said[i].resp = asked ? strdup(application.answers.takeFirst().constData()) : nullptr;
    }
    *responses = said;
    return PAM_SUCCESS;
}

// Beside the service, which lives in this thread.
ToolResult runBeside(QProcess& process, const QString& program, const QStringList& arguments,
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

} // namespace

PamStack::PamStack()
{
    const auto now = contract::SystemClock().now();
    m_step = contract::toMilliseconds(now) / 1000 / interval;
    offline::SetHeader& header = m_maker.content.header;
    header.days = {{m_step - 60, stepsADay}, {m_step - 60 + stepsADay, stepsADay}};
    header.issuedAt = now;
    header.expiresAt = now + std::chrono::hours(36);
    header.stepsAround = 5;
    header.lastStep = m_step - 61;
    m_maker.addEmergency(contract::CodeReplaces::Passcode, "BCDFGHJK", header.expiresAt);
    m_maker.build();
}

bool PamStack::enrol()
{
    m_base = std::make_unique<QTemporaryDir>();
    m_service = std::make_unique<FakeService>(m_maker);
    m_service->time = contract::SystemClock().now();
    const ToolResult enrolled =
        agent({QStringLiteral("enrol"), QStringLiteral("--service"), m_service->url().toString(),
               QStringLiteral("--name"), QStringLiteral("laptop-7"), QStringLiteral("--tcti"),
               QStringLiteral("none")},
              "ABCD-EFGH\n");
    write(QString());
    return enrolled.exitCode == 0;
}

QByteArray PamStack::passcode() const
{
    return m_maker.passcode(m_step).reveal().toByteArray();
}

ToolResult PamStack::agent(const QStringList& arguments, const QByteArray& input) const
{
    QProcess process;
    QStringList all = arguments;
    if (!arguments.first().startsWith(QLatin1String("--")) && !arguments.contains(QStringLiteral("--help"))) {
        all << QStringLiteral("--state-dir") << path(QStringLiteral("state"));
    }
    return runBeside(process, programPath("holdfast-agent"), all, input);
}

ToolResult PamStack::logon(const QByteArray& typed) const
{
    return agent({QStringLiteral("logon"), QStringLiteral("anna"), QStringLiteral("--stdin")}, typed + '\n');
}

bool PamStack::signInOnline()
{
    m_service->acceptLogon();
    m_service->giveSet();
    contract::AgentContactAnswer answer;
    answer.serverTime = m_service->time;
    answer.name = QStringLiteral("laptop-7");
    m_service->answerContact(answer);
    return logon("1234567890").exitCode == 0;
}

bool PamStack::signInOnlineAndGoAway()
{
    const bool signedIn = signInOnline();
    m_service->goAway();
    return signedIn;
}

void PamStack::write(const QString& more, const QString& program) const
{
    QDir().mkpath(directory());
    QFile file(directory() + QStringLiteral("/holdfast-test"));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QStringLiteral("%1auth required %2 agent=%3 state_dir=%4 %5\naccount required pam_permit.so\n")
                   .arg(more.contains(QLatin1String("first_pass"))
                            ? QStringLiteral("auth optional " HOLDFAST_PAM_SET_ITEMS "\n")
                            : QString(),
                        QStringLiteral(HOLDFAST_PAM_MODULE), program, path(QStringLiteral("state")), more)
                   .toLocal8Bit());
}

void PamStack::writeWithScript(const QByteArray& script) const
{
    QFile file(path(QStringLiteral("agent.sh")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + script + '\n');
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    write(QString(), file.fileName());
}

int PamStack::authenticate(Application& application) const
{
    const pam_conv conversation {converse, &application};
    pam_handle_t* pam = nullptr;
    if (pam_start_confdir("holdfast-test", "anna", &conversation, directory().toLocal8Bit().constData(), &pam)
        != PAM_SUCCESS) {
        return -1;
    }
    if (!application.earlier.isNull()) {
        qputenv("PAM_AUTHTOK", application.earlier); // pam_set_items makes an item of it
    }
    const int code = pam_authenticate(pam, 0);
    qunsetenv("PAM_AUTHTOK");
    pam_end(pam, code);
    return code;
}

ToolResult PamStack::pamtester(const QByteArray& input) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral("libpam_wrapper.so"));
    environment.insert(QStringLiteral("PAM_WRAPPER"), QStringLiteral("1"));
    environment.insert(QStringLiteral("PAM_WRAPPER_SERVICE_DIR"), directory());
    process.setProcessEnvironment(environment);
    return runBeside(
        process, QStringLiteral("pamtester"),
        {QStringLiteral("holdfast-test"), QStringLiteral("anna"), QStringLiteral("authenticate")}, input);
}

} // namespace holdfast::testing
