// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/secret.h"

#include <functional>
#include <memory>

namespace holdfast::security {

// A stream of any length sealed under a passphrase, in constant memory; docs/backup-format.md tells the
// layout. The key comes from the passphrase by Argon2id (RFC 9106; 256 MiB, 3 passes: some 0.7 s of one
// core), each chunk of 64 KiB is sealed with AES-256-GCM. Chunks cannot be changed, dropped, put in another
// order, or cut off at the end unnoticed.
namespace sealed_stream {

inline constexpr qsizetype headerSize = 64;
inline constexpr qsizetype chunkSize = 65'536;
// How many bytes a stream of `plain` bytes becomes.
[[nodiscard]] qint64 sealedSize(qint64 plain);

} // namespace sealed_stream

class SealedStreamWriter
{
public:
    // False: could not be written; nothing more is then.
    using Sink = std::function<bool(QByteArrayView)>;

    // Throws std::bad_alloc where there is no memory for the slow hash.
    SealedStreamWriter(const contract::Secret& passphrase, Sink sink);
    ~SealedStreamWriter();
    SealedStreamWriter(const SealedStreamWriter&) = delete;
    SealedStreamWriter& operator=(const SealedStreamWriter&) = delete;

    // False: the sink refused.
    [[nodiscard]] bool write(QByteArrayView plain);
    // Once, at the end: without it the stream counts as cut off.
    [[nodiscard]] bool finish();

private:
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

class SealedStreamReader
{
public:
    // Fills up to so many bytes and returns how many; fewer only at the end. Negative: could not be read.
    using Source = std::function<qint64(char*, qint64)>;

    // Reads the header. Errors: stream_unknown (something else, or of a later program), stream_truncated,
    // passphrase_wrong, stream_unreadable.
    static contract::Result<std::unique_ptr<SealedStreamReader>> open(const contract::Secret& passphrase,
                                                                      Source source);
    ~SealedStreamReader();
    SealedStreamReader(const SealedStreamReader&) = delete;
    SealedStreamReader& operator=(const SealedStreamReader&) = delete;

    // Between 1 and `most` bytes; empty at the end, which then was the writer's. Nothing unverified is ever
    // returned. Errors: stream_damaged, stream_truncated, stream_unreadable.
    [[nodiscard]] contract::Result<QByteArray> read(qsizetype most);

private:
    struct Implementation;
    explicit SealedStreamReader(std::unique_ptr<Implementation> implementation);
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace holdfast::security
