// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/saved_report.h"
#include "services/storage/connection.h"

namespace holdfast::authentication {

// A row of `report_jobs`.
struct ReportJobRow
{
    qint64 id = 0;
    std::optional<qint64> savedReportId;
    qint64 ownerId = 0;
    QString owner;
    contract::SavedReportEdit plan; // as it was when the job was asked for
    bool scheduled = false;
    contract::ReportJobState state = contract::ReportJobState::Waiting;
    QString reason;
    QString detail;
    int attempts = 0;
    qint64 rows = 0;
    qint64 bytes = 0;
    QString file; // its name in the folder of results; empty: there is none
    QJsonObject reach; // what its owner saw then: the domains of each right
    contract::Timestamp createdAt {};
    std::optional<contract::Timestamp> startedAt;
    std::optional<contract::Timestamp> finishedAt;
};

// A window onto them, latest first.
struct ReportJobWindow
{
    std::optional<qint64> ownerId; // nothing: everybody's
    std::optional<qint64> after; // ids
    std::optional<qint64> before;
    qint64 offset = 0;
    int limit = 100;
};

} // namespace holdfast::authentication

// Runs of saved reports. The caller checks rights and writes the events.
namespace holdfast::authentication::reportJobs {

inline constexpr qint64 mostUnfinished = 100; // of all owners

[[nodiscard]] std::vector<ReportJobRow> list(storage::Connection& connection, const ReportJobWindow& window);
[[nodiscard]] qint64 count(storage::Connection& connection, std::optional<qint64> ownerId);
[[nodiscard]] std::optional<ReportJobRow> find(storage::Connection& connection, qint64 id);
[[nodiscard]] qint64 unfinished(storage::Connection& connection);
[[nodiscard]] bool isUnfinished(storage::Connection& connection, qint64 savedReportId);
// The one that waits longest; those that a stop has interrupted come first.
[[nodiscard]] std::optional<ReportJobRow> next(storage::Connection& connection);
// The last ended one of each saved report, where that failed.
[[nodiscard]] std::vector<ReportJobRow> failing(storage::Connection& connection);
// Those with a result, oldest first.
[[nodiscard]] std::vector<ReportJobRow> withResults(storage::Connection& connection);

// `row` without an id.
ReportJobRow create(storage::Connection& connection, ReportJobRow row);
// Everything but what it is about.
void update(storage::Connection& connection, const ReportJobRow& row);
void remove(storage::Connection& connection, qint64 id);
// Ended before, and without a result: nothing to look at any more.
void removeOld(storage::Connection& connection, contract::Timestamp before);

} // namespace holdfast::authentication::reportJobs
