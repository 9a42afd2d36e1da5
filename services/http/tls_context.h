// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"

#include <QStringList>

#include <boost/asio/ssl/context.hpp>
#include <memory>

namespace holdfast::http {

struct TlsIdentity
{
    std::unique_ptr<boost::asio::ssl::context> context;
    QStringList names; // of the certificate's subjectAltName: DNS names and addresses
};

// TLS 1.2 and 1.3 with forward secrecy and authenticated encryption only. Error: certificate_invalid.
[[nodiscard]] contract::Result<TlsIdentity> makeTlsIdentity(const QByteArray& certificatePem,
                                                            const QByteArray& keyPem);

} // namespace holdfast::http
