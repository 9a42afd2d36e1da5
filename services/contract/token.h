// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::contract {

// How the code is computed: RFC 4226, RFC 6238, or the SecurID algorithm.
enum class TokenKind
{
    Hotp,
    Totp,
    SecurId
};
template <>
struct EnumNames<TokenKind>
{
    static constexpr std::array names {
        std::pair {TokenKind::Hotp, "hotp"},
        std::pair {TokenKind::Totp, "totp"},
        std::pair {TokenKind::SecurId, "securid"},
    };
};

// HMAC hash of an OATH token.
enum class HashAlgorithm
{
    Sha1,
    Sha256,
    Sha512
};
template <>
struct EnumNames<HashAlgorithm>
{
    static constexpr std::array names {
        std::pair {HashAlgorithm::Sha1, "sha1"},
        std::pair {HashAlgorithm::Sha256, "sha256"},
        std::pair {HashAlgorithm::Sha512, "sha512"},
    };
};

// Where the PIN goes: nowhere, before the tokencode, or mixed into it by the app (PINPad style).
enum class PinStyle
{
    None,
    BeforeCode,
    Mixed
};
template <>
struct EnumNames<PinStyle>
{
    static constexpr std::array names {
        std::pair {PinStyle::None, "none"},
        std::pair {PinStyle::BeforeCode, "beforeCode"},
        std::pair {PinStyle::Mixed, "mixed"},
    };
};

// notSet: the next logon with the tokencode alone asks for a new PIN (new-PIN mode). mustChange: so does the
// next with the old PIN.
enum class PinState
{
    NotRequired,
    NotSet,
    Set,
    MustChange
};
template <>
struct EnumNames<PinState>
{
    static constexpr std::array names {
        std::pair {PinState::NotRequired, "notRequired"},
        std::pair {PinState::NotSet, "notSet"},
        std::pair {PinState::Set, "set"},
        std::pair {PinState::MustChange, "mustChange"},
    };
};

// Computed: what of the token's facts weighs most. Only an active token authenticates.
enum class TokenState
{
    Unassigned,
    Active,
    Disabled,
    Lost,
    NotYetValid,
    Expired,
    Replaced
};
template <>
struct EnumNames<TokenState>
{
    static constexpr std::array names {
        std::pair {TokenState::Unassigned, "unassigned"},   std::pair {TokenState::Active, "active"},
        std::pair {TokenState::Disabled, "disabled"},       std::pair {TokenState::Lost, "lost"},
        std::pair {TokenState::NotYetValid, "notYetValid"}, std::pair {TokenState::Expired, "expired"},
        std::pair {TokenState::Replaced, "replaced"},
    };
};

// A token; never its seed, PIN or codes.
struct Token
{
    QString serial;
    TokenKind kind {};
    HashAlgorithm algorithm {};
    int digits {};
    int intervalSeconds {};
    PinStyle pinStyle {};
    PinState pinState {};
    TokenState state {};
    bool enabled {};
    bool nextTokencodeRequired {};
    int driftSteps {};
    int wrongCodes {};
    std::optional<QString> userId;
    std::optional<QString> userName;
    std::optional<QString> userDisplayName;
    QString domain;
    QString manufacturer;
    QString notes;
    std::optional<Timestamp> startsAt;
    std::optional<Timestamp> expiresAt;
    std::optional<Timestamp> assignedAt;
    std::optional<Timestamp> lastUsedAt;
    std::optional<Timestamp> lostAt;
    std::optional<QString> replacedBy;
    std::optional<QString> replaces;
    Timestamp importedAt {};
    qint64 version {};

    static constexpr auto typeName = "Token";
    static constexpr auto fields()
    {
        return fieldList(
            field("serial", &Token::serial, "Serial number, unique."),
            field("kind", &Token::kind, "Algorithm family."),
            field("algorithm", &Token::algorithm, "HMAC hash; sha1 for SecurID, where it does not apply."),
            field("digits", &Token::digits, "Length of a tokencode.").range(4, 10),
            field("intervalSeconds", &Token::intervalSeconds, "Length of a time step; 0 for counter tokens."),
            field("pinStyle", &Token::pinStyle, "Where the PIN goes."),
            field("pinState", &Token::pinState, "Whether there is a PIN."),
            field("state", &Token::state, "Computed."),
            field("enabled", &Token::enabled, "As set by an administrator."),
            field("nextTokencodeRequired", &Token::nextTokencodeRequired,
                  "The next good code must be followed by another."),
            field("driftSteps", &Token::driftSteps,
                  "Time steps that the token's clock is ahead (or, negative, behind)."),
            field("wrongCodes", &Token::wrongCodes, "Wrong codes since the last good one."),
            field("userId", &Token::userId, "Whose it is."),
            field("userName", &Token::userName, "Whose it is: logon name."),
            field("userDisplayName", &Token::userDisplayName, "Whose it is: shown name."),
            field("domain", &Token::domain, "Path of the security domain."),
            field("manufacturer", &Token::manufacturer, "As imported; may be empty."),
            field("notes", &Token::notes, "Free text.").length(0, 4000),
            field("startsAt", &Token::startsAt, "Valid from."),
            field("expiresAt", &Token::expiresAt, "Valid until."),
            field("assignedAt", &Token::assignedAt, "When it was assigned."),
            field("lastUsedAt", &Token::lastUsedAt, "Last success."),
            field("lostAt", &Token::lostAt, "When it was reported lost."),
            field("replacedBy", &Token::replacedBy, "Serial of the token that takes over at its first use."),
            field("replaces", &Token::replaces, "Serial of the token that this one replaces."),
            field("importedAt", &Token::importedAt, "When it was imported or enrolled."),
            field("version", &Token::version, "Rises with each change; the ETag."));
    }
};

// POST /tokens/{serial}/assign.
struct TokenAssign
{
    QString userId;
    bool requirePin = true;
    bool acceptStolenCodes {};

    static constexpr auto typeName = "TokenAssign";
    static constexpr auto fields()
    {
        return fieldList(field("userId", &TokenAssign::userId, "To whom.").length(1, 64),
                         field("requirePin", &TokenAssign::requirePin,
                               "False: PIN-less. True: the first logon asks for a new PIN.")
                             .orDefault(),
                         field("acceptStolenCodes", &TokenAssign::acceptStolenCodes,
                               "Although a stolen workstation may hold codes of it.")
                             .orDefault());
    }
};

// POST /tokens/{serial}/enable.
struct TokenEnable
{
    bool acceptStolenCodes {};

    static constexpr auto typeName = "TokenEnable";
    static constexpr auto fields()
    {
        return fieldList(field("acceptStolenCodes", &TokenEnable::acceptStolenCodes,
                               "Although a stolen workstation may hold codes of it: whoever has them and the"
                               " PIN signs in.")
                             .orDefault());
    }
};

// POST /tokens/{serial}/resync: two codes shown one after the other.
struct TokenResync
{
    Secret firstCode;
    Secret secondCode;

    static constexpr auto typeName = "TokenResync";
    static constexpr auto fields()
    {
        return fieldList(
            field("firstCode", &TokenResync::firstCode, "The earlier tokencode, without PIN.").length(4, 16),
            field("secondCode", &TokenResync::secondCode, "The one shown right after it.").length(4, 16));
    }
};

// POST /tokens/{serial}/replace.
struct TokenReplace
{
    QString newSerial;
    bool keepPin = true;

    static constexpr auto typeName = "TokenReplace";
    static constexpr auto fields()
    {
        return fieldList(
            field("newSerial", &TokenReplace::newSerial,
                  "An unassigned token; the switch happens at its first use.")
                .length(1, 64),
            field("keepPin", &TokenReplace::keepPin, "The new token takes over the PIN.").orDefault());
    }
};

// POST /tokens/{serial}/lost.
struct TokenLost
{
    std::optional<QString> reason;

    static constexpr auto typeName = "TokenLost";
    static constexpr auto fields()
    {
        return fieldList(field("reason", &TokenLost::reason, "Why, for the event.").length(0, 1000));
    }
};

// PATCH /tokens/{serial}.
struct TokenUpdate
{
    std::optional<QString> domain;
    std::optional<QString> notes;
    Change<Timestamp> expiresAt;

    static constexpr auto typeName = "TokenUpdate";
    static constexpr auto fields()
    {
        return fieldList(
            field("domain", &TokenUpdate::domain, "Path of the security domain.").length(1, 1024),
            field("notes", &TokenUpdate::notes, "Free text.").length(0, 4000),
            field("expiresAt", &TokenUpdate::expiresAt, "Null: no expiry."));
    }
};

} // namespace holdfast::contract
