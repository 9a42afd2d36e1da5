// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QSet>
#include <QStringList>

namespace holdfast::http {

struct HostNames
{
    QStringList own; // served at the bound port
    QStringList publicNames; // with an optional port of their own; a proxy may stand before them
};

// Which authorities are ours (RFC 9110, 7.2). A web page whose name was made to point at a loopback address
// still sends its own name, so it gets nothing. Built once, then only read.
class HostPolicy
{
public:
    HostPolicy(const HostNames& names, quint16 port, bool tls);

    [[nodiscard]] bool serves(const QByteArray& authority) const;
    // Of an Origin header: scheme and authority must both be ours.
    [[nodiscard]] bool isOwnOrigin(const QByteArray& origin) const;

private:
    void add(const QByteArray& name, bool isPublic, quint16 port);

    QSet<QByteArray> m_authorities; // in lower case
    QSet<QByteArray> m_origins;
    QList<QByteArray> m_wildcardSuffixes; // ".example.com" of "*.example.com"
    QByteArray m_port;
    bool m_tls;
};

} // namespace holdfast::http
