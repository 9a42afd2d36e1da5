// SPDX-License-Identifier: Apache-2.0
#include "services/security/certificate.h"

#include "services/security/random.h"

#include <QCryptographicHash>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace holdfast::security {

namespace {

template <auto Free>
struct Deleter
{
    template <class T>
    void operator()(T* object) const
    {
        Free(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using X509Certificate = std::unique_ptr<X509, Deleter<X509_free>>;
using Memory = std::unique_ptr<BIO, Deleter<BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, Deleter<X509_EXTENSION_free>>;

void require(bool held, const char* what)
{
    if (!held) {
        throw std::runtime_error(std::string("OpenSSL failed: ") + what);
    }
}

QByteArray contentOf(const Memory& memory)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return QByteArray(data, size);
}

void addExtension(X509* certificate, int nid, const QByteArray& value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    require(extension && X509_add_ext(certificate, extension.get(), -1) == 1, "an extension");
}

bool isAddress(const QString& name)
{
    return name.contains(QLatin1Char(':')) || name.split(QLatin1Char('.')).size() == 4;
}

QByteArray alternativeNames(const QStringList& names)
{
    QByteArrayList entries;
    for (const QString& name : names) {
        entries << (isAddress(name) ? "IP:" : "DNS:") + name.toLatin1();
    }
    return entries.join(',');
}

} // namespace

Certificate selfSigned(const QStringList& names, std::chrono::hours lifetime)
{
    const Key key(EVP_EC_gen("P-256"));
    const X509Certificate certificate(X509_new());
    require(key && certificate, "a key");
    require(X509_set_version(certificate.get(), X509_VERSION_3) == 1, "the version");

    QByteArray serial = randomBytes(16);
    serial[0] = static_cast<char>(serial[0] & 0x7f); // positive (RFC 5280, 4.1.2.2)
    const std::unique_ptr<BIGNUM, Deleter<BN_free>> number(
        BN_bin2bn(reinterpret_cast<const unsigned char*>(serial.constData()), static_cast<int>(serial.size()),
                  nullptr));
    require(BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate.get())) != nullptr,
            "the serial");

    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()),
                    static_cast<long>(std::chrono::duration_cast<std::chrono::seconds>(lifetime).count()));
    X509_NAME* subject = X509_get_subject_name(certificate.get());
    const QByteArray first = names.constFirst().toUtf8();
    require(X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                                       reinterpret_cast<const unsigned char*>(first.constData()), -1, -1, 0)
                == 1,
            "the name");
    require(X509_set_issuer_name(certificate.get(), subject) == 1, "the issuer");
    require(X509_set_pubkey(certificate.get(), key.get()) == 1, "the public key");
    addExtension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE");
    addExtension(certificate.get(), NID_key_usage, "critical,digitalSignature");
    addExtension(certificate.get(), NID_ext_key_usage, "serverAuth");
    addExtension(certificate.get(), NID_subject_alt_name, alternativeNames(names));
    require(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0, "the signature");

    const Memory certificateText(BIO_new(BIO_s_mem()));
    const Memory keyText(BIO_new(BIO_s_mem()));
    const Memory der(BIO_new(BIO_s_mem()));
    require(PEM_write_bio_X509(certificateText.get(), certificate.get()) == 1
                && PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr)
                    == 1
                && i2d_X509_bio(der.get(), certificate.get()) == 1,
            "writing");
    return {contentOf(certificateText), contentOf(keyText),
            QCryptographicHash::hash(contentOf(der), QCryptographicHash::Sha256)};
}

} // namespace holdfast::security
