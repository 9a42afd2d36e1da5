// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace holdfast::models {
class DomainTreeModel;
}

namespace holdfast::views {

// A domain's line: its name with the number of people, and for each policy type a badge that says where it
// comes from.
class TreeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    TreeDelegate(const models::DomainTreeModel& model, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const models::DomainTreeModel& m_model;
};

} // namespace holdfast::views
