// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/offline_sets.h"

namespace holdfast::authentication {

// SELECT of all that an OfflineSetRow holds, with its FROM and joins: s is the set, n.at the moment that is
// bound first, u its person and t its token (or none), w its workstation.
[[nodiscard]] const QString& offlineSetSelection();
[[nodiscard]] const QString& offlineSetSource(); // the FROM alone
[[nodiscard]] const QString& offlineSetReason(); // why it is not valid; empty text where it is
// When it ends, as far as the row itself tells: in the past where it is not valid. The expression of the
// index offline_sets_by_days, by which a set is valid if and only if it lies ahead. `alias`: such as "s.".
[[nodiscard]] QString offlineSetEnd(const QString& alias);
// Data that ran out, of people who may sign in and have none that last longer, anywhere.
[[nodiscard]] const QString& offlineRunOut();
[[nodiscard]] OfflineSetRow readOfflineSetRow(const storage::Connection::Rows& rows);

} // namespace holdfast::authentication
