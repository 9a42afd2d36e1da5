// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demonstration/world.h"

namespace holdfast::demonstration {

// Whoever of the service desk is on shift.
[[nodiscard]] int onDuty(const World& world);

void unlockAccount(World& world, int administrator, int person);
void clearPin(World& world, int administrator, int token);
void setTokenEnabled(World& world, int administrator, int token, bool enabled);
void setAccountEnabled(World& world, int administrator, int person, bool enabled);
void resynchronise(World& world, int administrator, int token);
void reportLost(World& world, int administrator, int token);
// Gives a successor from the shelf; the switch comes with its first use.
void replaceToken(World& world, int administrator, int token, bool keepPin);

struct CodesWanted
{
    contract::EmergencyCodeKind kind = contract::EmergencyCodeKind::Fixed;
    contract::OnTokenReturn onTokenReturn = contract::OnTokenReturn::AcceptAndCancel;
    int minutes = 0; // 0: what the policy proposes
    QString reason;
};
void issueCodes(World& world, int administrator, int person, std::optional<int> token,
                const CodesWanted& wanted);
// The token was used: what codes out for it say about that.
void endCodesOnReturn(World& world, int person, int token);
// Whether codes are out for a token that is merely at home: then it is not at hand.
[[nodiscard]] bool leftAtHome(const World& world, int person);

} // namespace holdfast::demonstration
