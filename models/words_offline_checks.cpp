// SPDX-License-Identifier: Apache-2.0
// The checks of the offline explanation: what each is called, what was found, what is required.
#include "models/words_offline.h"
#include "models/words_table.h"

#include <QRegularExpression>

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
    Entry {"workstation_clock", QT_TRANSLATE_NOOP("Words", "at most five minutes off (a warning from one)")},
    Entry {"offline_policy_domain", QT_TRANSLATE_NOOP("Words", "a policy that allows it")},
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

// What the service found, of which it sends the English sentence alone; empty where it is not known here.
QString lengthFound(const QString& found)
{
    static const QRegularExpression numbers(QStringLiteral("^(\\d+)(?: to (\\d+))? character"));
    const auto match = numbers.match(found);
    if (!match.hasMatch()) {
        return {};
    }
    const QString length = match.captured(2).isEmpty()
        ? Words::tr("%n character(s)", nullptr, match.captured(1).toInt())
        : Words::tr("%1 to %2 characters, by the PIN").arg(match.captured(1), match.captured(2));
    return found.endsWith(QLatin1String("exempt")) ? Words::tr("%1; allowed although weaker").arg(length)
                                                   : length;
}

QString kindFound(const QString& found)
{
    return found.startsWith(QLatin1String("PINPad"))     ? Words::tr("the app mixes the PIN in")
        : found.startsWith(QLatin1String("without PIN")) ? Words::tr("no PIN")
                                                         : Words::tr("PIN and code are typed");
}

QString codesFound(const QString& found)
{
    return found == QLatin1String("tokencode and passcode")
        ? Words::tr("for a lost token and for a forgotten PIN")
        : found == QLatin1String("tokencode") ? Words::tr("for a lost token")
        : found == QLatin1String("passcode")  ? Words::tr("in place of PIN and token")
        : found == QLatin1String("none")      ? Words::tr("none", "emergency codes that go along")
                                              : found;
}

QString policyFound(const Check& check)
{
    if (!check.origin) {
        return check.found;
    }
    const QString own = check.origin->policyName;
    const QString better = check.detail.value(QLatin1String("betterPolicy")).toString();
    if (!check.passed && !better.isEmpty()) {
        return Words::tr("“%1” counts, which refuses; “%2” would not").arg(own, better);
    }
    const QString there = check.detail.value(QLatin1String("workstationPolicy")).toString();
    return there.isEmpty()
        ? Words::tr("“%1”", "the name of a policy").arg(own)
        : Words::tr("“%1”, and “%2” of the workstation: the stricter value counts").arg(own, there);
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
    if (id == QLatin1String("offline_passcode_length")) {
        const QString length = check.passed ? lengthFound(check.found) : lengthIn(check, "length");
        return length.isEmpty() ? check.found : length;
    }
    if (id == QLatin1String("offline_token_kind") && check.passed) {
        return kindFound(check.found);
    }
    if (id == QLatin1String("offline_codes")) {
        return codesFound(check.found);
    }
    if (id == QLatin1String("offline_policy_domain")) {
        return policyFound(check);
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

QString offlineCure(const Check& check)
{
    if (check.cure && check.cure->action == contract::CardAction::ChoosePolicy) {
        return Words::tr("Let %1 take “%2”", "a domain, a policy")
            .arg(check.detail.value(QLatin1String("domain")).toString(),
                 check.detail.value(QLatin1String("betterPolicy")).toString());
    }
    if (!check.cure || check.cure->action != contract::CardAction::ChangePolicy) {
        return {};
    }
    const QJsonObject& changed = check.cure->body;
    const QString reason = check.detail.value(QLatin1String("reason")).toString();
    if (check.id == QLatin1String("offline_enabled")) {
        return Words::tr("Turn offline logon on");
    }
    if (check.id == QLatin1String("offline_passcode_length")) {
        return Words::tr("Ask for %n character(s)", nullptr,
                         changed.value(QLatin1String("minimumPasscodeLength")).toInt());
    }
    if (check.id == QLatin1String("offline_token_kind")) {
        return reason == QLatin1String("pinless_not_allowed") ? Words::tr("Allow tokens without a PIN")
                                                              : Words::tr("Allow passcodes mixed by an app");
    }
    if (check.id == QLatin1String("offline_codes")) { // none went along before
        return changed.value(QLatin1String("emergencyPasscodes")).toBool()
            ? Words::tr("Send a code for PIN and token along")
            : Words::tr("Send a code for the token along");
    }
    return {};
}

QString offlineCureReach(const Check& check)
{
    if (!check.cure) {
        return {};
    }
    if (check.cure->action == contract::CardAction::ChoosePolicy) {
        return Words::tr("For everybody in %1").arg(check.detail.value(QLatin1String("domain")).toString());
    }
    if (check.cure->action != contract::CardAction::ChangePolicy || !check.origin) {
        return {};
    }
    return (check.origin->kind == contract::OriginKind::Default
                ? Words::tr("In “%1”: for every domain without its own")
                : Words::tr("In “%1”: for every domain that takes it"))
        .arg(check.origin->policyName);
}

QString offlineCheckRequired(const Check& check)
{
    if (check.id == QLatin1String("offline_passcode_length")) {
        return Words::tr("at least %1").arg(lengthIn(check, "minimum"));
    }
    if (check.id == QLatin1String("offline_token_kind")) {
        const QString reason = check.detail.value(QLatin1String("reason")).toString();
        return reason == QLatin1String("pinless_not_allowed")
            ? Words::tr("a token with a PIN, or “Tokens without a PIN” allowed")
            : reason == QLatin1String("pinpad_not_allowed")
            ? Words::tr("a token whose PIN is typed, or “Passcodes mixed by an app” allowed")
            : Words::tr("long enough, or allowed although weaker");
    }
    return find(offlineRequirements, check.id);
}

} // namespace holdfast::models::words
