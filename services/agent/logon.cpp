// SPDX-License-Identifier: Apache-2.0
#include "services/agent/logon.h"

#include "services/agent/challenge_logon.h"
#include "services/agent/contact.h"
#include "services/agent/offline_logon.h"
#include "services/agent/online_logon.h"
#include "services/agent/words.h"
#include "services/offline/emergency_form.h"
#include "services/security/random.h"

namespace holdfast::agent {

using contract::Result;
using contract::Secret;

namespace {

constexpr qsizetype longestPasscode = 64;
constexpr qsizetype shortestCode = 4; // of a token
constexpr qsizetype shortestEmergencyCode = 6;
constexpr std::chrono::milliseconds shortestFind {500};

// Neither can they be sent, nor kept, nor are they anybody's.
bool hasUnprintable(const QString& text)
{
    return !text.isValidUtf16() || std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line
            || c.category() == QChar::Separator_Paragraph;
    });
}

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
        conversation.warn(Words::setAside(ledger.content.helpText));
        (void)ledger.commit(); // at worst it is told twice
    }
}

} // namespace

LogonOutcome outcomeOf(const contract::Error& error)
{
    static const QStringList undecided {
        QStringLiteral("not_enrolled"),         QStringLiteral("key_lost"),
        QStringLiteral("identity_damaged"),     QStringLiteral("tpm_out_of_reach"),
        QStringLiteral("state_open_to_others"), QStringLiteral("challenges_off"),
    };
    return undecided.contains(error.code) ? LogonOutcome::Unavailable : LogonOutcome::Refused;
}

bool couldBePasscode(const Secret& text)
{
    const QByteArrayView typed = text.reveal();
    if (typed.isEmpty() || typed.size() > longestPasscode) {
        return false;
    }
    const auto isDigit = [](char c) {
        return c >= '0' && c <= '9';
    };
    const auto isReadable = [](char c) {
        return security::readableAlphabet.contains(c);
    };
    const QByteArrayView end = typed.last(std::min(shortestCode, typed.size()));
    if (end.size() == shortestCode && std::all_of(end.begin(), end.end(), isDigit)) {
        return true;
    }
    const auto split = offline::splitEmergency(text, shortestEmergencyCode);
    return split && std::all_of(split->code.reveal().begin(), split->code.reveal().end(), isReadable);
}

Logon::Logon(Installation& installation, const offline::OfflineVerifier& verifier, Conversation& conversation,
             Patience patience, Resolver resolver)
    : m_installation(installation)
    , m_verifier(verifier)
    , m_conversation(conversation)
    , m_patience(patience)
    , m_resolver(std::move(resolver))
{ }

// What there is to decide by.
struct Logon::Standing
{
    std::unique_ptr<ServiceLink> link {};
    Reachability found {};
    bool held = false; // or nothing better to decide by
    bool challenges = false;
    QString noData {};
    QString help {};
};

Result<Logon::Standing> Logon::look(const QString& name, const Deadline& untilPrompt)
{
    Standing standing;
    {
        auto ledger = m_installation.lock(untilPrompt.left());
        if (!ledger) {
            return contract::Unexpected(ledger.error());
        }
        tellSetAside(*ledger, name, m_conversation);
        const Ledger& content = ledger->content;
        standing.link = linkOf(m_installation, content);
        standing.help = content.helpText;
        standing.challenges = content.challengesAllowed;
        standing.held = standing.challenges ? holdsCurrentData(content, name, m_installation.clock().now())
                                            : holdsData(content, name);
        standing.noData = Words::noData(name, findProblem(content, name), standing.help);
    }
    // Where nothing is held, a service that was not looked for long enough would leave the decision to
    // nobody: whoever keeps this computer busy must not bring that about.
    const auto patience = standing.held
        ? std::clamp(untilPrompt.left(), std::min(shortestFind, m_patience.find), m_patience.find)
        : m_patience.find;
    standing.found =
        reachService(*standing.link, QUrl(m_installation.identity().service), patience, m_resolver);
    return standing;
}

LogonOutcome Logon::run(LogonRequest request)
{
    const QString name = nameIn(request.userName);
    if (name.isEmpty()) {
        return LogonOutcome::Refused;
    }
    const auto standing = look(name, request.untilPrompt);
    if (!standing) {
        m_conversation.warn(Words::withHelp(standing.error().detail, {}));
        return outcomeOf(standing.error());
    }
    if (standing->found.reach != Reach::Online) {
        if (!standing->held) {
            return withoutData(name, *standing, standing->found);
        }
        m_conversation.tell(Words::signsInOffline(standing->found));
    }
    if (request.passcode && (couldBePasscode(*request.passcode) || !request.asksAgain)) {
        const LogonOutcome outcome = decide(name, std::move(*request.passcode), *standing);
        if (outcome != LogonOutcome::Refused || !request.asksAgain) {
            return outcome;
        }
    }
    auto passcode =
        m_conversation.ask(request.prompt.isEmpty() ? Words::passcodePrompt() : request.prompt, Echo::Hidden);
    return passcode ? decide(name, std::move(*passcode), *standing) : LogonOutcome::Cancelled;
}

LogonOutcome Logon::withoutData(const QString& name, const Standing& standing, const Reachability& found)
{
    m_conversation.warn(Words::reach(found) + QLatin1Char(' ') + standing.noData);
    return standing.challenges ? challengeOf(name) : LogonOutcome::Unavailable;
}

LogonOutcome Logon::decide(const QString& name, Secret passcode, const Standing& standing)
{
    if (passcode.isEmpty() || passcode.size() > longestPasscode) {
        m_conversation.warn(Words::withHelp(Words::noPasscode(), standing.help));
        return LogonOutcome::Refused;
    }
    if (standing.found.reach == Reach::Online) {
        OnlineLogon online(m_installation, *standing.link, m_conversation, m_patience, standing.help);
        if (const auto decided = online.run(name, passcode)) {
            return *decided;
        }
        if (!standing.held) {
            return withoutData(name, standing, {Reach::HalfOnline, QStringLiteral("no_answer")});
        }
        m_conversation.tell(Words::fellAway());
    }
    if (const auto decided =
            OfflineLogon(m_installation, m_verifier, m_conversation).run(name, std::move(passcode))) {
        return *decided;
    }
    // What there was turned out to be damaged.
    return standing.challenges ? challengeOf(name) : LogonOutcome::Unavailable;
}

LogonOutcome Logon::challenge(const QString& userName)
{
    const QString name = nameIn(userName);
    return name.isEmpty() ? LogonOutcome::Refused : challengeOf(name);
}

LogonOutcome Logon::challengeOf(const QString& name)
{
    return ChallengeLogon(m_installation, m_conversation).run(name);
}

QString Logon::nameIn(const QString& typed)
{
    const QString name = typed.trimmed();
    if (name.isEmpty()) {
        m_conversation.warn(Words::noNameGiven());
        return {};
    }
    if (name.size() > longestName || hasUnprintable(name) || canonicalName(name).isEmpty()
        || canonicalName(name).size() > longestName) {
        m_conversation.warn(Words::nobodysName());
        return {};
    }
    return name;
}

} // namespace holdfast::agent
