// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pam/module_options.h"

namespace holdfast::pam {

// Turns a child that was just made into `holdfast-agent pam`, with nothing of the program that made it:
// signals, limits, working directory, environment and descriptors are the agent's own. `socket` becomes
// standard input and output, `nothing` standard error; both lie above those. The program may have threads:
// all that is done here is safe in a signal handler.
[[noreturn]] void becomeAgent(const ModuleOptions& options, int socket, int nothing);

} // namespace holdfast::pam
