// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/offline/offline_set.h"

#include <memory>

namespace holdfast::offline {

// What a workstation remembers of a set, sealed, between two attempts.
struct SetState
{
    QString setId;
    int day = 0; // of keys.day
    SetKeys keys {};
    qint64 lastStep = -1;
    int failures = 0;
    int emergencyFailures = 0;
    std::optional<contract::Timestamp> emergencyAgainAt {}; // the delay after a wrong emergency passcode
    contract::Timestamp highWater {};
    std::optional<qint64> pendingStep {}; // of a counter token's code that wants the next one
};

enum class Verdict
{
    Accepted,
    NextCode, // right, but so far ahead that the next one must follow
    WrongPasscode,
    AlreadyUsed,
    CodesUsedUp, // of a token that counts uses: the whole grant was taken
    TooManyFailures, // only an emergency passcode or an online logon
    ClockSetBack,
    Expired,
    EmergencyExpired,
    EmergencyWait, // before emergencyAgainAt
    EmergencyTooManyFailures,
    Damaged
};

struct Verification
{
    Verdict verdict {};
    std::optional<qint64> step {}; // that matched
    std::optional<contract::CodeReplaces> emergency {}; // an emergency code did it
    SetState after {}; // to be kept before anybody is let in, whatever the verdict
};

// The one place that says whether a passcode is right without a network. An interface, so that the way in
// which it is decided can be replaced as a whole.
class OfflineVerifier
{
public:
    OfflineVerifier() = default;
    OfflineVerifier(const OfflineVerifier&) = delete;
    OfflineVerifier& operator=(const OfflineVerifier&) = delete;
    virtual ~OfflineVerifier() = default;

    // Blocks: some 60 ms with a right passcode, up to 300 with a wrong one. `state` is as it was kept; the
    // caller has written it with one more failure before it calls, and writes `after` when it returns.
    [[nodiscard]] virtual Verification verify(const OfflineSet& set, const SetState& state,
                                              const contract::Secret& passcode,
                                              contract::Timestamp now) const = 0;
};

// By the hidden-salt records of docs/offline-format.md.
[[nodiscard]] std::unique_ptr<OfflineVerifier> makeRecordVerifier();

// The first step that can still be accepted decides which day's key is kept: moves state.day and
// state.keys.day on to it. What was granted for the days before cannot be opened any more.
void moveToPresentDay(const SetHeader& header, SetState& state);
// The mark from which on it would move; nothing on the last day, and for tokens that count uses.
[[nodiscard]] std::optional<contract::Timestamp> nextDayDue(const SetHeader& header, const SetState& state);

// What is left of the grant of a token that counts uses; nothing where it counts time.
[[nodiscard]] std::optional<qint64> codesLeft(const SetHeader& header, const SetState& state);
// Whole and part days until the set ends, by the later of `now` and the mark, and no more than there are
// codes left; never below 0.
[[nodiscard]] double daysLeft(const SetHeader& header, const SetState& state, contract::Timestamp now);
// As it is when a set comes in: with a time that the service told as the mark.
[[nodiscard]] SetState stateOf(const OfflineSet& set, SetKeys keys, contract::Timestamp serverTime);

} // namespace holdfast::offline
