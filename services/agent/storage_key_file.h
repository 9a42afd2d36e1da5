// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/storage_key.h"
#include "services/contract/fields.h"

namespace holdfast::agent {

// `storage.json`: the key itself, or what the TPM made of it. Bytes are Base64.
struct StoredKey
{
    contract::KeyProtection protection {};
    std::optional<contract::Secret> key;
    std::optional<QString> sealedPublic;
    std::optional<QString> sealedPrivate;
    std::optional<qint64> counterIndex;
    std::optional<QString> tcti;

    static constexpr auto typeName = "StoredKey";
    static constexpr auto fields()
    {
        using contract::field;
        return contract::fieldList(
            field("protection", &StoredKey::protection, "file or tpm."),
            field("key", &StoredKey::key, "file: the key."),
            field("sealedPublic", &StoredKey::sealedPublic, "tpm: public part of the sealed object.")
                .length(1, 4096),
            field("sealedPrivate", &StoredKey::sealedPrivate, "tpm: private part.").length(1, 4096),
            field("counterIndex", &StoredKey::counterIndex, "tpm: index of the counter."),
            field("tcti", &StoredKey::tcti, "tpm: how it is reached."));
    }
};

[[nodiscard]] std::unique_ptr<StorageKey> makeFileKey(const StoredKey& stored);
[[nodiscard]] std::unique_ptr<StorageKey> makeTpmKey(const StoredKey& stored);

// What a new key is, before it is written. Error: tpm_out_of_reach, tpm_refused.
[[nodiscard]] StoredKey newFileKey();
[[nodiscard]] contract::Result<StoredKey> newTpmKey(const QString& tcti);

} // namespace holdfast::agent
