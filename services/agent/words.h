// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/ledger.h"
#include "services/agent/reachability.h"
#include "services/offline/offline_verifier.h"

#include <QCoreApplication>

namespace holdfast::agent {

// Everything that the person at the prompt reads, unless the service says it.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(holdfast::agent::Words)
public:
    static QString passcodePrompt();
    static QString nextTokencodePrompt();
    static QString nextPasscodePrompt();
    static QString newPinPrompt();
    static QString givenPin(const QString& pin);
    static QString responsePrompt();

    // Why the service is not asked.
    static QString reach(const Reachability& found);
    static QString signsInOffline(const Reachability& found);
    static QString fellAway();

    // The verdict on a passcode; `state` as kept after it.
    static QString verdict(const offline::Verification& verification, const offline::SetHeader& header,
                           contract::Timestamp now);
    static QString daysLeft(double days);
    static QString fewDaysLeft(double days, bool needsLogon, const QString& help);
    static QString emergencyUsed(contract::CodeReplaces replaces, const QString& help);
    static QString dataUnreadable();

    // Why there is no offline data for somebody.
    static QString noData(const QString& userName, const DownloadProblem* problem, const QString& help);
    static QString notFetched(const QString& sentence, const QString& help);
    static QString setAside(const QString& help);
    static QString askForHelp(const QString& help);
    // A refusal or a warning, and whom to ask about it.
    static QString withHelp(const QString& sentence, const QString& help);

    static QString challenge(const QString& challenge, const QString& userName, const QString& workstation);
    static QString challengeRefused();
    static QString tooManyChallenges();
    static QString challengesOff();
    static QString noNameGiven();
    static QString nobodysName();
    static QString noPasscode();
    static QString refused();
    static QString notRight();
};

} // namespace holdfast::agent
