// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/mail_work.h"

#include "services/authentication/api/mail_check.h"

#include <QFile>
#include <QFileInfo>

namespace holdfast::daemon {

using authentication::MailFacts;
using authentication::MailMessage;
using authentication::MailServer;
using contract::Result;
using contract::Unexpected;

namespace {

Unexpected usage(const QString& detail)
{
    return contract::failure(contract::ErrorKind::InvalidRequest, QStringLiteral("usage"), detail);
}

constexpr std::chrono::seconds pause {5}; // between looks at what is due

// One line. Whoever else can read it can send in this service's name.
Result<contract::Secret> readPassword(const QString& path)
{
    constexpr qint64 longest = 1024;
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly) || file.size() > longest) {
        return contract::failure(contract::ErrorKind::InvalidRequest,
                                 QStringLiteral("password_file_unreadable"),
                                 QStringLiteral("%1 cannot be read.").arg(path));
    }
    constexpr auto others = QFileDevice::Permissions(0x0077);
    if ((file.permissions() & others) != QFileDevice::Permissions()) {
        return contract::failure(
            contract::ErrorKind::InvalidRequest, QStringLiteral("password_file_open"),
            QStringLiteral("%1 can be read by others: chmod 600, and own it as the service does.").arg(path));
    }
    QByteArray line = file.readAll();
    const qsizetype end = line.indexOf('\n');
    line.truncate(end < 0 ? line.size() : end);
    contract::Secret password {QByteArrayView(line)};
    line.fill('\0');
    if (password.isEmpty()) {
        return contract::failure(contract::ErrorKind::InvalidRequest,
                                 QStringLiteral("password_file_unreadable"),
                                 QStringLiteral("%1 is empty.").arg(path));
    }
    return password;
}

Result<void> checkAddress(const QString& address)
{
    return authentication::isMailAddress(address)
        ? Result<void>()
        : usage(QStringLiteral("\"%1\" is no e-mail address.").arg(address));
}

} // namespace

QList<Flag> mailFlags()
{
    return {{"smtp-server", "HOST[:PORT]", "Sends notifications and scheduled reports by e-mail."},
            {"smtp-security", "HOW",
             "starttls (the default), tls, or none, which is for a server on this machine alone."},
            {"smtp-user", "NAME", "Signs in to the mail server."},
            {"smtp-password-file", "FILE", "Its password: one line, readable by the service alone (0600)."},
            {"smtp-sender", "ADDRESS", "Who e-mail is from.", false, &checkAddress},
            {"smtp-ca", "FILE",
             "PEM authorities of the mail server's certificate; those of the system by default."},
            {"report-mail-domain", "DOMAIN",
             "Scheduled reports may be sent to addresses of it; may be repeated. None by default.", true}};
}

Result<MailOptions> mailOptions(const Options& options)
{
    MailOptions mail;
    mail.reportDomains = options.values("report-mail-domain");
    if (!options.has("smtp-server")) {
        return mail;
    }
    auto server = authentication::parseMailServer(options.value("smtp-server"),
                                                  options.value("smtp-security", QStringLiteral("starttls")));
    const auto sender = options.required("smtp-sender");
    if (!server || !sender) {
        return Unexpected(server ? sender.error() : server.error());
    }
    server->sender = *sender;
    server->user = options.value("smtp-user");
    server->authorities = options.value("smtp-ca");
    if (options.has("smtp-user") != options.has("smtp-password-file")) {
        return usage(QStringLiteral("--smtp-user and --smtp-password-file go together."));
    }
    if (options.has("smtp-password-file")) {
        auto password = readPassword(options.value("smtp-password-file"));
        if (!password) {
            return Unexpected(password.error());
        }
        server->password = std::move(*password);
    }
    mail.server = std::move(*server);
    return mail;
}

MailWork::MailWork(Store& store, MailOptions options)
    : m_store(store)
    , m_reportDomains(std::move(options.reportDomains))
{
    if (options.server) {
        m_sender = std::make_unique<authentication::MailSender>(std::move(*options.server));
        m_export = std::make_unique<authentication::MailExport>(
            store.database(), store.events(), store.clock(), *m_sender, pause,
            [domains = m_reportDomains, &clock = store.clock()](storage::Connection& connection,
                                                                const authentication::QueuedMail& mail) {
                return authentication::mailVerdict(connection, mail, domains, clock.now());
            });
    }
}

void MailWork::stop()
{
    if (m_sender) {
        m_sender->stop();
    }
}

std::optional<MailFacts> MailWork::facts() const
{
    if (!m_sender) {
        return std::nullopt;
    }
    return MailFacts {
        .server = authentication::shownName(m_sender->server()),
        .sender = m_sender->server().sender,
        .reportDomains = m_reportDomains,
        .send = [sender = m_sender.get(), &clock = m_store.clock()](const MailMessage& message) {
            return sender->send(message, clock.now());
        }};
}

} // namespace holdfast::daemon
