// SPDX-License-Identifier: Apache-2.0
#include "models/emergency_words.h"

#include "models/formats.h"

namespace holdfast::models {

using contract::CodeReplaces;
using contract::EmergencyCodeKind;
using contract::OnTokenReturn;

QString EmergencyWords::heading(const contract::EmergencyCodeIssue& issue)
{
    const QString life = duration(std::chrono::minutes(issue.lifetimeMinutes.value_or(24 * 60)));
    if (issue.kind == EmergencyCodeKind::Fixed) {
        return tr("One code for repeated use, good for %1").arg(life);
    }
    const int count = issue.count.value_or(5);
    return count == 1 ? tr("One code for one sign-in, good for %1").arg(life)
                      : tr("A set of %1 one-time codes, good for %2").arg(count).arg(life);
}

QString EmergencyWords::usage(EmergencyCodeKind kind, CodeReplaces replaces)
{
    const bool set = kind == EmergencyCodeKind::OneTimeSet;
    if (replaces == CodeReplaces::Tokencode) {
        return set
            ? tr("Where the passcode is asked for, the caller types the PIN and directly after it one of the "
                 "codes. Each code works once.")
            : tr("Where the passcode is asked for, the caller types the PIN and directly after it the code. "
                 "It "
                 "works again and again.");
    }
    return set
        ? tr("Where the passcode is asked for, the caller types one of the codes alone, without a PIN. Each "
             "code works once.")
        : tr(
            "Where the passcode is asked for, the caller types the code alone, without a PIN. It works again "
            "and again.");
}

QString EmergencyWords::usage(const contract::EmergencyCodeIssue& issue)
{
    const QString type = usage(issue.kind, issue.replaces.value_or(CodeReplaces::Tokencode));
    if (!issue.tokenSerial) {
        return type;
    }
    QString back;
    switch (issue.onTokenReturn) {
    case OnTokenReturn::Refuse:
        back = tr("The token itself is refused from now on, in case somebody else has it.");
        break;
    case OnTokenReturn::AcceptAndCancel:
        back = tr("As soon as the token itself is used again, the codes end.");
        break;
    case OnTokenReturn::AcceptAfterExpiry:
        back = tr("The token itself is refused until the codes have expired.");
        break;
    }
    return type + QLatin1Char(' ') + back;
}

QString EmergencyWords::use(const contract::EmergencyUse& use)
{
    if (use.inAll == 0) {
        return {};
    }
    QString quarter = use.inQuarter == 0 ? tr("Not in the last 90 days")
                                         : tr("%n time(s) in the last 90 days", nullptr, use.inQuarter);
    if (use.quota > 0) {
        quarter += QLatin1Char(' ')
            + (use.refuses ? tr("(allowed: %1)").arg(use.quota) : tr("(usual: up to %1)").arg(use.quota));
    }
    QStringList parts {quarter, tr("%n time(s) in all", nullptr, use.inAll)};
    if (use.neverUsed > 0) {
        parts << tr("%n never used", nullptr, use.neverUsed);
    }
    return parts.join(QStringLiteral(" · "));
}

QString EmergencyWords::quotaReached()
{
    return tr("The policy allows no more codes for this person within 90 days. Ask somebody whose role may "
              "overrule "
              "the quota.");
}

QString EmergencyWords::noCodeNeeded()
{
    return tr("No emergency code is needed: this removes the cause.");
}

QString EmergencyWords::noToken()
{
    return tr(
        "This person has no token. Assign one; an emergency code only bridges the time until it arrives.");
}

QString EmergencyWords::resync()
{
    return tr(
        "The token's clock or counter may have drifted. Ask the caller for two codes, one after the other.");
}

QString EmergencyWords::clearPin()
{
    return tr(
        "The caller has the token, so no code is needed: after the PIN is cleared, they sign in with the "
        "tokencode alone and choose a new PIN. Make sure first that it is really them.");
}

QString EmergencyWords::expired()
{
    return tr(
        "The token has expired, and a code that stands for it would not work. Give the caller another token "
        "first.");
}

QString EmergencyWords::noPinYetHeading()
{
    return tr("There is no PIN yet");
}

QString EmergencyWords::noPinYet()
{
    return tr(
        "The caller signs in with the tokencode alone and is then asked to choose a PIN. Nothing needs to be "
        "issued.");
}

QString EmergencyWords::pinlessHeading()
{
    return tr("This token has no PIN");
}

QString EmergencyWords::pinless()
{
    return tr("The caller signs in with the tokencode alone. Nothing needs to be issued.");
}

QString EmergencyWords::noConnectionHeading()
{
    return tr("A code cannot reach a workstation without a connection");
}

QString EmergencyWords::noConnection()
{
    return tr("Emergency codes are checked by the service. Ask the caller to bring the workstation onto a "
              "network, by "
              "cable or a phone's hotspot, and then issue a code.");
}

QString EmergencyWords::notPermitted()
{
    return tr("Your role does not permit to issue emergency codes. Ask a colleague whose role does.");
}

QString EmergencyWords::codeWorksOnlyAfter(const QString& action)
{
    return tr("No code works before this is done: %1.").arg(action);
}

QString EmergencyWords::endsFormerCodes()
{
    return tr("Codes that were issued before are still valid; new ones end them.");
}

QString EmergencyWords::oftenIssued(int times)
{
    return tr("Emergency codes were issued %n time(s) in the last 90 days. Is the right person calling?",
              nullptr, times);
}

} // namespace holdfast::models
