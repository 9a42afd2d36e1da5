// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStackedWidget>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace holdfast::views {

class IconLabel;

// Shows its content, or says in words why there is none: one icon, one sentence, at most one button.
class StateView final : public QStackedWidget
{
    Q_OBJECT
public:
    // Takes the content over.
    explicit StateView(QWidget* content, QWidget* parent = nullptr);

    struct Words
    {
        QString icon;
        QString title;
        QString text;
        QString button; // empty: none
        std::function<void()> action;
    };
    void showContent();
    // Appears only after a moment, so that what is quick does not flicker.
    void showLoading(const QString& text);
    void showWords(const Words& words);

    [[nodiscard]] bool isContentShown() const { return currentWidget() == m_content; }
    // Title of the words that are shown; empty while content is.
    [[nodiscard]] QString title() const;

private:
    QWidget* m_content;
    QWidget* m_page;
    IconLabel* m_picture;
    QLabel* m_title;
    QLabel* m_text;
    QProgressBar* m_progress;
    QPushButton* m_button;
    std::function<void()> m_action;
};

} // namespace holdfast::views
