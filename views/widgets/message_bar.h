// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/theme/colours.h"

#include <QWidget>

#include <chrono>
#include <functional>

class QLabel;
class QPushButton;
class QTimer;
class QToolButton;

namespace holdfast::views {

class IconLabel;

// An inline message with at most one action: what other programs put in message boxes.
class MessageBar final : public QWidget
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    // Stays until it is closed or replaced.
    void showMessage(Tone tone, const QString& text);
    void showMessage(Tone tone, const QString& text, const QString& actionText, std::function<void()> action);
    // Goes by itself.
    void showBriefly(Tone tone, const QString& text,
                     std::chrono::milliseconds duration = std::chrono::seconds(5));
    void setClosable(bool closable);
    void clear();

    [[nodiscard]] QString text() const;
    [[nodiscard]] Tone tone() const { return m_tone; }

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    IconLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_button;
    QToolButton* m_close;
    QTimer* m_timer;
    std::function<void()> m_action;
    Tone m_tone = Tone::Neutral;
};

} // namespace holdfast::views
