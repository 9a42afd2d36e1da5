// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_import_multipart.h"

#include <cstdint>

// A form from a stranger. The first line is its Content-Type.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArrayView input(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const qsizetype lineEnd = input.indexOf('\n');
    const QByteArrayView contentType = input.first(lineEnd < 0 ? 0 : lineEnd);
    const QByteArrayView body = input.sliced(lineEnd + 1);
    const auto parts = holdfast::authentication::parseForm(contentType, body);
    if (!parts) {
        return 0;
    }
    for (const auto& part : *parts) {
        if (part.content.data() < body.data()
            || part.content.data() + part.content.size() > body.data() + body.size()) {
            __builtin_trap(); // a view beyond the body
        }
    }
    return 0;
}
