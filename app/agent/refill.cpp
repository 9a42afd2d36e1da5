// SPDX-License-Identifier: Apache-2.0
#include "app/agent/verbs.h"
#include "services/agent/contact.h"
#include "services/agent/words.h"

namespace holdfast::agent_program {

namespace {

constexpr auto refillPatience = std::chrono::seconds(30);
constexpr auto refillFindPatience = std::chrono::seconds(10);

int runRefill(const CommandLine& line)
{
    const contract::SystemClock clock;
    const auto installation = agent::Installation::open(stateOf(line), clock, agent::backgroundLockPatience);
    if (!installation) {
        return complain(installation.error());
    }
    std::unique_ptr<agent::ServiceLink> link;
    {
        const auto ledger = (*installation)->lock();
        if (!ledger) {
            return complain(ledger.error());
        }
        link = agent::linkOf(**installation, ledger->content);
    }
    const agent::Reachability found =
        agent::reachService(*link, QUrl((*installation)->identity().service), refillFindPatience);
    if (found.reach != agent::Reach::Online) {
        const contract::Error error {contract::ErrorKind::Unavailable, found.cause,
                                     agent::Words::reach(found)};
        agent::noteContactFailure(**installation, error);
        // A laptop on the road is no failed unit.
        if (line.has("quiet")) {
            return Done;
        }
        return complain(error);
    }
    const auto contacted = agent::makeContact(**installation, *link, refillPatience, refillPatience);
    if (!contacted) {
        return complain(contacted.error());
    }
    for (const QString& sentence : contacted->sentences) {
        print(sentence + QLatin1Char('\n'));
    }
    if (!line.has("quiet")) {
        print(QStringLiteral("%1 events told, %2 sets renewed, %3 kept, %4 removed.\n")
                  .arg(contacted->eventsTold)
                  .arg(contacted->renewed)
                  .arg(contacted->kept)
                  .arg(contacted->removed));
    }
    return Done;
}

} // namespace

Verb refillVerb()
{
    return {QStringLiteral("refill"),
            {},
            QStringLiteral("Tells the service what happened, and renews what it says; a timer runs it."),
            {{"quiet", nullptr, "Says only what went wrong; a service out of reach is nothing wrong."},
             stateFlag()},
            0,
            runRefill};
}

} // namespace holdfast::agent_program
