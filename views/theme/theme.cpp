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

QString themeName(ThemeMode mode)
{
    switch (mode) {
    case ThemeMode::Light:
        return QStringLiteral("light");
    case ThemeMode::Dark:
        return QStringLiteral("dark");
    case ThemeMode::System:
        break;
    }
    return QStringLiteral("system");
}

ThemeMode themeFromName(const QString& name)
{
    return name == QLatin1String("light") ? ThemeMode::Light
        : name == QLatin1String("dark")   ? ThemeMode::Dark
                                          : ThemeMode::System;
}

} // namespace holdfast::views
