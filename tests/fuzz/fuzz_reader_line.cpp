// SPDX-License-Identifier: Apache-2.0
#include "services/otp/sdtid_protocol.h"

#include <cstdint>

// A line of the program that reads sdtid files, which may have been taken over by one.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto line = holdfast::otp::parseReaderLine(bytes);
    if (!line) {
        return 0;
    }
    if (line->isEnd == line->record.has_value()) {
        __builtin_trap(); // either of the two
    }
    if (line->record && line->record->token && line->record->token->seed.isEmpty()) {
        __builtin_trap();
    }
    return 0;
}
