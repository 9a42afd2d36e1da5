// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/offline/offline_set.h"
#include "services/otp/code.h"

#include <functional>

namespace holdfast::offline {

// Argon2id of a PIN or an emergency passcode: 32 bytes; some 40 ms with the usual cost. Blocks.
[[nodiscard]] contract::Secret slowKey(const contract::Secret& text, QByteArrayView salt,
                                       const SlowHash& cost);

// A code that is made beside the token's.
struct EmergencyText
{
    contract::CodeReplaces replaces {};
    contract::Secret code {};
    contract::Timestamp expiresAt {};
};

// What a set is made of. `header` is filled in but for salt, keyCheck and emergency. hiddenBits is what is
// wanted: a long grant of a counter gets fewer, so that it can be searched.
struct SetContent
{
    SetHeader header {};
    // What the person will type as a code at this step: the token's, or with the PIN mixed in.
    std::function<otp::Code(qint64 step)> code {};
    contract::Secret pinKey {}; // 32 bytes; empty: no PIN is typed before the code
    std::vector<EmergencyText> emergency {}; // a tokencode only where there is a pinKey
};

struct BuiltSet
{
    QByteArray bytes;
    SetKeys keys {};
    SetHeader header {}; // complete
};

// Two hashes and a code for each record: 14 days of 30 seconds take some 100 ms. Blocks. Throws
// std::invalid_argument where the content contradicts itself.
[[nodiscard]] BuiltSet buildSet(SetContent content, const contract::Secret& serviceSigningKey);

} // namespace holdfast::offline
