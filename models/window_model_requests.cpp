// SPDX-License-Identifier: Apache-2.0
// What WindowModel asks the service for, and what it does with the answers.
#include "models/window_model.h"

namespace holdfast::models {

namespace {

constexpr size_t mostWanted = 6;
constexpr size_t mostRunning = 3;
constexpr size_t mostFormer = 1000; // pages

bool contains(const std::vector<int>& pages, int page)
{
    return std::find(pages.begin(), pages.end(), page) != pages.end();
}

void addOnce(std::vector<int>& pages, int page)
{
    if (!contains(pages, page)) {
        pages.push_back(page);
    }
}

} // namespace

void WindowModel::restart()
{
    cancelAll();
    m_failedPages.clear();
    m_wanted.clear();
    m_touched.fill(0);
    m_firstLooked = 0;
    m_lastLooked = -1;
    if (m_state != State::Ready) {
        become(State::Loading);
    }
    client::ListQuery query = m_query;
    query.limit = pageSize;
    query.total = true;
    send(query, Asked {.fresh = true});
}

void WindowModel::wantPage(int page) const
{
    const auto found = std::find(m_wanted.begin(), m_wanted.end(), page);
    if (found != m_wanted.end()) {
        m_wanted.erase(found);
    } else if (m_wanted.size() == mostWanted) {
        m_wanted.erase(m_wanted.begin());
    }
    m_wanted.push_back(page);
    if (!m_pumpTimer.isActive()) {
        m_pumpTimer.start();
    }
}

// What is drawn from a page that is there says where the view is, so that its neighbours are fetched ahead.
void WindowModel::touch(int page) const
{
    if (m_touched.front() == page) {
        return;
    }
    const bool isNew = std::find(m_touched.begin(), m_touched.end(), page) == m_touched.end();
    m_touched.back() = m_touched.front();
    m_touched.front() = page;
    if (isNew) {
        m_pumpTimer.start();
    }
}

std::vector<int> WindowModel::desiredPages() const
{
    std::vector<int> pages(m_wanted.rbegin(), m_wanted.rend());
    for (const int page : m_touched) {
        addOnce(pages, page);
    }
    const int firstPage = m_firstLooked / pageSize;
    const int lastPage = m_lastLooked < 0 ? -1 : m_lastLooked / pageSize;
    for (int page = firstPage; page <= lastPage && pages.size() < keptPages / 2; ++page) {
        addOnce(pages, page);
    }
    const std::vector<int> seen = pages;
    for (const int page : seen) {
        addOnce(pages, page + 1);
        addOnce(pages, page - 1);
    }
    const qint64 total = m_total;
    pages.erase(std::remove_if(pages.begin(), pages.end(),
                               [total](int page) { return page < 0 || qint64 {page} * pageSize >= total; }),
                pages.end());
    return pages;
}

bool WindowModel::needsPage(int page) const
{
    if (contains(m_failedPages, page) || isAsked(page)) {
        return false;
    }
    const auto held = m_pages.find(page);
    if (held == m_pages.end()) {
        return true;
    }
    const qint64 expected = std::min<qint64>(pageSize, m_total - qint64 {page} * pageSize);
    return held->second.stale || (held->second.facts.rows < expected && !held->second.isShort);
}

bool WindowModel::isAsked(int page) const
{
    return std::any_of(m_running.begin(), m_running.end(),
                       [page](const auto& running) { return running.second.page == page; });
}

void WindowModel::pump()
{
    const bool waitsForNewQuery = std::any_of(m_running.begin(), m_running.end(),
                                              [](const auto& running) { return running.second.fresh; });
    if (waitsForNewQuery || m_state != State::Ready) {
        return;
    }
    const std::vector<int> desired = desiredPages();
    for (auto running = m_running.begin(); running != m_running.end();) {
        if (contains(desired, running->second.page) || !mayJump()) {
            ++running;
        } else {
            running->second.call.cancel();
            running = m_running.erase(running);
        }
    }
    for (const int page : desired) {
        if (m_running.size() >= mostRunning) {
            break;
        }
        if (needsPage(page)) {
            request(page);
        }
    }
    if (m_running.empty()) {
        m_wanted.clear();
    }
    tellBusy();
}

void WindowModel::tellBusy()
{
    if (m_busyTold != isBusy()) {
        m_busyTold = isBusy();
        Q_EMIT busyChanged();
    }
}

void WindowModel::request(int page)
{
    const auto usable = [this](int other) {
        const auto held = m_pages.find(other);
        return held != m_pages.end() && !held->second.stale ? &held->second : nullptr;
    };
    const Held* const above = usable(page - 1);
    const Held* const below = usable(page + 1);
    client::ListQuery query = m_query;
    query.limit = pageSize;
    Asked asked {.page = page};
    if (page > 0 && above != nullptr && above->facts.next) {
        query.after = above->facts.next;
        asked.anchor = above->anchor;
    } else if (page > 0 && below != nullptr && below->facts.previous) {
        query.before = below->facts.previous;
        asked.anchor = below->anchor;
    } else if (page > 0) {
        if (isAsked(page - 1) || isAsked(page + 1)) {
            return; // its answer brings a cursor
        }
        if (const int nearer = nextOnTheWay(page); nearer != page) {
            if (!isAsked(nearer)) {
                request(nearer);
            }
            return;
        }
        // In the middle of the first row, so that rounding does not lead to the row before.
        const qint64 first = qint64 {page} * pageSize;
        const qint64 inFront = rowsInFront();
        query.at = (static_cast<double>(first + inFront) + 0.5) / static_cast<double>(m_total + inFront);
        query.limit = static_cast<int>(std::clamp<qint64>(m_total - first, 1, pageSize));
        query.total = true;
        asked.anchor = m_lastRequest + 1;
    }
    query.total = query.total || std::exchange(m_countAgain, false);
    send(query, asked);
}

// Where jumping is not precise, the page after the last one above it that is there.
int WindowModel::nextOnTheWay(int page) const
{
    if (mayJump()) {
        return page;
    }
    for (auto held = m_pages.lower_bound(page); held != m_pages.begin();) {
        --held;
        if (!held->second.stale && held->second.facts.next) {
            return held->first + 1;
        }
    }
    return page;
}

void WindowModel::send(const client::ListQuery& query, Asked asked)
{
    const quint64 number = ++m_lastRequest;
    asked.call = fetch(number, query);
    m_running.emplace(number, std::move(asked));
    tellBusy();
}

void WindowModel::answered(quint64 request, contract::Result<PageFacts> facts)
{
    const auto running = m_running.find(request);
    if (running == m_running.end()) {
        return; // late: something else is wanted by now
    }
    const Asked asked = running->second;
    m_running.erase(running);
    if (!facts) {
        refused(asked, facts.error());
    } else if (asked.fresh) {
        acceptFresh(request, std::move(*facts));
    } else {
        acceptPage(request, asked, std::move(*facts));
    }
    tellBusy();
}

void WindowModel::refused(const Asked& asked, const contract::Error& error)
{
    m_error = error;
    if (asked.fresh) {
        beginResetModel(); // what was there answers another question
        clearHead();
        forgetPages();
        m_total = 0;
        endResetModel();
        Q_EMIT totalChanged();
        become(State::Failed);
    } else {
        m_failedPages.push_back(asked.page);
    }
    Q_EMIT failed(error);
}

void WindowModel::acceptFresh(quint64 number, PageFacts facts)
{
    beginResetModel();
    clearHead();
    forgetPages();
    m_total = facts.next ? facts.total.value_or(2 * facts.rows) : facts.rows;
    keep(number, 0);
    m_pages[0] = Held {.facts = std::move(facts)};
    endResetModel();
    Q_EMIT totalChanged();
    settle();
    began();
    m_pumpTimer.start();
}

void WindowModel::acceptPage(quint64 number, const Asked& asked, PageFacts facts)
{
    const qint64 first = qint64 {asked.page} * pageSize;
    const qint64 inFront = rowsInFront();
    if (facts.total) {
        *facts.total = std::max<qint64>(0, *facts.total - inFront);
    }
    if (facts.offset) {
        *facts.offset -= inFront;
    }
    if (facts.offset && *facts.offset != first && facts.total && *facts.total != m_total) {
        setRows(*facts.total); // the list has grown or shrunk: the place is another share of it now
        m_pumpTimer.start();
        return;
    }
    qint64 total = facts.total.value_or(m_total);
    if (!facts.next) {
        total = first + facts.rows;
    } else {
        total = std::max(total, first + facts.rows + 1);
    }
    const bool exact = asked.anchor == number && facts.offset == first && total == m_total;
    Held held {.facts = std::move(facts), .anchor = exact ? 0 : asked.anchor};
    const qint64 expected = std::min<qint64>(pageSize, total - first);
    held.isShort = held.facts.rows < expected;
    setRows(total);
    if (held.facts.rows > 0) {
        storePage(number, asked.page, std::move(held));
        dropUnfitNeighbours(asked.page);
    }
    evict();
    settle();
    m_pumpTimer.start();
}

void WindowModel::storePage(quint64 number, int page, Held held)
{
    const int first = headRows() + page * pageSize;
    const auto former = m_pages.find(page);
    const auto dropped = m_formerIds.extract(page);
    const QStringList before = former != m_pages.end() ? former->second.facts.ids
        : dropped                                      ? dropped.mapped()
                                                       : held.facts.ids;
    const bool moved = before != held.facts.ids;
    if (moved) {
        Q_EMIT layoutAboutToBeChanged();
        remapSelection(page, before, held.facts.ids);
    }
    const int last = first + held.facts.rows - 1;
    keep(number, page);
    m_pages[page] = std::move(held);
    if (moved) {
        Q_EMIT layoutChanged();
    }
    Q_EMIT dataChanged(index(first, 0), index(std::min(last, rowCount() - 1), columnCount() - 1));
}

// Two runs of pages that were counted from different places may not meet exactly: the newer one wins.
void WindowModel::dropUnfitNeighbours(int page)
{
    const quint64 anchor = m_pages.at(page).anchor;
    for (const int other : {page - 1, page + 1}) {
        const auto held = m_pages.find(other);
        if (held != m_pages.end() && held->second.anchor != anchor) {
            held->second.stale = true;
        }
    }
}

// Drops what is farthest from every place that was lately looked at.
void WindowModel::evict()
{
    const auto distance = [this](int page) {
        int least = std::numeric_limits<int>::max();
        for (const int place : m_wanted) {
            least = std::min(least, std::abs(page - place));
        }
        for (const int place : m_touched) {
            least = std::min(least, std::abs(page - place));
        }
        return isPinned(page) ? -1 : least;
    };
    while (m_pages.size() > keptPages) {
        const auto farthest =
            std::max_element(m_pages.begin(), m_pages.end(), [&](const auto& one, const auto& other) {
                return distance(one.first) < distance(other.first);
            });
        dropPage(farthest);
    }
}

// What is selected there is found again when the page comes back, though others may stand in its rows then.
// With more pages than are remembered, it is not selected any more.
std::map<int, WindowModel::Held>::iterator WindowModel::dropPage(std::map<int, Held>::iterator page)
{
    const int first = headRows() + page->first * pageSize;
    const QModelIndexList persistent = persistentIndexList();
    // A selection keeps the first and the last of the rows that follow each other.
    const auto [least, most] = std::minmax_element(
        persistent.begin(), persistent.end(),
        [](const QModelIndex& one, const QModelIndex& other) { return one.row() < other.row(); });
    if (least != persistent.end() && least->row() < first + pageSize && most->row() >= first) {
        if (m_formerIds.size() < mostFormer) {
            m_formerIds[page->first] = page->second.facts.ids;
        } else {
            Q_EMIT layoutAboutToBeChanged();
            remapSelection(page->first, page->second.facts.ids, {});
            Q_EMIT layoutChanged();
        }
    }
    drop(page->first);
    return m_pages.erase(page);
}

void WindowModel::forgetPages()
{
    for (const auto& [page, held] : m_pages) {
        drop(page);
    }
    m_pages.clear();
    m_formerIds.clear();
}

void WindowModel::cancelAll()
{
    for (auto& [number, asked] : m_running) {
        asked.call.cancel();
    }
    m_running.clear();
}

} // namespace holdfast::models
