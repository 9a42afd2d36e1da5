// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workstation/host_rewriter.h"
#include "services/agent/reachability.h"
#include "services/client/service_file.h"

#include <QObject>
#include <QTcpServer>

#include <atomic>
#include <functional>
#include <memory>

class QSslSocket;
class QTcpSocket;

namespace holdfast::workstation {

enum class NetworkState
{
    Connected,
    CableOut, // nothing leads anywhere
    Silent // connections are taken, and nobody answers
};

// What lies between the laptop and the service. The service of the console makes a certificate and takes a
// port anew at each start, which an enrolled computer would rightly refuse; so the laptop is enrolled at a
// port of this computer itself, where this stands as a gateway does: it passes requests on through TLS to the
// service whose certificate the console told, or does not.
class Network final : public QObject
{
    Q_OBJECT
public:
    using Place = std::function<contract::Result<client::ServicePlace>()>;
    explicit Network(Place place, QObject* parent = nullptr);
    ~Network() override;

    // The wanted port, or a free one where it is 0 or taken.
    [[nodiscard]] bool listen(quint16 wanted);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    // What the laptop is enrolled at.
    [[nodiscard]] QString serviceUrl() const;

    // Whether the console tells of a service at all.
    [[nodiscard]] bool isServiceThere() const { return m_place().has_value(); }

    [[nodiscard]] NetworkState state() const { return m_state->load(); }
    // What was under way is cut off.
    void setState(NetworkState state);
    // The laptop's look at names: without a cable the service's leads to where no network does. Safe from any
    // thread, also when the network is gone.
    [[nodiscard]] agent::Resolver resolver() const;

Q_SIGNALS:
    void stateChanged();

private:
    void accept();
    void join(QTcpSocket* near);

    Place m_place;
    QTcpServer m_server;
    std::shared_ptr<std::atomic<NetworkState>> m_state;
};

} // namespace holdfast::workstation
