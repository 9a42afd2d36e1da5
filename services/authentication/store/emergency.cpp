// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/emergency.h"

#include "services/contract/json.h"

#include <QJsonDocument>

namespace holdfast::authentication {

using contract::EmergencyCodeState;
using contract::Timestamp;
using contract::toMilliseconds;

namespace {

const QString columns = QStringLiteral(
    " i.id, i.user_id, i.token_id, t.serial, i.kind, i.replaces, i.on_token_return, i.reason,"
    " i.issued_by, i.issued_at, i.expires_at, i.cancelled_at, i.last_used_at, i.count, i.version,"
    " (SELECT COUNT(*) FROM emergency_codes c WHERE c.issue_id = i.id AND c.used_at IS NULL),"
    " i.verification, i.overrule_reason");
const QString selection = QStringLiteral("SELECT %1 FROM emergency_issues i"
                                         " LEFT JOIN tokens t ON t.id = i.token_id")
                              .arg(columns);
constexpr int firstPersonColumn = 18;

std::optional<Timestamp> moment(std::optional<qint64> milliseconds)
{
    return milliseconds ? std::optional(contract::fromMilliseconds(*milliseconds)) : std::nullopt;
}

template <class E>
E named(const QString& text)
{
    return contract::enumValue<E>(text).value_or(E {});
}

QString verificationText(const EmergencyIssueRow& issue)
{
    return issue.verification
        ? QString::fromUtf8(QJsonDocument(toJson(*issue.verification)).toJson(QJsonDocument::Compact))
        : QStringLiteral("");
}

EmergencyIssueRow read(const storage::Connection::Rows& rows)
{
    EmergencyIssueRow row;
    row.id = rows.integer(0);
    row.userId = rows.integer(1);
    row.tokenId = rows.optionalInteger(2);
    row.tokenSerial = rows.text(3);
    row.kind = named<contract::EmergencyCodeKind>(rows.text(4));
    row.replaces = named<contract::CodeReplaces>(rows.text(5));
    row.onTokenReturn = named<contract::OnTokenReturn>(rows.text(6));
    row.reason = rows.text(7);
    row.issuedBy = rows.text(8);
    row.issuedAt = contract::fromMilliseconds(rows.integer(9));
    row.expiresAt = contract::fromMilliseconds(rows.integer(10));
    row.cancelledAt = moment(rows.optionalInteger(11));
    row.lastUsedAt = moment(rows.optionalInteger(12));
    row.count = static_cast<int>(rows.integer(13));
    row.version = rows.integer(14);
    row.unused = static_cast<int>(rows.integer(15));
    if (const QString outcome = rows.text(16); !outcome.isEmpty()) {
        auto verification = contract::fromJson<contract::VerificationOutcome>(
            QJsonDocument::fromJson(outcome.toUtf8()).object(), contract::UnknownFields::Ignore);
        if (!verification) {
            throw storage::StorageError("A caller's verification in the database is damaged.");
        }
        row.verification = std::move(*verification);
    }
    row.overruleReason = rows.text(17);
    return row;
}

} // namespace

EmergencyCodeState stateOf(const EmergencyIssueRow& row, Timestamp now)
{
    if (row.cancelledAt) {
        return EmergencyCodeState::Cancelled;
    }
    if (row.kind == contract::EmergencyCodeKind::OneTimeSet && row.unused == 0) {
        return EmergencyCodeState::UsedUp;
    }
    return now >= row.expiresAt ? EmergencyCodeState::Expired : EmergencyCodeState::Active;
}

contract::EmergencyCode toEmergencyCode(const EmergencyIssueRow& row, Timestamp now)
{
    contract::EmergencyCode code;
    code.id = QString::number(row.id);
    code.userId = QString::number(row.userId);
    code.kind = row.kind;
    code.replaces = row.replaces;
    if (!row.tokenSerial.isEmpty()) {
        code.tokenSerial = row.tokenSerial;
    }
    code.onTokenReturn = row.onTokenReturn;
    code.state = stateOf(row, now);
    code.count = row.count;
    code.remaining = code.state != EmergencyCodeState::Active ? 0
        : row.kind == contract::EmergencyCodeKind::OneTimeSet ? row.unused
                                                              : row.count;
    code.reason = row.reason;
    code.issuedBy = row.issuedBy;
    code.issuedAt = row.issuedAt;
    code.expiresAt = row.expiresAt;
    code.lastUsedAt = row.lastUsedAt;
    code.verification = row.verification;
    if (!row.overruleReason.isEmpty()) {
        code.overruleReason = row.overruleReason;
    }
    return code;
}

} // namespace holdfast::authentication

namespace holdfast::authentication::emergency {

qint64 insert(storage::Connection& connection, const EmergencyIssueRow& issue,
              const std::vector<QByteArray>& macs)
{
    const qint64 id = connection.insert(
        QStringLiteral(
            "INSERT INTO emergency_issues (user_id, token_id, kind, replaces, on_token_return,"
            " reason, issued_by, issued_at, expires_at, count, verification, overrule_reason, version)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"),
        {issue.userId, issue.tokenId ? QVariant(*issue.tokenId) : QVariant(), contract::enumName(issue.kind),
         contract::enumName(issue.replaces), contract::enumName(issue.onTokenReturn), issue.reason,
         issue.issuedBy, toMilliseconds(issue.issuedAt), toMilliseconds(issue.expiresAt),
         static_cast<qint64>(macs.size()), authentication::verificationText(issue),
         issue.overruleReason.isNull() ? QStringLiteral("") : issue.overruleReason});
    for (const QByteArray& mac : macs) {
        connection.insert(QStringLiteral("INSERT INTO emergency_codes (issue_id, code_mac) VALUES (?, ?)"),
                          {id, mac});
    }
    return id;
}

std::vector<EmergencyIssueRow> list(storage::Connection& connection, qint64 userId,
                                    const EmergencyWindow& window)
{
    QString where = QStringLiteral(" WHERE i.user_id = ?");
    QVariantList values {userId};
    if (window.after) {
        where += QStringLiteral(" AND i.id < ?");
        values << *window.after;
    } else if (window.before) {
        where += QStringLiteral(" AND i.id > ?");
        values << *window.before;
    }
    where += window.before ? QStringLiteral(" ORDER BY i.id") : QStringLiteral(" ORDER BY i.id DESC");
    values << window.limit << window.offset;
    std::vector<EmergencyIssueRow> issues;
    auto rows = connection.select(selection + where + QStringLiteral(" LIMIT ? OFFSET ?"), values);
    while (rows.next()) {
        issues.push_back(read(rows));
    }
    if (window.before) {
        std::reverse(issues.begin(), issues.end());
    }
    return issues;
}

qint64 count(storage::Connection& connection, qint64 userId)
{
    auto rows = connection.select(QStringLiteral("SELECT COUNT(*) FROM emergency_issues WHERE user_id = ?"),
                                  {userId});
    return rows.next() ? rows.integer(0) : 0;
}

contract::EmergencyUse use(storage::Connection& connection, qint64 userId, Timestamp now)
{
    auto rows = connection.select(
        QStringLiteral("SELECT COUNT(*), COALESCE(SUM(CASE WHEN issued_at > ? THEN 1 ELSE 0 END), 0),"
                       " COALESCE(SUM(CASE WHEN last_used_at IS NULL THEN 1 ELSE 0 END), 0)"
                       " FROM emergency_issues WHERE user_id = ?"),
        {toMilliseconds(now - quarter), userId});
    contract::EmergencyUse use;
    if (rows.next()) {
        use.inAll = static_cast<int>(rows.integer(0));
        use.inQuarter = static_cast<int>(rows.integer(1));
        use.neverUsed = static_cast<int>(rows.integer(2));
    }
    return use;
}

std::optional<EmergencyIssueRow> find(storage::Connection& connection, qint64 userId, qint64 id)
{
    auto rows =
        connection.select(selection + QStringLiteral(" WHERE i.user_id = ? AND i.id = ?"), {userId, id});
    return rows.next() ? std::optional(read(rows)) : std::nullopt;
}

std::vector<EmergencyReportRow> issued(storage::Connection& connection, const EmergencyReportFilter& filter,
                                       qint64 afterId, int limit)
{
    QString where = QStringLiteral(" WHERE i.id > ?");
    QVariantList values {afterId};
    const auto add = [&](const char* condition, const QVariant& value) {
        where += QLatin1String(condition);
        values << value;
    };
    if (filter.from) {
        add(" AND i.issued_at >= ?", toMilliseconds(*filter.from));
    }
    if (filter.to) {
        add(" AND i.issued_at < ?", toMilliseconds(*filter.to));
    }
    if (filter.userId) {
        add(" AND i.user_id = ?", *filter.userId);
    }
    if (filter.neverUsed) {
        where += QStringLiteral(" AND i.last_used_at IS NULL");
    }
    if (filter.domains) {
        QStringList marks;
        for (const qint64 id : *filter.domains) {
            marks << QStringLiteral("?");
            values << id;
        }
        where += marks.isEmpty()
            ? QStringLiteral(" AND 1 = 0")
            : QStringLiteral(" AND u.domain_id IN (%1)").arg(marks.join(QLatin1Char(',')));
    }
    values << limit;
    std::vector<EmergencyReportRow> found;
    auto rows = connection.select(
        QStringLiteral("SELECT %1, u.name, d.path FROM emergency_issues i"
                       " JOIN users u ON u.id = i.user_id JOIN domains d ON d.id = u.domain_id"
                       " LEFT JOIN tokens t ON t.id = i.token_id%2 ORDER BY i.id LIMIT ?")
            .arg(columns, where),
        values);
    while (rows.next()) {
        found.push_back({read(rows), rows.text(firstPersonColumn), rows.text(firstPersonColumn + 1)});
    }
    return found;
}

void cancel(storage::Connection& connection, qint64 id, Timestamp now)
{
    connection.change(QStringLiteral("UPDATE emergency_issues SET cancelled_at = ?, version = version + 1"
                                     " WHERE id = ? AND cancelled_at IS NULL"),
                      {toMilliseconds(now), id});
}

QList<qint64> cancelActive(storage::Connection& connection, qint64 userId, Timestamp now,
                           std::optional<qint64> tokenId)
{
    QList<qint64> ids;
    for (const EmergencyIssueRow& issue : list(connection, userId, {.limit = 100})) {
        const bool concerned = !tokenId || issue.tokenId == tokenId;
        if (concerned && stateOf(issue, now) == EmergencyCodeState::Active) {
            ids.append(issue.id);
            cancel(connection, issue.id, now);
        }
    }
    return ids;
}

} // namespace holdfast::authentication::emergency
