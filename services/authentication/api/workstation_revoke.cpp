// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_changes.h"
#include "services/authentication/api/workstations.h"
#include "services/authentication/store/offline_sets.h"

namespace holdfast::authentication {

using contract::Permission;
using contract::Result;
using contract::StolenTokens;
using contract::Unexpected;
using contract::WorkstationRevoke;
using contract::WorkstationRevoked;

namespace {

// As its single actions would. A new PIN is asked for once the token is enabled again: whoever has the
// workstation may have the old one together with codes, and would choose the new one.
Result<Changed> stopToken(const Call& call, storage::Connection& connection, const QString& serial,
                          StolenTokens what)
{
    auto changed = setTokenEnabled(call, connection, serial, false);
    if (!changed || what != StolenTokens::RequireNewPin) {
        return changed;
    }
    const auto pin = requireNewTokenPin(call, connection, serial);
    if (!pin && pin.error().code != QLatin1String("token_pinless")) {
        return pin;
    }
    changed->any = changed->any || (pin && pin->any);
    return changed;
}

// One that the caller may not act on holds up neither the others nor the revocation.
void changeTokens(const Call& call, storage::Connection& connection, const QStringList& serials,
                  StolenTokens what, WorkstationRevoked& answer)
{
    for (const QString& serial : serials) {
        const auto changed = stopToken(call, connection, serial, what);
        if (!changed) {
            answer.tokensNotChanged.push_back({serial, changed.error().code, changed.error().detail});
        } else if (changed->any) {
            ++answer.tokensChanged;
        }
    }
}

Result<WorkstationRevoked> revokeWorkstation(Call& call, storage::Connection& connection,
                                             const WorkstationRevoke& body)
{
    const auto row = visibleWorkstation(call, connection, Permission::ManageWorkstations);
    if (!row) {
        return Unexpected(row.error());
    }
    const StolenTokens what =
        body.tokens.value_or(body.stolen ? StolenTokens::RequireNewPin : StolenTokens::Keep);
    if (!body.stolen && what != StolenTokens::Keep) {
        return contract::invalidField(QStringLiteral("tokens"), QStringLiteral("contradicts"),
                                      QStringLiteral("Tokens change only where the workstation was stolen."));
    }
    // That it was stolen may be known later than that it is gone; and what becomes of the tokens may be
    // decided again as long as their codes are good.
    const bool again = row->revokedAt && row->stolen;
    if (row->revokedAt && (!body.stolen || (again && !body.tokens))) {
        return contract::failure(contract::ErrorKind::Conflict, QStringLiteral("workstation_revoked"),
                                 QStringLiteral("This workstation was revoked already."));
    }
    const offlineSets::GrantedTokens tokens = offlineSets::tokensGrantedTo(connection, row->id, call.now());
    if (!again) {
        workstations::revoke(connection, row->id, call.caller().name, body.stolen, call.now());
    }
    WorkstationRevoked answer;
    answer.grantedUntil = tokens.until;
    if (what != StolenTokens::Keep) {
        changeTokens(call, connection, tokens.serials, what, answer);
    }
    contract::Event event = workstationEvent(call, "WORKSTATION_REVOKED", *row);
    event.detail.insert(QStringLiteral("reason"), body.reason.trimmed());
    if (body.stolen) {
        event.detail.insert(QStringLiteral("action"), QStringLiteral("stolen"));
        event.detail.insert(QStringLiteral("tokens"), contract::enumName(what));
        event.detail.insert(QStringLiteral("tokensGranted"), tokens.serials.size());
        event.detail.insert(QStringLiteral("tokensChanged"), answer.tokensChanged);
    }
    call.record(connection, event);
    answer.workstation = shownWorkstation(call, connection, workstations::find(connection, row->id).value());
    return answer;
}

} // namespace

void addWorkstationRevokeRoutes(Routes& routes)
{
    routes.post<WorkstationRevoke, WorkstationRevoked>(
        {.path = "/api/v1/workstations/{id}/revoke",
         .id = "revokeWorkstation",
         .summary =
             "Refuses the workstation from now on; for a stolen one also changes the tokens that signed in"
             " there.",
         .tag = "Workstations",
         .access = Permission::ManageWorkstations,
         .idempotent = true},
        revokeWorkstation);
}

} // namespace holdfast::authentication
