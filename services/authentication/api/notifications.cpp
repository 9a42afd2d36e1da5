// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/notifications.h"

#include "services/authentication/api/api.h"
#include "services/authentication/api/mail_facts.h"
#include "services/authentication/api/small_list.h"
#include "services/authentication/store/notification_settings.h"

#include <QScopeGuard>

#include <atomic>

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::MailState;
using contract::Notification;
using contract::NotificationSettings;
using contract::Permission;
using contract::Result;
using contract::Unexpected;
using storage::Connection;

namespace {

const QString everywhere = QStringLiteral("/");

// Counts are of the whole organisation, and the service is everybody's: whoever has the right everywhere sees
// them. A failed report is its owner's, and of whoever looks after the service.
bool maySee(const Caller& caller, const NotificationRow& row)
{
    const auto everywhereMay = [&](Permission permission) {
        return caller.scopeOf(permission).everything();
    };
    if (row.kind == QLatin1String("tokensExpiring")) {
        return everywhereMay(Permission::ViewTokens);
    }
    if (row.kind == QLatin1String("massLockout")) {
        return everywhereMay(Permission::ViewUsers);
    }
    if (row.kind == QLatin1String("offlineEnding") || row.kind == QLatin1String("offlineLeavers")) {
        return everywhereMay(Permission::ViewUsers) && everywhereMay(Permission::ViewWorkstations);
    }
    if (row.ownerId) {
        return row.ownerId == caller.userId || everywhereMay(Permission::ManageService);
    }
    return everywhereMay(Permission::ViewMetrics) || everywhereMay(Permission::ManageService);
}

Notification toNotification(const NotificationRow& row)
{
    return {.id = QString::number(row.id),
            .kind = row.kind,
            .severity = row.severity,
            .reason = row.reason,
            .detail = row.detail,
            .sentence = notifications::sentenceOf(row),
            .raisedAt = row.raisedAt,
            .closedAt = row.closedAt};
}

Result<contract::Page<Notification>> listNotifications(Call& call)
{
    constexpr int mostClosed = 200;
    return call.read([&](Connection& connection) {
        std::vector<Notification> seen;
        QHash<QString, QString> places;
        for (const NotificationRow& row : call.flag("closed") ? notifications::closed(connection, mostClosed)
                                                              : notifications::open(connection)) {
            if (maySee(call.caller(), row)) {
                seen.push_back(toNotification(row));
                places.insert(seen.back().id,
                              QStringLiteral("%1").arg(places.size(), 6, 10, QLatin1Char('0')));
            }
        }
        return pageOfSmallList(call, std::move(seen),
                               [places](const Notification& one) { return places.value(one.id); });
    });
}

Result<NotificationSettings> readSettings(Call& call)
{
    return call.read([](Connection& connection) -> Result<NotificationSettings> {
        return notificationSettings::read(connection);
    });
}

Result<NotificationSettings> replaceSettings(Call& call, const NotificationSettings& body)
{
    if (auto addresses = requireMailAddresses(QStringLiteral("recipients"), body.recipients); !addresses) {
        return Unexpected(addresses.error());
    }
    if (auto permitted = call.requireInScope(Permission::ManageService, everywhere); !permitted) {
        return Unexpected(permitted.error());
    }
    return call.write([&](Connection& connection) -> Result<NotificationSettings> {
        if (auto fresh = call.requireVersion(notificationSettings::read(connection).version); !fresh) {
            return Unexpected(fresh.error());
        }
        const NotificationSettings after = notificationSettings::replace(connection, body);
        contract::Event event = call.event("UPDATE_NOTIFICATION_SETTINGS");
        event.detail = {{QStringLiteral("recipients"), after.recipients.join(QStringLiteral(", "))},
                        {QStringLiteral("expiringDays"), after.expiringDays},
                        {QStringLiteral("lockoutAccounts"), after.lockoutAccounts},
                        {QStringLiteral("lockoutMinutes"), after.lockoutMinutes},
                        {QStringLiteral("keepResultsDays"), after.keepResultsDays}};
        call.record(connection, std::move(event));
        return after;
    });
}

Result<MailState> readMail(Call& call)
{
    const MailFacts* mail = call.context().mail;
    MailState state;
    if (mail == nullptr) {
        return state;
    }
    state.configured = true;
    state.reportDomains = mail->reportDomains;
    if (!call.caller().scopeOf(Permission::ManageService).everything()) {
        return state; // the server's words name other people's addresses
    }
    state.server = mail->server;
    state.sender = mail->sender;
    return call.read([&](Connection& connection) -> Result<MailState> {
        state.waiting = static_cast<int>(mailQueue::count(connection));
        if (const auto oldest = mailQueue::oldest(connection)) {
            state.lastError = oldest->lastError;
        }
        return state;
    });
}

// Sent at once, past the queue: whoever tests wants to know how it went. One at a time, as a server that does
// not answer keeps the worker for a minute.
Result<NoAnswer> sendTestMail(Call& call, const contract::TestMail& body, std::atomic<bool>& isSending)
{
    const MailFacts* mail = call.context().mail;
    if (auto permitted = call.requireInScope(Permission::ManageService, everywhere).and_then([&] {
            return requireMailAddresses(QStringLiteral("recipients"), body.recipients);
        });
        !permitted) {
        return Unexpected(permitted.error());
    }
    if (mail == nullptr) {
        return contract::failure(ErrorKind::Conflict, QStringLiteral("mail_not_configured"),
                                 QStringLiteral("This service sends no e-mail: smtp-server is not set."));
    }
    MailMessage message;
    message.recipients = !body.recipients.isEmpty()
        ? body.recipients
        : call.read([](Connection& connection) { return notificationSettings::read(connection).recipients; });
    if (message.recipients.isEmpty()) {
        return contract::invalidField(QStringLiteral("recipients"), QStringLiteral("required"),
                                      QStringLiteral("Nobody is named to get it."));
    }
    if (isSending.exchange(true)) {
        return contract::failure(ErrorKind::TooManyRequests, QStringLiteral("test_mail_under_way"),
                                 QStringLiteral("Another test e-mail is on its way. Wait for it."));
    }
    const auto sentAtLast = qScopeGuard([&] { isSending = false; });
    message.subject = QStringLiteral("Holdfast: test");
    message.body = QStringLiteral("%1 has sent this from the Holdfast console, to see that e-mail arrives.\n")
                       .arg(call.caller().name);
    const Result<void> sent = mail->send(message);
    call.write([&](Connection& connection) {
        contract::Event event = call.event("SEND_TEST_MAIL");
        event.result = sent ? contract::EventResult::Success : contract::EventResult::Failure;
        event.reason = sent ? QString() : sent.error().code;
        event.detail = {{QStringLiteral("recipients"), message.recipients.join(QStringLiteral(", "))}};
        call.record(connection, std::move(event));
    });
    return sent ? Result<NoAnswer>(NoAnswer {}) : Unexpected(sent.error());
}

} // namespace

void addNotificationRoutes(Routes& routes)
{
    const char* tag = "Notifications";
    routes.list<Notification>(
        {.path = "/api/v1/notifications",
         .id = "listNotifications",
         .summary = "What needs somebody now, the worst first; of that what the caller may see.",
         .tag = tag,
         .access = Permission::ViewUsers,
         .query = {{.name = "closed",
                    .description = "What is over, of the last 30 days.",
                    .type = ParameterType::Boolean}}},
        listNotifications);
    routes.get<NotificationSettings>({.path = "/api/v1/settings/notifications",
                                      .id = "readNotificationSettings",
                                      .summary = "Who is told of what.",
                                      .tag = tag,
                                      .access = Permission::ManageService},
                                     readSettings);
    routes.put<NotificationSettings, NotificationSettings>({.path = "/api/v1/settings/notifications",
                                                            .id = "replaceNotificationSettings",
                                                            .summary = "Changes who is told of what.",
                                                            .tag = tag,
                                                            .access = Permission::ManageService,
                                                            .confirmed = true},
                                                           replaceSettings);
    routes.get<MailState>(
        {.path = "/api/v1/mail",
         .id = "readMailState",
         .summary = "Whether the service can send e-mail; how that goes, to whoever looks after the "
                    "service.",
         .tag = tag,
         .access = Permission::RunReports},
        readMail);
    routes.post<contract::TestMail, NoAnswer>(
        {.path = "/api/v1/notifications/test-mail",
         .id = "sendTestMail",
         .summary = "Sends an e-mail at once, and tells how that went.",
         .tag = tag,
         .access = Permission::ManageService,
         .confirmed = true},
        [isSending = std::make_shared<std::atomic<bool>>(false)](Call& call, const contract::TestMail& body) {
            return sendTestMail(call, body, *isSending);
        });
}

} // namespace holdfast::authentication
