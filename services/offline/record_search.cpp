// SPDX-License-Identifier: Apache-2.0
#include "services/offline/record_search.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

namespace holdfast::offline {

namespace {

constexpr size_t fewCandidates = 8; // not worth a thread
constexpr unsigned mostSearchers = 4;

// The searchers take the candidates in order, so that whatever stands before one that fits has been taken.
class RecordSearch
{
public:
    RecordSearch(const RecordHash& hash, const std::vector<RecordOfStep>& candidates, QByteArrayView code,
                 int hiddenBits)
        : m_hash(hash)
        , m_candidates(candidates)
        , m_code(code)
        , m_hiddenBits(hiddenBits)
        , m_found(candidates.size())
    { }

    void work()
    {
        for (size_t i = m_next++; i < m_found; i = m_next++) {
            const RecordOfStep& candidate = m_candidates[i];
            if (m_hash.fits(candidate.record, static_cast<quint64>(candidate.step), m_code, m_hiddenBits)) {
                size_t found = m_found;
                while (i < found && !m_found.compare_exchange_weak(found, i)) { }
            }
        }
    }
    [[nodiscard]] size_t found() const { return m_found; }

private:
    const RecordHash& m_hash;
    const std::vector<RecordOfStep>& m_candidates;
    QByteArrayView m_code;
    int m_hiddenBits;
    std::atomic<size_t> m_next = 0;
    std::atomic<size_t> m_found; // the first that fits; their number: none so far
};

} // namespace

std::optional<qint64> findStep(const RecordHash& hash, const std::vector<RecordOfStep>& candidates,
                               QByteArrayView code, int hiddenBits)
{
    RecordSearch search(hash, candidates, code, hiddenBits);
    std::vector<std::thread> helpers;
    if (candidates.size() > fewCandidates) {
        const unsigned searchers = std::clamp(std::thread::hardware_concurrency(), 1U, mostSearchers);
        helpers.reserve(mostSearchers);
        try {
            while (helpers.size() + 1 < searchers) {
                helpers.emplace_back([&search] { search.work(); });
            }
        } catch (const std::exception&) {
            // No thread to be had: those that there are find it too.
        }
    }
    search.work();
    for (std::thread& helper : helpers) {
        helper.join();
    }
    const size_t found = search.found();
    return found < candidates.size() ? std::optional(candidates[found].step) : std::nullopt;
}

} // namespace holdfast::offline
