// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/state_directory.h"
#include "services/contract/secret.h"
#include "services/contract/workstation.h"

#include <memory>
#include <optional>

namespace holdfast::agent {

inline const QString defaultTcti = QStringLiteral("device:/dev/tpmrm0");
inline const QString storageFile = QStringLiteral("storage.json");
inline const QString noTcti = QStringLiteral("none");

// The key that seals everything in the state directory, and with a TPM a counter that only rises. Kept in
// `storage.json`. Errors of open(): key_lost (it will not open any more: a new enrolment is needed),
// tpm_out_of_reach, tpm_busy. Of the counter, once it is open: counter_lost, counter_out_of_reach, tpm_busy.
class StorageKey
{
public:
    StorageKey() = default;
    StorageKey(const StorageKey&) = delete;
    StorageKey& operator=(const StorageKey&) = delete;
    virtual ~StorageKey() = default;

    [[nodiscard]] virtual contract::KeyProtection protection() const = 0;
    // 32 bytes; asked of the TPM once.
    [[nodiscard]] virtual contract::Result<contract::Secret> open() = 0;
    // Empty: there is no counter.
    [[nodiscard]] virtual contract::Result<std::optional<quint64>> counter() = 0;
    [[nodiscard]] virtual contract::Result<void> raise() = 0;
    // Takes away what it left in the TPM, once another took its place. False: that could not be asked.
    virtual bool discard() = 0;
};

struct NewStorageKey
{
    std::unique_ptr<StorageKey> key {};
    contract::Secret text {}; // of `storage.json`, which is written when it takes a former one's place
    QString why {}; // in words: what was chosen
};
// `tcti`: a TPM that must work, "none", or empty: the computer's TPM where one works. Error besides:
// tpm_refused.
[[nodiscard]] contract::Result<NewStorageKey> makeStorageKey(const QString& tcti);
// Error: state_not_written.
[[nodiscard]] contract::Result<void> writeStorageKey(const StateDirectory& directory,
                                                     const contract::Secret& text);
// The one that is there. Errors besides: not_enrolled, file_unreadable.
[[nodiscard]] contract::Result<std::unique_ptr<StorageKey>> findStorageKey(const StateDirectory& directory);
// Of the file of the one that is there, which only an enrolment writes. Errors: file_missing,
// file_unreadable.
[[nodiscard]] contract::Result<QByteArray> storageKeyFingerprint(const StateDirectory& directory);
// `former.json`: the one before, until what it left in the TPM is gone. Error: state_not_written.
[[nodiscard]] contract::Result<void> keepAsFormer(const StateDirectory& directory);
void discardFormer(const StateDirectory& directory);

} // namespace holdfast::agent
