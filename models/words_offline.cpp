// SPDX-License-Identifier: Apache-2.0
#include "models/words_offline.h"

#include "models/words.h"
#include "models/words_table.h"

#include <QSet>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace holdfast::models::words {

using contract::KeyProtection;
using contract::OfflineRefill;
using contract::OfflineSet;
using contract::OfflineSetState;
using contract::StolenTokens;
using contract::WorkstationState;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

constexpr int clockWarned = 60; // seconds; see domain/offline_checks.h
constexpr int clockRefused = 300;
constexpr double reportTolerance = 0.5;
constexpr double warnedDays = 3;
constexpr double urgentDays = 1;

constexpr std::array offlineReasons {
    Entry {"offline_disabled", QT_TRANSLATE_NOOP("Words", "offline logon is off in the policy")},
    Entry {"policy_of_another_domain",
           QT_TRANSLATE_NOOP("Words", "another domain's policy counts, and it refuses")},
    Entry {"passcode_too_short", QT_TRANSLATE_NOOP("Words", "the passcode is too short for the policy")},
    Entry {"pinpad_not_allowed", QT_TRANSLATE_NOOP("Words", "the policy takes no passcodes mixed by an app")},
    Entry {"pinless_not_allowed", QT_TRANSLATE_NOOP("Words", "the policy takes no tokens without a PIN")},
    Entry {"long_enough", QT_TRANSLATE_NOOP("Words", "long enough")},
    Entry {"by_exception", QT_TRANSLATE_NOOP("Words", "allowed although weaker")},
    Entry {"workstation_revoked", QT_TRANSLATE_NOOP("Words", "the workstation was revoked")},
    Entry {"workstation_clock_off", QT_TRANSLATE_NOOP("Words", "the workstation's clock is wrong")},
    Entry {"pin_not_known",
           QT_TRANSLATE_NOOP("Words", "the PIN is not known until the next logon at the workstation")},
    Entry {"logon_needed", QT_TRANSLATE_NOOP("Words", "only a logon at the workstation can renew it")},
    Entry {"proof_missing",
           QT_TRANSLATE_NOOP("Words", "there was no logon with a network at this workstation")},
    Entry {"changed_meanwhile", QT_TRANSLATE_NOOP("Words", "something changed while it was made")},
    Entry {"no_code_types", QT_TRANSLATE_NOOP("Words", "the policy sends no emergency code along")},
    Entry {"expired", QT_TRANSLATE_NOOP("Words", "its days are over")},
    Entry {"policy_changed", QT_TRANSLATE_NOOP("Words", "the policy changed")},
    Entry {"token_changed", QT_TRANSLATE_NOOP("Words", "the token changed")},
    Entry {"pin_cleared", QT_TRANSLATE_NOOP("Words", "the PIN was taken back")},
    Entry {"pin_changed", QT_TRANSLATE_NOOP("Words", "the PIN changed")},
    Entry {"user_changed", QT_TRANSLATE_NOOP("Words", "the account changed")},
    Entry {"user_renamed", QT_TRANSLATE_NOOP("Words", "the logon name changed")},
    Entry {"user_deleted", QT_TRANSLATE_NOOP("Words", "the account was deleted")},
    Entry {"replaced", QT_TRANSLATE_NOOP("Words", "newer data took its place")},
    Entry {"not_received", QT_TRANSLATE_NOOP("Words", "the workstation has not taken it yet")},
    Entry {"too_many_failures", QT_TRANSLATE_NOOP("Words", "too many wrong passcodes at the workstation")},
    Entry {"not_held", QT_TRANSLATE_NOOP("Words", "the workstation holds it no more")},
    Entry {"damaged", QT_TRANSLATE_NOOP("Words", "damaged on the workstation")},
    Entry {"revoked", QT_TRANSLATE_NOOP("Words", "revoked")},
    Entry {"stolen", QT_TRANSLATE_NOOP("Words", "the workstation was stolen")},
};

// As the service advises (offline_fates.cpp there).
bool isReplaced(const QString& reason)
{
    static const QSet<QString> replaced {QString(),
                                         QStringLiteral("pin_changed"),
                                         QStringLiteral("user_renamed"),
                                         QStringLiteral("policy_changed"),
                                         QStringLiteral("damaged"),
                                         QStringLiteral("not_held"),
                                         QStringLiteral("not_received")};
    return replaced.contains(reason);
}

// Nothing of it is on the workstation, or nothing of use.
bool isGone(const QString& reason)
{
    return reason == QLatin1String("damaged") || reason == QLatin1String("not_held")
        || reason == QLatin1String("not_received");
}

QString spanOf(int seconds)
{
    constexpr int minute = 60;
    constexpr int hour = 60 * minute;
    if (seconds < 2 * minute) {
        return Words::tr("%n second(s)", nullptr, seconds);
    }
    if (seconds < 2 * hour) {
        return Words::tr("%n minute(s)", "a length of time", seconds / minute);
    }
    return Words::tr("%n hour(s)", "a length of time", seconds / hour);
}

QString codeName(contract::CodeReplaces replaces)
{
    return replaces == contract::CodeReplaces::Tokencode
        ? Words::tr("for token", "emergency code that stands in its place")
        : Words::tr("for PIN", "emergency code that stands in its place");
}

} // namespace

QString of(WorkstationState state)
{
    switch (state) {
    case WorkstationState::Active:
        return Words::tr("Active", "workstation");
    case WorkstationState::Silent:
        return Words::tr("Silent", "workstation");
    case WorkstationState::Revoked:
        return Words::tr("Revoked", "workstation");
    }
    return {};
}

QString of(KeyProtection protection)
{
    switch (protection) {
    case KeyProtection::File:
        return Words::tr("In a file that root can read: a copy of the disk is enough to guess at the data");
    case KeyProtection::Tpm:
        return Words::tr("Sealed by the TPM: a copy of the disk is of no use");
    }
    return {};
}

QString briefly(KeyProtection protection)
{
    switch (protection) {
    case KeyProtection::File:
        return Words::tr("File", "where a workstation's keys are");
    case KeyProtection::Tpm:
        return Words::tr("TPM", "where a workstation's keys are");
    }
    return {};
}

QString of(StolenTokens what)
{
    switch (what) {
    case StolenTokens::Keep:
        return Words::tr("Leave them as they are");
    case StolenTokens::RequireNewPin:
        return Words::tr("Disable them, and ask for a new PIN once they are enabled again");
    case StolenTokens::Disable:
        return Words::tr("Disable them, and leave their PINs");
    }
    return {};
}

QString of(OfflineSetState state)
{
    switch (state) {
    case OfflineSetState::Valid:
        return Words::tr("Valid", "offline data");
    case OfflineSetState::Expired:
        return Words::tr("Run out", "offline data");
    case OfflineSetState::Void:
        return Words::tr("To be replaced or removed", "offline data");
    case OfflineSetState::Revoked:
        return Words::tr("Revoked", "offline data");
    }
    return {};
}

QString of(OfflineSetState state, const QString& reason)
{
    if (state != OfflineSetState::Void) {
        return of(state);
    }
    return isKept(state, reason)       ? Words::tr("Not renewed", "offline data")
        : isToBeRemoved(state, reason) ? Words::tr("To be removed", "offline data")
                                       : Words::tr("To be replaced", "offline data");
}

QString of(OfflineRefill refill)
{
    switch (refill) {
    case OfflineRefill::Contact:
        return Words::tr("Automatic", "how offline data are renewed");
    case OfflineRefill::Logon:
        return Words::tr("Needs a logon", "how offline data are renewed");
    }
    return {};
}

Tone toneOf(WorkstationState state)
{
    switch (state) {
    case WorkstationState::Active:
        return Tone::Good;
    case WorkstationState::Silent:
        return Tone::Warning;
    case WorkstationState::Revoked:
        break;
    }
    return Tone::Neutral;
}

Tone toneOf(OfflineSetState state)
{
    switch (state) {
    case OfflineSetState::Valid:
        return Tone::Good;
    case OfflineSetState::Void:
        return Tone::Warning;
    case OfflineSetState::Expired:
        return Tone::Bad;
    case OfflineSetState::Revoked:
        break;
    }
    return Tone::Neutral;
}

QString clockDifference(std::optional<int> offsetSeconds)
{
    if (!offsetSeconds) {
        return {};
    }
    const QString span = spanOf(std::abs(*offsetSeconds));
    if (clockTone(offsetSeconds) == Tone::Neutral) { // less would only hide those that matter
        return Words::tr("on time");
    }
    return *offsetSeconds > 0 ? Words::tr("%1 ahead").arg(span) : Words::tr("%1 behind").arg(span);
}

Tone clockTone(std::optional<int> offsetSeconds)
{
    const int away = std::abs(offsetSeconds.value_or(0));
    return away > clockRefused ? Tone::Bad : away > clockWarned ? Tone::Warning : Tone::Neutral;
}

bool isToBeRemoved(OfflineSetState state, const QString& reason)
{
    return state == OfflineSetState::Void && !isReplaced(reason) && !isKept(state, reason);
}

bool isKept(OfflineSetState state, const QString& reason)
{
    return state == OfflineSetState::Void && reason == QLatin1String("token_lost");
}

bool opensStill(const OfflineSet& set, contract::Timestamp now)
{
    const bool over = set.state == OfflineSetState::Void || set.state == OfflineSetState::Revoked;
    return over && set.expiresAt > now && !isGone(set.stateReason);
}

bool needsLogon(const OfflineSet& set)
{
    return set.refill == OfflineRefill::Logon || set.state == OfflineSetState::Expired
        || set.stateReason == QLatin1String("pin_changed");
}

QString renewal(const OfflineSet& set)
{
    if (set.state == OfflineSetState::Revoked || isToBeRemoved(set.state, set.stateReason)
        || isKept(set.state, set.stateReason)) {
        return {};
    }
    const bool logon = needsLogon(set);
    if (set.refillWanted) {
        return logon ? Words::tr("At the next logon") : Words::tr("At the next contact");
    }
    return of(logon ? OfflineRefill::Logon : OfflineRefill::Contact);
}

QString daysLeft(double days)
{
    constexpr double hoursEach = 24;
    if (days >= 2) {
        return Words::tr("%n day(s)", "that are left", static_cast<int>(std::floor(days)));
    }
    const int hours = static_cast<int>(std::floor(days * hoursEach));
    return hours >= 1 ? Words::tr("%n hour(s)", "that are left", hours) : Words::tr("under an hour");
}

Tone daysTone(const OfflineSet& set)
{
    if (set.state != OfflineSetState::Valid) {
        return toneOf(set.state);
    }
    return set.daysLeft < urgentDays ? Tone::Bad : set.daysLeft < warnedDays ? Tone::Warning : Tone::Good;
}

bool reportsOtherwise(const OfflineSet& set)
{
    return set.state == OfflineSetState::Valid && set.daysReported
        && std::abs(reportedDaysLeft(set) - set.daysLeft) > reportTolerance;
}

double reportedDaysLeft(const OfflineSet& set)
{
    using Days = std::chrono::duration<double, std::ratio<86'400>>;
    const double then = set.reportedAt ? Days(set.expiresAt - *set.reportedAt).count() : set.daysLeft;
    return std::max(0.0, set.daysReported.value_or(then) - (then - set.daysLeft));
}

QString standing(const OfflineSet& set)
{
    const QString why = reason(set.stateReason);
    const bool told = set.state == OfflineSetState::Void && !why.isEmpty();
    const QString state = of(set.state, set.stateReason);
    return told ? Words::tr("%1: %2", "state of offline data: why").arg(state, why) : state;
}

QString codesInside(const OfflineSet& set)
{
    QStringList there;
    QStringList read;
    for (const contract::OfflineEmergencyCode& code : set.codes) {
        (code.readAt ? read : there) << codeName(code.replaces);
    }
    QString text = there.join(QStringLiteral(", "));
    if (!read.isEmpty()) {
        const QString gone = Words::tr("%1 read out").arg(read.join(QStringLiteral(", ")));
        text = text.isEmpty() ? gone : QStringLiteral("%1 (%2)").arg(text, gone);
    }
    return text;
}

QString person(const OfflineSet& set)
{
    return set.userDisplayName.isEmpty() ? set.userName : set.userDisplayName;
}

QString offlineReason(const QString& code)
{
    return find(offlineReasons, code);
}

QString verdictKind(const QString& kind, int digits)
{
    if (kind == QLatin1String("pinBeforeCode")) {
        return Words::tr("PIN + %1-digit code").arg(digits);
    }
    if (kind == QLatin1String("pinpad")) {
        return Words::tr("App with PIN inside, %1 digits").arg(digits);
    }
    return kind == QLatin1String("pinless") ? Words::tr("%1-digit code, no PIN").arg(digits) : kind;
}

QString verdictReason(const contract::OfflineVerdict& verdict)
{
    if (verdict.kind == QLatin1String("pinpad") && !verdict.allowed) {
        return Words::tr("always too short", "a passcode");
    }
    if (verdict.kind == QLatin1String("pinless") && !verdict.allowed) {
        return Words::tr("too short", "a passcode");
    }
    const QString known = offlineReason(verdict.reason);
    return known.isEmpty() ? verdict.reason : known;
}

} // namespace holdfast::models::words
