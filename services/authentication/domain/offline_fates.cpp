// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/offline_fates.h"

#include "services/authentication/domain/offline_reasons.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace holdfast::authentication {

using contract::SetAdvice;

namespace {

struct SetFate
{
    Reason reason;
    SetAdvice advice;
    const char* sentence;
};
const std::array setFates {
    SetFate {offline_reason::stolen, SetAdvice::Remove, "This workstation was reported stolen."},
    SetFate {offline_reason::revoked, SetAdvice::Remove, "An administrator revoked these data."},
    SetFate {Reason("expired"), SetAdvice::Remove, "The offline days are over; a logon brings new ones."},
    SetFate {offline_reason::userDeleted, SetAdvice::Remove, "The account is not there any more."},
    SetFate {reason::accountDisabled, SetAdvice::Remove, "The account is disabled."},
    SetFate {reason::accountEnded, SetAdvice::Remove, "The account has ended."},
    SetFate {offline_reason::tokenChanged, SetAdvice::Remove, "The token has another owner, or none."},
    SetFate {reason::tokenDisabled, SetAdvice::Remove, "The token is disabled."},
    // Its emergency tokencode is for this very case. Its own codes stay with it, for whoever finds the token
    // needs the PIN and this workstation as well; whoever has all three is stopped by revoking the
    // workstation.
    SetFate {reason::tokenLost, SetAdvice::Keep,
             "The token is reported lost: the data are not renewed until it is found or replaced."},
    SetFate {reason::tokenExpired, SetAdvice::Remove, "The token has expired."},
    SetFate {offline_reason::offlineDisabled, SetAdvice::Remove, "Offline logon was turned off."},
    SetFate {offline_reason::passcodeTooShort, SetAdvice::Remove,
             "The passcode is too short for offline logon now."},
    SetFate {offline_reason::pinpadNotAllowed, SetAdvice::Remove,
             "Passcodes mixed by an app are not taken offline now."},
    SetFate {offline_reason::pinlessNotAllowed, SetAdvice::Remove,
             "Tokens without a PIN are not taken offline now."},
    SetFate {offline_reason::pinCleared, SetAdvice::Remove,
             "The PIN was taken back; a logon with a new one brings new data."},
    SetFate {offline_reason::pinChanged, SetAdvice::LogonNeeded,
             "The PIN was changed; the next logon renews the data."},
    SetFate {offline_reason::userRenamed, SetAdvice::Renew, "The account has another name."},
    SetFate {offline_reason::policyChanged, SetAdvice::Renew, "The policy was changed."},
    SetFate {offline_reason::damaged, SetAdvice::Renew, "The data were damaged."},
    SetFate {offline_reason::notHeld, SetAdvice::Renew, "The data were not there at the last contact."},
    SetFate {offline_reason::notReceived, SetAdvice::Renew, "The data did not arrive."},
};

const SetFate* fateOf(const QString& reason)
{
    const auto found = std::find_if(setFates.begin(), setFates.end(),
                                    [&](const SetFate& known) { return reason == known.reason; });
    return found == setFates.end() ? nullptr : &*found;
}

} // namespace

SetAdvice adviceOfReason(const QString& reason)
{
    const SetFate* known = fateOf(reason);
    return known ? known->advice : SetAdvice::Remove;
}

QString sentenceOfSet(const QString& reason)
{
    const SetFate* known = fateOf(reason);
    return known ? QString::fromLatin1(known->sentence) : QString();
}

const QStringList& reasonsThatWait()
{
    static const QStringList waiting = [] {
        QStringList reasons;
        for (const SetFate& fate : setFates) {
            if (fate.advice == SetAdvice::Renew || fate.advice == SetAdvice::LogonNeeded) {
                reasons << QString(fate.reason);
            }
        }
        return reasons;
    }();
    return waiting;
}

bool endsCodes(const QString& reason)
{
    static const QSet<QString> ending {QStringLiteral("stolen"),        QStringLiteral("revoked"),
                                       QStringLiteral("expired"),       QStringLiteral("account_disabled"),
                                       QStringLiteral("account_ended"), QStringLiteral("user_deleted"),
                                       QStringLiteral("user_renamed"),  QStringLiteral("damaged"),
                                       QStringLiteral("not_held"),      QStringLiteral("not_received")};
    return ending.contains(reason);
}

} // namespace holdfast::authentication
