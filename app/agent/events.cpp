// SPDX-License-Identifier: Apache-2.0
#include "app/agent/verbs.h"
#include "services/contract/json.h"

#include <QJsonDocument>

namespace holdfast::agent_program {

namespace {

QString lineOf(const agent::LedgerEvent& entry)
{
    const contract::OfflineEvent& event = entry.event;
    return QStringLiteral("%1  %2  %3  %4  %5%6\n")
        .arg(event.sequence)
        .arg(contract::toRfc3339(event.at), contract::enumName(event.kind), event.userName.simplified(),
             event.reason, entry.upload ? QStringLiteral("  (to be told)") : QString());
}

int runEvents(const CommandLine& line)
{
    const contract::SystemClock clock;
    const auto installation = agent::Installation::open(stateOf(line), clock);
    if (!installation) {
        return complain(installation.error());
    }
    const auto ledger = (*installation)->lock();
    if (!ledger) {
        return complain(ledger.error());
    }
    for (const agent::LedgerEvent& entry : ledger->content.events) {
        print(line.has("json")
                  ? QString::fromUtf8(
                        QJsonDocument(contract::toJson(entry.event)).toJson(QJsonDocument::Compact))
                      + QLatin1Char('\n')
                  : lineOf(entry));
    }
    return Done;
}

} // namespace

Verb eventsVerb()
{
    return {QStringLiteral("events"),
            {},
            QStringLiteral("Lists what happened here without the service, the oldest first."),
            {{"json", nullptr, "A line of JSON for each."}, stateFlag()},
            0,
            runEvents};
}

} // namespace holdfast::agent_program
