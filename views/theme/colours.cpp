// SPDX-License-Identifier: Apache-2.0
#include "views/theme/colours.h"

#include <cmath>

namespace holdfast::views {
namespace {

struct Colours
{
    QRgb window, base, raised, hover, button;
    QRgb text, secondary, disabled;
    QRgb hairline, edge;
    QRgb accent, accentFill, selection;
    QRgb danger;
    QRgb toolTip, toolTipText;
};

constexpr Colours light {
    .window = 0xfff5f6f8,
    .base = 0xffffffff,
    .raised = 0xfffafbfc,
    .hover = 0xffeceef1,
    .button = 0xffffffff,
    .text = 0xff1a1f26,
    .secondary = 0xff596370,
    .disabled = 0xff9aa3ae,
    .hairline = 0xffe1e4e9,
    .edge = 0xffc3c9d1,
    .accent = 0xff0b6680,
    .accentFill = 0xff0e6f8a,
    .selection = 0xffdcebf0,
    .danger = 0xffb3261e,
    .toolTip = 0xff252b33,
    .toolTipText = 0xfff3f5f7,
};

constexpr Colours dark {
    .window = 0xff15181c,
    .base = 0xff1b1f24,
    .raised = 0xff20252b,
    .hover = 0xff282e35,
    .button = 0xff262c33,
    .text = 0xffe5e8ec,
    .secondary = 0xff9ca6b2,
    .disabled = 0xff626c78,
    .hairline = 0xff2c3239,
    .edge = 0xff434b55,
    .accent = 0xff62bdd3,
    .accentFill = 0xff187a95,
    .selection = 0xff1f3f4b,
    .danger = 0xfff28b82,
    .toolTip = 0xff343b44,
    .toolTipText = 0xfff3f5f7,
};

QPalette build(const Colours& c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(c.window));
    palette.setColor(QPalette::WindowText, QColor(c.text));
    palette.setColor(QPalette::Base, QColor(c.base));
    palette.setColor(QPalette::AlternateBase, QColor(c.raised));
    palette.setColor(QPalette::Text, QColor(c.text));
    palette.setColor(QPalette::Button, QColor(c.button));
    palette.setColor(QPalette::ButtonText, QColor(c.text));
    palette.setColor(QPalette::BrightText, QColor(c.danger));
    palette.setColor(QPalette::Light, QColor(c.raised));
    palette.setColor(QPalette::Midlight, QColor(c.hover));
    palette.setColor(QPalette::Mid, QColor(c.hairline));
    palette.setColor(QPalette::Dark, QColor(c.edge));
    palette.setColor(QPalette::Shadow, QColor(0, 0, 0, 60));
    palette.setColor(QPalette::Highlight, QColor(c.selection));
    palette.setColor(QPalette::HighlightedText, QColor(c.text));
    palette.setColor(QPalette::Link, QColor(c.accent));
    palette.setColor(QPalette::LinkVisited, QColor(c.accentFill));
    palette.setColor(QPalette::PlaceholderText, QColor(c.secondary));
    palette.setColor(QPalette::ToolTipBase, QColor(c.toolTip));
    palette.setColor(QPalette::ToolTipText, QColor(c.toolTipText));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::PlaceholderText, QPalette::HighlightedText, QPalette::Link}) {
        palette.setColor(QPalette::Disabled, role, QColor(c.disabled));
    }
    return palette;
}

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

} // namespace

QPalette lightPalette()
{
    static const QPalette palette = build(light);
    return palette;
}

QPalette darkPalette()
{
    static const QPalette palette = build(dark);
    return palette;
}

QPalette highContrastPalette(bool isDarkWanted)
{
    Colours c = isDarkWanted ? dark : light;
    c.window = c.base = c.raised = c.button = isDarkWanted ? 0xff000000 : 0xffffffff;
    c.hover = isDarkWanted ? 0xff303030 : 0xffe0e0e0;
    c.text = c.secondary = c.hairline = c.edge = isDarkWanted ? 0xffffffff : 0xff000000;
    c.accent = isDarkWanted ? 0xff7fe3ff : 0xff00405a;
    c.accentFill = isDarkWanted ? 0xff005f7a : 0xff00405a;
    c.selection = isDarkWanted ? 0xff004a66 : 0xffb8e6f5;
    c.danger = isDarkWanted ? 0xffffa8a0 : 0xff8c0000;
    c.disabled = isDarkWanted ? 0xffb8b8b8 : 0xff595959;
    c.toolTip = isDarkWanted ? 0xff000000 : 0xffffffff;
    c.toolTipText = c.text;
    return build(c);
}

QPalette paletteFor(ThemeMode mode, const QPalette& system)
{
    const bool contrasted = mode == ThemeMode::ContrastLight || mode == ThemeMode::ContrastDark;
    const bool dark = mode == ThemeMode::Dark || mode == ThemeMode::ContrastDark
        || (mode == ThemeMode::System && isDark(system));
    if (contrasted || isHighContrast(system)) {
        return highContrastPalette(dark);
    }
    return dark ? darkPalette() : lightPalette();
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

bool isHighContrast(const QPalette& palette)
{
    return contrast(palette.color(QPalette::Window), palette.color(QPalette::WindowText)) > 20.5;
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor mixed(const QColor& a, const QColor& b, double shareOfB)
{
    const auto share = [shareOfB](float x, float y) {
        return x + (y - x) * static_cast<float>(shareOfB);
    };
    return QColor::fromRgbF(share(a.redF(), b.redF()), share(a.greenF(), b.greenF()),
                            share(a.blueF(), b.blueF()), share(a.alphaF(), b.alphaF()));
}

QColor toneColour(const QPalette& palette, Tone tone)
{
    const bool dark = isDark(palette);
    const bool contrasted = isHighContrast(palette);
    switch (tone) {
    case Tone::Neutral:
        return palette.color(QPalette::PlaceholderText);
    case Tone::Accent:
        return palette.color(QPalette::Link);
    case Tone::Success:
        return dark ? QColor(contrasted ? 0xff8ff0bb : 0xff5fc992)
                    : QColor(contrasted ? 0xff064a2c : 0xff17704a);
    case Tone::Warning:
        return dark ? QColor(contrasted ? 0xffffd27a : 0xffe9b44c)
                    : QColor(contrasted ? 0xff5a3500 : 0xff8a5300);
    case Tone::Danger:
        return palette.color(QPalette::BrightText);
    }
    return palette.color(QPalette::Text);
}

QColor toneFill(const QPalette& palette, Tone tone)
{
    if (isHighContrast(palette)) {
        return palette.color(QPalette::Base); // the edge sets it apart
    }
    const double share = isDark(palette) ? 0.16 : 0.10;
    return mixed(palette.color(QPalette::Base), toneColour(palette, tone), share);
}

QColor toneEdge(const QPalette& palette, Tone tone)
{
    const double share = isHighContrast(palette) ? 1.0 : 0.35;
    return mixed(palette.color(QPalette::Base), toneColour(palette, tone), share);
}

QColor accentFill(const QPalette& palette)
{
    return palette.color(QPalette::LinkVisited);
}

QColor dangerFill(const QPalette& palette)
{
    if (isHighContrast(palette)) {
        return QColor(0xff8c0000);
    }
    return isDark(palette) ? QColor(0xffb23b33) : palette.color(QPalette::BrightText);
}

} // namespace holdfast::views
