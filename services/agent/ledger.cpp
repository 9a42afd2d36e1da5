// SPDX-License-Identifier: Apache-2.0
#include "services/agent/ledger.h"

namespace holdfast::agent {

namespace {

constexpr qsizetype mostWaiting = 1000;
constexpr qsizetype mostKnown = 100; // kept for `holdfast-agent events`
constexpr size_t mostProblems = 200;

bool isWaiting(const LedgerEvent& entry)
{
    return entry.upload;
}

// `waiting` of one kind, the oldest first, beyond `most`.
void dropOldest(std::vector<LedgerEvent>& events, bool waiting, qsizetype most)
{
    qsizetype excess =
        std::count_if(events.begin(), events.end(), [&](const auto& e) { return isWaiting(e) == waiting; })
        - most;
    std::erase_if(events,
                  [&](const LedgerEvent& entry) { return isWaiting(entry) == waiting && excess-- > 0; });
}

} // namespace

QString canonicalName(const QString& typed)
{
    return typed.trimmed().toLower();
}

void addEvent(Ledger& ledger, contract::OfflineEvent event, bool upload)
{
    event.sequence = ++ledger.lastSequence;
    event.userName = event.userName.left(255);
    ledger.events.push_back({std::move(event), upload});
    dropOldest(ledger.events, true, mostWaiting);
    dropOldest(ledger.events, false, mostKnown);
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
    dropOldest(ledger.events, false, mostKnown);
}

qsizetype waitingEvents(const Ledger& ledger)
{
    return std::count_if(ledger.events.begin(), ledger.events.end(), isWaiting);
}

void setProblem(Ledger& ledger, const QString& userName, const QString& code, const QString& sentence,
                contract::Timestamp at)
{
    clearProblem(ledger, userName);
    if (ledger.problems.size() >= mostProblems) {
        ledger.problems.erase(ledger.problems.begin());
    }
    ledger.problems.push_back({canonicalName(userName).left(255), code.left(64), sentence.left(1000), at});
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

QString helpText(const Ledger& ledger)
{
    const auto found = std::find_if(ledger.sets.rbegin(), ledger.sets.rend(),
                                    [](const auto& set) { return !set.helpText.isEmpty(); });
    return found == ledger.sets.rend() ? QString() : found->helpText;
}

} // namespace holdfast::agent
