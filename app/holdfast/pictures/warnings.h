// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace holdfast::pictures {

// From now on every message goes to standard error, and warnings are counted.
void countWarnings();
[[nodiscard]] int warnings();

} // namespace holdfast::pictures
