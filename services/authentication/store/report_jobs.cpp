// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/report_jobs.h"

#include "services/authentication/store/saved_reports.h"

#include <QJsonDocument>

namespace holdfast::authentication::reportJobs {

using contract::enumName;
using contract::ReportJobState;
using contract::toMilliseconds;
using storage::Connection;

namespace {

const QString selection =
    QStringLiteral("SELECT id, saved_report_id, owner_id, owner, plan, scheduled, state, reason, detail, "
                   "attempts, row_count,"
                   " byte_count, file, created_at, started_at, finished_at, reach FROM report_jobs ");
const QString unfinishedOnes = QStringLiteral("(state = 'waiting' OR state = 'running')");

std::optional<contract::Timestamp> moment(std::optional<qint64> milliseconds)
{
    return milliseconds ? std::optional(contract::fromMilliseconds(*milliseconds)) : std::nullopt;
}

QVariant milliseconds(std::optional<contract::Timestamp> at)
{
    return at ? QVariant(toMilliseconds(*at)) : QVariant();
}

std::vector<ReportJobRow> read(Connection::Rows rows)
{
    std::vector<ReportJobRow> all;
    while (rows.next()) {
        ReportJobRow row;
        row.id = rows.integer(0);
        row.savedReportId = rows.optionalInteger(1);
        row.ownerId = rows.integer(2);
        row.owner = rows.text(3);
        row.plan = savedReports::planFrom(rows.text(4));
        row.scheduled = rows.boolean(5);
        row.state = contract::enumValue<ReportJobState>(rows.text(6)).value_or(ReportJobState::Failed);
        row.reason = rows.text(7);
        row.detail = rows.text(8);
        row.attempts = static_cast<int>(rows.integer(9));
        row.rows = rows.integer(10);
        row.bytes = rows.integer(11);
        row.file = rows.text(12);
        row.createdAt = contract::fromMilliseconds(rows.integer(13));
        row.startedAt = moment(rows.optionalInteger(14));
        row.finishedAt = moment(rows.optionalInteger(15));
        row.reach = QJsonDocument::fromJson(rows.text(16).toUtf8()).object();
        all.push_back(std::move(row));
    }
    return all;
}

std::optional<ReportJobRow> first(std::vector<ReportJobRow> rows)
{
    return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
}

qint64 number(Connection::Rows rows)
{
    return rows.next() ? rows.integer(0) : 0;
}

} // namespace

std::vector<ReportJobRow> list(Connection& connection, const ReportJobWindow& window)
{
    QStringList conditions {QStringLiteral("1 = 1")};
    QVariantList values;
    if (window.ownerId) {
        conditions << QStringLiteral("owner_id = ?");
        values << *window.ownerId;
    }
    if (window.after) {
        conditions << QStringLiteral("id < ?");
        values << *window.after;
    }
    if (window.before) {
        conditions << QStringLiteral("id > ?");
        values << *window.before;
    }
    values << window.limit << window.offset;
    auto rows =
        read(connection.select(selection
                                   + QStringLiteral("WHERE %1 ORDER BY id %2 LIMIT ? OFFSET ?")
                                         .arg(conditions.join(QStringLiteral(" AND ")),
                                              window.before ? QStringLiteral("ASC") : QStringLiteral("DESC")),
                               values));
    if (window.before) {
        std::reverse(rows.begin(), rows.end());
    }
    return rows;
}

qint64 count(Connection& connection, std::optional<qint64> ownerId)
{
    return ownerId ? number(connection.select(
               QStringLiteral("SELECT COUNT(*) FROM report_jobs WHERE owner_id = ?"), {*ownerId}))
                   : number(connection.select(QStringLiteral("SELECT COUNT(*) FROM report_jobs")));
}

std::optional<ReportJobRow> find(Connection& connection, qint64 id)
{
    return first(read(connection.select(selection + QStringLiteral("WHERE id = ?"), {id})));
}

qint64 unfinished(Connection& connection)
{
    return number(
        connection.select(QStringLiteral("SELECT COUNT(*) FROM report_jobs WHERE ") + unfinishedOnes));
}

bool isUnfinished(Connection& connection, qint64 savedReportId)
{
    return number(connection.select(
               QStringLiteral("SELECT COUNT(*) FROM report_jobs WHERE saved_report_id = ? AND ")
                   + unfinishedOnes,
               {savedReportId}))
        > 0;
}

std::optional<ReportJobRow> next(Connection& connection)
{
    return first(read(connection.select(selection + QStringLiteral("WHERE ") + unfinishedOnes
                                        + QStringLiteral(" ORDER BY state, id LIMIT 1"))));
}

std::vector<ReportJobRow> failing(Connection& connection)
{
    return read(connection.select(
        selection
        + QStringLiteral("WHERE state = 'failed' AND id IN (SELECT MAX(id) FROM report_jobs"
                         " WHERE saved_report_id IS NOT NULL AND (state = 'failed' OR state = 'finished')"
                         " GROUP BY saved_report_id) ORDER BY id LIMIT 100")));
}

std::vector<ReportJobRow> withResults(Connection& connection)
{
    return read(connection.select(selection + QStringLiteral("WHERE file <> '' ORDER BY id")));
}

ReportJobRow create(Connection& connection, ReportJobRow row)
{
    row.id = connection.insert(
        QStringLiteral("INSERT INTO report_jobs (saved_report_id, owner_id, owner, plan, scheduled, state,"
                       " created_at) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {storage::orNull(row.savedReportId), row.ownerId, row.owner, savedReports::textOf(row.plan),
         row.scheduled, enumName(row.state), toMilliseconds(row.createdAt)});
    return row;
}

void update(Connection& connection, const ReportJobRow& row)
{
    connection.change(
        QStringLiteral(
            "UPDATE report_jobs SET state = ?, reason = ?, detail = ?, attempts = ?, row_count = ?,"
            " byte_count = ?, file = ?, started_at = ?, finished_at = ?, reach = ? WHERE id = ?"),
        {enumName(row.state), row.reason, row.detail, row.attempts, row.rows, row.bytes, row.file,
         milliseconds(row.startedAt), milliseconds(row.finishedAt),
         QString::fromUtf8(QJsonDocument(row.reach).toJson(QJsonDocument::Compact)), row.id});
}

void remove(Connection& connection, qint64 id)
{
    connection.change(QStringLiteral("DELETE FROM report_jobs WHERE id = ?"), {id});
}

void removeOld(Connection& connection, contract::Timestamp before)
{
    connection.change(
        QStringLiteral(
            "DELETE FROM report_jobs WHERE finished_at < ? AND file = '' AND (saved_report_id IS NULL"
            " OR id NOT IN (SELECT MAX(id) FROM report_jobs WHERE saved_report_id IS NOT NULL"
            " GROUP BY saved_report_id))"),
        {toMilliseconds(before)});
}

} // namespace holdfast::authentication::reportJobs
