// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/gate_offline.h"

#include "services/authentication/store/offline_steps.h"
#include "services/otp/oath.h"

#include <QRegularExpression>

namespace holdfast::authentication {

using contract::Event;
using contract::EventResult;
using contract::OfflineEvent;
using contract::OfflineEventKind;
using contract::Timestamp;

namespace {

constexpr std::chrono::days furthestAhead {1}; // that a workstation can raise what is consumed

// Another program's word: of the form of a reason, or none.
QString cleanReason(const QString& told)
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9_]{1,64}$"));
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
    const Recorded as = recordedAs(event.kind);
    Event recorded = told(as.key, as.result, event, set);
    recorded.method = QString::fromLatin1(as.method);
    recorded.reason = cleanReason(event.reason);
    if (event.kind == OfflineEventKind::Logon && set && event.step) {
        consume(event, *set, recorded);
        return;
    }
    if (event.kind == OfflineEventKind::Logon) { // nothing that could be checked against a grant
        recorded.detail.insert(QStringLiteral("unmatched"), true);
    }
    m_call.record(m_connection, std::move(recorded));
}

// Within what was granted, and never far ahead: a workstation's word moves no token further than a day.
void OfflineSettlement::consume(const OfflineEvent& event, const OfflineSetRow& set, Event& recorded)
{
    const qint64 step = *event.step;
    const Timestamp now = m_call.now();
    const bool granted = step >= set.firstStep && step <= set.lastStep;
    const bool tooFar = !set.counts() && otp::stepStart(step, set.intervalSeconds) > now + furthestAhead;
    if (!granted || tooFar) {
        recorded.detail.insert(QStringLiteral("unmatched"), true);
        m_call.record(m_connection, std::move(recorded));
        return;
    }
    const Timestamp at = std::min(event.at, now);
    const auto upload = offlineSteps::noteOffline(m_connection, set.tokenId, step, set.workstationId, at);
    if (upload.isNew) {
        offlineSteps::raise(m_connection, set.tokenId, set.userId, step, at);
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
