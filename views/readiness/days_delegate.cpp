// SPDX-License-Identifier: Apache-2.0
#include "views/readiness/days_delegate.h"

#include "models/offline_sets_model.h"
#include "models/tone.h"
#include "views/theme/colours.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/tones.h"

#include <QApplication>
#include <QPainter>

namespace holdfast::views {

using models::OfflineSetsModel;

namespace {

constexpr int barWidth = 44;
constexpr int barHeight = 6;

int barRoom(const QVariant& share)
{
    return share.isValid() ? barWidth + metrics::s : 0;
}

void drawBar(QPainter* painter, const QStyleOptionViewItem& option, const QRect& box, double share,
             const QColor& colour)
{
    const QPalette& colours = option.palette;
    const QRect groove = QStyle::visualRect(
        option.direction, box, QRect(box.left(), box.center().y() - barHeight / 2 + 1, barWidth, barHeight));
    drawRounded(painter, groove, mixed(colours.color(QPalette::Base), colours.color(QPalette::Mid), 0.7),
                isHighContrast(colours) ? colours.color(QPalette::Text) : QColor(Qt::transparent),
                barHeight / 2.0);
    if (share > 0) {
        const int width = std::max(barHeight, static_cast<int>(barWidth * share));
        const QRect full(groove.left(), groove.top(), width, barHeight);
        drawRounded(painter, QStyle::visualRect(option.direction, groove, full), colour, Qt::transparent,
                    barHeight / 2.0);
    }
}

} // namespace

void DaysDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QWidget* view = option.widget;
    const QString text = option.text;
    option.text.clear();
    option.state.setFlag(QStyle::State_HasFocus, false);
    const QStyle* style = view ? view->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, view);
    if (text.isEmpty()) {
        return; // its page is not here yet
    }

    const QPalette& colours = option.palette;
    const Tone tone = toneFrom(static_cast<models::Tone>(index.data(models::ToneRole).toInt()));
    const QRect box = option.rect.adjusted(metrics::s, 0, -metrics::s, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QVariant share = index.data(OfflineSetsModel::ShareRole);
    if (share.isValid()) {
        drawBar(painter, option, box, share.toDouble(), toneColour(colours, tone));
    }
    const QRect words = QStyle::visualRect(option.direction, box, box.adjusted(barRoom(share), 0, 0, 0));
    const auto alignment =
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter);
    QFont font = option.font;
    if (tone == Tone::Danger || tone == Tone::Warning) {
        font.setWeight(QFont::DemiBold);
    }
    painter->setFont(font);
    painter->setPen(colours.color(QPalette::Active, QPalette::Text));
    const QFontMetrics measured(font);
    const QString number = measured.elidedText(text, Qt::ElideRight, words.width());
    painter->drawText(words, alignment, number);
    const QString reported = index.data(OfflineSetsModel::ReportedRole).toString();
    if (!reported.isEmpty()) {
        const int used = measured.horizontalAdvance(number) + metrics::s;
        const QRect rest = QStyle::visualRect(option.direction, words, words.adjusted(used, 0, 0, 0));
        painter->setFont(option.font);
        painter->setPen(toneColour(colours, Tone::Warning));
        painter->drawText(rest, alignment,
                          option.fontMetrics.elidedText(reported, Qt::ElideRight, rest.width()));
    }
    painter->restore();
}

QSize DaysDelegate::sizeHint(const QStyleOptionViewItem& given, const QModelIndex& index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    int width =
        barRoom(index.data(OfflineSetsModel::ShareRole)) + option.fontMetrics.horizontalAdvance(option.text);
    if (const QString reported = index.data(OfflineSetsModel::ReportedRole).toString(); !reported.isEmpty()) {
        width += metrics::s + option.fontMetrics.horizontalAdvance(reported);
    }
    return {width + 2 * metrics::s + 2, std::max(metrics::rowHeight, option.fontMetrics.height() + 6)};
}

} // namespace holdfast::views
