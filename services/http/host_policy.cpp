// SPDX-License-Identifier: Apache-2.0
#include "services/http/host_policy.h"

#include <algorithm>

namespace holdfast::http {

namespace {

// An IPv6 address stands in brackets within an authority.
QByteArray bracketed(const QString& name)
{
    const QByteArray bytes = name.trimmed().toLower().toUtf8();
    return bytes.count(':') > 1 && !bytes.startsWith('[') ? '[' + bytes + ']' : bytes;
}

// Position of the colon before a port, or -1.
qsizetype portColon(const QByteArray& authority)
{
    const qsizetype colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? colon : -1;
}

} // namespace

HostPolicy::HostPolicy(const HostNames& names, quint16 port, bool tls)
    : m_port(QByteArray::number(port))
    , m_tls(tls)
{
    for (const QString& name : names.own) {
        add(bracketed(name), false, port);
    }
    for (const QString& name : names.publicNames) {
        add(bracketed(name), true, port);
    }
}

void HostPolicy::add(const QByteArray& name, bool isPublic, quint16 port)
{
    if (name.isEmpty()) {
        return;
    }
    if (name.startsWith("*.")) {
        m_wildcardSuffixes.append(name.sliced(1));
        return;
    }
    QList<QByteArray> authorities {name};
    if (portColon(name) < 0) {
        authorities.append(name + ':' + m_port);
    }
    const QByteArray scheme = m_tls ? "https://" : "http://";
    for (const QByteArray& authority : authorities) {
        m_authorities.insert(authority);
        const bool hasPort = portColon(authority) >= 0;
        if (isPublic || hasPort || port == (m_tls ? 443 : 80)) {
            m_origins.insert(scheme + authority);
        }
        if (isPublic) {
            m_origins.insert("https://" + authority);
        }
    }
}

bool HostPolicy::serves(const QByteArray& authority) const
{
    if (m_authorities.contains(authority)) {
        return true;
    }
    const QByteArray lowered = authority.toLower();
    if (m_authorities.contains(lowered)) {
        return true;
    }
    const qsizetype colon = portColon(lowered);
    const QByteArray host = colon < 0 ? lowered : lowered.first(colon);
    if (colon >= 0 && lowered.sliced(colon + 1) != m_port) {
        return false;
    }
    return std::any_of(m_wildcardSuffixes.begin(), m_wildcardSuffixes.end(), [&](const QByteArray& suffix) {
        // A wildcard stands for one label (RFC 9525, 6.3).
        return host.size() > suffix.size() && host.endsWith(suffix)
            && !host.first(host.size() - suffix.size()).contains('.');
    });
}

bool HostPolicy::isOwnOrigin(const QByteArray& origin) const
{
    const QByteArray lowered = origin.toLower();
    if (m_origins.contains(lowered)) {
        return true;
    }
    const QByteArray scheme = m_tls ? "https://" : "http://";
    return !m_wildcardSuffixes.isEmpty() && lowered.startsWith(scheme)
        && serves(lowered.sliced(scheme.size()));
}

} // namespace holdfast::http
