// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/offline/emergency_form.h"
#include "services/offline/offline_verifier.h"
#include "services/offline/record_search.h"

#include <future>
#include <map>

namespace holdfast::offline {

// A clock that is further behind what is known to be past was set back.
inline constexpr std::chrono::minutes clockTolerance {10};
inline constexpr int emergencyFailuresAllowed = 10;
inline constexpr std::chrono::seconds shortestEmergencyDelay {2};
inline constexpr std::chrono::seconds longestEmergencyDelay {300};

// One passcode against one set.
class RecordAttempt
{
public:
    RecordAttempt(const OfflineSet& set, const SetState& state, const contract::Secret& passcode,
                  contract::Timestamp now);
    [[nodiscard]] Verification run();

private:
    // Nothing: go on.
    [[nodiscard]] std::optional<Verification> tryToken();
    [[nodiscard]] std::optional<Verification> tryEmergencyTokencode();
    [[nodiscard]] std::optional<Verification> tryEmergencyPasscode();

    [[nodiscard]] bool stateIsSound() const;
    [[nodiscard]] int attemptsCutShort() const;
    [[nodiscard]] std::optional<EmergencySplit> tokenSplit() const; // PIN, and digits as many as the token's
    [[nodiscard]] QByteArrayView pinKeyOf(const contract::Secret& pin);
    [[nodiscard]] std::vector<qint64> newSteps() const; // the likeliest first
    [[nodiscard]] std::vector<qint64> usedSteps() const;
    // Of the steps that the set holds and whose day can still be opened. Nothing: a block is damaged.
    [[nodiscard]] std::optional<std::vector<RecordOfStep>> recordsOf(const std::vector<qint64>& steps) const;
    [[nodiscard]] const contract::Secret* emergencyRecords(); // null: damaged
    [[nodiscard]] bool emergencyFits(size_t index, QByteArrayView pinKey, QByteArrayView code);
    // Those whose length fits, unless none may be tried now: on threads of their own, since each takes long
    // and a wrong passcode wants them all.
    void beginPasscodeKeys();
    [[nodiscard]] bool readsAsPasscode(const EmergencyRecord& record) const;
    [[nodiscard]] bool passcodesAreUsedUp() const;
    [[nodiscard]] bool passcodesMustWait() const;
    void countEmergencyFailure();

    [[nodiscard]] Verification acceptStep(qint64 step);
    [[nodiscard]] Verification acceptEmergency(const EmergencyRecord& record);
    [[nodiscard]] Verification refuse(Verdict verdict) const; // the passcode counts against nobody
    [[nodiscard]] Verification wrong(Verdict verdict) const;

    const OfflineSet& m_set;
    const SetHeader& m_header;
    const contract::Secret& m_passcode;
    contract::Timestamp m_now; // of the clock
    contract::Timestamp m_latest; // of clock and mark
    qint64 m_lastStep; // consumed
    bool m_tokenOpen = false; // the token's codes and the emergency tokencode are looked at
    bool m_tokencodeTried = false; // an emergency one was compared
    SetState m_after;
    std::vector<std::pair<contract::Secret, contract::Secret>> m_pinKeys; // PINs and what they cost so far
    std::optional<contract::Secret> m_emergencyRecords {};
    contract::Secret m_asPasscode {}; // what was typed, as an emergency passcode is read
    std::map<size_t, std::future<contract::Secret>> m_passcodeKeys {}; // by the number of the record
};

} // namespace holdfast::offline
