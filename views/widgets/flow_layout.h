// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>

namespace holdfast::views {

// Side by side as far as the width goes, then in the next row. What is hidden leaves no gap; what is wider
// than a row has one of its own.
class FlowLayout final : public QLayout
{
public:
    explicit FlowLayout(int gap);
    // What stands beside the first item goes to the end of its row.
    void setSpread(bool spread);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    [[nodiscard]] QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    // Returns the height; places nothing where there is nothing to place.
    int arrange(const QRect& rect, bool place) const;

    QList<QLayoutItem*> m_items;
    int m_gap;
    bool m_spread = false;
};

} // namespace holdfast::views
