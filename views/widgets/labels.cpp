// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/labels.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace holdfast::views {
namespace {

QPalette::ColorRole roleOf(Ink ink)
{
    switch (ink) {
    case Ink::Secondary:
        return QPalette::PlaceholderText;
    case Ink::Danger:
        return QPalette::BrightText;
    case Ink::Normal:
        break;
    }
    return QPalette::WindowText;
}

class Line final : public QWidget
{
public:
    explicit Line(QWidget* parent)
        : QWidget(parent)
    {
        setFixedHeight(1);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter(this).fillRect(rect(), palette().color(QPalette::Mid));
    }
};

} // namespace

QLabel* makeLabel(const QString& text, Type type, Ink ink, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(roleOf(ink));
    setType(label, type);
    return label;
}

QLabel* makeParagraph(const QString& text, Ink ink, QWidget* parent)
{
    QLabel* label = makeLabel(text, Type::Body, ink, parent);
    label->setWordWrap(true);
    return label;
}

ElidedLabel::ElidedLabel(const QString& text, Type type, Ink ink, QWidget* parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setForegroundRole(roleOf(ink));
    setType(this, type);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 6, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect box = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, box.width());
    if (const QString tip = shown == text() ? QString() : text(); tip != toolTip()) {
        setToolTip(tip);
    }
    style()->drawItemText(&painter, box,
                          static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment())),
                          palette(), isEnabled(), shown, foregroundRole());
}

QWidget* makeLine(QWidget* parent)
{
    return new Line(parent);
}

} // namespace holdfast::views
