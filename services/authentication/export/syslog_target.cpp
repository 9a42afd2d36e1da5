// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/export/syslog_target.h"

#include <QUrl>

namespace holdfast::authentication {

using Transport = SyslogTarget::Transport;

contract::Result<SyslogTarget> parseSyslogTarget(const QString& text)
{
    const auto wrong = [&] {
        return contract::failure(
            contract::ErrorKind::InvalidRequest, QStringLiteral("usage"),
            QStringLiteral("\"%1\" is no syslog target: udp://HOST:PORT, tcp://HOST:PORT, "
                           "tls://HOST:PORT or local:PATH.")
                .arg(text));
    };
    if (text.startsWith(QLatin1String("local:/"))) {
        return SyslogTarget {.transport = Transport::Local, .host = text.mid(6)};
    }
    struct Known
    {
        QLatin1String scheme;
        Transport transport;
        int port;
    };
    constexpr std::array known {Known {QLatin1String("udp"), Transport::Udp, 514},
                                Known {QLatin1String("tcp"), Transport::Tcp, 601},
                                Known {QLatin1String("tls"), Transport::Tls, 6514}};
    const QUrl url(text, QUrl::StrictMode);
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const Known& one) { return url.scheme() == one.scheme; });
    if (!url.isValid() || found == known.end() || url.host().isEmpty() || !url.path().isEmpty()
        || url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty()) {
        return wrong();
    }
    return SyslogTarget {.transport = found->transport,
                         .host = url.host(),
                         .port = static_cast<quint16>(url.port(found->port))};
}

} // namespace holdfast::authentication
