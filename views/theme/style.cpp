// SPDX-License-Identifier: Apache-2.0
#include "views/theme/style.h"

#include "views/theme/colours.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"

#include <QtWidgets>

namespace holdfast::views {
namespace {

constexpr auto roleProperty = "holdfastButtonRole";

} // namespace

bool hasMenuArrow(const QStyleOption* option)
{
    const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    return tool && (tool->features & QStyleOptionToolButton::HasMenu) && !tool->text.isEmpty()
        && tool->toolButtonStyle == Qt::ToolButtonTextBesideIcon;
}

void setButtonRole(QAbstractButton* button, ButtonRole role)
{
    button->setProperty(roleProperty, static_cast<int>(role));
    button->update();
}

ButtonRole buttonRole(const QWidget* widget)
{
    return widget ? static_cast<ButtonRole>(widget->property(roleProperty).toInt()) : ButtonRole::Normal;
}

void drawRounded(QPainter* painter, const QRectF& rect, const QColor& fill, const QColor& edge, qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge.alpha() == 0 ? QPen(Qt::NoPen) : QPen(edge, 1));
    painter->setBrush(fill);
    painter->drawRoundedRect(edge.alpha() == 0 ? rect : rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

void drawFocusRing(QPainter* painter, const QRectF& rect, const QPalette& palette, qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(palette.color(QPalette::Link), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter->restore();
}

Style::Style()
    : QProxyStyle(QStringLiteral("fusion"))
{ }

void Style::polish(QPalette& palette)
{
    // Fusion would put its own colours over ours.
    Q_UNUSED(palette);
}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLineEdit*>(widget)
        || qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractSpinBox*>(widget)
        || qobject_cast<QTabBar*>(widget) || qobject_cast<QScrollBar*>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
    // Its frame is that of a field, round corners and all, and its words begin where those of a field do.
    if (auto* text = qobject_cast<QPlainTextEdit*>(widget); text && text->frameShape() != QFrame::NoFrame) {
        text->viewport()->setAutoFillBackground(false);
        text->document()->setDocumentMargin(metrics::s - 1);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_MenuBarPanelWidth:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
    case PM_MenuHMargin:
        return 0;
    case PM_DefaultFrameWidth:
    case PM_SplitterWidth:
        return 1;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 28;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_LineEditIconSize:
        return metrics::icon;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return metrics::s;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return metrics::m;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return metrics::xs;
    case PM_HeaderMargin:
        return metrics::s;
    case PM_FocusFrameHMargin:
        return 6;
    case PM_ToolTipLabelFrameWidth:
        return 5;
    case PM_TabBarTabHSpace:
        return metrics::xl;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_Menu_SloppySubMenus:
    case SH_ScrollView_FrameOnlyAroundContents:
    case SH_UnderlineShortcut:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_Menu_MouseTracking:
    case SH_ItemView_ActivateItemOnSingleClick:
        return hint == SH_ItemView_ActivateItemOnSingleClick ? 0 : 1;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_Table_GridLineColor:
        return option ? static_cast<int>(option->palette.color(QPalette::Mid).rgba()) : 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QIcon Style::standardIcon(StandardPixmap pixmap, const QStyleOption* option, const QWidget* widget) const
{
    switch (pixmap) {
    case SP_LineEditClearButton:
    case SP_DialogCloseButton:
        return icon(QStringLiteral("close"), Tone::Neutral);
    case SP_MessageBoxWarning:
        return icon(QStringLiteral("warning"), Tone::Warning);
    case SP_MessageBoxCritical:
        return icon(QStringLiteral("failure"), Tone::Danger);
    case SP_MessageBoxQuestion:
    case SP_MessageBoxInformation:
        return icon(QStringLiteral("information"), Tone::Accent);
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const bool iconOnly = button && button->text.isEmpty();
        const int text = button ? option->fontMetrics.size(Qt::TextShowMnemonic, button->text).width() : 0;
        const int image =
            button && !button->icon.isNull() ? button->iconSize.width() + (iconOnly ? 0 : 6) : 0;
        const int arrow = button && (button->features & QStyleOptionButton::HasMenu) ? 18 : 0;
        result.setWidth(text + image + arrow + (iconOnly ? 2 * 7 : 2 * metrics::m));
        result.setHeight(std::max(metrics::controlHeight, option->fontMetrics.height() + 12));
        return result;
    }
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        result.setHeight(std::max(metrics::controlHeight, option->fontMetrics.height() + 12));
        return result;
    case CT_ToolButton:
        result.setHeight(std::max(result.height(), metrics::controlHeight - 2));
        if (hasMenuArrow(option)) {
            result.rwidth() += menuArrowSide;
        }
        result.setWidth(std::max(result.width(), result.height()));
        return result;
    case CT_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator) {
            return {result.width(), 9};
        }
        return {result.width() + metrics::xl, std::max(28, result.height())};
    }
    case CT_HeaderSection:
        result.setHeight(std::max(28, result.height()));
        return result;
    case CT_TabBarTab:
        result.setHeight(std::max(34, result.height()));
        return result;
    case CT_ItemViewItem:
        result.setHeight(std::max(metrics::rowHeight, result.height()));
        return result;
    default:
        return result;
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_LineEditContents) {
        const QRect inner = option->rect.adjusted(metrics::s - 2, 1, -(metrics::s - 2), -1);
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        return frame && frame->lineWidth == 0 ? option->rect
                                              : visualRect(option->direction, option->rect, inner);
    }
    if (element == SE_ItemViewItemFocusRect) {
        return option->rect;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const
{
    const QRect full = option->rect;
    if (control == CC_ScrollBar) {
        // No arrows: the groove is the whole bar.
        const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
        const bool horizontal = slider->orientation == Qt::Horizontal;
        const int length = horizontal ? full.width() : full.height();
        const qint64 range = qint64 {slider->maximum} - slider->minimum;
        int thumb = range > 0
            ? static_cast<int>(qint64 {slider->pageStep} * length / (range + std::max(slider->pageStep, 1)))
            : length;
        thumb = std::min(std::max(thumb, 28), length);
        const int start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                                  length - thumb, slider->upsideDown);
        const auto span = [&](int from, int size) {
            const QRect rect = horizontal ? QRect(full.x() + from, full.y(), size, full.height())
                                          : QRect(full.x(), full.y() + from, full.width(), size);
            return visualRect(option->direction, full, rect);
        };
        switch (part) {
        case SC_ScrollBarGroove:
            return full;
        case SC_ScrollBarSlider:
            return span(start, thumb);
        case SC_ScrollBarSubPage:
            return span(0, start);
        case SC_ScrollBarAddPage:
            return span(start + thumb, length - start - thumb);
        default:
            return {};
        }
    }
    if (control == CC_ComboBox) {
        constexpr int arrow = 26;
        if (part == SC_ComboBoxArrow) {
            return visualRect(option->direction, full,
                              QRect(full.right() - arrow + 1, full.top(), arrow, full.height()));
        }
        if (part == SC_ComboBoxEditField) {
            return visualRect(option->direction, full, full.adjusted(metrics::s, 1, -arrow, -1));
        }
    }
    if (control == CC_SpinBox) {
        constexpr int arrow = 22;
        const QRect buttons(full.right() - arrow, full.top() + 1, arrow, full.height() - 2);
        switch (part) {
        case SC_SpinBoxUp:
            return visualRect(option->direction, full, buttons.adjusted(0, 0, 0, -buttons.height() / 2));
        case SC_SpinBoxDown:
            return visualRect(option->direction, full, buttons.adjusted(0, buttons.height() / 2, 0, 0));
        case SC_SpinBoxEditField:
            return visualRect(option->direction, full, full.adjusted(6, 1, -arrow, -1));
        default:
            return full;
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace holdfast::views
