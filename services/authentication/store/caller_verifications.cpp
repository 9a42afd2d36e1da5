// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/caller_verifications.h"

#include "services/authentication/domain/caller_checks.h"
#include "services/contract/json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace holdfast::authentication {

contract::Timestamp CallerVerificationRow::endsAt() const
{
    const bool waits = approval == contract::ApprovalState::Pending && approvalAt;
    return waits ? std::max<contract::Timestamp>(expiresAt, *approvalAt + approvalLife) : expiresAt;
}

namespace verifications {

using contract::ApprovalState;
using contract::Timestamp;
using contract::toMilliseconds;

namespace {

const QString columns =
    QStringLiteral("v.id, v.user_id, v.session_id, v.actor_id, v.actor, v.started_at, v.expires_at, v.steps,"
                   " v.approval, v.approval_reason, v.approval_at, v.approved_by");
constexpr int firstPersonColumn = 12;
const QString notOver =
    QStringLiteral("(v.expires_at > ? OR (v.approval = 'pending' AND v.approval_at > ?))"); // untilNow()
const QString waiting =
    QStringLiteral("SELECT %1, u.name, d.path FROM caller_verifications v JOIN users u ON u.id = v.user_id"
                   " JOIN domains d ON d.id = u.domain_id WHERE v.approval = 'pending' AND %2")
        .arg(columns, notOver);
const QString ended =
    QStringLiteral("UPDATE caller_verifications SET"
                   " expires_at = CASE WHEN expires_at > ? THEN ? ELSE expires_at END,"
                   " approval = CASE approval WHEN 'pending' THEN 'none' ELSE approval END");

QVariantList untilNow(Timestamp now)
{
    return {toMilliseconds(now), toMilliseconds(now - approvalLife)};
}

QString textOf(const std::vector<contract::VerificationStep>& steps)
{
    QJsonArray array;
    for (const contract::VerificationStep& step : steps) {
        array.append(contract::toJson(step));
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<contract::VerificationStep> stepsOf(const QString& text)
{
    std::vector<contract::VerificationStep> steps;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue& value : array) {
        auto step =
            contract::fromJson<contract::VerificationStep>(value.toObject(), contract::UnknownFields::Ignore);
        if (!step) {
            throw storage::StorageError("A caller's verification in the database is damaged.");
        }
        steps.push_back(std::move(*step));
    }
    return steps;
}

CallerVerificationRow read(const storage::Connection::Rows& rows)
{
    CallerVerificationRow row;
    row.id = rows.integer(0);
    row.userId = rows.integer(1);
    row.sessionId = rows.integer(2);
    row.actorId = rows.optionalInteger(3);
    row.actor = rows.text(4);
    row.startedAt = contract::fromMilliseconds(rows.integer(5));
    row.expiresAt = contract::fromMilliseconds(rows.integer(6));
    row.steps = stepsOf(rows.text(7));
    row.approval = contract::enumValue<ApprovalState>(rows.text(8)).value_or(ApprovalState::None);
    row.approvalReason = rows.text(9);
    if (const auto at = rows.optionalInteger(10)) {
        row.approvalAt = contract::fromMilliseconds(*at);
    }
    row.approvedBy = rows.text(11);
    return row;
}

PendingApprovalRow readWaiting(const storage::Connection::Rows& rows)
{
    return {read(rows), rows.text(firstPersonColumn), rows.text(firstPersonColumn + 1)};
}

} // namespace

qint64 begin(storage::Connection& connection, const CallerVerificationRow& row)
{
    connection.change(
        ended + QStringLiteral(" WHERE user_id = ? AND session_id = ?"),
        {toMilliseconds(row.startedAt), toMilliseconds(row.startedAt), row.userId, row.sessionId});
    return connection.insert(
        QStringLiteral("INSERT INTO caller_verifications (user_id, session_id, actor_id, actor, started_at,"
                       " expires_at, steps) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {row.userId, row.sessionId, row.actorId ? QVariant(*row.actorId) : QVariant(), row.actor,
         toMilliseconds(row.startedAt), toMilliseconds(row.expiresAt), textOf(row.steps)});
}

std::optional<CallerVerificationRow> live(storage::Connection& connection, qint64 sessionId, qint64 userId,
                                          Timestamp now)
{
    auto rows = connection.select(
        QStringLiteral("SELECT %1 FROM caller_verifications v WHERE v.user_id = ? AND v.session_id = ?"
                       " AND %2 ORDER BY v.id DESC LIMIT 1")
            .arg(columns, notOver),
        QVariantList {userId, sessionId} + untilNow(now));
    return rows.next() ? std::optional(read(rows)) : std::nullopt;
}

std::optional<CallerVerificationRow> find(storage::Connection& connection, qint64 id)
{
    auto rows = connection.select(
        QStringLiteral("SELECT %1 FROM caller_verifications v WHERE v.id = ?").arg(columns), {id});
    return rows.next() ? std::optional(read(rows)) : std::nullopt;
}

void update(storage::Connection& connection, const CallerVerificationRow& row)
{
    connection.change(
        QStringLiteral("UPDATE caller_verifications SET expires_at = ?, steps = ?, approval = ?,"
                       " approval_reason = ?, approval_at = ?, approved_by = ? WHERE id = ?"),
        {toMilliseconds(row.expiresAt), textOf(row.steps), contract::enumName(row.approval),
         row.approvalReason, row.approvalAt ? QVariant(toMilliseconds(*row.approvalAt)) : QVariant(),
         row.approvedBy, row.id});
}

void end(storage::Connection& connection, qint64 id, Timestamp now)
{
    connection.change(ended + QStringLiteral(" WHERE id = ?"),
                      {toMilliseconds(now), toMilliseconds(now), id});
}

std::vector<PendingApprovalRow> pending(storage::Connection& connection, Timestamp now,
                                        const WantsApproval& wants)
{
    constexpr std::size_t most = 500;
    std::vector<PendingApprovalRow> found;
    auto rows = connection.select(waiting + QStringLiteral(" ORDER BY v.approval_at"), untilNow(now));
    while (found.size() < most && rows.next()) {
        if (PendingApprovalRow row = readWaiting(rows); wants(row)) {
            found.push_back(std::move(row));
        }
    }
    return found;
}

std::optional<PendingApprovalRow> findPending(storage::Connection& connection, qint64 id, Timestamp now)
{
    auto rows = connection.select(waiting + QStringLiteral(" AND v.id = ?"), untilNow(now) << id);
    return rows.next() ? std::optional(readWaiting(rows)) : std::nullopt;
}

void removeEndedBefore(storage::Connection& connection, Timestamp before)
{
    connection.change(QStringLiteral("DELETE FROM caller_verifications WHERE expires_at < ?"),
                      {toMilliseconds(before)});
}

} // namespace verifications
} // namespace holdfast::authentication
