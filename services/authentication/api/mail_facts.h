// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/mail_queue.h"

#include <functional>

namespace holdfast::authentication {

// How this service sends e-mail. Wired in app/, where the configuration is.
struct MailFacts
{
    QString server; // as it is shown
    QString sender;
    QStringList reportDomains; // that reports may be sent to
    // At once, on the calling thread, within a minute. Error: mail_refused, mail_unreachable.
    std::function<contract::Result<void>(const MailMessage&)> send;
};

// What goes on behind the service and is not seen in its database. Safe from any thread.
struct ServiceSignals
{
    std::function<QString()> anchorFault; // empty: the last anchor was written, or none is wanted
    std::function<bool()> syslogReachable; // true without a syslog server
};

} // namespace holdfast::authentication
