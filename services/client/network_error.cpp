// SPDX-License-Identifier: Apache-2.0
#include "services/client/network_error.h"

namespace holdfast::client {

namespace {

QString codeOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return QStringLiteral("connection_refused");
    case QNetworkReply::HostNotFoundError:
        return QStringLiteral("host_not_found");
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // what a transfer timeout looks like; our own aborts end
                                                // elsewhere
        return QStringLiteral("timed_out");
    case QNetworkReply::SslHandshakeFailedError:
        return QStringLiteral("certificate_refused");
    case QNetworkReply::RemoteHostClosedError:
        return QStringLiteral("connection_lost");
    default:
        return QStringLiteral("out_of_reach");
    }
}

} // namespace

contract::Error networkError(const QNetworkReply& reply)
{
    contract::Error error {contract::ErrorKind::Unavailable, codeOf(reply.error()),
                           QStringLiteral("The service does not answer.")};
    error.internal = reply.errorString();
    return error;
}

} // namespace holdfast::client
