// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/sign_in_refusal.h"

#include "services/authentication/domain/reasons.h"

namespace holdfast::authentication {

using contract::Error;
using contract::ErrorKind;

namespace {

// Refusals that come before the password was found right, or in place of a verdict on it.
bool tellsNothing(Reason why)
{
    return why == reason::userUnknown || why == reason::accountDisabled || why == reason::accountNotYetValid
        || why == reason::accountEnded || why == reason::accountLocked || why == reason::wrongPassword
        || why == reason::noPassword || why == reason::tooManyWaiting;
}

QString describe(const PinRules& rules)
{
    return QStringLiteral("%1 to %2 %3")
        .arg(rules.minLength)
        .arg(rules.maxLength)
        .arg(rules.digitsOnly ? QStringLiteral("digits") : QStringLiteral("letters and digits"));
}

Error pinRefused(const Outcome& outcome)
{
    Error error {ErrorKind::InvalidRequest, QStringLiteral("pin_refused"),
                 QStringLiteral("Choose another PIN, of %1, and sign in with it and the token's next code.")
                     .arg(describe(outcome.rules))};
    for (const PinFault fault : outcome.faults) {
        error.fields.append({QStringLiteral("newPin"), codeOf(fault), error.detail});
    }
    return error;
}

} // namespace

Error signInFailed()
{
    return {
        ErrorKind::Unauthenticated, QStringLiteral("sign_in_failed"),
        QStringLiteral("The name, the password or the passcode is wrong, or the account may not sign in.")};
}

std::optional<Error> signInRefusal(const Outcome& outcome, bool withPasscode)
{
    switch (outcome.result) {
    case Outcome::Result::Success:
        return std::nullopt;
    case Outcome::Result::PasscodeRequired:
        return Error {ErrorKind::Unauthenticated, QStringLiteral("passcode_required"),
                      QStringLiteral("This account signs in with a passcode besides the password.")};
    case Outcome::Result::NextTokencode:
        return Error {ErrorKind::Unauthenticated, QStringLiteral("next_tokencode_required"),
                      QStringLiteral("Wait for the next code, then sign in with that one.")};
    case Outcome::Result::NewPin:
        return Error {
            ErrorKind::Unauthenticated, QStringLiteral("new_pin_required"),
            QStringLiteral("Choose a PIN of %1, and sign in with it and the token's next code.")
                .arg(describe(outcome.rules))};
    case Outcome::Result::PinRefused:
        return pinRefused(outcome);
    case Outcome::Result::Refused:
        break;
    }
    if (withPasscode && !tellsNothing(outcome.reason)) {
        return Error {ErrorKind::Unauthenticated, QStringLiteral("wrong_passcode"),
                      QStringLiteral("The passcode is not right, or no token of this account can be used.")};
    }
    // Too many waiting, too: only accounts that exist get that far.
    return signInFailed();
}

} // namespace holdfast::authentication
