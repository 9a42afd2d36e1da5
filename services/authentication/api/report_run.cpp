// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/report_run.h"

#include "services/authentication/api/event_query.h"

namespace holdfast::authentication {

using contract::Result;
using contract::Unexpected;

namespace {

constexpr double mostDays = 3650;

const QStringList& shaping()
{
    static const QStringList known = names({"format", "columns", "limit"});
    return known;
}

Result<void> requireTaken(const Call& call, const ReportKind& kind)
{
    for (const auto& [name, value] : call.request().query) {
        if (!shaping().contains(name) && !kind.described.parameters.contains(name)) {
            return contract::invalidField(
                name, QStringLiteral("unknown_parameter"),
                QStringLiteral("The report %1 takes: format, columns, limit, %2.")
                    .arg(kind.described.id, kind.described.parameters.join(QStringLiteral(", "))));
        }
    }
    return {};
}

// `days` stands for bounds that move with the clock: a report that runs every week needs them.
Result<std::shared_ptr<Call>> withBounds(const std::shared_ptr<Call>& call, const ReportKind& kind)
{
    const auto days = call->integer("days");
    if (!days) {
        return call;
    }
    if (call->text("from") || call->text("to")) {
        return contract::invalidField(QStringLiteral("days"), QStringLiteral("contradicts"),
                                      QStringLiteral("Say either days, or from and to."));
    }
    const auto span = std::chrono::days(*days);
    const bool ahead = kind.days == ReportDays::Ahead;
    http::Request request = call->request();
    request.query.append(
        {QStringLiteral("from"), contract::toRfc3339(ahead ? call->now() : call->now() - span)});
    if (ahead) {
        request.query.append({QStringLiteral("to"), contract::toRfc3339(call->now() + span)});
    }
    return std::make_shared<Call>(call->context(), std::move(request), call->operation(), call->caller());
}

} // namespace

const std::vector<ReportKind>& reportKinds()
{
    static const std::vector<ReportKind> all = [] {
        std::vector<ReportKind> gathered = userReports();
        for (auto more : {tokenReports(), offlineReports(), emergencyReports(), administrationReports(),
                          eventReports()}) {
            std::move(more.begin(), more.end(), std::back_inserter(gathered));
        }
        return gathered;
    }();
    return all;
}

const ReportKind* reportKind(const QString& id)
{
    const auto found = std::find_if(reportKinds().begin(), reportKinds().end(),
                                    [&](const ReportKind& known) { return known.described.id == id; });
    return found == reportKinds().end() ? nullptr : &*found;
}

std::vector<QueryParameter> reportParameters()
{
    std::vector<QueryParameter> parameters = eventFilterParameters();
    const std::vector<QueryParameter> own {
        {.name = "format",
         .description = "csv (the default; RFC 4180), jsonl (an object on each line) or html.",
         .oneOf = {"csv", "jsonl", "html"}},
        {.name = "columns", .description = "Which, in which order, with commas between them."},
        {.name = "limit",
         .description = "So many rows at most, for a look at the first ones.",
         .type = ParameterType::Integer,
         .minimum = 1,
         .maximum = 100},
        {.name = "days",
         .description = "In place of from and to: the days before now, or, of what ends, the days from now.",
         .type = ParameterType::Integer,
         .minimum = 1,
         .maximum = mostDays},
        {.name = "inactiveDays",
         .description = "Not signed in for so many days; 90 by default.",
         .type = ParameterType::Integer,
         .minimum = 1,
         .maximum = mostDays},
        {.name = "role", .description = "Key of a role.", .maximum = 64},
        {.name = "over", .description = "Path of a security domain that the role reaches."},
        {.name = "domain", .description = "Path of a security domain: its subtree only."},
        {.name = "filter", .description = "The filter line of the list."},
        {.name = "sort", .description = "The order of the list."},
        {.name = "order",
         .description = "Of events: asc (the default), oldest first, or desc.",
         .oneOf = {"asc", "desc"}}};
    parameters.insert(parameters.end(), own.begin(), own.end());
    return parameters;
}

ReportRun::ReportRun(std::shared_ptr<Call> call, const ReportKind& kind, ReportWriter writer,
                     ReportSource source)
    : m_call(std::move(call))
    , m_kind(&kind)
    , m_writer(std::move(writer))
    , m_source(std::move(source))
    , m_limit(m_call->integer("limit").value_or(0))
{ }

Result<ReportRun> ReportRun::prepare(const std::shared_ptr<Call>& call, const QString& report)
{
    const ReportKind* kind = reportKind(report);
    if (kind == nullptr) {
        return contract::failure(contract::ErrorKind::NotFound, QStringLiteral("report_unknown"),
                                 QStringLiteral("There is no such report. GET /reports lists them."));
    }
    const auto bounded = requireTaken(*call, *kind).and_then([&] { return withBounds(call, *kind); });
    if (!bounded) {
        return Unexpected(bounded.error());
    }
    auto writer = ReportWriter::forCall(**bounded, kind->described);
    if (!writer) {
        return Unexpected(writer.error());
    }
    auto source =
        (*bounded)->read([&](storage::Connection& connection) { return kind->begin(**bounded, connection); });
    if (!source) {
        return Unexpected(source.error());
    }
    return ReportRun(*bounded, *kind, std::move(*writer), std::move(*source));
}

std::optional<QByteArray> ReportRun::next()
{
    if (m_ended) {
        return std::nullopt;
    }
    QByteArray chunk = std::exchange(m_begun, true) ? QByteArray() : m_writer.begin();
    // By reference: the source keeps its place in itself.
    const auto rows = m_call->read([this](storage::Connection& connection) { return m_source(connection); });
    for (const ReportRow& row : rows) {
        if (m_limit > 0 && m_rows == m_limit) {
            break;
        }
        chunk += m_writer.row(row);
        ++m_rows;
    }
    if (rows.empty() || (m_limit > 0 && m_rows == m_limit)) {
        m_ended = true;
        chunk += m_writer.end();
    }
    return chunk.isEmpty() ? std::nullopt : std::optional(chunk);
}

} // namespace holdfast::authentication
