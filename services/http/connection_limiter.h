// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>

#include <mutex>

namespace holdfast::http {

// Counts open connections, overall and for each address. From any thread.
class ConnectionLimiter
{
public:
    ConnectionLimiter(int limit, int limitPerAddress)
        : m_limit(limit)
        , m_limitPerAddress(limitPerAddress)
    { }

    [[nodiscard]] bool admit(const QByteArray& address);
    void release(const QByteArray& address);
    [[nodiscard]] quint64 refused() const;

private:
    mutable std::mutex m_mutex;
    QHash<QByteArray, int> m_counts;
    int m_total = 0;
    quint64 m_refused = 0;
    int m_limit;
    int m_limitPerAddress;
};

} // namespace holdfast::http
