// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/export/mail_server.h"
#include "services/authentication/store/mail_queue.h"

#include <atomic>

namespace holdfast::authentication {

// Hands e-mail to a server (SMTP, RFC 5321). Blocks, for a minute at most, or a second or two once it is
// stopped; safe from any thread.
class MailSender
{
public:
    explicit MailSender(MailServer server);

    [[nodiscard]] const MailServer& server() const { return m_server; }
    // Errors: mail_unreachable, mail_certificate (not of a known authority, or another host's), mail_sign_in,
    // mail_refused (with the server's words). A file that is gone is left out.
    [[nodiscard]] contract::Result<void> send(const MailMessage& message, contract::Timestamp now) const;
    // The service ends: what is on its way is given up, and nothing is sent any more.
    void stop() { m_stopped = true; }

private:
    MailServer m_server;
    std::atomic<bool> m_stopped = false;
};

// A header's text: as it is in ASCII, else as encoded words (RFC 2047). Never more than one line of input.
[[nodiscard]] QByteArray mailHeaderText(const QString& text);

} // namespace holdfast::authentication
