// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"

#include <QBitArray>
#include <QWidget>

namespace holdfast::views {

// A text as a QR code (ISO/IEC 18004): dark on white in every theme, with its quiet zone, in whole pixels.
class QrView final : public QWidget
{
    Q_OBJECT
public:
    explicit QrView(QWidget* parent = nullptr);

    // False if it is too long for a QR code. Empty: nothing is drawn.
    bool setText(const contract::Secret& text);
    [[nodiscard]] int modules() const { return m_size; } // to a side; 0 without a text
    [[nodiscard]] bool isDark(int column, int row) const { return m_dark.testBit(row * m_size + column); }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_size = 0;
    QBitArray m_dark;
};

} // namespace holdfast::views
