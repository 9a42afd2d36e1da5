// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QString>

#include <array>
#include <chrono>
#include <functional>
#include <vector>

namespace holdfast::authentication {

// What GET /metrics tells, in Prometheus' text format 0.0.4. Safe from any thread.
class Metrics
{
public:
    // A request that was answered.
    void countRequest(const char* operation, int status, std::chrono::microseconds took);
    // An attempt to authenticate that was decided. `method` such as SECURID, `result` such as success.
    void countAuthentication(const QString& method, const QString& result);
    // A number that is asked for at each reading, such as open connections. Before the server starts.
    void addGauge(const char* name, const char* help, std::function<double()> value);

    [[nodiscard]] QByteArray text() const;

private:
    static constexpr std::array bounds {0.001, 0.0025, 0.005, 0.01, 0.025,
                                        0.05,  0.1,    0.25,  1.0,  5.0}; // seconds
    struct Durations
    {
        std::array<quint64, bounds.size()> below {};
        quint64 count = 0;
        double sum = 0;
    };
    struct Gauge
    {
        QByteArray name;
        QByteArray help;
        std::function<double()> value;
    };
    mutable QMutex m_mutex;
    QHash<std::pair<QByteArray, int>, quint64> m_requests;
    QHash<QByteArray, Durations> m_durations;
    QHash<std::pair<QString, QString>, quint64> m_authentications;
    std::vector<Gauge> m_gauges;
};

} // namespace holdfast::authentication
