// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/call.h"
#include "services/authentication/api/deed.h"
#include "services/authentication/store/bin.h"

namespace holdfast::authentication {

// Where it would return to: the path of its domain, or "/" where that is gone, which only those who rule
// everything may decide about.
[[nodiscard]] QString placeOf(storage::Connection& connection, const BinRow& row);

// An entry that the caller may see: whoever may delete such a thing there may see and restore it, and come by
// this `way` there: UseBin, or RunBulkJobs for a job's undo. Error: bin_unknown (NotFound).
[[nodiscard]] contract::Result<BinRow> visibleEntry(const Call& call, storage::Connection& connection,
                                                    qint64 id, contract::Permission way);

struct Restored
{
    Changed changed;
    contract::BinRestored answer;
};
// With its event. A person's tokens that are still free are given back as far as the caller may do that.
// Under another name or elsewhere: for whoever may edit such a thing here and there. Errors: bin_unknown,
// domain_unknown (field domain), bin_domain_gone, outside_scope, user_name_taken,
// token_serial_taken.
[[nodiscard]] contract::Result<Restored> restoreEntry(const Call& call, storage::Connection& connection,
                                                      qint64 id, const contract::BinRestore& body,
                                                      contract::Permission way, Run run = Run::Does);

} // namespace holdfast::authentication
