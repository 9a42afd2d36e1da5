// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/http/connection_context.h"
#include "services/http/io_thread.h"

#include <boost/asio/ip/tcp.hpp>

namespace boost::asio::ssl {
class context;
}

namespace holdfast::http {

// Accepts on the first thread and deals the connections out to all of them in turn.
class Listener
{
public:
    explicit Listener(std::vector<std::shared_ptr<IoThread>> threads);

    // Errors: address_invalid, address_in_use. Returns the port.
    [[nodiscard]] contract::Result<quint16> bind(const boost::asio::ip::address& address, quint16 port);
    // `tls` may be null and must live as long as this.
    void start(std::shared_ptr<ConnectionContext> context, boost::asio::ssl::context* tls);
    void stop(); // on any thread but those; waits until nothing more is accepted

private:
    void accept();
    void take(std::shared_ptr<IoThread> io, boost::asio::ip::tcp::socket socket);
    void turnAway(boost::asio::ip::tcp::socket& socket) const;

    std::vector<std::shared_ptr<IoThread>> m_threads;
    std::shared_ptr<ConnectionContext> m_context;
    boost::asio::ssl::context* m_tls = nullptr;
    boost::asio::ip::tcp::acceptor m_acceptor;
    boost::asio::steady_timer m_pause;
    std::size_t m_next = 0;
};

} // namespace holdfast::http
