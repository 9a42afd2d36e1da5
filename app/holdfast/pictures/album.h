// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/theme/theme.h"

#include <QDir>

class QWidget;

namespace holdfast::pictures {

// Grabs a window, with the dialog that stands over it, in a light and a dark theme, into PNG files.
class Album final
{
public:
    // `contrasted`: in the two themes of high contrast instead.
    Album(const QString& directory, QWidget& window, views::Theme& theme, bool contrasted = false);

    // NAME-light.png and NAME-dark.png, or NAME-contrast-light.png and NAME-contrast-dark.png; false when a file could not be written.
    [[nodiscard]] bool take(const QString& name);
    [[nodiscard]] int taken() const { return m_taken; }

private:
    [[nodiscard]] QPixmap grab() const;

    QDir m_directory;
    QWidget& m_window;
    views::Theme& m_theme;
    bool m_contrasted;
    int m_taken = 0;
};

// The dialog that is open, or null.
[[nodiscard]] QWidget* openDialog();

} // namespace holdfast::pictures
