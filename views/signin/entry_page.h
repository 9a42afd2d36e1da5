// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace holdfast::views {

// The frame of what stands before the shell (start, sign-in, first run): one column in the middle, under the
// mark.
class EntryPage : public QWidget
{
    Q_OBJECT
public:
    EntryPage(const QString& title, const QString& text, QWidget* parent = nullptr);

protected:
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }
    void setTitle(const QString& title);
    void setText(const QString& text);

private:
    QVBoxLayout* m_column;
    QLabel* m_title;
    QLabel* m_text;
};

} // namespace holdfast::views
