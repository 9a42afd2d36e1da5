// SPDX-License-Identifier: Apache-2.0
#include "views/emergency/code_display.h"

#include "models/formats.h"
#include "views/theme/colours.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/theme/typography.h"

#include <QApplication>
#include <QPainter>
#include <QTimer>

#include <chrono>

namespace holdfast::views {
namespace {

constexpr std::chrono::minutes shownFor {3};
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
    QStringList words;
    for (const QChar c : code) {
        const char16_t upper = c.toUpper().unicode();
        if (upper >= u'A' && upper <= u'Z') {
            words << letters.at(upper - u'A');
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
}

CodeDisplay::~CodeDisplay() = default;

void CodeDisplay::setCodes(const std::vector<contract::Secret>& codes)
{
    m_codes = codes;
    setRevealed(true);
    updateGeometry();
}

void CodeDisplay::setRevealed(bool revealed)
{
    m_revealed = revealed;
    if (revealed && !m_codes.empty()) {
        m_timer->start();
        // A screen reader says it letter by letter.
        setAccessibleName(m_codes.size() == 1 ? tr("Emergency code") : tr("Emergency codes"));
        setAccessibleDescription(spelled(QString::fromUtf8(m_codes.front().reveal())));
    } else {
        m_timer->stop();
        setAccessibleDescription({});
    }
    update();
    Q_EMIT revealedChanged(revealed);
}

void CodeDisplay::forget()
{
    m_codes.clear();
    setAccessibleDescription({});
    update();
}

int CodeDisplay::rows() const
{
    return m_codes.size() <= 1 ? 1 : static_cast<int>((m_codes.size() + 1) / 2);
}

QSize CodeDisplay::sizeHint() const
{
    const bool single = m_codes.size() <= 1;
    return {400, 2 * metrics::l + (single ? lineHeight + 20 : rows() * setLineHeight)};
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
        painter.drawText(box.adjusted(0, 0, 0, -20), Qt::AlignCenter, shownForm(m_codes.front(), m_revealed));
        painter.setFont(typeFont(Type::Caption, QApplication::font()));
        painter.setPen(palette().color(QPalette::PlaceholderText));
        const QString words = m_revealed ? spelled(QString::fromUtf8(m_codes.front().reveal())) : QString();
        painter.drawText(box, static_cast<int>(Qt::AlignHCenter | Qt::AlignBottom), words);
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
        painter.drawText(QStyle::visualRect(layoutDirection(), box, cell), Qt::AlignCenter,
                         QStringLiteral("%1.  %2").arg(i + 1, 2).arg(shownForm(m_codes.at(i), m_revealed)));
    }
}

} // namespace holdfast::views
