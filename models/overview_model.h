// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"
#include "services/client/api_client.h"
#include "services/client/consume.h"

#include <QObject>
#include <QTimer>

namespace holdfast::models {

// One figure of the first page; pressing it opens a list that shows just those.
struct OverviewFigure
{
    QString id; // "usersLocked", ...
    QString title;
    int value = 0;
    Tone tone = Tone::Neutral;
    QString page; // "users", "tokens", "activity"
    QString restriction; // of that page's list, such as "status"
    QString restrictionValue; // such as "locked"
};

// The first page: shows what is known at once, refreshes behind, and again every half minute while it is
// open.
class OverviewModel : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Loading,
        Ready,
        Failed
    };
    Q_ENUM(State)

    explicit OverviewModel(client::ApiClient& api, QObject* parent = nullptr);
    void setOpen(bool open);
    void refresh();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const contract::Error& error() const { return m_error; }
    [[nodiscard]] const contract::Overview& overview() const { return m_overview; }
    [[nodiscard]] QList<OverviewFigure> figures() const; // what needs somebody first
    [[nodiscard]] bool isEmptyService() const; // no tokens and hardly a user: show how to begin

Q_SIGNALS:
    void stateChanged();
    void changed();

private:
    void become(State state);

    client::ApiClient& m_api;
    State m_state = State::Loading;
    contract::Overview m_overview;
    contract::Error m_error;
    QTimer m_timer;
    client::Call m_call;
};

} // namespace holdfast::models
