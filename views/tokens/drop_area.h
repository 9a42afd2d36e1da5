// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace holdfast::views {

// A dashed field that says what may be dropped; the drop itself is the dialog's.
class DropArea final : public QWidget
{
    Q_OBJECT
public:
    DropArea(const QString& text, const QString& button, QWidget* parent = nullptr);

Q_SIGNALS:
    void chooseClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace holdfast::views
