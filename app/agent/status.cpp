// SPDX-License-Identifier: Apache-2.0
#include "app/agent/verbs.h"
#include "services/agent/report.h"
#include "services/contract/json.h"

#include <QJsonDocument>

namespace holdfast::agent_program {

namespace {

QString textOf(const agent::AgentStatus& status)
{
    QString text;
    const auto row = [&text](const char* name, const QString& value) {
        text += QString::fromLatin1(name).leftJustified(16) + value + QLatin1Char('\n');
    };
    if (!status.name.isEmpty()) {
        row("name", status.name);
        row("domain", status.domain);
        row("service", status.service);
    }
    if (!status.enrolled) {
        row("state", QStringLiteral("%1 [%2]").arg(status.sentence, status.problem));
        return text;
    }
    row("keys",
        status.keyProtection == contract::KeyProtection::Tpm ? QStringLiteral("sealed by the TPM")
                                                             : QStringLiteral("in a file of root's"));
    row("last contact",
        (status.lastContactAt ? contract::toRfc3339(*status.lastContactAt) : QStringLiteral("never"))
            + (status.lastContactProblem.isEmpty()
                   ? QString()
                   : QStringLiteral("; the last try failed [%1]").arg(status.lastContactProblem)));
    row("clock",
        QStringLiteral("%1 s behind the service's at the last contact")
            .arg(static_cast<double>(status.clockOffsetMilliseconds) / 1000, 0, 'f', 1));
    row("events", QStringLiteral("%1 to be told").arg(status.eventsWaiting));
    row("challenges", status.challengesAllowed ? QStringLiteral("allowed") : QStringLiteral("not allowed"));
    if (status.sets.empty()) {
        row("offline data", QStringLiteral("none"));
    }
    for (const agent::StatusSet& set : status.sets) {
        row("offline data",
            QStringLiteral("%1, token %2: %3 days left (%4), %5 failures")
                .arg(set.userName, set.tokenSerial)
                .arg(set.daysLeft, 0, 'f', 1)
                .arg(set.state)
                .arg(set.failures));
    }
    return text;
}

int runStatus(const CommandLine& line)
{
    const contract::SystemClock clock;
    const agent::AgentStatus status = agent::statusOf(stateOf(line), clock);
    print(line.has("json") ? QString::fromUtf8(QJsonDocument(contract::toJson(status)).toJson())
                           : textOf(status));
    return status.enrolled ? Done : Undecided;
}

} // namespace

Verb statusVerb()
{
    return {QStringLiteral("status"),
            {},
            QStringLiteral("Tells what this computer is to which service, and what it holds; asks nobody."),
            {{"json", nullptr, "As JSON."}, stateFlag()},
            0,
            runStatus};
}

} // namespace holdfast::agent_program
