// SPDX-License-Identifier: Apache-2.0
#include "services/agent/logon.h"

#include "services/agent/challenge_logon.h"
#include "services/agent/contact.h"
#include "services/agent/offline_logon.h"
#include "services/agent/online_logon.h"
#include "services/agent/words.h"

namespace holdfast::agent {

using contract::Secret;

namespace {

constexpr qsizetype longestName = 255;
constexpr qsizetype longestPasscode = 64;

// What was set aside is explained to its person once.
void tellSetAside(OpenLedger& ledger, const QString& userName, Conversation& conversation)
{
    bool told = false;
    for (SetAside& damaged : ledger.content.aside) {
        if (!damaged.toldPerson && damaged.names.contains(canonicalName(userName))) {
            damaged.toldPerson = true;
            told = true;
        }
    }
    if (told) {
        conversation.warn(Words::setAside(helpText(ledger.content)));
        (void)ledger.commit(); // at worst it is told twice
    }
}

} // namespace

Logon::Logon(Installation& installation, const offline::OfflineVerifier& verifier, Conversation& conversation,
             Patience patience, Resolver resolver)
    : m_installation(installation)
    , m_verifier(verifier)
    , m_conversation(conversation)
    , m_patience(patience)
    , m_resolver(std::move(resolver))
{ }

LogonOutcome Logon::run(LogonRequest request)
{
    const QString name = request.userName.trimmed();
    if (name.isEmpty() || name.size() > longestName) {
        m_conversation.warn(Words::noNameGiven());
        return LogonOutcome::Refused;
    }
    std::unique_ptr<ServiceLink> link;
    bool held = false; // or nothing better to decide by
    QString noData;
    bool challenges = false;
    {
        auto ledger = m_installation.lock();
        if (!ledger) {
            m_conversation.warn(ledger.error().detail);
            return LogonOutcome::Unavailable;
        }
        tellSetAside(*ledger, name, m_conversation);
        link = linkOf(m_installation, ledger->content);
        challenges = ledger->content.challengesAllowed;
        held = challenges ? holdsCurrentData(ledger->content, name, m_installation.clock().now())
                          : holdsData(ledger->content, name);
        noData = Words::noData(name, findProblem(ledger->content, name), helpText(ledger->content));
    }
    Reachability found =
        reachService(*link, QUrl(m_installation.identity().service), m_patience.find, m_resolver);
    if (found.reach != Reach::Online) {
        if (!held) {
            m_conversation.warn(Words::reach(found) + QLatin1Char(' ') + noData);
            return challenges ? challenge(name) : LogonOutcome::Unavailable;
        }
        m_conversation.tell(Words::signsInOffline(found));
    }
    std::optional<Secret> passcode = std::move(request.passcode);
    if (!passcode) {
        passcode = m_conversation.ask(request.prompt.isEmpty() ? Words::passcodePrompt() : request.prompt,
                                      Echo::Hidden);
    }
    if (!passcode) {
        return LogonOutcome::Cancelled;
    }
    if (passcode->isEmpty() || passcode->size() > longestPasscode) {
        m_conversation.warn(Words::refused());
        return LogonOutcome::Refused;
    }
    if (found.reach == Reach::Online) {
        OnlineLogon online(m_installation, *link, m_conversation, m_patience);
        if (const auto decided = online.run(name, *passcode)) {
            return *decided;
        }
        if (!held) {
            m_conversation.warn(Words::reach({Reach::HalfOnline, QStringLiteral("no_answer")})
                                + QLatin1Char(' ') + noData);
            return challenges ? challenge(name) : LogonOutcome::Unavailable;
        }
        m_conversation.tell(Words::fellAway());
    }
    return OfflineLogon(m_installation, m_verifier, m_conversation).run(name, std::move(*passcode));
}

LogonOutcome Logon::challenge(const QString& userName)
{
    return ChallengeLogon(m_installation, m_conversation).run(userName.trimmed());
}

} // namespace holdfast::agent
