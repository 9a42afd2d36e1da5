// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/policies.h"

namespace holdfast::authentication {

// A row of `policy_versions`: a policy as it was after one change. They end with the policy.
struct PolicyVersionRow
{
    qint64 number = 0;
    contract::Timestamp at {};
    QString author; // empty: unknown, or the service itself
    QString name;
    bool isDefault = false;
    QString settings; // JSON, for policies::fromSettings()
    std::optional<qint64> restoredFrom {};
};

} // namespace holdfast::authentication

// Written by policies::create(), update() and makeDefault(), in the transaction of the change.
namespace holdfast::authentication::policy_versions {

inline constexpr int keptVersions = 1000; // of each policy; older ones go

// Keeps the policy as its row is now.
void record(storage::Connection& connection, qint64 policyId, const policies::Authorship& by);
// Latest first.
[[nodiscard]] std::vector<PolicyVersionRow> list(storage::Connection& connection, qint64 policyId);
[[nodiscard]] std::optional<PolicyVersionRow> find(storage::Connection& connection, qint64 policyId,
                                                   qint64 number);

} // namespace holdfast::authentication::policy_versions
