// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"

namespace holdfast::authentication {

// Where events go.
struct SyslogTarget
{
    enum class Transport
    {
        Udp, // RFC 5426
        Tcp, // RFC 6587, each message with its length before it
        Tls, // RFC 5425
        Local // a datagram socket of this machine, such as /dev/log
    };
    Transport transport {};
    QString host; // a path for Local
    quint16 port = 0;
    QString authorities; // PEM file for Tls; empty: those of the system
};

// udp://HOST[:514], tcp://HOST[:601], tls://HOST[:6514] or local:PATH. Error: usage.
[[nodiscard]] contract::Result<SyslogTarget> parseSyslogTarget(const QString& text);

} // namespace holdfast::authentication
