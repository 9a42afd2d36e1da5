// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agent/command_line.h"
#include "services/agent/logon.h"

namespace holdfast::agent_program {

// What the program ends with, for scripts and for whoever reads a log.
enum ExitCode
{
    Done = 0, // signed in, where that was asked
    Refused = 1, // refused, or failed: one line on standard error tells
    WrongUsage = 2,
    Undecided = 3, // not enrolled, or neither service nor data to decide by
    GivenUp = 4 // whoever sat there did not go on
};

// What `holdfast-agent NAME` does.
struct Verb
{
    QString name;
    QString words; // what it takes besides flags, for the help
    QString summary;
    QList<Flag> flags;
    qsizetype mostWords;
    int (*run)(const CommandLine&);
};

[[nodiscard]] Verb enrolVerb();
[[nodiscard]] Verb logonVerb();
[[nodiscard]] Verb challengeVerb();
[[nodiscard]] Verb statusVerb();
[[nodiscard]] Verb refillVerb();
[[nodiscard]] Verb eventsVerb();
[[nodiscard]] Verb checkVerb();
[[nodiscard]] Verb pamVerb();

[[nodiscard]] Flag stateFlag();
[[nodiscard]] agent::StateDirectory stateOf(const CommandLine& line);
[[nodiscard]] int exitCodeOf(agent::LogonOutcome outcome);
// "holdfast-agent: sentence [code]" on standard error. Refused, Undecided or WrongUsage.
int complain(const contract::Error& error);
void print(const QString& text);

} // namespace holdfast::agent_program
