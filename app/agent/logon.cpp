// SPDX-License-Identifier: Apache-2.0
#include "app/agent/terminal.h"
#include "app/agent/verbs.h"

#include <unistd.h>

namespace holdfast::agent_program {

namespace {

template <class Work>
int withInstallation(const CommandLine& line, const Work& work)
{
    if (line.word().isEmpty()) {
        return complain({contract::ErrorKind::InvalidRequest, QStringLiteral("usage"),
                         QStringLiteral("Whose sign-in? A name is needed.")});
    }
    const contract::SystemClock clock;
    const auto installation = agent::Installation::open(stateOf(line), clock);
    if (!installation) {
        return complain(installation.error());
    }
    const auto verifier = offline::makeRecordVerifier();
    Terminal terminal;
    agent::Logon logon(**installation, *verifier, terminal);
    const agent::LogonOutcome outcome = work(logon, line.word());
    if (outcome == agent::LogonOutcome::Accepted) {
        print(QStringLiteral("Signed in.\n"));
    }
    return exitCodeOf(outcome);
}

int runLogon(const CommandLine& line)
{
    if (!line.has("stdin") && isatty(STDIN_FILENO) == 0) {
        return complain(
            {contract::ErrorKind::InvalidRequest, QStringLiteral("usage"),
             QStringLiteral("Standard input is no terminal: a passcode is read from it with --stdin.")});
    }
    return withInstallation(line, [](agent::Logon& logon, const QString& userName) {
        agent::LogonRequest request;
        request.userName = userName;
        return logon.run(std::move(request));
    });
}

int runChallenge(const CommandLine& line)
{
    return withInstallation(
        line, [](agent::Logon& logon, const QString& userName) { return logon.challenge(userName); });
}

} // namespace

Verb logonVerb()
{
    return {QStringLiteral("logon"),
            QStringLiteral("USER"),
            QStringLiteral("Signs somebody in, as the login prompt would."),
            {{"stdin", nullptr, "Every answer is a line of standard input."}, stateFlag()},
            1,
            runLogon};
}

Verb challengeVerb()
{
    return {QStringLiteral("challenge"),
            QStringLiteral("USER"),
            QStringLiteral("Signs somebody in by a challenge and the help desk's response."),
            {stateFlag()},
            1,
            runChallenge};
}

} // namespace holdfast::agent_program
