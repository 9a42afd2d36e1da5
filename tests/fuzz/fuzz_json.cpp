// SPDX-License-Identifier: Apache-2.0
#include "services/contract/caller_verification.h"
#include "services/contract/event_keeping.h"
#include "services/contract/json.h"
#include "services/contract/json_text.h"
#include "services/contract/policy.h"
#include "services/contract/token.h"
#include "services/contract/user.h"

#include <QJsonDocument>

#include <cstdint>

// A body of a request. The first byte says which value it should be.
namespace {

using namespace holdfast::contract;

// What was read is written as it would be read again, by either way of writing.
template <class T>
void check(const QJsonObject& object, UnknownFields unknown)
{
    const auto value = fromJson<T>(object, unknown);
    if (!value) {
        if (value.error().fields.isEmpty()) {
            __builtin_trap(); // every refusal names its fields
        }
        return;
    }
    const QJsonObject written = toJson(*value);
    const auto again = fromJson<T>(written);
    const QJsonObject text = QJsonDocument::fromJson(toJsonText(*value)).object();
    if (!again || toJson(*again) != written || text != written) {
        __builtin_trap();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size < 1) {
        return 0;
    }
    const auto object =
        parseObject(QByteArray(reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size) - 1));
    if (!object) {
        return 0;
    }
    const auto unknown = (data[0] & 0x80) != 0 ? UnknownFields::Ignore : UnknownFields::Refuse;
    switch (data[0] % 7) {
    case 0:
        check<UserCreate>(*object, unknown);
        break;
    case 1:
        check<UserUpdate>(*object, unknown);
        break;
    case 2:
        check<LockoutPolicy>(*object, unknown);
        break;
    case 3:
        check<TokenPolicy>(*object, unknown);
        break;
    case 4:
        check<OfflinePolicy>(*object, unknown);
        break;
    case 5:
        check<CallerQuestionImport>(*object, unknown);
        break;
    default:
        check<VerificationStepCreate>(*object, unknown);
        break;
    }
    return 0;
}
