// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/offline/offline_verifier.h"
#include "services/offline/set_builder.h"
#include "services/otp/code_generator.h"

// Sets for tests: of a token with a PIN before its code, cheap to make and to search.
namespace holdfast::testing {

inline constexpr qint64 mondaySeconds = 1780272000; // 2026-06-01T00:00:00Z, in a day's first step
inline constexpr int interval = 60;
inline constexpr qint64 stepsADay = 86400 / interval;
inline constexpr qint64 firstStep = mondaySeconds / interval;
inline constexpr auto workstationId = "12";

[[nodiscard]] contract::Secret secret(const char* text);
[[nodiscard]] contract::Timestamp atStep(qint64 step, int seconds = 30);
[[nodiscard]] contract::Timestamp atHour(double hours); // since that Monday
[[nodiscard]] QByteArray totpKey();

class SetMaker
{
public:
    // Two days of TOTP with the PIN 1234.
    SetMaker();
    // Counter tokens: so many from `first` on.
    void countUses(qint64 first, int count);
    void withoutPin();
    void addEmergency(contract::CodeReplaces replaces, const char* code, contract::Timestamp expiresAt);

    // What the person types at a step.
    [[nodiscard]] contract::Secret passcode(qint64 step, const char* pin = "1234") const;

    // After changes of `content`: builds and reads the set.
    void build();
    [[nodiscard]] contract::Result<offline::OfflineSet> read(QByteArray bytes) const;
    [[nodiscard]] offline::SetState freshState(contract::Timestamp serverTime = atHour(0)) const;

    offline::KeyPair service;
    offline::KeyPair workstation;
    offline::SetContent content;
    offline::BuiltSet built {};
    std::optional<offline::OfflineSet> set {};
};

// As an agent does: counts the failure first, keeps what comes back.
class Prompt
{
public:
    explicit Prompt(const SetMaker& maker, contract::Timestamp serverTime = atHour(0));
    offline::Verification tryPasscode(const contract::Secret& passcode, contract::Timestamp now);
    offline::Verdict verdict(const contract::Secret& passcode, contract::Timestamp now)
    {
        return tryPasscode(passcode, now).verdict;
    }

    offline::SetState state;

private:
    const SetMaker& m_maker;
    std::unique_ptr<offline::OfflineVerifier> m_verifier;
};

} // namespace holdfast::testing
