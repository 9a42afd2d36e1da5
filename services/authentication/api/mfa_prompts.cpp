// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/mfa_prompts.h"

#include "services/otp/code.h"

#include <array>

namespace holdfast::authentication::mfa {

using contract::ChallengeMethods;
using contract::MethodSet;
using contract::NameValue;
using contract::Prompt;
using contract::RequiredMethod;

namespace {

struct Text
{
    const char* id;
    const char* english;
    const char* german;
};

constexpr std::array texts {
    Text {"SECURID_PASSCODE", "Enter your passcode (PIN and tokencode).",
          "Geben Sie Ihren Passcode ein (PIN und Tokencode)."},
    Text {"EMERGENCY_TOKENCODE", "Enter your emergency code; if you have a PIN, enter the PIN first.",
          "Geben Sie Ihren Notfallcode ein; wenn Sie eine PIN haben, zuerst die PIN."},
    Text {"SECURID_NEXT_TOKENCODE",
          "Wait until the tokencode changes, then enter the next tokencode without your PIN.",
          "Warten Sie, bis der Tokencode wechselt, und geben Sie dann den nächsten ohne PIN ein."},
    Text {"SECURID_NEWPIN", "Choose a new PIN of %1 to %2 %3.", "Wählen Sie eine neue PIN mit %1 bis %2 %3."},
    Text {"SECURID_NEWPIN_DIGITS", "digits", "Ziffern"},
    Text {"SECURID_NEWPIN_LETTERS_AND_DIGITS", "letters or digits", "Buchstaben oder Ziffern"},
    Text {"SECURID_NEWPIN_AGAIN", "Enter the new PIN again.", "Geben Sie die neue PIN noch einmal ein."},
    Text {"SECURID_NEWPIN_DIFFERENT", "The two PINs were not the same.",
          "Die beiden PINs waren nicht gleich."},
    Text {"SECURID_NEWPIN_TOO_SHORT", "That PIN is too short.", "Diese PIN ist zu kurz."},
    Text {"SECURID_NEWPIN_TOO_LONG", "That PIN is too long.", "Diese PIN ist zu lang."},
    Text {"SECURID_NEWPIN_NOT_DIGITS", "A PIN may hold digits only.", "Eine PIN darf nur Ziffern enthalten."},
    Text {"SECURID_NEWPIN_NOT_LETTERS_OR_DIGITS", "A PIN may hold letters and digits only.",
          "Eine PIN darf nur Buchstaben und Ziffern enthalten."},
    Text {"SECURID_NEWPIN_SAME_AS_BEFORE", "The new PIN must differ from the old one.",
          "Die neue PIN muss sich von der alten unterscheiden."},
    Text {"SECURID_NEWPIN_TRIVIAL", "That PIN is too easy to guess.", "Diese PIN ist zu leicht zu erraten."},
    Text {"SECURID_NEWPIN_EXCLUDED_WORD", "That PIN holds a word or number that is not allowed.",
          "Diese PIN enthält ein Wort oder eine Zahl, die nicht erlaubt ist."},
    Text {"SECURID_NEWPIN_USED_BEFORE", "That PIN was used before.",
          "Diese PIN wurde schon einmal verwendet."},
    Text {"SECURID_NEWPIN_NOT_AS_GIVEN", "That is not the PIN that you were given.",
          "Das ist nicht die PIN, die Sie bekommen haben."},
    Text {"SECURID_NEWPIN_GIVEN", "Your new PIN is %1. Remember it, and enter it to confirm.",
          "Ihre neue PIN ist %1. Merken Sie sich diese und geben Sie sie zur Bestätigung ein."},
};

QString textOf(const char* id, Language language)
{
    for (const Text& text : texts) {
        if (qstrcmp(text.id, id) == 0) {
            return QString::fromUtf8(language == Language::German ? text.german : text.english);
        }
    }
    return {};
}

RequiredMethod methodOf(QLatin1String id, QLatin1String displayName, int priority, Prompt prompt,
                        const QString& referenceId)
{
    contract::MethodVersion version;
    version.versionId = QStringLiteral("1.0.0");
    version.referenceId = referenceId;
    version.prompt = std::move(prompt);
    return {.methodId = id, .displayName = displayName, .priority = priority, .versions = {version}};
}

Prompt promptOf(const char* id, Language language, int minLength, int maxLength)
{
    Prompt prompt;
    prompt.promptResourceId = QString::fromLatin1(id);
    prompt.defaultText = textOf(id, language);
    prompt.formatRegex = QStringLiteral("^.{%1,%2}$").arg(minLength).arg(maxLength);
    prompt.minLength = minLength;
    prompt.maxLength = maxLength;
    return prompt;
}

ChallengeMethods alone(const RequiredMethod& method)
{
    return {.challenges = {MethodSet {.methodSetId = method.methodId, .requiredMethods = {method}}}};
}

constexpr int longestPin = 16;
constexpr int longestPasscode = 64; // spaces and dashes of an emergency code included

} // namespace

Language languageOf(const std::optional<QString>& lang)
{
    const QString text = lang.value_or(QString()).toLower().replace(u'-', u'_');
    return text.split(u'_').contains(QStringLiteral("de")) ? Language::German : Language::English;
}

std::vector<NameValue> resources(Language language, const QString& resourceId)
{
    std::vector<NameValue> found;
    for (const Text& text : texts) {
        const QString id = QString::fromLatin1(text.id);
        if (resourceId.isEmpty() || resourceId == id) {
            found.push_back({.name = id, .value = textOf(text.id, language)});
        }
    }
    return found;
}

ChallengeMethods challengePasscode(Language language, const QString& onlyMethod, const QString& referenceId)
{
    const RequiredMethod passcode =
        methodOf(method::passcode, QLatin1String("SECURID"), 1,
                 promptOf("SECURID_PASSCODE", language, otp::minDigits, longestPasscode), referenceId);
    const RequiredMethod emergency =
        methodOf(method::emergencyCode, QLatin1String("Emergency Tokencode"), 2,
                 promptOf("EMERGENCY_TOKENCODE", language, 8, longestPasscode), referenceId);
    if (onlyMethod == method::emergencyCode) {
        return alone(emergency);
    }
    ChallengeMethods methods = alone(passcode);
    if (onlyMethod != method::passcode) {
        methods.challenges.push_back(alone(emergency).challenges.front());
    }
    return methods;
}

ChallengeMethods challengeNextTokencode(Language language, const QString& referenceId)
{
    return alone(
        methodOf(method::nextTokencode, method::nextTokencode, 1,
                 promptOf("SECURID_NEXT_TOKENCODE", language, otp::minDigits, longestPin + otp::maxDigits),
                 referenceId));
}

ChallengeMethods challengeNewPin(Language language, const PinRules& rules,
                                 const std::vector<PinFault>& faults, const contract::Secret& given,
                                 const QString& referenceId)
{
    Prompt prompt = promptOf(given.isEmpty() ? "SECURID_NEWPIN" : "SECURID_NEWPIN_GIVEN", language,
                             rules.minLength, rules.maxLength);
    if (given.isEmpty()) {
        const QString characters = textOf(
            rules.digitsOnly ? "SECURID_NEWPIN_DIGITS" : "SECURID_NEWPIN_LETTERS_AND_DIGITS", language);
        prompt.promptArgs = {QString::number(rules.minLength), QString::number(rules.maxLength), characters};
        prompt.defaultText = prompt.defaultText.arg(rules.minLength).arg(rules.maxLength).arg(characters);
    } else {
        prompt.promptArgs = {QString::fromLatin1(given.reveal())};
        prompt.defaultText = prompt.defaultText.arg(prompt.promptArgs.constFirst());
    }
    prompt.formatRegex = rules.regularExpression();
    prompt.valueBeingDefined = true;
    for (auto fault = faults.rbegin(); fault != faults.rend(); ++fault) {
        const QByteArray id = "SECURID_NEWPIN_" + codeOf(*fault).toUpper().toLatin1();
        prompt.defaultText.prepend(textOf(id.constData(), language) + u' ');
    }
    return alone(methodOf(method::newPin, method::newPin, 1, std::move(prompt), referenceId));
}

} // namespace holdfast::authentication::mfa
