// SPDX-License-Identifier: Apache-2.0
#include "services/agent/challenge_logon.h"

#include "services/agent/offline_logon.h"
#include "services/agent/words.h"
#include "services/offline/challenge.h"

namespace holdfast::agent {

using contract::ErrorKind;
using contract::failure;
using contract::Result;
using contract::Secret;

namespace {

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

} // namespace

LogonOutcome ChallengeLogon::run(const QString& userName)
{
    const auto challenge = begin(userName);
    if (!challenge) {
        m_conversation.warn(challenge.error().detail);
        return challenge.error().kind == ErrorKind::TooManyRequests ? LogonOutcome::Refused
                                                                    : LogonOutcome::Unavailable;
    }
    m_conversation.tell(Words::challenge(*challenge, userName, m_installation.identity().name));
    const auto response = m_conversation.ask(Words::responsePrompt(), Echo::Shown);
    if (!response) {
        return LogonOutcome::Cancelled;
    }
    const auto right = answer(*challenge, userName, *response);
    if (!right) {
        m_conversation.warn(right.error().detail);
        return LogonOutcome::Unavailable;
    }
    if (!*right) {
        m_conversation.warn(Words::challengeRefused());
        return LogonOutcome::Refused;
    }
    return LogonOutcome::Accepted;
}

Result<QString> ChallengeLogon::begin(const QString& userName)
{
    auto ledger = m_installation.lock();
    if (!ledger) {
        return contract::Unexpected(ledger.error());
    }
    Ledger& content = ledger->content;
    if (!content.challengesAllowed) {
        return failure(ErrorKind::Forbidden, QStringLiteral("challenges_off"), Words::challengesOff());
    }
    // One that lies ahead counts as well: a clock that was set back brings no tries back.
    const contract::Timestamp now = m_installation.clock().now();
    std::erase_if(content.challengesAt,
                  [&](contract::Timestamp at) { return at + std::chrono::hours(1) <= now; });
    if (content.challengesAt.size() >= challengesAnHour) {
        return failure(ErrorKind::TooManyRequests, QStringLiteral("too_many_challenges"),
                       Words::tooManyChallenges());
    }
    const QString challenge = offline::makeChallenge();
    content.challengesAt.push_back(now);
    content.challenge = OpenChallenge {challenge, canonicalName(userName)};
    if (const auto written = ledger->commit(); !written) {
        return contract::Unexpected(written.error());
    }
    return challenge;
}

Result<bool> ChallengeLogon::answer(const QString& challenge, const QString& userName, const Secret& response)
{
    auto ledger = m_installation.lock();
    if (!ledger) {
        return contract::Unexpected(ledger.error());
    }
    const Identity& identity = m_installation.identity();
    const contract::Timestamp now = m_installation.clock().now();
    const QString name = canonicalName(userName);
    // Another sign-in may have taken its place meanwhile.
    const auto open = std::exchange(ledger->content.challenge, std::nullopt);
    const bool ours = open && open->challenge == challenge && open->userName == name;
    const auto secret = offline::agree(identity.agreement.privateKey, identity.serviceAgreementKey,
                                       QByteArrayView("holdfast challenge"));
    if (!secret) {
        return contract::Unexpected(secret.error());
    }
    if (const auto written = ledger->commit(); !written) { // used up, before it is looked at
        return contract::Unexpected(written.error());
    }
    const bool right =
        ours && offline::answers(digitsOf(response), challenge, *secret, name, identity.workstationId, now);
    contract::OfflineEvent event;
    event.at = now;
    event.kind = right ? contract::OfflineEventKind::Challenge : contract::OfflineEventKind::ChallengeFailure;
    event.userName = name;
    event.reason = right ? QString() : QStringLiteral("wrong_response");
    addEvent(ledger->content, event);
    if (const auto written = ledger->commit(); !written) {
        return contract::Unexpected(written.error());
    }
    return right;
}

} // namespace holdfast::agent
