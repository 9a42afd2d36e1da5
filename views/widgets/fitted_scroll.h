// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

namespace holdfast::views {

// As high as its content wants to be at the width it gets. Where there is less room the content scrolls: a
// layout that runs out of height takes it from wrapped lines, and what they then paint is cut off.
class FittedScroll final : public QScrollArea
{
public:
    explicit FittedScroll(QWidget* content, QWidget* parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
};

} // namespace holdfast::views
