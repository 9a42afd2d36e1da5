// SPDX-License-Identifier: Apache-2.0
#include "models/events_model.h"

#include "models/formats.h"
#include "models/words.h"

namespace holdfast::models {

using contract::Event;

using namespace std::chrono_literals;

namespace {

constexpr qint64 readThrough = qint64 {WindowModel::keptPages} * WindowModel::pageSize;

} // namespace

EventsModel::EventsModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent)
    : TypedWindowModel(parent)
    , m_api(api)
    , m_clock(clock)
{
    m_pollTimer.setInterval(2s);
    connect(&m_pollTimer, &QTimer::timeout, this, &EventsModel::poll);
}

void EventsModel::setPollInterval(std::chrono::milliseconds interval)
{
    m_pollTimer.setInterval(interval);
}

void EventsModel::setLive(bool live)
{
    if (m_live == live) {
        return;
    }
    m_live = live;
    if (live) {
        m_heardAt = m_clock.now();
        m_pollTimer.start();
        poll();
    } else {
        m_pollTimer.stop();
        m_polling.cancel();
        m_polling = {};
        forgetGap(); // from here on nobody was watching
    }
    Q_EMIT liveChanged();
}

void EventsModel::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused && !m_waiting.empty()) {
        m_waitingEvents = 0;
        show(std::exchange(m_waiting, {}));
        Q_EMIT waitingChanged();
    }
}

void EventsModel::refresh()
{
    if (m_live && m_gap && state() == State::Ready) {
        retry(); // pages that failed meanwhile
        poll(); // catches up, and keeps what is read where it is
    } else if (state() != State::Idle) {
        restart();
    }
}

const Event* EventsModel::event(int row) const
{
    if (row >= 0 && row < headRows()) {
        const HeadRow& onTop = m_head[static_cast<size_t>(row)];
        return onTop.gap ? nullptr : &onTop.event;
    }
    return item(row - headRows());
}

int EventsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return role == Qt::DisplayRole ? QVariant() : WindowModel::headerData(section, orientation, role);
    }
    switch (section) {
    case When:
        return tr("When");
    case What:
        return tr("What happened");
    case Person:
        return tr("Person");
    case Result:
        return tr("Result");
    case Token:
        return tr("Token");
    case Client:
        return tr("From");
    case Actor:
        return tr("By");
    default:
        return {};
    }
}

QVariant EventsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= headRows()) {
        return WindowModel::data(index, role);
    }
    if (role == PlaceholderRole) {
        return false;
    }
    const auto& [event, gap] = m_head[static_cast<size_t>(index.row())];
    if (gap) {
        return gapCell(*gap, index.column(), role);
    }
    return role == IdRole ? QVariant(idOf(event)) : cellOf(event, index.column(), role);
}

QString EventsModel::sortKey(int) const
{
    return {}; // the order of events is theirs
}

bool EventsModel::isParameter(const QString&) const
{
    return true;
}

bool EventsModel::isPinned(int page) const
{
    return page == 0; // asked for again it would hold what is on top by now
}

bool EventsModel::mayJump() const
{
    return !isRestricted() || total() > readThrough;
}

// The words of a filter are a parameter of this list, and its order has a name.
client::ListQuery EventsModel::translated(const client::ListQuery& query, const char* order)
{
    client::ListQuery events = query;
    events.where.append({QStringLiteral("order"), QString::fromLatin1(order)});
    if (const QString words = events.filter.trimmed(); !words.isEmpty()) {
        events.where.append({QStringLiteral("q"), words});
    }
    events.filter.clear();
    return events;
}

client::ListQuery EventsModel::exportQuery() const
{
    return translated(query(), "asc");
}

int EventsModel::rowsInFront() const
{
    return headItems() + waiting();
}

client::PageReply<Event> EventsModel::list(const client::ListQuery& query)
{
    return m_api.events(translated(query, "desc"));
}

QString EventsModel::idOf(const Event& event) const
{
    return QString::number(event.sequence);
}

QVariant EventsModel::gapCell(const EventGap& gap, int column, int role) const
{
    switch (role) {
    case GapRole:
        return true;
    case ToneRole:
        return static_cast<int>(column == Result ? Tone::Warning : Tone::Neutral);
    case Qt::ToolTipRole:
        return column == What || column == When ? QVariant(gapSentence(gap)) : QVariant();
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (column) {
    case When:
        return relativeTime(gap.to, m_clock.now());
    case What:
        return gapSentence(gap);
    case Result:
        return tr("Gap", "a connection was lost meanwhile");
    default:
        return {};
    }
}

QVariant EventsModel::cellOf(const Event& event, int column, int role) const
{
    switch (role) {
    case SequenceRole:
        return event.sequence;
    case ResultRole:
        return static_cast<int>(event.result);
    case UserIdRole:
        return event.userId;
    case NumericRole:
        return false;
    case MonospaceRole:
        return column == Token;
    case ToneRole:
        return static_cast<int>(column == Result ? words::toneOf(event.result) : Tone::Neutral);
    case Qt::ToolTipRole:
        return column == When ? QVariant(absoluteTime(event.at))
                              : (column == What ? QVariant(words::event(event)) : QVariant());
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (column) {
    case When:
        return relativeTime(event.at, m_clock.now());
    case What:
        return words::event(event);
    case Person:
        return event.userName;
    case Result:
        return words::of(event.result);
    case Token:
        return groupedSerial(event.tokenSerial);
    case Client:
        return event.client.isEmpty() ? event.clientAddress : event.client;
    case Actor:
        return event.actor;
    default:
        return {};
    }
}

} // namespace holdfast::models
