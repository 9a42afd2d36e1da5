// SPDX-License-Identifier: Apache-2.0
#include "services/http/transports.h"

namespace holdfast::http {

namespace {

namespace asio = boost::asio;

class PlainConnection final : public Connection
{
public:
    PlainConnection(std::shared_ptr<IoThread> io, std::shared_ptr<ConnectionContext> context, QByteArray peer,
                    asio::ip::tcp::socket socket)
        : Connection(std::move(io), std::move(context), std::move(peer))
        , m_socket(std::move(socket))
    { }

private:
    [[nodiscard]] std::shared_ptr<PlainConnection> self()
    {
        return std::static_pointer_cast<PlainConnection>(shared_from_this());
    }
    void beginHandshake() override { onHandshake({}); }
    void beginRead(char* data, std::size_t size) override
    {
        m_socket.async_read_some(
            asio::mutable_buffer(data, size),
            [self = self()](const Error& error, std::size_t bytes) { self->onRead(error, bytes); });
    }
    void beginWrite(const std::array<QByteArrayView, 3>& pieces) override
    {
        const auto written = [self = self()](const Error& error, std::size_t bytes) {
            self->onWritten(error, bytes);
        };
        const auto buffer = [&](std::size_t i) {
            return asio::const_buffer(pieces[i].data(), static_cast<std::size_t>(pieces[i].size()));
        };
        if (pieces[1].isEmpty() && pieces[2].isEmpty()) {
            m_socket.async_write_some(buffer(0), written);
        } else {
            m_socket.async_write_some(std::array {buffer(0), buffer(1), buffer(2)}, written);
        }
    }
    void beginShutdown() override
    {
        Error ignored;
        m_socket.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
        onShutdown();
    }
    void closeSocket() override
    {
        Error ignored;
        m_socket.close(ignored);
    }
    [[nodiscard]] bool canLinger() const override { return true; }

    asio::ip::tcp::socket m_socket;
};

} // namespace

std::shared_ptr<Connection> makePlainConnection(std::shared_ptr<IoThread> io,
                                                std::shared_ptr<ConnectionContext> context, QByteArray peer,
                                                asio::ip::tcp::socket socket)
{
    return std::make_shared<PlainConnection>(std::move(io), std::move(context), std::move(peer),
                                             std::move(socket));
}

} // namespace holdfast::http
