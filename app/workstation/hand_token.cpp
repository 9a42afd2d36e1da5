// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/hand_token.h"

#include "services/otp/oath.h"
#include "services/otp/otpauth_uri.h"
#include "services/otp/pin_pad.h"

namespace holdfast::workstation {

using contract::PinStyle;
using contract::Secret;
using contract::Timestamp;

contract::Result<HandToken> HandToken::of(const demonstration::Hand& hand)
{
    const auto unreadable =
        contract::failure(contract::ErrorKind::NotFound, QStringLiteral("hands_missing"),
                          QStringLiteral("The token of %1 cannot be read.").arg(hand.userName));
    const auto record = otp::readOtpauthUri(1, QString::fromUtf8(hand.otpauth.reveal()));
    if (!record.token) {
        return unreadable;
    }
    const otp::ParsedToken& token = *record.token;
    auto generator = otp::CodeGenerator::create(
        {token.kind, token.algorithm, token.digits, token.intervalSeconds}, token.seed);
    if (!generator) {
        return unreadable;
    }
    return HandToken(hand, std::move(*generator), token.counter);
}

contract::Result<std::vector<HandToken>> readHandTokens(const demonstration::Hands& hands)
{
    std::vector<HandToken> tokens;
    for (const demonstration::Hand& hand : hands.people) {
        auto token = HandToken::of(hand);
        if (!token) {
            return contract::Unexpected(token.error());
        }
        tokens.push_back(std::move(*token));
    }
    return tokens;
}

Secret HandToken::shownAt(qint64 counter) const
{
    const otp::Code code = m_generator.code(counter);
    return m_hand.pinStyle == PinStyle::Mixed ? Secret(otp::mixPin(code, m_hand.pin.reveal()).view())
                                              : Secret(code.view());
}

Secret HandToken::shownAt(Timestamp time) const
{
    return shownAt(otp::stepAt(time, intervalSeconds()));
}

Secret HandToken::passcode(const Secret& shown) const
{
    if (m_hand.pinStyle != PinStyle::BeforeCode) {
        return shown;
    }
    QByteArray text = m_hand.pin.reveal().toByteArray() + shown.reveal().toByteArray();
    Secret passcode {QByteArrayView(text)};
    text.fill('\0');
    return passcode;
}

std::chrono::milliseconds HandToken::leftAt(Timestamp time) const
{
    return otp::stepStart(otp::stepAt(time, intervalSeconds()) + 1, intervalSeconds()) - time;
}

} // namespace holdfast::workstation
