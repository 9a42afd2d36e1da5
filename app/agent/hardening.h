// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace holdfast::agent_program {

// What passcodes and keys pass through stays in this process: no core file, no debugger of the same
// account's, and no swap, where this computer permits it.
void keepMemoryToOurselves();

} // namespace holdfast::agent_program
