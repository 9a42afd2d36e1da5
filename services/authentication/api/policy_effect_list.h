// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/call.h"
#include "services/authentication/domain/policy_effects.h"
#include "services/contract/policy_preview.h"

namespace holdfast::authentication {

// Gathers what a change of a policy would do: how many it meets, and the first of them.
class EffectList
{
public:
    // Somebody is met. Without a name where `userId` is 0.
    void meet(EffectId id, qint64 userId, qint64 count = 1);
    // The same, without whoever it is: everybody, or a number of tokens.
    void count(EffectId id, qint64 count) { meet(id, 0, count); }
    // What was looked at for these effects was not all there is.
    void incomplete() { m_complete = false; }

    // The worse first, then by number. Names of those whom the caller may see.
    [[nodiscard]] std::vector<contract::PolicyEffect> written(const Call& call,
                                                              storage::Connection& connection) const;

private:
    struct Met
    {
        EffectId id;
        qint64 count = 0;
        std::vector<qint64> first {};
    };
    std::vector<Met> m_met;
    bool m_complete = true;
};

} // namespace holdfast::authentication
