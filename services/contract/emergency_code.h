// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/caller_verification.h"

namespace holdfast::contract {

// fixed: one code, valid again and again; oneTimeSet: each code once.
enum class EmergencyCodeKind
{
    Fixed,
    OneTimeSet
};
template <>
struct EnumNames<EmergencyCodeKind>
{
    static constexpr std::array names {
        std::pair {EmergencyCodeKind::Fixed, "fixed"},
        std::pair {EmergencyCodeKind::OneTimeSet, "oneTimeSet"},
    };
};

// What happens when the token is used while codes are out: its codes are refused; accepted, and the emergency
// codes cancelled; or accepted only after the codes have expired.
enum class OnTokenReturn
{
    Refuse,
    AcceptAndCancel,
    AcceptAfterExpiry
};
template <>
struct EnumNames<OnTokenReturn>
{
    static constexpr std::array names {
        std::pair {OnTokenReturn::Refuse, "refuse"},
        std::pair {OnTokenReturn::AcceptAndCancel, "acceptAndCancel"},
        std::pair {OnTokenReturn::AcceptAfterExpiry, "acceptAfterExpiry"},
    };
};

// tokencode: the person types PIN and code. passcode: the code alone.
enum class CodeReplaces
{
    Tokencode,
    Passcode
};
template <>
struct EnumNames<CodeReplaces>
{
    static constexpr std::array names {
        std::pair {CodeReplaces::Tokencode, "tokencode"},
        std::pair {CodeReplaces::Passcode, "passcode"},
    };
};

// Computed.
enum class EmergencyCodeState
{
    Active,
    UsedUp,
    Expired,
    Cancelled
};
template <>
struct EnumNames<EmergencyCodeState>
{
    static constexpr std::array names {
        std::pair {EmergencyCodeState::Active, "active"},
        std::pair {EmergencyCodeState::UsedUp, "usedUp"},
        std::pair {EmergencyCodeState::Expired, "expired"},
        std::pair {EmergencyCodeState::Cancelled, "cancelled"},
    };
};

// POST /users/{id}/emergency-codes.
struct EmergencyCodeIssue
{
    EmergencyCodeKind kind {};
    std::optional<int> count;
    std::optional<int> lifetimeMinutes;
    OnTokenReturn onTokenReturn = OnTokenReturn::AcceptAndCancel;
    std::optional<CodeReplaces> replaces;
    std::optional<QString> tokenSerial;
    QString reason;
    std::optional<QString> overruleReason;

    static constexpr auto typeName = "EmergencyCodeIssue";
    static constexpr auto fields()
    {
        return fieldList(
            field("kind", &EmergencyCodeIssue::kind, "fixed or oneTimeSet."),
            field("count", &EmergencyCodeIssue::count, "Codes of a set; 5 by default.").range(1, 50),
            field("lifetimeMinutes", &EmergencyCodeIssue::lifetimeMinutes,
                  "The token policy's value by default (24 hours).")
                .range(1, 525600),
            field("onTokenReturn", &EmergencyCodeIssue::onTokenReturn, "What happens when the token returns.")
                .orDefault(),
            field("replaces", &EmergencyCodeIssue::replaces,
                  "By default the tokencode where the person has a PIN, else the whole passcode."),
            field("tokenSerial", &EmergencyCodeIssue::tokenSerial,
                  "The token that is missing; by default the person's only or last used one.")
                .length(1, 64),
            field("reason", &EmergencyCodeIssue::reason,
                  "Why, or a ticket number. Required: it stays with the code.")
                .length(1, 1000),
            field("overruleReason", &EmergencyCodeIssue::overruleReason,
                  "Why the quota does not count this time; for those who may overrule it.")
                .length(1, 1000));
    }
};

// Codes issued at one time; never the codes themselves.
struct EmergencyCode
{
    QString id;
    QString userId;
    EmergencyCodeKind kind {};
    CodeReplaces replaces {};
    std::optional<QString> tokenSerial;
    OnTokenReturn onTokenReturn {};
    EmergencyCodeState state {};
    int count {};
    int remaining {};
    QString reason;
    QString issuedBy;
    Timestamp issuedAt {};
    Timestamp expiresAt {};
    std::optional<Timestamp> lastUsedAt;
    std::optional<VerificationOutcome> verification;
    std::optional<QString> overruleReason;

    static constexpr auto typeName = "EmergencyCode";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &EmergencyCode::id, "Opaque identifier."),
            field("userId", &EmergencyCode::userId, "For whom."),
            field("kind", &EmergencyCode::kind, "fixed or oneTimeSet."),
            field("replaces", &EmergencyCode::replaces, "What the code stands for."),
            field("tokenSerial", &EmergencyCode::tokenSerial, "The token that it stands for, if any."),
            field("onTokenReturn", &EmergencyCode::onTokenReturn, "What happens when the token returns."),
            field("state", &EmergencyCode::state, "Computed."),
            field("count", &EmergencyCode::count, "Codes issued."),
            field("remaining", &EmergencyCode::remaining, "Codes that can still be used."),
            field("reason", &EmergencyCode::reason, "Why, or a ticket number."),
            field("issuedBy", &EmergencyCode::issuedBy, "Administrator's logon name."),
            field("issuedAt", &EmergencyCode::issuedAt, "When."),
            field("expiresAt", &EmergencyCode::expiresAt, "Until when they work."),
            field("lastUsedAt", &EmergencyCode::lastUsedAt, "Last success."),
            field("verification", &EmergencyCode::verification, "How the caller was verified, if at all."),
            field("overruleReason", &EmergencyCode::overruleReason, "Why the quota did not count."));
    }
};

// The only answer that ever holds the codes.
struct EmergencyCodesIssued
{
    QString id;
    EmergencyCodeKind kind {};
    CodeReplaces replaces {};
    std::optional<QString> tokenSerial;
    std::vector<Secret> codes;
    Timestamp expiresAt {};
    QString usage;
    std::optional<QString> warning;

    static constexpr auto typeName = "EmergencyCodesIssued";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &EmergencyCodesIssued::id, "Opaque identifier."),
            field("kind", &EmergencyCodesIssued::kind, "fixed or oneTimeSet."),
            field("replaces", &EmergencyCodesIssued::replaces, "What the code stands for."),
            field("tokenSerial", &EmergencyCodesIssued::tokenSerial, "The token that it stands for, if any."),
            field("codes", &EmergencyCodesIssued::codes, "Eight characters each. Shown this once.")
                .length(1, 50),
            field("expiresAt", &EmergencyCodesIssued::expiresAt, "Until when they work."),
            field("usage", &EmergencyCodesIssued::usage, "What to tell the caller, in English."),
            field("warning", &EmergencyCodesIssued::warning, "What the issuer should know, in English."));
    }
};

} // namespace holdfast::contract
