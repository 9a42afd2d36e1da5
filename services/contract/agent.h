// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"
#include "services/contract/workstation.h"

// What a workstation's agent and the service say to each other, under /agent/v1. Bytes are Base64 (RFC 4648).
// Every request but the enrolment carries `Authorization: Holdfast-Workstation id=ID, time=MILLISECONDS,
// nonce=NONCE, signature=SIGNATURE`: Ed25519 over "holdfast agent request 1\n" METHOD "\n" TARGET "\n" TIME
// "\n" NONCE "\n" and the SHA-256 of the body in hexadecimal.
namespace holdfast::contract {

// GET /agent/v1/time, without a signature: whether it is really the service that answers, and not somebody's
// page of welcome.
struct AgentTime
{
    QString service;
    Timestamp serverTime {};

    static constexpr auto typeName = "AgentTime";
    static constexpr auto fields()
    {
        return fieldList(field("service", &AgentTime::service, "Always holdfast."),
                         field("serverTime", &AgentTime::serverTime, "The service's clock."));
    }
};

// POST /agent/v1/enrolments.
struct AgentEnrolment
{
    Secret code;
    QString name;
    QString signingKey;
    QString agreementKey;
    KeyProtection keyProtection {};
    QString system;
    QString agentVersion;

    static constexpr auto typeName = "AgentEnrolment";
    static constexpr auto fields()
    {
        return fieldList(
            field("code", &AgentEnrolment::code, "Read out by an administrator.").length(8, 64),
            field("name", &AgentEnrolment::name, "The host's name.").length(1, 128),
            field("signingKey", &AgentEnrolment::signingKey, "Ed25519, public.").length(44, 44),
            field("agreementKey", &AgentEnrolment::agreementKey, "X25519, public.").length(44, 44),
            field("keyProtection", &AgentEnrolment::keyProtection, "Where the private halves are."),
            field("system", &AgentEnrolment::system, "Operating system.").length(0, 256).orDefault(),
            field("agentVersion", &AgentEnrolment::agentVersion, "Of the agent.").length(0, 64).orDefault());
    }
};
struct AgentEnrolled
{
    QString workstationId;
    QString name;
    QString domain;
    QString signingKey;
    QString agreementKey;
    Timestamp serverTime {};

    static constexpr auto typeName = "AgentEnrolled";
    static constexpr auto fields()
    {
        return fieldList(
            field("workstationId", &AgentEnrolled::workstationId, "Its identifier from now on."),
            field("name", &AgentEnrolled::name, "Its name in the console."),
            field("domain", &AgentEnrolled::domain, "Path of its security domain."),
            field("signingKey", &AgentEnrolled::signingKey, "The service's: Ed25519, public."),
            field("agreementKey", &AgentEnrolled::agreementKey, "The service's: X25519, public."),
            field("serverTime", &AgentEnrolled::serverTime, "The service's clock."));
    }
};

// How an online logon goes on.
enum class AgentOutcome
{
    Success,
    Refused,
    NextTokencode,
    NewPin,
    PinRefused
};
template <>
struct EnumNames<AgentOutcome>
{
    static constexpr std::array names {
        std::pair {AgentOutcome::Success, "success"},
        std::pair {AgentOutcome::Refused, "refused"},
        std::pair {AgentOutcome::NextTokencode, "nextTokencode"},
        std::pair {AgentOutcome::NewPin, "newPin"},
        std::pair {AgentOutcome::PinRefused, "pinRefused"},
    };
};

// POST /agent/v1/logons: begins with `userName` and `passcode`; goes on with `attemptId` and one of the
// others.
struct AgentLogon
{
    std::optional<QString> userName;
    std::optional<Secret> passcode;
    std::optional<QString> attemptId;
    std::optional<Secret> nextTokencode;
    std::optional<Secret> newPin;

    static constexpr auto typeName = "AgentLogon";
    static constexpr auto fields()
    {
        return fieldList(
            field("userName", &AgentLogon::userName, "Logon name, alias or e-mail address.").length(1, 255),
            field("passcode", &AgentLogon::passcode, "As typed.").length(1, 64),
            field("attemptId", &AgentLogon::attemptId, "Of the answer before.").length(1, 64),
            field("nextTokencode", &AgentLogon::nextTokencode, "The code that follows.").length(1, 64),
            field("newPin", &AgentLogon::newPin, "A new PIN, or the given one as it was.").length(1, 64));
    }
};
struct AgentLogonAnswer
{
    AgentOutcome outcome {};
    std::optional<QString> attemptId;
    QString sentence;
    std::optional<Secret> givenPin;
    std::optional<QString> userId;
    std::optional<QString> userName;
    std::optional<QString> ticket;
    std::optional<QString> tokenSerial;
    std::optional<qint64> step;

    static constexpr auto typeName = "AgentLogonAnswer";
    static constexpr auto fields()
    {
        return fieldList(
            field("outcome", &AgentLogonAnswer::outcome,
                  "success, refused, nextTokencode, newPin, pinRefused."),
            field("attemptId", &AgentLogonAnswer::attemptId, "To go on with."),
            field("sentence", &AgentLogonAnswer::sentence, "What to tell the person, in English.")
                .orDefault(),
            field("givenPin", &AgentLogonAnswer::givenPin, "newPin: the PIN that the service made up."),
            field("userId", &AgentLogonAnswer::userId, "success: who."),
            field("userName", &AgentLogonAnswer::userName, "success: the logon name as stored."),
            field("ticket", &AgentLogonAnswer::ticket,
                  "success: fetches offline data once, within two minutes; absent after an emergency code."),
            field("tokenSerial", &AgentLogonAnswer::tokenSerial, "success: the token that did it."),
            field("step", &AgentLogonAnswer::step, "success: its time step or counter, which is used up.")
                .range(0, 9007199254740991));
    }
};

// POST /agent/v1/offline-sets: with a ticket after a logon, or the set that is to be renewed.
struct AgentSetRequest
{
    std::optional<QString> ticket;
    std::optional<QString> setId;
    std::optional<Timestamp> localTime;

    static constexpr auto typeName = "AgentSetRequest";
    static constexpr auto fields()
    {
        return fieldList(field("ticket", &AgentSetRequest::ticket, "Of the logon just done.").length(1, 64),
                         field("setId", &AgentSetRequest::setId, "The set to renew.").length(1, 64),
                         field("localTime", &AgentSetRequest::localTime, "The workstation's clock."));
    }
};
struct AgentSet
{
    QString setId;
    QString set;
    QString wrappedKeys;

    static constexpr auto typeName = "AgentSet";
    static constexpr auto fields()
    {
        return fieldList(
            field("setId", &AgentSet::setId, "Its identifier."),
            field("set", &AgentSet::set, "As docs/offline-format.md describes.").length(1, 12 * 1024 * 1024),
            field("wrappedKeys", &AgentSet::wrappedKeys, "The set's keys, wrapped to the workstation.")
                .length(1, 1024));
    }
};

// What a workstation did while it was alone.
enum class OfflineEventKind
{
    Logon,
    Failure,
    EmergencyTokencode,
    EmergencyPasscode,
    EmergencyFailure,
    Challenge,
    ChallengeFailure,
    LimitReached,
    ClockSetBack,
    DamagedData,
    StateRolledBack
};
template <>
struct EnumNames<OfflineEventKind>
{
    static constexpr std::array names {
        std::pair {OfflineEventKind::Logon, "logon"},
        std::pair {OfflineEventKind::Failure, "failure"},
        std::pair {OfflineEventKind::EmergencyTokencode, "emergencyTokencode"},
        std::pair {OfflineEventKind::EmergencyPasscode, "emergencyPasscode"},
        std::pair {OfflineEventKind::EmergencyFailure, "emergencyFailure"},
        std::pair {OfflineEventKind::Challenge, "challenge"},
        std::pair {OfflineEventKind::ChallengeFailure, "challengeFailure"},
        std::pair {OfflineEventKind::LimitReached, "limitReached"},
        std::pair {OfflineEventKind::ClockSetBack, "clockSetBack"},
        std::pair {OfflineEventKind::DamagedData, "damagedData"},
        std::pair {OfflineEventKind::StateRolledBack, "stateRolledBack"},
    };
};
struct OfflineEvent
{
    qint64 sequence {};
    Timestamp at {};
    OfflineEventKind kind {};
    QString userName;
    std::optional<QString> setId;
    std::optional<qint64> step;
    QString reason;

    static constexpr auto typeName = "OfflineEvent";
    static constexpr auto fields()
    {
        return fieldList(
            field("sequence", &OfflineEvent::sequence, "Rises by one with each event of the workstation.")
                .range(1, 9007199254740991),
            field("at", &OfflineEvent::at, "By the workstation's clock."),
            field("kind", &OfflineEvent::kind, "What happened."),
            field("userName", &OfflineEvent::userName, "As typed.").length(0, 255).orDefault(),
            field("setId", &OfflineEvent::setId, "The set that decided.").length(1, 64),
            field("step", &OfflineEvent::step, "The time step or counter that matched.")
                .range(0, 9007199254740991),
            field("reason", &OfflineEvent::reason, "Stable, such as wrong_passcode.")
                .length(0, 64)
                .orDefault());
    }
};

// What a workstation holds of one set.
struct HeldSet
{
    QString setId;
    qint64 lastStep = -1;
    int failures {};
    double daysLeft {};
    bool damaged {};
    std::optional<int> verifyMilliseconds;

    static constexpr auto typeName = "HeldSet";
    static constexpr auto fields()
    {
        return fieldList(
            field("setId", &HeldSet::setId, "Which.").length(1, 64),
            field("lastStep", &HeldSet::lastStep, "The last one taken; -1: none.")
                .range(-1, 9007199254740991)
                .orDefault(),
            field("failures", &HeldSet::failures, "That count now.").range(0, 1000000).orDefault(),
            field("daysLeft", &HeldSet::daysLeft, "By its own clock.").orDefault(),
            field("damaged", &HeldSet::damaged, "It was set aside.").orDefault(),
            field("verifyMilliseconds", &HeldSet::verifyMilliseconds, "What the last check took.")
                .range(0, 3600000));
    }
};

// POST /agent/v1/contacts: events first, then what is held; the answer says what to do.
struct AgentContact
{
    Timestamp localTime {};
    QString agentVersion;
    QString system;
    std::vector<HeldSet> sets;
    std::vector<OfflineEvent> events;

    static constexpr auto typeName = "AgentContact";
    static constexpr auto fields()
    {
        return fieldList(
            field("localTime", &AgentContact::localTime, "The workstation's clock."),
            field("agentVersion", &AgentContact::agentVersion, "Of the agent.").length(0, 64).orDefault(),
            field("system", &AgentContact::system, "Operating system.").length(0, 256).orDefault(),
            field("sets", &AgentContact::sets, "What it holds.").length(0, 500).orDefault(),
            field("events", &AgentContact::events, "In order; those known already are skipped.")
                .length(0, 500)
                .orDefault());
    }
};

// What to do with a set.
enum class SetAdvice
{
    Keep,
    Renew, // fetch it anew by its id
    LogonNeeded, // keep it; the next logon renews it
    Remove
};
template <>
struct EnumNames<SetAdvice>
{
    static constexpr std::array names {
        std::pair {SetAdvice::Keep, "keep"},
        std::pair {SetAdvice::Renew, "renew"},
        std::pair {SetAdvice::LogonNeeded, "logonNeeded"},
        std::pair {SetAdvice::Remove, "remove"},
    };
};
struct SetInstruction
{
    QString setId;
    SetAdvice advice {};
    QString reason;
    QString sentence;

    static constexpr auto typeName = "SetInstruction";
    static constexpr auto fields()
    {
        return fieldList(
            field("setId", &SetInstruction::setId, "Which."),
            field("advice", &SetInstruction::advice, "keep, renew, logonNeeded or remove."),
            field("reason", &SetInstruction::reason, "Stable.").orDefault(),
            field("sentence", &SetInstruction::sentence, "For the person, in English.").orDefault());
    }
};
struct AgentContactAnswer
{
    Timestamp serverTime {};
    QString name;
    QString domain;
    qint64 eventsKnown {};
    QString eventsRefused;
    bool challengesAllowed {};
    QString helpText;
    std::vector<SetInstruction> sets;

    static constexpr auto typeName = "AgentContactAnswer";
    static constexpr auto fields()
    {
        return fieldList(field("serverTime", &AgentContactAnswer::serverTime, "The service's clock."),
                         field("name", &AgentContactAnswer::name, "The workstation's name in the console."),
                         field("domain", &AgentContactAnswer::domain, "Path of its security domain."),
                         field("eventsKnown", &AgentContactAnswer::eventsKnown,
                               "Sequence of the last event that is on record."),
                         field("eventsRefused", &AgentContactAnswer::eventsRefused,
                               "too_many_events: those after eventsKnown were not taken; keep them and tell"
                               " them again in a minute.")
                             .orDefault(),
                         field("challengesAllowed", &AgentContactAnswer::challengesAllowed,
                               "Challenge and response is on for this workstation.")
                             .orDefault(),
                         field("helpText", &AgentContactAnswer::helpText,
                               "Whom to ask, as the offline policy of the workstation's domain says.")
                             .length(0, 200)
                             .orDefault(),
                         field("sets", &AgentContactAnswer::sets, "For each held set.").length(0, 500));
    }
};

} // namespace holdfast::contract
