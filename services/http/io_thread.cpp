// SPDX-License-Identifier: Apache-2.0
#include "services/http/io_thread.h"

#include "services/http/connection.h"
#include "services/http/log.h"

#include <QDateTime>
#include <QLocale>

#include <boost/asio/post.hpp>

namespace holdfast::http {

IoThread::IoThread(Milliseconds tick)
    : m_tick(tick)
    , m_random(QRandomGenerator64::securelySeeded())
{ }

IoThread::~IoThread()
{
    stop();
}

void IoThread::start()
{
    boost::asio::post(m_context, [this] { tick(); });
    m_thread = std::thread([this] {
        const auto keepRunning = boost::asio::make_work_guard(m_context);
        for (;;) {
            try {
                m_context.run();
                return;
            } catch (const std::exception& failure) {
                qCWarning(httpLog) << "an I/O handler ended with an exception:" << typeName(failure);
            }
        }
    });
}

void IoThread::stop()
{
    if (m_thread.joinable()) {
        m_context.stop();
        m_thread.join();
    }
    // No thread is left here: what waits is cut, and its handlers, which hold connections, run out.
    while (!m_connections.empty()) {
        m_connections.back()->abort();
    }
    m_timer.cancel();
    m_context.restart();
    m_context.poll();
}

void IoThread::finishConnections()
{
    boost::asio::post(m_context, [this] {
        m_finishing = true;
        for (const auto& connection : std::vector(m_connections)) {
            connection->finish();
        }
    });
}

void IoThread::add(const std::shared_ptr<Connection>& connection)
{
    connection->setIndex(m_connections.size());
    m_connections.push_back(connection);
    m_count.fetch_add(1, std::memory_order_relaxed);
}

void IoThread::remove(Connection& connection)
{
    const std::size_t index = connection.index();
    const std::shared_ptr<Connection> keep = m_connections[index];
    std::swap(m_connections[index], m_connections.back());
    m_connections[index]->setIndex(index);
    m_connections.pop_back();
    m_count.fetch_sub(1, std::memory_order_relaxed);
}

const QByteArray& IoThread::date()
{
    if (const qint64 second = QDateTime::currentSecsSinceEpoch(); second != m_dateSecond) {
        m_dateSecond = second;
        const QDateTime now = QDateTime::fromSecsSinceEpoch(second, Qt::UTC);
        m_date = QLocale::c().toString(now, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
    }
    return m_date;
}

QString IoThread::nextRequestId()
{
    static constexpr char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";
    QString id(16, Qt::Uninitialized);
    quint64 random = m_random.generate64();
    for (int i = 0; i < 16; ++i, random >>= 5) {
        if (i == 12) {
            random = m_random.generate64();
        }
        id[i] = QLatin1Char(alphabet[random & 31]);
    }
    return id;
}

void IoThread::tick()
{
    m_timer.expires_after(m_tick);
    m_timer.async_wait([this](const boost::system::error_code& error) {
        if (!error) {
            tick();
        }
    });
    const SteadyTime now = std::chrono::steady_clock::now();
    for (std::size_t i = m_connections.size(); i > 0; --i) {
        if (i <= m_connections.size()) { // the one before may have removed more than itself
            const std::shared_ptr<Connection> connection = m_connections[i - 1];
            connection->checkDeadline(now);
        }
    }
}

} // namespace holdfast::http
