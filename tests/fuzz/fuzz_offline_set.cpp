// SPDX-License-Identifier: Apache-2.0
#include "services/offline/offline_set.h"
#include "services/offline/request_signature.h"

#include <cstdint>

// An offline set as a workstation reads it from its disk, and a header Authorization as the service gets it.
// What comes is also signed as the service would, for without a signature nothing gets far.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    using namespace holdfast;
    static const offline::KeyPair service =
        offline::signingKeyOf(contract::Secret(QByteArrayView(QByteArray(32, 'f'))));
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const QByteArray signedBytes =
        bytes + offline::sign(service.privateKey, QByteArray("holdfast offline set 1") + '\0' + bytes);
    for (const QByteArray& set : {bytes, signedBytes}) {
        const auto read = offline::OfflineSet::read(set, service.publicKey, QStringLiteral("12"));
        if (!read) {
            if (!read.error().code.startsWith(QLatin1String("set_"))) {
                __builtin_trap(); // every refusal has its code
            }
            continue;
        }
        const contract::Secret key {QByteArrayView(QByteArray(32, 'k'))};
        for (size_t day = 0; day < read->header().days.size(); ++day) {
            if (read->openDay(static_cast<int>(day), key)) {
                __builtin_trap(); // nobody guesses a key
            }
        }
        if (read->openEmergency(key) || read->fits({key, key})) {
            __builtin_trap();
        }
    }
    const auto authorization = offline::readAuthorization(bytes);
    if (authorization
        && (authorization->workstationId < 1 || authorization->signature.size() != 64
            || authorization->nonce.size() < 16 || authorization->nonce.size() > 64)) {
        __builtin_trap();
    }
    return 0;
}
