// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/emergency_code.h"
#include "services/contract/user.h"

class QWidget;

namespace holdfast::views {

// A slip to hand over: for whom, the codes, what to type, until when. Asks for a printer first.
void printCodes(const contract::User& user, const contract::EmergencyCodesIssued& issued,
                const QString& usage, QWidget* parent);

} // namespace holdfast::views
