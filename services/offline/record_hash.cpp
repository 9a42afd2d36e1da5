// SPDX-License-Identifier: Apache-2.0
#include "services/offline/record_hash.h"

#include "services/offline/mac.h"
#include "services/offline/wiped_bytes.h"

#include <QtEndian>

#include <openssl/crypto.h>

#include <cstring>
#include <stdexcept>

// SHA256_Init and its kin are deprecated in favour of EVP, whose copy of a state allocates and counts
// references that all threads share: too slow for a search.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

namespace holdfast::offline {

namespace {

constexpr size_t hiddenSize = 4;

// What follows the first block: step, length of the code, code, hidden.
struct RecordTail
{
    std::array<unsigned char, 8 + 1 + longestRecordCode + hiddenSize> bytes {};
    size_t size = 0;

    RecordTail(quint64 step, QByteArrayView code)
    {
        if (code.size() > longestRecordCode) {
            throw std::invalid_argument("a code that is too long for a record");
        }
        qToBigEndian(step, bytes.data());
        bytes[8] = static_cast<unsigned char>(code.size());
        std::copy(code.begin(), code.end(), bytes.begin() + 9);
        size = 9 + static_cast<size_t>(code.size()) + hiddenSize;
    }
    RecordTail(const RecordTail&) = delete;
    RecordTail& operator=(const RecordTail&) = delete;
    ~RecordTail() { OPENSSL_cleanse(bytes.data(), bytes.size()); }

    void setHidden(quint32 hidden) { qToBigEndian(hidden, bytes.data() + size - hiddenSize); }
};

using Digest = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

void finishRecord(const SHA256_CTX& begun, const RecordTail& tail, Digest& digest)
{
    SHA256_CTX state = begun;
    SHA256_Update(&state, tail.bytes.data(), tail.size);
    SHA256_Final(digest.data(), &state);
}

bool beginsWith(const Digest& digest, const Record& record)
{
    std::array<quint64, 2> a;
    std::array<quint64, 2> b;
    std::memcpy(a.data(), digest.data(), sizeof a);
    std::memcpy(b.data(), record.data(), sizeof b);
    return ((a[0] ^ b[0]) | (a[1] ^ b[1])) == 0;
}

} // namespace

RecordHash::RecordHash(QByteArrayView salt, QByteArrayView pinKey)
{
    if (salt.size() != keySize || pinKey.size() != keySize) {
        throw std::invalid_argument("salt and PIN key have 32 bytes");
    }
    SHA256_Init(&m_begun);
    SHA256_Update(&m_begun, salt.data(), static_cast<size_t>(salt.size()));
    SHA256_Update(&m_begun, pinKey.data(), static_cast<size_t>(pinKey.size()));
}

RecordHash::~RecordHash()
{
    OPENSSL_cleanse(&m_begun, sizeof m_begun);
}

Record RecordHash::record(quint64 step, QByteArrayView code, quint32 hidden) const
{
    RecordTail tail(step, code);
    tail.setHidden(hidden);
    Digest digest;
    finishRecord(m_begun, tail, digest);
    Record record;
    std::copy_n(digest.begin(), record.size(), record.begin());
    return record;
}

bool RecordHash::fits(const Record& record, quint64 step, QByteArrayView code, int hiddenBits) const
{
    RecordTail tail(step, code);
    Digest digest;
    const quint32 end = quint32 {1} << static_cast<unsigned>(hiddenBits);
    for (quint32 hidden = 0; hidden < end; ++hidden) {
        tail.setHidden(hidden);
        finishRecord(m_begun, tail, digest);
        if (beginsWith(digest, record)) {
            return true;
        }
    }
    return false;
}

} // namespace holdfast::offline

#pragma GCC diagnostic pop
