// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace holdfast::authentication {

class Routes;

// /radius/v1: what a FreeRADIUS server asks through its module rlm_rest (packaging/freeradius).
void addRadiusRoutes(Routes& routes);

} // namespace holdfast::authentication
