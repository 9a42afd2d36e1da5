// SPDX-License-Identifier: Apache-2.0
#include "views/theme/colours.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"

#include <QtWidgets>

namespace holdfast::views {
namespace {

// Fusion draws the button's text in the palette's colour; on a filled button it is white.
QStyleOptionButton onFill(const QStyleOptionButton& button)
{
    QStyleOptionButton copy = button;
    copy.palette.setColor(QPalette::ButtonText, Qt::white);
    return copy;
}

} // namespace

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    switch (element) {
    case CE_PushButtonLabel: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const ButtonRole role = buttonRole(widget);
        if (button && (role == ButtonRole::Primary || role == ButtonRole::Danger)
            && (option->state & State_Enabled)) {
            const QStyleOptionButton white = onFill(*button);
            QProxyStyle::drawControl(element, &white, painter, widget);
            return;
        }
        break;
    }
    case CE_ComboBoxLabel: {
        QStyleOptionComboBox box = *qstyleoption_cast<const QStyleOptionComboBox*>(option);
        const QRect words = subControlRect(CC_ComboBox, &box, SC_ComboBoxEditField, widget);
        const int image = box.currentIcon.isNull() ? 0 : box.iconSize.width() + metrics::xs;
        box.currentText =
            box.fontMetrics.elidedText(box.currentText, Qt::ElideRight, words.width() - image - 2);
        QProxyStyle::drawControl(element, &box, painter, widget);
        return;
    }
    case CE_Header:
        drawHeaderSection(option, painter);
        drawHeaderLabel(option, painter);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeaderSection(option, painter);
        return;
    case CE_MenuItem:
        drawMenuItem(option, painter, widget);
        return;
    case CE_MenuEmptyArea:
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, option->palette.color(QPalette::Mid));
        return;
    case CE_ProgressBarGroove:
    case CE_ProgressBarContents:
    case CE_ProgressBarLabel:
        drawProgress(element, option, painter);
        return;
    case CE_TabBarTabShape:
        drawTab(option, painter);
        return;
    case CE_TabBarTabLabel:
        drawTabLabel(option, painter, widget);
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const
{
    switch (control) {
    case CC_ScrollBar:
        drawScrollBar(qstyleoption_cast<const QStyleOptionSlider*>(option), painter);
        return;
    case CC_ComboBox:
        drawComboBox(option, painter, widget);
        return;
    case CC_SpinBox:
        drawSpinBox(option, painter, widget);
        return;
    case CC_ToolButton:
        drawToolButton(option, painter, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

void Style::drawHeaderSection(const QStyleOption* option, QPainter* painter) const
{
    painter->fillRect(option->rect, option->palette.color(QPalette::Base));
    painter->setPen(option->palette.color(QPalette::Mid));
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
}

// The arrow stands after the title, or before one at the end of its column, which stays above its figures.
void Style::drawHeaderLabel(const QStyleOption* option, QPainter* painter) const
{
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
    QFont font = painter->font();
    font.setPixelSize(std::max(11, font.pixelSize() - 1));
    font.setWeight(QFont::Medium);
    const QFontMetrics letters(font);
    constexpr int arrowSide = 14;
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    const QRect full = option->rect.adjusted(metrics::s, 0, -metrics::s, 0);
    const int most = full.width() - (sorted ? arrowSide + 2 : 0);
    const QString text = letters.elidedText(header->text, Qt::ElideRight, most);
    const int width = std::min(letters.horizontalAdvance(text), most);
    const bool atEnd = header->textAlignment.testFlag(Qt::AlignTrailing);
    const bool centred = header->textAlignment.testFlag(Qt::AlignHCenter);
    const int start = atEnd ? full.right() + 1 - width
        : centred           ? full.left() + (full.width() - width) / 2
                            : full.left();
    const auto place = [&](const QRect& rect) {
        return visualRect(option->direction, option->rect, rect);
    };
    painter->save();
    painter->setFont(font);
    painter->setPen(option->palette.color(QPalette::PlaceholderText));
    // A pixel more than it should take: no letter is lost to rounding.
    painter->drawText(place(QRect(start, full.top(), width + 1, full.height())),
                      static_cast<int>(visualAlignment(option->direction, Qt::AlignLeft) | Qt::AlignVCenter
                                       | Qt::TextSingleLine),
                      text);
    painter->restore();
    if (sorted) {
        const QRect arrow(atEnd ? start - arrowSide - 2 : start + width + 2,
                          full.center().y() - arrowSide / 2 + 1, arrowSide, arrowSide);
        drawIcon(painter, place(arrow),
                 header->sortIndicator == QStyleOptionHeader::SortDown ? QStringLiteral("chevron-up")
                                                                       : QStringLiteral("chevron-down"),
                 option->palette.color(QPalette::PlaceholderText));
    }
}

void Style::drawMenuItem(const QStyleOption* option, QPainter* painter, const QWidget*) const
{
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
    const QPalette& palette = option->palette;
    const QRect full = option->rect;
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->setPen(palette.color(QPalette::Mid));
        painter->drawLine(full.left() + metrics::s, full.center().y(), full.right() - metrics::s,
                          full.center().y());
        return;
    }
    const bool enabled = option->state & State_Enabled;
    if (enabled && (option->state & State_Selected)) {
        drawRounded(painter, full.adjusted(4, 0, -4, 0), palette.color(QPalette::Highlight), Qt::transparent,
                    4);
    }
    const auto place = [&](const QRect& rect) {
        return visualRect(option->direction, full, rect);
    };
    const QRect box(full.left() + metrics::m, full.center().y() - 7, 16, 16);
    if (item->checkType != QStyleOptionMenuItem::NotCheckable) {
        if (item->checked) {
            drawIcon(painter, place(box), QStringLiteral("check"), palette.color(QPalette::Link));
        }
    } else if (!item->icon.isNull()) {
        item->icon.paint(painter, place(box), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const QRect textBox = full.adjusted(metrics::m + 16 + metrics::s, 0, -metrics::m, 0);
    painter->setPen(palette.color(enabled ? QPalette::Normal : QPalette::Disabled, QPalette::Text));
    const QStringList parts = item->text.split(QLatin1Char('\t'));
    painter->drawText(place(textBox),
                      static_cast<int>(visualAlignment(option->direction, Qt::AlignLeft) | Qt::AlignVCenter
                                       | Qt::TextShowMnemonic | Qt::TextSingleLine),
                      parts.first());
    if (parts.size() > 1) {
        painter->setPen(palette.color(QPalette::PlaceholderText));
        painter->drawText(place(textBox),
                          static_cast<int>(visualAlignment(option->direction, Qt::AlignRight)
                                           | Qt::AlignVCenter | Qt::TextSingleLine),
                          parts.last());
    }
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow(full.right() - metrics::m - 10, full.center().y() - 7, 14, 14);
        drawIcon(painter, place(arrow),
                 option->direction == Qt::RightToLeft ? QStringLiteral("chevron-left")
                                                      : QStringLiteral("chevron-right"),
                 palette.color(QPalette::PlaceholderText));
    }
}

void Style::drawProgress(ControlElement element, const QStyleOption* option, QPainter* painter) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
    const QRectF groove(option->rect.left(), option->rect.center().y() - 1.5, option->rect.width(), 4);
    if (element == CE_ProgressBarGroove) {
        drawRounded(painter, groove, option->palette.color(QPalette::Mid), Qt::transparent, 2);
    } else if (element == CE_ProgressBarContents) {
        QRectF done = groove;
        if (bar->maximum > bar->minimum) {
            done.setWidth(groove.width() * (qreal(bar->progress) - bar->minimum)
                          / (bar->maximum - bar->minimum));
        } else {
            // Unknown length: a still half; nothing flickers.
            done.setLeft(groove.left() + groove.width() * 0.3);
            done.setWidth(groove.width() * 0.4);
        }
        drawRounded(painter, done, accentFill(option->palette), Qt::transparent, 2);
    }
}

void Style::drawTab(const QStyleOption* option, QPainter* painter) const
{
    const bool selected = option->state & State_Selected;
    const QRect rect = option->rect;
    if (option->state & State_MouseOver && !selected) {
        drawRounded(painter, rect.adjusted(2, 3, -2, -5), option->palette.color(QPalette::Midlight),
                    Qt::transparent, metrics::radius);
    }
    if (selected) {
        painter->fillRect(
            QRect(rect.left() + metrics::m, rect.bottom() - 1, rect.width() - 2 * metrics::m, 2),
            option->palette.color(QPalette::Link));
    }
    if (option->state & State_HasFocus) {
        drawFocusRing(painter, rect.adjusted(2, 2, -2, -4), option->palette, metrics::radius);
    }
}

void Style::drawTabLabel(const QStyleOption* option, QPainter* painter, const QWidget*) const
{
    const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
    const bool selected = option->state & State_Selected;
    painter->save();
    QFont font = painter->font();
    font.setWeight(selected ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(option->palette.color(selected ? QPalette::WindowText : QPalette::PlaceholderText));
    painter->drawText(option->rect, static_cast<int>(Qt::AlignCenter | Qt::TextShowMnemonic), tab->text);
    painter->restore();
}

void Style::drawScrollBar(const QStyleOptionSlider* option, QPainter* painter) const
{
    const QRect thumb = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, nullptr);
    const bool active = option->state & (State_MouseOver | State_Sunken);
    if (option->maximum <= option->minimum) {
        return;
    }
    const int inset = active ? 3 : 4;
    const QRect shape = option->orientation == Qt::Horizontal ? thumb.adjusted(2, inset, -2, -inset)
                                                              : thumb.adjusted(inset, 2, -inset, -2);
    QColor colour = option->palette.color(QPalette::PlaceholderText);
    colour.setAlphaF(active ? 0.7F : 0.4F);
    drawRounded(painter, shape, colour, Qt::transparent, 3);
}

void Style::drawComboBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    drawFieldPanel(option, painter, widget);
    if (option->state & State_MouseOver && option->state & State_Enabled && !box->editable
        && !(option->state & State_HasFocus)) {
        drawRounded(
            painter, option->rect,
            mixed(option->palette.color(QPalette::Button), option->palette.color(QPalette::Midlight), 0.6),
            option->palette.color(QPalette::Dark), metrics::radius);
    }
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    drawIcon(painter, QRect(arrow.center() - QPoint(6, 6), QSize(14, 14)), QStringLiteral("chevron-down"),
             option->palette.color(option->state & State_Enabled ? QPalette::Normal : QPalette::Disabled,
                                   QPalette::PlaceholderText));
}

void Style::drawToolButton(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    QStyleOptionToolButton button = *qstyleoption_cast<const QStyleOptionToolButton*>(option);
    button.features &= ~QStyleOptionToolButton::HasMenu;
    if (!hasMenuArrow(option)) {
        QProxyStyle::drawComplexControl(CC_ToolButton, &button, painter, widget);
        return;
    }
    drawToolPanel(option, painter, widget);
    const QRect words =
        visualRect(option->direction, option->rect, option->rect.adjusted(0, 0, -menuArrowSide, 0));
    button.rect = words;
    proxy()->drawControl(CE_ToolButtonLabel, &button, painter, widget);
    const QRect arrow(option->rect.right() - menuArrowSide, option->rect.center().y() - 6, 14, 14);
    drawIcon(painter, visualRect(option->direction, option->rect, arrow), QStringLiteral("chevron-down"),
             option->palette.color(QPalette::PlaceholderText));
}

void Style::drawSpinBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    drawFieldPanel(option, painter, widget);
    const auto arrow = [&](SubControl part, const QString& name, QAbstractSpinBox::StepEnabledFlag flag) {
        const QRect rect = subControlRect(CC_SpinBox, option, part, widget);
        const bool can = (option->state & State_Enabled) && (box->stepEnabled & flag);
        const bool over = can && (option->activeSubControls & part) && (option->state & State_MouseOver);
        drawIcon(painter, QRect(rect.center() - QPoint(5, 5), QSize(12, 12)), name,
                 option->palette.color(can ? QPalette::Normal : QPalette::Disabled,
                                       over ? QPalette::Text : QPalette::PlaceholderText));
    };
    arrow(SC_SpinBoxUp, QStringLiteral("chevron-up"), QAbstractSpinBox::StepUpEnabled);
    arrow(SC_SpinBoxDown, QStringLiteral("chevron-down"), QAbstractSpinBox::StepDownEnabled);
}

} // namespace holdfast::views
