// SPDX-License-Identifier: Apache-2.0
#include "services/http/listener.h"

#include "services/http/log.h"
#include "services/http/transports.h"

#include <boost/asio/post.hpp>
#include <future>

namespace holdfast::http {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr Milliseconds pauseWithoutDescriptors {50};

const QByteArray& turnedAway()
{
    static const QByteArray answer = [] {
        const QByteArray body =
            R"({"type":"about:blank","title":"Service Unavailable","status":503,"code":"too_many_connections",)"
            R"("detail":"Too many connections are open."})";
        return "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/problem+json\r\nRetry-After: "
               "5\r\n"
               "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n"
               "Content-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }();
    return answer;
}

contract::Unexpected cannotBind(const boost::system::error_code& error)
{
    const QString why = QString::fromStdString(error.message());
    if (error == asio::error::address_in_use) {
        return contract::failure(contract::ErrorKind::Conflict, QStringLiteral("address_in_use"),
                                 QStringLiteral("Another program listens on this address and port."));
    }
    return contract::failure(contract::ErrorKind::InvalidRequest, QStringLiteral("address_invalid"),
                             QStringLiteral("Cannot listen on this address: %1.").arg(why));
}

} // namespace

Listener::Listener(std::vector<std::shared_ptr<IoThread>> threads)
    : m_threads(std::move(threads))
    , m_acceptor(m_threads.front()->context())
    , m_pause(m_threads.front()->context())
{ }

contract::Result<quint16> Listener::bind(const asio::ip::address& address, quint16 port)
{
    const tcp::endpoint endpoint(address, port);
    boost::system::error_code error;
    m_acceptor.open(endpoint.protocol(), error);
    if (!error) {
        m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    }
    if (!error) {
        m_acceptor.bind(endpoint, error);
    }
    if (!error) {
        m_acceptor.listen(tcp::acceptor::max_listen_connections, error);
    }
    if (error) {
        return cannotBind(error);
    }
    return m_acceptor.local_endpoint().port();
}

void Listener::start(std::shared_ptr<ConnectionContext> context, asio::ssl::context* tls)
{
    m_context = std::move(context);
    m_tls = tls;
    asio::post(m_threads.front()->context(), [this] { accept(); });
}

void Listener::stop()
{
    std::promise<void> closed;
    asio::post(m_threads.front()->context(), [&] {
        boost::system::error_code ignored;
        m_acceptor.close(ignored);
        m_pause.cancel();
        closed.set_value();
    });
    closed.get_future().get();
}

void Listener::accept()
{
    const std::shared_ptr<IoThread>& io = m_threads[m_next++ % m_threads.size()];
    m_acceptor.async_accept(
        io->context(), [this, io](const boost::system::error_code& error, tcp::socket socket) {
            if (!m_acceptor.is_open()) {
                return;
            }
            if (!error) {
                take(io, std::move(socket));
                accept();
                return;
            }
            // Out of descriptors, most likely: the connections that are there go on.
            qCWarning(httpLog) << "cannot accept a connection:" << error.message().c_str();
            m_pause.expires_after(pauseWithoutDescriptors);
            m_pause.async_wait([this](const boost::system::error_code& cancelled) {
                if (!cancelled && m_acceptor.is_open()) {
                    accept();
                }
            });
        });
}

void Listener::take(std::shared_ptr<IoThread> io, tcp::socket socket)
{
    boost::system::error_code error;
    const tcp::endpoint peer = socket.remote_endpoint(error);
    if (error) {
        return; // gone already
    }
    const QByteArray key = QByteArray::fromStdString(peer.address().to_string());
    if (!m_context->limiter.admit(key)) {
        turnAway(socket);
        return;
    }
    socket.set_option(tcp::no_delay(true), error);
    auto connection = m_tls ? makeTlsConnection(io, m_context, key, std::move(socket), *m_tls)
                            : makePlainConnection(io, m_context, key, std::move(socket));
    asio::post(io->context(), [connection = std::move(connection)] { connection->start(); });
}

// Quick and without a wait: whoever is many gets what fits into the socket's buffer.
void Listener::turnAway(tcp::socket& socket) const
{
    boost::system::error_code ignored;
    socket.non_blocking(true, ignored);
    if (!m_tls) {
        socket.send(
            asio::const_buffer(turnedAway().constData(), static_cast<std::size_t>(turnedAway().size())), 0,
            ignored);
        socket.shutdown(tcp::socket::shutdown_send, ignored);
    }
    socket.close(ignored);
}

} // namespace holdfast::http
