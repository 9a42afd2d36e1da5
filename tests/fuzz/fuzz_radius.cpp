// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/radius_attributes.h"
#include "services/contract/json.h"

#include <QJsonDocument>

#include <cstdint>

// An Access-Request as it comes through FreeRADIUS; its text is also given back as a message in pieces.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    using namespace holdfast;
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto attributes = contract::parseObject(bytes)) {
        const auto request = authentication::radius::accessRequestOf(*attributes);
        if (!request && request.error().code.isEmpty()) {
            __builtin_trap();
        }
        if (request && (request->userName.isEmpty() || request->userName.size() > 255)) {
            __builtin_trap();
        }
    }
    const QJsonObject challenge =
        authentication::radius::challengeAttributes("state", QString::fromUtf8(bytes));
    const QJsonArray messages = challenge[QStringLiteral("reply:Reply-Message")][QStringLiteral("value")].toArray();
    for (const QJsonValue& piece : messages) {
        if (piece.toString().toUtf8().size() > authentication::radius::longestValue) {
            __builtin_trap();
        }
    }
    return 0;
}
