// SPDX-License-Identifier: Apache-2.0
#include "services/agent/online_logon.h"

#include "services/agent/contact.h"
#include "services/agent/deadline.h"
#include "services/agent/set_files.h"
#include "services/agent/words.h"

namespace holdfast::agent {

using contract::AgentOutcome;
using contract::Secret;

namespace {

constexpr int mostRounds = 8; // a token that wants a next code and a new PIN, with a few slips

double daysUntil(contract::Timestamp end, contract::Timestamp now)
{
    return std::chrono::duration<double, std::ratio<86400>>(end - now).count();
}

// An online logon takes back what was counted here, whether new data comes or not; and the code that it used
// is used here too.
void settleHeldSets(Ledger& ledger, const QString& userName, const contract::AgentLogonAnswer& answer)
{
    for (LedgerSet& entry : ledger.sets) {
        if (!entry.names.contains(canonicalName(userName))) {
            continue;
        }
        entry.failures = 0;
        entry.emergencyFailures = 0;
        entry.emergencyAgainAt.reset();
        if (answer.step && answer.tokenSerial == entry.tokenSerial) {
            entry.lastStep = std::max(entry.lastStep, *answer.step);
        }
    }
}

// The service will not hear this computer, whoever sits there.
bool isAboutThisComputer(const contract::Error& error)
{
    return error.kind == contract::ErrorKind::Unauthenticated || error.kind == contract::ErrorKind::Forbidden;
}

} // namespace

OnlineLogon::OnlineLogon(Installation& installation, ServiceLink& link, Conversation& conversation,
                         const Patience& patience, QString help)
    : m_installation(installation)
    , m_link(link)
    , m_conversation(conversation)
    , m_patience(patience)
    , m_help(std::move(help))
{ }

std::optional<LogonOutcome> OnlineLogon::run(const QString& userName, const Secret& passcode)
{
    if (const auto refused = tellFirst()) {
        return refused;
    }
    contract::AgentLogon request;
    request.userName = userName;
    request.passcode = passcode;
    for (int round = 0; round < mostRounds; ++round) {
        const auto answer = m_link.logon(request, m_patience.logon);
        if (!answer) {
            return refusedBy(answer.error());
        }
        request = {};
        request.attemptId = answer->attemptId;
        std::optional<Secret> typed;
        switch (answer->outcome) {
        case AgentOutcome::Success:
            succeeded(userName, *answer);
            return LogonOutcome::Accepted;
        case AgentOutcome::Refused:
            m_conversation.warn(
                Words::withHelp(answer->sentence.isEmpty() ? Words::refused() : answer->sentence, m_help));
            return LogonOutcome::Refused;
        case AgentOutcome::NextTokencode:
            if (!answer->sentence.isEmpty()) {
                m_conversation.tell(answer->sentence);
            }
            typed = request.nextTokencode = m_conversation.ask(Words::nextTokencodePrompt(), Echo::Hidden);
            break;
        case AgentOutcome::NewPin:
        case AgentOutcome::PinRefused:
            if (!answer->sentence.isEmpty()) {
                answer->outcome == AgentOutcome::NewPin ? m_conversation.tell(answer->sentence)
                                                        : m_conversation.warn(answer->sentence);
            }
            if (answer->givenPin) {
                m_conversation.tell(Words::givenPin(QString::fromUtf8(answer->givenPin->reveal())));
            }
            typed = request.newPin = m_conversation.ask(Words::newPinPrompt(), Echo::Hidden);
            break;
        }
        if (!typed) {
            return LogonOutcome::Cancelled;
        }
        if (typed->isEmpty() || !request.attemptId) {
            m_conversation.warn(Words::withHelp(Words::refused(), m_help));
            return LogonOutcome::Refused;
        }
    }
    m_conversation.warn(Words::withHelp(Words::refused(), m_help));
    return LogonOutcome::Refused;
}

// A code that was used here without the service must be known to it before it is asked about that code again.
// What cannot be told now leaves that to the upload afterwards.
std::optional<LogonOutcome> OnlineLogon::tellFirst()
{
    {
        const auto ledger = m_installation.lock();
        if (!ledger) {
            m_conversation.warn(Words::withHelp(ledger.error().detail, m_help));
            return outcomeOf(ledger.error());
        }
        if (waitingEvents(ledger->content) == 0) {
            return std::nullopt;
        }
    }
    const auto told = tellService(m_installation, m_link, m_patience.contact);
    return told || !isAboutThisComputer(told.error()) ? std::nullopt : refusedBy(told.error());
}

std::optional<LogonOutcome> OnlineLogon::refusedBy(const contract::Error& error)
{
    if (fellAway(error)) {
        return std::nullopt;
    }
    if (isRevocation(error)) {
        forgetEverything(m_installation);
    }
    m_conversation.warn(Words::withHelp(error.detail.isEmpty() ? Words::refused() : error.detail, m_help));
    return LogonOutcome::Refused;
}

void OnlineLogon::succeeded(const QString& userName, const contract::AgentLogonAnswer& answer)
{
    const Deadline settled(m_patience.settle); // whoever waits for the acceptance is told it before long
    const QString name = answer.userName.value_or(userName);
    contract::Result<contract::AgentSet> fetched =
        contract::failure(contract::ErrorKind::NotFound, QStringLiteral("no_ticket"), {});
    if (answer.ticket) {
        contract::AgentSetRequest request;
        request.ticket = answer.ticket;
        fetched = m_link.fetchSet(request, settled.atMost(m_patience.download));
        if (!fetched) {
            fetched.error().code = downloadProblem(fetched.error());
        }
    }
    bool news = false; // for the service
    {
        auto ledger = m_installation.lock(settled.left());
        if (!ledger) {
            m_conversation.warn(Words::notFetched(ledger.error().detail, m_help));
            return;
        }
        const contract::Timestamp now = m_installation.clock().now();
        const contract::Timestamp serverTime = m_link.serverTime().value_or(now);
        Ledger& content = ledger->content;
        settleHeldSets(content, name, answer);
        content.clockOffsetMilliseconds = m_link.clockOffset().count();
        if (m_link.serverTime()) {
            correctTries(content, serverTime);
        }
        if (fetched) {
            const auto taken = takeSet(m_installation, *ledger, *fetched, SetOrigin::Logon);
            if (taken) {
                clearProblem(content, name);
            } else {
                fetched = contract::Unexpected(taken.error());
            }
        }
        if (!fetched && answer.ticket) {
            const contract::Error& error = fetched.error();
            setProblem(content, name, error.code, error.detail, now);
            m_conversation.warn(Words::notFetched(error.detail, content.helpText));
            for (const LedgerSet& entry : content.sets) {
                if (entry.names.contains(canonicalName(name)) && daysUntil(entry.expiresAt, serverTime) > 0) {
                    m_conversation.warn(
                        Words::fewDaysLeft(daysUntil(entry.expiresAt, serverTime), true, entry.helpText));
                }
            }
        }
        news = fetched || waitingEvents(content) > 0 || !content.aside.empty();
        if (const auto written = ledger->commit(); !written) {
            m_conversation.warn(Words::notFetched(written.error().detail, m_help));
            return;
        }
    }
    if (news && !settled.isOver()) {
        // That the data arrived, and what happened meanwhile. What cannot be told now is told by the next
        // refill.
        (void)tellService(m_installation, m_link, settled.atMost(m_patience.contact));
    }
}

} // namespace holdfast::agent
