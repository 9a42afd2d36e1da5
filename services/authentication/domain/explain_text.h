// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/card.h"

namespace holdfast::authentication {

// The explanation in plain English, to paste into a ticket: verdict, every check with what was found, what is
// required and who set it, and the call that mends what did not pass. Lines end with \n.
[[nodiscard]] QString explanationText(const contract::Explanation& explanation);

} // namespace holdfast::authentication
