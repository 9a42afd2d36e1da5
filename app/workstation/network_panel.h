// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workstation/network.h"

#include <QWidget>

class QLabel;

namespace holdfast::workstation {

class RadioRow;

// The cable, and what is at its other end.
class NetworkPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit NetworkPanel(Network& network, QWidget* parent = nullptr);
    void showState();

private:
    Network& m_network;
    RadioRow* m_choice;
    QLabel* m_caption;
};

} // namespace holdfast::workstation
