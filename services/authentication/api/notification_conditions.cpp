// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/notification_conditions.h"

#include "services/authentication/api/health.h"
#include "services/authentication/api/mail_facts.h"
#include "services/authentication/store/notification_settings.h"
#include "services/authentication/store/offline_readiness.h"
#include "services/authentication/store/report_jobs.h"
#include "services/authentication/store/tokens.h"

namespace holdfast::authentication {

using contract::HealthStatus;
using contract::NotificationSettings;
using contract::NotificationSeverity;
using contract::Timestamp;
using storage::Connection;

namespace {

constexpr int mailTriesBeforeTold = 3;
constexpr std::chrono::days backupGrace {7}; // of a service that is new

using Found = std::vector<NotificationRow>;

NotificationRow condition(const char* kind, NotificationSeverity severity, const QJsonObject& detail)
{
    NotificationRow row;
    row.kind = QString::fromLatin1(kind);
    row.severity = severity;
    row.detail = detail;
    return row;
}

void addExpiringTokens(Connection& connection, const NotificationSettings& settings, Timestamp now,
                       Found& found)
{
    if (settings.expiringDays == 0) {
        return;
    }
    TokenFilter filter;
    filter.expiresUntil(now, now + std::chrono::days(settings.expiringDays));
    if (const qint64 count = tokens::count(connection, filter); count > 0) {
        found.push_back(
            condition("tokensExpiring", NotificationSeverity::Warning,
                      {{QStringLiteral("count"), count}, {QStringLiteral("days"), settings.expiringDays}}));
    }
}

void addOfflineData(Connection& connection, Timestamp now, Found& conditions)
{
    const offlineSets::OfflineWarnings found = offlineSets::warnings(connection, now);
    if (found.endingBeforeMonday > 0) {
        conditions.push_back(condition("offlineEnding", NotificationSeverity::Warning,
                                       {{QStringLiteral("people"), found.endingBeforeMonday},
                                        {QStringLiteral("monday"), contract::toRfc3339(found.monday)}}));
    }
    if (found.leaversWorkstations > 0) {
        conditions.push_back(condition("offlineLeavers", NotificationSeverity::Warning,
                                       {{QStringLiteral("workstations"), found.leaversWorkstations},
                                        {QStringLiteral("sets"), found.ofLeavers}}));
    }
}

void addMassLockout(Connection& connection, const NotificationSettings& settings, Timestamp now, Found& found)
{
    if (settings.lockoutAccounts == 0) {
        return;
    }
    // One that was told stays until its accounts are open again, for a day at most.
    const std::chrono::minutes span(settings.lockoutMinutes);
    Timestamp since = now - span;
    for (const NotificationRow& open : notifications::open(connection)) {
        if (open.kind == QLatin1String("massLockout")) {
            since = std::max(open.raisedAt - span, now - std::chrono::days(1));
        }
    }
    auto rows = connection.select(QStringLiteral("SELECT COUNT(*) FROM users WHERE locked_at > ?"),
                                  {contract::toMilliseconds(since)});
    const qint64 locked = rows.next() ? rows.integer(0) : 0;
    if (locked >= settings.lockoutAccounts) {
        found.push_back(condition(
            "massLockout", NotificationSeverity::Critical,
            {{QStringLiteral("accounts"), locked}, {QStringLiteral("minutes"), settings.lockoutMinutes}}));
    }
}

void addFailedReports(Connection& connection, Found& found)
{
    for (const ReportJobRow& job : reportJobs::failing(connection)) {
        NotificationRow row = condition("reportFailed", NotificationSeverity::Warning,
                                        {{QStringLiteral("name"), job.plan.name},
                                         {QStringLiteral("owner"), job.owner},
                                         {QStringLiteral("why"), job.detail}});
        row.subject = QString::number(job.savedReportId.value_or(0));
        row.reason = job.reason;
        row.ownerId = job.ownerId;
        found.push_back(std::move(row));
    }
}

bool isNew(Connection& connection, Timestamp now)
{
    auto rows = connection.select(QStringLiteral("SELECT at FROM events ORDER BY sequence LIMIT 1"));
    return !rows.next() || contract::fromMilliseconds(rows.integer(0)) > now - backupGrace;
}

// What is measured changes all the time; what is told of it need not.
qint64 coarse(NotificationRow& row, qint64 value)
{
    constexpr qint64 mebibyte = 1024 * 1024;
    constexpr qint64 room = 64 * mebibyte;
    constexpr qint64 day = 24 * 3600;
    if (row.kind == QLatin1String("disk")) {
        value = (value / room + 1) * room;
        row.detail.insert(
            QStringLiteral("why"),
            QStringLiteral("Less than %1 MiB are free where the data is.").arg(value / mebibyte));
    }
    return row.kind == QLatin1String("backup") ? value / day * day : value;
}

// What fails, and of what merely should be looked at the disk and the backup: an unsynchronised clock or
// verbose logs are a choice.
void addHealth(const contract::HealthReport& health, Connection& connection, Timestamp now, Found& found)
{
    for (const contract::HealthCheck& check : health.checks) {
        const bool failing = check.status == HealthStatus::Failing;
        const bool warned = check.status == HealthStatus::Warning
            && (check.name == QLatin1String("disk") || check.name == QLatin1String("backup"));
        if ((!failing && !warned)
            || (check.reason == QLatin1String("backup_missing") && isNew(connection, now))) {
            continue;
        }
        NotificationRow row =
            condition(check.name.toLatin1().constData(),
                      failing ? NotificationSeverity::Critical : NotificationSeverity::Warning,
                      {{QStringLiteral("why"), check.detail}});
        row.reason = check.reason;
        if (check.value) {
            row.detail.insert(QStringLiteral("value"), coarse(row, *check.value));
        }
        found.push_back(std::move(row));
    }
}

void addMail(const ApiContext& context, Connection& connection, Found& found)
{
    const auto oldest = context.mail ? mailQueue::oldest(connection) : std::nullopt;
    if (oldest && oldest->attempts >= mailTriesBeforeTold) {
        found.push_back(condition("mailFailing", NotificationSeverity::Warning,
                                  {{QStringLiteral("waiting"), mailQueue::count(connection)},
                                   {QStringLiteral("why"), oldest->lastError}}));
    }
}

void addSignals(const ApiContext& context, Found& found)
{
    if (context.signals == nullptr) {
        return;
    }
    if (const QString fault = context.signals->anchorFault(); !fault.isEmpty()) {
        found.push_back(
            condition("anchorFailing", NotificationSeverity::Critical, {{QStringLiteral("why"), fault}}));
    }
    if (!context.signals->syslogReachable()) {
        found.push_back(condition("syslogUnreachable", NotificationSeverity::Warning, {}));
    }
}

} // namespace

std::vector<NotificationRow> conditionsNow(const ApiContext& context, Connection& connection,
                                           const contract::HealthReport& health, Timestamp now)
{
    const NotificationSettings settings = notificationSettings::read(connection);
    Found found;
    addExpiringTokens(connection, settings, now, found);
    addMassLockout(connection, settings, now, found);
    addOfflineData(connection, now, found);
    addFailedReports(connection, found);
    addHealth(health, connection, now, found);
    addMail(context, connection, found);
    addSignals(context, found);
    return found;
}

} // namespace holdfast::authentication
