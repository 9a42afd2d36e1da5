// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/cures.h"

#include <QUrl>

namespace holdfast::authentication {

using contract::CardAction;
using contract::Cure;
using contract::Permission;

namespace {

void call(Cure& cure, const char* method, const QString& path, Permission permission)
{
    cure.method = QString::fromLatin1(method);
    cure.path = QStringLiteral("/api/v1") + path;
    cure.permission = permission;
}

// Before the token is chosen, its place in the path is left open.
QString ofToken(const QString& serial, const char* action)
{
    const QString place =
        serial.isEmpty() ? QStringLiteral("{serial}") : QString::fromLatin1(QUrl::toPercentEncoding(serial));
    return QStringLiteral("/tokens/%1/%2").arg(place, QLatin1String(action));
}

} // namespace

void addressCure(Cure& cure, const QString& userId)
{
    const QString user = QStringLiteral("/users/") + userId;
    const auto give = [&](std::initializer_list<const char*> fields) {
        for (const char* field : fields) {
            cure.needs << QString::fromLatin1(field);
        }
    };
    switch (cure.action) {
    case CardAction::None:
    case CardAction::ChangePolicy: // these name what they change themselves
    case CardAction::ChoosePolicy:
    case CardAction::RenewOffline:
        break;
    case CardAction::Unlock:
        call(cure, "POST", user + QStringLiteral("/unlock"), Permission::UnlockUsers);
        break;
    case CardAction::Enable:
        call(cure, "POST", user + QStringLiteral("/enable"), Permission::EnableUsers);
        break;
    case CardAction::ExtendAccount:
        call(cure, "PATCH", user, Permission::EditUsers);
        if (cure.needs.isEmpty()) {
            give({"endsAt"});
        }
        break;
    case CardAction::AssignToken:
        call(cure, "POST", ofToken({}, "assign"), Permission::AssignTokens);
        cure.body = {{QStringLiteral("userId"), userId}};
        give({"serial"});
        break;
    case CardAction::EnableToken:
        call(cure, "POST", ofToken(cure.tokenSerial, "enable"), Permission::EnableTokens);
        break;
    case CardAction::ResyncToken:
        call(cure, "POST", ofToken(cure.tokenSerial, "resync"), Permission::ResyncTokens);
        give({"firstCode", "secondCode"});
        break;
    case CardAction::TokenFound:
        call(cure, "POST", ofToken(cure.tokenSerial, "found"), Permission::MarkTokensLost);
        break;
    case CardAction::ClearPin:
        call(cure, "POST", ofToken(cure.tokenSerial, "clear-pin"), Permission::ClearPins);
        break;
    case CardAction::ReplaceToken:
        call(cure, "POST", ofToken(cure.tokenSerial, "replace"), Permission::AssignTokens);
        give({"newSerial"});
        break;
    case CardAction::IssueEmergencyCode:
        call(cure, "POST", user + QStringLiteral("/emergency-codes"), Permission::IssueEmergencyCodes);
        cure.body = {{QStringLiteral("kind"), QStringLiteral("fixed")}};
        if (!cure.tokenSerial.isEmpty()) {
            cure.body.insert(QStringLiteral("tokenSerial"), cure.tokenSerial);
        }
        give({"reason"});
        break;
    }
}

} // namespace holdfast::authentication
