// SPDX-License-Identifier: Apache-2.0
#include "models/notifications_model.h"

#include "models/report_words.h"
#include "models/service_words.h"

#include <QCoreApplication>

namespace holdfast::models {

using contract::Notification;
using contract::NotificationSeverity;

namespace words {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString textOf(const Notification& notification, const char* name)
{
    return notification.detail.value(QLatin1String(name)).toString();
}

int numberOf(const Notification& notification, const char* name)
{
    return notification.detail.value(QLatin1String(name)).toInt();
}

QString failedReport(const Notification& notification)
{
    contract::ReportJob job;
    job.reason = notification.reason;
    job.detail = textOf(notification, "why");
    return Words::tr("The report “%1” of %2 failed: %3")
        .arg(textOf(notification, "name"), textOf(notification, "owner"), reportFailure(job));
}

// A part of the service, in the words of its health.
QString unwell(const Notification& notification)
{
    contract::HealthCheck check;
    check.name = notification.kind;
    check.reason = notification.reason;
    check.detail = textOf(notification, "why");
    if (notification.detail.contains(QLatin1String("value"))) {
        check.value = notification.detail.value(QLatin1String("value")).toInteger();
    }
    const QString name = healthName(check);
    return name == check.name ? notification.sentence : Words::tr("%1: %2").arg(name, healthSentence(check));
}

} // namespace

QString notification(const Notification& notification)
{
    const QString& kind = notification.kind;
    if (kind == QLatin1String("tokensExpiring")) {
        return Words::tr("%n assigned token(s) expire within %1 days.", nullptr,
                         numberOf(notification, "count"))
            .arg(numberOf(notification, "days"));
    }
    if (kind == QLatin1String("massLockout")) {
        return Words::tr("%n account(s) were locked within %1 minutes. Is somebody trying passwords?",
                         nullptr, numberOf(notification, "accounts"))
            .arg(numberOf(notification, "minutes"));
    }
    if (kind == QLatin1String("offlineEnding")) {
        return Words::tr("The offline days of %n people end before Monday.", nullptr,
                         numberOf(notification, "people"));
    }
    if (kind == QLatin1String("offlineLeavers")) {
        return Words::tr("%n workstation(s) hold offline data of people who have left.", nullptr,
                         numberOf(notification, "workstations"));
    }
    if (kind == QLatin1String("reportFailed")) {
        return failedReport(notification);
    }
    if (kind == QLatin1String("mailFailing")) {
        return Words::tr("E-mail cannot be sent, %n message(s) wait: %1", nullptr,
                         numberOf(notification, "waiting"))
            .arg(textOf(notification, "why"));
    }
    if (kind == QLatin1String("anchorFailing")) {
        return Words::tr("The end of the event log is not written outside: %1")
            .arg(textOf(notification, "why"));
    }
    if (kind == QLatin1String("syslogUnreachable")) {
        return Words::tr("The syslog server is not reached; events wait until it is.");
    }
    return unwell(notification);
}

Tone toneOf(NotificationSeverity severity)
{
    return severity == NotificationSeverity::Critical ? Tone::Bad : Tone::Warning;
}

QString of(NotificationSeverity severity)
{
    return severity == NotificationSeverity::Critical ? Words::tr("Critical") : Words::tr("Warning");
}

NotificationCure cureOf(const Notification& notification)
{
    const QString& kind = notification.kind;
    if (kind == QLatin1String("tokensExpiring")) {
        const int days = numberOf(notification, "days");
        return {Words::tr("Show tokens"),
                QStringLiteral("tokens"),
                QStringLiteral("expiring"),
                QString::number(days),
                {},
                Words::tr("Expire within %n day(s)", nullptr, days)};
    }
    if (kind == QLatin1String("massLockout")) {
        return {Words::tr("Show people"),
                QStringLiteral("users"),
                QStringLiteral("status"),
                QStringLiteral("locked"),
                {},
                Words::tr("Locked")};
    }
    if (kind == QLatin1String("offlineEnding")) {
        return {Words::tr("Show people"),
                QStringLiteral("readiness"),
                QStringLiteral("warning"),
                QStringLiteral("endingBeforeMonday"),
                {},
                Words::tr("Runs out before Monday")};
    }
    if (kind == QLatin1String("offlineLeavers")) {
        return {Words::tr("Show workstations"),
                QStringLiteral("readiness"),
                QStringLiteral("leavers"),
                QStringLiteral("yes"),
                {},
                Words::tr("Of leavers")};
    }
    if (kind == QLatin1String("reportFailed")) {
        return {Words::tr("Show runs"), QStringLiteral("reports"), {}, {}, QStringLiteral("runs"), {}};
    }
    return {
        Words::tr("Show service"), QStringLiteral("administration"), {}, {}, QStringLiteral("service"), {}};
}

} // namespace words

NotificationsModel::NotificationsModel(client::ApiClient& api, QObject* parent)
    : QObject(parent)
    , m_api(api)
{
    constexpr std::chrono::seconds again {30};
    m_timer.setInterval(again);
    connect(&m_timer, &QTimer::timeout, this, &NotificationsModel::refresh);
}

void NotificationsModel::setOpen(bool open)
{
    if (open) {
        m_timer.start();
        refresh();
    } else {
        m_timer.stop();
    }
}

void NotificationsModel::refresh()
{
    m_call.cancel();
    m_call = client::consume(m_api.notifications(), this,
                             [this](const contract::Result<contract::Page<Notification>>& page) {
                                 if (page) { // an overview that fails says so itself
                                     m_items = page->items;
                                     Q_EMIT changed();
                                 }
                             });
}

} // namespace holdfast::models
