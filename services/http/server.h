// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/http/router.h"

#include <QStringList>

#include <chrono>
#include <memory>

namespace holdfast::http {

struct ServerOptions
{
    QString address = QStringLiteral("127.0.0.1"); // numeric
    quint16 port = 0; // 0 picks a free one
    QByteArray certificatePem; // empty: no TLS, which only a loopback address may
    QByteArray keyPem;
    // Names and addresses that a Host header may carry besides those of the certificate, or besides the
    // loopback names when bound to loopback (RFC 9110, 7.2).
    QStringList publicNames;
    int ioThreads = 2;
    int workerThreads = 4;
    int maxQueuedWork = 1024; // requests waiting for a worker; one more is answered with 503 `busy`
    int maxConnections = 4096;
    int maxConnectionsPerAddress = 1024;
    qint64 maxLargeBodies = 256 * 1024 * 1024; // bytes of all bodies above 64 KiB under way; more: 503 `busy`
    qint64 maxHeader = 16 * 1024; // bytes of request line and headers
    std::chrono::milliseconds headerTimeout {10'000};
    std::chrono::milliseconds bodyTimeout {30'000};
    std::chrono::milliseconds writeTimeout {30'000}; // without progress
    std::chrono::milliseconds idleTimeout {75'000}; // between two requests of a connection
    std::chrono::milliseconds shutdownGrace {8'000}; // for answers under way
};

// HTTP/1.1 on Boost.Beast, in this folder alone. Requests of one connection are answered in order, one at a
// time. Bad framing is answered with 400 and closes the connection. Every error body is an RFC 9457 problem.
class Server
{
public:
    Server(ServerOptions options, const Router& router);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // Binds and starts. Errors: address_needs_tls, address_in_use, address_invalid, certificate_invalid.
    [[nodiscard]] contract::Result<quint16> start();
    // Takes no new connection, lets answers under way finish (at most shutdownGrace), then ends. Idempotent.
    void stop();

    // Calls `action` once on an I/O thread when `delay` has passed; thousands may wait. It must not block.
    // What is still waiting when the server ends is destroyed without a call. From any thread.
    void after(std::chrono::milliseconds delay, std::function<void()> action);
    // Runs `work` on a worker, for what an inline handler must not do itself (a slow hash). False when the
    // queue is full: answer 503 `busy`. From any thread.
    [[nodiscard]] bool submit(std::function<void()> work);

    struct Statistics
    {
        int connections = 0; // open now
        quint64 requests = 0; // answered since the start, refused ones included
        quint64 refusedConnections = 0; // over a limit
        int queuedWork = 0;
    };
    [[nodiscard]] Statistics statistics() const;

private:
    class Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace holdfast::http
