// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/export/syslog_target.h"

#include <memory>

struct ssl_ctx_st;
struct ssl_st;

namespace holdfast::authentication {

// A socket to a syslog server. Blocks, each step for some seconds at most; for one thread.
class SyslogConnection
{
public:
    explicit SyslogConnection(SyslogTarget target);
    ~SyslogConnection();
    SyslogConnection(const SyslogConnection&) = delete;
    SyslogConnection& operator=(const SyslogConnection&) = delete;

    // Connects where it is not. The certificate must be of a known authority and name the host. Error:
    // syslog_unreachable, with what the system says.
    [[nodiscard]] contract::Result<void> open();
    // One message. Error: syslog_unreachable; the connection is then closed.
    [[nodiscard]] contract::Result<void> send(const QByteArray& message);
    void close();
    // The longest message that the transport carries well.
    [[nodiscard]] qsizetype mostBytes() const;

private:
    [[nodiscard]] bool isStream() const;
    [[nodiscard]] bool openLocal();
    [[nodiscard]] bool openNetwork();
    [[nodiscard]] bool openTls();
    [[nodiscard]] bool write(const QByteArray& bytes);
    [[nodiscard]] contract::Unexpected unreachable();

    SyslogTarget m_target;
    int m_socket = -1;
    std::unique_ptr<ssl_ctx_st, void (*)(ssl_ctx_st*)> m_context;
    std::unique_ptr<ssl_st, void (*)(ssl_st*)> m_tls;
    QString m_fault;
};

} // namespace holdfast::authentication
