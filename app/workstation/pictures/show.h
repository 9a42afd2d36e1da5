// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/holdfast/pictures/scenes.h"
#include "app/workstation/workstation_window.h"
#include "services/client/embedded_service.h"

namespace holdfast::pictures {

// From a laptop that is not enrolled to one whose data is over, in front of a real service.
[[nodiscard]] QList<Scene> laptopScenes(workstation::WorkstationWindow& window,
                                        client::EmbeddedService& service);

} // namespace holdfast::pictures
