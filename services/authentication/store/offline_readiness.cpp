// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/offline_readiness.h"

#include "services/authentication/domain/offline_fates.h"
#include "services/authentication/domain/offline_policy.h"
#include "services/authentication/domain/offline_reasons.h"
#include "services/authentication/store/offline_set_row.h"
#include "services/authentication/store/workstations.h"

#include <QSet>

namespace holdfast::authentication::offlineSets {

using contract::OfflineReadiness;
using contract::Timestamp;
using contract::toMilliseconds;
using storage::Connection;

namespace {

bool isLeaver(const QString& reason)
{
    return reason == offline_reason::userDeleted || reason == reason::accountDisabled
        || reason == reason::accountEnded;
}

struct LastDay
{
    Timestamp ends {};
    bool soon = true; // all of them are below their threshold
};

} // namespace

Timestamp nextMonday(Timestamp now)
{
    const auto day =
        std::chrono::floor<std::chrono::days>(std::chrono::time_point_cast<std::chrono::milliseconds>(
            std::chrono::sys_time<std::chrono::milliseconds>(now.time_since_epoch())));
    const unsigned weekday = std::chrono::weekday(day).iso_encoding(); // Monday is 1
    return Timestamp((day + std::chrono::days(8 - static_cast<int>(weekday))).time_since_epoch());
}

OfflineReadiness readiness(Connection& connection, const std::optional<std::vector<qint64>>& domains,
                           Timestamp now)
{
    const auto snapshot = PolicySnapshot::of(connection);
    const QSet<qint64> within = domains ? QSet<qint64>(domains->begin(), domains->end()) : QSet<qint64>();
    OfflineReadiness readiness;
    readiness.monday = nextMonday(now);
    QHash<qint64, LastDay> last; // by person
    QSet<qint64> leavers; // workstations
    {
        // What is counted alone: there are many.
        static const QString counted =
            QStringLiteral("SELECT s.user_id, s.workstation_id, COALESCE(u.domain_id, s.user_domain_id),"
                           " w.domain_id, s.expires_at, s.refill, ")
            + offlineSetReason() + offlineSetSource()
            + QStringLiteral(" WHERE s.replaced_by IS NULL AND s.revoked_at IS NULL AND s.expires_at > n.at");
        static const QString byLogon = contract::enumName(contract::OfflineRefill::Logon);
        auto rows = connection.select(counted, {toMilliseconds(now)});
        while (rows.next()) {
            OfflineSetRow row;
            row.userId = rows.integer(0);
            row.workstationId = rows.integer(1);
            row.userDomainId = rows.integer(2);
            row.workstationDomainId = rows.integer(3);
            row.expiresAt = contract::fromMilliseconds(rows.integer(4));
            row.reason = rows.text(6);
            if (domains && !within.contains(row.userDomainId)) {
                continue;
            }
            if (isLeaver(row.reason)) {
                ++readiness.ofLeavers;
                leavers.insert(row.workstationId);
            }
            if (reasonsThatWait().contains(row.reason)) {
                ++readiness.voidSets;
            }
            if (row.reason == offline_reason::pinChanged || row.reason == offline_reason::pinCleared
                || (row.reason.isEmpty() && rows.text(5) == byLogon)) {
                ++readiness.needLogon;
            }
            if (!row.reason.isEmpty()) {
                continue;
            }
            ++readiness.validSets;
            LastDay& ends = last[row.userId];
            ends.ends = std::max(ends.ends, row.expiresAt);
            const int warnDays = std::max(snapshot->offline(row.userDomainId).policy->warnDays,
                                          snapshot->offline(row.workstationDomainId).policy->warnDays);
            ends.soon = ends.soon && row.expiresAt <= now + std::chrono::days(warnDays);
        }
    }
    {
        static const QString ranOut =
            QStringLiteral("SELECT DISTINCT s.user_id, COALESCE(u.domain_id, s.user_domain_id)")
            + offlineSetSource()
            + QStringLiteral(" WHERE s.replaced_by IS NULL AND s.expires_at <= n.at AND ") + offlineRunOut();
        auto rows = connection.select(ranOut, {toMilliseconds(now)});
        while (rows.next()) {
            readiness.runOut += !domains || within.contains(rows.integer(1)) ? 1 : 0;
        }
    }
    readiness.people = static_cast<int>(last.size());
    readiness.leaversWorkstations = static_cast<int>(leavers.size());
    for (const LastDay& day : std::as_const(last)) {
        readiness.endingBeforeMonday += day.ends < readiness.monday ? 1 : 0;
        readiness.endingSoon += day.soon ? 1 : 0;
    }
    const auto workstationsIn = [&](contract::WorkstationState state) {
        WorkstationFilter filter;
        filter.state(state, *snapshot, now);
        if (domains) {
            filter.domains(*domains);
        }
        return static_cast<int>(workstations::count(connection, filter));
    };
    readiness.silentWorkstations = workstationsIn(contract::WorkstationState::Silent);
    readiness.workstations =
        readiness.silentWorkstations + workstationsIn(contract::WorkstationState::Active);
    return readiness;
}

OfflineWarnings warnings(Connection& connection, Timestamp now)
{
    OfflineWarnings found {.monday = nextMonday(now)};
    {
        static const QString ending =
            QStringLiteral(
                "SELECT COUNT(DISTINCT s.user_id) FROM offline_sets s WHERE s.replaced_by IS NULL"
                " AND %1 > ? AND %1 < ? AND s.expires_at < ? AND NOT EXISTS (SELECT 1 FROM offline_sets o"
                " WHERE o.user_id = s.user_id AND o.replaced_by IS NULL AND %2 > ? AND o.expires_at >= ?)")
                .arg(offlineSetEnd(QStringLiteral("s.")), offlineSetEnd(QStringLiteral("o.")));
        const qint64 at = toMilliseconds(now);
        const qint64 monday = toMilliseconds(found.monday);
        auto rows = connection.select(ending, {at, monday, monday, at, monday});
        found.endingBeforeMonday = rows.next() ? rows.integer(0) : 0;
    }
    static const QString ofLeavers = QStringLiteral("SELECT COUNT(*), COUNT(DISTINCT s.workstation_id)")
        + offlineSetSource()
        + QStringLiteral(" WHERE s.replaced_by IS NULL AND s.stands_until <= ? AND %1"
                         " IN ('user_deleted', 'account_disabled', 'account_ended')")
              .arg(offlineSetReason());
    auto rows = connection.select(ofLeavers, {toMilliseconds(now), toMilliseconds(now)});
    if (rows.next()) {
        found.ofLeavers = rows.integer(0);
        found.leaversWorkstations = rows.integer(1);
    }
    return found;
}

} // namespace holdfast::authentication::offlineSets
