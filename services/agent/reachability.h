// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHostAddress>
#include <QUrl>

#include <chrono>
#include <functional>
#include <vector>

namespace holdfast::agent {

// Whether the service can be asked, found out within a bound.
enum class Reach
{
    Online, // the service accepts connections
    HalfOnline, // there is a network, but the service does not answer through it
    Offline // there is no network that leads to it
};

struct Reachability
{
    Reach reach = Reach::Offline;
    // Stable. HalfOnline: dns_slow, dns_failed, name_unknown, connection_refused, no_answer,
    // not_the_service (a captive portal), certificate_refused. Offline: no_network, no_route.
    QString cause {};
    QHostAddress address {}; // that accepted; what is asked next goes there, without another look at DNS
};

struct ResolvedName
{
    int error = 0; // of getaddrinfo
    std::vector<QHostAddress> addresses {};
};
using Resolver = std::function<ResolvedName(const QString& host)>;
// By getaddrinfo. Blocks for as long as that likes.
[[nodiscard]] ResolvedName resolveName(const QString& host);

// Looks up the name and connects; blocks for at most `patience`. A look-up that takes longer is left to
// itself on its thread: a program that used this must end without waiting for threads (_exit).
[[nodiscard]] Reachability findService(const QUrl& service, std::chrono::milliseconds patience,
                                       const Resolver& resolver = resolveName);

} // namespace holdfast::agent
