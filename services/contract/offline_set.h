// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/emergency_code.h"

namespace holdfast::contract {

// Computed, by what weighs most.
enum class OfflineSetState
{
    Valid,
    Expired,
    Void, // the policy, the token or the person changed; replaced at the next contact or logon
    Revoked
};
template <>
struct EnumNames<OfflineSetState>
{
    static constexpr std::array names {
        std::pair {OfflineSetState::Valid, "valid"},
        std::pair {OfflineSetState::Expired, "expired"},
        std::pair {OfflineSetState::Void, "void"},
        std::pair {OfflineSetState::Revoked, "revoked"},
    };
};

// How a set can be renewed. logon: the app mixes the PIN in, so that only a logon can.
enum class OfflineRefill
{
    Contact,
    Logon
};
template <>
struct EnumNames<OfflineRefill>
{
    static constexpr std::array names {
        std::pair {OfflineRefill::Contact, "contact"},
        std::pair {OfflineRefill::Logon, "logon"},
    };
};

// An emergency code that lies sealed until its one reading, and that the workstation holds.
struct OfflineEmergencyCode
{
    CodeReplaces replaces {};
    Timestamp expiresAt {};
    std::optional<Timestamp> readAt;
    QString readBy;

    static constexpr auto typeName = "OfflineEmergencyCode";
    static constexpr auto fields()
    {
        return fieldList(
            field("replaces", &OfflineEmergencyCode::replaces,
                  "tokencode: typed with the PIN; passcode: alone."),
            field("expiresAt", &OfflineEmergencyCode::expiresAt, "Then the workstation takes it no more."),
            field("readAt", &OfflineEmergencyCode::readAt,
                  "When it was read out; a new one follows at the next "
                  "contact."),
            field("readBy", &OfflineEmergencyCode::readBy, "By whom.").orDefault());
    }
};

// A row of the readiness board: one person's data on one workstation.
struct OfflineSet
{
    QString id;
    QString userId;
    QString userName;
    QString userDisplayName;
    QString domain;
    QString workstationId;
    QString workstationName;
    QString tokenSerial;
    OfflineSetState state {};
    QString stateReason;
    OfflineRefill refill {};
    Timestamp issuedAt {};
    Timestamp expiresAt {};
    double daysLeft {};
    std::optional<double> daysReported;
    std::optional<Timestamp> reportedAt;
    QString policyId;
    QString policyName;
    qint64 policyVersion {};
    std::vector<OfflineEmergencyCode> codes;
    std::optional<Timestamp> lastContactAt;
    std::optional<int> verifyMilliseconds;
    bool refillWanted {};

    static constexpr auto typeName = "OfflineSet";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &OfflineSet::id, "Opaque identifier."),
            field("userId", &OfflineSet::userId, "Whose."),
            field("userName", &OfflineSet::userName, "Logon name."),
            field("userDisplayName", &OfflineSet::userDisplayName, "Shown name.").orDefault(),
            field("domain", &OfflineSet::domain, "Path of the person's security domain."),
            field("workstationId", &OfflineSet::workstationId, "Where."),
            field("workstationName", &OfflineSet::workstationName, "Its name."),
            field("tokenSerial", &OfflineSet::tokenSerial, "With which token; empty for whoever may not see tokens."),
            field("state", &OfflineSet::state, "valid, expired, void or revoked."),
            field("stateReason", &OfflineSet::stateReason,
                  "Why not valid: policy_changed, token_changed, user_changed, replaced, revoked, stolen ...")
                .orDefault(),
            field("refill", &OfflineSet::refill,
                  "contact: the agent renews it by itself; logon: a logon does."),
            field("issuedAt", &OfflineSet::issuedAt, "When it was made."),
            field("expiresAt", &OfflineSet::expiresAt, "When the last of its days ends."),
            field("daysLeft", &OfflineSet::daysLeft, "Computed; 0 where it is not valid."),
            field("daysReported", &OfflineSet::daysReported, "As the workstation told at its last contact."),
            field("reportedAt", &OfflineSet::reportedAt, "When it told so."),
            field("policyId", &OfflineSet::policyId, "The policy that made it.").orDefault(),
            field("policyName", &OfflineSet::policyName, "Its name.").orDefault(),
            field("policyVersion", &OfflineSet::policyVersion, "Its version then.").orDefault(),
            field("codes", &OfflineSet::codes, "Emergency codes inside.").length(0, 4),
            field("lastContactAt", &OfflineSet::lastContactAt, "Of the workstation."),
            field("verifyMilliseconds", &OfflineSet::verifyMilliseconds,
                  "How long the workstation took for its last check."),
            field("refillWanted", &OfflineSet::refillWanted, "Renewed at the next contact whatever is left.")
                .orDefault());
    }
};

} // namespace holdfast::contract
