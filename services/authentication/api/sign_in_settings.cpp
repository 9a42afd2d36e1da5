// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/sign_in_settings.h"

#include "services/authentication/api/api.h"
#include "services/authentication/api/held_roles.h"
#include "services/authentication/domain/token_state.h"
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/attempt.h"

#include <QJsonArray>

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::SignInSettings;
using contract::Unexpected;

namespace {

Result<SignInSettings> readSettings(Call& call)
{
    return call.read(
        [](storage::Connection& connection) -> Result<SignInSettings> { return signInSettings::read(connection); });
}

Result<void> rolesExist(storage::Connection& connection, const SignInSettings& wanted)
{
    for (qsizetype i = 0; i < wanted.passcodeRoles.size(); ++i) {
        if (!heldRole(connection, {wanted.passcodeRoles.at(i), QStringLiteral("/")})) {
            return contract::invalidField(QStringLiteral("passcodeRoles[%1]").arg(i),
                                          QStringLiteral("role_unknown"),
                                          QStringLiteral("There is no role %1.").arg(wanted.passcodeRoles.at(i)));
        }
    }
    return {};
}

// Whoever asks everybody for a passcode needs a token of their own, or nobody may get in any more.
Result<void> callerGetsIn(const Call& call, storage::Connection& connection, const SignInSettings& wanted)
{
    const auto user = call.caller().userId;
    if (!user || !signInSettings::wantsPasscode(wanted, administrators::roles(connection, *user))) {
        return {};
    }
    const auto facts = loadAttempt(connection, *user);
    const bool usable = facts
        && std::any_of(facts->tokens.begin(), facts->tokens.end(), [&](const TokenFacts& token) {
               return refusalOf(token, facts->emergency, call.now()).isEmpty();
           });
    if (usable) {
        return {};
    }
    return contract::failure(
        contract::ErrorKind::Conflict, QStringLiteral("own_token_missing"),
        QStringLiteral("You would lock yourself out: get a token of your own first, and try it."));
}

Result<SignInSettings> replaceSettings(Call& call, const SignInSettings& wanted)
{
    return call.write([&](storage::Connection& connection) -> Result<SignInSettings> {
        const SignInSettings before = signInSettings::read(connection);
        const auto checked = call.requireInScope(Permission::EditSettings, QStringLiteral("/"))
                                 .and_then([&] { return call.requireVersion(before.version); })
                                 .and_then([&] { return rolesExist(connection, wanted); })
                                 .and_then([&] { return callerGetsIn(call, connection, wanted); });
        if (!checked) {
            return Unexpected(checked.error());
        }
        const SignInSettings after = signInSettings::replace(connection, wanted);
        contract::Event event = call.event("UPDATE_SIGN_IN_SETTINGS");
        event.detail = {{QStringLiteral("passcodeFor"), contract::enumName(after.passcodeFor)},
                        {QStringLiteral("passcodeRoles"), QJsonArray::fromStringList(after.passcodeRoles)},
                        {QStringLiteral("confirmAfterMinutes"), after.confirmAfterMinutes},
                        {QStringLiteral("idleLockMinutes"), after.idleLockMinutes}};
        call.record(connection, std::move(event));
        return after;
    });
}

} // namespace

void addSignInSettingsRoutes(Routes& routes)
{
    routes.get<SignInSettings>({.path = "/api/v1/settings/sign-in",
                                .id = "readSignInSettings",
                                .summary = "Says how administrators sign in.",
                                .tag = "Settings",
                                .access = Permission::ViewAdministrators},
                               readSettings);
    routes.put<SignInSettings, SignInSettings>({.path = "/api/v1/settings/sign-in",
                                                .id = "replaceSignInSettings",
                                                .summary = "Says whose sign-in asks for a passcode, and when "
                                                           "it has to be confirmed.",
                                                .tag = "Settings",
                                                .access = Permission::EditSettings},
                                               replaceSettings);
}

} // namespace holdfast::authentication
