// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QButtonGroup;
class QGridLayout;
class QLabel;

namespace holdfast::views {

// A question with its answers as radio buttons, all in sight.
class ChoiceList final : public QWidget
{
    Q_OBJECT
public:
    explicit ChoiceList(const QString& question, int columns = 1, QWidget* parent = nullptr);
    void addChoice(int id, const QString& text);
    [[nodiscard]] int chosen() const; // -1: none yet
    void choose(int id);

Q_SIGNALS:
    void chosenChanged(int id);

private:
    QLabel* m_question;
    QGridLayout* m_grid;
    QButtonGroup* m_group;
    int m_columns;
};

} // namespace holdfast::views
