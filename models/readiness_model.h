// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"
#include "services/client/api_client.h"
#include "services/client/consume.h"

#include <QObject>

namespace holdfast::models {

// "42 people run out before Monday", with what shows just those.
struct ReadinessFigure
{
    QString id;
    QString sentence;
    Tone tone {};
    QString page; // "readiness" or "workstations"
    QList<std::pair<QString, QString>> restrictions {};
    QString tag {}; // what the restriction means, in short
};

// What is going to hurt, as sentences. Those with nothing in them are left out.
class ReadinessModel final : public QObject
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

    explicit ReadinessModel(client::ApiClient& api, QObject* parent = nullptr);

    void refresh();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const contract::Error& error() const { return m_error; }
    [[nodiscard]] const contract::OfflineReadiness& readiness() const { return m_readiness; }
    [[nodiscard]] QList<ReadinessFigure> figures() const;
    // "312 people have days left on 287 workstations."
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void changed();

private:
    client::ApiClient& m_api;
    State m_state = State::Loading;
    contract::OfflineReadiness m_readiness;
    contract::Error m_error;
    client::Call m_call;
};

} // namespace holdfast::models
