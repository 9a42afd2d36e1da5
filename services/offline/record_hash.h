// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"

#include <openssl/sha.h>

#include <array>

namespace holdfast::offline {

inline constexpr qsizetype recordSize = 16;
using Record = std::array<unsigned char, recordSize>;

inline constexpr quint64 tokencodeStep = ~quint64 {1}; // 2^64-2
inline constexpr quint64 passcodeStep = ~quint64 {0};
inline constexpr qsizetype longestRecordCode = 32; // so that a guess stays one compression

// Records under one salt and PIN key; see docs/offline-format.md. The block that these two fill is hashed
// once. Safe from any thread.
class RecordHash
{
public:
    // Throws std::invalid_argument unless both have 32 bytes.
    RecordHash(QByteArrayView salt, QByteArrayView pinKey);
    RecordHash(const RecordHash&) = delete;
    RecordHash& operator=(const RecordHash&) = delete;
    ~RecordHash();

    [[nodiscard]] Record record(quint64 step, QByteArrayView code, quint32 hidden) const;
    // Whether some hidden number of so many bits gives the record: 2^hiddenBits hashes where none does. How
    // long it takes tells nothing but that number.
    [[nodiscard]] bool fits(const Record& record, quint64 step, QByteArrayView code, int hiddenBits) const;

private:
    SHA256_CTX m_begun;
};

} // namespace holdfast::offline
