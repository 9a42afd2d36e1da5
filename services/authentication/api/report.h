// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/call.h"
#include "services/contract/report.h"

#include <QJsonValue>

#include <functional>
#include <vector>

namespace holdfast::authentication {

using ReportRow = QList<QJsonValue>; // texts, numbers, booleans and null, one for each column
// The next rows, none at the end. Keeps its place by key, so that a report is never in memory as a whole.
// Asked again and again, each time in a snapshot of its own; never twice at once.
using ReportSource = std::function<std::vector<ReportRow>(storage::Connection&)>;

inline constexpr int reportBatch = 500; // rows

// What the parameter `days` of a report means.
enum class ReportDays
{
    None, // it takes none
    Past, // from so many days ago
    Ahead // to so many days from now, from now
};

// A report that can be run.
struct ReportKind
{
    contract::ReportTemplate described;
    // Errors: of the parameters, and outside_scope. The call outlives the source.
    std::function<contract::Result<ReportSource>(const Call&, storage::Connection&)> begin;
    ReportDays days = ReportDays::None;
};

// By subject, in the .cpp of the same name.
[[nodiscard]] std::vector<ReportKind> eventReports();
[[nodiscard]] std::vector<ReportKind> userReports();
[[nodiscard]] std::vector<ReportKind> tokenReports();
[[nodiscard]] std::vector<ReportKind> emergencyReports();
[[nodiscard]] std::vector<ReportKind> administrationReports();
[[nodiscard]] std::vector<ReportKind> offlineReports();

using ReportDomains = std::optional<std::vector<qint64>>; // nothing: all of them

// The domains that a report of this caller covers: where they may run reports and have each of these
// permissions as well, and of that the subtree of the parameter `domain`. A report says no more than the
// lists do. Errors: not_permitted, field domain.
[[nodiscard]] contract::Result<ReportDomains>
reportDomains(const Call& call, storage::Connection& connection,
              std::initializer_list<contract::Permission> alsoNeeded);
[[nodiscard]] ReportDomains inBoth(const ReportDomains& one, const ReportDomains& other);
// Error: not_permitted.
[[nodiscard]] contract::Result<void> requirePermission(const Call& call, contract::Permission permission);

// `sort` is one of those that the list of the same things knows (`list` are its parameters).
[[nodiscard]] contract::Result<void> requireSort(const Call& call, const std::vector<QueryParameter>& list);

[[nodiscard]] QJsonValue cell(std::optional<contract::Timestamp> at);
[[nodiscard]] QJsonValue cell(const std::optional<QString>& text);
// Whole days from `now` until then; negative behind it.
[[nodiscard]] QJsonValue daysUntil(std::optional<contract::Timestamp> then, contract::Timestamp now);

// Names as they stand in the tables of reports.
[[nodiscard]] QStringList names(std::initializer_list<const char*> list);

} // namespace holdfast::authentication
