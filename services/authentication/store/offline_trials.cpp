// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/offline_trials.h"

#include "services/authentication/store/policies_rows.h"

namespace holdfast::authentication::offlineTrials {

using contract::Timestamp;
using contract::toMilliseconds;
using storage::Connection;

std::optional<Trial> find(Connection& connection, qint64 policyId)
{
    auto rows = connection.select(
        QStringLiteral("SELECT settings, name, since, author, differing, last_at FROM offline_trials"
                       " WHERE policy_id = ?"),
        {policyId});
    if (!rows.next()) {
        return std::nullopt;
    }
    Trial trial;
    trial.policyId = policyId;
    trial.draft = policies::fromSettings<contract::OfflinePolicy>(rows.text(0));
    trial.draft.id = QString::number(policyId);
    trial.draft.name = rows.text(1);
    trial.since = contract::fromMilliseconds(rows.integer(2));
    trial.author = rows.text(3);
    trial.differing = rows.integer(4);
    if (!rows.isNull(5)) {
        trial.lastAt = contract::fromMilliseconds(rows.integer(5));
    }
    return trial;
}

void put(Connection& connection, const Trial& trial)
{
    connection.change(QStringLiteral("DELETE FROM offline_trials WHERE policy_id = ?"), {trial.policyId});
    connection.change(QStringLiteral("INSERT INTO offline_trials (policy_id, settings, name, since, author)"
                                     " VALUES (?, ?, ?, ?, ?)"),
                      {trial.policyId, policies::settingsText(trial.draft), trial.draft.name,
                       toMilliseconds(trial.since), trial.author});
}

bool remove(Connection& connection, qint64 policyId)
{
    return connection.change(QStringLiteral("DELETE FROM offline_trials WHERE policy_id = ?"), {policyId})
        == 1;
}

void countDiffering(Connection& connection, qint64 policyId, Timestamp now)
{
    connection.change(QStringLiteral("UPDATE offline_trials SET differing = differing + 1, last_at = ?"
                                     " WHERE policy_id = ?"),
                      {toMilliseconds(now), policyId});
}

} // namespace holdfast::authentication::offlineTrials
