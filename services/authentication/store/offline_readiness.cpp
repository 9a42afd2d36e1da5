// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/offline_readiness.h"

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
        auto rows = connection.select(
            offlineSetSelection()
                + QStringLiteral(
                    " WHERE s.replaced_by IS NULL AND s.revoked_at IS NULL AND s.expires_at > n.at"),
            {toMilliseconds(now)});
        while (rows.next()) {
            const OfflineSetRow row = readOfflineSetRow(rows);
            if (domains && !within.contains(row.userDomainId)) {
                continue;
            }
            if (isLeaver(row.reason)) {
                ++readiness.ofLeavers;
                leavers.insert(row.workstationId);
            }
            if (row.state() == contract::OfflineSetState::Void) {
                ++readiness.voidSets;
            }
            if (row.reason == offline_reason::pinChanged
                || (row.state() == contract::OfflineSetState::Valid
                    && row.refill == contract::OfflineRefill::Logon)) {
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

} // namespace holdfast::authentication::offlineSets
