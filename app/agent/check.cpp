// SPDX-License-Identifier: Apache-2.0
#include "app/agent/verbs.h"
#include "services/agent/report.h"

namespace holdfast::agent_program {

namespace {

int runCheck(const CommandLine& line)
{
    const contract::SystemClock clock;
    const auto lines = agent::checkNow(stateOf(line), clock, line.word());
    bool good = true;
    for (const agent::CheckLine& check : lines) {
        print(QStringLiteral("%1  %2%3\n")
                  .arg(check.good ? QStringLiteral("good ") : QStringLiteral("wrong"),
                       check.name.leftJustified(12), check.sentence));
        good = good && check.good;
    }
    return good ? Done : Refused;
}

} // namespace

Verb checkVerb()
{
    return {QStringLiteral("check"),
            QStringLiteral("[USER]"),
            QStringLiteral("Tells what would happen at a sign-in now, and why: every check in words."),
            {stateFlag()},
            1,
            runCheck};
}

} // namespace holdfast::agent_program
