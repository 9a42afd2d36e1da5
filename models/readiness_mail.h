// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/offline_set.h"

#include <QString>

namespace holdfast::models {

// A text for the people whose offline data these are: until when it works, and what to do before then.
struct ReadinessMail
{
    QString text; // empty: nobody is left to write to
    int leftOut = 0; // nothing renews them: of leavers, of lost tokens, revoked
};
[[nodiscard]] ReadinessMail readinessMail(const std::vector<contract::OfflineSet>& sets);

} // namespace holdfast::models
