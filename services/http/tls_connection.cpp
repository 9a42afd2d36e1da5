// SPDX-License-Identifier: Apache-2.0
#include "services/http/transports.h"

#include <boost/asio/ssl/stream.hpp>

namespace holdfast::http {

namespace {

namespace asio = boost::asio;

class TlsConnection final : public Connection
{
public:
    TlsConnection(std::shared_ptr<IoThread> io, std::shared_ptr<ConnectionContext> context, QByteArray peer,
                  asio::ip::tcp::socket socket, asio::ssl::context& tls)
        : Connection(std::move(io), std::move(context), std::move(peer))
        , m_stream(std::move(socket), tls)
    { }

private:
    [[nodiscard]] std::shared_ptr<TlsConnection> self()
    {
        return std::static_pointer_cast<TlsConnection>(shared_from_this());
    }
    void beginHandshake() override
    {
        m_stream.async_handshake(asio::ssl::stream_base::server,
                                 [self = self()](const Error& error) { self->onHandshake(error); });
    }
    void beginRead(char* data, std::size_t size) override
    {
        m_stream.async_read_some(
            asio::mutable_buffer(data, size),
            [self = self()](const Error& error, std::size_t bytes) { self->onRead(error, bytes); });
    }
    void beginWrite(const std::array<QByteArrayView, 3>& pieces) override
    {
        // A record carries one buffer: the first that holds something.
        const auto piece =
            std::find_if(pieces.begin(), pieces.end(), [](QByteArrayView p) { return !p.isEmpty(); });
        m_stream.async_write_some(
            asio::const_buffer(piece->data(), static_cast<std::size_t>(piece->size())),
            [self = self()](const Error& error, std::size_t bytes) { self->onWritten(error, bytes); });
    }
    void beginShutdown() override
    {
        if (isReading()) { // a shutdown would read as well, and two readings are not allowed
            onShutdown();
            return;
        }
        m_stream.async_shutdown([self = self()](const Error&) { self->onShutdown(); });
    }
    void closeSocket() override
    {
        Error ignored;
        m_stream.lowest_layer().close(ignored);
    }
    [[nodiscard]] bool canLinger() const override { return false; }

    asio::ssl::stream<asio::ip::tcp::socket> m_stream;
};

} // namespace

std::shared_ptr<Connection> makeTlsConnection(std::shared_ptr<IoThread> io,
                                              std::shared_ptr<ConnectionContext> context, QByteArray peer,
                                              asio::ip::tcp::socket socket, asio::ssl::context& tls)
{
    return std::make_shared<TlsConnection>(std::move(io), std::move(context), std::move(peer),
                                           std::move(socket), tls);
}

} // namespace holdfast::http
