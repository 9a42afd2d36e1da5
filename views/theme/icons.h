// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/theme/colours.h"

#include <QIcon>

namespace holdfast::views {

// An icon of resources/icons, drawn in a colour of the application's palette at the moment of painting: it
// follows a change of theme by itself.
[[nodiscard]] QIcon icon(const QString& name);
[[nodiscard]] QIcon icon(const QString& name, Tone tone);
// White, for filled buttons.
[[nodiscard]] QIcon iconOnAccent(const QString& name);

// Draws it at once; for delegates and the style.
void drawIcon(QPainter* painter, const QRect& rect, const QString& name, const QColor& colour);

// Makes the compiled-in files known; the library is static.
void initialiseResources();

} // namespace holdfast::views
