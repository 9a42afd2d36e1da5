// SPDX-License-Identifier: Apache-2.0
#include "services/agent/contact.h"

#include "services/agent/deadline.h"
#include "services/agent/set_files.h"

#include <QSysInfo>

namespace holdfast::agent {

using contract::Result;

namespace {

constexpr size_t mostEvents = 500; // in one request
constexpr size_t mostSets = 500;
constexpr int mostRoundsOfRefill = 10;
constexpr int mostRoundsOfLogon = 2; // as many events as a ledger keeps
constexpr qsizetype longestHelpText = 200;

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
        if (entry.lastGranted) {
            const qint64 codes = std::max<qint64>(*entry.lastGranted - entry.lastStep, 0);
            held.daysLeft = std::min(held.daysLeft, static_cast<double>(codes));
        }
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

// It is at least so late. The keys of days that are over are forgotten.
void raiseMark(const Installation& installation, LedgerSet& entry, contract::Timestamp serverTime)
{
    entry.highWater = std::max(entry.highWater, serverTime);
    if (!entry.dayEndsAt || entry.highWater < *entry.dayEndsAt) {
        return;
    }
    const auto set = readSetFile(installation.directory(), installation.identity(), entry.setId);
    if (!set) {
        return; // told where it is wanted
    }
    offline::SetState state = stateIn(entry);
    offline::moveToPresentDay(set->header(), state);
    keepState(entry, set->header(), state);
}

bool holdsOther(const Ledger& ledger, const LedgerSet& entry)
{
    return std::any_of(ledger.sets.begin(), ledger.sets.end(), [&](const LedgerSet& other) {
        return other.setId != entry.setId && other.names.value(0) == entry.names.value(0);
    });
}

void removeAsTold(OpenLedger& ledger, const LedgerSet& entry, const contract::SetInstruction& instruction,
                  contract::Timestamp now, ContactOutcome& outcome)
{
    if (!holdsOther(ledger.content, entry)) {
        setProblem(ledger.content, entry.userName, instruction.reason, instruction.sentence, now);
    }
    outcome.sentences << entry.userName + QStringLiteral(": ") + instruction.sentence;
    ++outcome.removed;
    removeSet(ledger, QString(entry.setId));
}

// What the answer says of this computer; the ids of the sets that are to be renewed.
QStringList apply(const Installation& installation, OpenLedger& opened,
                  const contract::AgentContactAnswer& answer, const contract::AgentContact& told,
                  ContactOutcome& outcome)
{
    Ledger& ledger = opened.content;
    const contract::Timestamp now = installation.clock().now();
    ledger.lastContactAt = now;
    ledger.lastContactProblem.clear();
    ledger.challengesAllowed = answer.challengesAllowed;
    ledger.clockOffsetMilliseconds = (answer.serverTime - now).count();
    if (!answer.helpText.isEmpty()) {
        ledger.helpText = printable(answer.helpText, longestHelpText);
    }
    correctTries(ledger, answer.serverTime);
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
        raiseMark(installation, entry, answer.serverTime);
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
            removeAsTold(opened, *entry, instruction, now, outcome);
            break;
        }
    }
    return renew;
}

// Whose a set is or was; empty: nobody knows.
QString ownerOf(Ledger& ledger, const QString& setId)
{
    if (const LedgerSet* const held = findSet(ledger, setId)) {
        return held->userName;
    }
    const auto damaged = std::find_if(ledger.aside.begin(), ledger.aside.end(),
                                      [&](const SetAside& aside) { return aside.setId == setId; });
    return damaged == ledger.aside.end() ? QString() : damaged->names.value(0);
}

bool wantsNoMore(const contract::Error& error)
{
    return error.kind == contract::ErrorKind::Unavailable
        || error.kind == contract::ErrorKind::TooManyRequests;
}

// False: the service fell away, or has enough for now.
Result<bool> renewSet(Installation& installation, ServiceLink& link, const QString& setId,
                      std::chrono::milliseconds patience, ContactOutcome& outcome)
{
    contract::AgentSetRequest request;
    request.setId = setId;
    const auto fetched = link.fetchSet(request, patience);
    if (!fetched && isRevocation(fetched.error())) {
        forgetEverything(installation);
        return contract::Unexpected(fetched.error());
    }
    auto ledger = installation.lock();
    if (!ledger) {
        return contract::Unexpected(ledger.error());
    }
    const QString userName = ownerOf(ledger->content, setId);
    const auto taken = fetched ? takeSet(installation, *ledger, *fetched, SetOrigin::Refill)
                               : Result<LedgerSet>(contract::Unexpected(fetched.error()));
    if (taken) {
        clearProblem(ledger->content, taken->userName);
        if (taken->setId != setId) {
            removeSet(*ledger, setId);
        }
        ++outcome.renewed;
    } else {
        setProblem(ledger->content, userName, downloadProblem(taken.error()), taken.error().detail,
                   installation.clock().now());
        outcome.sentences << userName + QStringLiteral(": ") + taken.error().detail;
    }
    if (const auto written = ledger->commit(); !written) {
        return contract::Unexpected(written.error());
    }
    return fetched || !wantsNoMore(fetched.error());
}

// How long a contact may take: each call, and all of it where somebody waits.
struct ContactPatience
{
    std::chrono::milliseconds call;
    std::optional<Deadline> all {};

    [[nodiscard]] std::chrono::milliseconds ofCall() const { return all ? all->atMost(call) : call; }
    [[nodiscard]] std::chrono::milliseconds ofLock() const
    {
        return all ? all->left() : std::chrono::milliseconds::max();
    }
};

// The ids of the sets that are to be renewed.
Result<QStringList> tell(Installation& installation, ServiceLink& link, const ContactPatience& patience,
                         int rounds, ContactOutcome& outcome)
{
    QStringList renew;
    for (int round = 0; round < rounds; ++round) {
        contract::AgentContact told;
        {
            const auto ledger = installation.lock(patience.ofLock());
            if (!ledger) {
                return contract::Unexpected(ledger.error());
            }
            told = whatToTell(installation, ledger->content);
        }
        const auto answer = link.contact(told, patience.ofCall());
        if (!answer) {
            isRevocation(answer.error()) ? forgetEverything(installation)
                                         : noteContactFailure(installation, answer.error());
            return contract::Unexpected(answer.error());
        }
        auto ledger = installation.lock(patience.ofLock());
        if (!ledger) {
            return contract::Unexpected(ledger.error());
        }
        outcome.kept = 0;
        outcome.sentences.clear();
        const qint64 known = ledger->content.eventsKnown;
        renew = apply(installation, *ledger, *answer, told, outcome);
        if (const auto renamed = installation.rename(answer->name, answer->domain); !renamed) {
            return contract::Unexpected(renamed.error());
        }
        if (const auto written = ledger->commit(); !written) {
            return contract::Unexpected(written.error());
        }
        removeStraySetFiles(installation.directory(), ledger->content);
        if (waitingEvents(ledger->content) == 0 || ledger->content.eventsKnown == known
            || !answer->eventsRefused.isEmpty()) {
            break;
        }
    }
    return renew;
}

} // namespace

Result<ContactOutcome> makeContact(Installation& installation, ServiceLink& link,
                                   std::chrono::milliseconds patience,
                                   std::chrono::milliseconds downloadPatience)
{
    ContactOutcome outcome;
    const auto renew = tell(installation, link, {patience}, mostRoundsOfRefill, outcome);
    if (!renew) {
        return contract::Unexpected(renew.error());
    }
    for (const QString& setId : *renew) {
        const auto goesOn = renewSet(installation, link, setId, downloadPatience, outcome);
        if (!goesOn) {
            return contract::Unexpected(goesOn.error());
        }
        if (!*goesOn) {
            break;
        }
    }
    if (outcome.renewed > 0) {
        // That the new data are here: an emergency code is read out only where it is known to be held. What
        // cannot be told now is told by the next contact.
        ContactOutcome told;
        (void)tell(installation, link, {patience}, 1, told);
    }
    return outcome;
}

Result<ContactOutcome> tellService(Installation& installation, ServiceLink& link,
                                   std::chrono::milliseconds patience)
{
    ContactOutcome outcome;
    const ContactPatience together {patience, Deadline(patience)};
    if (const auto told = tell(installation, link, together, mostRoundsOfLogon, outcome); !told) {
        return contract::Unexpected(told.error());
    }
    return outcome;
}

QString downloadProblem(const contract::Error& error)
{
    return error.code == QLatin1String("timed_out") ? QStringLiteral("download_timed_out") : error.code;
}

void forgetEverything(Installation& installation)
{
    auto ledger = installation.lock();
    if (!ledger && ledger.error().code == QLatin1String("state_replaced")) {
        return; // what lies there is another enrolment's
    }
    if (ledger) {
        Ledger& content = ledger->content;
        content.sets.clear();
        content.aside.clear();
        content.challenges.clear();
        content.challengesAllowed = false;
        content.lastContactProblem = QStringLiteral("workstation_revoked");
        (void)ledger->commit();
    }
    // Also where the ledger could not be had: without them its keys open nothing.
    removeAllSetFiles(installation.directory());
}

void noteContactFailure(Installation& installation, const contract::Error& error)
{
    auto ledger = installation.lock();
    const QString code = printable(error.code, 64);
    // A computer on the road fails every half hour: each writing raises the TPM's counter.
    if (ledger && ledger->content.lastContactProblem != code) {
        ledger->content.lastContactProblem = code;
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
