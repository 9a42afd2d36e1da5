// SPDX-License-Identifier: Apache-2.0
#include "app/agent/terminal.h"
#include "app/agent/verbs.h"

#include <cstdio>

namespace holdfast::agent_program {

Flag stateFlag()
{
    return {"state-dir", "DIRECTORY",
            "Where the agent keeps its state; " HOLDFAST_AGENT_STATE " by default."};
}

agent::StateDirectory stateOf(const CommandLine& line)
{
    return agent::StateDirectory(line.value("state-dir", QStringLiteral(HOLDFAST_AGENT_STATE)));
}

int exitCodeOf(agent::LogonOutcome outcome)
{
    switch (outcome) {
    case agent::LogonOutcome::Accepted:
        return Done;
    case agent::LogonOutcome::Refused:
        return Refused;
    case agent::LogonOutcome::Unavailable:
        return Undecided;
    case agent::LogonOutcome::Cancelled:
        return GivenUp;
    }
    return Refused;
}

int complain(const contract::Error& error)
{
    std::fprintf(stderr, "holdfast-agent: %s [%s]\n", forTerminal(error.detail).constData(),
                 forTerminal(error.code).constData());
    if (error.code == QLatin1String("usage")) {
        return WrongUsage;
    }
    return exitCodeOf(agent::outcomeOf(error));
}

void print(const QString& text)
{
    std::fputs(forTerminal(text).constData(), stdout);
}

} // namespace holdfast::agent_program
