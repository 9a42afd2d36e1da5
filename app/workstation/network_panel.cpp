// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/network_panel.h"

#include "app/workstation/radio_row.h"
#include "views/widgets/labels.h"

namespace holdfast::workstation {

NetworkPanel::NetworkPanel(Network& network, QWidget* parent)
    : QWidget(parent)
    , m_network(network)
    , m_choice(new RadioRow(tr("Network"),
                            {tr("Connected"), tr("Cable out"), tr("Network without the service")}, 3))
    , m_caption(views::makeParagraph({}, views::Ink::Secondary))
{
    layOut(this, tr("Network"), m_choice, m_caption);
    connect(m_choice, &RadioRow::chosenByHand, this,
            [this](int index) { m_network.setState(static_cast<NetworkState>(index)); });
    connect(&m_network, &Network::stateChanged, this, &NetworkPanel::showState);
    showState();
}

void NetworkPanel::showState()
{
    m_choice->choose(static_cast<int>(m_network.state()));
    switch (m_network.state()) {
    case NetworkState::Connected:
        m_caption->setText(m_network.isServiceThere()
                               ? tr("The laptop reaches the service that the console runs.")
                               : tr("The console runs no service now: whoever asks is turned away."));
        break;
    case NetworkState::CableOut:
        m_caption->setText(tr("Nothing leads anywhere, and the agent sees that at once."));
        break;
    case NetworkState::Silent:
        m_caption->setText(tr(
            "Connections are taken and nobody answers. The prompt waits two seconds at most to find out."));
        break;
    }
}

} // namespace holdfast::workstation
