// SPDX-License-Identifier: Apache-2.0
#include "services/agent/challenge_logon.h"

#include "services/agent/words.h"
#include "services/offline/challenge.h"

namespace holdfast::agent {

using contract::ErrorKind;
using contract::failure;
using contract::Result;
using contract::Secret;

namespace {

constexpr size_t mostOpenChallenges = 100; // of all people
constexpr size_t mostTries = 500; // of all people within an hour

// Digits alone: what is read out over the telephone comes with spaces.
Secret digitsOf(const Secret& typed)
{
    QByteArray digits;
    digits.reserve(typed.size());
    for (const char c : typed.reveal()) {
        if (c >= '0' && c <= '9') {
            digits.append(c);
        }
    }
    Secret response {QByteArrayView(digits)};
    digits.fill('\0');
    return response;
}

// One that lies ahead counts as well, until the service tells the time: a clock that was set back brings no
// tries back.
void forgetOldTries(Ledger& ledger, contract::Timestamp now)
{
    std::erase_if(ledger.challengeTries,
                  [&](const ChallengeTry& tried) { return tried.at + std::chrono::hours(1) <= now; });
}

bool hasTriesLeft(const Ledger& ledger, const QString& name)
{
    return ledger.challengeTries.size() < mostTries
        && std::count_if(ledger.challengeTries.begin(), ledger.challengeTries.end(),
                         [&](const ChallengeTry& tried) { return tried.userName == name; })
        < challengeTriesAnHour;
}

// True: it was open, and is no more.
bool useUp(Ledger& ledger, const QString& challenge, const QString& name)
{
    return std::erase_if(ledger.challenges,
                         [&](const OpenChallenge& open) {
                             return open.challenge == challenge && open.userName == name;
                         })
        > 0;
}

contract::Unexpected tooManyTries()
{
    return failure(ErrorKind::TooManyRequests, QStringLiteral("too_many_challenges"),
                   Words::tooManyChallenges());
}

} // namespace

LogonOutcome ChallengeLogon::run(const QString& userName)
{
    const QString name = canonicalName(userName);
    const auto challenge = begin(name);
    if (!challenge) {
        return refuse(challenge.error());
    }
    m_conversation.tell(Words::challenge(*challenge, name, m_installation.identity().name));
    const auto response = m_conversation.ask(Words::responsePrompt(), Echo::Shown);
    if (!response) {
        return LogonOutcome::Cancelled;
    }
    const auto right = answer(*challenge, name, *response);
    if (!right) {
        return refuse(right.error());
    }
    if (!*right) {
        m_conversation.warn(Words::withHelp(Words::challengeRefused(), m_help));
        return LogonOutcome::Refused;
    }
    return LogonOutcome::Accepted;
}

LogonOutcome ChallengeLogon::refuse(const contract::Error& error)
{
    m_conversation.warn(Words::withHelp(error.detail, m_help));
    return outcomeOf(error);
}

Result<QString> ChallengeLogon::begin(const QString& name)
{
    auto ledger = m_installation.lock();
    if (!ledger) {
        return contract::Unexpected(ledger.error());
    }
    Ledger& content = ledger->content;
    m_help = content.helpText;
    if (!content.challengesAllowed) {
        return failure(ErrorKind::Forbidden, QStringLiteral("challenges_off"), Words::challengesOff());
    }
    forgetOldTries(content, m_installation.clock().now());
    if (!hasTriesLeft(content, name)) {
        return tooManyTries();
    }
    const QString challenge = offline::makeChallenge();
    std::erase_if(content.challenges, [&](const OpenChallenge& open) { return open.userName == name; });
    if (content.challenges.size() >= mostOpenChallenges) {
        content.challenges.erase(content.challenges.begin());
    }
    content.challenges.push_back({challenge, name});
    if (const auto written = ledger->commit(); !written) {
        return contract::Unexpected(written.error());
    }
    return challenge;
}

Result<bool> ChallengeLogon::answer(const QString& challenge, const QString& name, const Secret& response)
{
    auto ledger = m_installation.lock();
    if (!ledger) {
        return contract::Unexpected(ledger.error());
    }
    Ledger& content = ledger->content;
    const Identity& identity = m_installation.identity();
    const contract::Timestamp now = m_installation.clock().now();
    const auto secret = offline::agree(identity.agreement.privateKey, identity.serviceAgreementKey,
                                       QByteArrayView("holdfast challenge"));
    if (!secret) {
        return contract::Unexpected(secret.error());
    }
    // Another sign-in of the same person may have taken its place meanwhile.
    const bool open = useUp(content, challenge, name);
    forgetOldTries(content, now);
    const bool counts = open && content.challengesAllowed;
    if (counts && !hasTriesLeft(content, name)) {
        return tooManyTries();
    }
    if (counts) {
        content.challengeTries.push_back({name, now});
        if (const auto written = ledger->commit(); !written) { // before it is looked at
            return contract::Unexpected(written.error());
        }
    }
    const bool right =
        counts && offline::answers(digitsOf(response), challenge, *secret, name, identity.workstationId, now);
    contract::OfflineEvent event;
    event.at = now;
    event.kind = right ? contract::OfflineEventKind::Challenge : contract::OfflineEventKind::ChallengeFailure;
    event.userName = name;
    event.reason = right ? QString() : QStringLiteral("wrong_response");
    addEvent(content, event);
    if (const auto written = ledger->commit(); !written) {
        return contract::Unexpected(written.error());
    }
    return right;
}

} // namespace holdfast::agent
