// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/widgets/status_chip.h"

#include <QStyledItemDelegate>

#include <functional>

namespace holdfast::views {

// Draws the cells of every table: figures to the end, serials in monospace, states as chips, secondary
// columns quieter than the first.
class TableDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    // Roles of the model, where it has them; -1 where not.
    struct Roles
    {
        int tone = -1;
        int numeric = -1;
        int monospace = -1;
    };
    explicit TableDelegate(Roles roles, QObject* parent = nullptr);

    using StatusOf = std::function<Status(const QModelIndex&)>;
    void setStatusColumn(int column, StatusOf statusOf);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    Roles m_roles;
    int m_statusColumn = -1;
    StatusOf m_statusOf;
};

} // namespace holdfast::views
