// SPDX-License-Identifier: Apache-2.0
#include "services/agent/ledger.h"

#include <functional>

namespace holdfast::agent {

namespace {

constexpr qsizetype mostWaiting = 1000;
constexpr qsizetype mostKnown = 100; // kept for `holdfast-agent events`
constexpr size_t mostProblems = 200;

bool isWaiting(const LedgerEvent& entry)
{
    return entry.upload;
}

bool tellsOfFailure(const LedgerEvent& entry)
{
    using Kind = contract::OfflineEventKind;
    const Kind kind = entry.event.kind;
    return kind == Kind::Failure || kind == Kind::EmergencyFailure || kind == Kind::ChallengeFailure;
}

// Those that `goes` is true of, the oldest first, as long as there are more than `most` like `counts`.
template <class Counts, class Goes>
void dropOldest(std::vector<LedgerEvent>& events, qsizetype most, const Counts& counts, const Goes& goes)
{
    qsizetype excess = std::count_if(events.begin(), events.end(), counts) - most;
    std::erase_if(events, [&](const LedgerEvent& entry) { return goes(entry) && excess-- > 0; });
}

void dropExcess(std::vector<LedgerEvent>& events)
{
    dropOldest(events, mostWaiting, isWaiting,
               [](const LedgerEvent& entry) { return isWaiting(entry) && tellsOfFailure(entry); });
    dropOldest(events, mostWaiting, isWaiting, isWaiting);
    dropOldest(events, mostKnown, std::not_fn(isWaiting), std::not_fn(isWaiting));
}

} // namespace

QString printable(const QString& text, qsizetype longest)
{
    QString whole = QString::fromUtf8(text.left(longest).toUtf8());
    whole.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return whole;
}

void addEvent(Ledger& ledger, contract::OfflineEvent event, bool upload)
{
    event.sequence = ++ledger.lastSequence;
    event.userName = printable(event.userName, longestName);
    ledger.events.push_back({std::move(event), upload});
    dropExcess(ledger.events);
}

void confirmEvents(Ledger& ledger, qint64 known)
{
    if (known > ledger.lastSequence) {
        // Numbers of a ledger that was lost while the clock was behind: what waits takes numbers above them,
        // and is told again.
        ledger.lastSequence = known;
        ledger.eventsKnown = known;
        for (LedgerEvent& entry : ledger.events) {
            entry.event.sequence = entry.upload ? ++ledger.lastSequence : entry.event.sequence;
        }
        return;
    }
    ledger.eventsKnown = std::max(ledger.eventsKnown, known);
    for (LedgerEvent& entry : ledger.events) {
        entry.upload = entry.upload && entry.event.sequence > ledger.eventsKnown;
    }
    dropExcess(ledger.events);
}

qsizetype waitingEvents(const Ledger& ledger)
{
    return std::count_if(ledger.events.begin(), ledger.events.end(), isWaiting);
}

void correctTries(Ledger& ledger, contract::Timestamp serverTime)
{
    for (ChallengeTry& tried : ledger.challengeTries) {
        tried.at = std::min(tried.at, serverTime);
    }
}

void setProblem(Ledger& ledger, const QString& userName, const QString& code, const QString& sentence,
                contract::Timestamp at)
{
    clearProblem(ledger, userName);
    if (ledger.problems.size() >= mostProblems) {
        ledger.problems.erase(ledger.problems.begin());
    }
    ledger.problems.push_back({printable(canonicalName(userName), longestName), printable(code, 64),
                               printable(sentence, 1000), at});
}

void clearProblem(Ledger& ledger, const QString& userName)
{
    std::erase_if(ledger.problems,
                  [name = canonicalName(userName)](const auto& problem) { return problem.userName == name; });
}

const DownloadProblem* findProblem(const Ledger& ledger, const QString& userName)
{
    const auto found = std::find_if(
        ledger.problems.begin(), ledger.problems.end(),
        [name = canonicalName(userName)](const auto& problem) { return problem.userName == name; });
    return found == ledger.problems.end() ? nullptr : &*found;
}

LedgerSet* findSet(Ledger& ledger, const QString& setId)
{
    const auto found = std::find_if(ledger.sets.begin(), ledger.sets.end(),
                                    [&](const auto& set) { return set.setId == setId; });
    return found == ledger.sets.end() ? nullptr : &*found;
}

} // namespace holdfast::agent
