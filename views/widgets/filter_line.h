// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

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
    // A restriction that came by a link: shown as a tag that can be taken off. Empty: none.
    void setTag(const QString& words);
    // `matching` of `all`; without `all` the number alone.
    void setCount(qint64 matching, std::optional<qint64> all = std::nullopt);
    void setCountText(const QString& text);
    [[nodiscard]] QString countText() const;
    void focusText();

Q_SIGNALS:
    // 150 ms after the last key, or at once with Enter.
    void changed(const QString& text);
    void tagRemoved();
    // Arrow down: on to the table.
    void leftDownwards();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void tell();

    QLineEdit* m_edit;
    QHBoxLayout* m_row;
    QPushButton* m_tag;
    QLabel* m_count;
    QTimer m_delay;
    QString m_told;
};

} // namespace holdfast::views
