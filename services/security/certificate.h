// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>

#include <chrono>

namespace holdfast::security {

struct Certificate
{
    QByteArray certificatePem;
    QByteArray keyPem; // PKCS #8, not encrypted: keep it in memory
    QByteArray sha256; // of the DER form: what a client pins
};

// A self-signed certificate (ECDSA on P-256) for names such as "localhost" and addresses such as "127.0.0.1",
// valid from an hour ago for `lifetime`. Throws std::runtime_error when OpenSSL does.
[[nodiscard]] Certificate selfSigned(const QStringList& names, std::chrono::hours lifetime);

} // namespace holdfast::security
