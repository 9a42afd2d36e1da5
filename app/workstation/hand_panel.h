// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workstation/hand_token.h"
#include "app/workstation/world_clock.h"
#include "app/workstation/world_memory.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace holdfast::workstation {

// Somebody with a token in the hand and a PIN in the head.
class HandPanel final : public QWidget
{
    Q_OBJECT
public:
    HandPanel(std::vector<HandToken> tokens, const WorldClock& clock, WorldMemory& memory,
              QWidget* parent = nullptr);

    void choosePerson(int index);
    [[nodiscard]] const demonstration::Hand& hand() const;
    // What the hand would type now.
    [[nodiscard]] contract::Secret passcode() const;
    // Of counter tokens: the next code.
    void press();
    // As its button does.
    void typeIn();
    // Once a second, and when the clock was set.
    void tick();

Q_SIGNALS:
    void personChanged();
    void typed(const holdfast::contract::Secret& passcode);

private:
    void personChosen();
    [[nodiscard]] const HandToken& token() const;
    [[nodiscard]] contract::Secret shown() const;

    std::vector<HandToken> m_tokens;
    const WorldClock& m_clock;
    WorldMemory& m_memory;
    QComboBox* m_person;
    QLabel* m_story;
    QLabel* m_serial;
    QLabel* m_code;
    QLabel* m_left;
    QProgressBar* m_progress;
    QLabel* m_pin;
    QLabel* m_hint;
    QPushButton* m_press;
};

} // namespace holdfast::workstation
