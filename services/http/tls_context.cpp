// SPDX-License-Identifier: Apache-2.0
#include "services/http/tls_context.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>

namespace holdfast::http {

namespace {

namespace ssl = boost::asio::ssl;

constexpr auto ciphers = "ECDHE+AESGCM:ECDHE+CHACHA20";

contract::Unexpected invalid(const QString& detail)
{
    ERR_clear_error();
    return contract::failure(contract::ErrorKind::InvalidRequest, QStringLiteral("certificate_invalid"),
                             detail);
}

QString addressText(const ASN1_OCTET_STRING* address)
{
    const unsigned char* const bytes = ASN1_STRING_get0_data(address);
    if (ASN1_STRING_length(address) == 4) {
        return QStringLiteral("%1.%2.%3.%4").arg(bytes[0]).arg(bytes[1]).arg(bytes[2]).arg(bytes[3]);
    }
    if (ASN1_STRING_length(address) == 16) {
        std::array<char, INET6_ADDRSTRLEN> text {};
        inet_ntop(AF_INET6, bytes, text.data(), text.size());
        return QString::fromLatin1(text.data());
    }
    return {};
}

QStringList namesOf(X509* certificate)
{
    QStringList names;
    const std::unique_ptr<GENERAL_NAMES, decltype(&GENERAL_NAMES_free)> all(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)),
        &GENERAL_NAMES_free);
    for (int i = 0; all && i < sk_GENERAL_NAME_num(all.get()); ++i) {
        const GENERAL_NAME* const name = sk_GENERAL_NAME_value(all.get(), i);
        if (name->type == GEN_DNS) {
            names << QString::fromLatin1(
                reinterpret_cast<const char*>(ASN1_STRING_get0_data(name->d.dNSName)),
                ASN1_STRING_length(name->d.dNSName));
        } else if (name->type == GEN_IPADD) {
            names << addressText(name->d.iPAddress);
        }
    }
    return names;
}

int selectHttp11(SSL*, const unsigned char** out, unsigned char* outLength, const unsigned char* in,
                 unsigned int inLength, void*)
{
    static constexpr std::array<unsigned char, 9> offered {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    unsigned char* selected = nullptr;
    if (SSL_select_next_proto(&selected, outLength, offered.data(), offered.size(), in, inLength)
        != OPENSSL_NPN_NEGOTIATED) {
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    }
    *out = selected;
    return SSL_TLSEXT_ERR_OK;
}

void harden(SSL_CTX* context)
{
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(context, ciphers);
    SSL_CTX_set_options(context,
                        SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    // Idle connections give their buffers back (some 34 KiB each).
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_alpn_select_cb(context, selectHttp11, nullptr);
}

} // namespace

contract::Result<TlsIdentity> makeTlsIdentity(const QByteArray& certificatePem, const QByteArray& keyPem)
{
    TlsIdentity identity {std::make_unique<ssl::context>(ssl::context::tls_server), {}};
    SSL_CTX* const context = identity.context->native_handle();
    harden(context);
    boost::system::error_code error;
    const auto view = [](const QByteArray& pem) {
        return boost::asio::const_buffer(pem.constData(), static_cast<std::size_t>(pem.size()));
    };
    identity.context->use_certificate_chain(view(certificatePem), error);
    if (error) {
        return invalid(QStringLiteral("The TLS certificate is not a PEM certificate."));
    }
    // Without this OpenSSL would ask for the passphrase on the terminal.
    SSL_CTX_set_default_passwd_cb(context, [](char*, int, int, void*) { return 0; });
    identity.context->use_private_key(view(keyPem), ssl::context::pem, error);
    if (error) {
        return invalid(QStringLiteral(
            "The TLS key is not an unencrypted PEM key, or it does not belong to the certificate."));
    }
    if (SSL_CTX_check_private_key(context) != 1) {
        return invalid(QStringLiteral("The TLS key does not belong to the certificate."));
    }
    identity.names = namesOf(SSL_CTX_get0_certificate(context));
    return identity;
}

} // namespace holdfast::http
