// SPDX-License-Identifier: Apache-2.0
#include "views/theme/colours.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"

#include <QtWidgets>

namespace holdfast::views {

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    const QPalette& palette = option->palette;
    switch (element) {
    case PE_PanelButtonCommand:
        drawButtonPanel(option, painter, widget);
        return;
    case PE_PanelButtonTool:
        drawToolPanel(option, painter, widget);
        return;
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0) {
            drawFieldPanel(option, painter, widget);
        }
        return;
    }
    case PE_FrameLineEdit:
    case PE_FrameDefaultButton:
    case PE_IndicatorDockWidgetResizeHandle:
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
    case PE_PanelScrollAreaCorner:
        return;
    case PE_FrameFocusRect: {
        // Buttons and fields draw their own ring.
        if (qobject_cast<const QPushButton*>(widget) || qobject_cast<const QComboBox*>(widget)) {
            return;
        }
        if (qobject_cast<const QAbstractItemView*>(widget)) {
            painter->save();
            painter->setPen(QPen(palette.color(QPalette::Link), 1));
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
            painter->restore();
            return;
        }
        drawFocusRing(painter, option->rect, palette, 4);
        return;
    }
    case PE_Frame:
        if (qobject_cast<const QTextEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget)) {
            drawFieldPanel(option, painter, widget);
            return;
        }
        [[fallthrough]];
    case PE_FrameGroupBox:
    case PE_FrameTabWidget:
        drawRounded(painter, option->rect, Qt::transparent, palette.color(QPalette::Mid),
                    element == PE_Frame ? 0 : metrics::radius);
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
        painter->fillRect(option->rect, palette.color(QPalette::Base));
        painter->setPen(palette.color(QPalette::Dark));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, palette.color(QPalette::ToolTipBase));
        if (isHighContrast(palette)) { // the page behind it has the same colour
            painter->setPen(palette.color(QPalette::ToolTipText));
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        }
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(option, painter);
        return;
    case PE_IndicatorRadioButton:
        drawRadioButton(option, painter);
        return;
    case PE_PanelItemViewItem:
    case PE_PanelItemViewRow:
        drawItemPanel(option, painter, widget);
        return;
    case PE_IndicatorBranch:
        if (option->state & State_Children) {
            const QRect box(option->rect.center() - QPoint(7, 7), QSize(16, 16));
            const bool toLeft = option->direction == Qt::RightToLeft;
            const QString name = option->state & State_Open ? QStringLiteral("chevron-down")
                : toLeft                                    ? QStringLiteral("chevron-left")
                                                            : QStringLiteral("chevron-right");
            drawIcon(painter, box, name, palette.color(QPalette::PlaceholderText));
        }
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp: {
        const bool up = element == PE_IndicatorArrowUp;
        const QRect box(option->rect.center() - QPoint(6, 6), QSize(14, 14));
        drawIcon(painter, box, up ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"),
                 palette.color(QPalette::PlaceholderText));
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawButtonPanel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const QPalette& palette = option->palette;
    const ButtonRole role = buttonRole(widget);
    const bool enabled = option->state & State_Enabled;
    const bool over = enabled && (option->state & State_MouseOver);
    const bool down = enabled && (option->state & (State_Sunken | State_On));
    const bool filled = role == ButtonRole::Primary || role == ButtonRole::Danger;
    QColor fill = palette.color(QPalette::Button);
    QColor edge = palette.color(QPalette::Dark);
    if (filled && enabled) {
        fill = role == ButtonRole::Primary ? accentFill(palette) : dangerFill(palette);
        fill = down ? mixed(fill, Qt::black, 0.16) : over ? mixed(fill, Qt::black, 0.08) : fill;
        edge = isHighContrast(palette) ? palette.color(QPalette::Dark) : QColor(Qt::transparent);
    } else if (role == ButtonRole::Quiet) {
        fill = down || over ? palette.color(QPalette::Midlight) : QColor(Qt::transparent);
        edge = Qt::transparent;
    } else if (!enabled) {
        fill = palette.color(QPalette::Midlight);
        edge = palette.color(QPalette::Mid);
    } else if (down || over) {
        fill = mixed(palette.color(QPalette::Button), palette.color(QPalette::Midlight), down ? 1.0 : 0.6);
    }
    if (enabled && !filled && role != ButtonRole::Quiet && (option->state & State_On)) {
        edge = accentFill(palette); // a shade alone is not seen on a dark ground
    }
    drawRounded(painter, option->rect, fill, edge, metrics::radius);
    if (enabled && (option->state & State_HasFocus)) {
        if (filled) {
            drawFocusRing(painter, option->rect, palette, metrics::radius);
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(Qt::white, 1));
            painter->drawRoundedRect(QRectF(option->rect).adjusted(2.5, 2.5, -2.5, -2.5), 4, 4);
            painter->restore();
        } else {
            drawFocusRing(painter, option->rect, palette, metrics::radius);
        }
    }
}

void Style::drawToolPanel(const QStyleOption* option, QPainter* painter, const QWidget*) const
{
    const QPalette& palette = option->palette;
    const bool enabled = option->state & State_Enabled;
    if (enabled && (option->state & (State_MouseOver | State_Sunken | State_On))) {
        drawRounded(painter, option->rect, palette.color(QPalette::Midlight), Qt::transparent,
                    metrics::radius);
    }
    if (enabled && (option->state & State_HasFocus) && (option->state & State_KeyboardFocusChange)) {
        drawFocusRing(painter, option->rect, palette, metrics::radius);
    }
}

void Style::drawFieldPanel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const QPalette& palette = option->palette;
    const bool enabled = option->state & State_Enabled;
    const bool faulty = widget && widget->property("holdfastFault").toBool();
    const QColor fill = enabled ? palette.color(QPalette::Base) : palette.color(QPalette::Window);
    const QColor edge = faulty ? palette.color(QPalette::BrightText)
        : enabled              ? palette.color(QPalette::Dark)
                               : palette.color(QPalette::Mid);
    drawRounded(painter, option->rect, fill, edge, metrics::radius);
    if (enabled && (option->state & State_HasFocus)) {
        drawFocusRing(painter, option->rect, palette, metrics::radius);
    }
}

namespace {

// Of a check box or a radio button that is on, and the mark in it.
QColor markFill(const QPalette& palette, bool enabled)
{
    return enabled                ? accentFill(palette)
        : isHighContrast(palette) ? palette.color(QPalette::Disabled, QPalette::Text)
                                  : palette.color(QPalette::Mid);
}

QColor markInk(const QPalette& palette, bool enabled)
{
    return enabled || !isHighContrast(palette) ? QColor(Qt::white) : palette.color(QPalette::Base);
}

} // namespace

void Style::drawCheckBox(const QStyleOption* option, QPainter* painter) const
{
    const QPalette& palette = option->palette;
    const bool enabled = option->state & State_Enabled;
    const bool on = option->state & (State_On | State_NoChange);
    const QColor filled = markFill(palette, enabled);
    const QColor edge = on ? filled : palette.color(enabled ? QPalette::Dark : QPalette::Mid);
    const QColor empty = option->state & State_MouseOver && enabled ? palette.color(QPalette::Midlight)
                                                                    : palette.color(QPalette::Base);
    drawRounded(painter, option->rect, on ? filled : empty, edge, 4);
    if (on) {
        const QString name =
            option->state & State_NoChange ? QStringLiteral("mark-minus") : QStringLiteral("check");
        drawIcon(painter, option->rect.adjusted(1, 1, -1, -1), name, markInk(palette, enabled));
    }
}

void Style::drawRadioButton(const QStyleOption* option, QPainter* painter) const
{
    const QPalette& palette = option->palette;
    const bool enabled = option->state & State_Enabled;
    const bool on = option->state & State_On;
    const QColor filled = markFill(palette, enabled);
    const QColor edge = on ? filled : palette.color(enabled ? QPalette::Dark : QPalette::Mid);
    drawRounded(painter, option->rect, on ? filled : palette.color(QPalette::Base), edge, 8);
    if (on) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(markInk(palette, enabled));
        painter->drawEllipse(QRectF(option->rect).center(), 3, 3);
        painter->restore();
    }
}

void Style::drawItemPanel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
    const QPalette& palette = option->palette;
    if (item && item->backgroundBrush.style() != Qt::NoBrush) {
        painter->fillRect(option->rect, item->backgroundBrush);
    }
    const bool selected = option->state & State_Selected;
    if (selected) {
        const bool focused = widget && widget->hasFocus();
        const QColor fill = palette.color(QPalette::Highlight);
        painter->fillRect(option->rect, focused ? fill : mixed(palette.color(QPalette::Base), fill, 0.75));
    } else if (option->state & State_MouseOver && option->state & State_Enabled) {
        painter->fillRect(option->rect,
                          mixed(palette.color(QPalette::Base), palette.color(QPalette::Midlight), 0.6));
    }
}

} // namespace holdfast::views
