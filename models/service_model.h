// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/api_client.h"
#include "services/client/consume.h"

#include <QObject>
#include <QTimer>

namespace holdfast::models {

// The service itself: its health, its verbose logs, a support bundle. Asks again every half minute while it
// is open.
class ServiceModel : public QObject
{
    Q_OBJECT
public:
    // `operates`: may switch logs and take a bundle; without it only health is asked for.
    ServiceModel(client::ApiClient& api, bool operates, QObject* parent = nullptr);
    void setOpen(bool open);
    void refresh();

    [[nodiscard]] const std::optional<contract::HealthReport>& health() const { return m_health; }
    [[nodiscard]] const std::optional<contract::LoggingState>& logging() const { return m_logging; }
    [[nodiscard]] bool busy() const { return m_busy; } // a change of the logs, or a bundle, is under way

    void turnVerboseLogsOn(std::chrono::minutes duration);
    void turnVerboseLogsOff();
    // Into a file, which is replaced only when the whole bundle is there.
    void saveBundle(const QString& path);

Q_SIGNALS:
    void changed();
    void failed(const holdfast::contract::Error& error);
    void bundleSaved(const QString& path);

private:
    void take(const contract::Result<contract::LoggingState>& answer);
    void setBusy(bool busy);

    client::ApiClient& m_api;
    bool m_operates;
    bool m_busy = false;
    std::optional<contract::HealthReport> m_health;
    std::optional<contract::LoggingState> m_logging;
    QTimer m_timer;
    client::Call m_healthCall;
    client::Call m_loggingCall;
};

} // namespace holdfast::models
