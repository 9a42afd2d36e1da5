// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/offline_policy.h"

// Why somebody would, or would not, be given offline data at a workstation: what is explained in the console
// is what an issue is decided by.
namespace holdfast::authentication {

inline constexpr int clockOffsetWarned = 60; // seconds: codes are looked for within two steps
inline constexpr int clockOffsetRefused = 300; // requests of an agent whose clock is further off are refused

// As one says it: what was measured to the second is not read that way.
[[nodiscard]] QString clockSpan(int seconds);

struct OfflineWorkstation
{
    qint64 id = 0;
    QString name;
    qint64 domainId = 0;
    QString domainPath;
    bool revoked = false;
    std::optional<int> clockOffsetSeconds {};
};

struct OfflineCase
{
    const AttemptFacts* person = nullptr;
    std::optional<OfflineWorkstation> workstation {};
    EffectiveOfflinePolicy policy {};
    // Of the domains around: would one of them let the person take data along?
    std::vector<OfflinePolicyInEffect> others {};
    struct Pin
    {
        qint64 tokenId = 0;
        int length = 0;
    };
    std::vector<Pin> pins {}; // typed before the code, where their length is known
    std::vector<qint64> pinKeys {}; // tokens whose PIN a logon has shown, so that data can be made without it
    std::vector<qint64> tokensHeld {}; // of which valid data are at that workstation
};

[[nodiscard]] std::optional<int> pinLengthIn(const OfflineCase& facts, const TokenFacts& token);

// Every check in order. Check ids: workstation_active, workstation_clock, offline_policy_domain,
// offline_enabled, those of the account (explain.h), has_token; for each token those of explain.h that the
// token itself is asked, then offline_pin, offline_token_kind, offline_passcode_length, offline_codes,
// offline_proof. `detail.reason` of one that did not pass is of reasons.h or offline_reasons.h;
// `detail.warning` is true on one that passed with something to be said; of offline_pin with the reason
// logon_needed or pin_not_known, where a renewal without a logon, or a logon that shows no PIN, is refused
// for it. `detail.sentence`: to be read.
[[nodiscard]] std::vector<contract::Check> offlineChecks(const OfflineCase& facts, contract::Timestamp now);

// As if the person had this token alone: that another one might be taken along does not help here.
[[nodiscard]] std::vector<contract::Check> offlineChecksOf(const OfflineCase& facts, qint64 tokenId,
                                                           contract::Timestamp now);
// What did not pass, worst first: what nothing else gets around (the workstation, the account, the token)
// before what a setting changes.
[[nodiscard]] std::vector<contract::OfflineCause> offlineCauses(const std::vector<contract::Check>& checks);
// The worst check that stands against data for this token; none: it is given.
[[nodiscard]] std::optional<contract::Check> offlineObstacle(const OfflineCase& facts, qint64 tokenId,
                                                             contract::Timestamp now);
// Whether some token would be given data; else everything that stands against it, and the worst of it.
struct OfflineFinding
{
    bool granted = false;
    QString reason {};
    QString sentence {};
    std::vector<contract::OfflineCause> causes {};
};
[[nodiscard]] OfflineFinding offlineFinding(const std::vector<contract::Check>& checks);

} // namespace holdfast::authentication
