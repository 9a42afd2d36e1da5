// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/theme/colours.h"

#include <QObject>

class QApplication;

namespace holdfast::views {

// Puts style, palette and fonts on the application and changes the palette later. Owned by main().
class Theme final : public QObject
{
    Q_OBJECT
public:
    // Reads the system's palette and font, so it must be made before either is changed.
    explicit Theme(QApplication& application, ThemeMode mode = ThemeMode::System);

    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode);

Q_SIGNALS:
    void modeChanged(ThemeMode mode);

private:
    QApplication& m_application;
    QPalette m_system;
    ThemeMode m_mode;
};

[[nodiscard]] QString themeName(ThemeMode mode);
[[nodiscard]] ThemeMode themeFromName(const QString& name);

} // namespace holdfast::views
