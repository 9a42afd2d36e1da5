// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/saved_reports.h"

#include "services/authentication/store/canonical.h"
#include "services/contract/json.h"

#include <QJsonDocument>

namespace holdfast::authentication::savedReports {

using contract::Result;
using contract::toMilliseconds;
using storage::Connection;

namespace {

const QString selection =
    QStringLiteral("SELECT id, owner_id, owner, plan, next_at, version FROM saved_reports ");

std::vector<SavedReportRow> read(Connection::Rows rows)
{
    std::vector<SavedReportRow> all;
    while (rows.next()) {
        SavedReportRow row;
        row.id = rows.integer(0);
        row.ownerId = rows.integer(1);
        row.owner = rows.text(2);
        row.plan = planFrom(rows.text(3));
        if (const auto next = rows.optionalInteger(4)) {
            row.nextAt = contract::fromMilliseconds(*next);
        }
        row.version = rows.integer(5);
        all.push_back(std::move(row));
    }
    return all;
}

QVariant milliseconds(std::optional<contract::Timestamp> at)
{
    return at ? QVariant(toMilliseconds(*at)) : QVariant();
}

Result<void> requireFreeName(Connection& connection, const SavedReportRow& row)
{
    auto rows = connection.select(
        QStringLiteral("SELECT id FROM saved_reports WHERE owner_id = ? AND name_key = ? AND id <> ?"),
        {row.ownerId, canonicalName(row.plan.name), row.id});
    if (!rows.next()) {
        return {};
    }
    contract::Error taken {contract::ErrorKind::Conflict, QStringLiteral("report_name_taken"),
                           QStringLiteral("You have another saved report of this name.")};
    taken.fields.append({QStringLiteral("name"), taken.code, taken.detail});
    return contract::Unexpected(taken);
}

} // namespace

QString textOf(const contract::SavedReportEdit& plan)
{
    return QString::fromUtf8(QJsonDocument(contract::toJson(plan)).toJson(QJsonDocument::Compact));
}

contract::SavedReportEdit planFrom(const QString& text)
{
    auto plan = contract::parseObject(text.toUtf8()).and_then([](const QJsonObject& object) {
        return contract::fromJson<contract::SavedReportEdit>(object);
    });
    if (!plan) {
        throw storage::StorageError("a saved report cannot be read");
    }
    return std::move(*plan);
}

std::vector<SavedReportRow> list(Connection& connection, std::optional<qint64> ownerId)
{
    if (!ownerId) {
        return read(connection.select(selection + QStringLiteral("ORDER BY name_key, id")));
    }
    return read(connection.select(selection + QStringLiteral("WHERE owner_id = ? ORDER BY name_key, id"),
                                  {*ownerId}));
}

std::optional<SavedReportRow> find(Connection& connection, qint64 id)
{
    auto found = read(connection.select(selection + QStringLiteral("WHERE id = ?"), {id}));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<SavedReportRow> due(Connection& connection, contract::Timestamp now)
{
    return read(
        connection.select(selection + QStringLiteral("WHERE next_at <= ? ORDER BY next_at, id LIMIT 100"),
                          {toMilliseconds(now)}));
}

Result<SavedReportRow> create(Connection& connection, SavedReportRow row, contract::Timestamp now)
{
    auto count = connection.select(QStringLiteral("SELECT COUNT(*) FROM saved_reports WHERE owner_id = ?"),
                                   {row.ownerId});
    if (count.next() && count.integer(0) >= mostOfOwner) {
        return contract::failure(
            contract::ErrorKind::Conflict, QStringLiteral("too_many_saved_reports"),
            QStringLiteral("You have as many saved reports as one may have: %1.").arg(mostOfOwner));
    }
    if (auto free = requireFreeName(connection, row); !free) {
        return contract::Unexpected(free.error());
    }
    row.id = connection.insert(
        QStringLiteral(
            "INSERT INTO saved_reports (owner_id, owner, name, name_key, plan, next_at, created_at,"
            " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {row.ownerId, row.owner, row.plan.name, canonicalName(row.plan.name), textOf(row.plan),
         milliseconds(row.nextAt), toMilliseconds(now), toMilliseconds(now)});
    return row;
}

Result<SavedReportRow> replace(Connection& connection, SavedReportRow row, contract::Timestamp now)
{
    if (auto free = requireFreeName(connection, row); !free) {
        return contract::Unexpected(free.error());
    }
    ++row.version;
    connection.change(
        QStringLiteral("UPDATE saved_reports SET owner = ?, name = ?, name_key = ?, plan = ?, next_at = ?,"
                       " updated_at = ?, version = ? WHERE id = ?"),
        {row.owner, row.plan.name, canonicalName(row.plan.name), textOf(row.plan), milliseconds(row.nextAt),
         toMilliseconds(now), row.version, row.id});
    return row;
}

void setNext(Connection& connection, qint64 id, std::optional<contract::Timestamp> nextAt)
{
    connection.change(QStringLiteral("UPDATE saved_reports SET next_at = ? WHERE id = ?"),
                      {milliseconds(nextAt), id});
}

void remove(Connection& connection, qint64 id)
{
    connection.change(
        QStringLiteral("UPDATE report_jobs SET saved_report_id = NULL WHERE saved_report_id = ?"), {id});
    connection.change(QStringLiteral("DELETE FROM saved_reports WHERE id = ?"), {id});
}

} // namespace holdfast::authentication::savedReports
