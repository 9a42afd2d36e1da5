// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/card.h"

#include <QWidget>

#include <functional>

class QMenu;

namespace holdfast::contract {
class Clock;
}

namespace holdfast::views {

class Section;

// What stands below the verdict on the card. Each fills a section anew from a card.
using FillMenu = std::function<void(QMenu*, const contract::Token&)>;
void showTokens(Section* section, const contract::UserCard& card, const contract::Clock& clock,
                const FillMenu& fillMenu);

using CancelCode = std::function<void(const contract::EmergencyCode&)>;
// `cancel` is empty where it is not permitted.
void showEmergencyCodes(Section* section, const contract::UserCard& card, const contract::Clock& clock,
                        const CancelCode& cancel);

void showPolicies(Section* section, const contract::UserCard& card);
void showEvents(Section* section, const std::vector<contract::Event>& events, const contract::Clock& clock);

} // namespace holdfast::views
