// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/metrics.h"

namespace holdfast::authentication {

namespace {

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', 17);
}

QByteArray quoted(const QByteArray& label)
{
    QByteArray escaped = label;
    escaped.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return '"' + escaped + '"';
}

void head(QByteArray& out, const QByteArray& name, const QByteArray& type, const QByteArray& help)
{
    out += "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

} // namespace

void Metrics::countRequest(const char* operation, int status, std::chrono::microseconds took)
{
    const double seconds = std::chrono::duration<double>(took).count();
    const QMutexLocker locker(&m_mutex);
    ++m_requests[{QByteArray(operation), status}];
    Durations& durations = m_durations[QByteArray(operation)];
    ++durations.count;
    durations.sum += seconds;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        if (seconds <= bounds[i]) {
            ++durations.below[i];
        }
    }
}

void Metrics::countAuthentication(const QString& method, const QString& result)
{
    const QMutexLocker locker(&m_mutex);
    ++m_authentications[{method, result}];
}

void Metrics::addGauge(const char* name, const char* help, std::function<double()> value)
{
    const QMutexLocker locker(&m_mutex);
    m_gauges.push_back({name, help, std::move(value)});
}

QByteArray Metrics::text() const
{
    QByteArray out;
    const QMutexLocker locker(&m_mutex);
    head(out, "holdfast_requests_total", "counter", "Requests answered, by operation and status.");
    for (auto it = m_requests.begin(); it != m_requests.end(); ++it) {
        out += "holdfast_requests_total{operation=" + quoted(it.key().first) + ",status="
            + quoted(QByteArray::number(it.key().second)) + "} " + QByteArray::number(it.value()) + '\n';
    }
    head(out, "holdfast_request_seconds", "histogram", "Time from the whole request to its answer.");
    for (auto it = m_durations.begin(); it != m_durations.end(); ++it) {
        const QByteArray operation = "operation=" + quoted(it.key());
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            out += "holdfast_request_seconds_bucket{" + operation + ",le=" + quoted(number(bounds[i])) + "} "
                + QByteArray::number(it->below[i]) + '\n';
        }
        const QByteArray count = QByteArray::number(it->count);
        out += "holdfast_request_seconds_bucket{" + operation + ",le=\"+Inf\"} " + count + '\n';
        out += "holdfast_request_seconds_sum{" + operation + "} " + number(it->sum) + '\n';
        out += "holdfast_request_seconds_count{" + operation + "} " + count + '\n';
    }
    head(out, "holdfast_authentications_total", "counter", "Attempts decided, by method and result.");
    for (auto it = m_authentications.begin(); it != m_authentications.end(); ++it) {
        out += "holdfast_authentications_total{method=" + quoted(it.key().first.toUtf8())
            + ",result=" + quoted(it.key().second.toUtf8()) + "} " + QByteArray::number(it.value()) + '\n';
    }
    for (const Gauge& gauge : m_gauges) {
        head(out, gauge.name, "gauge", gauge.help);
        out += gauge.name + ' ' + number(gauge.value()) + '\n';
    }
    return out;
}

} // namespace holdfast::authentication
