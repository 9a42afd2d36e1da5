// SPDX-License-Identifier: Apache-2.0
#include "tests/offline/set_maker.h"

#include "services/otp/oath.h"

namespace holdfast::testing {

using contract::Secret;
using contract::Timestamp;

Secret secret(const char* text)
{
    return Secret(QByteArrayView(text));
}

Timestamp atStep(qint64 step, int seconds)
{
    return otp::stepStart(step, interval) + std::chrono::seconds(seconds);
}

Timestamp atHour(double hours)
{
    return contract::fromMilliseconds((mondaySeconds + static_cast<qint64>(hours * 3600)) * 1000);
}

QByteArray totpKey()
{
    return QByteArrayLiteral("12345678901234567890");
}

SetMaker::SetMaker()
    : service(offline::makeSigningKey())
    , workstation(offline::makeAgreementKey())
{
    offline::SetHeader& header = content.header;
    header.setId = QStringLiteral("31");
    header.workstationId = QString::fromLatin1(workstationId);
    header.userId = QStringLiteral("7");
    header.userName = QStringLiteral("anna");
    header.tokenSerial = QStringLiteral("000123456789");
    header.kind = contract::TokenKind::Totp;
    header.digits = 6;
    header.intervalSeconds = interval;
    header.pinStyle = contract::PinStyle::BeforeCode;
    const QByteArray pinSalt(16, 's');
    header.pinSalt = QString::fromLatin1(pinSalt.toBase64());
    header.slowHash = {8192, 1};
    header.hiddenBits = 8;
    header.days = {{firstStep, stepsADay}, {firstStep + stepsADay, stepsADay}};
    header.issuedAt = atHour(0);
    header.expiresAt = atHour(48);
    header.maxFailures = 3;
    header.warnDays = 1;
    content.pinKey = offline::slowKey(secret("1234"), pinSalt, header.slowHash);
    content.code = [](qint64 step) {
        return otp::hotp(totpKey(), static_cast<quint64>(step), 6);
    };
}

void SetMaker::countUses(qint64 first, int count)
{
    content.header.kind = contract::TokenKind::Hotp;
    content.header.intervalSeconds = 0;
    content.header.days = {{first, count}};
    content.header.lastStep = first - 1;
}

void SetMaker::withoutPin()
{
    content.header.pinStyle = contract::PinStyle::None;
    content.header.pinSalt.clear();
    content.pinKey = {};
}

void SetMaker::addEmergency(contract::CodeReplaces replaces, const char* code, Timestamp expiresAt)
{
    content.emergency.push_back({replaces, secret(code), expiresAt});
}

Secret SetMaker::passcode(qint64 step, const char* pin) const
{
    return Secret(QByteArrayView(pin + content.code(step).view().toByteArray()));
}

void SetMaker::build()
{
    built = offline::buildSet(content, service.privateKey);
    set = read(built.bytes).value();
}

contract::Result<offline::OfflineSet> SetMaker::read(QByteArray bytes) const
{
    return offline::OfflineSet::read(std::move(bytes), service.publicKey, QString::fromLatin1(workstationId));
}

offline::SetState SetMaker::freshState(Timestamp serverTime) const
{
    return offline::stateOf(*set, built.keys, serverTime);
}

Prompt::Prompt(const SetMaker& maker, Timestamp serverTime)
    : state(maker.freshState(serverTime))
    , m_maker(maker)
    , m_verifier(offline::makeRecordVerifier())
{ }

offline::Verification Prompt::tryPasscode(const Secret& passcode, Timestamp now)
{
    ++state.failures;
    offline::Verification result = m_verifier->verify(*m_maker.set, state, passcode, now);
    state = result.after;
    return result;
}

} // namespace holdfast::testing
