// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/offline_voiding.h"

#include "services/authentication/domain/offline_policy.h"
#include "services/authentication/domain/offline_reasons.h"
#include "services/authentication/store/offline_set_row.h"

#include <QSet>

#include <map>

namespace holdfast::authentication::offlineSets {

using contract::Timestamp;
using contract::toMilliseconds;
using storage::Connection;

namespace {

struct Fate
{
    qint64 id;
    QString reason;
};

Voided follow(Connection& connection, const QString& condition, const QVariantList& values, Timestamp now)
{
    const auto snapshot = PolicySnapshot::of(connection);
    std::map<std::pair<qint64, qint64>, contract::OfflinePolicy> effective;
    std::vector<Fate> fates;
    QSet<qint64> people;
    QSet<qint64> workstations;
    Voided voided;
    {
        auto rows = connection.select(
            QStringLiteral(
                "SELECT s.id, s.user_id, s.workstation_id, u.domain_id, w.domain_id, s.mark,"
                " s.pin_style, s.passcode_length, s.digits, s.interval_seconds, s.void_reason, s.replaced_by"
                " FROM offline_sets s JOIN users u ON u.id = s.user_id"
                " JOIN workstations w ON w.id = s.workstation_id"
                " WHERE s.expires_at > ? AND s.revoked_at IS NULL AND w.revoked_at IS NULL")
                + condition,
            QVariantList {toMilliseconds(now)} + values);
        while (rows.next()) {
            const std::pair domains(rows.integer(3), rows.integer(4));
            auto known = effective.find(domains);
            if (known == effective.end()) {
                known = effective
                            .emplace(domains,
                                     stricter(*snapshot->offline(domains.first).policy,
                                              *snapshot->offline(domains.second).policy))
                            .first;
            }
            OfflineSetRow row;
            row.mark = rows.text(5);
            row.pinStyle = contract::enumValue<contract::PinStyle>(rows.text(6)).value_or(row.pinStyle);
            row.passcodeLength = static_cast<int>(rows.integer(7));
            row.digits = static_cast<int>(rows.integer(8));
            row.intervalSeconds = static_cast<int>(rows.integer(9));
            const QString before = rows.text(10);
            QString reason = fateUnder(known->second, row);
            if (reason == before) {
                continue;
            }
            // What is wrong with it for another reason stays so.
            static const QSet<QString> ofPolicies {QString(),
                                                   QString(offline_reason::policyChanged),
                                                   QString(offline_reason::offlineDisabled),
                                                   QString(offline_reason::passcodeTooShort),
                                                   QString(offline_reason::pinpadNotAllowed),
                                                   QString(offline_reason::pinlessNotAllowed)};
            if (!ofPolicies.contains(before)) {
                continue;
            }
            if (before.isEmpty() && rows.isNull(11)) { // one that was replaced is nobody's loss
                ++voided.sets;
                people.insert(rows.integer(1));
                workstations.insert(rows.integer(2));
            }
            fates.push_back({rows.integer(0), std::move(reason)});
        }
    }
    for (const Fate& fate : fates) {
        setVoid(connection, fate.id, fate.reason);
    }
    voided.people = people.size();
    voided.workstations = workstations.size();
    return voided;
}

} // namespace

QString fateUnder(const contract::OfflinePolicy& policy, const OfflineSetRow& row)
{
    const PasscodeVerdict verdict =
        passcodeVerdict(policy,
                        {.style = row.pinStyle,
                         .digits = row.digits,
                         .pinLength = row.pinStyle == contract::PinStyle::BeforeCode
                             ? std::optional(row.passcodeLength - row.digits)
                             : std::nullopt});
    if (verdict.answer == PasscodeVerdict::Answer::Refused) {
        return verdict.reason;
    }
    return offlineMark(policy, row.pinStyle, row.counts()) == row.mark
        ? QString()
        : QString(offline_reason::policyChanged);
}

Voided followPolicies(Connection& connection, Timestamp now)
{
    return follow(connection, QString(), {}, now);
}

Voided followPoliciesOfUser(Connection& connection, qint64 userId, Timestamp now)
{
    return follow(connection, QStringLiteral(" AND s.user_id = ?"), {userId}, now);
}

Voided followPoliciesOfWorkstation(Connection& connection, qint64 workstationId, Timestamp now)
{
    return follow(connection, QStringLiteral(" AND s.workstation_id = ?"), {workstationId}, now);
}

Voided takeNamesBack(Connection& connection, qint64 userId, Timestamp now)
{
    Voided voided;
    QSet<qint64> workstations;
    {
        auto rows = connection.select(
            QStringLiteral("SELECT workstation_id FROM offline_sets WHERE user_id = ? AND expires_at > ?"
                           " AND revoked_at IS NULL AND replaced_by IS NULL AND void_reason = ''"),
            {userId, toMilliseconds(now)});
        while (rows.next()) {
            ++voided.sets;
            workstations.insert(rows.integer(0));
        }
    }
    connection.change(
        QStringLiteral("UPDATE offline_sets SET void_reason = ? WHERE user_id = ? AND expires_at > ?"
                       " AND void_reason <> ?"),
        {QString(offline_reason::userRenamed), userId, toMilliseconds(now),
         QString(offline_reason::pinCleared)});
    voided.people = voided.sets > 0 ? 1 : 0;
    voided.workstations = workstations.size();
    return voided;
}

void takePinBack(Connection& connection, qint64 tokenId)
{
    connection.change(
        QStringLiteral("UPDATE offline_sets SET void_reason = ? WHERE token_id = ? AND revoked_at IS NULL"
                       " AND void_reason NOT IN ('not_held', 'not_received', 'damaged')"),
        {QString(offline_reason::pinCleared), tokenId});
}

void givePinBack(Connection& connection, qint64 tokenId)
{
    connection.change(
        QStringLiteral("UPDATE offline_sets SET void_reason = '' WHERE token_id = ? AND void_reason = ?"),
        {tokenId, QString(offline_reason::pinCleared)});
    follow(connection, QStringLiteral(" AND s.token_id = ?"), {tokenId}, {});
}

bool eachValid(Connection& connection, Timestamp now, int limit,
               const std::function<void(const OfflineSetRow&)>& see)
{
    auto rows = connection.select(
        offlineSetSelection()
            + QStringLiteral(" WHERE s.replaced_by IS NULL AND %1 = '' LIMIT ?").arg(offlineSetReason()),
        {toMilliseconds(now), limit + 1});
    for (int seen = 0; rows.next(); ++seen) {
        if (seen == limit) {
            return false;
        }
        see(readOfflineSetRow(rows));
    }
    return true;
}

} // namespace holdfast::authentication::offlineSets
