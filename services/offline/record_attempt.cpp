// SPDX-License-Identifier: Apache-2.0
#include "services/offline/record_attempt.h"

#include "services/offline/mac.h"
#include "services/offline/set_builder.h"
#include "services/offline/set_form.h"
#include "services/otp/oath.h"

#include <algorithm>

namespace holdfast::offline {

using contract::CodeReplaces;
using contract::Secret;
using contract::Timestamp;

namespace {

constexpr qsizetype longestPasscode = 128; // beyond it nothing is computed

bool countsTime(const SetHeader& header)
{
    return header.intervalSeconds > 0;
}

// The token's own step at that time.
qint64 tokenStepAt(const SetHeader& header, Timestamp time)
{
    return otp::stepAt(std::max(time, Timestamp {}), header.intervalSeconds) + header.driftSteps;
}

int dayOfStep(const SetHeader& header, qint64 step)
{
    const auto behind = std::find_if(header.days.begin(), header.days.end(), [step](const DayBlock& day) {
        return step < day.firstStep + day.count;
    });
    return static_cast<int>(behind - header.days.begin()); // their number: behind the last
}

bool allDigits(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Record recordAt(const Secret& records, qsizetype index)
{
    Record record;
    const QByteArrayView bytes = records.reveal().sliced(index * recordSize, recordSize);
    std::copy(bytes.begin(), bytes.end(), record.begin());
    return record;
}

void raiseMark(const SetHeader& header, SetState& state, qint64 step)
{
    const qint64 real = std::max<qint64>(step - header.driftSteps, 0);
    state.highWater = std::max(state.highWater, otp::stepStart(real, header.intervalSeconds));
}

} // namespace

void moveToPresentDay(const SetHeader& header, SetState& state)
{
    if (!countsTime(header)) {
        return;
    }
    const qint64 earliest =
        std::max(state.lastStep + 1, tokenStepAt(header, state.highWater) - header.stepsAround);
    const int last = static_cast<int>(header.days.size()) - 1;
    const int present = std::min(dayOfStep(header, earliest), last);
    for (; state.day < present; ++state.day) {
        state.keys.day = nextDayKey(state.keys.day);
    }
}

std::optional<Timestamp> nextDayDue(const SetHeader& header, const SetState& state)
{
    const auto next = static_cast<size_t>(state.day) + 1;
    if (!countsTime(header) || state.day < 0 || next >= header.days.size()) {
        return std::nullopt;
    }
    const qint64 step = header.days[next].firstStep + header.stepsAround - header.driftSteps;
    return otp::stepStart(std::max<qint64>(step, 0), header.intervalSeconds);
}

RecordAttempt::RecordAttempt(const OfflineSet& set, const SetState& state, const Secret& passcode,
                             Timestamp now)
    : m_set(set)
    , m_header(set.header())
    , m_passcode(passcode)
    , m_now(now)
    , m_latest(std::max(now, state.highWater))
    , m_lastStep(std::max(state.lastStep, m_header.lastStep))
    , m_after(state)
{ }

Verification RecordAttempt::run()
{
    if (!stateIsSound()) {
        return refuse(Verdict::Damaged);
    }
    if (m_latest >= m_header.expiresAt) {
        return refuse(Verdict::Expired);
    }
    moveToPresentDay(m_header, m_after);
    const bool setBack = m_now < m_after.highWater - clockTolerance;
    const bool tooMany = m_after.failures > m_header.maxFailures;
    const bool usedUp = codesLeft(m_header, m_after) == 0;
    m_tokenOpen = !setBack && !tooMany;
    if (m_passcode.size() <= longestPasscode) {
        if (m_tokenOpen) {
            if (auto decided = usedUp ? std::nullopt : tryToken()) {
                return std::move(*decided);
            }
        }
        beginPasscodeKeys();
        if (m_tokenOpen) {
            if (auto decided = tryEmergencyTokencode()) {
                return std::move(*decided);
            }
        }
        if (auto decided = tryEmergencyPasscode()) {
            return std::move(*decided);
        }
    }
    if (setBack) {
        return refuse(Verdict::ClockSetBack);
    }
    if (tooMany) {
        return refuse(Verdict::TooManyFailures);
    }
    if (usedUp) {
        // No code can be right any more, but a guess at an emergency tokencode is one.
        return m_tokencodeTried ? wrong(Verdict::CodesUsedUp) : refuse(Verdict::CodesUsedUp);
    }
    return wrong(Verdict::WrongPasscode);
}

// Beyond the limit failures rise no more but where somebody stopped an attempt before its end was kept.
int RecordAttempt::attemptsCutShort() const
{
    return m_after.failures - m_header.maxFailures - 1;
}

bool RecordAttempt::stateIsSound() const
{
    return m_after.setId == m_header.setId && m_after.day >= 0
        && static_cast<size_t>(m_after.day) < m_header.days.size() && m_after.keys.day.size() == keySize
        && m_after.keys.emergency.size() == keySize;
}

std::optional<Verification> RecordAttempt::tryToken()
{
    const auto split = tokenSplit();
    if (!split) {
        return std::nullopt;
    }
    const auto fresh = recordsOf(newSteps());
    const auto used = recordsOf(usedSteps());
    if (!fresh || !used) {
        return refuse(Verdict::Damaged);
    }
    const RecordHash hash(bytesOfBase64(m_header.salt, setSaltSize).value(), pinKeyOf(split->pin));
    const auto find = [&](const std::vector<RecordOfStep>& records) {
        return findStep(hash, records, split->code.reveal(), m_header.hiddenBits);
    };
    if (const auto step = find(*fresh)) {
        const bool awaited = m_after.pendingStep && *step == *m_after.pendingStep + 1;
        const qint64 before = std::max(m_lastStep, m_header.days.front().firstStep - 1);
        if (countsTime(m_header) || awaited || *step - before <= m_header.confirmBeyond) {
            return acceptStep(*step);
        }
        Verification next = refuse(Verdict::NextCode);
        next.step = step;
        next.after.pendingStep = step;
        return next;
    }
    if (const auto step = find(*used)) {
        Verification again = wrong(Verdict::AlreadyUsed);
        again.step = step;
        return again;
    }
    return std::nullopt;
}

std::optional<Verification> RecordAttempt::tryEmergencyTokencode()
{
    for (size_t i = 0; i < m_header.emergency.size(); ++i) {
        const EmergencyRecord& record = m_header.emergency[i];
        if (record.replaces != CodeReplaces::Tokencode) {
            continue;
        }
        const auto split = splitEmergency(m_passcode, record.length);
        if (!split || split->pin.isEmpty()) {
            continue;
        }
        if (!emergencyRecords()) {
            return refuse(Verdict::Damaged);
        }
        m_tokencodeTried = true;
        if (emergencyFits(i, pinKeyOf(split->pin), split->code.reveal())) {
            return acceptEmergency(record);
        }
    }
    return std::nullopt;
}

// Whatever is as long as an emergency passcode is one that was tried.
std::optional<Verification> RecordAttempt::tryEmergencyPasscode()
{
    bool tried = false;
    for (size_t i = 0; i < m_header.emergency.size(); ++i) {
        const EmergencyRecord& record = m_header.emergency[i];
        if (!readsAsPasscode(record)) {
            continue;
        }
        if (passcodesAreUsedUp()) {
            return wrong(Verdict::EmergencyTooManyFailures);
        }
        if (passcodesMustWait()) {
            // A clock that was set back would make it wait for as long.
            m_after.emergencyAgainAt =
                std::min<Timestamp>(*m_after.emergencyAgainAt, m_now + longestEmergencyDelay);
            return wrong(Verdict::EmergencyWait);
        }
        if (!emergencyRecords()) {
            return refuse(Verdict::Damaged);
        }
        tried = true;
        const Secret key = m_passcodeKeys.at(i).get();
        if (emergencyFits(i, key.reveal(), {})) {
            return acceptEmergency(record);
        }
    }
    if (tried) {
        countEmergencyFailure();
    }
    return std::nullopt;
}

std::optional<EmergencySplit> RecordAttempt::tokenSplit() const
{
    const QByteArrayView typed = m_passcode.reveal();
    const bool afterPin = !m_header.pinSalt.isEmpty();
    const qsizetype pinLength = typed.size() - m_header.digits;
    if ((afterPin ? pinLength < 1 : pinLength != 0) || !allDigits(typed.last(m_header.digits))) {
        return std::nullopt;
    }
    return EmergencySplit {Secret(typed.first(pinLength)), Secret(typed.last(m_header.digits))};
}

QByteArrayView RecordAttempt::pinKeyOf(const Secret& pin)
{
    for (const auto& [known, key] : m_pinKeys) {
        if (known.equals(pin.reveal())) {
            return key.reveal();
        }
    }
    m_pinKeys.emplace_back(
        pin,
        m_header.pinSalt.isEmpty()
            ? Secret(QByteArrayView(QByteArray(keySize, '\0')))
            : slowKey(pin, bytesOfBase64(m_header.pinSalt, slowSaltSize).value(), m_header.slowHash));
    return m_pinKeys.back().second.reveal();
}

std::vector<qint64> RecordAttempt::newSteps() const
{
    std::vector<qint64> steps;
    if (!countsTime(m_header)) {
        const DayBlock& grant = m_header.days.front();
        if (m_after.pendingStep && *m_after.pendingStep >= m_lastStep) {
            steps.push_back(*m_after.pendingStep + 1);
        }
        for (qint64 step = std::max(m_lastStep + 1, grant.firstStep); step < grant.firstStep + grant.count;
             ++step) {
            if (steps.empty() || step != steps.front()) {
                steps.push_back(step);
            }
        }
        return steps;
    }
    const qint64 centre = tokenStepAt(m_header, m_latest);
    for (int away = 0; away <= m_header.stepsAround; ++away) {
        for (const qint64 step : {centre - away, centre + away}) {
            if (step > m_lastStep && (steps.empty() || step != steps.back())) {
                steps.push_back(step);
            }
        }
    }
    return steps;
}

// Those that somebody who looks over a shoulder would try.
std::vector<qint64> RecordAttempt::usedSteps() const
{
    const qint64 centre = countsTime(m_header) ? tokenStepAt(m_header, m_latest) : m_lastStep;
    std::vector<qint64> steps;
    for (qint64 step = std::min(m_lastStep, centre + m_header.stepsAround);
         step >= centre - m_header.stepsAround; --step) {
        steps.push_back(step);
    }
    return steps;
}

std::optional<std::vector<RecordOfStep>> RecordAttempt::recordsOf(const std::vector<qint64>& steps) const
{
    std::vector<RecordOfStep> found;
    found.reserve(steps.size());
    std::vector<std::optional<Secret>> opened(m_header.days.size());
    for (const qint64 step : steps) {
        const int day = dayOfStep(m_header, step);
        if (step < m_header.days.front().firstStep || day < m_after.day
            || static_cast<size_t>(day) == m_header.days.size()) {
            continue;
        }
        std::optional<Secret>& records = opened[static_cast<size_t>(day)];
        if (!records) {
            Secret key = m_after.keys.day;
            for (int before = m_after.day; before < day; ++before) {
                key = nextDayKey(key);
            }
            auto open = m_set.openDay(day, key);
            if (!open) {
                return std::nullopt;
            }
            records = std::move(*open);
        }
        found.push_back({step, recordAt(*records, step - m_header.days[static_cast<size_t>(day)].firstStep)});
    }
    return found;
}

const Secret* RecordAttempt::emergencyRecords()
{
    if (!m_emergencyRecords) {
        auto open = m_set.openEmergency(m_after.keys.emergency);
        if (!open) {
            return nullptr;
        }
        m_emergencyRecords = std::move(*open);
    }
    return &*m_emergencyRecords;
}

bool RecordAttempt::emergencyFits(size_t index, QByteArrayView pinKey, QByteArrayView code)
{
    const quint64 step =
        m_header.emergency[index].replaces == CodeReplaces::Tokencode ? tokencodeStep : passcodeStep;
    return RecordHash(bytesOfBase64(m_header.salt, setSaltSize).value(), pinKey)
        .fits(recordAt(m_emergencyRecords.value(), static_cast<qsizetype>(index)), step, code,
              hiddenBitsOfEmergency(m_header));
}

bool RecordAttempt::readsAsPasscode(const EmergencyRecord& record) const
{
    return record.replaces == CodeReplaces::Passcode && record.length == m_asPasscode.size();
}

bool RecordAttempt::passcodesAreUsedUp() const
{
    return std::max(m_after.emergencyFailures, attemptsCutShort()) >= emergencyFailuresAllowed;
}

bool RecordAttempt::passcodesMustWait() const
{
    return m_after.emergencyAgainAt && m_now < *m_after.emergencyAgainAt;
}

void RecordAttempt::beginPasscodeKeys()
{
    m_asPasscode = emergencyForm(m_passcode);
    if (passcodesAreUsedUp() || passcodesMustWait()) {
        return;
    }
    for (size_t i = 0; i < m_header.emergency.size(); ++i) {
        if (readsAsPasscode(m_header.emergency[i])) {
            // Later, on this thread, where there is none to be had.
            m_passcodeKeys[i] = std::async(std::launch::async | std::launch::deferred, slowKey, m_asPasscode,
                                           bytesOfBase64(m_header.emergency[i].salt, slowSaltSize).value(),
                                           m_header.slowHash);
        }
    }
}

void RecordAttempt::countEmergencyFailure()
{
    ++m_after.emergencyFailures;
    auto delay = shortestEmergencyDelay;
    for (int i = 1; i < m_after.emergencyFailures && delay < longestEmergencyDelay; ++i) {
        delay *= 2;
    }
    m_after.emergencyAgainAt = m_now + std::min(delay, longestEmergencyDelay);
}

Verification RecordAttempt::acceptStep(qint64 step)
{
    Verification accepted {Verdict::Accepted, step, {}, m_after};
    SetState& after = accepted.after;
    after.lastStep = step;
    after.failures = 0;
    after.emergencyFailures = 0;
    after.emergencyAgainAt.reset();
    after.pendingStep.reset();
    if (countsTime(m_header)) {
        raiseMark(m_header, after, step);
        moveToPresentDay(m_header, after);
    } else {
        // A counter tells no time: else a clock that is set back again and again would outlive the grant's
        // end.
        after.highWater = m_latest;
    }
    return accepted;
}

// The same code is good until it ends: somebody without a token needs it every morning.
Verification RecordAttempt::acceptEmergency(const EmergencyRecord& record)
{
    if (m_latest >= record.expiresAt) {
        Verification expired = refuse(Verdict::EmergencyExpired);
        expired.emergency = record.replaces;
        return expired;
    }
    Verification accepted {Verdict::Accepted, {}, record.replaces, m_after};
    accepted.after.failures = 0;
    accepted.after.emergencyFailures = 0;
    accepted.after.emergencyAgainAt.reset();
    accepted.after.pendingStep.reset();
    // Else a clock that is set back afterwards would outlive the code's end.
    accepted.after.highWater = m_latest;
    moveToPresentDay(m_header, accepted.after);
    return accepted;
}

Verification RecordAttempt::refuse(Verdict verdict) const
{
    Verification refused {verdict, {}, {}, m_after};
    refused.after.failures = std::max(refused.after.failures - 1, 0);
    return refused;
}

Verification RecordAttempt::wrong(Verdict verdict) const
{
    // A failure of the token's only where that was looked at.
    Verification refused = m_tokenOpen ? Verification {verdict, {}, {}, m_after} : refuse(verdict);
    refused.after.pendingStep.reset();
    return refused;
}

} // namespace holdfast::offline
