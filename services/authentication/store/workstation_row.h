// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/workstations.h"

// How a workstation's row is read; for the repository alone.
namespace holdfast::authentication {

// From workstations w and domains d.
[[nodiscard]] QString workstationSelection();
[[nodiscard]] WorkstationRow readWorkstationRow(const storage::Connection::Rows& rows);

} // namespace holdfast::authentication
