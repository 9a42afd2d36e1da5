// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/bulk_jobs.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace holdfast::authentication::bulk_jobs {

using namespace Qt::StringLiterals;
using contract::BulkJobState;

namespace {

const QString selection =
    u"SELECT j.id, j.action, j.state, j.created_by, j.created_name, j.created_at, j.started_at, j.ended_at,"
    " j.plan, j.total, j.ready, j.unchanged, j.refused, j.done, j.failed, j.population, j.undoes, j.code,"
    " j.cause, j.overrule_reason, (SELECT MAX(u.id) FROM bulk_jobs u WHERE u.undoes = j.id"
    " AND u.started_at IS NOT NULL AND (u.ended_at IS NULL OR u.done > 0)),"
    " (SELECT CAST(COALESCE(SUM(u.done), 0) AS BIGINT) FROM bulk_jobs u WHERE u.undoes = j.id),"
    " (SELECT COUNT(*) FROM bulk_jobs u WHERE u.undoes = j.id AND u.state = 'running') FROM bulk_jobs j"_s;

QVariant milliseconds(const std::optional<contract::Timestamp>& at)
{
    return at ? QVariant(contract::toMilliseconds(*at)) : QVariant();
}

std::optional<contract::Timestamp> moment(std::optional<qint64> value)
{
    return value ? std::optional(contract::fromMilliseconds(*value)) : std::nullopt;
}

QString textOf(const BulkPlan& plan)
{
    QJsonObject object;
    if (plan.filter) {
        object.insert(u"filter"_s, *plan.filter);
    }
    if (plan.domainId != 0) {
        object.insert(u"domainId"_s, plan.domainId);
        object.insert(u"domain"_s, plan.domain);
    }
    if (plan.setsEnd) {
        object.insert(u"until"_s,
                      plan.until ? QJsonValue(contract::toMilliseconds(*plan.until)) : QJsonValue());
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

BulkPlan planOf(const QString& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    BulkPlan plan;
    if (object.contains(u"filter")) {
        plan.filter = object[u"filter"].toString();
    }
    plan.domainId = object[u"domainId"].toInteger();
    plan.domain = object[u"domain"].toString();
    plan.setsEnd = object.contains(u"until");
    if (object[u"until"].isDouble()) {
        plan.until = contract::fromMilliseconds(object[u"until"].toInteger());
    }
    return plan;
}

BulkJobRow rowOf(const storage::Connection::Rows& rows)
{
    BulkJobRow job;
    job.id = rows.integer(0);
    job.action = contract::enumValue<contract::BulkAction>(rows.text(1)).value_or(contract::BulkAction {});
    job.state = contract::enumValue<BulkJobState>(rows.text(2)).value_or(BulkJobState::Failed);
    job.createdBy = rows.text(3);
    job.createdName = rows.text(4);
    job.createdAt = contract::fromMilliseconds(rows.integer(5));
    job.startedAt = moment(rows.optionalInteger(6));
    job.endedAt = moment(rows.optionalInteger(7));
    job.plan = planOf(rows.text(8));
    job.total = rows.integer(9);
    job.ready = rows.integer(10);
    job.unchanged = rows.integer(11);
    job.refused = rows.integer(12);
    job.done = rows.integer(13);
    job.failed = rows.integer(14);
    job.population = rows.integer(15);
    job.undoes = rows.optionalInteger(16);
    job.code = rows.text(17);
    job.cause = rows.text(18);
    job.overruleReason = rows.text(19);
    job.undoneBy = rows.optionalInteger(20);
    job.undone = rows.integer(21);
    job.undoing = rows.integer(22);
    return job;
}

QString whereOf(const BulkJobFilter& filter, QVariantList& values)
{
    // A list that was closed again is no news to anybody.
    QString where = u" WHERE (j.started_at IS NOT NULL OR j.state <> 'cancelled')"_s;
    if (filter.createdBy) {
        where += u" AND j.created_by = ?"_s;
        values << *filter.createdBy;
    }
    if (!filter.text.isEmpty()) {
        where += u" AND instr(lower(j.created_name), ?) > 0"_s;
        values << filter.text;
    }
    return where;
}

} // namespace

qint64 create(storage::Connection& connection, const BulkJobRow& job)
{
    return connection.insert(u"INSERT INTO bulk_jobs (action, state, created_by, created_name, created_at, "
                             u"plan, population, undoes)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                             {contract::enumName(job.action), contract::enumName(job.state), job.createdBy,
                              job.createdName, contract::toMilliseconds(job.createdAt), textOf(job.plan),
                              job.population, storage::orNull(job.undoes)});
}

std::optional<BulkJobRow> find(storage::Connection& connection, qint64 id)
{
    auto rows = connection.select(selection + u" WHERE j.id = ?"_s, {id});
    return rows.next() ? std::optional(rowOf(rows)) : std::nullopt;
}

void update(storage::Connection& connection, const BulkJobRow& job)
{
    connection.change(
        u"UPDATE bulk_jobs SET state = ?, started_at = ?, ended_at = ?, total = ?, ready = ?, unchanged = ?,"
        " refused = ?, done = ?, failed = ?, population = ?, code = ?, cause = ?, overrule_reason = ?"
        " WHERE id = ?"_s,
        {contract::enumName(job.state), milliseconds(job.startedAt), milliseconds(job.endedAt), job.total,
         job.ready, job.unchanged, job.refused, job.done, job.failed, job.population, job.code, job.cause,
         job.overruleReason, job.id});
}

std::vector<BulkJobRow> list(storage::Connection& connection, const BulkJobFilter& filter,
                             const BulkWindow& window)
{
    QVariantList values;
    QString where = whereOf(filter, values);
    if (const auto& key = window.before ? window.before : window.after) {
        where += window.before ? u" AND j.id > ?"_s : u" AND j.id < ?"_s;
        values << *key;
    }
    values << window.limit << window.offset;
    auto rows =
        connection.select(selection + where + (window.before ? u" ORDER BY j.id"_s : u" ORDER BY j.id DESC"_s)
                              + u" LIMIT ? OFFSET ?"_s,
                          values);
    std::vector<BulkJobRow> page;
    while (rows.next()) {
        page.push_back(rowOf(rows));
    }
    if (window.before) {
        std::reverse(page.begin(), page.end());
    }
    return page;
}

qint64 count(storage::Connection& connection, const BulkJobFilter& filter)
{
    QVariantList values;
    const QString where = whereOf(filter, values);
    auto rows = connection.select(u"SELECT COUNT(*) FROM bulk_jobs j"_s + where, values);
    return rows.next() ? rows.integer(0) : 0;
}

qint64 waiting(storage::Connection& connection, const QString& createdBy)
{
    auto rows = connection.select(
        u"SELECT COUNT(*) FROM bulk_jobs WHERE created_by = ? AND started_at IS NULL AND ended_at IS NULL"_s,
        {createdBy});
    return rows.next() ? rows.integer(0) : 0;
}

qint64 waitingItems(storage::Connection& connection, const QString& createdBy)
{
    auto rows = connection.select(u"SELECT total FROM bulk_jobs j WHERE created_by = ? AND started_at IS NULL"
                                  " AND EXISTS (SELECT 1 FROM bulk_items i WHERE i.job_id = j.id)"_s,
                                  {createdBy});
    qint64 items = 0;
    while (rows.next()) {
        items += rows.integer(0);
    }
    return items;
}

namespace {

struct Old
{
    qint64 id = 0; // 0: none
    bool keepsRow = false; // only its list goes: whoever made it still reads how it ended
};

// The first job, or list, that nobody will ask for any more.
Old oldOne(storage::Connection& connection, contract::Timestamp now)
{
    const QVariant begun = contract::toMilliseconds(now - kept);
    const QVariant unstarted = contract::toMilliseconds(now - keptUnstarted);
    {
        auto rows =
            connection.select(u"SELECT id FROM bulk_jobs WHERE created_at <= ?"
                              " OR (created_at <= ? AND started_at IS NULL) ORDER BY created_at LIMIT 1"_s,
                              {begun, unstarted});
        if (rows.next()) {
            return {rows.integer(0)};
        }
    }
    auto rows = connection.select(
        u"SELECT id FROM bulk_jobs j WHERE started_at IS NULL AND ended_at IS NOT NULL"
        " AND EXISTS (SELECT 1 FROM bulk_items i WHERE i.job_id = j.id) ORDER BY created_at LIMIT 1"_s);
    return rows.next() ? Old {rows.integer(0), true} : Old {};
}

} // namespace

bool hasOld(storage::Connection& connection, contract::Timestamp now)
{
    return oldOne(connection, now).id != 0;
}

void forgetOld(storage::Connection& connection, contract::Timestamp now)
{
    constexpr int atOnce = 2000;
    const auto [id, keepsRow] = oldOne(connection, now);
    const qint64 items =
        connection.change(u"DELETE FROM bulk_items WHERE job_id = ? AND position IN"
                          " (SELECT position FROM bulk_items WHERE job_id = ? ORDER BY position LIMIT ?)"_s,
                          {id, id, atOnce});
    if (items < atOnce && !keepsRow) {
        connection.change(u"DELETE FROM bulk_jobs WHERE id = ?"_s, {id});
    }
}

} // namespace holdfast::authentication::bulk_jobs
