// SPDX-License-Identifier: Apache-2.0
// How EventsModel stays with the log: by the sequence of the last event it knows, whatever happens in
// between.
#include "models/events_model.h"

namespace holdfast::models {

using contract::Event;

namespace {

constexpr int mostAtOnce = 200;
constexpr size_t mostOnTop = 2000; // then the list begins anew

} // namespace

void EventsModel::poll()
{
    const bool loaded = state() == State::Ready || state() == State::Empty || state() == State::NoMatch;
    if (!m_live || !loaded || m_polling.isRunning()) {
        return;
    }
    client::ListQuery query = translated(this->query(), "asc");
    query.after = QString::number(m_newest);
    query.limit = mostAtOnce;
    m_polling =
        client::consume(m_api.events(query), this,
                        [this](contract::Result<contract::Page<Event>> page) { polled(std::move(page)); });
}

void EventsModel::polled(contract::Result<contract::Page<Event>> page)
{
    m_polling = {};
    if (!page) {
        if (page.error().kind == contract::ErrorKind::Unavailable) {
            broke();
        }
        return; // the banner tells of a lost service
    }
    heard();
    const bool more = page->next.has_value() && !page->items.empty();
    if (!page->items.empty()) {
        m_newest = std::max(m_newest, page->items.back().sequence);
    }
    if (m_gap) {
        catchUp(std::move(page->items), more);
        return;
    }
    HeadRows rows;
    for (Event& event : page->items) {
        rows.push_back({std::move(event), {}});
    }
    arrived(std::move(rows));
    if (more) {
        poll();
    }
}

void EventsModel::broke()
{
    m_connected = false;
    if (!m_gap) {
        m_gap = EventGap {.from = m_heardAt};
        m_gapBehind = m_newest;
    }
}

void EventsModel::heard()
{
    m_heardAt = m_clock.now();
    if (!m_connected && m_gap) {
        m_gap->to = m_heardAt;
    }
    m_connected = true;
}

// What was caught up comes again with the next answer.
void EventsModel::forgetGap()
{
    if (std::exchange(m_gap, std::nullopt)) {
        m_newest = m_gapBehind;
        m_caught.clear();
    }
    m_connected = true;
}

// Nothing is shown before all of it is here, so that the gap can say how much it was.
void EventsModel::catchUp(std::vector<Event> events, bool more)
{
    m_gap->caughtUp += static_cast<qint64>(events.size());
    std::move(events.begin(), events.end(), std::back_inserter(m_caught));
    m_gap->more = more && m_caught.size() >= mostOnTop;
    if (more && !m_gap->more) {
        poll();
    } else {
        askForCuts();
    }
}

void EventsModel::askForCuts()
{
    m_polling =
        client::consume(m_api.eventCuts(), this,
                        [this](const contract::Result<contract::EventCutList>& cuts) { closeGap(cuts); });
}

void EventsModel::closeGap(const contract::Result<contract::EventCutList>& cuts)
{
    m_polling = {};
    if (!cuts && cuts.error().kind == contract::ErrorKind::Unavailable) {
        broke(); // again: what was caught up stays here, and the next answer goes on behind it
        return;
    }
    EventGap gap = *std::exchange(m_gap, std::nullopt);
    if (cuts && m_gapBehind > 0) { // where none was seen, none is missed
        for (const contract::EventCutEntry& cut : cuts->items) {
            gap.removed += std::max<qint64>(0, cut.through - std::max(cut.first - 1, m_gapBehind));
        }
    }
    HeadRows rows;
    for (Event& event : std::exchange(m_caught, {})) {
        rows.push_back({std::move(event), {}});
    }
    rows.push_back({{}, gap});
    if (gap.more) {
        startOver(rows);
    } else {
        arrived(std::move(rows));
    }
}

void EventsModel::arrived(HeadRows rows)
{
    if (rows.empty()) {
        return;
    }
    if (!m_paused) {
        show(std::move(rows));
        return;
    }
    for (HeadRow& row : rows) {
        m_waitingEvents += row.gap ? 0 : 1;
        if (row.gap || m_waiting.size() <= mostOnTop) {
            m_waiting.push_back(std::move(row)); // beyond that the list begins anew, and has them all
        }
    }
    Q_EMIT waitingChanged();
}

void EventsModel::show(HeadRows rows)
{
    if (m_head.size() + rows.size() > mostOnTop) {
        startOver(rows);
        return;
    }
    beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
    for (HeadRow& row : rows) {
        m_headEvents += row.gap ? 0 : 1;
        m_head.push_front(std::move(row));
    }
    endInsertRows();
    Q_EMIT totalChanged();
    settle();
}

// The list has all events; what only we know goes on top of it.
void EventsModel::startOver(const HeadRows& rows)
{
    for (const HeadRow& row : rows) {
        if (row.gap) {
            m_gapsToShow.push_back(*row.gap);
        }
    }
    restart();
}

void EventsModel::began()
{
    m_polling.cancel();
    m_polling = {};
    heard();
    forgetGap(); // the list is whole
    const Event* newest = item(0);
    m_newest = newest != nullptr ? newest->sequence : m_newest;
    if (m_waitingEvents > 0 || !m_waiting.empty()) {
        m_waiting.clear();
        m_waitingEvents = 0;
        Q_EMIT waitingChanged();
    }
    HeadRows gaps;
    for (const EventGap& gap : std::exchange(m_gapsToShow, {})) {
        gaps.push_back({{}, gap});
    }
    if (!gaps.empty()) {
        show(std::move(gaps));
    }
}

void EventsModel::clearHead()
{
    m_head.clear();
    m_headEvents = 0;
}

} // namespace holdfast::models
