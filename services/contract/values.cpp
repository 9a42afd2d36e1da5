// SPDX-License-Identifier: Apache-2.0
// Compiles every value's declaration once, so that a fault in one is found here.
#include "services/contract/api_client.h"
#include "services/contract/card.h"
#include "services/contract/domain_move.h"
#include "services/contract/json.h"
#include "services/contract/mfa.h"
#include "services/contract/overview.h"
#include "services/contract/report.h"
#include "services/contract/role.h"
#include "services/contract/schema.h"
#include "services/contract/session.h"
#include "services/contract/sign_in_settings.h"
#include "services/contract/token_import.h"

namespace holdfast::contract {

template Result<UserCreate> fromJson<UserCreate>(const QJsonObject&, UnknownFields);
template Result<UserCard> fromJson<UserCard>(const QJsonObject&, UnknownFields);
template QJsonObject toJson<UserCard>(const UserCard&);
template Result<TokenImport> fromJson<TokenImport>(const QJsonObject&, UnknownFields);
template QJsonObject toJson<TokenImport>(const TokenImport&);
template Result<Session> fromJson<Session>(const QJsonObject&, UnknownFields);
template Result<AuthnResponse> fromJson<AuthnResponse>(const QJsonObject&, UnknownFields);
template Result<RoleDefinition> fromJson<RoleDefinition>(const QJsonObject&, UnknownFields);
template Result<SignInSettings> fromJson<SignInSettings>(const QJsonObject&, UnknownFields);
template Result<DomainMovePreview> fromJson<DomainMovePreview>(const QJsonObject&, UnknownFields);
template QJsonObject toJson<ReportTemplate>(const ReportTemplate&);
template QJsonObject toJson<AuthnResponse>(const AuthnResponse&);

} // namespace holdfast::contract
