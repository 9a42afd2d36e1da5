// SPDX-License-Identifier: Apache-2.0
// The checks of the offline explanation: what each is called, what was found, what is required.
#include "models/words_offline.h"
#include "models/words_table.h"

namespace holdfast::models::words {

using contract::Check;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

constexpr std::array offlineTitles {
    Entry {"workstation_active", QT_TRANSLATE_NOOP("Words", "Workstation is enrolled")},
    Entry {"workstation_clock", QT_TRANSLATE_NOOP("Words", "Workstation's clock is right")},
    Entry {"offline_policy_domain", QT_TRANSLATE_NOOP("Words", "The right policy applies")},
    Entry {"offline_enabled", QT_TRANSLATE_NOOP("Words", "Offline logon is on")},
    Entry {"offline_pin", QT_TRANSLATE_NOOP("Words", "PIN for offline use")},
    Entry {"offline_token_kind", QT_TRANSLATE_NOOP("Words", "Kind of token is allowed")},
    Entry {"offline_passcode_length", QT_TRANSLATE_NOOP("Words", "Passcode is long enough")},
    Entry {"offline_codes", QT_TRANSLATE_NOOP("Words", "Emergency codes go along")},
    Entry {"offline_proof", QT_TRANSLATE_NOOP("Words", "Logon with a network")},
};

constexpr std::array offlineRequirements {
    Entry {"workstation_active", QT_TRANSLATE_NOOP("Words", "enrolled, and not revoked")},
    Entry {"workstation_clock", QT_TRANSLATE_NOOP("Words", "less than a minute off")},
    Entry {"offline_policy_domain", QT_TRANSLATE_NOOP("Words", "the policy that was meant for this person")},
    Entry {"offline_enabled", QT_TRANSLATE_NOOP("Words", "on")},
    Entry {"offline_pin", QT_TRANSLATE_NOOP("Words", "known at a logon")},
    Entry {"offline_codes",
           QT_TRANSLATE_NOOP("Words", "some emergency code, to be read out when it is needed")},
    Entry {"offline_proof", QT_TRANSLATE_NOOP("Words", "a logon at the workstation with a network")},
};

QString lengthIn(const Check& check, const char* name)
{
    return Words::tr("%n character(s)", nullptr, check.detail.value(QLatin1String(name)).toInt());
}

} // namespace

QString offlineCheckTitle(const Check& check)
{
    return find(offlineTitles, check.id);
}

QString offlineCheckFound(const Check& check)
{
    const QString& id = check.id;
    if (offlineCheckTitle(check).isEmpty()) {
        return {};
    }
    if (id == QLatin1String("workstation_active")) {
        return check.passed ? Words::tr("enrolled") : Words::tr("revoked");
    }
    if (id == QLatin1String("workstation_clock")) {
        const QString found = clockDifference(check.detail.value(QLatin1String("offsetSeconds")).toInt());
        return check.found == QLatin1String("not known yet") ? Words::tr("not known yet") : found;
    }
    if (id == QLatin1String("offline_enabled")) {
        return check.passed ? Words::tr("on", "offline logon") : Words::tr("off", "offline logon");
    }
    if (id == QLatin1String("offline_passcode_length") && !check.passed) {
        return lengthIn(check, "length");
    }
    if (id == QLatin1String("offline_pin")) {
        const QString style = check.detail.value(QLatin1String("pinStyle")).toString();
        if (check.detail.value(QLatin1String("warning")).toBool()) {
            return style == QLatin1String("mixed")
                ? Words::tr("mixed in by the app: only a logon at the workstation renews the data")
                : Words::tr("to be chosen: the logon at the workstation will ask for it");
        }
        return style == QLatin1String("none") ? Words::tr("no PIN") : Words::tr("typed before the code");
    }
    if (id == QLatin1String("offline_proof")) {
        return check.detail.value(QLatin1String("warning")).toBool()
            ? Words::tr("none yet: data come with the next logon there while it has a network")
            : Words::tr("data are there");
    }
    const QString why = offlineReason(check.detail.value(QLatin1String("reason")).toString());
    if (!check.passed && !why.isEmpty()) {
        return why;
    }
    return check.found;
}

QString offlineCheckRequired(const Check& check)
{
    if (check.id == QLatin1String("offline_passcode_length")) {
        return Words::tr("at least %1").arg(lengthIn(check, "minimum"));
    }
    if (check.id == QLatin1String("offline_token_kind")) {
        return Words::tr("long enough, or allowed although weaker");
    }
    return find(offlineRequirements, check.id);
}

} // namespace holdfast::models::words
