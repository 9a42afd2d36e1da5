// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/notification_watch.h"

#include "services/authentication/api/health.h"
#include "services/authentication/api/mail_check.h"
#include "services/authentication/api/mail_facts.h"
#include "services/authentication/api/notification_conditions.h"
#include "services/authentication/store/events.h"
#include "services/authentication/store/notification_settings.h"
#include "services/authentication/store/settings.h"
#include "services/storage/database.h"

namespace holdfast::authentication {

using contract::NotificationSeverity;
using contract::Timestamp;
using storage::Connection;

namespace {

constexpr std::chrono::hours repeatAfter {24};
constexpr std::chrono::hours againAfter {1}; // what comes and goes
constexpr std::chrono::minutes closesAfter {5};
constexpr std::chrono::days closedKept {30};

bool isSame(const NotificationRow& one, const NotificationRow& other)
{
    return one.kind == other.kind && one.subject == other.subject;
}

const NotificationRow* sameIn(const std::vector<NotificationRow>& rows, const NotificationRow& wanted)
{
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const NotificationRow& row) { return isSame(row, wanted); });
    return found == rows.end() ? nullptr : &*found;
}

bool differs(const NotificationRow& one, const NotificationRow& other)
{
    return one.severity != other.severity || one.reason != other.reason || one.detail != other.detail;
}

bool isOver(const NotificationRow& row, Timestamp now)
{
    return row.goneAt && now - *row.goneAt >= closesAfter;
}

// Whether what is kept of it is not what is to be kept.
bool isStale(const NotificationRow& kept, const std::vector<NotificationRow>& present, Timestamp now)
{
    const NotificationRow* holding = sameIn(present, kept);
    return holding ? kept.goneAt || differs(*holding, kept) : !kept.goneAt || isOver(kept, now);
}

void tell(const ApiContext& context, Connection& connection, const char* key, const NotificationRow& row,
          Timestamp now)
{
    contract::Event event;
    event.at = now;
    event.log = contract::EventLog::System;
    event.key = QString::fromLatin1(key);
    event.result = contract::EventResult::Information;
    event.reason = row.reason;
    event.detail = {{QStringLiteral("kind"), row.kind},
                    {QStringLiteral("severity"), contract::enumName(row.severity)},
                    {QStringLiteral("what"), notifications::sentenceOf(row)}};
    context.events.append(connection, std::move(event));
}

bool isDueForMail(const NotificationRow& row, Timestamp now)
{
    // That e-mail fails is nothing that e-mail could tell, and what is gone needs nobody.
    if (row.kind == QLatin1String("mailFailing") || row.goneAt) {
        return false;
    }
    const bool hasComeBack = row.mailedAt && *row.mailedAt < row.raisedAt;
    return !row.mailedAt || now - *row.mailedAt >= (hasComeBack ? againAfter : repeatAfter);
}

// Nobody: nothing is sent.
QStringList recipientsOf(const ApiContext& context, Connection& connection)
{
    return context.mail ? notificationSettings::read(connection).recipients : QStringList();
}

void mailDue(const ApiContext& context, Connection& connection, Timestamp now)
{
    const QStringList recipients = recipientsOf(context, connection);
    if (recipients.isEmpty()) {
        return;
    }
    std::vector<NotificationRow> due;
    for (NotificationRow& row : notifications::open(connection)) {
        if (isDueForMail(row, now)) {
            due.push_back(std::move(row));
        }
    }
    if (due.empty()) {
        return;
    }
    const QString organisation = settings::value(connection, settings::organisation).value_or(QString());
    MailMessage message;
    message.recipients = recipients;
    QString lines;
    bool critical = false;
    for (const NotificationRow& row : due) {
        const bool isCritical = row.severity == NotificationSeverity::Critical;
        critical = critical || isCritical;
        lines += QStringLiteral("- %1%2\n  since %3\n")
                     .arg(isCritical ? QStringLiteral("CRITICAL: ") : QString(),
                          notifications::sentenceOf(row), contract::toRfc3339(row.raisedAt));
    }
    message.subject =
        QStringLiteral("Holdfast%1: %2")
            .arg(organisation.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(organisation),
                 critical ? QStringLiteral("critical notification") : QStringLiteral("notification"));
    message.body =
        QStringLiteral("This needs somebody:\n\n%1\nThe page Overview of the console shows it with the "
                       "way to its cure. This is repeated once a day until it is over.\n")
            .arg(lines);
    message.about = mailQueue::notifications;
    message.rights = mailRightsOf(connection, recipients, now);
    if (mailQueue::add(connection, message, now)) {
        for (const NotificationRow& row : due) {
            notifications::setMailed(connection, row.id, now);
        }
    }
}

void raiseOrUpdate(const ApiContext& context, Connection& connection, const NotificationRow& present,
                   const NotificationRow* kept, Timestamp now)
{
    NotificationRow row = present;
    if (kept == nullptr) {
        row.raisedAt = now;
        tell(context, connection, "NOTIFICATION_RAISED", notifications::raise(connection, row), now);
        return;
    }
    row.id = kept->id;
    if (differs(row, *kept)) {
        notifications::update(connection, row);
    }
    if (kept->goneAt) {
        notifications::setGone(connection, row.id, std::nullopt);
    }
}

void letGo(const ApiContext& context, Connection& connection, const NotificationRow& kept, Timestamp now)
{
    if (!kept.goneAt) {
        notifications::setGone(connection, kept.id, now);
    } else if (isOver(kept, now)) {
        notifications::close(connection, kept.id, *kept.goneAt);
        tell(context, connection, "NOTIFICATION_CLOSED", kept, now);
    }
}

} // namespace

void lookAfterNotifications(const ApiContext& context, Timestamp now)
{
    const contract::HealthReport health = healthReport(context, now); // before the snapshot
    const auto [present, kept, mailDueNow] = context.database.read([&](Connection& connection) {
        auto open = notifications::open(connection);
        const bool due = !recipientsOf(context, connection).isEmpty()
            && std::any_of(open.begin(), open.end(),
                           [&](const NotificationRow& row) { return isDueForMail(row, now); });
        return std::tuple(conditionsNow(context, connection, health, now), std::move(open), due);
    });
    const bool same =
        std::all_of(present.begin(), present.end(),
                    [&kept = kept](const NotificationRow& row) { return sameIn(kept, row) != nullptr; })
        && std::none_of(kept.begin(), kept.end(), [&, &present = present](const NotificationRow& row) {
               return isStale(row, present, now);
           });
    if (same && !mailDueNow) {
        return; // nothing is written every minute
    }
    context.database.writeAndWait([&, &conditions = present](Connection& connection) {
        const auto open = notifications::open(connection);
        for (const NotificationRow& row : conditions) {
            raiseOrUpdate(context, connection, row, sameIn(open, row), now);
        }
        for (const NotificationRow& row : open) {
            if (sameIn(conditions, row) == nullptr) {
                letGo(context, connection, row, now);
            }
        }
        notifications::removeClosed(connection, now - closedKept);
        mailDue(context, connection, now);
    });
}

} // namespace holdfast::authentication
