// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/gate_offline.h"

#include "services/authentication/store/offline_codes.h"
#include "services/authentication/store/policies_snapshot.h"
#include "services/offline/set_header.h"
#include "services/otp/oath.h"

#include <QRegularExpression>

namespace holdfast::authentication {

using contract::Event;
using contract::EventResult;
using contract::OfflineEvent;
using contract::OfflineEventKind;
using contract::Timestamp;

namespace {

// Another program's word: of the form of a reason, or none.
QString cleanReason(const QString& told)
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z0-9_]{1,64}\\z"));
    return form.match(told).hasMatch() ? told : QString();
}

struct Recorded
{
    const char* key;
    EventResult result;
    const char* method;
};

Recorded recordedAs(OfflineEventKind kind)
{
    constexpr auto logon = "AUTHN_LOGIN_EVENT";
    switch (kind) {
    case OfflineEventKind::Logon:
        return {logon, EventResult::Success, "OFFLINE"};
    case OfflineEventKind::EmergencyTokencode:
        return {logon, EventResult::Success, "OFFLINE_EMERGENCY_TOKENCODE"};
    case OfflineEventKind::EmergencyPasscode:
        return {logon, EventResult::Success, "OFFLINE_EMERGENCY_PASSCODE"};
    case OfflineEventKind::Challenge:
        return {logon, EventResult::Success, "OFFLINE_CHALLENGE"};
    case OfflineEventKind::Failure:
        return {"OFFLINE_LOGON_FAILED", EventResult::Failure, "OFFLINE"};
    case OfflineEventKind::EmergencyFailure:
        return {"OFFLINE_LOGON_FAILED", EventResult::Failure, "OFFLINE_EMERGENCY_PASSCODE"};
    case OfflineEventKind::ChallengeFailure:
        return {"OFFLINE_LOGON_FAILED", EventResult::Failure, "OFFLINE_CHALLENGE"};
    case OfflineEventKind::LimitReached:
        return {"OFFLINE_LIMIT_REACHED", EventResult::Failure, "OFFLINE"};
    case OfflineEventKind::ClockSetBack:
        return {"OFFLINE_CLOCK_SET_BACK", EventResult::Failure, "OFFLINE"};
    case OfflineEventKind::DamagedData:
        return {"OFFLINE_DATA_DAMAGED", EventResult::Failure, "OFFLINE"};
    case OfflineEventKind::StateRolledBack:
        return {"OFFLINE_STATE_ROLLED_BACK", EventResult::Failure, "OFFLINE"};
    }
    return {"OFFLINE_LOGON_FAILED", EventResult::Failure, "OFFLINE"};
}

} // namespace

Event OfflineSettlement::told(const char* key, EventResult result, const OfflineEvent& event,
                              const OfflineSetRow* set) const
{
    Event told = m_call.event(key, contract::EventLog::Authentication);
    told.result = result;
    if (set) {
        told.userId = QString::number(set->userId);
        told.userName = set->userName;
        told.domain = set->domain;
        told.tokenSerial = set->tokenSerial;
        told.detail.insert(QStringLiteral("setId"), QString::number(set->id));
    } else {
        told.userName = event.userName.left(255);
    }
    told.detail.insert(QStringLiteral("offlineAt"), contract::toRfc3339(event.at));
    told.detail.insert(QStringLiteral("sequence"), event.sequence);
    return told;
}

void OfflineSettlement::record(const OfflineEvent& event, const OfflineSetRow* set)
{
    const bool emergency = event.kind == OfflineEventKind::EmergencyTokencode
        || event.kind == OfflineEventKind::EmergencyPasscode;
    const bool logon = event.kind == OfflineEventKind::Logon;
    if ((logon && !(set && event.step)) || (emergency && !set)) {
        unmatched(event, set);
        return;
    }
    const Recorded as = recordedAs(event.kind);
    Event recorded = told(as.key, as.result, event, set);
    recorded.method = QString::fromLatin1(as.method);
    recorded.reason = cleanReason(event.reason);
    if (logon) {
        consume(event, *set, recorded);
    } else if (emergency) {
        recordEmergency(event, *set, recorded);
    } else if (event.kind == OfflineEventKind::Challenge) {
        recordChallenge(event, recorded);
    } else {
        m_call.record(m_connection, std::move(recorded));
    }
}

// Nobody but the help desk tells a code.
void OfflineSettlement::recordEmergency(const OfflineEvent& event, const OfflineSetRow& set, Event& recorded)
{
    const auto replaces = event.kind == OfflineEventKind::EmergencyTokencode
        ? contract::CodeReplaces::Tokencode
        : contract::CodeReplaces::Passcode;
    const auto codes = offlineCodes::of(m_connection, {set.userId, set.tokenId, set.workstationId});
    const bool wasReadOut = std::any_of(codes.begin(), codes.end(), [&](const offlineCodes::Code& code) {
        return code.replaces == replaces && code.readAt && code.firstSet <= set.id && set.id <= code.lastSet;
    });
    if (!wasReadOut) {
        unmatched(event, &set);
        return;
    }
    m_call.record(m_connection, std::move(recorded));
}

// Nor does anybody else answer a challenge.
void OfflineSettlement::recordChallenge(const OfflineEvent& event, Event& recorded)
{
    const auto person =
        workstations::takeChallenge(m_connection, m_call.workstation().id, event.userName, event.at);
    if (!person) {
        unmatched(event, nullptr);
        return;
    }
    recorded.userId = QString::number(person->userId);
    recorded.userName = person->userName;
    m_call.record(m_connection, std::move(recorded));
}

// Nothing that the workstation was given lets anybody in so.
void OfflineSettlement::unmatched(const OfflineEvent& event, const OfflineSetRow* set)
{
    Event alert = told("OFFLINE_LOGON_UNMATCHED", EventResult::Failure, event, set);
    alert.method = QString::fromLatin1(recordedAs(event.kind).method);
    if (event.step) {
        alert.detail.insert(QStringLiteral("step"), *event.step);
    }
    m_call.record(m_connection, std::move(alert));
}

// The furthest step that the token can have come to by now. Codes that count are granted by the day: who uses
// them up faster is let in there, but moves nothing here.
qint64 OfflineSettlement::furthest(const OfflineSetRow& set, const offlineSteps::Mark& mark) const
{
    const offline::SetHeader header; // as all sets are made
    if (!set.counts()) {
        const auto policies = PolicySnapshot::of(m_connection);
        const int window =
            std::max(header.stepsAround, policies->token(set.userDomainId).policy->acceptedSteps);
        return std::min(set.lastStep,
                        otp::stepAt(m_call.now(), set.intervalSeconds) + mark.driftSteps + window);
    }
    const qint64 granted = set.lastStep - set.firstStep + 1;
    const int days = std::max(set.days, 1);
    const auto begun = std::chrono::ceil<std::chrono::days>(m_call.now() - set.issuedAt).count();
    const qint64 due = granted * std::clamp<qint64>(begun, 1, days) / days;
    return std::min(set.lastStep, set.firstStep - 1 + due + header.confirmBeyond);
}

// Not so far ahead that another use has to confirm it.
bool OfflineSettlement::isNear(const OfflineSetRow& set, const offlineSteps::Mark& mark, qint64 step) const
{
    return !set.counts() || step <= std::max(mark.lastStep, mark.told) + offline::SetHeader {}.confirmBeyond;
}

void OfflineSettlement::raiseTo(const OfflineSetRow& set, qint64 step)
{
    const auto mark = offlineSteps::markOf(m_connection, set);
    if (!mark || step < set.firstStep || step <= mark->lastStep || step > furthest(set, *mark)
        || !isNear(set, *mark, step)) {
        return;
    }
    // Whoever makes it up must not be able to use up what the person is about to type.
    if (!set.counts() && step > otp::stepAt(m_call.now(), set.intervalSeconds) + mark->driftSteps) {
        return;
    }
    if (!offlineSteps::raise(m_connection, set, step)) {
        return;
    }
    Event raised = m_call.event("OFFLINE_MARK_RAISED", contract::EventLog::Authentication);
    raised.result = EventResult::Information;
    raised.method = QStringLiteral("OFFLINE");
    raised.userId = QString::number(set.userId);
    raised.userName = set.userName;
    raised.domain = set.domain;
    raised.tokenSerial = set.tokenSerial;
    raised.detail.insert(QStringLiteral("setId"), QString::number(set.id));
    raised.detail.insert(QStringLiteral("from"), mark->lastStep);
    raised.detail.insert(QStringLiteral("step"), step);
    m_call.record(m_connection, std::move(raised));
}

void OfflineSettlement::consume(const OfflineEvent& event, const OfflineSetRow& set, Event& recorded)
{
    const qint64 step = *event.step;
    const auto mark = offlineSteps::markOf(m_connection, set);
    const qint64 reach = furthest(set, mark.value_or(offlineSteps::Mark {}));
    const bool tooEarly = !set.counts() && step > reach; // no token shows it yet
    if (step < set.firstStep || step > set.lastStep || tooEarly) {
        unmatched(event, &set);
        return;
    }
    const Timestamp at = std::clamp(event.at, std::min(set.issuedAt, m_call.now()), m_call.now());
    offlineSteps::Upload upload;
    if (mark && step <= reach) {
        // One that is noted is used up by itself, whether it raises the mark or not.
        upload = offlineSteps::noteOffline(m_connection, set.tokenId, step, set.workstationId, at);
        if (isNear(set, *mark, step)) {
            offlineSteps::raise(m_connection, set, step);
        }
    }
    if (mark) {
        offlineSteps::noteUse(m_connection, set, at);
    }
    m_call.record(m_connection, std::move(recorded));
    if (!upload.isNew || !upload.elsewhere) {
        return;
    }
    Event twice = told("OFFLINE_STEP_USED_TWICE", EventResult::Failure, event, &set);
    twice.detail.insert(QStringLiteral("step"), step);
    if (*upload.elsewhere == offlineSteps::online) {
        twice.detail.insert(QStringLiteral("action"), QStringLiteral("online"));
    } else if (const auto other = workstations::find(m_connection, *upload.elsewhere)) {
        twice.detail.insert(QStringLiteral("otherWorkstation"), other->name);
    }
    m_call.record(m_connection, std::move(twice));
}

} // namespace holdfast::authentication
