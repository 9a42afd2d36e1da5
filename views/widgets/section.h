// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace holdfast::views {

// A titled part of a card or a form, with its actions at the end of the title's line, or below it
// where there is no room.
class Section final : public QWidget
{
    Q_OBJECT
public:
    explicit Section(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QPushButton* addAction(const QString& text, const QString& iconName);
    // Removes what clearContent() is to remove; title and actions stay.
    void clearContent();
    void addWidget(QWidget* widget);
    // One quiet sentence in place of content.
    void addNothing(const QString& sentence);

private:
    QLabel* m_title;
    QWidget* m_actions;
    QVBoxLayout* m_content;
};

} // namespace holdfast::views
