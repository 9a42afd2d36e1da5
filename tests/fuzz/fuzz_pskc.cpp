// SPDX-License-Identifier: Apache-2.0
#include "services/otp/pskc_reader.h"

#include <cstdint>

// A PSKC file from a stranger, with the key of RFC 6030's example at hand.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const auto keys = [] {
        holdfast::otp::TokenFileKeys known;
        known.key.emplace(
            QByteArrayView("\x12\x34\x56\x78\x90\x12\x34\x56\x78\x90\x12\x34\x56\x78\x90\x12", 16));
        return known; // no passphrase: the time that a file may cost is bounded elsewhere
    }();
    const QByteArrayView file(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto records = holdfast::otp::readPskc(file, keys);
    if (!records && records.error().cause.isEmpty()) {
        __builtin_trap(); // every refusal says why
    }
    return 0;
}
