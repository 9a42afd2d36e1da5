// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/holdfastd/options.h"
#include "app/holdfastd/store.h"
#include "services/authentication/api/mail_facts.h"
#include "services/authentication/export/mail_export.h"

namespace holdfast::daemon {

struct MailOptions
{
    std::optional<authentication::MailServer> server; // nothing: the service sends no e-mail
    QStringList reportDomains;
};

[[nodiscard]] QList<Flag> mailFlags();
// Errors: usage, mail_needs_tls, password_file_unreadable, password_file_open.
[[nodiscard]] contract::Result<MailOptions> mailOptions(const Options& options);

// E-mail behind the service.
class MailWork
{
public:
    // `store` must outlive it.
    MailWork(Store& store, MailOptions options);
    ~MailWork() { stop(); }
    MailWork(const MailWork&) = delete;
    MailWork& operator=(const MailWork&) = delete;
    // A server that does not answer holds nobody up any more: neither this nor a request that sends at once.
    void stop();
    // How the service sends; nothing without a server. This must outlive what is made of it.
    [[nodiscard]] std::optional<authentication::MailFacts> facts() const;

private:
    Store& m_store;
    QStringList m_reportDomains;
    std::unique_ptr<authentication::MailSender> m_sender;
    std::unique_ptr<authentication::MailExport> m_export; // after the sender that it uses
};

} // namespace holdfast::daemon
