// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/offline_sets.h"

namespace holdfast::authentication {

// SELECT of all that an OfflineSetRow holds, with its FROM and joins: s is the set, n.at the moment that is
// bound first, u its person and t its token (or none), w its workstation.
[[nodiscard]] const QString& offlineSetSelection();
[[nodiscard]] const QString& offlineSetSource(); // the FROM alone
[[nodiscard]] const QString& offlineSetReason(); // why it is not valid; empty text where it is
[[nodiscard]] OfflineSetRow readOfflineSetRow(const storage::Connection::Rows& rows);

} // namespace holdfast::authentication
