// SPDX-License-Identifier: Apache-2.0
#include "models/report_words.h"

#include "models/formats.h"
#include "models/words.h"
#include "models/words_table.h"

#include <QLocale>

namespace holdfast::models::words {

using contract::ReportFormat;
using contract::ReportJobState;
using contract::ReportSchedule;
using contract::ReportSubject;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

constexpr std::array titles {
    Entry {"all-users", QT_TRANSLATE_NOOP("Words", "All users")},
    Entry {"users-with-tokens", QT_TRANSLATE_NOOP("Words", "Users with tokens")},
    Entry {"users-without-tokens", QT_TRANSLATE_NOOP("Words", "Users without tokens")},
    Entry {"users-never-signed-in", QT_TRANSLATE_NOOP("Words", "Users who never signed in")},
    Entry {"users-not-signed-in", QT_TRANSLATE_NOOP("Words", "Users not signed in for long")},
    Entry {"account-expiration", QT_TRANSLATE_NOOP("Words", "Account expiration")},
    Entry {"disabled-users", QT_TRANSLATE_NOOP("Words", "Disabled accounts")},
    Entry {"locked-now", QT_TRANSLATE_NOOP("Words", "Locked now")},
    Entry {"user-aliases", QT_TRANSLATE_NOOP("Words", "Aliases")},
    Entry {"all-tokens", QT_TRANSLATE_NOOP("Words", "All tokens")},
    Entry {"token-expiration", QT_TRANSLATE_NOOP("Words", "Token expiration")},
    Entry {"unassigned-tokens", QT_TRANSLATE_NOOP("Words", "Unassigned tokens")},
    Entry {"lost-tokens", QT_TRANSLATE_NOOP("Words", "Lost tokens")},
    Entry {"tokens-never-used", QT_TRANSLATE_NOOP("Words", "Tokens never used")},
    Entry {"imported-tokens", QT_TRANSLATE_NOOP("Words", "Imported tokens")},
    Entry {"offline-days-left", QT_TRANSLATE_NOOP("Words", "Offline days left")},
    Entry {"emergency-codes-issued", QT_TRANSLATE_NOOP("Words", "Emergency codes issued")},
    Entry {"emergency-codes-never-used", QT_TRANSLATE_NOOP("Words", "Emergency codes never used")},
    Entry {"administrators", QT_TRANSLATE_NOOP("Words", "Administrators")},
    Entry {"administrator-rights", QT_TRANSLATE_NOOP("Words", "Administrators and rights")},
    Entry {"policies-by-domain", QT_TRANSLATE_NOOP("Words", "Policies by domain")},
    Entry {"api-clients", QT_TRANSLATE_NOOP("Words", "API clients")},
    Entry {"authentication-activity", QT_TRANSLATE_NOOP("Words", "Authentication activity")},
    Entry {"administrator-activity", QT_TRANSLATE_NOOP("Words", "Administrator activity")},
    Entry {"system-log", QT_TRANSLATE_NOOP("Words", "System log")},
    Entry {"activity", QT_TRANSLATE_NOOP("Words", "All activity")},
};

constexpr std::array descriptions {
    Entry {"all-users", QT_TRANSLATE_NOOP("Words", "Everybody, with the state of the account.")},
    Entry {"users-with-tokens", QT_TRANSLATE_NOOP("Words", "A line for each token that somebody has.")},
    Entry {"users-without-tokens", QT_TRANSLATE_NOOP("Words", "Who has no token at all.")},
    Entry {"users-never-signed-in", QT_TRANSLATE_NOOP("Words", "Not once since the account was made.")},
    Entry {"users-not-signed-in", QT_TRANSLATE_NOOP("Words", "Who signed in once, but not for some time.")},
    Entry {"account-expiration", QT_TRANSLATE_NOOP("Words", "Accounts that have ended or are going to.")},
    Entry {"disabled-users", QT_TRANSLATE_NOOP("Words", "Whom an administrator has disabled.")},
    Entry {"locked-now",
           QT_TRANSLATE_NOOP("Words", "Whose sign-in would be refused at this moment for wrong codes.")},
    Entry {"user-aliases", QT_TRANSLATE_NOOP("Words", "Other names that people sign in with.")},
    Entry {"all-tokens", QT_TRANSLATE_NOOP("Words", "Every token, assigned or not.")},
    Entry {"token-expiration",
           QT_TRANSLATE_NOOP("Words", "Tokens that people have, by the day on which they end.")},
    Entry {"unassigned-tokens", QT_TRANSLATE_NOOP("Words", "On the shelf, ready to be given to somebody.")},
    Entry {"lost-tokens", QT_TRANSLATE_NOOP("Words", "Reported lost, and whose they are.")},
    Entry {"tokens-never-used",
           QT_TRANSLATE_NOOP("Words", "Somebody has them and never signed in with them.")},
    Entry {"imported-tokens",
           QT_TRANSLATE_NOOP("Words", "When each token was read in, from which manufacturer.")},
    Entry {"offline-days-left",
           QT_TRANSLATE_NOOP("Words", "Who holds offline data where, and for how long; the fewest first.")},
    Entry {"emergency-codes-issued",
           QT_TRANSLATE_NOOP("Words", "To whom, by whom and why; never the codes.")},
    Entry {"emergency-codes-never-used",
           QT_TRANSLATE_NOOP("Words", "Issued, and nobody signed in with any of them.")},
    Entry {"administrators", QT_TRANSLATE_NOOP("Words", "Who has which role, and over which domains.")},
    Entry {
        "administrator-rights",
        QT_TRANSLATE_NOOP("Words", "A line for each role of each administrator, with what it permits now.")},
    Entry {"policies-by-domain",
           QT_TRANSLATE_NOOP("Words", "Which policies apply where, and where they are set.")},
    Entry {"api-clients",
           QT_TRANSLATE_NOOP("Words", "VPN gateways and other programs that may ask, RADIUS among them.")},
    Entry {"authentication-activity",
           QT_TRANSLATE_NOOP("Words", "Who signed in or was refused, with what and why.")},
    Entry {"administrator-activity", QT_TRANSLATE_NOOP("Words", "What administrators changed.")},
    Entry {"system-log", QT_TRANSLATE_NOOP("Words", "What the service itself did.")},
    Entry {"activity", QT_TRANSLATE_NOOP("Words", "All three logs.")},
};

constexpr std::array columns {
    Entry {"name", QT_TRANSLATE_NOOP("Words", "Name")},
    Entry {"displayName", QT_TRANSLATE_NOOP("Words", "Shown name")},
    Entry {"email", QT_TRANSLATE_NOOP("Words", "E-mail")},
    Entry {"phone", QT_TRANSLATE_NOOP("Words", "Telephone")},
    Entry {"domain", QT_TRANSLATE_NOOP("Words", "Domain")},
    Entry {"status", QT_TRANSLATE_NOOP("Words", "Status")},
    Entry {"enabled", QT_TRANSLATE_NOOP("Words", "Enabled")},
    Entry {"administrator", QT_TRANSLATE_NOOP("Words", "Administrator")},
    Entry {"tokens", QT_TRANSLATE_NOOP("Words", "Tokens")},
    Entry {"startsAt", QT_TRANSLATE_NOOP("Words", "Valid from")},
    Entry {"endsAt", QT_TRANSLATE_NOOP("Words", "Valid until")},
    Entry {"lastLogonAt", QT_TRANSLATE_NOOP("Words", "Last sign-in")},
    Entry {"createdAt", QT_TRANSLATE_NOOP("Words", "Created")},
    Entry {"notes", QT_TRANSLATE_NOOP("Words", "Notes")},
    Entry {"user", QT_TRANSLATE_NOOP("Words", "User")},
    Entry {"alias", QT_TRANSLATE_NOOP("Words", "Alias")},
    Entry {"token", QT_TRANSLATE_NOOP("Words", "Token")},
    Entry {"kind", QT_TRANSLATE_NOOP("Words", "Kind")},
    Entry {"digits", QT_TRANSLATE_NOOP("Words", "Digits")},
    Entry {"intervalSeconds", QT_TRANSLATE_NOOP("Words", "Seconds")},
    Entry {"state", QT_TRANSLATE_NOOP("Words", "State")},
    Entry {"pinState", QT_TRANSLATE_NOOP("Words", "PIN")},
    Entry {"assignedAt", QT_TRANSLATE_NOOP("Words", "Assigned")},
    Entry {"lastUsedAt", QT_TRANSLATE_NOOP("Words", "Last used")},
    Entry {"lostAt", QT_TRANSLATE_NOOP("Words", "Lost")},
    Entry {"expiresAt", QT_TRANSLATE_NOOP("Words", "Expires")},
    Entry {"importedAt", QT_TRANSLATE_NOOP("Words", "Imported")},
    Entry {"manufacturer", QT_TRANSLATE_NOOP("Words", "Manufacturer")},
    Entry {"daysLeft", QT_TRANSLATE_NOOP("Words", "Days left")},
    Entry {"daysReported", QT_TRANSLATE_NOOP("Words", "Days reported")},
    Entry {"reportedAt", QT_TRANSLATE_NOOP("Words", "Reported")},
    Entry {"workstation", QT_TRANSLATE_NOOP("Words", "Workstation")},
    Entry {"lastContactAt", QT_TRANSLATE_NOOP("Words", "Last contact")},
    Entry {"refill", QT_TRANSLATE_NOOP("Words", "Renewed by")},
    Entry {"policy", QT_TRANSLATE_NOOP("Words", "Policy")},
    Entry {"lockedAt", QT_TRANSLATE_NOOP("Words", "Locked since")},
    Entry {"lockedUntil", QT_TRANSLATE_NOOP("Words", "Locked until")},
    Entry {"failures", QT_TRANSLATE_NOOP("Words", "Failures")},
    Entry {"issuedAt", QT_TRANSLATE_NOOP("Words", "Issued")},
    Entry {"count", QT_TRANSLATE_NOOP("Words", "Codes")},
    Entry {"remaining", QT_TRANSLATE_NOOP("Words", "Left")},
    Entry {"replaces", QT_TRANSLATE_NOOP("Words", "In place of")},
    Entry {"onTokenReturn", QT_TRANSLATE_NOOP("Words", "When the token returns")},
    Entry {"issuedBy", QT_TRANSLATE_NOOP("Words", "Issued by")},
    Entry {"reason", QT_TRANSLATE_NOOP("Words", "Reason")},
    Entry {"roles", QT_TRANSLATE_NOOP("Words", "Roles")},
    Entry {"role", QT_TRANSLATE_NOOP("Words", "Role key")},
    Entry {"roleName", QT_TRANSLATE_NOOP("Words", "Role")},
    Entry {"scope", QT_TRANSLATE_NOOP("Words", "Scope")},
    Entry {"rank", QT_TRANSLATE_NOOP("Words", "Rank")},
    Entry {"permissions", QT_TRANSLATE_NOOP("Words", "Rights")},
    Entry {"hasPassword", QT_TRANSLATE_NOOP("Words", "Has a password")},
    Entry {"lockoutPolicy", QT_TRANSLATE_NOOP("Words", "Lockout policy")},
    Entry {"lockoutOrigin", QT_TRANSLATE_NOOP("Words", "Lockout: how")},
    Entry {"lockoutSetOn", QT_TRANSLATE_NOOP("Words", "Lockout: set on")},
    Entry {"tokenPolicy", QT_TRANSLATE_NOOP("Words", "Token policy")},
    Entry {"tokenOrigin", QT_TRANSLATE_NOOP("Words", "Token: how")},
    Entry {"tokenSetOn", QT_TRANSLATE_NOOP("Words", "Token: set on")},
    Entry {"offlinePolicy", QT_TRANSLATE_NOOP("Words", "Offline policy")},
    Entry {"offlineOrigin", QT_TRANSLATE_NOOP("Words", "Offline: how")},
    Entry {"offlineSetOn", QT_TRANSLATE_NOOP("Words", "Offline: set on")},
    Entry {"createdBy", QT_TRANSLATE_NOOP("Words", "Created by")},
    Entry {"sequence", QT_TRANSLATE_NOOP("Words", "Number")},
    Entry {"at", QT_TRANSLATE_NOOP("Words", "Time")},
    Entry {"log", QT_TRANSLATE_NOOP("Words", "Log")},
    Entry {"key", QT_TRANSLATE_NOOP("Words", "Event")},
    Entry {"result", QT_TRANSLATE_NOOP("Words", "Result")},
    Entry {"actor", QT_TRANSLATE_NOOP("Words", "By")},
    Entry {"method", QT_TRANSLATE_NOOP("Words", "Method")},
    Entry {"client", QT_TRANSLATE_NOOP("Words", "Client")},
    Entry {"clientAddress", QT_TRANSLATE_NOOP("Words", "Address")},
    Entry {"sentence", QT_TRANSLATE_NOOP("Words", "What happened")},
};

constexpr std::array parameters {
    Entry {"days", QT_TRANSLATE_NOOP("Words", "Days")},
    Entry {"inactiveDays", QT_TRANSLATE_NOOP("Words", "Not for so many days")},
    Entry {"from", QT_TRANSLATE_NOOP("Words", "From")},
    Entry {"to", QT_TRANSLATE_NOOP("Words", "Until")},
    Entry {"domain", QT_TRANSLATE_NOOP("Words", "Domain and below")},
    Entry {"filter", QT_TRANSLATE_NOOP("Words", "Filter")},
    Entry {"sort", QT_TRANSLATE_NOOP("Words", "Order")},
    Entry {"order", QT_TRANSLATE_NOOP("Words", "Order")},
    Entry {"user", QT_TRANSLATE_NOOP("Words", "User id")},
    Entry {"token", QT_TRANSLATE_NOOP("Words", "Serial number")},
    Entry {"key", QT_TRANSLATE_NOOP("Words", "Event")},
    Entry {"result", QT_TRANSLATE_NOOP("Words", "Result")},
    Entry {"log", QT_TRANSLATE_NOOP("Words", "Log")},
    Entry {"q", QT_TRANSLATE_NOOP("Words", "Contains")},
    Entry {"role", QT_TRANSLATE_NOOP("Words", "Role")},
    Entry {"over", QT_TRANSLATE_NOOP("Words", "Administers the domain")},
};

constexpr std::array failures {
    Entry {"owner_gone", QT_TRANSLATE_NOOP("Words", "The account that it runs for is gone.")},
    Entry {"owner_disabled", QT_TRANSLATE_NOOP("Words", "The account that it runs for is disabled.")},
    Entry {"right_lost", QT_TRANSLATE_NOOP("Words", "Whoever it runs for may not run reports any more.")},
    Entry {"report_too_large",
           QT_TRANSLATE_NOOP("Words", "The result is larger than 1 GiB. Restrict the report.")},
    Entry {"disk_low", QT_TRANSLATE_NOOP("Words", "The service's disk is nearly full.")},
    Entry {"disk_full", QT_TRANSLATE_NOOP("Words", "The service's disk is full.")},
    Entry {"interrupted_too_often", QT_TRANSLATE_NOOP("Words", "The service ended each time that it ran.")},
    Entry {"report_unknown", QT_TRANSLATE_NOOP("Words", "The service does not know this report any more.")},
};

// The first of these enumerations that knows the text.
template <class... Enums>
QString enumerated(const QString& text)
{
    QString found;
    const auto look = [&](auto value) {
        if (value && found.isEmpty()) {
            found = words::of(*value);
        }
    };
    (look(contract::enumValue<Enums>(text)), ...);
    return found;
}

QString textCell(const QString& column, const QString& text)
{
    if (column.endsWith(QLatin1String("At")) || column == QLatin1String("at")
        || column == QLatin1String("lockedUntil")) {
        const auto at = contract::fromRfc3339(text);
        return at ? absoluteTime(*at) : text;
    }
    if (column == QLatin1String("token")) {
        return groupedSerial(text);
    }
    if (column == QLatin1String("permissions")) {
        QStringList names;
        for (const QString& name : text.split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
            const QString known = enumerated<contract::Permission>(name);
            names << (known.isEmpty() ? name : known);
        }
        return names.join(QStringLiteral(", "));
    }
    QString known;
    if (column == QLatin1String("status") || column == QLatin1String("state")
        || column == QLatin1String("kind") || column == QLatin1String("pinState")
        || column == QLatin1String("replaces") || column == QLatin1String("onTokenReturn")
        || column == QLatin1String("log") || column == QLatin1String("result")) {
        known = enumerated<contract::UserStatus, contract::TokenState, contract::EmergencyCodeState,
                           contract::TokenKind, contract::EmergencyCodeKind, contract::PinState,
                           contract::CodeReplaces, contract::OnTokenReturn, contract::EventLog,
                           contract::EventResult>(text);
    } else if (column == QLatin1String("reason")) {
        known = reason(text);
    }
    return known.isEmpty() ? text : known;
}

} // namespace

QString of(ReportSubject subject)
{
    switch (subject) {
    case ReportSubject::People:
        return Words::tr("People");
    case ReportSubject::Tokens:
        return Words::tr("Tokens");
    case ReportSubject::EmergencyCodes:
        return Words::tr("Emergency codes");
    case ReportSubject::Administration:
        return Words::tr("Administration");
    case ReportSubject::Activity:
        return Words::tr("Activity");
    }
    return {};
}

QString of(ReportFormat format)
{
    switch (format) {
    case ReportFormat::Csv:
        return Words::tr("CSV (spreadsheets)");
    case ReportFormat::JsonLines:
        return Words::tr("JSON lines (programs)");
    case ReportFormat::Html:
        return Words::tr("HTML (browsers)");
    }
    return {};
}

QString of(ReportJobState state)
{
    switch (state) {
    case ReportJobState::Waiting:
        return Words::tr("Waiting");
    case ReportJobState::Running:
        return Words::tr("Running");
    case ReportJobState::Finished:
        return Words::tr("Finished");
    case ReportJobState::Failed:
        return Words::tr("Failed");
    }
    return {};
}

Tone toneOf(ReportJobState state)
{
    switch (state) {
    case ReportJobState::Waiting:
    case ReportJobState::Running:
        return Tone::Neutral;
    case ReportJobState::Finished:
        return Tone::Good;
    case ReportJobState::Failed:
        return Tone::Bad;
    }
    return Tone::Neutral;
}

QString reportTitle(const contract::ReportTemplate& report)
{
    const QString known = find(titles, report.id);
    return known.isEmpty() ? report.title : known;
}

QString reportTitle(const QString& id)
{
    const QString known = find(titles, id);
    return known.isEmpty() ? id : known;
}

QString reportDescription(const contract::ReportTemplate& report)
{
    const QString known = find(descriptions, report.id);
    return known.isEmpty() ? report.description : known;
}

QString reportColumn(const QString& name)
{
    const QString known = find(columns, name);
    return known.isEmpty() ? name : known;
}

QString reportParameter(const QString& name)
{
    const QString known = find(parameters, name);
    return known.isEmpty() ? name : known;
}

QString reportCell(const QString& column, const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    case QJsonValue::Double:
        return QLocale().toString(value.toInteger());
    default:
        return textCell(column, value.toString());
    }
}

QString fullHour(int hour)
{
    QString format = QLocale().timeFormat(QLocale::ShortFormat);
    format.remove(QLatin1String(":ss")); // the C locale's
    return QLocale().toString(QTime(hour, 0), format);
}

QString reportSchedule(const contract::SavedReport& report)
{
    const QString time = fullHour(report.hour);
    switch (report.schedule) {
    case ReportSchedule::None:
        break;
    case ReportSchedule::Daily:
        return Words::tr("Every day at %1").arg(time);
    case ReportSchedule::Weekly:
        return Words::tr("Every %1 at %2").arg(QLocale().dayName(report.weekday), time);
    }
    return {};
}

QString reportFailure(const contract::ReportJob& job)
{
    const QString known = find(failures, job.reason);
    return known.isEmpty() ? job.detail : known;
}

} // namespace holdfast::models::words
