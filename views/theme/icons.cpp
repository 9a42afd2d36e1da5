// SPDX-License-Identifier: Apache-2.0
#include "views/theme/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

static void initialiseFiles()
{
    Q_INIT_RESOURCE(holdfast);
}

namespace holdfast::views {
namespace {

QPixmap rendered(const QString& name, const QSize& pixels, const QColor& colour)
{
    if (pixels.isEmpty() || name.isEmpty()) {
        return {};
    }
    const QString key = QStringLiteral("holdfast/%1/%2x%3/%4")
                            .arg(name)
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(colour.rgba(), 8, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    QFile file(QStringLiteral(":/holdfast/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("There is no icon %s", qPrintable(name));
        return {};
    }
    QByteArray svg = file.readAll();
    svg.replace("#000", colour.name(QColor::HexRgb).toLatin1());
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(colour.alphaF());
    QSvgRenderer(svg).render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TintedEngine final : public QIconEngine
{
public:
    TintedEngine(QString name, std::optional<Tone> tone, bool onAccent)
        : m_name(std::move(name))
        , m_tone(tone)
        , m_onAccent(onAccent)
    { }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, rendered(m_name, rect.size() * ratio, colour(mode)));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return rendered(m_name, size, colour(mode));
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        QPixmap result = pixmap(size, mode, state);
        result.setDevicePixelRatio(scale);
        return result;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new TintedEngine(*this); }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QColor colour(QIcon::Mode mode) const
    {
        const QPalette palette = QApplication::palette();
        if (mode == QIcon::Disabled) {
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        }
        if (m_onAccent) {
            return Qt::white;
        }
        return m_tone ? toneColour(palette, *m_tone) : palette.color(QPalette::ButtonText);
    }

    QString m_name;
    std::optional<Tone> m_tone;
    bool m_onAccent;
};

} // namespace

QIcon icon(const QString& name)
{
    return QIcon(new TintedEngine(name, std::nullopt, false));
}

QIcon icon(const QString& name, Tone tone)
{
    return QIcon(new TintedEngine(name, tone, false));
}

QIcon iconOnAccent(const QString& name)
{
    return QIcon(new TintedEngine(name, std::nullopt, true));
}

void drawIcon(QPainter* painter, const QRect& rect, const QString& name, const QColor& colour)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    painter->drawPixmap(rect, rendered(name, rect.size() * ratio, colour));
}

void initialiseResources()
{
    initialiseFiles();
}

} // namespace holdfast::views
