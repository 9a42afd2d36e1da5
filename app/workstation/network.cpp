// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/network.h"

#include <QSslCertificate>
#include <QSslSocket>
#include <QTcpSocket>

namespace holdfast::workstation {

namespace {

QByteArray authorityOf(const QUrl& url)
{
    return url.authority(QUrl::FullyEncoded).toLatin1();
}

void pass(QTcpSocket* from, QTcpSocket* to)
{
    if (to->state() == QAbstractSocket::ConnectedState) {
        to->write(from->readAll());
    }
}

} // namespace

Network::Network(Place place, QObject* parent)
    : QObject(parent)
    , m_place(std::move(place))
    , m_state(std::make_shared<std::atomic<NetworkState>>(NetworkState::Connected))
{
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, &Network::accept);
}

Network::~Network() = default;

bool Network::listen(quint16 wanted)
{
    return m_server.listen(QHostAddress::LocalHost, wanted)
        || (wanted != 0 && m_server.listen(QHostAddress::LocalHost));
}

QString Network::serviceUrl() const
{
    // By name: an address as it stands would not be looked up.
    return QStringLiteral("http://localhost:%1").arg(port());
}

void Network::setState(NetworkState state)
{
    if (m_state->exchange(state) == state) {
        return;
    }
    for (QTcpSocket* near : m_server.findChildren<QTcpSocket*>(QString(), Qt::FindDirectChildrenOnly)) {
        near->abort();
    }
    Q_EMIT stateChanged();
}

agent::Resolver Network::resolver() const
{
    return [state = m_state](const QString&) {
        // The kernel knows no way to a broadcast address for a connection, as it knows none without a
        // network.
        return agent::ResolvedName {0,
                                    {state->load() == NetworkState::CableOut
                                         ? QHostAddress(QHostAddress::Broadcast)
                                         : QHostAddress(QHostAddress::LocalHost)}};
    };
}

void Network::accept()
{
    while (QTcpSocket* near = m_server.nextPendingConnection()) {
        connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
        switch (state()) {
        case NetworkState::Connected:
            join(near);
            break;
        case NetworkState::CableOut:
            near->abort();
            break;
        case NetworkState::Silent:
            break;
        }
    }
}

void Network::join(QTcpSocket* near)
{
    const auto place = m_place();
    if (!place) {
        near->abort();
        return;
    }
    // A child of the near end: they go together.
    auto* far = new QSslSocket(near);
    const bool withTls = place->url.scheme() == QLatin1String("https");
    const auto rewriter = std::make_shared<HostRewriter>(authorityOf(place->url));
    const auto onward = [near, far, rewriter] {
        if (far->state() == QAbstractSocket::ConnectedState) {
            far->write(rewriter->feed(near->readAll()));
        }
        if (rewriter->failed()) {
            near->abort();
        }
    };
    const auto open = [near, far, onward] {
        connect(near, &QTcpSocket::readyRead, far, onward);
        onward();
    };
    connect(far, &QTcpSocket::readyRead, near, [near, far] { pass(far, near); });
    connect(far, &QTcpSocket::disconnected, near, [near, far] {
        pass(far, near);
        near->disconnectFromHost();
    });
    connect(far, &QTcpSocket::errorOccurred, near, [near] { near->disconnectFromHost(); });
    if (!withTls) {
        connect(far, &QSslSocket::connected, near, open);
        far->connectToHost(place->url.host(), static_cast<quint16>(place->url.port(80)));
        return;
    }
    // One certificate alone is right, whoever signed it.
    const auto isRight = [far, sha256 = place->certificateSha256] {
        return far->peerCertificate().digest(QCryptographicHash::Sha256) == sha256;
    };
    connect(far, &QSslSocket::sslErrors, near, [far, isRight] {
        if (isRight()) {
            far->ignoreSslErrors();
        }
    });
    connect(far, &QSslSocket::encrypted, near, [near, open, isRight] { isRight() ? open() : near->abort(); });
    far->connectToHostEncrypted(place->url.host(), static_cast<quint16>(place->url.port(443)));
}

} // namespace holdfast::workstation
