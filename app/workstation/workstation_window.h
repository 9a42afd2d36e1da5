// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demonstration/hands.h"
#include "app/workstation/hand_token.h"
#include "app/workstation/laptop.h"
#include "app/workstation/world_memory.h"

#include <QTimer>
#include <QWidget>

namespace holdfast::workstation {

class AgentPanel;
class ClockPanel;
class HandPanel;
class LaptopScreen;
class NetworkPanel;

// A laptop on the left, and the world around it on the right. For looking at: nobody's real computer.
class WorkstationWindow final : public QWidget
{
    Q_OBJECT
public:
    struct Options
    {
        QString homeDirectory; // of the agent's state and of what this remembers
        demonstration::Hands hands;
        std::vector<HandToken> tokens; // of the hands
        Network::Place place; // of the service
    };
    explicit WorkstationWindow(Options options);
    ~WorkstationWindow() override;

    // Error: port_not_free, where this computer has none left.
    [[nodiscard]] contract::Result<void> start();

    [[nodiscard]] Laptop& laptop() { return m_laptop; }
    [[nodiscard]] Network& network() { return m_network; }
    [[nodiscard]] LaptopScreen* laptopScreen() const { return m_screen; }
    [[nodiscard]] ClockPanel* clockPanel() const { return m_clockPanel; }
    [[nodiscard]] HandPanel* handPanel() const { return m_handPanel; }
    [[nodiscard]] AgentPanel* agentPanel() const { return m_agentPanel; }

private:
    void tick();
    void clockChanged();
    void networkChanged();
    void personChanged();
    void tellDataEnd();

    demonstration::Hands m_hands;
    WorldMemory m_memory;
    WorldClock m_clock;
    Network m_network;
    Laptop m_laptop;
    LaptopScreen* m_screen;
    NetworkPanel* m_networkPanel;
    ClockPanel* m_clockPanel;
    HandPanel* m_handPanel;
    AgentPanel* m_agentPanel;
    QTimer m_timer;
};

} // namespace holdfast::workstation
