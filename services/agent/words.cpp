// SPDX-License-Identifier: Apache-2.0
#include "services/agent/words.h"

#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace holdfast::agent {

using offline::Verdict;

namespace {

QString localTime(contract::Timestamp at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(contract::toMilliseconds(at)),
                              QLocale::ShortFormat);
}

// Two forms are enough for the languages there are, and work without a file of plurals.
QString counted(int count, const QString& one, const QString& many)
{
    return count == 1 ? one : many.arg(count);
}

QString joined(const QString& first, const QString& second)
{
    return second.isEmpty() ? first : first + QLatin1Char(' ') + second;
}

} // namespace

QString Words::passcodePrompt()
{
    return tr("Passcode: ");
}

QString Words::nextTokencodePrompt()
{
    return tr("Wait until the token shows its next code, and enter that code alone: ");
}

QString Words::nextPasscodePrompt()
{
    return tr("Enter the passcode once more, with the token's next code: ");
}

QString Words::newPinPrompt()
{
    return tr("New PIN: ");
}

QString Words::givenPin(const QString& pin)
{
    return tr("Your new PIN is %1. Remember it, and enter it to confirm.").arg(pin);
}

QString Words::responsePrompt()
{
    return tr("Response of the help desk: ");
}

QString Words::reach(const Reachability& found)
{
    const QString& cause = found.cause;
    if (found.reach == Reach::Online) {
        return tr("The service is in reach.");
    }
    if (cause == QLatin1String("no_network") || cause == QLatin1String("no_route")) {
        return tr("This computer has no network.");
    }
    if (cause == QLatin1String("dns_slow")) {
        return tr("There is a network, but looking up the service's name takes too long.");
    }
    if (cause == QLatin1String("dns_failed") || cause == QLatin1String("name_unknown")) {
        return tr("There is a network, but it does not know the service's name.");
    }
    if (cause == QLatin1String("not_the_service")) {
        return tr(
            "There is a network, but something else answers in the service's place: a network that asks to "
            "sign in first, perhaps.");
    }
    if (cause == QLatin1String("certificate_refused")) {
        return tr(
            "There is a network, but what answers there is not the service: its certificate is another.");
    }
    return tr("There is a network, but the service does not answer.");
}

QString Words::signsInOffline(const Reachability& found)
{
    return tr("%1 You sign in with the data on this computer.").arg(reach(found));
}

QString Words::fellAway()
{
    return tr("The service stopped answering. You sign in with the data on this computer.");
}

QString Words::verdict(const offline::Verification& verification, const offline::SetHeader& header,
                       contract::Timestamp now)
{
    const offline::SetState& after = verification.after;
    const QString& help = header.helpText;
    switch (verification.verdict) {
    case Verdict::Accepted:
    case Verdict::NextCode:
        return {};
    case Verdict::WrongPasscode: {
        const int left = std::max(header.maxFailures - after.failures, 0);
        return withHelp(
            left > 0 ? joined(notRight(), counted(left, tr("One try is left."), tr("%1 tries are left.")))
                     : tr("The passcode was not right, and that was the last try. Now only an "
                          "emergency passcode is taken, or a sign-in with a network."),
            help);
    }
    case Verdict::AlreadyUsed:
        return withHelp(tr("This code was used already. Wait until the token shows the next one."), help);
    case Verdict::CodesUsedUp:
        return withHelp(
            tr("All codes of the token that this computer holds were used. Sign in with a network to get "
               "new ones."),
            help);
    case Verdict::TooManyFailures:
        return withHelp(
            tr("There were too many wrong passcodes. Only an emergency passcode is taken, or a sign-in "
               "with a network."),
            help);
    case Verdict::ClockSetBack:
        return withHelp(
            tr("This computer's clock was set back: it shows %1, and it was later already. Put it right, "
               "sign in with a network, or use an emergency passcode.")
                .arg(localTime(now)),
            help);
    case Verdict::Expired:
        return withHelp(tr("The data on this computer ended at %1. Sign in with a network to renew it.")
                            .arg(localTime(header.expiresAt)),
                        help);
    case Verdict::EmergencyExpired:
        return withHelp(tr("The emergency code has ended."), help);
    case Verdict::EmergencyWait: {
        const auto wait =
            after.emergencyAgainAt ? *after.emergencyAgainAt - now : std::chrono::milliseconds(0);
        const auto seconds = static_cast<int>(std::max<qint64>((wait.count() + 999) / 1000, 1));
        return withHelp(counted(seconds, tr("Wait a second before the next emergency passcode."),
                                tr("Wait %1 seconds before the next emergency passcode.")),
                        help);
    }
    case Verdict::EmergencyTooManyFailures:
        return withHelp(
            tr("There were too many wrong emergency passcodes. Only a sign-in with a network is taken."),
            help);
    case Verdict::Damaged:
        return setAside(header.helpText);
    }
    return {};
}

QString Words::daysLeft(double days)
{
    const int whole = static_cast<int>(std::floor(days));
    return whole < 1
        ? tr("You signed in without the network. Less than a day is left on this computer.")
        : counted(whole, tr("You signed in without the network. One day is left on this computer."),
                  tr("You signed in without the network. %1 days are left on this computer."));
}

QString Words::fewDaysLeft(double days, bool needsLogon, const QString& help)
{
    const int whole = static_cast<int>(std::floor(days));
    const QString left = whole < 1
        ? tr("Less than a day is left in which you can sign in here without a network.")
        : counted(whole, tr("One day is left in which you can sign in here without a network."),
                  tr("%1 days are left in which you can sign in here without a network."));
    return withHelp(joined(left,
                           needsLogon ? tr("Sign in once with a network to renew it.")
                                      : tr("Connect this computer to the network to renew it.")),
                    help);
}

QString Words::emergencyUsed(contract::CodeReplaces replaces, const QString& help)
{
    return withHelp(
        replaces == contract::CodeReplaces::Passcode
            ? tr("You signed in with an emergency passcode. See to a new PIN or token as soon as "
                 "there is a network.")
            : tr("You signed in with an emergency code in place of the token. See to the token as "
                 "soon as there is a network."),
        help);
}

QString Words::dataUnreadable()
{
    return tr("The offline data on this computer cannot be read now.");
}

QString Words::noData(const QString& userName, const DownloadProblem* problem, const QString& help)
{
    const QString why = problem != nullptr ? tr("The last attempt to fetch it, at %1, brought none: %2")
                                                 .arg(localTime(problem->at), problem->sentence)
                                           : tr("It comes with the first sign-in with a network.");
    return withHelp(tr("This computer holds no offline data for %1. %2").arg(userName, why), help);
}

QString Words::notFetched(const QString& sentence, const QString& help)
{
    return withHelp(tr("Without a network you cannot sign in here later: %1").arg(sentence), help);
}

QString Words::setAside(const QString& help)
{
    return withHelp(
        tr("The offline data on this computer was damaged and was set aside. The next sign-in with a network "
           "brings new data."),
        help);
}

QString Words::withHelp(const QString& sentence, const QString& help)
{
    return joined(sentence, askForHelp(help));
}

QString Words::askForHelp(const QString& help)
{
    return help.isEmpty() ? tr("Ask your help desk.") : tr("Ask: %1").arg(help);
}

QString Words::challenge(const QString& challenge, const QString& userName, const QString& workstation)
{
    return tr("The help desk can let you in over the telephone. Tell them the name %1, this computer's "
              "name (%2) and this challenge: %3")
        .arg(userName, workstation, challenge);
}

QString Words::challengeRefused()
{
    return tr("The response was not right. The challenge is used up; ask for another try.");
}

QString Words::tooManyChallenges()
{
    return tr("There were five challenges within an hour. Try again later.");
}

QString Words::challengesOff()
{
    return tr("Challenge and response is not allowed on this computer.");
}

QString Words::noNameGiven()
{
    return tr("A name is needed to sign in.");
}

QString Words::nobodysName()
{
    return tr("This cannot be anybody's name.");
}

QString Words::noPasscode()
{
    return tr("This cannot be a passcode.");
}

QString Words::notRight()
{
    return tr("The passcode was not right.");
}

QString Words::refused()
{
    return tr("The service refused the sign-in.");
}

} // namespace holdfast::agent
