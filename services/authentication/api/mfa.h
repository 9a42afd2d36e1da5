// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace holdfast::authentication {

class Routes;

// /mfa/v1_1: authentication for gateways, RADIUS bridges, PAM and workstation agents.
void addMfaRoutes(Routes& routes);

} // namespace holdfast::authentication
