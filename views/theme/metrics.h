// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lengths in device-independent pixels. One scale for every gap, so that pages line up with each other.
namespace holdfast::views::metrics {

inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;

inline constexpr int railWidth = 184;
inline constexpr int headerHeight = 52;
inline constexpr int rowHeight = 24;
inline constexpr int controlHeight = 30;
inline constexpr int radius = 6;
inline constexpr int icon = 16;
inline constexpr int formWidth = 360;

} // namespace holdfast::views::metrics
