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

private:
    QHBoxLayout* m_row;
    QLabel* m_subtitle;
};

} // namespace holdfast::views
