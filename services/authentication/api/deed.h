// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"

#include <functional>

// What is done to one person or token, apart from the route that asks for it: alone, or as one of many. First
// everything is checked, then it is written, so that an Error means that nothing was.
namespace holdfast::authentication {

// A job tries first, to say what would become of each.
enum class Run
{
    Tries,
    Does
};

// What is left to do once it is permitted; empty where all is so already.
using Deed = std::function<void()>;

struct Changed
{
    bool any = false; // something changes, or changed
    qint64 binId = 0; // of what was deleted
};

[[nodiscard]] inline contract::Result<Changed> perform(const contract::Result<Deed>& deed, Run run)
{
    if (!deed) {
        return contract::Unexpected(deed.error());
    }
    if (*deed && run == Run::Does) {
        (*deed)();
    }
    return Changed {static_cast<bool>(*deed)};
}

} // namespace holdfast::authentication
