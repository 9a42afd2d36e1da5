// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <memory>

namespace holdfast::test {

// One TLS connection, blocking, that trusts `certificatePem` alone.
class TlsClient
{
public:
    // `lowest` and `highest` are OpenSSL's version numbers, 0 for any.
    TlsClient(quint16 port, const QByteArray& certificatePem, int lowest = 0, int highest = 0);
    ~TlsClient();

    [[nodiscard]] bool isTrusted() const; // the handshake succeeded and the certificate is the one
    [[nodiscard]] QByteArray version() const;
    [[nodiscard]] QByteArray request(const QByteArray& bytes); // what comes until the end of one answer

private:
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace holdfast::test
