// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QButtonGroup;
class QGridLayout;
class QLabel;

namespace holdfast::workstation {

// A few answers, all in sight, side by side.
class RadioRow final : public QWidget
{
    Q_OBJECT
public:
    RadioRow(const QString& name, const QStringList& choices, int columns, QWidget* parent = nullptr);
    [[nodiscard]] int chosen() const;
    // Without a signal.
    void choose(int index);
    void setChoiceEnabled(int index, bool enabled, const QString& why = {});

Q_SIGNALS:
    void chosenByHand(int index);

private:
    QButtonGroup* m_group;
};

// Fills `panel` with a titled section: the answers, and below them what they come to.
void layOut(QWidget* panel, const QString& title, RadioRow* choice, QLabel* caption);

} // namespace holdfast::workstation
