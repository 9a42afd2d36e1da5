// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/offline_sets.h"

#include "services/authentication/store/offline_set_row.h"

namespace holdfast::authentication {

using contract::OfflineSetState;
using contract::Timestamp;
using contract::toMilliseconds;
using storage::Connection;

namespace {

constexpr double hoursOfDay = 24.0;

std::optional<Timestamp> setMoment(const Connection::Rows& rows, int column)
{
    return rows.isNull(column) ? std::nullopt
                               : std::optional(contract::fromMilliseconds(rows.integer(column)));
}

std::optional<int> smallNumber(const Connection::Rows& rows, int column)
{
    return rows.isNull(column) ? std::nullopt : std::optional(static_cast<int>(rows.integer(column)));
}

std::vector<OfflineSetRow> readSets(Connection& connection, const QString& condition,
                                    const QVariantList& more, Timestamp now)
{
    std::vector<OfflineSetRow> sets;
    auto rows = connection.select(offlineSetSelection() + QStringLiteral(" WHERE ") + condition,
                                  QVariantList {toMilliseconds(now)} + more);
    while (rows.next()) {
        sets.push_back(readOfflineSetRow(rows));
    }
    return sets;
}

} // namespace

const QString& offlineSetReason()
{
    // What is over does no harm whatever else is wrong with it; a stolen one still might. That a leaver's
    // data lie there weighs more than that the policy was changed.
    static const QString reason = QStringLiteral(
        "CASE WHEN w.revoked_at IS NOT NULL AND w.stolen = 1 THEN 'stolen'"
        " WHEN s.revoked_at IS NOT NULL OR w.revoked_at IS NOT NULL THEN 'revoked'"
        " WHEN s.expires_at <= n.at THEN 'expired'"
        " WHEN s.void_reason IN ('not_held', 'not_received', 'damaged') THEN s.void_reason"
        " WHEN u.id IS NULL THEN 'user_deleted'"
        " WHEN u.enabled = 0 THEN 'account_disabled'"
        " WHEN u.ends_at <= n.at THEN 'account_ended'"
        " WHEN s.void_reason <> '' THEN s.void_reason"
        " WHEN u.name_key <> s.user_key THEN 'user_renamed'"
        " WHEN t.id IS NULL OR t.user_id IS NULL OR t.user_id <> s.user_id"
        " OR COALESCE(t.assigned_at, 0) <> s.assigned_at THEN 'token_changed'"
        " WHEN t.enabled = 0 THEN 'token_disabled'"
        " WHEN t.lost_at IS NOT NULL THEN 'token_lost'"
        " WHEN t.expires_at <= n.at THEN 'token_expired'"
        " WHEN COALESCE(t.pin_set_at, 0) <> s.pin_set_at OR t.pin_state NOT IN ('set', 'notRequired')"
        " OR t.pin_style <> s.pin_style THEN 'pin_changed' ELSE '' END");
    return reason;
}

const QString& offlineSetSource()
{
    static const QString source =
        QStringLiteral(" FROM offline_sets s JOIN (SELECT CAST(? AS BIGINT) AS at) n ON 1 = 1"
                       " JOIN workstations w ON w.id = s.workstation_id"
                       " LEFT JOIN users u ON u.id = s.user_id LEFT JOIN tokens t ON t.id = s.token_id"
                       " LEFT JOIN domains d ON d.id = COALESCE(u.domain_id, s.user_domain_id)");
    return source;
}

const QString& offlineSetSelection()
{
    static const QString selection =
        QStringLiteral(
            "SELECT s.id, s.wire_id, s.user_id, COALESCE(u.name, s.user_name), s.user_key, "
            "COALESCE(u.display_name, ''),"
            " COALESCE(u.domain_id, s.user_domain_id), COALESCE(d.path, '/'), s.token_id, s.token_serial,"
            " s.workstation_id, w.name, w.name_key, w.domain_id, s.policy_id, s.policy_name, "
            "s.policy_version,"
            " s.mark, s.pin_style, s.passcode_length, s.digits, s.interval_seconds, s.pin_set_at, "
            "s.assigned_at,"
            " s.first_step, s.last_step, s.days, s.issued_at, s.expires_at, s.refill, s.refill_wanted,"
            " s.extra_days, s.held_at, s.reported_at, s.reported_hours, s.reported_step, s.reported_failures,"
            " s.verify_milliseconds, w.last_contact_at, s.replaced_by, ")
        + offlineSetReason() + QStringLiteral(", ") + offlineSetEnd(QStringLiteral("s."))
        + offlineSetSource();
    return selection;
}

OfflineSetRow readOfflineSetRow(const Connection::Rows& rows)
{
    int column = 0;
    OfflineSetRow row;
    row.id = rows.integer(column++);
    row.wireId = rows.text(column++);
    row.userId = rows.integer(column++);
    row.userName = rows.text(column++);
    row.userKey = rows.text(column++);
    row.userDisplayName = rows.text(column++);
    row.userDomainId = rows.integer(column++);
    row.domain = rows.text(column++);
    row.tokenId = rows.integer(column++);
    row.tokenSerial = rows.text(column++);
    row.workstationId = rows.integer(column++);
    row.workstationName = rows.text(column++);
    row.workstationKey = rows.text(column++);
    row.workstationDomainId = rows.integer(column++);
    row.policyId = rows.integer(column++);
    row.policyName = rows.text(column++);
    row.policyVersion = rows.integer(column++);
    row.mark = rows.text(column++);
    row.pinStyle =
        contract::enumValue<contract::PinStyle>(rows.text(column++)).value_or(contract::PinStyle {});
    row.passcodeLength = static_cast<int>(rows.integer(column++));
    row.digits = static_cast<int>(rows.integer(column++));
    row.intervalSeconds = static_cast<int>(rows.integer(column++));
    row.pinSetAt = rows.integer(column++);
    row.assignedAt = rows.integer(column++);
    row.firstStep = rows.integer(column++);
    row.lastStep = rows.integer(column++);
    row.days = static_cast<int>(rows.integer(column++));
    row.issuedAt = contract::fromMilliseconds(rows.integer(column++));
    row.expiresAt = contract::fromMilliseconds(rows.integer(column++));
    row.refill = contract::enumValue<contract::OfflineRefill>(rows.text(column++))
                     .value_or(contract::OfflineRefill::Logon);
    row.refillWanted = rows.boolean(column++);
    row.extraDays = static_cast<int>(rows.integer(column++));
    row.heldAt = setMoment(rows, column++);
    row.reportedAt = setMoment(rows, column++);
    if (!rows.isNull(column)) {
        row.daysReported = static_cast<double>(rows.integer(column)) / hoursOfDay;
    }
    row.reportedStep = rows.optionalInteger(++column);
    row.failures = smallNumber(rows, ++column);
    row.verifyMilliseconds = smallNumber(rows, ++column);
    if (rows.integer(++column) > 0) {
        row.lastContactAt = contract::fromMilliseconds(rows.integer(column));
    }
    row.replacedBy = rows.optionalInteger(++column);
    row.reason = rows.text(++column);
    row.ends = rows.integer(++column);
    return row;
}

OfflineSetState OfflineSetRow::state() const
{
    if (reason.isEmpty()) {
        return OfflineSetState::Valid;
    }
    if (reason == QLatin1String("expired")) {
        return OfflineSetState::Expired;
    }
    return reason == QLatin1String("revoked") || reason == QLatin1String("stolen") ? OfflineSetState::Revoked
                                                                                   : OfflineSetState::Void;
}

double OfflineSetRow::daysLeft(Timestamp now) const
{
    using Days = std::chrono::duration<double, std::ratio<86400>>;
    return reason.isEmpty() ? std::max(0.0, Days(expiresAt - now).count()) : 0.0;
}

} // namespace holdfast::authentication

namespace holdfast::authentication::offlineSets {

GrantedTokens tokensGrantedTo(Connection& connection, qint64 workstationId, Timestamp now)
{
    // The codes of a time token end with the last step, which is a little later than the set.
    GrantedTokens granted;
    auto rows = connection.select(
        QStringLiteral("SELECT t.serial, s.expires_at, (s.last_step + 1) * s.interval_seconds * 1000"
                       " FROM offline_sets s JOIN tokens t ON t.id = s.token_id WHERE s.workstation_id = ?"
                       " AND (s.expires_at > ? OR (s.last_step + 1) * s.interval_seconds * 1000 > ?"
                       " OR (s.interval_seconds = 0 AND t.last_step < s.last_step)) ORDER BY t.serial"),
        {workstationId, toMilliseconds(now), toMilliseconds(now)});
    while (rows.next()) {
        if (granted.serials.isEmpty() || granted.serials.last() != rows.text(0)) {
            granted.serials << rows.text(0);
        }
        const auto end = contract::fromMilliseconds(std::max(rows.integer(1), rows.integer(2)));
        granted.until = std::max(granted.until.value_or(end), end);
    }
    return granted;
}

std::optional<StolenGrant> stolenGrantOf(Connection& connection, qint64 tokenId, Timestamp now)
{
    std::optional<StolenGrant> grant;
    auto rows = connection.select(
        QStringLiteral("SELECT w.name, s.interval_seconds, s.expires_at,"
                       " (s.last_step + 1) * s.interval_seconds * 1000 FROM offline_sets s"
                       " JOIN workstations w ON w.id = s.workstation_id AND w.stolen = 1"
                       " JOIN tokens t ON t.id = s.token_id WHERE s.token_id = ? AND CASE s.interval_seconds"
                       " WHEN 0 THEN t.last_step < s.last_step"
                       " ELSE s.expires_at > ? OR (s.last_step + 1) * s.interval_seconds * 1000 > ? END"),
        {tokenId, toMilliseconds(now), toMilliseconds(now)});
    while (rows.next()) {
        if (rows.integer(1) == 0) {
            return StolenGrant {.workstation = rows.text(0)};
        }
        const auto end = contract::fromMilliseconds(std::max(rows.integer(2), rows.integer(3)));
        if (!grant || *grant->until < end) {
            grant = StolenGrant {rows.text(0), end};
        }
    }
    return grant;
}

QHash<qint64, int> peopleOn(Connection& connection, const std::vector<qint64>& workstationIds, Timestamp now)
{
    QHash<qint64, int> people;
    static const QString sql = QStringLiteral("SELECT COUNT(DISTINCT s.user_id)") + offlineSetSource()
        + QStringLiteral(" WHERE s.workstation_id = ? AND ") + offlineSetReason() + QStringLiteral(" = ''");
    for (const qint64 id : workstationIds) {
        auto rows = connection.select(sql, {toMilliseconds(now), id});
        people.insert(id, rows.next() ? static_cast<int>(rows.integer(0)) : 0);
    }
    return people;
}

std::optional<OfflineSetRow> find(Connection& connection, qint64 id, Timestamp now)
{
    auto found = readSets(connection, QStringLiteral("s.id = ?"), {id}, now);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::optional<OfflineSetRow> currentOf(Connection& connection, const OfflineSetRow& row, Timestamp now)
{
    auto found = readSets(connection,
                          QStringLiteral("s.workstation_id = ? AND s.user_id = ? AND s.token_id = ?"
                                         " AND s.replaced_by IS NULL ORDER BY s.id DESC LIMIT 1"),
                          {row.workstationId, row.userId, row.tokenId}, now);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<OfflineSetRow> ofWorkstation(Connection& connection, qint64 workstationId, Timestamp now)
{
    return readSets(connection, QStringLiteral("s.workstation_id = ? ORDER BY s.id"), {workstationId}, now);
}

std::vector<OfflineSetRow> ofUserAt(Connection& connection, qint64 userId, qint64 workstationId,
                                    Timestamp now)
{
    return readSets(connection,
                    QStringLiteral("s.user_id = ? AND s.workstation_id = ? AND s.replaced_by IS NULL"
                                   " ORDER BY s.id LIMIT 100"),
                    {userId, workstationId}, now);
}

std::vector<OfflineSetRow> ofUser(Connection& connection, qint64 userId, Timestamp now)
{
    return readSets(
        connection,
        QStringLiteral("s.user_id = ? AND s.replaced_by IS NULL ORDER BY w.name_key, s.id LIMIT 100"),
        {userId}, now);
}

qint64 insert(Connection& connection, const OfflineSetRow& row)
{
    const qint64 id = connection.insert(
        QStringLiteral(
            "INSERT INTO offline_sets (wire_id, user_id, user_name, user_key, user_domain_id, token_id,"
            " token_serial, workstation_id, policy_id, policy_name, policy_version, mark, pin_style,"
            " passcode_length, digits, interval_seconds, pin_set_at, assigned_at, first_step, last_step, "
            "days,"
            " issued_at, expires_at, refill)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {row.wireId,
         row.userId,
         row.userName,
         row.userKey,
         row.userDomainId,
         row.tokenId,
         row.tokenSerial,
         row.workstationId,
         row.policyId,
         row.policyName,
         row.policyVersion,
         row.mark,
         contract::enumName(row.pinStyle),
         row.passcodeLength,
         row.digits,
         row.intervalSeconds,
         row.pinSetAt,
         row.assignedAt,
         row.firstStep,
         row.lastStep,
         row.days,
         toMilliseconds(row.issuedAt),
         toMilliseconds(row.expiresAt),
         contract::enumName(row.refill)});
    const QVariantList before {row.workstationId, row.userId, row.tokenId, id};
    const QString replaced = QStringLiteral(" WHERE workstation_id = ? AND user_id = ? AND token_id = ?"
                                            " AND id < ? AND replaced_by IS NULL");
    qint64 extraDays = 0;
    bool wanted = false;
    {
        auto rows = connection.select(
            QStringLiteral("SELECT MAX(extra_days), MAX(refill_wanted) FROM offline_sets") + replaced,
            before);
        if (rows.next()) {
            extraDays = rows.optionalInteger(0).value_or(0);
            wanted = rows.optionalInteger(1).value_or(0) != 0;
        }
    }
    const bool moreDays = extraDays > row.extraDays;
    if (moreDays || (wanted && !row.refillWanted)) {
        wantRefill(connection, id, moreDays ? static_cast<int>(extraDays) : 0);
    }
    connection.change(QStringLiteral("UPDATE offline_sets SET replaced_by = ?") + replaced,
                      QVariantList {id} + before);
    return id;
}

bool report(Connection& connection, const OfflineSetRow& row, const contract::HeldSet& held, Timestamp now)
{
    const double days = std::clamp(held.daysLeft, 0.0, 100.0);
    connection.change(
        QStringLiteral(
            "UPDATE offline_sets SET held_at = COALESCE(held_at, ?), reported_at = ?,"
            " reported_hours = ?, reported_step = ?, reported_failures = ?,"
            " verify_milliseconds = COALESCE(?, verify_milliseconds), void_reason = CASE WHEN void_reason"
            " IN ('not_held', 'not_received', 'damaged') THEN '' ELSE void_reason END,"
            " refill_wanted = CASE WHEN replaced_by < id THEN 1 ELSE refill_wanted END WHERE id = ?"),
        {toMilliseconds(now), toMilliseconds(now), static_cast<qint64>(days * hoursOfDay + 0.001),
         held.lastStep, held.failures, storage::orNull(held.verifyMilliseconds), row.id});
    return row.reason == QLatin1String("not_held") || row.reason == QLatin1String("not_received")
        || row.reason == QLatin1String("damaged");
}

void settle(Connection& connection, const OfflineSetRow& row)
{
    const QVariantList place {row.workstationId, row.userId, row.tokenId, row.id};
    const QString here = QStringLiteral(" WHERE workstation_id = ? AND user_id = ? AND token_id = ? AND ");
    // Whatever the new one does not cover stays granted until it is over.
    connection.change(QStringLiteral("DELETE FROM offline_sets") + here
                          + QStringLiteral("id < ? AND expires_at <= ? AND last_step <= ?"),
                      place + QVariantList {toMilliseconds(row.expiresAt), row.lastStep});
    std::optional<qint64> extraDays;
    {
        auto rows =
            connection.select(QStringLiteral("SELECT MAX(extra_days) FROM offline_sets") + here
                                  + QStringLiteral("id > ? AND refill_wanted = 1 AND replaced_by IS NULL"),
                              place);
        extraDays = rows.next() ? rows.optionalInteger(0) : std::nullopt;
    }
    if (extraDays) {
        wantRefill(connection, row.id, static_cast<int>(std::max<qint64>(*extraDays, row.extraDays)));
    }
    connection.change(QStringLiteral("UPDATE offline_sets SET replaced_by = ?, void_reason = CASE void_reason"
                                     " WHEN '' THEN 'not_received' ELSE void_reason END")
                          + here + QStringLiteral("id > ?"),
                      QVariantList {row.id} + place);
    connection.change(QStringLiteral("UPDATE offline_sets SET replaced_by = NULL WHERE id = ?"), {row.id});
    // What travelled with it is there; what only travelled with others is not.
    connection.change(QStringLiteral("DELETE FROM offline_codes") + here
                          + QStringLiteral("(last_set_id < ? OR first_set_id > ?)"),
                      place + QVariantList {row.id});
    connection.change(
        QStringLiteral("UPDATE offline_codes SET last_set_id = ?, held_at = COALESCE(held_at, ?)") + here
            + QStringLiteral("first_set_id <= ?"),
        QVariantList {row.id, toMilliseconds(row.reportedAt.value_or(row.issuedAt))} + place);
}

void setVoid(Connection& connection, qint64 id, const QString& reason)
{
    connection.change(QStringLiteral("UPDATE offline_sets SET void_reason = ? WHERE id = ?"), {reason, id});
}

void wantRefill(Connection& connection, qint64 id, int extraDays)
{
    connection.change(
        QStringLiteral("UPDATE offline_sets SET refill_wanted = 1, extra_days = CASE WHEN ? > 0 THEN ?"
                       " ELSE extra_days END WHERE id = ?"),
        {extraDays, extraDays, id});
}

void revoke(Connection& connection, const OfflineSetRow& row, const QString& by, Timestamp now)
{
    connection.change(QStringLiteral("UPDATE offline_sets SET revoked_at = ?, revoked_by = ?"
                                     " WHERE workstation_id = ? AND user_id = ? AND token_id = ?"
                                     " AND revoked_at IS NULL"),
                      {toMilliseconds(now), by, row.workstationId, row.userId, row.tokenId});
}

namespace {

// With their codes, where those are of no other set. How many.
qsizetype forgetSets(Connection& connection, const QString& condition, const QVariantList& values)
{
    struct Gone
    {
        QVariant id;
        QVariantList place;
    };
    std::vector<Gone> gone;
    {
        auto rows = connection.select(
            QStringLiteral("SELECT id, workstation_id, user_id, token_id FROM offline_sets WHERE ")
                + condition,
            values);
        while (rows.next()) {
            gone.push_back({rows.integer(0), {rows.integer(1), rows.integer(2), rows.integer(3)}});
        }
    }
    for (const Gone& set : gone) {
        connection.change(QStringLiteral("DELETE FROM offline_sets WHERE id = ?"), {set.id});
        connection.change(
            QStringLiteral(
                "DELETE FROM offline_codes WHERE workstation_id = ? AND user_id = ? AND token_id = ?"
                " AND NOT EXISTS (SELECT 1 FROM offline_sets s"
                " WHERE s.workstation_id = offline_codes.workstation_id"
                " AND s.user_id = offline_codes.user_id AND s.token_id = offline_codes.token_id)"),
            set.place);
    }
    return static_cast<qsizetype>(gone.size());
}

} // namespace

bool forgetOld(Connection& connection, Timestamp now, int atOnce)
{
    bool more = false;
    const auto count = [&](qint64 gone) {
        more = more || gone >= atOnce;
    };
    const qint64 over = toMilliseconds(now - std::chrono::days(1));
    // One that is shown as expired stays for a while, so that the board can tell whom it left without.
    const qint64 longOver = toMilliseconds(now - std::chrono::days(30));
    // Of a token that counts uses a workstation that was stolen has its codes for as long.
    const QString oldest =
        QStringLiteral(" AND expires_at <= ? AND NOT (interval_seconds = 0 AND EXISTS (SELECT 1 FROM tokens t"
                       " WHERE t.id = offline_sets.token_id AND t.last_step < offline_sets.last_step))"
                       " ORDER BY expires_at LIMIT ?");
    count(forgetSets(connection, QStringLiteral("replaced_by IS NOT NULL") + oldest, {over, atOnce}));
    count(forgetSets(connection, QStringLiteral("replaced_by IS NULL") + oldest, {longOver, atOnce}));
    // That one was read out is what a logon with it is compared with, which may be told of late.
    count(connection.change(
        QStringLiteral("DELETE FROM offline_codes WHERE id IN (SELECT id FROM offline_codes"
                       " WHERE expires_at <= CASE WHEN read_at IS NULL THEN ? ELSE ? END AND expires_at <= ?"
                       " ORDER BY expires_at LIMIT ?)"),
        {over, longOver, over, atOnce}));
    // A step is of a set that was there when it was used. Those of before all sets that still count are not
    // looked up one by one.
    qint64 used = over;
    {
        auto rows = connection.select(
            QStringLiteral(
                "SELECT issued_at FROM offline_sets WHERE expires_at + 0 > ? ORDER BY issued_at LIMIT 1"),
            {over});
        if (rows.next()) {
            used = std::min(used, rows.integer(0) - std::chrono::milliseconds(std::chrono::days(1)).count());
        }
    }
    count(connection.change(
        QStringLiteral("DELETE FROM offline_steps WHERE (token_id, step, workstation_id) IN"
                       " (SELECT o.token_id, o.step, o.workstation_id FROM offline_steps o WHERE o.at <= ?"
                       " AND NOT EXISTS (SELECT 1 FROM offline_sets s WHERE s.token_id = o.token_id"
                       " AND s.last_step >= o.step AND s.first_step <= o.step AND s.expires_at > ?)"
                       " ORDER BY o.at LIMIT ?)"),
        {used, over, atOnce}));
    return more;
}

} // namespace holdfast::authentication::offlineSets
