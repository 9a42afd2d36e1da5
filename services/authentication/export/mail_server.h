// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/secret.h"

#include <QString>

namespace holdfast::authentication {

// Where e-mail goes, and how.
struct MailServer
{
    enum class Security
    {
        StartTls, // RFC 3207; refused where the server does not offer it
        Tls, // RFC 8314, from the first byte
        None // on this machine only
    };
    QString host;
    quint16 port = 0;
    Security security = Security::StartTls;
    QString user; // empty: without signing in
    contract::Secret password;
    QString sender; // address
    QString authorities; // PEM file; empty: those of the system
};

// As it is shown: "mail.example.com:587".
[[nodiscard]] QString shownName(const MailServer& server);

// HOST[:PORT], an IPv6 address with a port in brackets; the port follows from the security otherwise. None is
// taken for loopback addresses and localhost alone. Errors: usage, mail_needs_tls.
[[nodiscard]] contract::Result<MailServer> parseMailServer(const QString& address, const QString& security);

} // namespace holdfast::authentication
