// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/event_gap.h"
#include "models/window_model.h"

#include <deque>

namespace holdfast::models {

// Activity, newest first, as a window onto GET /events. While live it asks for what came since the last event
// that it knows, and new rows appear on top without moving what is read; while paused they are counted. After
// a broken connection it catches up from there, and a row without an event tells of the gap. Restrictions:
// "log", "result" (wire names), "user" (id), "token" (serial), "key", "domain" (path), "from" and "to" (RFC
// 3339).
class EventsModel final : public TypedWindowModel<contract::Event>
{
    Q_OBJECT
    Q_PROPERTY(bool live READ isLive WRITE setLive NOTIFY liveChanged)
    Q_PROPERTY(int waiting READ waiting NOTIFY waitingChanged)
public:
    enum Column
    {
        When,
        What, // the sentence
        Person,
        Result,
        Token,
        Client,
        Actor,
        ColumnCount
    };
    enum Role
    {
        SequenceRole = CommonRoleEnd,
        ResultRole, // contract::EventResult as int
        UserIdRole,
        GapRole // bool: tells of a gap, and is no event
    };

    EventsModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] bool isLive() const { return m_live; }
    // Off at first: a page turns it on when it is opened and off when it is left.
    void setLive(bool live);
    // New events come in but are not shown; waiting() counts them.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_paused; }
    [[nodiscard]] int waiting() const { return m_waitingEvents; }
    void setPollInterval(std::chrono::milliseconds interval);
    // Anew from the newest.
    void refresh() override;
    [[nodiscard]] client::ListQuery exportQuery() const override;
    // The event of a row, head included; null while loading, and where the row tells of a gap.
    [[nodiscard]] const contract::Event* event(int row) const;

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void liveChanged();
    void waitingChanged();

protected:
    QString sortKey(int column) const override;
    client::PageReply<contract::Event> list(const client::ListQuery& query) override;
    bool isParameter(const QString& restriction) const override;
    bool isPinned(int page) const override;
    bool mayJump() const override;
    QString idOf(const contract::Event& event) const override;
    QVariant cellOf(const contract::Event& event, int column, int role) const override;
    int headRows() const override { return static_cast<int>(m_head.size()); }
    int headItems() const override { return m_headEvents; }
    void clearHead() override;
    int rowsInFront() const override;
    void began() override;

private:
    // A row above the window: an event, or a gap.
    struct HeadRow
    {
        contract::Event event;
        std::optional<EventGap> gap;
    };
    using HeadRows = std::vector<HeadRow>; // oldest first

    [[nodiscard]] static client::ListQuery translated(const client::ListQuery& query, const char* order);
    [[nodiscard]] QVariant gapCell(const EventGap& gap, int column, int role) const;
    void poll();
    void polled(contract::Result<contract::Page<contract::Event>> page);
    void broke();
    void heard();
    void forgetGap();
    void catchUp(std::vector<contract::Event> events, bool more);
    void askForCuts();
    void closeGap(const contract::Result<contract::EventCutList>& cuts);
    void arrived(HeadRows rows);
    void show(HeadRows rows);
    void startOver(const HeadRows& rows);

    client::ApiClient& m_api;
    const contract::Clock& m_clock;
    QTimer m_pollTimer;
    std::deque<HeadRow> m_head; // newest first
    int m_headEvents = 0;
    HeadRows m_waiting; // while paused; not more than are shown on top
    int m_waitingEvents = 0;
    std::vector<EventGap> m_gapsToShow; // by the list that begins anew
    client::Call m_polling;
    qint64 m_newest = 0; // sequence of the latest event that was seen
    bool m_live = false;
    bool m_paused = false;

    // While the connection is broken, and until what happened meanwhile is here.
    std::optional<EventGap> m_gap;
    std::vector<contract::Event> m_caught;
    qint64 m_gapBehind = 0; // the last event before the gap
    contract::Timestamp m_heardAt {};
    bool m_connected = true; // the last request was answered
};

} // namespace holdfast::models
