// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/facts.h"
#include "services/contract/emergency_code.h"

namespace holdfast::authentication {

// What an issue comes to once the person's situation and the policy are looked at.
struct EmergencyPlan
{
    contract::EmergencyCodeKind kind {};
    contract::CodeReplaces replaces {};
    contract::OnTokenReturn onTokenReturn {};
    std::optional<qint64> tokenId {};
    QString tokenSerial {};
    QString reason;
    int count = 1;
    contract::Timestamp expiresAt {};
    bool locked = false; // the account; unlock it, or the code does not help
};

// Pure. Errors: fields lifetimeMinutes, count, reason and tokenSerial; conflicts account_disabled,
// account_ended, token_expired and no_pin, each with its cure.
[[nodiscard]] contract::Result<EmergencyPlan> planEmergencyCodes(const AttemptFacts& person,
                                                                 const contract::EmergencyCodeIssue& issue,
                                                                 contract::Timestamp now);

// What to tell the caller, in English.
[[nodiscard]] QString usageOf(const EmergencyPlan& plan);

} // namespace holdfast::authentication
