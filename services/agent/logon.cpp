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

constexpr qsizetype longestPasscode = 64;

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
        QStringLiteral("not_enrolled"),     QStringLiteral("key_lost"),
        QStringLiteral("identity_damaged"), QStringLiteral("tpm_out_of_reach"),
        QStringLiteral("state_not_ours"),   QStringLiteral("state_open_to_others"),
        QStringLiteral("challenges_off"),
    };
    return undecided.contains(error.code) ? LogonOutcome::Unavailable : LogonOutcome::Refused;
}

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
    const QString name = nameIn(request.userName);
    if (name.isEmpty()) {
        return LogonOutcome::Refused;
    }
    std::unique_ptr<ServiceLink> link;
    bool held = false; // or nothing better to decide by
    QString noData;
    QString help;
    bool challenges = false;
    {
        auto ledger = m_installation.lock();
        if (!ledger) {
            m_conversation.warn(Words::withHelp(ledger.error().detail, {}));
            return outcomeOf(ledger.error());
        }
        tellSetAside(*ledger, name, m_conversation);
        const Ledger& content = ledger->content;
        link = linkOf(m_installation, content);
        help = content.helpText;
        challenges = content.challengesAllowed;
        held = challenges ? holdsCurrentData(content, name, m_installation.clock().now())
                          : holdsData(content, name);
        noData = Words::noData(name, findProblem(content, name), help);
    }
    Reachability found =
        reachService(*link, QUrl(m_installation.identity().service), m_patience.find, m_resolver);
    if (found.reach != Reach::Online) {
        if (!held) {
            m_conversation.warn(Words::reach(found) + QLatin1Char(' ') + noData);
            return challenges ? challengeOf(name) : LogonOutcome::Unavailable;
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
        m_conversation.warn(Words::withHelp(Words::noPasscode(), help));
        return LogonOutcome::Refused;
    }
    if (found.reach == Reach::Online) {
        OnlineLogon online(m_installation, *link, m_conversation, m_patience, help);
        if (const auto decided = online.run(name, *passcode)) {
            return *decided;
        }
        if (!held) {
            m_conversation.warn(Words::reach({Reach::HalfOnline, QStringLiteral("no_answer")})
                                + QLatin1Char(' ') + noData);
            return challenges ? challengeOf(name) : LogonOutcome::Unavailable;
        }
        m_conversation.tell(Words::fellAway());
    }
    if (const auto decided =
            OfflineLogon(m_installation, m_verifier, m_conversation).run(name, std::move(*passcode))) {
        return *decided;
    }
    // What there was turned out to be damaged.
    return challenges ? challengeOf(name) : LogonOutcome::Unavailable;
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
