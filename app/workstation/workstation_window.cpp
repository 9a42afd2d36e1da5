// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/workstation_window.h"

#include "app/workstation/agent_panel.h"
#include "app/workstation/clock_panel.h"
#include "app/workstation/hand_panel.h"
#include "app/workstation/laptop_screen.h"
#include "app/workstation/network_panel.h"
#include "views/theme/metrics.h"

#include <QDir>
#include <QHBoxLayout>

namespace holdfast::workstation {

using namespace std::chrono_literals;
namespace metrics = views::metrics;

namespace {

constexpr QSize usualSize {1080, 880};

} // namespace

WorkstationWindow::WorkstationWindow(Options options)
    : m_hands(std::move(options.hands))
    , m_memory(QDir(options.homeDirectory).filePath(QStringLiteral("world.json")))
    , m_network(std::move(options.place))
    , m_laptop(QDir(options.homeDirectory).filePath(QStringLiteral("agent")), m_clock, m_network)
    , m_screen(new LaptopScreen(m_laptop, m_network, m_clock, m_hands))
    , m_networkPanel(new NetworkPanel(m_network))
    , m_clockPanel(new ClockPanel(m_clock))
    , m_handPanel(new HandPanel(std::move(options.tokens), m_clock, m_memory))
    , m_agentPanel(new AgentPanel(m_laptop))
{
    setWindowTitle(tr("A laptop of the demonstration"));
    auto* world = new QVBoxLayout;
    world->setSpacing(metrics::l);
    world->addWidget(m_networkPanel);
    world->addWidget(m_clockPanel);
    world->addWidget(m_handPanel);
    world->addWidget(m_agentPanel, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::l, metrics::l, metrics::l, metrics::l);
    row->setSpacing(metrics::xl);
    row->addWidget(m_screen);
    row->addLayout(world, 1);
    resize(usualSize);

    connect(m_clockPanel, &ClockPanel::changed, this, &WorkstationWindow::clockChanged);
    connect(&m_network, &Network::stateChanged, this, &WorkstationWindow::networkChanged);
    connect(m_handPanel, &HandPanel::personChanged, this, &WorkstationWindow::personChanged);
    connect(m_handPanel, &HandPanel::typed, this, [this](const contract::Secret& passcode) {
        m_screen->typeIn(m_handPanel->hand().userName, passcode);
    });
    connect(&m_laptop, &Laptop::viewChanged, this, &WorkstationWindow::tellDataEnd);
    connect(&m_timer, &QTimer::timeout, this, &WorkstationWindow::tick);
    m_timer.setInterval(250ms);
    m_timer.start();
    personChanged();
}

WorkstationWindow::~WorkstationWindow()
{
    m_network.setState(NetworkState::CableOut); // the agent does not wait for answers that nobody passes on
}

contract::Result<void> WorkstationWindow::start()
{
    const quint16 wanted = m_memory.port();
    if (!m_network.listen(wanted)) {
        return contract::failure(contract::ErrorKind::Unavailable, QStringLiteral("port_not_free"),
                                 QStringLiteral("This computer has no free port on its loopback address."));
    }
    m_memory.setPort(m_network.port());
    m_laptop.look();
    return {};
}

void WorkstationWindow::tick()
{
    m_screen->tick();
    m_clockPanel->showTime();
    m_handPanel->tick();
    m_networkPanel->showState();
}

// Days to come are lived through without the service, which stays in today.
void WorkstationWindow::clockChanged()
{
    if (m_clockPanel->day() != ClockPanel::Today && m_clockPanel->day() != ClockPanel::DayBack
        && m_network.state() == NetworkState::Connected) {
        m_network.setState(NetworkState::CableOut);
    }
    tick();
    m_laptop.look();
}

void WorkstationWindow::networkChanged()
{
    if (m_network.state() == NetworkState::Connected && m_clockPanel->day() != ClockPanel::Today
        && m_clockPanel->day() != ClockPanel::DayBack) {
        m_clockPanel->choose(ClockPanel::Today);
    }
}

void WorkstationWindow::personChanged()
{
    const QString& userName = m_handPanel->hand().userName;
    m_screen->setName(userName);
    m_agentPanel->setPerson(userName);
    tellDataEnd();
}

void WorkstationWindow::tellDataEnd()
{
    const agent::StatusSet* set = m_laptop.view().setOf(m_handPanel->hand().userName);
    m_clockPanel->setDataEnd(set ? std::optional(set->expiresAt) : std::nullopt);
}

} // namespace holdfast::workstation
