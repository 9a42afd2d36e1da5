// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/emergency_code.h"
#include "services/contract/emergency_use.h"
#include "services/storage/connection.h"

#include <vector>

namespace holdfast::authentication {

// A row of `emergency_issues`, with the token's serial and how many of its codes are left.
struct EmergencyIssueRow
{
    qint64 id = 0;
    qint64 userId = 0;
    std::optional<qint64> tokenId;
    QString tokenSerial;
    contract::EmergencyCodeKind kind {};
    contract::CodeReplaces replaces {};
    contract::OnTokenReturn onTokenReturn {};
    QString reason;
    QString issuedBy;
    contract::Timestamp issuedAt {};
    contract::Timestamp expiresAt {};
    std::optional<contract::Timestamp> cancelledAt;
    std::optional<contract::Timestamp> lastUsedAt;
    int count = 0;
    int unused = 0;
    qint64 version = 1;
    std::optional<contract::VerificationOutcome> verification;
    QString overruleReason;
};

// A window onto a person's issues, latest first.
struct EmergencyWindow
{
    std::optional<qint64> after; // ids
    std::optional<qint64> before; // the last `limit` in front of it, in the list's order
    qint64 offset = 0;
    int limit = 50;
};

// What was issued to whom, for reports.
struct EmergencyReportFilter
{
    std::optional<std::vector<qint64>> domains; // of the people; nothing: all
    std::optional<contract::Timestamp> from; // inclusive
    std::optional<contract::Timestamp> to; // exclusive
    std::optional<qint64> userId;
    bool neverUsed = false;
};
struct EmergencyReportRow
{
    EmergencyIssueRow issue;
    QString userName;
    QString domain;
};

[[nodiscard]] contract::EmergencyCodeState stateOf(const EmergencyIssueRow& row, contract::Timestamp now);
[[nodiscard]] contract::EmergencyCode toEmergencyCode(const EmergencyIssueRow& row, contract::Timestamp now);

} // namespace holdfast::authentication

// Rows of `emergency_issues` and `emergency_codes`. Codes are kept as keyed hashes alone. The caller writes
// the events.
namespace holdfast::authentication::emergency {

// Writes the issue and a row for each hash; returns the issue's id.
qint64 insert(storage::Connection& connection, const EmergencyIssueRow& issue,
              const std::vector<QByteArray>& macs);
[[nodiscard]] std::vector<EmergencyIssueRow> list(storage::Connection& connection, qint64 userId,
                                                  const EmergencyWindow& window);
[[nodiscard]] qint64 count(storage::Connection& connection, qint64 userId);
// Quotas are counted over this time.
inline constexpr std::chrono::hours quarter {90 * 24};
// Quota and refusal are the policy's business and stay empty.
[[nodiscard]] contract::EmergencyUse use(storage::Connection& connection, qint64 userId,
                                         contract::Timestamp now);
[[nodiscard]] std::optional<EmergencyIssueRow> find(storage::Connection& connection, qint64 userId,
                                                    qint64 id);
// By id, behind `afterId`.
[[nodiscard]] std::vector<EmergencyReportRow>
issued(storage::Connection& connection, const EmergencyReportFilter& filter, qint64 afterId, int limit);
void cancel(storage::Connection& connection, qint64 id, contract::Timestamp now);
// Cancels what is still active for the person, or of that only what stands for the token; returns the ids.
QList<qint64> cancelActive(storage::Connection& connection, qint64 userId, contract::Timestamp now,
                           std::optional<qint64> tokenId = {});

} // namespace holdfast::authentication::emergency
