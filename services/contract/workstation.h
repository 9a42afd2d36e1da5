// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::contract {

// Computed. silent: it has not been in touch for longer than its data last.
enum class WorkstationState
{
    Active,
    Silent,
    Revoked
};
template <>
struct EnumNames<WorkstationState>
{
    static constexpr std::array names {
        std::pair {WorkstationState::Active, "active"},
        std::pair {WorkstationState::Silent, "silent"},
        std::pair {WorkstationState::Revoked, "revoked"},
    };
};

// Where the workstation keeps its keys.
enum class KeyProtection
{
    File, // a file of root's
    Tpm // sealed by a TPM 2.0
};
template <>
struct EnumNames<KeyProtection>
{
    static constexpr std::array names {
        std::pair {KeyProtection::File, "file"},
        std::pair {KeyProtection::Tpm, "tpm"},
    };
};

// A computer whose agent is known to the service.
struct Workstation
{
    QString id;
    QString name;
    QString domain;
    WorkstationState state {};
    KeyProtection keyProtection {};
    QString system;
    QString agentVersion;
    QString notes;
    Timestamp enrolledAt {};
    QString enrolledBy;
    std::optional<Timestamp> lastContactAt;
    QString lastAddress;
    std::optional<int> clockOffsetSeconds;
    std::optional<Timestamp> revokedAt;
    QString revokedBy;
    bool stolen {};
    int people {};
    bool challengesAllowed {};
    qint64 version {};

    static constexpr auto typeName = "Workstation";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &Workstation::id, "Opaque identifier."),
            field("name", &Workstation::name, "Unique regardless of case."),
            field("domain", &Workstation::domain, "Path of its security domain."),
            field("state", &Workstation::state, "active, silent or revoked."),
            field("keyProtection", &Workstation::keyProtection, "file or tpm."),
            field("system", &Workstation::system, "Operating system, as the agent tells it.").orDefault(),
            field("agentVersion", &Workstation::agentVersion, "Of the agent.").orDefault(),
            field("notes", &Workstation::notes, "Free text.").length(0, 4000).orDefault(),
            field("enrolledAt", &Workstation::enrolledAt, "When."),
            field("enrolledBy", &Workstation::enrolledBy, "Who made the code that it was enrolled with.")
                .orDefault(),
            field("lastContactAt", &Workstation::lastContactAt, "Last request of its agent."),
            field("lastAddress", &Workstation::lastAddress, "Where that came from.").orDefault(),
            field("clockOffsetSeconds", &Workstation::clockOffsetSeconds,
                  "Its clock less the service's at the last contact."),
            field("revokedAt", &Workstation::revokedAt, "When it was revoked."),
            field("revokedBy", &Workstation::revokedBy, "By whom.").orDefault(),
            field("stolen", &Workstation::stolen, "Revoked as stolen.").orDefault(),
            field("people", &Workstation::people, "People who hold valid offline data on it.").orDefault(),
            field("challengesAllowed", &Workstation::challengesAllowed,
                  "Its domain's offline policy allows challenge and response; the person's must as well.")
                .orDefault(),
            field("version", &Workstation::version, "Rises with each change; the ETag.").orDefault());
    }
};

// PATCH /workstations/{id}.
struct WorkstationChange
{
    Change<QString> name;
    Change<QString> domain;
    Change<QString> notes;

    static constexpr auto typeName = "WorkstationChange";
    static constexpr auto fields()
    {
        return fieldList(
            field("name", &WorkstationChange::name, "Unique regardless of case.").length(1, 128),
            field("domain", &WorkstationChange::domain, "Path of its security domain.").length(1, 1024),
            field("notes", &WorkstationChange::notes, "Free text.").length(0, 4000));
    }
};

// POST /enrolment-codes.
struct EnrolmentCodeCreate
{
    std::optional<QString> domain;
    std::optional<QString> name;
    std::optional<int> lifetimeMinutes;

    static constexpr auto typeName = "EnrolmentCodeCreate";
    static constexpr auto fields()
    {
        return fieldList(
            field("domain", &EnrolmentCodeCreate::domain,
                  "Where the workstation will be; the root by default.")
                .length(1, 1024),
            field("name", &EnrolmentCodeCreate::name, "For this workstation alone; absent: it names itself.")
                .length(1, 128),
            field("lifetimeMinutes", &EnrolmentCodeCreate::lifetimeMinutes, "15 by default.").range(1, 1440));
    }
};

// A code that enrols one workstation; shown this once.
struct EnrolmentCode
{
    QString id;
    Secret code;
    Timestamp expiresAt {};
    QString domain;

    static constexpr auto typeName = "EnrolmentCode";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &EnrolmentCode::id, "Opaque identifier, to cancel it with."),
            field("code", &EnrolmentCode::code, "Letters and digits in groups of four."),
            field("expiresAt", &EnrolmentCode::expiresAt, "Then it enrols nothing."),
            field("domain", &EnrolmentCode::domain, "Path of the workstation's security domain."));
    }
};

// A line of GET /enrolment-codes, which has those that nobody has used yet, and GET /enrolment-codes/{id}.
struct OpenEnrolmentCode
{
    QString id;
    QString domain;
    QString name;
    Timestamp createdAt {};
    QString createdBy;
    Timestamp expiresAt {};
    std::optional<Timestamp> usedAt {};

    static constexpr auto typeName = "OpenEnrolmentCode";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &OpenEnrolmentCode::id, "Opaque identifier."),
            field("domain", &OpenEnrolmentCode::domain, "Path of the workstation's security domain."),
            field("name", &OpenEnrolmentCode::name, "What it will be called; empty: it names itself.")
                .orDefault(),
            field("createdAt", &OpenEnrolmentCode::createdAt, "When."),
            field("createdBy", &OpenEnrolmentCode::createdBy, "By whom."),
            field("expiresAt", &OpenEnrolmentCode::expiresAt, "Then it enrols nothing."),
            field("usedAt", &OpenEnrolmentCode::usedAt, "When a workstation was enrolled with it."));
    }
};

// What becomes of the tokens whose steps were granted to a stolen workstation. RequireNewPin: they are
// disabled, and want a new PIN once they are enabled again. The PIN alone is not enough: whoever has the
// workstation may have it together with codes, and would choose the new one.
enum class StolenTokens
{
    Keep,
    RequireNewPin,
    Disable
};
template <>
struct EnumNames<StolenTokens>
{
    static constexpr std::array names {
        std::pair {StolenTokens::Keep, "keep"},
        std::pair {StolenTokens::RequireNewPin, "requireNewPin"},
        std::pair {StolenTokens::Disable, "disable"},
    };
};

// POST /workstations/{id}/revoke.
struct WorkstationRevoke
{
    bool stolen {};
    std::optional<StolenTokens> tokens;
    QString reason;

    static constexpr auto typeName = "WorkstationRevoke";
    static constexpr auto fields()
    {
        return fieldList(
            field("stolen", &WorkstationRevoke::stolen, "Its data may be in strange hands.").orDefault(),
            field(
                "tokens", &WorkstationRevoke::tokens,
                "With stolen: keep, disable, or requireNewPin (the default: disable, and ask for a new PIN "
                "once"
                " enabled) the tokens whose codes were given to it. May be said once more, and otherwise, of"
                " one that was revoked as stolen."),
            field("reason", &WorkstationRevoke::reason, "Why, or a ticket number.").length(1, 1000));
    }
};

// A token that stayed as it was when its workstation was revoked.
struct TokenNotChanged
{
    QString serial;
    QString code;
    QString sentence;

    static constexpr auto typeName = "TokenNotChanged";
    static constexpr auto fields()
    {
        return fieldList(field("serial", &TokenNotChanged::serial, "Serial number."),
                         field("code", &TokenNotChanged::code, "Why, as the single action's problem says."),
                         field("sentence", &TokenNotChanged::sentence, "The same in English."));
    }
};
struct WorkstationRevoked
{
    Workstation workstation {};
    int tokensChanged {};
    std::vector<TokenNotChanged> tokensNotChanged;
    std::optional<Timestamp> grantedUntil;

    static constexpr auto typeName = "WorkstationRevoked";
    static constexpr auto fields()
    {
        return fieldList(
            field("workstation", &WorkstationRevoked::workstation, "As it is now."),
            field("tokensChanged", &WorkstationRevoked::tokensChanged,
                  "Tokens that were disabled, or whose PIN must be changed once they are enabled."),
            field("tokensNotChanged", &WorkstationRevoked::tokensNotChanged,
                  "Those that the caller may not act on, or that allow it not.")
                .length(0, 10000),
            field(
                "grantedUntil", &WorkstationRevoked::grantedUntil,
                "Until when whoever has the workstation may have codes of these tokens, and they are enabled"
                " by acceptStolenCodes alone; absent: it has none that are not over. Codes of a token that "
                "counts uses are good until they are used up."));
    }
};

} // namespace holdfast::contract
