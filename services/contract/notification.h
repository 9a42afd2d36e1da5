// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

#include <QStringList>

namespace holdfast::contract {

enum class NotificationSeverity
{
    Warning,
    Critical
};
template <>
struct EnumNames<NotificationSeverity>
{
    static constexpr std::array names {
        std::pair {NotificationSeverity::Warning, "warning"},
        std::pair {NotificationSeverity::Critical, "critical"},
    };
};

// Something that somebody should look after. It closes by itself when it is over.
struct Notification
{
    QString id;
    QString kind;
    NotificationSeverity severity {};
    QString reason;
    QJsonObject detail;
    QString sentence;
    Timestamp raisedAt {};
    std::optional<Timestamp> closedAt;

    static constexpr auto typeName = "Notification";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &Notification::id, "Identifier."),
            field("kind", &Notification::kind,
                  "tokensExpiring, massLockout, offlineEnding, offlineLeavers, reportFailed, mailFailing, anchorFailing, syslogUnreachable, "
                  "or "
                  "the name of a part of the service that is not well, as in GET /health."),
            field("severity", &Notification::severity, "How bad it is."),
            field("reason", &Notification::reason, "Stable code of the cause; may be empty."),
            field("detail", &Notification::detail, "What the sentence needs, such as a count."),
            field("sentence", &Notification::sentence, "The same in English."),
            field("raisedAt", &Notification::raisedAt, "Since when."),
            field("closedAt", &Notification::closedAt, "When it was over; absent while it is not."));
    }
};

// GET and PUT /settings/notifications.
struct NotificationSettings
{
    QStringList recipients {};
    int expiringDays = 14;
    int lockoutAccounts = 10;
    int lockoutMinutes = 10;
    int keepResultsDays = 14;
    qint64 version = 1;

    static constexpr auto typeName = "NotificationSettings";
    static constexpr auto fields()
    {
        return fieldList(
            field("recipients", &NotificationSettings::recipients, "E-mail addresses that are told.")
                .length(0, 20)
                .orDefault(),
            field("expiringDays", &NotificationSettings::expiringDays,
                  "Tokens that people have and that end within these days; 0: never told.")
                .range(0, 365),
            field("lockoutAccounts", &NotificationSettings::lockoutAccounts,
                  "A mass lockout: at least so many accounts within lockoutMinutes; 0: never told.")
                .range(0, 1'000'000),
            field("lockoutMinutes", &NotificationSettings::lockoutMinutes, "See lockoutAccounts.")
                .range(1, 1440),
            field("keepResultsDays", &NotificationSettings::keepResultsDays,
                  "Days for which results of report jobs are kept, if there is room.")
                .range(1, 365),
            field("version", &NotificationSettings::version, "Rises with each change; the ETag.")
                .orDefault());
    }
};

// GET /mail: whether the service can send e-mail, and how that goes.
struct MailState
{
    bool configured = false;
    QString server;
    QString sender;
    QStringList reportDomains;
    int waiting = 0;
    QString lastError;

    static constexpr auto typeName = "MailState";
    static constexpr auto fields()
    {
        return fieldList(
            field("configured", &MailState::configured, "Whether smtp-server is set."),
            field("server", &MailState::server, "Where e-mail goes."),
            field("sender", &MailState::sender, "Who it is from."),
            field("reportDomains", &MailState::reportDomains, "Domains that reports may be sent to."),
            field("waiting", &MailState::waiting, "Messages that are not sent yet."),
            field("lastError", &MailState::lastError, "Why the oldest of them is not; else empty."));
    }
};

// POST /notifications/test-mail: absent, the recipients of the settings get it.
struct TestMail
{
    QStringList recipients;

    static constexpr auto typeName = "TestMail";
    static constexpr auto fields()
    {
        return fieldList(field("recipients", &TestMail::recipients,
                               "Who gets it; those of the settings when there is none.")
                             .length(0, 20)
                             .orDefault());
    }
};

} // namespace holdfast::contract
