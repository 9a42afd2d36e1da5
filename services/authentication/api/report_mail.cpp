// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/mail_check.h"
#include "services/authentication/api/mail_facts.h"
#include "services/authentication/api/report_jobs.h"
#include "services/authentication/api/report_writer.h"

namespace holdfast::authentication {

namespace {

constexpr qint64 mostAttachedBytes = 8LL * 1024 * 1024; // what most mail servers take

} // namespace

bool mailReport(const ApiContext& context, storage::Connection& connection, const ReportJobRow& job,
                const QString& path)
{
    if (context.mail == nullptr) {
        return true;
    }
    MailMessage message;
    for (const QString& address : job.plan.recipients) {
        const QString domain = address.section(QLatin1Char('@'), -1).toLower();
        if (context.mail->reportDomains.contains(domain, Qt::CaseInsensitive)) {
            message.recipients << address;
        }
    }
    if (message.recipients.isEmpty()) {
        return true;
    }
    const bool attached = job.bytes <= mostAttachedBytes;
    message.subject = QStringLiteral("Report: %1").arg(job.plan.name);
    message.body =
        QStringLiteral("The report \"%1\" of %2 ran at %3: %4 rows.\n\n%5\n")
            .arg(
                job.plan.name, job.owner, contract::toRfc3339(context.clock.now()), QString::number(job.rows),
                attached ? QStringLiteral("It is attached.")
                         : QStringLiteral("It is too large to be attached: fetch it in the Holdfast console, "
                                          "on the page Reports."));
    if (attached) {
        message.attachment = path;
        message.attachmentName = job.plan.report + QLatin1Char('-') + job.file;
        message.attachmentType = contentTypeOf(job.plan.format);
    }
    message.about = mailQueue::report;
    message.aboutId = job.id;
    message.rights = mailRightsOf(connection, message.recipients, context.clock.now());
    return mailQueue::add(connection, message, context.clock.now());
}

} // namespace holdfast::authentication
