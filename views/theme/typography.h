// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>

class QWidget;

namespace holdfast::views {

// The type scale; sizes are in relation to the body (13 px, or the system's size where that is larger).
enum class Type
{
    Caption,
    Body,
    Strong,
    Title,
    Verdict,
    PageTitle,
    Figure,
    Mono,
    Code
};

// Inter where it is installed, else the system's font.
[[nodiscard]] QFont bodyFont(const QFont& system);
[[nodiscard]] QFont typeFont(Type type, const QFont& body);
void setType(QWidget* widget, Type type);

} // namespace holdfast::views
