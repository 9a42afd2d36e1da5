// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/pin_rules.h"

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
    }
    return {};
}

std::vector<PinFault> faultsOf(const PinRules& rules, const contract::Secret& pin)
{
    const QByteArrayView text = pin.reveal();
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
    if (rules.refuseTrivial && isTrivial(text)) {
        faults.push_back(PinFault::Trivial);
    }
    return faults;
}

} // namespace holdfast::authentication
