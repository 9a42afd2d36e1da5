// SPDX-License-Identifier: Apache-2.0
#include "services/agent/offline_logon.h"

#include "services/agent/set_files.h"
#include "services/agent/words.h"

#include <QElapsedTimer>

namespace holdfast::agent {

using contract::OfflineEventKind;
using contract::Result;
using contract::Secret;
using offline::Verdict;

namespace {

constexpr int mostNextCodes = 2;

// Of several tokens' verdicts the one that tells the person most comes first.
int weightOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Accepted:
        return 0;
    case Verdict::NextCode:
        return 1;
    case Verdict::AlreadyUsed:
        return 2;
    case Verdict::TooManyFailures:
        return 3;
    case Verdict::ClockSetBack:
        return 4;
    case Verdict::EmergencyWait:
    case Verdict::EmergencyTooManyFailures:
    case Verdict::EmergencyExpired:
        return 5;
    case Verdict::WrongPasscode:
        return 6;
    case Verdict::CodesUsedUp:
        return 7;
    case Verdict::Expired:
        return 8;
    case Verdict::Damaged:
        return 9;
    }
    return 10;
}

struct EventOf
{
    OfflineEventKind kind {};
    const char* reason = ""; // stable
};

EventOf eventOf(const offline::Verification& verification)
{
    switch (verification.verdict) {
    case Verdict::Accepted:
        if (verification.emergency == contract::CodeReplaces::Passcode) {
            return {OfflineEventKind::EmergencyPasscode};
        }
        return {verification.emergency ? OfflineEventKind::EmergencyTokencode : OfflineEventKind::Logon};
    case Verdict::NextCode:
        return {OfflineEventKind::Failure, "next_code_wanted"};
    case Verdict::WrongPasscode:
        return {OfflineEventKind::Failure, "wrong_passcode"};
    case Verdict::AlreadyUsed:
        return {OfflineEventKind::Failure, "already_used"};
    case Verdict::CodesUsedUp:
        return {OfflineEventKind::Failure, "codes_used_up"};
    case Verdict::TooManyFailures:
        return {OfflineEventKind::Failure, "too_many_failures"};
    case Verdict::ClockSetBack:
        return {OfflineEventKind::ClockSetBack, "clock_set_back"};
    case Verdict::Expired:
        return {OfflineEventKind::Failure, "expired"};
    case Verdict::EmergencyExpired:
        return {OfflineEventKind::EmergencyFailure, "emergency_expired"};
    case Verdict::EmergencyWait:
        return {OfflineEventKind::EmergencyFailure, "emergency_wait"};
    case Verdict::EmergencyTooManyFailures:
        return {OfflineEventKind::EmergencyFailure, "too_many_emergency_failures"};
    case Verdict::Damaged:
        return {OfflineEventKind::DamagedData, "set_damaged"};
    }
    return {};
}

// A set that may decide.
struct Candidate
{
    offline::OfflineSet set;
    offline::SetState before; // this attempt
    offline::SetState counted;
    bool uploadEvents = true;
    std::optional<offline::Verification> verification {};

    [[nodiscard]] const QString& setId() const { return set.header().setId; }
    [[nodiscard]] bool decides() const { return verification && verification->verdict != Verdict::Damaged; }
};

// What one attempt of one person writes into the ledger.
class AttemptBook
{
public:
    AttemptBook(const Installation& installation, Ledger& ledger, QString name)
        : m_installation(installation)
        , m_ledger(ledger)
        , m_name(std::move(name))
        , m_now(installation.clock().now())
    { }

    // Whatever happens from here on, it counts with each of these. Error: state_unreadable.
    Result<std::vector<Candidate>> begin();
    void verify(std::vector<Candidate>& candidates, const offline::OfflineVerifier& verifier,
                const Secret& passcode);
    // The one whose verdict counts; null: none could decide.
    const Candidate* settle(const std::vector<Candidate>& candidates);
    [[nodiscard]] bool hasSetAside() const { return m_hasSetAside; }

private:
    void note(const EventOf& event, const QString& setId, bool upload, std::optional<qint64> step = {});
    void setAside(const QString& setId, const QString& reason);
    void noteLimit(const Candidate& candidate);

    const Installation& m_installation;
    Ledger& m_ledger;
    QString m_name;
    contract::Timestamp m_now;
    bool m_hasSetAside = false;
};

void AttemptBook::note(const EventOf& event, const QString& setId, bool upload, std::optional<qint64> step)
{
    contract::OfflineEvent told;
    told.at = m_now;
    told.kind = event.kind;
    told.userName = m_name;
    told.setId = setId;
    // The steps of emergency codes lie beyond those of any token, and beyond JSON.
    told.step = step && *step >= 0 && *step <= 9007199254740991 ? step : std::nullopt;
    told.reason = QString::fromLatin1(event.reason);
    addEvent(m_ledger, told, upload);
}

void AttemptBook::setAside(const QString& setId, const QString& reason)
{
    setAsideSet(m_installation.directory(), m_ledger, setId, reason);
    note({OfflineEventKind::DamagedData, reason.toLatin1().constData()}, setId, true);
    for (SetAside& damaged : m_ledger.aside) {
        damaged.toldPerson = damaged.toldPerson || damaged.setId == setId; // by this attempt's answer
    }
    m_hasSetAside = true;
}

Result<std::vector<Candidate>> AttemptBook::begin()
{
    QStringList wanted;
    for (const LedgerSet& entry : m_ledger.sets) {
        if (entry.names.contains(m_name)) {
            wanted << entry.setId;
        }
    }
    std::vector<Candidate> candidates;
    bool unreadable = false;
    for (const QString& setId : wanted) {
        auto set = readSetFile(m_installation.directory(), m_installation.identity(), setId);
        if (!set && isDamage(set.error())) {
            setAside(setId, set.error().code);
        } else if (!set) {
            unreadable = true;
        } else {
            LedgerSet& entry = *findSet(m_ledger, setId);
            offline::SetState before = stateIn(entry);
            ++entry.failures;
            candidates.push_back({std::move(*set), std::move(before), stateIn(entry), entry.uploadEvents});
        }
    }
    if (candidates.empty() && unreadable) {
        return contract::failure(contract::ErrorKind::Unavailable, QStringLiteral("state_unreadable"),
                                 Words::dataUnreadable());
    }
    return candidates;
}

void AttemptBook::verify(std::vector<Candidate>& candidates, const offline::OfflineVerifier& verifier,
                         const Secret& passcode)
{
    for (Candidate& candidate : candidates) {
        QElapsedTimer took;
        took.start();
        candidate.verification = verifier.verify(candidate.set, candidate.counted, passcode, m_now);
        findSet(m_ledger, candidate.setId())->verifyMilliseconds =
            static_cast<int>(std::min<qint64>(took.elapsed(), 3600000));
        if (candidate.verification->verdict == Verdict::Accepted) {
            break;
        }
    }
}

const Candidate* AttemptBook::settle(const std::vector<Candidate>& candidates)
{
    const Candidate* chosen = nullptr;
    for (const Candidate& candidate : candidates) {
        if (candidate.decides()
            && (chosen == nullptr
                || weightOf(candidate.verification->verdict) < weightOf(chosen->verification->verdict))) {
            chosen = &candidate;
        }
    }
    const bool right =
        chosen != nullptr && weightOf(chosen->verification->verdict) <= weightOf(Verdict::NextCode);
    for (const Candidate& candidate : candidates) {
        // A right code of one token is no wrong one of the others.
        const bool counts = candidate.verification && (!right || &candidate == chosen);
        keepState(*findSet(m_ledger, candidate.setId()), candidate.set.header(),
                  counts ? candidate.verification->after : candidate.before);
    }
    if (chosen != nullptr && chosen->verification->verdict != Verdict::NextCode) {
        note(eventOf(*chosen->verification), chosen->setId(), chosen->uploadEvents,
             chosen->verification->step);
    }
    for (const Candidate& candidate : candidates) {
        if (candidate.verification && !candidate.decides()) {
            setAside(candidate.setId(), QStringLiteral("set_damaged"));
        } else if (!right) {
            noteLimit(candidate);
        }
    }
    return chosen;
}

void AttemptBook::noteLimit(const Candidate& candidate)
{
    const int most = candidate.set.header().maxFailures;
    if (candidate.before.failures < most && candidate.verification->after.failures >= most) {
        note({OfflineEventKind::LimitReached, "too_many_failures"}, candidate.setId(),
             candidate.uploadEvents);
    }
}

} // namespace

bool holdsData(const Ledger& ledger, const QString& userName)
{
    return std::any_of(
        ledger.sets.begin(), ledger.sets.end(),
        [name = canonicalName(userName)](const auto& set) { return set.names.contains(name); });
}

bool holdsCurrentData(const Ledger& ledger, const QString& userName, contract::Timestamp now)
{
    return std::any_of(ledger.sets.begin(), ledger.sets.end(),
                       [now, name = canonicalName(userName)](const auto& set) {
                           return set.names.contains(name) && std::max(now, set.highWater) < set.expiresAt;
                       });
}

struct OfflineLogon::Attempt
{
    offline::Verification verification {};
    offline::SetHeader header {};
    contract::SetAdvice advice {};
    bool decided = false; // some set was there to decide
};

Result<OfflineLogon::Attempt> OfflineLogon::attempt(const QString& userName, const Secret& passcode)
{
    auto opened = m_installation.lock();
    if (!opened) {
        return contract::Unexpected(opened.error());
    }
    Ledger& ledger = opened->content;
    m_help = ledger.helpText;
    AttemptBook book(m_installation, ledger, canonicalName(userName));
    auto candidates = book.begin();
    if (!candidates) {
        return contract::Unexpected(candidates.error());
    }
    if (const auto written = opened->commit(); !written) {
        return contract::Unexpected(written.error());
    }
    Attempt attempt;
    if (!candidates->empty()) {
        book.verify(*candidates, m_verifier, passcode);
        if (const Candidate* const chosen = book.settle(*candidates)) {
            attempt.decided = true;
            attempt.verification = *chosen->verification;
            attempt.header = chosen->set.header();
            attempt.advice = findSet(ledger, chosen->setId())->advice;
        }
        if (const auto written = opened->commit(); !written) {
            return contract::Unexpected(written.error());
        }
    }
    if (book.hasSetAside()) {
        m_conversation.warn(Words::setAside(m_help));
    }
    return attempt;
}

std::optional<LogonOutcome> OfflineLogon::run(const QString& userName, Secret passcode)
{
    for (int asked = 0; asked <= mostNextCodes; ++asked) {
        const auto done = attempt(userName, passcode);
        if (!done) {
            m_conversation.warn(Words::withHelp(done.error().detail, m_help));
            return outcomeOf(done.error());
        }
        if (!done->decided) {
            return std::nullopt;
        }
        if (done->verification.verdict == Verdict::Accepted) {
            succeeded(*done);
            return LogonOutcome::Accepted;
        }
        if (done->verification.verdict != Verdict::NextCode) {
            m_conversation.warn(
                Words::verdict(done->verification, done->header, m_installation.clock().now()));
            return LogonOutcome::Refused;
        }
        auto next = m_conversation.ask(Words::nextPasscodePrompt(), Echo::Hidden);
        if (!next) {
            return LogonOutcome::Cancelled;
        }
        passcode = std::move(*next);
    }
    m_conversation.warn(Words::withHelp(Words::notRight(), m_help));
    return LogonOutcome::Refused;
}

void OfflineLogon::succeeded(const Attempt& attempt)
{
    const double left =
        offline::daysLeft(attempt.header, attempt.verification.after, m_installation.clock().now());
    if (attempt.verification.emergency) {
        m_conversation.warn(Words::emergencyUsed(*attempt.verification.emergency, attempt.header.helpText));
    }
    if (left < attempt.header.warnDays) {
        m_conversation.warn(Words::fewDaysLeft(left, attempt.advice == contract::SetAdvice::LogonNeeded,
                                               attempt.header.helpText));
    } else {
        m_conversation.tell(Words::daysLeft(left));
    }
}

} // namespace holdfast::agent
