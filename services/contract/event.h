// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::contract {

// The three logs.
enum class EventLog
{
    Authentication,
    Administration,
    System
};
template <>
struct EnumNames<EventLog>
{
    static constexpr std::array names {
        std::pair {EventLog::Authentication, "authentication"},
        std::pair {EventLog::Administration, "administration"},
        std::pair {EventLog::System, "system"},
    };
};

// How it ended. challenge: asked for more, neither success nor failure.
enum class EventResult
{
    Success,
    Failure,
    Challenge,
    Information
};
template <>
struct EnumNames<EventResult>
{
    static constexpr std::array names {
        std::pair {EventResult::Success, "success"},
        std::pair {EventResult::Failure, "failure"},
        std::pair {EventResult::Challenge, "challenge"},
        std::pair {EventResult::Information, "information"},
    };
};

// Something that happened, written with the change that it tells. `detail` holds what the key's sentence
// needs besides; never a secret.
struct Event
{
    qint64 sequence = 0;
    Timestamp at {};
    EventLog log {};
    QString key;
    EventResult result {};
    QString reason;
    QString actor;
    QString actorId;
    QString userId;
    QString userName;
    QString domain;
    QString tokenSerial;
    QString method;
    QString client;
    QString clientAddress;
    QJsonObject detail;
    QString sentence;

    static constexpr auto typeName = "Event";
    static constexpr auto fields()
    {
        return fieldList(
            field("sequence", &Event::sequence, "Position in the log, from 1, without gaps.").orDefault(),
            field("at", &Event::at, "When.").orDefault(), field("log", &Event::log, "Which log."),
            field("key", &Event::key, "Stable name of what happened, such as AUTHN_LOGIN_EVENT."),
            field("result", &Event::result, "How it ended."),
            field("reason", &Event::reason, "Stable code of the cause; may be empty.").orDefault(),
            field("actor", &Event::actor, "Who did it: logon name, API client, or 'system'.").orDefault(),
            field("actorId", &Event::actorId, "User id of the actor; may be empty.").orDefault(),
            field("userId", &Event::userId, "Whom it concerns; may be empty.").orDefault(),
            field("userName", &Event::userName, "Whom it concerns: logon name as it was then; may be empty.")
                .orDefault(),
            field("domain", &Event::domain, "Path of the domain as it was then; may be empty.").orDefault(),
            field("tokenSerial", &Event::tokenSerial, "Which token; may be empty.").orDefault(),
            field("method", &Event::method, "Method of authentication, such as SECURID; may be empty.")
                .orDefault(),
            field("client", &Event::client, "API client or program; may be empty.").orDefault(),
            field("clientAddress", &Event::clientAddress, "Network address that it came from; may be empty.")
                .orDefault(),
            field("detail", &Event::detail, "What else the sentence needs.").orDefault(),
            field("sentence", &Event::sentence,
                  "The event in plain English; the console writes it in its own language.")
                .orDefault());
    }
};

} // namespace holdfast::contract
