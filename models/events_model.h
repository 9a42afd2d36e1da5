// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/window_model.h"

#include <deque>

namespace holdfast::models {

// Activity, newest first, as a window onto GET /events. While live it asks for what came since, and new rows
// appear on top without moving what is read; while paused they are counted. Restrictions: "log", "result"
// (wire names), "user" (id), "token" (serial), "key", "domain" (path), "from" and "to" (RFC 3339).
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
        UserIdRole
    };

    EventsModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] bool isLive() const { return m_live; }
    // Off at first: a page turns it on when it is opened and off when it is left.
    void setLive(bool live);
    // New events come in but are not shown; waiting() counts them.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_paused; }
    [[nodiscard]] int waiting() const { return static_cast<int>(m_waiting.size()); }
    void setPollInterval(std::chrono::milliseconds interval);
    // Anew from the newest.
    void refresh() override;
    [[nodiscard]] client::ListQuery exportQuery() const override;
    // The event of a row, head included; null while loading.
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
    void clearHead() override;
    int rowsInFront() const override;
    void began() override;

private:
    [[nodiscard]] static client::ListQuery translated(const client::ListQuery& query, const char* order);
    void poll();
    void arrived(std::vector<contract::Event> events); // oldest first
    void show(std::vector<contract::Event> events);

    client::ApiClient& m_api;
    const contract::Clock& m_clock;
    QTimer m_pollTimer;
    std::deque<contract::Event> m_head;
    std::vector<contract::Event> m_waiting; // oldest first
    client::Call m_polling;
    qint64 m_newest = 0; // sequence of the latest event that was seen
    bool m_live = false;
    bool m_paused = false;
};

} // namespace holdfast::models
