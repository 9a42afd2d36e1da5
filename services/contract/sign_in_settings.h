// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

#include <QStringList>

namespace holdfast::contract {

// Whose sign-in asks for a passcode besides the password.
enum class PasscodeFor
{
    Nobody,
    Roles,
    Everybody
};
template <>
struct EnumNames<PasscodeFor>
{
    static constexpr std::array names {
        std::pair {PasscodeFor::Nobody, "nobody"},
        std::pair {PasscodeFor::Roles, "roles"},
        std::pair {PasscodeFor::Everybody, "everybody"},
    };
};

// How administrators sign in. GET and PUT /settings/sign-in.
struct SignInSettings
{
    PasscodeFor passcodeFor = PasscodeFor::Nobody;
    QStringList passcodeRoles {};
    int confirmAfterMinutes = 15;
    int idleLockMinutes = 15;
    qint64 version = 1;

    static constexpr auto typeName = "SignInSettings";
    static constexpr auto fields()
    {
        return fieldList(
            field("passcodeFor", &SignInSettings::passcodeFor,
                  "Whose sign-in asks for a passcode besides the password: nobody, holders of passcodeRoles, "
                  "everybody. The local owner of an embedded service is never asked."),
            field("passcodeRoles", &SignInSettings::passcodeRoles, "With passcodeFor roles: their keys.")
                .length(0, 100)
                .orDefault(),
            field("confirmAfterMinutes", &SignInSettings::confirmAfterMinutes,
                  "Key actions ask for the sign-in again when it is older than this; 0: never.")
                .range(0, 720),
            field("idleLockMinutes", &SignInSettings::idleLockMinutes,
                  "After this time without a touch the console covers its window; 0: never.")
                .range(0, 720),
            field("version", &SignInSettings::version, "Rises with each change; the ETag.").orDefault());
    }
};

} // namespace holdfast::contract
