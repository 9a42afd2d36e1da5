// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/user_card_model.h"

namespace holdfast::models {

// One check of the explanation in the console's words.
struct ExplanationLine
{
    enum class Verdict
    {
        Passed,
        Hint, // it passes, but something is worth doing
        Failed
    };
    QString group; // heading: the account, one token, the emergency codes
    Verdict verdict {};
    QString title;
    QString found;
    QString required;
    QString origin; // the policy that requires it and where it is set; empty: none does
    std::optional<contract::Cure> cure {}; // absent, or not permitted: see `cureHint`
    QString cureWords {};
    QString cureHint {}; // what is missing; empty when the button is on
    QString cureReach {}; // whom else it changes something for; empty: nobody
};

// Every check of the card's explanation in the gate's order.
[[nodiscard]] QList<ExplanationLine> explanationLines(const UserCardModel& card);
// Of other checks of the card's person; the card knows what is permitted.
[[nodiscard]] QList<ExplanationLine> explanationLines(const std::vector<contract::Check>& checks,
                                                      const UserCardModel& card);
// The same as plain text to paste into a ticket.
[[nodiscard]] QString explanationTicket(const UserCardModel& card);
[[nodiscard]] QStringList ticketLines(const QList<ExplanationLine>& lines);

} // namespace holdfast::models
