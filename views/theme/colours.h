// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPalette>

namespace holdfast::views {

enum class ThemeMode
{
    System,
    Light,
    Dark,
    ContrastLight,
    ContrastDark
};

// What a colour says. It never says it alone: an icon or a word stands beside it.
enum class Tone
{
    Neutral,
    Accent,
    Success,
    Warning,
    Danger
};

// The whole look follows from a palette, so that every widget is right at once when it changes. These roles
// have a meaning of their own here: PlaceholderText is secondary text, BrightText danger, Mid a hairline,
// Dark the edge of a control, Midlight the fill under the pointer, Link the accent.
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();
[[nodiscard]] QPalette highContrastPalette(bool dark);

// Which palette a mode means on a system whose own palette is `system`.
[[nodiscard]] QPalette paletteFor(ThemeMode mode, const QPalette& system);

[[nodiscard]] bool isDark(const QPalette& palette);
[[nodiscard]] bool isHighContrast(const QPalette& palette);
// WCAG 2 contrast, 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

[[nodiscard]] QColor toneColour(const QPalette& palette, Tone tone);
[[nodiscard]] QColor toneFill(const QPalette& palette, Tone tone);
// Around such a fill.
[[nodiscard]] QColor toneEdge(const QPalette& palette, Tone tone);
// What a primary button is filled with; text on it is white.
[[nodiscard]] QColor accentFill(const QPalette& palette);
[[nodiscard]] QColor dangerFill(const QPalette& palette);
[[nodiscard]] QColor mixed(const QColor& a, const QColor& b, double shareOfB);

} // namespace holdfast::views
