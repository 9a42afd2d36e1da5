// SPDX-License-Identifier: Apache-2.0
#include "services/otp/sdtid_batch.h"

#include <cstdint>

// An sdtid batch from a stranger, as far as our own code reads it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArrayView file(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    int records = 0;
    const auto fault = holdfast::otp::splitSdtid(file, [&](const holdfast::otp::SdtidRecord& record) {
        ++records;
        // What we hand on must be a document that we would take ourselves.
        int again = 0;
        const auto refused =
            holdfast::otp::splitSdtid(record.document(), [&](const holdfast::otp::SdtidRecord& same) {
                again += same.field(QStringLiteral("SN")) == record.field(QStringLiteral("SN")) ? 1 : 2;
                return true;
            });
        if (refused || again != 1) {
            __builtin_trap();
        }
        return records < 10;
    });
    if (fault && fault->cause.isEmpty()) {
        __builtin_trap();
    }
    return 0;
}
