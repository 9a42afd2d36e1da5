// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/call.h"
#include "services/authentication/api/deed.h"
#include "services/authentication/store/bulk_jobs.h"

// What a job does to each of its list: what the single action does, by the same code.
namespace holdfast::authentication {

enum class BulkSubject
{
    Users,
    Tokens
};

struct BulkActionFacts
{
    contract::BulkAction action {};
    BulkSubject subject {};
    contract::Permission permission {};
    contract::BulkAction inverse {};
    bool undoOnly = false;
};
[[nodiscard]] const BulkActionFacts& factsOf(contract::BulkAction action);

// How it was for `item`, or would be. What an undo needs is noted in the item: `before`, `pin`, `version`. An
// item with a version is left alone when it has another one by now. Errors: those of the single action, and
// changed_since, bin_unknown.
[[nodiscard]] contract::Result<Changed> runBulkItem(const Call& call, storage::Connection& connection,
                                                    contract::BulkAction action, const BulkPlan& plan,
                                                    BulkItemRow& item, Run run);

} // namespace holdfast::authentication
