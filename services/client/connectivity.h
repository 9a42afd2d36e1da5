// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace holdfast::client {

// Whether the service answers: what the banner shows. Owned by whoever owns the transport. After a loss it
// probes
// (/health) with a back-off from half a second to fifteen seconds, quietly, until an answer comes.
class Connectivity : public QObject
{
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString reason READ reason NOTIFY stateChanged)
public:
    enum class State
    {
        Ok,
        Lost, // waiting for the next probe
        Retrying // a probe is under way
    };
    Q_ENUM(State)

    explicit Connectivity(QObject* parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isOk() const { return m_state == State::Ok; }
    // Stable code: "connection_refused", "timed_out", "host_not_found", "certificate_refused",
    // "connection_lost".
    [[nodiscard]] QString reason() const { return m_reason; }
    // Until the next probe; zero while none is waiting.
    [[nodiscard]] std::chrono::milliseconds untilNextProbe() const;

    // For the transport.
    void setProbe(std::function<void()> probe) { m_probe = std::move(probe); }
    void lost(const QString& reason);
    void answered();

public Q_SLOTS:
    // "Try now": probes at once.
    void retryNow();

Q_SIGNALS:
    void stateChanged();
    // Once for each return, after a loss: models refresh.
    void restored();

private:
    void probe();
    void become(State state, const QString& reason);

    State m_state = State::Ok;
    QString m_reason;
    QTimer m_timer;
    std::chrono::milliseconds m_backOff;
    std::function<void()> m_probe;
};

} // namespace holdfast::client
