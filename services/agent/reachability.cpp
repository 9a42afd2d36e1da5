// SPDX-License-Identifier: Apache-2.0
#include "services/agent/reachability.h"

#include <QFile>

#include <cerrno>
#include <condition_variable>
#include <fcntl.h>
#include <ifaddrs.h>
#include <memory>
#include <mutex>
#include <net/if.h>
#include <netdb.h>
#include <optional>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace holdfast::agent {

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;
constexpr size_t mostAddresses = 6;

int millisecondsUntil(SteadyTime until)
{
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    return static_cast<int>(std::max<qint64>(left.count(), 0));
}

bool isLoopbackName(const QString& host)
{
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0
        || QHostAddress(host).isLoopback();
}

// An address of an interface that is up and leads beyond this computer.
bool hasNetwork()
{
    ifaddrs* list = nullptr;
    if (getifaddrs(&list) != 0) {
        return true; // unknown: try
    }
    bool found = false;
    for (const ifaddrs* entry = list; entry != nullptr && !found; entry = entry->ifa_next) {
        found = entry->ifa_addr != nullptr && (entry->ifa_flags & IFF_UP) != 0
            && (entry->ifa_flags & IFF_LOOPBACK) == 0
            && (entry->ifa_addr->sa_family == AF_INET
                || (entry->ifa_addr->sa_family == AF_INET6 && !QHostAddress(entry->ifa_addr).isLinkLocal()));
    }
    freeifaddrs(list);
    return found;
}

// What the thread and whoever waits for it share; the later of both ends it.
struct NameLookup
{
    std::mutex mutex;
    std::condition_variable done;
    std::optional<ResolvedName> found;
};

std::optional<ResolvedName> resolveWithin(const QString& host, SteadyTime until, const Resolver& resolver)
{
    if (const QHostAddress literal(host); !literal.isNull()) {
        return ResolvedName {0, {literal}};
    }
    const auto lookup = std::make_shared<NameLookup>();
    std::thread([lookup, host, resolver] {
        ResolvedName found = resolver(host);
        const std::lock_guard guard(lookup->mutex);
        lookup->found = std::move(found);
        lookup->done.notify_all();
    }).detach();
    std::unique_lock guard(lookup->mutex);
    lookup->done.wait_until(guard, until, [&] { return lookup->found.has_value(); });
    return lookup->found;
}

socklen_t fill(sockaddr_storage& storage, const QHostAddress& address, quint16 port)
{
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        auto* const six = reinterpret_cast<sockaddr_in6*>(&storage);
        six->sin6_family = AF_INET6;
        six->sin6_port = htons(port);
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::copy(std::begin(bytes.c), std::end(bytes.c), six->sin6_addr.s6_addr);
        six->sin6_scope_id = address.scopeId().toUInt();
        return sizeof *six;
    }
    auto* const four = reinterpret_cast<sockaddr_in*>(&storage);
    four->sin_family = AF_INET;
    four->sin_port = htons(port);
    four->sin_addr.s_addr = htonl(address.toIPv4Address());
    return sizeof *four;
}

// Connections that are tried at the same time.
class Attempts
{
public:
    Attempts() = default;
    Attempts(const Attempts&) = delete;
    Attempts& operator=(const Attempts&) = delete;
    ~Attempts()
    {
        for (const pollfd& entry : m_waiting) {
            ::close(entry.fd);
        }
    }

    // True: it is connected already.
    bool begin(const QHostAddress& address, quint16 port)
    {
        sockaddr_storage storage {};
        const socklen_t length = fill(storage, address, port);
        const int file = ::socket(storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (file < 0) {
            note(errno);
            return false;
        }
        const bool connected = ::connect(file, reinterpret_cast<const sockaddr*>(&storage), length) == 0;
        if (connected || errno != EINPROGRESS) {
            connected ? void() : note(errno);
            ::close(file);
            return connected;
        }
        m_waiting.push_back({file, POLLOUT, 0});
        m_addresses.push_back(address);
        return false;
    }

    std::optional<QHostAddress> wait(SteadyTime until)
    {
        while (!m_waiting.empty()) {
            const int ready = ::poll(m_waiting.data(), m_waiting.size(), millisecondsUntil(until));
            if (ready < 0 && errno == EINTR) {
                continue;
            }
            if (ready <= 0) {
                return std::nullopt;
            }
            for (size_t i = m_waiting.size(); i-- > 0;) {
                if (m_waiting[i].revents == 0) {
                    continue;
                }
                int error = 0;
                socklen_t length = sizeof error;
                ::getsockopt(m_waiting[i].fd, SOL_SOCKET, SO_ERROR, &error, &length);
                if (error == 0) {
                    return m_addresses[i];
                }
                note(error);
                ::close(m_waiting[i].fd);
                m_waiting.erase(m_waiting.begin() + static_cast<std::ptrdiff_t>(i));
                m_addresses.erase(m_addresses.begin() + static_cast<std::ptrdiff_t>(i));
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] Reachability verdict() const
    {
        if (!m_waiting.empty()) {
            return {Reach::HalfOnline, QStringLiteral("no_answer")};
        }
        if (m_refused) {
            return {Reach::HalfOnline, QStringLiteral("connection_refused")};
        }
        return m_noRoute ? Reachability {Reach::Offline, QStringLiteral("no_route")}
                         : Reachability {Reach::HalfOnline, QStringLiteral("no_answer")};
    }

private:
    void note(int error)
    {
        m_refused = m_refused || error == ECONNREFUSED || error == ECONNRESET;
        m_noRoute = m_noRoute || error == ENETUNREACH || error == EHOSTUNREACH || error == EADDRNOTAVAIL
            || error == ENETDOWN || error == EAFNOSUPPORT;
    }
    std::vector<pollfd> m_waiting;
    std::vector<QHostAddress> m_addresses;
    bool m_refused = false;
    bool m_noRoute = false;
};

} // namespace

ResolvedName resolveName(const QString& host)
{
    addrinfo hints {};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG;
    addrinfo* list = nullptr;
    ResolvedName resolved;
    resolved.error = getaddrinfo(QUrl::toAce(host).constData(), nullptr, &hints, &list);
    for (const addrinfo* entry = list; entry != nullptr && resolved.error == 0; entry = entry->ai_next) {
        resolved.addresses.emplace_back(entry->ai_addr);
    }
    if (list != nullptr) {
        freeaddrinfo(list);
    }
    return resolved;
}

Reachability findService(const QUrl& service, std::chrono::milliseconds patience, const Resolver& resolver)
{
    const SteadyTime begun = std::chrono::steady_clock::now();
    if (!isLoopbackName(service.host()) && !hasNetwork()) {
        return {Reach::Offline, QStringLiteral("no_network")};
    }
    // A look-up may take the larger part: what it leaves is enough for a connection.
    const auto resolved = resolveWithin(service.host(), begun + patience * 6 / 10, resolver);
    if (!resolved) {
        return {Reach::HalfOnline, QStringLiteral("dns_slow")};
    }
    if (resolved->error != 0 || resolved->addresses.empty()) {
        const bool unknown = resolved->error == EAI_NONAME || resolved->error == 0;
        return {Reach::HalfOnline, unknown ? QStringLiteral("name_unknown") : QStringLiteral("dns_failed")};
    }
    Attempts attempts;
    const auto port =
        static_cast<quint16>(service.port(service.scheme() == QLatin1String("http") ? 80 : 443));
    for (size_t i = 0; i < std::min(resolved->addresses.size(), mostAddresses); ++i) {
        if (attempts.begin(resolved->addresses[i], port)) {
            return {Reach::Online, {}, resolved->addresses[i]};
        }
    }
    if (const auto address = attempts.wait(begun + patience)) {
        return {Reach::Online, {}, *address};
    }
    return attempts.verdict();
}

} // namespace holdfast::agent
