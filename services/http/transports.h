// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/http/connection.h"

#include <boost/asio/ip/tcp.hpp>

namespace boost::asio::ssl {
class context;
}

namespace holdfast::http {

// The socket runs on the thread's context already.
[[nodiscard]] std::shared_ptr<Connection> makePlainConnection(std::shared_ptr<IoThread> io,
                                                              std::shared_ptr<ConnectionContext> context,
                                                              QByteArray peer,
                                                              boost::asio::ip::tcp::socket socket);
[[nodiscard]] std::shared_ptr<Connection>
makeTlsConnection(std::shared_ptr<IoThread> io, std::shared_ptr<ConnectionContext> context, QByteArray peer,
                  boost::asio::ip::tcp::socket socket, boost::asio::ssl::context& tls);

} // namespace holdfast::http
