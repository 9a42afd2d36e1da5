// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/agent_call.h"
#include "services/authentication/api/offline_case.h"

// Drafts of offline policies that are only reported.
namespace holdfast::authentication {

class Routes;

// Where a draft of a policy of the person's or the workstation's domain would have decided otherwise about
// the token, an event OFFLINE_POLICY_TRIAL says so.
void reportTrials(const AgentCall& call, const LoadedCase& loaded, qint64 tokenId);

// GET, POST and DELETE /policies/offline/{id}/trial.
void addOfflineTrialRoutes(Routes& routes);

} // namespace holdfast::authentication
