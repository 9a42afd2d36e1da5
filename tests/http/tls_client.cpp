// SPDX-License-Identifier: Apache-2.0
#include "tests/http/tls_client.h"

#include <openssl/pem.h>
#include <openssl/ssl.h>

namespace holdfast::test {

struct TlsClient::Implementation
{
    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    BIO* connection = nullptr;
    bool trusted = false;

    [[nodiscard]] SSL* ssl() const
    {
        SSL* ssl = nullptr;
        BIO_get_ssl(connection, &ssl);
        return ssl;
    }
    ~Implementation()
    {
        BIO_free_all(connection);
        SSL_CTX_free(context);
    }
};

TlsClient::TlsClient(quint16 port, const QByteArray& certificatePem, int lowest, int highest)
    : m_implementation(std::make_unique<Implementation>())
{
    SSL_CTX* const context = m_implementation->context;
    SSL_CTX_set_min_proto_version(context, lowest);
    SSL_CTX_set_max_proto_version(context, highest);
    SSL_CTX_set_security_level(context, 0); // so that old versions can be offered at all
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    BIO* const pem = BIO_new_mem_buf(certificatePem.constData(), static_cast<int>(certificatePem.size()));
    if (X509* const certificate = PEM_read_bio_X509(pem, nullptr, nullptr, nullptr)) {
        X509_STORE_add_cert(SSL_CTX_get_cert_store(context), certificate);
        X509_free(certificate);
    }
    BIO_free(pem);
    m_implementation->connection = BIO_new_ssl_connect(context);
    const QByteArray name = "127.0.0.1:" + QByteArray::number(port);
    BIO_set_conn_hostname(m_implementation->connection, name.constData());
    m_implementation->trusted = BIO_do_handshake(m_implementation->connection) == 1;
}

TlsClient::~TlsClient() = default;

bool TlsClient::isTrusted() const
{
    return m_implementation->trusted;
}

QByteArray TlsClient::version() const
{
    return SSL_get_version(m_implementation->ssl());
}

QByteArray TlsClient::request(const QByteArray& bytes)
{
    BIO* const connection = m_implementation->connection;
    if (BIO_write(connection, bytes.constData(), static_cast<int>(bytes.size())) != bytes.size()) {
        return {};
    }
    QByteArray answer;
    for (;;) {
        const qsizetype end = answer.indexOf("\r\n\r\n");
        const qsizetype length = answer.indexOf("Content-Length: ");
        if (end >= 0 && length >= 0) {
            const qsizetype digits = length + 16;
            const qsizetype size = answer.sliced(digits, answer.indexOf('\r', digits) - digits).toLongLong();
            if (answer.size() >= end + 4 + size) {
                return answer;
            }
        }
        std::array<char, 16 * 1024> part {};
        const int size = BIO_read(connection, part.data(), static_cast<int>(part.size()));
        if (size <= 0) {
            return answer;
        }
        answer.append(part.data(), size);
    }
}

} // namespace holdfast::test
