// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/theme/typography.h"

#include <QLabel>

namespace holdfast::views {

enum class Ink
{
    Normal,
    Secondary,
    Danger
};

// A label in a type of the scale; plain text always, so that what people typed is never read as markup.
[[nodiscard]] QLabel* makeLabel(const QString& text, Type type = Type::Body, Ink ink = Ink::Normal,
                                QWidget* parent = nullptr);
// The same, wrapping.
[[nodiscard]] QLabel* makeParagraph(const QString& text, Ink ink = Ink::Normal, QWidget* parent = nullptr);

// One line that gives way: what does not fit is elided and shown in the tool tip.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString& text = {}, Type type = Type::Body, Ink ink = Ink::Normal,
                         QWidget* parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

// A hairline.
[[nodiscard]] QWidget* makeLine(QWidget* parent = nullptr);

} // namespace holdfast::views
