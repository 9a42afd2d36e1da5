// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/agent_keys.h"

#include <openssl/crypto.h>

namespace holdfast::authentication {

namespace {

contract::Secret seedFor(const security::KeyRing& keys, security::Purpose purpose)
{
    security::Mac mac = keys.mac(purpose, "seed");
    contract::Secret seed {QByteArrayView(mac.data(), static_cast<qsizetype>(mac.size()))};
    OPENSSL_cleanse(mac.data(), mac.size());
    return seed;
}

} // namespace

offline::KeyPair serviceSigningKey(const security::KeyRing& keys)
{
    return offline::signingKeyOf(seedFor(keys, security::Purpose::OfflineSigning));
}

offline::KeyPair serviceAgreementKey(const security::KeyRing& keys)
{
    return offline::agreementKeyOf(seedFor(keys, security::Purpose::OfflineAgreement));
}

} // namespace holdfast::authentication
