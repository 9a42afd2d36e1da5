// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/background_jobs.h"
#include "services/authentication/api/bulk_actions.h"

namespace holdfast::authentication {

inline constexpr int bulkBatch = 200; // items in one transaction

// On whose behalf a job works when the request that began it is answered. Their rights are looked at anew for
// every batch.
class BulkActor
{
public:
    explicit BulkActor(const Call& call);
    [[nodiscard]] const ApiContext& context() const { return *m_context; }
    // Nothing once the account is gone, disabled, or administers nothing any more, or somebody ended the
    // session.
    [[nodiscard]] std::optional<Call> call(storage::Connection& connection, qint64 job) const;

private:
    const ApiContext* m_context;
    const Operation* m_operation; // belongs to the routes, which outlive their jobs
    QString m_address;
    std::optional<qint64> m_userId;
    qint64 m_sessionId;
};

// A part of what a list is made of: up to bulkBatch items from behind the one with position `walked.position`
// and subject `walked.subjectId`. Empty: that was all.
using BulkSource =
    std::function<std::vector<BulkItemRow>(const Call&, storage::Connection&, const BulkItemRow& walked)>;
[[nodiscard]] BulkSource bulkSourceOf(contract::BulkAction action, const QString& filter);
[[nodiscard]] BulkSource bulkSourceOf(contract::BulkAction action, QStringList ids);
// What another job has changed, last first: two items of it may depend on each other.
[[nodiscard]] BulkSource bulkSourceOf(qint64 undone);

// Writes the list and what would become of each, and counts. The row says afterwards how it went. Blocks.
void prepareBulkJob(const BulkActor& actor, qint64 id, const BulkSource& source, const JobStop& stop);
// Changes what is ready, batch by batch. Blocks.
void runBulkJob(const BulkActor& actor, qint64 id, const JobStop& stop);

// All that could be on such a list where the caller may do it.
[[nodiscard]] qint64 bulkPopulation(const Call& call, storage::Connection& connection,
                                    contract::BulkAction action);
[[nodiscard]] bool isAboveLimit(const BulkJobRow& job, const contract::BulkSettings& settings);

[[nodiscard]] contract::Event bulkEvent(const Call& call, const char* key, const BulkJobRow& job);

} // namespace holdfast::authentication
