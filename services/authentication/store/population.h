// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/facts.h"
#include "services/contract/policy_preview.h"
#include "services/storage/connection.h"

#include <QHash>

#include <functional>

// What is counted over everybody before a policy changes: narrow rows, streamed, at most `limit` of them. The
// caller picks the domains, so that the statements stay the same.
namespace holdfast::authentication::population {

[[nodiscard]] QHash<qint64, qint64> peopleByDomain(storage::Connection& connection);

// Each returns whether it saw all there are.
// People with failures or a lock.
bool eachWithFailures(storage::Connection& connection, int limit,
                      const std::function<void(const AccountFacts&)>& see);
struct TokenOfPerson
{
    qint64 userId = 0;
    qint64 domainId = 0; // of the person
    std::optional<int> pinLength {}; // kept only for PINs that an app mixes in
    int wrongCodes = 0;
};
// Assigned tokens with a PIN; `wrongCodes` is not filled.
bool eachWithPin(storage::Connection& connection, int limit,
                 const std::function<void(const TokenOfPerson&)>& see);
// Assigned tokens with wrong codes; `pinLength` is not filled.
bool eachWithWrongCodes(storage::Connection& connection, int limit,
                        const std::function<void(const TokenOfPerson&)>& see);
struct EmergencyLife
{
    qint64 userId = 0;
    qint64 domainId = 0;
    qint64 minutes = 0; // that it was given
};
// Emergency codes that work now.
bool eachActiveEmergencyCode(storage::Connection& connection, contract::Timestamp now, int limit,
                             const std::function<void(const EmergencyLife&)>& see);
// Assigned tokens that are alike for offline logon.
struct TokenGroup
{
    qint64 domainId = 0;
    contract::PinStyle pinStyle {};
    int digits = 0;
    bool pinSet = false;
    std::optional<int> pinLength {};
    qint64 count = 0;
};
bool eachTokenGroup(storage::Connection& connection, int limit,
                    const std::function<void(const TokenGroup&)>& see);

// By id, in the order of `ids`; who is gone is left out.
[[nodiscard]] std::vector<contract::AffectedPerson> peopleOf(storage::Connection& connection,
                                                             const std::vector<qint64>& ids);

} // namespace holdfast::authentication::population
