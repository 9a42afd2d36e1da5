// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/saved_report.h"
#include "services/storage/connection.h"

namespace holdfast::authentication {

// A row of `saved_reports`.
struct SavedReportRow
{
    qint64 id = 0;
    qint64 ownerId = 0;
    QString owner; // logon name when it was written last
    contract::SavedReportEdit plan;
    std::optional<contract::Timestamp> nextAt;
    qint64 version = 1;
};

} // namespace holdfast::authentication

// Reports with their choices. The caller checks rights and writes the events.
namespace holdfast::authentication::savedReports {

inline constexpr qint64 mostOfOwner = 200;

// What a plan is as a row's text, here and in report_jobs.
[[nodiscard]] QString textOf(const contract::SavedReportEdit& plan);
[[nodiscard]] contract::SavedReportEdit planFrom(const QString& text);

// By name. Without an owner: everybody's.
[[nodiscard]] std::vector<SavedReportRow> list(storage::Connection& connection,
                                               std::optional<qint64> ownerId);
[[nodiscard]] std::optional<SavedReportRow> find(storage::Connection& connection, qint64 id);
// Of every owner, whose time has come.
[[nodiscard]] std::vector<SavedReportRow> due(storage::Connection& connection, contract::Timestamp now);

// `row` without id and version. Errors: report_name_taken (field name), too_many_saved_reports.
[[nodiscard]] contract::Result<SavedReportRow> create(storage::Connection& connection, SavedReportRow row,
                                                      contract::Timestamp now);
// Raises the version. Error: report_name_taken.
[[nodiscard]] contract::Result<SavedReportRow> replace(storage::Connection& connection, SavedReportRow row,
                                                       contract::Timestamp now);
void setNext(storage::Connection& connection, qint64 id, std::optional<contract::Timestamp> nextAt);
void remove(storage::Connection& connection, qint64 id);

} // namespace holdfast::authentication::savedReports
