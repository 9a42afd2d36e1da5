// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/pin_rules.h"

#include "services/security/random.h"

#include <algorithm>

namespace holdfast::authentication {

namespace {

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

bool isLetter(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

bool isTrivial(QByteArrayView pin)
{
    if (pin.size() < 2) {
        return true;
    }
    const int step = pin.at(1) - pin.at(0);
    if (step < -1 || step > 1) {
        return false;
    }
    return std::adjacent_find(pin.begin(), pin.end(), [step](char a, char b) { return b - a != step; })
        == pin.end();
}

// 1212, 123123: one group twice or more, the last time perhaps not to its end.
bool isRepetition(QByteArrayView pin)
{
    for (qsizetype period = 1; period <= pin.size() / 2; ++period) {
        if (pin.sliced(period) == pin.first(pin.size() - period)) {
            return true;
        }
    }
    return false;
}

bool holdsWord(const QStringList& words, QByteArrayView pin)
{
    const QString text = QString::fromLatin1(pin).toLower();
    QString backwards = text;
    std::reverse(backwards.begin(), backwards.end());
    return std::any_of(words.begin(), words.end(),
                       [&](const QString& word) { return text.contains(word) || backwards.contains(word); });
}

} // namespace

QString PinRules::regularExpression() const
{
    return QStringLiteral("^%1{%2,%3}$")
        .arg(digitsOnly ? QStringLiteral("[0-9]") : QStringLiteral("[0-9A-Za-z]"))
        .arg(minLength)
        .arg(maxLength);
}

PinRules pinRules(const contract::TokenPolicy& policy, const TokenFacts& token)
{
    PinRules rules;
    const bool mixed = token.pinStyle == contract::PinStyle::Mixed;
    rules.maxLength = mixed ? std::min(policy.pinMaxLength, token.digits) : policy.pinMaxLength;
    rules.minLength = std::min(policy.pinMinLength, rules.maxLength);
    rules.digitsOnly = mixed || policy.pinCharacters == contract::PinCharacters::Digits;
    rules.refuseTrivial = policy.refuseTrivialPins;
    for (const QString& word : policy.pinExcludedWords) {
        rules.excludedWords << word.toLower();
    }
    rules.history = policy.pinHistory;
    rules.given = policy.pinChoice == contract::PinChoice::Service;
    return rules;
}

QString codeOf(PinFault fault)
{
    switch (fault) {
    case PinFault::TooShort:
        return QStringLiteral("too_short");
    case PinFault::TooLong:
        return QStringLiteral("too_long");
    case PinFault::NotDigits:
        return QStringLiteral("not_digits");
    case PinFault::NotLettersOrDigits:
        return QStringLiteral("not_letters_or_digits");
    case PinFault::SameAsBefore:
        return QStringLiteral("same_as_before");
    case PinFault::Trivial:
        return QStringLiteral("trivial");
    case PinFault::ExcludedWord:
        return QStringLiteral("excluded_word");
    case PinFault::UsedBefore:
        return QStringLiteral("used_before");
    case PinFault::NotAsGiven:
        return QStringLiteral("not_as_given");
    }
    return {};
}

namespace {

std::vector<PinFault> shapeFaults(const PinRules& rules, QByteArrayView text)
{
    std::vector<PinFault> faults;
    if (text.size() < rules.minLength) {
        faults.push_back(PinFault::TooShort);
    }
    if (text.size() > rules.maxLength) {
        faults.push_back(PinFault::TooLong);
    }
    if (rules.digitsOnly && !std::all_of(text.begin(), text.end(), isDigit)) {
        faults.push_back(PinFault::NotDigits);
    } else if (!std::all_of(text.begin(), text.end(), [](char c) { return isDigit(c) || isLetter(c); })) {
        faults.push_back(PinFault::NotLettersOrDigits);
    }
    return faults;
}

} // namespace

bool hasShape(const PinRules& rules, const contract::Secret& pin)
{
    return shapeFaults(rules, pin.reveal()).empty();
}

std::vector<PinFault> faultsOf(const PinRules& rules, const contract::Secret& pin)
{
    const QByteArrayView text = pin.reveal();
    std::vector<PinFault> faults = shapeFaults(rules, text);
    if (rules.refuseTrivial && (isTrivial(text) || isRepetition(text))) {
        faults.push_back(PinFault::Trivial);
    }
    if (holdsWord(rules.excludedWords, text)) {
        faults.push_back(PinFault::ExcludedWord);
    }
    return faults;
}

contract::Secret generatePin(const PinRules& rules)
{
    constexpr int usual = 6;
    constexpr int tries = 1000; // words that leave next to nothing: a PIN with one of them rather than none
    const QByteArrayView alphabet =
        rules.digitsOnly ? QByteArrayView("0123456789") : security::readableAlphabet;
    const int length = std::clamp(usual, rules.minLength, rules.maxLength);
    contract::Secret pin = security::randomText(length, alphabet);
    for (int i = 0; i < tries && !faultsOf(rules, pin).empty(); ++i) {
        pin = security::randomText(length, alphabet);
    }
    return pin;
}

} // namespace holdfast::authentication
