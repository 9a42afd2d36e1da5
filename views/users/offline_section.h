// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/card.h"

#include <functional>

namespace holdfast::contract {
class Clock;
}

namespace holdfast::views {

class Section;

// What workstations hold for the person: fills the card's section anew.
struct OfflineLinks // either may be missing, for want of permission
{
    std::function<void(const QString& id)> workstation;
    std::function<void()> all;
};
void showOffline(Section* section, const contract::UserCard& card, const contract::Clock& clock,
                 const OfflineLinks& links);

} // namespace holdfast::views
