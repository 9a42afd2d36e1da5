// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/caller_verification.h"
#include "services/storage/connection.h"

#include <functional>
#include <vector>

namespace holdfast::authentication {

// A call that is being verified: of one session, about one person, for a few minutes.
struct CallerVerificationRow
{
    qint64 id = 0;
    qint64 userId = 0;
    qint64 sessionId = 0;
    std::optional<qint64> actorId;
    QString actor;
    contract::Timestamp startedAt {};
    contract::Timestamp expiresAt {}; // of what is reached
    std::vector<contract::VerificationStep> steps;
    contract::ApprovalState approval {};
    QString approvalReason;
    std::optional<contract::Timestamp> approvalAt; // asked for
    QString approvedBy;

    // Whoever waits for a second person waits longer; what is reached does not count meanwhile.
    [[nodiscard]] contract::Timestamp endsAt() const;
};
// With whom it is about.
struct PendingApprovalRow
{
    CallerVerificationRow verification;
    QString userName;
    QString domain;
};

} // namespace holdfast::authentication

// The caller writes the events.
namespace holdfast::authentication::verifications {

// Begins one; what this session began about the person before is over, and waits for nobody. Returns its id.
qint64 begin(storage::Connection& connection, const CallerVerificationRow& row);
// The latest one that is not over.
[[nodiscard]] std::optional<CallerVerificationRow> live(storage::Connection& connection, qint64 sessionId,
                                                        qint64 userId, contract::Timestamp now);
[[nodiscard]] std::optional<CallerVerificationRow> find(storage::Connection& connection, qint64 id);
// Steps, approval and expiry.
void update(storage::Connection& connection, const CallerVerificationRow& row);
void end(storage::Connection& connection, qint64 id, contract::Timestamp now);
// Still pending and not over, the oldest first; 500 at most of those that are wanted.
using WantsApproval = std::function<bool(const PendingApprovalRow&)>;
[[nodiscard]] std::vector<PendingApprovalRow> pending(storage::Connection& connection,
                                                      contract::Timestamp now, const WantsApproval& wants);
// Nothing when it is over, or waits for nobody.
[[nodiscard]] std::optional<PendingApprovalRow> findPending(storage::Connection& connection, qint64 id,
                                                            contract::Timestamp now);
// Forgets what was over before.
void removeEndedBefore(storage::Connection& connection, contract::Timestamp before);

} // namespace holdfast::authentication::verifications
