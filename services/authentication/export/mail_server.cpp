// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/export/mail_server.h"

#include <QUrl>

namespace holdfast::authentication {

using Security = MailServer::Security;

namespace {

contract::Unexpected usage(const QString& detail)
{
    return contract::failure(contract::ErrorKind::InvalidRequest, QStringLiteral("usage"), detail);
}

// By its form, without asking anybody for names.
bool isLoopback(const QString& host)
{
    return host == QLatin1String("localhost") || host == QLatin1String("::1")
        || host.startsWith(QLatin1String("127."));
}

} // namespace

QString shownName(const MailServer& server)
{
    const QString host =
        server.host.contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(server.host) : server.host;
    return QStringLiteral("%1:%2").arg(host).arg(server.port);
}

contract::Result<MailServer> parseMailServer(const QString& address, const QString& security)
{
    struct Known
    {
        QLatin1String name;
        Security security;
        quint16 port;
    };
    constexpr std::array known {Known {QLatin1String("starttls"), Security::StartTls, 587},
                                Known {QLatin1String("tls"), Security::Tls, 465},
                                Known {QLatin1String("none"), Security::None, 25}};
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const Known& one) { return security == one.name; });
    if (found == known.end()) {
        return usage(QStringLiteral("smtp-security is starttls, tls or none, not \"%1\".").arg(security));
    }
    const QUrl url(QStringLiteral("smtp://") + address, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.path().isEmpty() || url.hasQuery() || url.hasFragment()
        || !url.userInfo().isEmpty()) {
        return usage(QStringLiteral("\"%1\" is no mail server: HOST or HOST:PORT.").arg(address));
    }
    MailServer server;
    server.host = url.host();
    server.port = static_cast<quint16>(url.port(found->port));
    server.security = found->security;
    if (server.security == Security::None && !isLoopback(server.host)) {
        return contract::failure(
            contract::ErrorKind::InvalidRequest, QStringLiteral("mail_needs_tls"),
            QStringLiteral("E-mail goes to %1 with smtp-security=starttls or tls: without "
                           "it only a server on this machine is spoken to.")
                .arg(server.host));
    }
    return server;
}

} // namespace holdfast::authentication
