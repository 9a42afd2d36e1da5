// SPDX-License-Identifier: Apache-2.0
#include "models/words_verification.h"

#include "models/formats.h"

#include <QCoreApplication>
#include <QStringList>

namespace holdfast::models::words {

using contract::GuardedAction;
using contract::VerificationMethod;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString of(VerificationMethod method)
{
    switch (method) {
    case VerificationMethod::TokenCode:
        return Words::tr("Code from a token");
    case VerificationMethod::CallBack:
        return Words::tr("Call back");
    case VerificationMethod::Manager:
        return Words::tr("Manager");
    case VerificationMethod::Questions:
        return Words::tr("Questions");
    }
    return {};
}

QString of(GuardedAction action)
{
    switch (action) {
    case GuardedAction::Unlock:
        return Words::tr("Unlock the account");
    case GuardedAction::ClearPin:
        return Words::tr("Clear a PIN");
    case GuardedAction::MarkFound:
        return Words::tr("Mark a token as found");
    case GuardedAction::IssueEmergencyCodes:
        return Words::tr("Issue an emergency code");
    case GuardedAction::AssignToken:
        return Words::tr("Give out a token");
    case GuardedAction::OfflineAccess:
        return Words::tr("Let in at a workstation without a network");
    }
    return {};
}

QString verifiedBy(const std::vector<contract::VerificationStep>& steps, const QString& approvedBy)
{
    QStringList parts;
    for (const contract::VerificationStep& step : steps) {
        switch (step.method) {
        case VerificationMethod::TokenCode:
            parts << Words::tr("a code of token %1").arg(groupedSerial(step.note));
            break;
        case VerificationMethod::CallBack:
            parts << Words::tr("a call back to %1").arg(step.note);
            break;
        case VerificationMethod::Manager:
            parts << Words::tr("%1, manager").arg(step.note);
            break;
        case VerificationMethod::Questions:
            parts << Words::tr("questions (%1)").arg(step.note);
            break;
        }
    }
    if (!approvedBy.isEmpty()) {
        parts << Words::tr("approved by %1").arg(approvedBy);
    }
    return parts.join(QStringLiteral(", "));
}

QString of(const contract::WithheldMethod& withheld, contract::Timestamp now)
{
    const QString when = relativeTime(withheld.changedAt, now);
    switch (withheld.method) {
    case VerificationMethod::CallBack:
        return Words::tr("The number on record was changed %1 by %2. It counts a day later.")
            .arg(when, withheld.changedBy);
    case VerificationMethod::Questions:
        return Words::tr("The security questions were changed %1 by %2. They count a day later.")
            .arg(when, withheld.changedBy);
    default:
        return withheld.sentence;
    }
}

} // namespace holdfast::models::words
