// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace holdfast::views {

// Title of a page and its actions.
class PageHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(const QString& title, QWidget* parent = nullptr);
    void setSubtitle(const QString& text);
    // At the end of the row; the first one added stands last.
    QPushButton* addAction(const QString& text, const QString& iconName, bool primary = false);
    void addWidget(QWidget* widget);
    // Where the words of all actions do not fit, the last ones stand there with their icons alone; a primary
    // one keeps its words.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Action
    {
        QPushButton* button;
        QString text;
        bool keepsWords = false;
        int saved = 0; // pixels, while it stands without its words
    };
    void fit();
    QHBoxLayout* m_row;
    QLabel* m_subtitle;
    QList<Action> m_actions;
};

} // namespace holdfast::views
