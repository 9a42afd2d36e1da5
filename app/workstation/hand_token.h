// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demonstration/hands.h"
#include "services/otp/code_generator.h"

namespace holdfast::workstation {

// A token in somebody's hand, with the PIN in their head.
class HandToken
{
public:
    // Error: hands_missing, where the file holds no token that can be read.
    static contract::Result<HandToken> of(const demonstration::Hand& hand);

    [[nodiscard]] const demonstration::Hand& hand() const { return m_hand; }
    [[nodiscard]] bool counts() const { return m_generator.parameters().kind == contract::TokenKind::Hotp; }
    // The counter at which the token came to its owner.
    [[nodiscard]] qint64 firstCounter() const { return m_firstCounter; }
    [[nodiscard]] int intervalSeconds() const { return m_generator.parameters().intervalSeconds; }

    // What it shows at a counter, or at a time. An app that mixes the PIN in has been told it.
    [[nodiscard]] contract::Secret shownAt(qint64 counter) const;
    [[nodiscard]] contract::Secret shownAt(contract::Timestamp time) const;
    // What is typed for that.
    [[nodiscard]] contract::Secret passcode(const contract::Secret& shown) const;
    [[nodiscard]] std::chrono::milliseconds leftAt(contract::Timestamp time) const;

private:
    HandToken(demonstration::Hand hand, otp::CodeGenerator generator, qint64 firstCounter)
        : m_hand(std::move(hand))
        , m_generator(std::move(generator))
        , m_firstCounter(firstCounter)
    { }

    demonstration::Hand m_hand;
    otp::CodeGenerator m_generator;
    qint64 m_firstCounter;
};

// Of everybody in the file.
[[nodiscard]] contract::Result<std::vector<HandToken>> readHandTokens(const demonstration::Hands& hands);

} // namespace holdfast::workstation
