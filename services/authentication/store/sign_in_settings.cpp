// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/sign_in_settings.h"

#include "services/authentication/store/administrators.h"
#include "services/authentication/store/settings.h"
#include "services/contract/json.h"

#include <QJsonDocument>

namespace holdfast::authentication::signInSettings {

using contract::PasscodeFor;
using contract::SignInSettings;

namespace {

const QString key = QStringLiteral("sign-in");

} // namespace

SignInSettings read(storage::Connection& connection)
{
    const auto text = settings::value(connection, key);
    if (!text) {
        return {};
    }
    auto value = contract::parseObject(text->toUtf8()).and_then([](const QJsonObject& object) {
        return contract::fromJson<SignInSettings>(object);
    });
    if (!value) {
        throw storage::StorageError("The settings of the sign-in cannot be read.");
    }
    return std::move(*value);
}

SignInSettings replace(storage::Connection& connection, SignInSettings value)
{
    value.version = read(connection).version + 1;
    settings::setValue(
        connection, key,
        QString::fromUtf8(QJsonDocument(contract::toJson(value)).toJson(QJsonDocument::Compact)));
    return value;
}

bool wantsPasscode(const SignInSettings& value, const std::vector<RoleRow>& roles)
{
    switch (value.passcodeFor) {
    case PasscodeFor::Nobody:
        return false;
    case PasscodeFor::Everybody:
        return true;
    case PasscodeFor::Roles:
        return std::any_of(roles.begin(), roles.end(),
                           [&](const RoleRow& row) { return value.passcodeRoles.contains(row.role); });
    }
    return true;
}

bool wantsPasscode(storage::Connection& connection, qint64 userId)
{
    const SignInSettings value = read(connection);
    return wantsPasscode(value, value.passcodeFor == PasscodeFor::Roles
                             ? administrators::roles(connection, userId)
                             : std::vector<RoleRow> {});
}

} // namespace holdfast::authentication::signInSettings
