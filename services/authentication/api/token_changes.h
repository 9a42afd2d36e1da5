// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/deed.h"
#include "services/authentication/api/subject.h"
#include "services/contract/token.h"

// What is done to one token, with its event. Errors besides those of tokenSubjectOf() are conflicts:
// token_unassigned, token_assigned, token_expired, token_pinless, caller_not_verified, and as noted.
namespace holdfast::authentication {

// Whether a token is given to somebody although a stolen workstation may hold codes of it.
enum class StolenCodes
{
    Refused,
    Accepted
};
// Error: codes_stolen.
[[nodiscard]] contract::Result<void> requireCodesOurs(const Call& call, storage::Connection& connection,
                                                      const TokenRow& token, StolenCodes stolen);

// Error: codes_stolen.
[[nodiscard]] contract::Result<Changed> setTokenEnabled(const Call& call, storage::Connection& connection,
                                                        const QString& serial, bool enabled,
                                                        Run run = Run::Does,
                                                        StolenCodes stolen = StolenCodes::Refused);
// The emergency codes that stand for it end.
[[nodiscard]] contract::Result<Changed> unassignToken(const Call& call, storage::Connection& connection,
                                                      const QString& serial, Run run = Run::Does);
[[nodiscard]] contract::Result<Changed> clearTokenPin(const Call& call, storage::Connection& connection,
                                                      const QString& serial, Run run = Run::Does);
[[nodiscard]] contract::Result<Changed> requireNewTokenPin(const Call& call, storage::Connection& connection,
                                                           const QString& serial, Run run = Run::Does);
// The way back of these three: the PIN as it was, for whoever may clear it. Error: pin_changed_since.
[[nodiscard]] contract::Result<Changed> putTokenPinBack(const Call& call, storage::Connection& connection,
                                                        const QString& serial, const tokens::KeptPin& pin,
                                                        Run run);
[[nodiscard]] contract::Result<Changed> reportTokenLost(const Call& call, storage::Connection& connection,
                                                        const QString& serial,
                                                        const contract::TokenLost& body);
// The emergency codes that stand for it end.
[[nodiscard]] contract::Result<Changed> reportTokenFound(const Call& call, storage::Connection& connection,
                                                         const QString& serial);

// Errors: too_many_tokens, user_unknown, codes_stolen.
[[nodiscard]] contract::Result<Changed> assignToken(const Call& call, storage::Connection& connection,
                                                    const QString& serial, const contract::TokenAssign& body,
                                                    Run run = Run::Does);
// What is absent stays. Errors: stale_version, domain_unknown, dates_contradict.
[[nodiscard]] contract::Result<Changed> editToken(const Call& call, storage::Connection& connection,
                                                  const QString& serial, const contract::TokenUpdate& body,
                                                  Run run = Run::Does);
// Into the bin. Error: stale_version.
[[nodiscard]] contract::Result<Changed> deleteToken(const Call& call, storage::Connection& connection,
                                                    const QString& serial, Run run = Run::Does);

} // namespace holdfast::authentication
