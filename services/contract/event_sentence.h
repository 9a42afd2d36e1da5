// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/event.h"

namespace holdfast::contract {

// What happened, as one plain sentence in the language of the program (context "EventSentence"). A key that
// this version does not know is told by its name.
[[nodiscard]] QString eventSentence(const Event& event);

} // namespace holdfast::contract
