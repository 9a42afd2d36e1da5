// SPDX-License-Identifier: Apache-2.0
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
    std::fprintf(stderr, "holdfast-agent: %s [%s]\n", error.detail.toUtf8().constData(),
                 error.code.toUtf8().constData());
    static const QStringList undecided {
        QStringLiteral("not_enrolled"),     QStringLiteral("key_lost"),
        QStringLiteral("identity_damaged"), QStringLiteral("tpm_out_of_reach"),
        QStringLiteral("state_not_ours"),   QStringLiteral("state_open_to_others"),
        QStringLiteral("state_busy"),
    };
    if (error.code == QLatin1String("usage")) {
        return WrongUsage;
    }
    return undecided.contains(error.code) ? Undecided : Refused;
}

void print(const QString& text)
{
    std::fputs(text.toUtf8().constData(), stdout);
}

} // namespace holdfast::agent_program
