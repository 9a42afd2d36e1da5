// SPDX-License-Identifier: Apache-2.0
#include "views/emergency/code_display.h"

#include "models/formats.h"
#include "views/theme/colours.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/theme/typography.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace holdfast::views {
namespace {

constexpr std::chrono::minutes shownFor {3};
constexpr int leastWidth = 400;
constexpr int lineHeight = 44;
constexpr int setLineHeight = 32;

QString shownForm(const contract::Secret& code, bool revealed)
{
    const QString text = models::groupedCode(QString::fromUtf8(code.reveal()));
    if (revealed) {
        return text;
    }
    QString hidden = text;
    for (QChar& c : hidden) {
        if (!c.isSpace()) {
            c = QChar(0x2022);
        }
    }
    return hidden;
}

} // namespace

QString spelled(const QString& code)
{
    static const QStringList letters {
        QStringLiteral("Alfa"),    QStringLiteral("Bravo"),    QStringLiteral("Charlie"),
        QStringLiteral("Delta"),   QStringLiteral("Echo"),     QStringLiteral("Foxtrot"),
        QStringLiteral("Golf"),    QStringLiteral("Hotel"),    QStringLiteral("India"),
        QStringLiteral("Juliett"), QStringLiteral("Kilo"),     QStringLiteral("Lima"),
        QStringLiteral("Mike"),    QStringLiteral("November"), QStringLiteral("Oscar"),
        QStringLiteral("Papa"),    QStringLiteral("Quebec"),   QStringLiteral("Romeo"),
        QStringLiteral("Sierra"),  QStringLiteral("Tango"),    QStringLiteral("Uniform"),
        QStringLiteral("Victor"),  QStringLiteral("Whiskey"),  QStringLiteral("X-ray"),
        QStringLiteral("Yankee"),  QStringLiteral("Zulu")};
    static const QStringList digits {
        QStringLiteral("Zero"),  QStringLiteral("One"),  QStringLiteral("Two"), QStringLiteral("Three"),
        QStringLiteral("Four"),  QStringLiteral("Five"), QStringLiteral("Six"), QStringLiteral("Seven"),
        QStringLiteral("Eight"), QStringLiteral("Nine")};
    QStringList words;
    for (const QChar c : code) {
        const char16_t upper = c.toUpper().unicode();
        if (upper >= u'A' && upper <= u'Z') {
            words << letters.at(upper - u'A');
        } else if (c.isDigit()) {
            words << digits.at(c.digitValue());
        } else if (!c.isSpace()) {
            words << QString(c);
        }
    }
    return words.join(QStringLiteral(" · "));
}

CodeDisplay::CodeDisplay(QWidget* parent)
    : QWidget(parent)
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(shownFor);
    connect(m_timer, &QTimer::timeout, this, [this] { setRevealed(false); });
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Emergency code"));
}

CodeDisplay::~CodeDisplay() = default;

void CodeDisplay::setCodes(const std::vector<contract::Secret>& codes)
{
    m_codes = codes;
    m_current = 0;
    setRevealed(true);
    updateGeometry();
}

void CodeDisplay::setCodeName(const QString& name)
{
    m_name = name;
    setAccessibleName(name);
}

void CodeDisplay::setRevealed(bool revealed)
{
    m_revealed = revealed;
    if (revealed && !m_codes.empty()) {
        m_timer->start();
        // A screen reader says it letter by letter.
        setAccessibleName(!m_name.isEmpty()         ? m_name
                              : m_codes.size() == 1 ? tr("Emergency code")
                                                    : tr("Emergency codes"));
        setAccessibleDescription(currentSpelled());
    } else {
        m_timer->stop();
        setAccessibleDescription({});
    }
    update();
    Q_EMIT revealedChanged(revealed);
}

void CodeDisplay::setShownFor(std::chrono::milliseconds time)
{
    m_timer->setInterval(time);
}

void CodeDisplay::setSpelling(bool spelling)
{
    m_spelling = spelling;
    updateGeometry();
    update();
}

void CodeDisplay::setCurrent(int index)
{
    if (index >= 0 && static_cast<size_t>(index) < m_codes.size()) {
        m_current = index;
        if (m_revealed) {
            setAccessibleDescription(currentSpelled());
        }
        update();
    }
}

QString CodeDisplay::currentSpelled() const
{
    return m_codes.empty() ? QString()
                           : spelled(QString::fromUtf8(m_codes.at(static_cast<size_t>(m_current)).reveal()));
}

QString CodeDisplay::spelledText() const
{
    return m_revealed && m_spelling ? currentSpelled() : QString();
}

void CodeDisplay::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        setCurrent(m_current - (event->key() == Qt::Key_Up ? 2 : 1));
        break;
    case Qt::Key_Right:
    case Qt::Key_Down:
        setCurrent(m_current + (event->key() == Qt::Key_Down ? 2 : 1));
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CodeDisplay::mousePressEvent(QMouseEvent* event)
{
    if (m_codes.size() > 1) {
        const QRect box = rect().adjusted(metrics::l, metrics::l, -metrics::l, -metrics::l);
        const int row = (event->pos().y() - box.top()) / setLineHeight;
        const bool second = (event->pos().x() > box.center().x()) != (layoutDirection() == Qt::RightToLeft);
        setCurrent(2 * row + (second ? 1 : 0));
    }
    QWidget::mousePressEvent(event);
}

void CodeDisplay::forget()
{
    m_codes.clear();
    m_current = 0;
    setAccessibleDescription({});
    update();
}

int CodeDisplay::spelledHeight() const
{
    if (!m_spelling) {
        return 0;
    }
    constexpr int oneLine = 24;
    const QFontMetrics letters(typeFont(Type::Strong, QApplication::font()));
    const QRect room(0, 0, std::max(width(), leastWidth) - 2 * metrics::l, 1000);
    int height = letters.lineSpacing();
    for (const contract::Secret& code : m_codes) {
        const QString text = spelled(QString::fromUtf8(code.reveal()));
        height =
            std::max(height, letters.boundingRect(room, Qt::AlignHCenter | Qt::TextWordWrap, text).height());
    }
    return oneLine + height - letters.lineSpacing();
}

void CodeDisplay::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != width()) {
        updateGeometry();
    }
}

int CodeDisplay::rows() const
{
    return m_codes.size() <= 1 ? 1 : static_cast<int>((m_codes.size() + 1) / 2);
}

QSize CodeDisplay::sizeHint() const
{
    const bool single = m_codes.size() <= 1;
    return {leastWidth, 2 * metrics::l + spelledHeight() + (single ? lineHeight : rows() * setLineHeight)};
}

void CodeDisplay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawRounded(&painter, rect(), palette().color(QPalette::AlternateBase), palette().color(QPalette::Mid),
                metrics::radius + 2);
    painter.setPen(palette().color(QPalette::Text));
    const QRect box = rect().adjusted(metrics::l, metrics::l, -metrics::l, -metrics::l);
    if (m_codes.size() == 1) {
        painter.setFont(typeFont(Type::Code, QApplication::font()));
        painter.drawText(box.adjusted(0, 0, 0, -spelledHeight()), Qt::AlignCenter,
                         shownForm(m_codes.front(), m_revealed));
        paintSpelled(&painter, box);
        return;
    }
    QFont font = typeFont(Type::Code, QApplication::font());
    font.setPixelSize(font.pixelSize() - 8);
    painter.setFont(font);
    for (size_t i = 0; i < m_codes.size(); ++i) {
        const int column = static_cast<int>(i % 2);
        const int row = static_cast<int>(i / 2);
        const QRect cell(box.left() + column * box.width() / 2, box.top() + row * setLineHeight,
                         box.width() / 2, setLineHeight);
        const QRect place = QStyle::visualRect(layoutDirection(), box, cell);
        if (m_spelling && static_cast<int>(i) == m_current) {
            drawRounded(&painter, place.adjusted(metrics::s, 2, -metrics::s, -2),
                        palette().color(QPalette::Highlight), Qt::transparent, metrics::radius);
        }
        painter.drawText(place, Qt::AlignCenter,
                         QStringLiteral("%1.  %2").arg(i + 1, 2).arg(shownForm(m_codes.at(i), m_revealed)));
    }
    paintSpelled(&painter, box);
}

void CodeDisplay::paintSpelled(QPainter* painter, const QRect& box) const
{
    painter->setFont(typeFont(Type::Strong, QApplication::font()));
    painter->setPen(palette().color(QPalette::Text));
    painter->drawText(box, static_cast<int>(Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap),
                      spelledText());
}

} // namespace holdfast::views
