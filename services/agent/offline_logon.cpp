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
    case Verdict::Expired:
        return 7;
    case Verdict::Damaged:
        return 8;
    }
    return 9;
}

struct EventOf
{
    OfflineEventKind kind {};
    const char* reason = "";
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

struct OfflineLogon::Candidate
{
    offline::OfflineSet set;
    offline::SetState before;
    offline::SetState counted;
    bool uploadEvents = true;
};

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
    const QString name = canonicalName(userName);
    const contract::Timestamp now = m_installation.clock().now();
    const auto tell = [&](OfflineEventKind kind, const char* reason, const QString& setId, bool upload,
                          std::optional<qint64> step = {}) {
        contract::OfflineEvent event;
        event.at = now;
        event.kind = kind;
        event.userName = name;
        event.setId = setId;
        // The steps of emergency codes lie beyond those of any token, and beyond JSON.
        event.step = step && *step >= 0 && *step <= 9007199254740991 ? step : std::nullopt;
        event.reason = QString::fromLatin1(reason);
        addEvent(ledger, event, upload);
    };
    const auto setAside = [&](const QString& setId, const QString& reason) {
        setAsideSet(m_installation.directory(), ledger, setId, reason);
        tell(OfflineEventKind::DamagedData, reason.toLatin1().constData(), setId, true);
        for (SetAside& damaged : ledger.aside) {
            damaged.toldPerson = damaged.toldPerson || damaged.setId == setId; // by this attempt's answer
        }
    };

    std::vector<Candidate> candidates;
    QStringList wanted;
    for (const LedgerSet& entry : ledger.sets) {
        if (entry.names.contains(name)) {
            wanted << entry.setId;
        }
    }
    Attempt attempt;
    for (const QString& setId : wanted) {
        auto set = readSetFile(m_installation.directory(), m_installation.identity(), setId);
        LedgerSet& entry = *findSet(ledger, setId);
        if (!set) {
            setAside(setId, set.error().code);
            m_conversation.warn(Words::setAside(helpText(ledger)));
            continue;
        }
        offline::SetState before = stateIn(entry);
        ++entry.failures; // whatever happens from here on, it counts
        candidates.push_back({std::move(*set), std::move(before), stateIn(entry), entry.uploadEvents});
    }
    if (const auto written = opened->commit(); !written) {
        return contract::Unexpected(written.error());
    }

    const Candidate* chosen = nullptr;
    for (const Candidate& candidate : candidates) {
        QElapsedTimer took;
        took.start();
        offline::Verification verification =
            m_verifier.verify(candidate.set, candidate.counted, passcode, now);
        LedgerSet& entry = *findSet(ledger, candidate.set.header().setId);
        entry.verifyMilliseconds = static_cast<int>(std::min<qint64>(took.elapsed(), 3600000));
        keepState(entry, verification.after);
        const bool first = chosen == nullptr;
        if (first || weightOf(verification.verdict) < weightOf(attempt.verification.verdict)) {
            chosen = &candidate;
            attempt.verification = std::move(verification);
        }
        if (weightOf(attempt.verification.verdict) <= weightOf(Verdict::NextCode)) {
            break;
        }
    }
    if (chosen == nullptr) {
        return attempt;
    }
    attempt.decided = true;
    attempt.header = chosen->set.header();
    const QString setId = attempt.header.setId;
    const bool right = weightOf(attempt.verification.verdict) <= weightOf(Verdict::NextCode);
    for (const Candidate& candidate : candidates) {
        // A right code of one token is no wrong one of the others.
        if (right && &candidate != chosen) {
            keepState(*findSet(ledger, candidate.set.header().setId), candidate.before);
        }
    }
    attempt.advice = findSet(ledger, setId)->advice;
    const EventOf event = eventOf(attempt.verification);
    if (attempt.verification.verdict == Verdict::Damaged) {
        setAside(setId, QString::fromLatin1(event.reason));
    } else if (attempt.verification.verdict != Verdict::NextCode) {
        tell(event.kind, event.reason, setId, chosen->uploadEvents, attempt.verification.step);
    }
    const int failures = attempt.verification.after.failures;
    if (attempt.verification.verdict == Verdict::WrongPasscode && failures >= attempt.header.maxFailures
        && chosen->before.failures < attempt.header.maxFailures) {
        tell(OfflineEventKind::LimitReached, "too_many_failures", setId, chosen->uploadEvents);
    }
    if (const auto written = opened->commit(); !written) {
        return contract::Unexpected(written.error());
    }
    return attempt;
}

LogonOutcome OfflineLogon::run(const QString& userName, Secret passcode)
{
    for (int asked = 0; asked <= mostNextCodes; ++asked) {
        const auto done = attempt(userName, passcode);
        if (!done) {
            m_conversation.warn(done.error().detail);
            return LogonOutcome::Unavailable;
        }
        if (!done->decided) {
            return LogonOutcome::Unavailable;
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
    m_conversation.warn(Words::refused());
    return LogonOutcome::Refused;
}

void OfflineLogon::succeeded(const Attempt& attempt)
{
    const double left =
        offline::daysLeft(attempt.header, attempt.verification.after, m_installation.clock().now());
    if (attempt.verification.emergency) {
        m_conversation.warn(Words::emergencyUsed(*attempt.verification.emergency));
    }
    if (left < attempt.header.warnDays) {
        m_conversation.warn(Words::fewDaysLeft(left, attempt.advice == contract::SetAdvice::LogonNeeded,
                                               attempt.header.helpText));
    } else {
        m_conversation.tell(Words::daysLeft(left));
    }
}

} // namespace holdfast::agent
