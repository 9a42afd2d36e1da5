// SPDX-License-Identifier: Apache-2.0
#include "app/holdfast/pictures/album.h"

#include <QApplication>
#include <QDialog>
#include <QPainter>

namespace holdfast::pictures {

Album::Album(const QString& directory, QWidget& window, views::Theme& theme, bool contrasted)
    : m_directory(directory)
    , m_window(window)
    , m_theme(theme)
    , m_contrasted(contrasted)
{
    m_directory.mkpath(QStringLiteral("."));
}

bool Album::take(const QString& name)
{
    using views::ThemeMode;
    const std::array usual {ThemeMode::Dark, ThemeMode::Light};
    const std::array contrasted {ThemeMode::ContrastDark, ThemeMode::ContrastLight};
    for (const auto mode : m_contrasted ? contrasted : usual) {
        m_theme.setMode(mode);
        QCoreApplication::sendPostedEvents();
        const QString file =
            m_directory.filePath(QStringLiteral("%1-%2.png").arg(name, views::themeName(mode)));
        if (!grab().save(file, "PNG")) {
            qCritical("%s cannot be written", qPrintable(file));
            return false;
        }
        ++m_taken;
    }
    return true;
}

QPixmap Album::grab() const
{
    QPixmap picture = m_window.grab();
    QWidget* dialog = openDialog();
    if (!dialog) {
        return picture;
    }
    QPixmap over = dialog->grab();
    QPainter painter(&picture);
    // In device-independent pixels, which painting on a scaled picture takes.
    const QSize size = over.deviceIndependentSize().toSize();
    const QSize whole = picture.deviceIndependentSize().toSize();
    const QPoint corner((whole.width() - size.width()) / 2, (whole.height() - size.height()) / 2);
    painter.fillRect(QRect(QPoint(), whole), QColor(0, 0, 0, 90));
    painter.fillRect(QRect(corner, size).adjusted(-1, -1, 1, 1), QColor(0, 0, 0, 120));
    painter.drawPixmap(corner, over);
    return picture;
}

QWidget* openDialog()
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows) {
        if (qobject_cast<QDialog*>(window) && window->isVisible()) {
            return window;
        }
    }
    return nullptr;
}

} // namespace holdfast::pictures
