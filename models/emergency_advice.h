// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/card.h"

#include <QCoreApplication>

#include <functional>

namespace holdfast::models {

// First question: "What is missing?"
enum class Missing
{
    TokenNotAtHand, // left at home; it will come back
    TokenLost, // lost, stolen or broken
    Pin, // token is there, PIN forgotten
    TokenAndPin, // neither
    Nothing // both are there, but codes are refused
};

// Second question: "What is it needed for?"
enum class Need
{
    OneSignIn, // now, once
    Today,
    SeveralDays,
    NoConnection // a workstation that cannot reach the service
};

// What the answers lead to.
struct EmergencyAdvice
{
    enum class Kind
    {
        Issue, // issue() as proposed
        OtherAction, // `action` is right instead
        Impossible // nothing here helps; `explanation` says what does
    };
    Kind kind = Kind::Impossible;
    contract::EmergencyCodeIssue issue; // Kind::Issue: complete but for the reason
    std::optional<contract::Cure> action; // OtherAction; with Issue: worth doing besides
    bool reportLost =
        false; // with Issue: the token should be reported lost as well (UserCardModel::markLost)
    QString heading; // "A set of 5 one-time codes, good for 3 days"
    QString explanation; // what the caller will type, and why this
    QStringList warnings; // "The account is locked: the code works only after it is unlocked."
    std::optional<contract::Cure> first; // must be done first for the code to work (Unlock, Enable)
    bool codeIsPossible = false; // OtherAction: the dialog may offer `issue` all the same
};

using MayDo = std::function<bool(contract::CardAction)>;

// Pure: which code, or which other action, is right for this person.
[[nodiscard]] EmergencyAdvice adviseEmergency(const contract::UserCard& card, Missing missing, Need need,
                                              const QString& tokenSerial, const MayDo& may);

} // namespace holdfast::models
