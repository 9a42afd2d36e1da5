// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/facts.h"
#include "services/authentication/domain/reasons.h"
#include "services/contract/offline.h"

// What the offline policies of two domains, the person's and the workstation's, come to together.
namespace holdfast::authentication {

using OfflinePolicyInEffect = InEffect<contract::OfflinePolicy>;

// Setting by setting the stricter value. Identity, name, version and whom to ask are those of the person's
// policy; it may leave the last one to the workstation's.
[[nodiscard]] contract::OfflinePolicy stricter(const contract::OfflinePolicy& person,
                                               const contract::OfflinePolicy& workstation);

struct EffectiveOfflinePolicy
{
    contract::OfflinePolicy policy {};
    OfflinePolicyInEffect person {};
    std::optional<OfflinePolicyInEffect> workstation {}; // none: no workstation is meant

    // The one whose value of the setting is in effect; the person's where both are alike.
    [[nodiscard]] const OfflinePolicyInEffect& decidedBy(const char* setting) const;
};
[[nodiscard]] EffectiveOfflinePolicy
effectiveOfflinePolicy(OfflinePolicyInEffect person, std::optional<OfflinePolicyInEffect> workstation = {});

// What of a token matters to an offline policy.
struct OfflinePasscode
{
    contract::PinStyle style {};
    int digits = 6;
    std::optional<int> pinLength {}; // of a PIN typed before the code, where it is known
    int shortestPin = 4; // where it is not
    int longestPin = 8;
    bool counts = false; // uses, not time
};
[[nodiscard]] OfflinePasscode offlinePasscodeOf(const TokenFacts& token, const contract::TokenPolicy& pins,
                                                std::optional<int> pinLength);

// Whether a passcode like this may be taken offline. Counts what is typed: PIN and tokencode together, or
// what the app shows, which no PIN makes longer.
struct PasscodeVerdict
{
    enum class Answer
    {
        Allowed,
        Refused,
        Unknown // it depends on the length of a PIN of which only a hash is kept
    };
    Answer answer = Answer::Refused;
    Reason reason {}; // long_enough, by_exception, or of offline_reasons
    const char* setting = ""; // that decides
    int shortest = 0; // passcode that can be typed
    int longest = 0;
};
[[nodiscard]] PasscodeVerdict passcodeVerdict(const contract::OfflinePolicy& policy,
                                              const OfflinePasscode& passcode);

// How a token's PIN is typed offline.
[[nodiscard]] contract::PinStyle offlinePinStyle(const TokenFacts& token);

// Those settings that went into a set and decide there, as text: while they stay, an edit leaves the set as
// it is. Whom to ask is not among them: a new text comes with the next renewal.
[[nodiscard]] QString offlineMark(const contract::OfflinePolicy& policy, contract::PinStyle style,
                                  bool counts);
// The failures allowed that are in such a text.
[[nodiscard]] std::optional<int> failuresOfMark(const QString& mark);

// Codes that a token which counts is granted: uses a day times days, and a fifth more, but never so many that
// a workstation could not look through them at a prompt unless each were cheap to guess.
inline constexpr qint64 mostCodesGranted = 512;
[[nodiscard]] qint64 codesGranted(int logonsPerDay, int days);
// Of so many days those that one set can hold: of a counter those for which its codes are meant to last.
// `intervalSeconds`: 0 of a counter.
[[nodiscard]] int daysThatFit(const contract::OfflinePolicy& policy, int intervalSeconds, int days);

// Every kind of token, length of code and of PIN under a policy.
[[nodiscard]] std::vector<contract::OfflineVerdict> offlineVerdicts(const contract::OfflinePolicy& policy);

} // namespace holdfast::authentication
