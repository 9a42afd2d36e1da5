// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/workstations.h"

#include "services/authentication/store/canonical.h"
#include "services/authentication/store/offline_voiding.h"
#include "services/authentication/store/workstation_row.h"

namespace holdfast::authentication {

using contract::Result;
using contract::Timestamp;
using contract::toMilliseconds;
using contract::WorkstationState;

WorkstationState stateOf(const WorkstationRow& row, const PolicySnapshot& policies, Timestamp now)
{
    if (row.revokedAt) {
        return WorkstationState::Revoked;
    }
    const std::chrono::days lasts {policies.offline(row.domainId).policy->offlineDays};
    return now - row.lastContactAt.value_or(row.enrolledAt) > lasts ? WorkstationState::Silent
                                                                    : WorkstationState::Active;
}

contract::Workstation toWorkstation(const WorkstationRow& row, const PolicySnapshot& policies, int people,
                                    Timestamp now)
{
    contract::Workstation shown;
    shown.id = QString::number(row.id);
    shown.name = row.name;
    shown.domain = row.domain;
    shown.state = stateOf(row, policies, now);
    shown.keyProtection = row.keyProtection;
    shown.system = row.system;
    shown.agentVersion = row.agentVersion;
    shown.notes = row.notes;
    shown.enrolledAt = row.enrolledAt;
    shown.enrolledBy = row.enrolledBy;
    shown.lastContactAt = row.lastContactAt;
    shown.lastAddress = row.lastAddress;
    shown.clockOffsetSeconds = row.clockOffsetSeconds;
    shown.revokedAt = row.revokedAt;
    shown.revokedBy = row.revokedBy;
    shown.stolen = row.stolen;
    shown.people = people;
    const contract::OfflinePolicy& offline = *policies.offline(row.domainId).policy;
    shown.challengesAllowed = offline.enabled && offline.allowChallenges;
    shown.version = row.version;
    return shown;
}

QString workstationSelection()
{
    return QStringLiteral(
        "SELECT w.id, w.name, w.domain_id, d.path, w.signing_key, w.agreement_key, w.key_protection, "
        "w.system,"
        " w.agent_version, w.notes, w.enrolled_at, w.enrolled_by, w.last_contact_at, w.last_address,"
        " w.clock_offset_seconds, w.revoked_at, w.revoked_by, w.stolen, w.events_known, w.version"
        " FROM workstations w JOIN domains d ON d.id = w.domain_id");
}

WorkstationRow readWorkstationRow(const storage::Connection::Rows& rows)
{
    WorkstationRow row;
    row.id = rows.integer(0);
    row.name = rows.text(1);
    row.domainId = rows.integer(2);
    row.domain = rows.text(3);
    row.signingKey = rows.bytes(4);
    row.agreementKey = rows.bytes(5);
    row.keyProtection =
        contract::enumValue<contract::KeyProtection>(rows.text(6)).value_or(contract::KeyProtection::File);
    row.system = rows.text(7);
    row.agentVersion = rows.text(8);
    row.notes = rows.text(9);
    row.enrolledAt = contract::fromMilliseconds(rows.integer(10));
    row.enrolledBy = rows.text(11);
    if (rows.integer(12) > 0) {
        row.lastContactAt = contract::fromMilliseconds(rows.integer(12));
    }
    row.lastAddress = rows.text(13);
    if (!rows.isNull(14)) {
        row.clockOffsetSeconds = static_cast<int>(rows.integer(14));
    }
    if (!rows.isNull(15)) {
        row.revokedAt = contract::fromMilliseconds(rows.integer(15));
    }
    row.revokedBy = rows.text(16);
    row.stolen = rows.boolean(17);
    row.eventsKnown = rows.integer(18);
    row.version = rows.integer(19);
    return row;
}

namespace workstations {

namespace {

Result<void> checkWorkstationName(storage::Connection& connection, const QString& name, qint64 self)
{
    if (canonicalName(name).isEmpty()) {
        return contract::invalidField(QStringLiteral("name"), QStringLiteral("required"),
                                      QStringLiteral("A workstation needs a name."));
    }
    const auto other = findLiving(connection, name);
    if (other && other->id != self) {
        return contract::failure(contract::ErrorKind::Conflict, QStringLiteral("workstation_name_taken"),
                                 QStringLiteral("Another workstation has the name %1.").arg(other->name));
    }
    return {};
}

} // namespace

std::optional<WorkstationRow> find(storage::Connection& connection, qint64 id)
{
    auto rows = connection.select(workstationSelection() + QStringLiteral(" WHERE w.id = ?"), {id});
    return rows.next() ? std::optional(readWorkstationRow(rows)) : std::nullopt;
}

std::optional<WorkstationRow> findLiving(storage::Connection& connection, const QString& name)
{
    auto rows = connection.select(workstationSelection()
                                      + QStringLiteral(" WHERE w.name_key = ? AND w.revoked_at IS NULL"),
                                  {canonicalName(name)});
    return rows.next() ? std::optional(readWorkstationRow(rows)) : std::nullopt;
}

Result<WorkstationRow> insert(storage::Connection& connection, const WorkstationRow& row)
{
    if (auto checked = checkWorkstationName(connection, row.name, 0); !checked) {
        return contract::Unexpected(checked.error());
    }
    const QString name = row.name.trimmed();
    const qint64 id = connection.insert(
        QStringLiteral("INSERT INTO workstations (name, name_key, domain_id, signing_key, agreement_key,"
                       " key_protection, system, agent_version, notes, enrolled_at, enrolled_by)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {name, canonicalName(name), row.domainId, row.signingKey, row.agreementKey,
         contract::enumName(row.keyProtection), row.system, row.agentVersion, row.notes,
         toMilliseconds(row.enrolledAt), row.enrolledBy});
    return *find(connection, id);
}

Result<offlineSets::Voided> update(storage::Connection& connection, const WorkstationRow& row, Timestamp now)
{
    const QString name = row.name.trimmed();
    // The name of a revoked one is history, which others may have had since.
    if (!row.revokedAt) {
        if (auto checked = checkWorkstationName(connection, name, row.id); !checked) {
            return contract::Unexpected(checked.error());
        }
    }
    connection.change(
        QStringLiteral("UPDATE workstations SET name = ?, name_key = ?, domain_id = ?, notes = ?,"
                       " version = version + 1 WHERE id = ?"),
        {name, canonicalName(name), row.domainId, row.notes, row.id});
    return offlineSets::followPoliciesOfWorkstation(connection, row.id, now);
}

void revoke(storage::Connection& connection, qint64 id, const QString& by, bool stolen, Timestamp now)
{
    connection.change(
        QStringLiteral("UPDATE workstations SET revoked_at = COALESCE(revoked_at, ?), revoked_by = ?,"
                       " stolen = ?, version = version + 1 WHERE id = ?"),
        {toMilliseconds(now), by, stolen, id});
}

int clockOffset(Timestamp workstation, Timestamp service)
{
    constexpr qint64 most = 10LL * 366 * 24 * 3600;
    const qint64 milliseconds = toMilliseconds(workstation) - toMilliseconds(service);
    return static_cast<int>(std::clamp(milliseconds / 1000, -most, most));
}

void noteContact(storage::Connection& connection, qint64 id, Timestamp at, const QString& address,
                 int signedOffsetSeconds)
{
    connection.change(
        QStringLiteral("UPDATE workstations SET last_contact_at = ?, last_address = ?,"
                       " clock_offset_seconds = CASE"
                       " WHEN clock_offset_seconds IS NULL OR ABS(clock_offset_seconds) < ABS(?) THEN ?"
                       " ELSE clock_offset_seconds END WHERE id = ? AND last_contact_at <= ?"),
        {toMilliseconds(at), address, signedOffsetSeconds, signedOffsetSeconds, id, toMilliseconds(at)});
}

void noteClock(storage::Connection& connection, qint64 id, int offsetSeconds)
{
    connection.change(QStringLiteral("UPDATE workstations SET clock_offset_seconds = ? WHERE id = ?"),
                      {offsetSeconds, id});
}

void describe(storage::Connection& connection, qint64 id, const QString& system, const QString& agentVersion)
{
    connection.change(QStringLiteral("UPDATE workstations SET system = ?, agent_version = ? WHERE id = ?"
                                     " AND (system <> ? OR agent_version <> ?)"),
                      {system, agentVersion, id, system, agentVersion});
}

void setEventsKnown(storage::Connection& connection, qint64 id, qint64 sequence)
{
    connection.change(
        QStringLiteral("UPDATE workstations SET events_known = ? WHERE id = ? AND events_known < ?"),
        {sequence, id, sequence});
}

int challengesAnswered(storage::Connection& connection, qint64 id, Timestamp since)
{
    auto rows = connection.select(
        QStringLiteral("SELECT COUNT(*) FROM challenge_answers WHERE workstation_id = ? AND answered_at > ?"),
        {id, toMilliseconds(since)});
    return rows.next() ? static_cast<int>(rows.integer(0)) : 0;
}

void noteChallenge(storage::Connection& connection, qint64 id, const ChallengedPerson& person, Timestamp now)
{
    // A workstation may be without a network for long before it tells of the logon.
    constexpr std::chrono::days kept {100};
    connection.change(
        QStringLiteral("DELETE FROM challenge_answers WHERE workstation_id = ? AND answered_at < ?"),
        {id, toMilliseconds(now - kept)});
    connection.insert(
        QStringLiteral("INSERT INTO challenge_answers (workstation_id, user_id, user_name,"
                       " user_key, answered_at) VALUES (?, ?, ?, ?, ?)"),
        {id, person.userId, person.userName, canonicalName(person.userName), toMilliseconds(now)});
}

std::optional<ChallengedPerson> takeChallenge(storage::Connection& connection, qint64 id,
                                              const QString& userName, Timestamp at)
{
    constexpr std::chrono::hours good {2};
    ChallengedPerson person;
    qint64 answer = 0;
    {
        auto rows = connection.select(
            QStringLiteral("SELECT id, user_id, user_name FROM challenge_answers WHERE workstation_id = ?"
                           " AND answered_at >= ? AND answered_at <= ? AND user_key = ? AND used_at IS NULL"
                           " ORDER BY answered_at LIMIT 1"),
            {id, toMilliseconds(at - good), toMilliseconds(at + good), canonicalName(userName)});
        if (!rows.next()) {
            return std::nullopt;
        }
        answer = rows.integer(0);
        person = {rows.integer(1), rows.text(2)};
    }
    connection.change(QStringLiteral("UPDATE challenge_answers SET used_at = ? WHERE id = ?"),
                      {toMilliseconds(at), answer});
    return person;
}

} // namespace workstations

} // namespace holdfast::authentication
