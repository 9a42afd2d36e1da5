// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace holdfast::testing {

// A sanitizer keeps several bytes for each of ours, and takes its time: bounds of both are that many times as wide
// in a build of scripts/sanitize.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int allowance = 10;
#else
inline constexpr int allowance = 1;
#endif

} // namespace holdfast::testing
