// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/offline/keys.h"
#include "services/offline/set_header.h"

namespace holdfast::offline {

inline constexpr qsizetype longestSet = 8LL * 1024 * 1024;

// The two keys of a set: of its first day and of its emergency codes. 32 bytes each.
struct SetKeys
{
    contract::Secret day {};
    contract::Secret emergency {};
};
[[nodiscard]] QByteArray wrapKeys(QByteArrayView agreementKey, const SetKeys& keys);
// Errors: keys_not_for_this_workstation.
[[nodiscard]] contract::Result<SetKeys> unwrapKeys(const KeyPair& agreement, QByteArrayView wrapped);

[[nodiscard]] contract::Secret nextDayKey(const contract::Secret& dayKey);

// A set as read: its form, signature, workstation and bounds are checked; its blocks are still closed.
class OfflineSet
{
public:
    // Errors: set_too_large, set_malformed, set_version_unknown, set_signature_wrong,
    // set_of_another_workstation.
    static contract::Result<OfflineSet> read(QByteArray bytes, QByteArrayView serviceKey,
                                             const QString& workstationId);

    [[nodiscard]] const SetHeader& header() const { return m_header; }
    // Whether both `keys` are this set's, as they came with it: keys.day is that of the first day.
    [[nodiscard]] bool fits(const SetKeys& keys) const;
    // The records of a day: 16 bytes each. Error: seal_broken.
    [[nodiscard]] contract::Result<contract::Secret> openDay(int day, const contract::Secret& dayKey) const;
    [[nodiscard]] contract::Result<contract::Secret>
    openEmergency(const contract::Secret& emergencyKey) const;

private:
    OfflineSet() = default;
    SetHeader m_header;
    QByteArray m_bytes;
    std::vector<std::pair<qsizetype, qsizetype>> m_blocks; // place and length within m_bytes
};

} // namespace holdfast::offline
