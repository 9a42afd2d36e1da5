// SPDX-License-Identifier: Apache-2.0
#include "views/theme/typography.h"

#include <QApplication>
#include <QFontInfo>
#include <QWidget>

namespace holdfast::views {
namespace {

constexpr int bodyPixels = 13;
constexpr int largestBodyPixels = 22;

// A font that no theme has touched may be sized in points.
int pixelsOf(const QFont& font)
{
    return font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
}

QFont scaled(const QFont& body, int difference, QFont::Weight weight)
{
    QFont font = body;
    font.setPixelSize(pixelsOf(body) + difference);
    font.setWeight(weight);
    return font;
}

} // namespace

QFont bodyFont(const QFont& system)
{
    QFont font = system;
    font.setFamilies(QStringList {QStringLiteral("Inter")} + system.families()
                     + QStringList {system.family()});
    // 9 to 10 points are what desktops ship with; only who chose more gets more.
    const bool chosenLarger = system.pointSizeF() > 10.5;
    const int pixels = chosenLarger ? QFontInfo(system).pixelSize() : bodyPixels;
    font.setPixelSize(std::clamp(pixels, bodyPixels, largestBodyPixels));
    return font;
}

QFont typeFont(Type type, const QFont& body)
{
    switch (type) {
    case Type::Caption:
        return scaled(body, -1, QFont::Normal);
    case Type::Body:
        return body;
    case Type::Strong:
        return scaled(body, 0, QFont::DemiBold);
    case Type::Title:
        return scaled(body, 2, QFont::DemiBold);
    case Type::Verdict:
        return scaled(body, 4, QFont::DemiBold);
    case Type::PageTitle:
        return scaled(body, 7, QFont::DemiBold);
    case Type::Figure:
        return scaled(body, 13, QFont::DemiBold);
    case Type::Mono:
    case Type::Code: {
        QFont font =
            scaled(body, type == Type::Code ? 15 : 0, type == Type::Code ? QFont::Medium : QFont::Normal);
        font.setFamilies({QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono"),
                          QStringLiteral("monospace")});
        font.setStyleHint(QFont::Monospace);
        if (type == Type::Mono) {
            font.setPixelSize(pixelsOf(body) - 1);
        }
        return font;
    }
    }
    return body;
}

void setType(QWidget* widget, Type type)
{
    widget->setFont(typeFont(type, QApplication::font()));
}

} // namespace holdfast::views
