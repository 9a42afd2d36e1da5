// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/facts.h"
#include "services/contract/card.h"

// The parts of explain.h.
namespace holdfast::authentication {

[[nodiscard]] contract::Cure cureOf(contract::CardAction action, const QString& label,
                                    const QString& serial = {});
[[nodiscard]] std::vector<contract::Check> accountChecks(const AttemptFacts& facts, contract::Timestamp now);
// "1 day", "30 minutes": the largest unit that comes out even.
[[nodiscard]] QString spanText(qint64 seconds);
[[nodiscard]] std::vector<contract::Check> tokenChecks(const AttemptFacts& facts, const TokenFacts& token,
                                                       contract::Timestamp now);
[[nodiscard]] contract::Check emergencyCheck(const AttemptFacts& facts, const EmergencyFacts& issue,
                                             contract::Timestamp now);

} // namespace holdfast::authentication
