// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace holdfast::views {

// A serial as people read it out, "0001 2345 6789", with a copy button.
class SerialLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit SerialLabel(const QString& serial = {}, QWidget* parent = nullptr);
    void setSerial(const QString& serial);
    [[nodiscard]] QString serial() const { return m_serial; }

private:
    QString m_serial;
    QLabel* m_text;
    QToolButton* m_copy;
};

} // namespace holdfast::views
