// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/policies_snapshot.h"
#include "services/contract/overview.h"

// Counts for the first page. Each fills its part of `overview`.
namespace holdfast::authentication::overview {

struct Reach
{
    std::optional<std::vector<qint64>> domains; // nothing: everywhere
    contract::Timestamp now {};
};

void countPeople(storage::Connection& connection, const PolicySnapshot& policies, const Reach& reach,
                 contract::Overview& overview);
// Tokens and emergency codes.
void countTokens(storage::Connection& connection, const Reach& reach, contract::Overview& overview);
// Authentications of the last 24 hours.
void countEvents(storage::Connection& connection, const Reach& reach, contract::Overview& overview);

} // namespace holdfast::authentication::overview
