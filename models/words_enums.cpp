// SPDX-License-Identifier: Apache-2.0
#include "models/words.h"

#include <QCoreApplication>

namespace holdfast::models::words {

using namespace contract;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString of(UserStatus status)
{
    switch (status) {
    case UserStatus::Active:
        return Words::tr("Active", "account");
    case UserStatus::Locked:
        return Words::tr("Locked", "account");
    case UserStatus::Disabled:
        return Words::tr("Disabled", "account");
    case UserStatus::NotYetValid:
        return Words::tr("Not yet valid", "account");
    case UserStatus::Ended:
        return Words::tr("Ended", "account");
    }
    return {};
}

QString of(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Hotp:
        return Words::tr("HOTP (counter)");
    case TokenKind::Totp:
        return Words::tr("TOTP (time)");
    case TokenKind::SecurId:
        return Words::tr("SecurID software token");
    }
    return {};
}

QString of(HashAlgorithm algorithm)
{
    switch (algorithm) {
    case HashAlgorithm::Sha1:
        return QStringLiteral("SHA-1");
    case HashAlgorithm::Sha256:
        return QStringLiteral("SHA-256");
    case HashAlgorithm::Sha512:
        return QStringLiteral("SHA-512");
    }
    return {};
}

QString of(PinStyle style)
{
    switch (style) {
    case PinStyle::None:
        return Words::tr("Without PIN");
    case PinStyle::BeforeCode:
        return Words::tr("PIN, then tokencode");
    case PinStyle::Mixed:
        return Words::tr("PIN mixed in by the app");
    }
    return {};
}

QString of(PinState state)
{
    switch (state) {
    case PinState::NotRequired:
        return Words::tr("Not needed", "PIN");
    case PinState::NotSet:
        return Words::tr("To be chosen", "PIN");
    case PinState::Set:
        return Words::tr("Set", "PIN");
    case PinState::MustChange:
        return Words::tr("Must be changed", "PIN");
    }
    return {};
}

QString of(TokenState state)
{
    switch (state) {
    case TokenState::Unassigned:
        return Words::tr("Unassigned", "token");
    case TokenState::Active:
        return Words::tr("Active", "token");
    case TokenState::Disabled:
        return Words::tr("Disabled", "token");
    case TokenState::Lost:
        return Words::tr("Lost", "token");
    case TokenState::NotYetValid:
        return Words::tr("Not yet valid", "token");
    case TokenState::Expired:
        return Words::tr("Expired", "token");
    case TokenState::Replaced:
        return Words::tr("Replaced", "token");
    }
    return {};
}

QString of(EmergencyCodeKind kind)
{
    switch (kind) {
    case EmergencyCodeKind::Fixed:
        return Words::tr("One code, valid again and again");
    case EmergencyCodeKind::OneTimeSet:
        return Words::tr("Set of one-time codes");
    }
    return {};
}

QString of(OnTokenReturn behaviour)
{
    switch (behaviour) {
    case OnTokenReturn::Refuse:
        return Words::tr("Refuse the token");
    case OnTokenReturn::AcceptAndCancel:
        return Words::tr("Accept it and end the emergency codes");
    case OnTokenReturn::AcceptAfterExpiry:
        return Words::tr("Accept it once the emergency codes have expired");
    }
    return {};
}

QString of(CodeReplaces replaced)
{
    switch (replaced) {
    case CodeReplaces::Tokencode:
        return Words::tr("PIN followed by the code");
    case CodeReplaces::Passcode:
        return Words::tr("The code alone");
    }
    return {};
}

QString of(EmergencyCodeState state)
{
    switch (state) {
    case EmergencyCodeState::Active:
        return Words::tr("Active", "emergency code");
    case EmergencyCodeState::UsedUp:
        return Words::tr("Used up", "emergency code");
    case EmergencyCodeState::Expired:
        return Words::tr("Expired", "emergency code");
    case EmergencyCodeState::Cancelled:
        return Words::tr("Cancelled", "emergency code");
    }
    return {};
}

QString of(EventLog log)
{
    switch (log) {
    case EventLog::Authentication:
        return Words::tr("Authentication", "log");
    case EventLog::Administration:
        return Words::tr("Administration", "log");
    case EventLog::System:
        return Words::tr("System", "log");
    }
    return {};
}

QString of(EventResult result)
{
    switch (result) {
    case EventResult::Success:
        return Words::tr("Success");
    case EventResult::Failure:
        return Words::tr("Failure");
    case EventResult::Challenge:
        return Words::tr("Asked for more");
    case EventResult::Information:
        return Words::tr("Information");
    }
    return {};
}

Tone toneOf(UserStatus status)
{
    switch (status) {
    case UserStatus::Active:
        return Tone::Good;
    case UserStatus::Locked:
        return Tone::Bad;
    case UserStatus::NotYetValid:
        return Tone::Warning;
    case UserStatus::Disabled:
    case UserStatus::Ended:
        break;
    }
    return Tone::Neutral;
}

Tone toneOf(TokenState state)
{
    switch (state) {
    case TokenState::Active:
        return Tone::Good;
    case TokenState::Lost:
    case TokenState::Expired:
        return Tone::Bad;
    case TokenState::Disabled:
    case TokenState::NotYetValid:
        return Tone::Warning;
    case TokenState::Unassigned:
    case TokenState::Replaced:
        break;
    }
    return Tone::Neutral;
}

Tone toneOf(EmergencyCodeState state)
{
    return state == EmergencyCodeState::Active ? Tone::Warning : Tone::Neutral;
}

Tone toneOf(EventResult result)
{
    switch (result) {
    case EventResult::Success:
        return Tone::Good;
    case EventResult::Failure:
        return Tone::Bad;
    case EventResult::Challenge:
        return Tone::Warning;
    case EventResult::Information:
        break;
    }
    return Tone::Neutral;
}

Tone toneOf(ImportOutcome outcome)
{
    switch (outcome) {
    case ImportOutcome::Imported:
    case ImportOutcome::Replaced:
        return Tone::Good;
    case ImportOutcome::Ignored:
        return Tone::Warning;
    case ImportOutcome::Failed:
        return Tone::Bad;
    }
    return Tone::Neutral;
}

} // namespace holdfast::models::words
