// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/subject.h"
#include "services/contract/card.h"

namespace holdfast::authentication {

class Routes;

void addExplainRoutes(Routes& routes);

// The person named in the path, with opened seeds: one that does not open is one of the reasons.
[[nodiscard]] contract::Result<AttemptFacts> explainedPerson(const Call& call,
                                                             storage::Connection& connection);
// The gate's decision run dry, with the last attempt and with what the caller may do about it.
[[nodiscard]] contract::Explanation explanationOf(const Call& call, storage::Connection& connection,
                                                  const AttemptFacts& facts);
// Says in the cure why the caller may not do it, by the rules of the call that it names.
void sayWhetherPermitted(const Call& call, storage::Connection& connection, const AttemptFacts& facts,
                         contract::Cure& cure);

} // namespace holdfast::authentication
