// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace holdfast::sdtid_reader {

// Gives up, for good, whatever reading and writing the open pipes does not need: time, memory, core dumps,
// new files, new processes, and all but a short list of system calls. False if the kernel refuses any of it.
[[nodiscard]] bool enterSandbox(size_t maxMemoryBytes, unsigned maxCpuSeconds);

} // namespace holdfast::sdtid_reader
