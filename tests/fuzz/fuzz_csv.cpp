// SPDX-License-Identifier: Apache-2.0
#include "services/otp/csv_reader.h"

#include <cstdint>

// A table of tokens from a stranger.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArrayView file(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto records = holdfast::otp::readCsv(file);
    if (!records) {
        if (records.error().cause.isEmpty()) {
            __builtin_trap(); // every refusal says why
        }
        return 0;
    }
    int before = 0;
    for (const auto& record : *records) {
        const bool refused = !record.token && record.token.error().cause.isEmpty();
        const bool unfit = record.token && (record.token->serial.isEmpty() || record.token->seed.isEmpty());
        if (refused || unfit || record.position <= before) {
            __builtin_trap();
        }
        before = record.position;
    }
    return 0;
}
