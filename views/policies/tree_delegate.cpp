// SPDX-License-Identifier: Apache-2.0
#include "views/policies/tree_delegate.h"

#include "models/domain_tree_model.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/typography.h"
#include "views/widgets/status_chip.h"

#include <QPainter>

namespace holdfast::views {

using contract::OriginKind;
using contract::PolicySource;
using models::DomainTreeModel;

namespace {

// Own: the name on a badge. Inherited: the name in quiet letters. Default: the word.
Status badge(const contract::PolicyBinding& binding)
{
    if (binding.source == PolicySource::Own) {
        return {Tone::Accent, QStringLiteral("policy"), binding.effective.policyName};
    }
    if (binding.source == PolicySource::Default) {
        return {Tone::Neutral, QStringLiteral("policy"), TreeDelegate::tr("Default")};
    }
    return {};
}

} // namespace

TreeDelegate::TreeDelegate(const DomainTreeModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{ }

void TreeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QString text = option.text;
    option.text.clear();
    option.icon = QIcon();
    option.state.setFlag(QStyle::State_HasFocus, false);
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
    const contract::SecurityDomain* domain = m_model.domain(index);
    if (!domain) {
        return;
    }
    const QPalette& palette = option.palette;
    const auto start =
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter);
    const bool names = index.column() == DomainTreeModel::Name;
    const QRect box = option.rect.adjusted(names ? 2 : metrics::s, 0, names ? -metrics::xs : 0, 0);
    painter->save();
    if (index.column() == DomainTreeModel::Name) {
        const QRect image(box.left(), box.center().y() - 7, 16, 16);
        drawIcon(painter, QStyle::visualRect(option.direction, box, image), QStringLiteral("domain"),
                 palette.color(QPalette::PlaceholderText));
        const QRect words = box.adjusted(16 + metrics::s - 2, 0, 0, 0);
        painter->setFont(option.font);
        painter->setPen(palette.color(QPalette::Text));
        const QString name = option.fontMetrics.elidedText(text, Qt::ElideRight, words.width());
        painter->drawText(QStyle::visualRect(option.direction, box, words), start, name);
        const int used = option.fontMetrics.horizontalAdvance(name) + metrics::s;
        painter->setFont(typeFont(Type::Caption, option.font));
        painter->setPen(palette.color(QPalette::PlaceholderText));
        if (domain->userCount > 0 && words.width() > used + 30) {
            painter->drawText(QStyle::visualRect(option.direction, box, words.adjusted(used, 0, 0, 0)), start,
                              QLocale().toString(domain->userCount));
        }
    } else {
        const contract::PolicyBinding& binding = index.column() == DomainTreeModel::Lockout ? domain->lockout
            : index.column() == DomainTreeModel::Token                                      ? domain->token
                                                                                            : domain->offline;
        if (const Status status = badge(binding); !status.text.isEmpty()) {
            StatusChip::paint(painter, box, status, palette, option.font, option.direction);
        } else {
            painter->setFont(typeFont(Type::Caption, option.font));
            painter->setPen(palette.color(QPalette::PlaceholderText));
            painter->drawText(box, start, domain->parentId ? tr("inherited") : tr("default"));
        }
    }
    painter->restore();
}

QSize TreeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width() + metrics::xl, metrics::rowHeight + 4};
}

} // namespace holdfast::views
