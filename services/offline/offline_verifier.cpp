// SPDX-License-Identifier: Apache-2.0
#include "services/offline/offline_verifier.h"

#include "services/offline/record_attempt.h"

namespace holdfast::offline {

namespace {

class RecordVerifier final : public OfflineVerifier
{
public:
    [[nodiscard]] Verification verify(const OfflineSet& set, const SetState& state,
                                      const contract::Secret& passcode,
                                      contract::Timestamp now) const override
    {
        return RecordAttempt(set, state, passcode, now).run();
    }
};

} // namespace

std::unique_ptr<OfflineVerifier> makeRecordVerifier()
{
    return std::make_unique<RecordVerifier>();
}

std::optional<qint64> codesLeft(const SetHeader& header, const SetState& state)
{
    if (header.intervalSeconds > 0) {
        return std::nullopt;
    }
    const DayBlock& grant = header.days.front();
    const qint64 next = std::max({state.lastStep, header.lastStep, grant.firstStep - 1}) + 1;
    return std::max<qint64>(grant.firstStep + grant.count - next, 0);
}

double daysLeft(const SetHeader& header, const SetState& state, contract::Timestamp now)
{
    using Days = std::chrono::duration<double, std::ratio<86400>>;
    const double days = std::max(Days(header.expiresAt - std::max(now, state.highWater)).count(), 0.0);
    const auto codes = codesLeft(header, state);
    return codes ? std::min(days, static_cast<double>(*codes)) : days;
}

SetState stateOf(const OfflineSet& set, SetKeys keys, contract::Timestamp serverTime)
{
    SetState state;
    state.setId = set.header().setId;
    state.keys = std::move(keys);
    state.lastStep = set.header().lastStep;
    state.highWater = serverTime;
    moveToPresentDay(set.header(), state);
    return state;
}

} // namespace holdfast::offline
