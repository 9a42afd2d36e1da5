// SPDX-License-Identifier: Apache-2.0
// The lists of jobs.
#include "services/authentication/store/bulk_jobs.h"

#include <limits>

namespace holdfast::authentication::bulk_jobs {

using namespace Qt::StringLiterals;
using contract::BulkItemState;

namespace {

const QString selection =
    u"SELECT position, subject_id, name, detail, state, code, before, pin, version FROM bulk_items"_s;

BulkItemRow rowOf(const storage::Connection::Rows& rows)
{
    BulkItemRow item;
    item.position = rows.integer(0);
    item.subjectId = rows.integer(1);
    item.name = rows.text(2);
    item.detail = rows.text(3);
    item.state = contract::enumValue<BulkItemState>(rows.text(4)).value_or(BulkItemState::Refused);
    item.code = rows.text(5);
    item.before = rows.text(6);
    item.pin = rows.isNull(7) ? QByteArray() : rows.bytes(7);
    item.version = rows.integer(8);
    return item;
}

QVariant orNull(const QByteArray& bytes)
{
    return bytes.isEmpty() ? QVariant() : QVariant(bytes);
}

std::vector<BulkItemRow> all(storage::Connection::Rows rows)
{
    std::vector<BulkItemRow> items;
    while (rows.next()) {
        items.push_back(rowOf(rows));
    }
    return items;
}

} // namespace

void addItem(storage::Connection& connection, qint64 jobId, const BulkItemRow& item)
{
    connection.change(u"INSERT INTO bulk_items (job_id, position, subject_id, name, detail, state, code,"
                      " before, pin, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                      {jobId, item.position, item.subjectId, item.name, item.detail,
                       contract::enumName(item.state), item.code, item.before, orNull(item.pin),
                       item.version});
}

void settleItem(storage::Connection& connection, qint64 jobId, const BulkItemRow& item)
{
    connection.change(u"UPDATE bulk_items SET state = ?, code = ?, before = ?, pin = ?, version = ?"
                      " WHERE job_id = ? AND position = ?"_s,
                      {contract::enumName(item.state), item.code, item.before, orNull(item.pin), item.version,
                       jobId, item.position});
}

std::vector<BulkItemRow> itemsIn(storage::Connection& connection, qint64 jobId, BulkItemState state,
                                 qint64 after, int limit)
{
    return all(connection.select(
        selection + u" WHERE job_id = ? AND state = ? AND position > ? ORDER BY position LIMIT ?"_s,
        {jobId, contract::enumName(state), after, limit}));
}

std::vector<BulkItemRow> doneBefore(storage::Connection& connection, qint64 jobId, qint64 before, int limit)
{
    return all(connection.select(
        selection + u" WHERE job_id = ? AND state = 'done' AND position < ? ORDER BY position DESC LIMIT ?"_s,
        {jobId, before == 0 ? std::numeric_limits<qint64>::max() : before, limit}));
}

std::vector<BulkItemRow> items(storage::Connection& connection, qint64 jobId,
                               std::optional<BulkItemState> state, const BulkWindow& window)
{
    QString where = u" WHERE job_id = ?"_s;
    QVariantList values {jobId};
    if (state) {
        where += u" AND state = ?"_s;
        values << contract::enumName(*state);
    }
    if (const auto& key = window.before ? window.before : window.after) {
        where += window.before ? u" AND position < ?"_s : u" AND position > ?"_s;
        values << *key;
    }
    values << window.limit << window.offset;
    auto page = all(connection.select(
        selection + where + (window.before ? u" ORDER BY position DESC"_s : u" ORDER BY position"_s)
            + u" LIMIT ? OFFSET ?"_s,
        values));
    if (window.before) {
        std::reverse(page.begin(), page.end());
    }
    return page;
}

qint64 countItems(storage::Connection& connection, qint64 jobId, std::optional<BulkItemState> state)
{
    auto rows = state ? connection.select(u"SELECT COUNT(*) FROM bulk_items WHERE job_id = ? AND state = ?"_s,
                                          {jobId, contract::enumName(*state)})
                      : connection.select(u"SELECT COUNT(*) FROM bulk_items WHERE job_id = ?"_s, {jobId});
    return rows.next() ? rows.integer(0) : 0;
}

std::vector<contract::BulkRefusal> refusals(storage::Connection& connection, qint64 jobId)
{
    std::vector<contract::BulkRefusal> found;
    auto rows = connection.select(u"SELECT code, COUNT(*) FROM bulk_items WHERE job_id = ?"
                                  " AND state IN ('refused', 'failed') GROUP BY code ORDER BY 2 DESC, code"_s,
                                  {jobId});
    while (rows.next()) {
        found.push_back({rows.text(0), static_cast<int>(rows.integer(1))});
    }
    return found;
}

} // namespace holdfast::authentication::bulk_jobs
