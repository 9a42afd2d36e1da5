// SPDX-License-Identifier: Apache-2.0
#include "views/theme/theme.h"

#include "views/theme/icons.h"
#include "views/theme/style.h"
#include "views/theme/typography.h"

#include <QApplication>
#include <QToolTip>

namespace holdfast::views {

Theme::Theme(QApplication& application, ThemeMode mode)
    : m_application(application)
    , m_system(QApplication::palette())
    , m_mode(mode)
{
    initialiseResources();
    QApplication::setStyle(new Style);
    QApplication::setFont(bodyFont(QApplication::font()));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/holdfast/holdfast.svg")));
    QApplication::setPalette(paletteFor(m_mode, m_system));
    QToolTip::setPalette(QApplication::palette());
    QToolTip::setFont(typeFont(Type::Caption, QApplication::font()));
}

void Theme::setMode(ThemeMode mode)
{
    if (mode == m_mode) {
        return;
    }
    m_mode = mode;
    QApplication::setPalette(paletteFor(m_mode, m_system));
    QToolTip::setPalette(QApplication::palette());
    Q_EMIT modeChanged(mode);
}

namespace {

constexpr std::array names {std::pair {ThemeMode::System, "system"}, std::pair {ThemeMode::Light, "light"},
                            std::pair {ThemeMode::Dark, "dark"},
                            std::pair {ThemeMode::ContrastLight, "contrast-light"},
                            std::pair {ThemeMode::ContrastDark, "contrast-dark"}};

} // namespace

QString themeName(ThemeMode mode)
{
    for (const auto& [known, name] : names) {
        if (known == mode) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

ThemeMode themeFromName(const QString& wanted)
{
    for (const auto& [mode, name] : names) {
        if (wanted == QLatin1String(name)) {
            return mode;
        }
    }
    return ThemeMode::System;
}

} // namespace holdfast::views
