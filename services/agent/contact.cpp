// SPDX-License-Identifier: Apache-2.0
#include "services/agent/contact.h"

#include "services/agent/set_files.h"

#include <QSysInfo>

namespace holdfast::agent {

using contract::Result;

namespace {

constexpr size_t mostEvents = 500; // in one request
constexpr size_t mostSets = 500;
constexpr int mostRounds = 10;

contract::AgentContact whatToTell(const Installation& installation, const Ledger& ledger)
{
    contract::AgentContact contact;
    contact.localTime = installation.clock().now();
    contact.agentVersion = QStringLiteral(HOLDFAST_VERSION);
    contact.system = systemName();
    for (const LedgerSet& entry : ledger.sets) {
        if (contact.sets.size() >= mostSets) {
            break;
        }
        contract::HeldSet held;
        held.setId = entry.setId;
        held.lastStep = entry.lastStep;
        held.failures = entry.failures;
        const auto left = entry.expiresAt - std::max(contact.localTime, entry.highWater);
        held.daysLeft = std::max(std::chrono::duration<double, std::ratio<86400>>(left).count(), 0.0);
        held.verifyMilliseconds = entry.verifyMilliseconds;
        contact.sets.push_back(held);
    }
    for (const SetAside& damaged : ledger.aside) {
        if (!damaged.toldService && contact.sets.size() < mostSets) {
            contract::HeldSet held;
            held.setId = damaged.setId;
            held.damaged = true;
            contact.sets.push_back(held);
        }
    }
    for (const LedgerEvent& entry : ledger.events) {
        if (entry.upload && contact.events.size() < mostEvents) {
            contact.events.push_back(entry.event);
        }
    }
    return contact;
}

void removeSet(const StateDirectory& directory, Ledger& ledger, const QString& setId)
{
    removeSetFile(directory, setId);
    std::erase_if(ledger.sets, [&](const LedgerSet& set) { return set.setId == setId; });
}

// What the answer says of this computer; the ids of the sets that are to be renewed.
QStringList apply(const Installation& installation, Ledger& ledger,
                  const contract::AgentContactAnswer& answer, const contract::AgentContact& told,
                  ContactOutcome& outcome)
{
    const contract::Timestamp now = installation.clock().now();
    ledger.lastContactAt = now;
    ledger.lastContactProblem.clear();
    ledger.challengesAllowed = answer.challengesAllowed;
    ledger.clockOffsetMilliseconds = (answer.serverTime - now).count();
    const qint64 before = ledger.eventsKnown;
    confirmEvents(ledger, answer.eventsKnown);
    outcome.eventsTold += static_cast<int>(
        std::count_if(told.events.begin(), told.events.end(), [&](const contract::OfflineEvent& event) {
            return event.sequence > before && event.sequence <= ledger.eventsKnown;
        }));
    for (SetAside& damaged : ledger.aside) {
        damaged.toldService = damaged.toldService
            || std::any_of(told.sets.begin(), told.sets.end(), [&](const contract::HeldSet& held) {
                                  return held.damaged && held.setId == damaged.setId;
                              });
    }
    std::erase_if(ledger.aside,
                  [](const SetAside& damaged) { return damaged.toldService && damaged.toldPerson; });
    for (LedgerSet& entry : ledger.sets) {
        entry.highWater = std::max(entry.highWater, answer.serverTime);
    }

    QStringList renew;
    for (const contract::SetInstruction& instruction : answer.sets) {
        LedgerSet* const entry = findSet(ledger, instruction.setId);
        if (entry == nullptr) {
            // A damaged one may be made anew, as if it were held.
            if (instruction.advice == contract::SetAdvice::Renew && isSetId(instruction.setId)) {
                renew << instruction.setId;
            }
            continue;
        }
        entry->advice = instruction.advice;
        entry->adviceSentence = instruction.sentence;
        switch (instruction.advice) {
        case contract::SetAdvice::Keep:
            ++outcome.kept;
            break;
        case contract::SetAdvice::LogonNeeded:
            ++outcome.kept;
            outcome.sentences << entry->userName + QStringLiteral(": ") + instruction.sentence;
            break;
        case contract::SetAdvice::Renew:
            renew << instruction.setId;
            break;
        case contract::SetAdvice::Remove:
            setProblem(ledger, entry->userName, instruction.reason, instruction.sentence, now);
            outcome.sentences << entry->userName + QStringLiteral(": ") + instruction.sentence;
            removeSet(installation.directory(), ledger, instruction.setId);
            ++outcome.removed;
            break;
        }
    }
    return renew;
}

Result<void> renewSet(Installation& installation, ServiceLink& link, const QString& setId,
                      std::chrono::milliseconds patience, ContactOutcome& outcome)
{
    contract::AgentSetRequest request;
    request.setId = setId;
    const auto fetched = link.fetchSet(request, patience);
    auto ledger = installation.lock();
    if (!ledger) {
        return contract::Unexpected(ledger.error());
    }
    const auto now = installation.clock().now();
    const LedgerSet* const former = findSet(ledger->content, setId);
    const QString userName = former != nullptr ? former->userName : QString();
    const auto taken = fetched ? takeSet(installation.directory(), installation.identity(), ledger->content,
                                         *fetched, link.serverTime().value_or(now), SetOrigin::Refill)
                               : Result<LedgerSet>(contract::Unexpected(fetched.error()));
    if (taken) {
        clearProblem(ledger->content, taken->userName);
        if (taken->setId != setId && former != nullptr) {
            removeSet(installation.directory(), ledger->content, setId);
        }
        ++outcome.renewed;
    } else {
        setProblem(ledger->content, userName, taken.error().code, taken.error().detail, now);
        outcome.sentences << userName + QStringLiteral(": ") + taken.error().detail;
    }
    return ledger->commit();
}

} // namespace

Result<ContactOutcome> makeContact(Installation& installation, ServiceLink& link,
                                   std::chrono::milliseconds patience,
                                   std::chrono::milliseconds downloadPatience)
{
    ContactOutcome outcome;
    QStringList renew;
    for (int round = 0; round < mostRounds; ++round) {
        contract::AgentContact told;
        {
            const auto ledger = installation.lock();
            if (!ledger) {
                return contract::Unexpected(ledger.error());
            }
            told = whatToTell(installation, ledger->content);
        }
        const auto answer = link.contact(told, patience);
        if (!answer) {
            isRevocation(answer.error()) ? forgetEverything(installation)
                                         : noteContactFailure(installation, answer.error());
            return contract::Unexpected(answer.error());
        }
        auto ledger = installation.lock();
        if (!ledger) {
            return contract::Unexpected(ledger.error());
        }
        outcome.kept = 0;
        outcome.sentences.clear();
        const qint64 known = ledger->content.eventsKnown;
        renew = apply(installation, ledger->content, *answer, told, outcome);
        if (const auto renamed = installation.rename(answer->name, answer->domain); !renamed) {
            return contract::Unexpected(renamed.error());
        }
        if (const auto written = ledger->commit(); !written) {
            return contract::Unexpected(written.error());
        }
        if (waitingEvents(ledger->content) == 0 || ledger->content.eventsKnown == known) {
            break;
        }
    }
    for (const QString& setId : renew) {
        if (const auto renewed = renewSet(installation, link, setId, downloadPatience, outcome); !renewed) {
            return contract::Unexpected(renewed.error());
        }
    }
    return outcome;
}

void forgetEverything(Installation& installation)
{
    auto ledger = installation.lock();
    if (!ledger) {
        return;
    }
    removeAllSetFiles(installation.directory());
    ledger->content.sets.clear();
    ledger->content.aside.clear();
    ledger->content.challenge.reset();
    ledger->content.challengesAllowed = false;
    ledger->content.lastContactProblem = QStringLiteral("workstation_revoked");
    (void)ledger->commit();
}

void noteContactFailure(Installation& installation, const contract::Error& error)
{
    if (auto ledger = installation.lock()) {
        ledger->content.lastContactProblem = error.code;
        (void)ledger->commit();
    }
}

std::unique_ptr<ServiceLink> linkOf(const Installation& installation, const Ledger& ledger)
{
    const Identity& identity = installation.identity();
    auto link =
        std::make_unique<ServiceLink>(QUrl(identity.service), identity.authorities, installation.clock());
    link->signAs(identity, std::chrono::milliseconds(ledger.clockOffsetMilliseconds));
    return link;
}

QString systemName()
{
    return (QSysInfo::prettyProductName() + QStringLiteral(", ") + QSysInfo::kernelType() + QLatin1Char(' ')
            + QSysInfo::kernelVersion())
        .left(256);
}

} // namespace holdfast::agent
