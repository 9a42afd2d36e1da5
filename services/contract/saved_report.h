// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

#include <QStringList>

namespace holdfast::contract {

enum class ReportFormat
{
    Csv,
    JsonLines,
    Html
};
template <>
struct EnumNames<ReportFormat>
{
    static constexpr std::array names {
        std::pair {ReportFormat::Csv, "csv"},
        std::pair {ReportFormat::JsonLines, "jsonl"},
        std::pair {ReportFormat::Html, "html"},
    };
};

enum class ReportSchedule
{
    None,
    Daily,
    Weekly
};
template <>
struct EnumNames<ReportSchedule>
{
    static constexpr std::array names {
        std::pair {ReportSchedule::None, "none"},
        std::pair {ReportSchedule::Daily, "daily"},
        std::pair {ReportSchedule::Weekly, "weekly"},
    };
};

// One parameter of a report, as in the query of GET /reports/{template}.
struct ReportFilter
{
    QString name;
    QString value;

    static constexpr auto typeName = "ReportFilter";
    static constexpr auto fields()
    {
        return fieldList(
            field("name", &ReportFilter::name, "One of the template's parameters.").length(1, 64),
            field("value", &ReportFilter::value, "As in the query.").length(1, 1024));
    }
    bool operator==(const ReportFilter&) const = default;
};

// POST /saved-reports and PUT /saved-reports/{id}.
struct SavedReportEdit
{
    QString name;
    QString report; // the template's id
    QStringList columns {};
    std::vector<ReportFilter> filters {};
    ReportFormat format = ReportFormat::Csv;
    ReportSchedule schedule = ReportSchedule::None;
    int hour = 6;
    int weekday = 1;
    QStringList recipients {};

    static constexpr auto typeName = "SavedReportEdit";
    static constexpr auto fields()
    {
        return fieldList(
            field("name", &SavedReportEdit::name, "Unique among the owner's, regardless of case.")
                .length(1, 128),
            field("template", &SavedReportEdit::report, "Which report: an id of GET /reports.").length(1, 64),
            field("columns", &SavedReportEdit::columns, "Which, in which order; all when there is none.")
                .length(0, 64)
                .orDefault(),
            field("filters", &SavedReportEdit::filters, "What restricts it.").length(0, 32).orDefault(),
            field("format", &SavedReportEdit::format, "Of the result.").orDefault(),
            field("schedule", &SavedReportEdit::schedule, "When it runs by itself.").orDefault(),
            field("hour", &SavedReportEdit::hour, "Of a schedule, in the service's time zone.")
                .range(0, 23)
                .orDefault(),
            field("weekday", &SavedReportEdit::weekday, "Of a weekly schedule: 1 is Monday, 7 is Sunday.")
                .range(1, 7)
                .orDefault(),
            field("recipients", &SavedReportEdit::recipients,
                  "E-mail addresses that get the result of a scheduled run; of domains that the service "
                  "allows.")
                .length(0, 20)
                .orDefault());
    }
};

// A report with its choices, kept for its owner.
struct SavedReport
{
    QString id;
    QString name;
    QString report;
    QStringList columns;
    std::vector<ReportFilter> filters;
    ReportFormat format {};
    ReportSchedule schedule {};
    int hour {};
    int weekday {};
    QStringList recipients;
    QString owner;
    QString timeZone;
    std::optional<Timestamp> nextAt;
    qint64 version {};

    static constexpr auto typeName = "SavedReport";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &SavedReport::id, "Identifier."),
            field("name", &SavedReport::name, "Unique among the owner's."),
            field("template", &SavedReport::report, "Which report."),
            field("columns", &SavedReport::columns, "Which, in which order; all when there is none."),
            field("filters", &SavedReport::filters, "What restricts it."),
            field("format", &SavedReport::format, "Of the result."),
            field("schedule", &SavedReport::schedule, "When it runs by itself."),
            field("hour", &SavedReport::hour, "Of a schedule."),
            field("weekday", &SavedReport::weekday, "Of a weekly schedule: 1 is Monday."),
            field("recipients", &SavedReport::recipients, "E-mail addresses."),
            field("owner", &SavedReport::owner, "Logon name of whoever it runs for, with their rights."),
            field("timeZone", &SavedReport::timeZone, "The service's, in which hour and weekday count."),
            field("nextAt", &SavedReport::nextAt, "When it runs next by itself; absent without a schedule."),
            field("version", &SavedReport::version, "Rises with each change; the ETag."));
    }
};

enum class ReportJobState
{
    Waiting,
    Running,
    Finished,
    Failed
};
template <>
struct EnumNames<ReportJobState>
{
    static constexpr std::array names {
        std::pair {ReportJobState::Waiting, "waiting"},
        std::pair {ReportJobState::Running, "running"},
        std::pair {ReportJobState::Finished, "finished"},
        std::pair {ReportJobState::Failed, "failed"},
    };
};

// One run of a saved report in the background.
struct ReportJob
{
    QString id;
    std::optional<QString> savedReportId;
    QString name;
    QString report;
    ReportFormat format {};
    QString owner;
    bool scheduled {};
    ReportJobState state {};
    QString reason;
    QString detail;
    qint64 rows {};
    qint64 bytes {};
    bool available {};
    Timestamp createdAt {};
    std::optional<Timestamp> startedAt;
    std::optional<Timestamp> finishedAt;
    std::optional<Timestamp> keptUntil;

    static constexpr auto typeName = "ReportJob";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &ReportJob::id, "Identifier."),
            field("savedReportId", &ReportJob::savedReportId, "What ran; absent when that was deleted."),
            field("name", &ReportJob::name, "Of the saved report, as it was then."),
            field("template", &ReportJob::report, "Which report."),
            field("format", &ReportJob::format, "Of the result."),
            field("owner", &ReportJob::owner, "With whose rights it runs."),
            field("scheduled", &ReportJob::scheduled, "Begun by its schedule rather than by a person."),
            field("state", &ReportJob::state, "How far it is."),
            field("reason", &ReportJob::reason, "Stable code of a failure; else empty."),
            field("detail", &ReportJob::detail, "The same for a person."),
            field("rows", &ReportJob::rows, "Written so far."),
            field("bytes", &ReportJob::bytes, "Written so far."),
            field("available", &ReportJob::available, "Whether the result can be fetched."),
            field("createdAt", &ReportJob::createdAt, "When it was asked for."),
            field("startedAt", &ReportJob::startedAt, "When it began last."),
            field("finishedAt", &ReportJob::finishedAt, "When it ended."),
            field("keptUntil", &ReportJob::keptUntil,
                  "When the result is removed, if there is room until then."));
    }
};

} // namespace holdfast::contract
