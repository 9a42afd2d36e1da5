// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/export/syslog_connection.h"

#include <QFile>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace holdfast::authentication {

using Transport = SyslogTarget::Transport;

namespace {

constexpr int patience = 5; // seconds, for each step
constexpr qsizetype mostDatagramBytes = 2048; // RFC 5426, section 3.2
constexpr qsizetype mostStreamBytes = 8192; // RFC 5425, section 4.3.1

QString systemFault()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

void setPatience(int socket)
{
    const timeval limit {patience, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

// Looks without waiting. A TLS stream that is alive may hold what is no data, such as tickets.
bool isAtEnd(int socket, SSL* tls)
{
    std::array<char, 256> ignored {};
    if (tls == nullptr) {
        return ::recv(socket, ignored.data(), 1, MSG_PEEK | MSG_DONTWAIT) == 0;
    }
    const int flags = ::fcntl(socket, F_GETFL);
    ::fcntl(socket, F_SETFL, flags | O_NONBLOCK);
    const int got = SSL_read(tls, ignored.data(), static_cast<int>(ignored.size()));
    const bool ended = got <= 0 && SSL_get_error(tls, got) != SSL_ERROR_WANT_READ;
    ::fcntl(socket, F_SETFL, flags);
    ERR_clear_error();
    return ended;
}

// A stream whose other side has gone tells it by being readable: syslog servers send nothing.
bool isDead(int socket, SSL* tls)
{
    pollfd state {socket, POLLIN, 0};
    if (::poll(&state, 1, 0) <= 0) {
        return false;
    }
    return isAtEnd(socket, tls) || (state.revents & (POLLERR | POLLHUP)) != 0;
}

} // namespace

SyslogConnection::SyslogConnection(SyslogTarget target)
    : m_target(std::move(target))
    , m_context(nullptr, SSL_CTX_free)
    , m_tls(nullptr, SSL_free)
{ }

SyslogConnection::~SyslogConnection()
{
    close();
}

void SyslogConnection::close()
{
    m_tls.reset();
    if (m_socket >= 0) {
        ::close(std::exchange(m_socket, -1));
    }
}

bool SyslogConnection::isStream() const
{
    return m_target.transport == Transport::Tcp || m_target.transport == Transport::Tls;
}

qsizetype SyslogConnection::mostBytes() const
{
    return isStream() ? mostStreamBytes : mostDatagramBytes;
}

contract::Unexpected SyslogConnection::unreachable()
{
    close();
    return contract::failure(
        contract::ErrorKind::Unavailable, QStringLiteral("syslog_unreachable"),
        QStringLiteral("The syslog server %1 cannot be reached: %2").arg(m_target.host, m_fault));
}

contract::Result<void> SyslogConnection::open()
{
    if (m_socket >= 0 && isStream() && isDead(m_socket, m_tls.get())) {
        close();
    }
    if (m_socket >= 0) {
        return {};
    }
    const bool opened = m_target.transport == Transport::Local ? openLocal() : openNetwork();
    if (!opened || (m_target.transport == Transport::Tls && !openTls())) {
        return unreachable();
    }
    return {};
}

bool SyslogConnection::openLocal()
{
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(m_target.host);
    if (path.size() >= qsizetype {sizeof address.sun_path}) {
        m_fault = QStringLiteral("the path is too long");
        return false;
    }
    std::memcpy(address.sun_path, path.constData(), static_cast<size_t>(path.size()));
    m_socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    setPatience(m_socket);
    const bool connected =
        ::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    m_fault = connected ? QString() : systemFault();
    return connected;
}

bool SyslogConnection::openNetwork()
{
    addrinfo hints {};
    hints.ai_socktype = m_target.transport == Transport::Udp ? SOCK_DGRAM : SOCK_STREAM;
    addrinfo* raw = nullptr;
    const int resolved = ::getaddrinfo(m_target.host.toLatin1().constData(),
                                       QByteArray::number(m_target.port).constData(), &hints, &raw);
    if (resolved != 0) {
        m_fault = QString::fromLocal8Bit(::gai_strerror(resolved));
        return false;
    }
    const std::unique_ptr<addrinfo, void (*)(addrinfo*)> found(raw, ::freeaddrinfo);
    for (const addrinfo* one = found.get(); one != nullptr; one = one->ai_next) {
        m_socket = ::socket(one->ai_family, one->ai_socktype | SOCK_CLOEXEC, one->ai_protocol);
        if (m_socket < 0) {
            continue;
        }
        setPatience(m_socket);
        if (::connect(m_socket, one->ai_addr, one->ai_addrlen) == 0) {
            return true;
        }
        m_fault = systemFault();
        close();
    }
    return false;
}

bool SyslogConnection::openTls()
{
    m_context.reset(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_set_min_proto_version(m_context.get(), TLS1_2_VERSION);
    SSL_CTX_set_verify(m_context.get(), SSL_VERIFY_PEER, nullptr);
    const QByteArray authorities = QFile::encodeName(m_target.authorities);
    const int loaded = authorities.isEmpty()
        ? SSL_CTX_set_default_verify_paths(m_context.get())
        : SSL_CTX_load_verify_file(m_context.get(), authorities.constData());
    m_tls.reset(SSL_new(m_context.get()));
    QByteArray host = m_target.host.toLatin1();
    X509_VERIFY_PARAM* expected = SSL_get0_param(m_tls.get());
    const bool named = X509_VERIFY_PARAM_set1_ip_asc(expected, host.constData()) == 1
        || (SSL_set1_host(m_tls.get(), host.constData()) == 1
            && SSL_ctrl(m_tls.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, host.data())
                == 1);
    if (loaded != 1 || !named || SSL_set_fd(m_tls.get(), m_socket) != 1 || SSL_connect(m_tls.get()) != 1) {
        const long verified = SSL_get_verify_result(m_tls.get());
        m_fault = verified != X509_V_OK ? QString::fromLatin1(X509_verify_cert_error_string(verified))
                                        : QStringLiteral("no TLS");
        ERR_clear_error();
        return false;
    }
    return true;
}

bool SyslogConnection::write(const QByteArray& bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const auto left = static_cast<size_t>(bytes.size() - sent);
        const ssize_t now = m_tls ? SSL_write(m_tls.get(), bytes.constData() + sent, static_cast<int>(left))
                                  : ::send(m_socket, bytes.constData() + sent, left, MSG_NOSIGNAL);
        if (now < 0 && !m_tls && errno == EINTR) {
            continue;
        }
        if (now <= 0) {
            m_fault = m_tls ? QStringLiteral("the TLS connection ended") : systemFault();
            ERR_clear_error();
            return false;
        }
        sent += now;
    }
    return true;
}

contract::Result<void> SyslogConnection::send(const QByteArray& message)
{
    if (auto opened = open(); !opened) {
        return opened;
    }
    if (!write(isStream() ? QByteArray::number(message.size()) + ' ' + message : message)) {
        return unreachable();
    }
    return {};
}

} // namespace holdfast::authentication
