// SPDX-License-Identifier: Apache-2.0
#include "services/otp/oath.h"

#include <QtEndian>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <memory>
#include <stdexcept>

namespace holdfast::otp {

namespace {

constexpr size_t longestMac = 64;

struct MacContextEnd
{
    void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};
using MacContext = std::unique_ptr<EVP_MAC_CTX, MacContextEnd>;

const char* digestName(contract::HashAlgorithm algorithm)
{
    switch (algorithm) {
    case contract::HashAlgorithm::Sha1:
        return "SHA1";
    case contract::HashAlgorithm::Sha256:
        return "SHA256";
    case contract::HashAlgorithm::Sha512:
        return "SHA512";
    }
    throw std::invalid_argument("unknown hash algorithm");
}

// Fetching an algorithm is what makes OpenSSL 3 slow; each thread does it once for each hash.
MacContext makeContext(contract::HashAlgorithm algorithm)
{
    EVP_MAC* mac = EVP_MAC_fetch(nullptr, OSSL_MAC_NAME_HMAC, nullptr);
    MacContext context(mac ? EVP_MAC_CTX_new(mac) : nullptr);
    EVP_MAC_free(mac);
    std::string digest = digestName(algorithm);
    const std::array parameters {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), digest.size()),
        OSSL_PARAM_construct_end()};
    if (!context || EVP_MAC_CTX_set_params(context.get(), parameters.data()) != 1) {
        throw std::runtime_error("OpenSSL offers no HMAC");
    }
    return context;
}

EVP_MAC_CTX* contextOfThread(contract::HashAlgorithm algorithm)
{
    thread_local std::array<MacContext, 3> contexts;
    MacContext& context = contexts.at(static_cast<size_t>(algorithm));
    if (!context) {
        context = makeContext(algorithm);
    }
    return context.get();
}

} // namespace

Code hotp(QByteArrayView key, quint64 counter, int digits, contract::HashAlgorithm algorithm)
{
    if (key.isEmpty() || digits < minDigits || digits > maxDigits) {
        throw std::invalid_argument("key or digits of a token out of range");
    }
    EVP_MAC_CTX* context = contextOfThread(algorithm);
    const auto message = qToBigEndian(counter);
    std::array<unsigned char, longestMac> mac {};
    size_t length = 0;
    if (EVP_MAC_init(context, reinterpret_cast<const unsigned char*>(key.data()),
                     static_cast<size_t>(key.size()), nullptr)
            != 1
        || EVP_MAC_update(context, reinterpret_cast<const unsigned char*>(&message), sizeof message) != 1
        || EVP_MAC_final(context, mac.data(), &length, mac.size()) != 1) {
        throw std::runtime_error("HMAC failed");
    }
    // RFC 4226, 5.3: four bytes at the place that the last half-byte names, without their sign bit.
    const size_t place = mac[length - 1] & 0x0fU;
    const quint32 truncated = qFromBigEndian<quint32>(mac.data() + place) & 0x7fffffffU;
    return Code::ofNumber(truncated, digits);
}

qint64 stepAt(contract::Timestamp time, int intervalSeconds)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
    if (intervalSeconds < 1 || seconds < 0) {
        throw std::invalid_argument("time or interval out of range");
    }
    return seconds / intervalSeconds;
}

contract::Timestamp stepStart(qint64 step, int intervalSeconds)
{
    return contract::Timestamp(std::chrono::seconds(step * intervalSeconds));
}

} // namespace holdfast::otp
