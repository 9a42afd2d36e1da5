// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace holdfast::views {

// The one filter line of a table: words, further choices beside them, and "12 of 2,014" at the end.
class FilterLine final : public QWidget
{
    Q_OBJECT
public:
    explicit FilterLine(const QString& hint, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    // Without the delay.
    void setText(const QString& text);
    void addWidget(QWidget* widget);
    // `matching` of `all`; without `all` the number alone.
    void setCount(qint64 matching, std::optional<qint64> all = std::nullopt);
    void setCountText(const QString& text);
    [[nodiscard]] QString countText() const;
    void focusText();

Q_SIGNALS:
    // 150 ms after the last key, or at once with Enter.
    void changed(const QString& text);
    // Arrow down: on to the table.
    void leftDownwards();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void tell();

    QLineEdit* m_edit;
    QHBoxLayout* m_row;
    QLabel* m_count;
    QTimer m_delay;
    QString m_told;
};

} // namespace holdfast::views
