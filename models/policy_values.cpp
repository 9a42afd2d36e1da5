// SPDX-License-Identifier: Apache-2.0
#include "models/policy_values.h"

#include "models/formats.h"
#include "models/policy_fields.h"
#include "models/words.h"
#include "models/words_table.h"

#include <QJsonArray>
#include <QLocale>

namespace holdfast::models {

using words::Entry;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PolicyValues)
};

constexpr std::array labels {
    Entry {"name", QT_TRANSLATE_NOOP("Words", "Name")},
    Entry {"notes", QT_TRANSLATE_NOOP("Words", "Notes")},
    Entry {"isDefault", QT_TRANSLATE_NOOP("Words", "Is the default")},
    Entry {"maxFailures", QT_TRANSLATE_NOOP("Words", "Wrong codes in a row")},
    Entry {"windowSeconds", QT_TRANSLATE_NOOP("Words", "Counted within")},
    Entry {"unlockBy", QT_TRANSLATE_NOOP("Words", "Unlocked by")},
    Entry {"unlockAfterSeconds", QT_TRANSLATE_NOOP("Words", "Unlocked after")},
    Entry {"pinMinLength", QT_TRANSLATE_NOOP("Words", "Shortest PIN")},
    Entry {"pinMaxLength", QT_TRANSLATE_NOOP("Words", "Longest PIN")},
    Entry {"pinCharacters", QT_TRANSLATE_NOOP("Words", "PINs are made of")},
    Entry {"refuseTrivialPins", QT_TRANSLATE_NOOP("Words", "Refuse 1111, 1234 and the like")},
    Entry {"nextTokencodeAfter", QT_TRANSLATE_NOOP("Words", "Next code asked for after wrong codes")},
    Entry {"acceptedSteps", QT_TRANSLATE_NOOP("Words", "Steps accepted at once")},
    Entry {"nextTokencodeSteps", QT_TRANSLATE_NOOP("Words", "Steps accepted with the next code")},
    Entry {"counterLookAhead", QT_TRANSLATE_NOOP("Words", "Counter tokens look ahead")},
    Entry {"emergencyCodeMinutes", QT_TRANSLATE_NOOP("Words", "Proposed life of emergency codes")},
    Entry {"emergencyCodeMaxMinutes", QT_TRANSLATE_NOOP("Words", "Longest life of emergency codes")},
    Entry {"minimumPasscodeLength", QT_TRANSLATE_NOOP("Words", "Shortest passcode")},
    Entry {"allowPinpadOrSoftware", QT_TRANSLATE_NOOP("Words", "Passcodes mixed by an app")},
    Entry {"allowPinless", QT_TRANSLATE_NOOP("Words", "Tokens without a PIN")},
    Entry {"allowFixedPasscode", QT_TRANSLATE_NOOP("Words", "Fixed passcodes")},
    Entry {"offlineDays", QT_TRANSLATE_NOOP("Words", "Days granted at each contact")},
    Entry {"warnDays", QT_TRANSLATE_NOOP("Words", "Warn when so many are left")},
    Entry {"emergencyTokencodes", QT_TRANSLATE_NOOP("Words", "Keep a code that replaces the tokencode")},
    Entry {"emergencyPasscodes", QT_TRANSLATE_NOOP("Words", "Keep a code that replaces PIN and tokencode")},
    Entry {"emergencyCodeLetters", QT_TRANSLATE_NOOP("Words", "Letters in emergency codes")},
    Entry {"emergencyCodeDays", QT_TRANSLATE_NOOP("Words", "Life of emergency codes")},
    Entry {"logonsPerDay", QT_TRANSLATE_NOOP("Words", "Codes of counter tokens for each day")},
    Entry {"uploadEvents", QT_TRANSLATE_NOOP("Words", "Report offline logons")},
    Entry {"allowChallenges", QT_TRANSLATE_NOOP("Words", "Challenge and response over the telephone")},
    Entry {"helpText", QT_TRANSLATE_NOOP("Words", "Whom to ask")},
    Entry {"enabled", QT_TRANSLATE_NOOP("Words", "In force")},
};

// Of a newer service: "pinHistoryLength" reads "Pin history length".
QString labelOf(const QString& field)
{
    if (const QString known = words::find(labels, field); !known.isEmpty()) {
        return known;
    }
    QString spelled;
    for (const QChar c : field) {
        spelled += c.isUpper() ? QStringLiteral(" ") + c.toLower() : QString(c);
    }
    return spelled.left(1).toUpper() + spelled.mid(1);
}

QString nameOf(const QString& name)
{
    if (const auto who = contract::enumValue<contract::UnlockBy>(name)) {
        return words::of(*who);
    }
    if (const auto characters = contract::enumValue<contract::PinCharacters>(name)) {
        return words::of(*characters);
    }
    return name.isEmpty() ? Texts::tr("none") : name;
}

QString textOf(const QString& field, const QJsonValue& value)
{
    using std::chrono::minutes;
    const qint64 number = value.toInteger();
    if (value.isBool()) {
        return value.toBool() ? Texts::tr("yes") : Texts::tr("no");
    }
    if (value.isString()) {
        return nameOf(value.toString());
    }
    if (value.isArray()) {
        return Texts::tr("%n entries", nullptr, static_cast<int>(value.toArray().size()));
    }
    if (value.isNull() || value.isUndefined()) {
        return Texts::tr("none");
    }
    if (field.endsWith(QLatin1String("Seconds"))) {
        return duration(std::chrono::ceil<minutes>(std::chrono::seconds(number)));
    }
    if (field.endsWith(QLatin1String("Minutes"))) {
        return duration(minutes(number));
    }
    if (field.endsWith(QLatin1String("Days"))) {
        return Texts::tr("%n day(s)", nullptr, static_cast<int>(number));
    }
    return QLocale().toString(number);
}

} // namespace

QList<PolicyValue> policyValues(const AnyPolicy& policy)
{
    static const QStringList noSettings {QStringLiteral("id"),      QStringLiteral("name"),
                                         QStringLiteral("notes"),   QStringLiteral("isDefault"),
                                         QStringLiteral("domains"), QStringLiteral("version")};
    const QJsonObject json = policyJson(policy);
    QList<PolicyValue> values;
    const auto add = [&](const char* name) {
        const QString field = QString::fromLatin1(name);
        if (!noSettings.contains(field)) {
            values.append({field, labelOf(field), textOf(field, json.value(field))});
        }
    };
    std::visit(
        [&](const auto& known) {
            using T = std::decay_t<decltype(known)>;
            contract::withFields<T>([&](const auto&... fields) { (add(fields.name), ...); });
        },
        policy);
    return values;
}

QList<PolicyChange> policyChanges(const QJsonObject& changes)
{
    QList<PolicyChange> words;
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        const QJsonArray both = it.value().toArray();
        words.append({labelOf(it.key()), textOf(it.key(), both.at(0)), textOf(it.key(), both.at(1))});
    }
    return words;
}

} // namespace holdfast::models
