// SPDX-License-Identifier: Apache-2.0
#include "services/security/sealed_stream.h"

#include "services/security/random.h"

#include <QtEndian>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <sodium.h>

namespace holdfast::security {

using contract::ErrorKind;
using contract::failure;
using contract::Result;
using contract::Secret;
using sealed_stream::chunkSize;
using sealed_stream::headerSize;

namespace {

constexpr QByteArrayView magic = "HOLDFAST-BACKUP\n";
constexpr quint32 formatVersion = 1;
constexpr quint32 passes = 3;
constexpr quint32 memoryKiB = 256 * 1024;
// What a header may ask of us: it is not verified before the slow hash that it describes is done.
constexpr quint32 mostPasses = 10;
constexpr quint32 mostMemoryKiB = 1024 * 1024;
constexpr qsizetype saltAt = 32;
constexpr qsizetype checkAt = 48;
constexpr qsizetype tagSize = 16;
constexpr size_t keySize = 32;

const unsigned char* bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}

unsigned char* bytesOf(QByteArray& array)
{
    return reinterpret_cast<unsigned char*>(array.data());
}

quint32 numberAt(QByteArrayView header, qsizetype at)
{
    return qFromBigEndian<quint32>(header.data() + at);
}

contract::Unexpected refuse(ErrorKind kind, const char* code, const char* detail)
{
    return failure(kind, QString::fromLatin1(code), QString::fromUtf8(detail));
}

// Seals and opens the chunks of one stream; the key is used for nothing else, so that a counter is a good
// nonce.
class ChunkCipher
{
public:
    ChunkCipher(const Secret& passphrase, QByteArrayView headerStart)
        : m_associated(headerStart.toByteArray())
        , m_context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free)
    {
        (void)randomBytes(1); // initialises libsodium
        QByteArray derived(2 * keySize, '\0');
        if (!m_context
            || crypto_pwhash(bytesOf(derived), 2 * keySize, passphrase.reveal().data(),
                             static_cast<unsigned long long>(passphrase.size()),
                             bytesOf(headerStart.sliced(saltAt)), numberAt(headerStart, 20),
                             size_t {numberAt(headerStart, 24)} * 1024, crypto_pwhash_ALG_ARGON2ID13)
                != 0) {
            throw std::bad_alloc();
        }
        m_key = Secret(QByteArrayView(derived).first(keySize));
        m_check.resize(EVP_MAX_MD_SIZE);
        unsigned size = 0;
        HMAC(EVP_sha256(), bytesOf(derived) + keySize, keySize, bytesOf(headerStart),
             static_cast<size_t>(headerStart.size()), bytesOf(m_check), &size);
        m_check.truncate(headerSize - checkAt);
        sodium_memzero(derived.data(), static_cast<size_t>(derived.size()));
    }

    // Tells a wrong passphrase from a damaged stream.
    [[nodiscard]] const QByteArray& check() const { return m_check; }

    [[nodiscard]] QByteArray seal(QByteArrayView plain, bool last)
    {
        QByteArray sealed(plain.size() + tagSize, '\0');
        const auto nonce = nonceOf(last);
        int written = 0;
        if (EVP_EncryptInit_ex(m_context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(m_key.reveal()),
                               nonce.data())
                != 1
            || EVP_EncryptUpdate(m_context.get(), nullptr, &written, bytesOf(m_associated),
                                 static_cast<int>(m_associated.size()))
                != 1
            || EVP_EncryptUpdate(m_context.get(), bytesOf(sealed), &written, bytesOf(plain),
                                 static_cast<int>(plain.size()))
                != 1
            || EVP_EncryptFinal_ex(m_context.get(), bytesOf(sealed) + written, &written) != 1
            || EVP_CIPHER_CTX_ctrl(m_context.get(), EVP_CTRL_GCM_GET_TAG, tagSize,
                                   bytesOf(sealed) + plain.size())
                != 1) {
            throw std::runtime_error("OpenSSL failed: AES-GCM");
        }
        ++m_count;
        return sealed;
    }

    [[nodiscard]] std::optional<QByteArray> open(QByteArrayView sealed, bool last)
    {
        const qsizetype size = sealed.size() - tagSize;
        if (size < 0) {
            return std::nullopt;
        }
        QByteArray plain(size, '\0');
        QByteArray tag = sealed.last(tagSize).toByteArray();
        const auto nonce = nonceOf(last);
        int written = 0;
        const bool opened = EVP_DecryptInit_ex(m_context.get(), EVP_aes_256_gcm(), nullptr,
                                               bytesOf(m_key.reveal()), nonce.data())
                == 1
            && EVP_DecryptUpdate(m_context.get(), nullptr, &written, bytesOf(m_associated),
                                 static_cast<int>(m_associated.size()))
                == 1
            && EVP_DecryptUpdate(m_context.get(), bytesOf(plain), &written, bytesOf(sealed),
                                 static_cast<int>(size))
                == 1
            && EVP_CIPHER_CTX_ctrl(m_context.get(), EVP_CTRL_GCM_SET_TAG, tagSize, tag.data()) == 1
            && EVP_DecryptFinal_ex(m_context.get(), bytesOf(plain) + written, &written) == 1;
        if (!opened) {
            sodium_memzero(plain.data(), static_cast<size_t>(plain.size()));
            return std::nullopt;
        }
        ++m_count;
        return plain;
    }

private:
    // Three zero bytes, the chunk's number, and whether it is the last.
    [[nodiscard]] std::array<unsigned char, 12> nonceOf(bool last) const
    {
        std::array<unsigned char, 12> nonce {};
        qToBigEndian(m_count, nonce.data() + 3);
        nonce[11] = last ? 1 : 0;
        return nonce;
    }

    QByteArray m_associated;
    std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> m_context;
    Secret m_key;
    QByteArray m_check;
    quint64 m_count = 0;
};

QByteArray newHeaderStart()
{
    QByteArray start = magic.toByteArray() + QByteArray(16, '\0') + randomBytes(checkAt - saltAt);
    qsizetype at = magic.size();
    for (const quint32 number : {formatVersion, passes, memoryKiB, static_cast<quint32>(chunkSize)}) {
        qToBigEndian(number, start.data() + at);
        at += 4;
    }
    return start;
}

// At the end of its life what was plain is wiped.
struct PlainBuffer
{
    PlainBuffer() = default;
    ~PlainBuffer() { wipe(); }
    PlainBuffer(const PlainBuffer&) = delete;
    PlainBuffer& operator=(const PlainBuffer&) = delete;
    void wipe()
    {
        if (!bytes.isEmpty()) {
            sodium_memzero(bytes.data(), static_cast<size_t>(bytes.size()));
        }
        bytes.clear();
    }
    QByteArray bytes;
};

} // namespace

qint64 sealed_stream::sealedSize(qint64 plain)
{
    const qint64 chunks = std::max<qint64>(1, (plain + chunkSize - 1) / chunkSize);
    return headerSize + plain + chunks * tagSize;
}

struct SealedStreamWriter::Implementation
{
    Implementation(const Secret& passphrase, const QByteArray& start, Sink target)
        : cipher(passphrase, start)
        , sink(std::move(target))
        , good(sink(start + cipher.check()))
    { }
    ChunkCipher cipher;
    Sink sink;
    PlainBuffer waiting; // the last chunk is sealed as the last: one is held back
    bool good;
};

SealedStreamWriter::SealedStreamWriter(const Secret& passphrase, Sink sink)
    : m_implementation(std::make_unique<Implementation>(passphrase, newHeaderStart(), std::move(sink)))
{ }

SealedStreamWriter::~SealedStreamWriter() = default;

bool SealedStreamWriter::write(QByteArrayView plain)
{
    Implementation& own = *m_implementation;
    while (own.good && !plain.isEmpty()) {
        if (own.waiting.bytes.size() == chunkSize) {
            own.good = own.sink(own.cipher.seal(own.waiting.bytes, false));
            own.waiting.wipe();
        }
        own.waiting.bytes.reserve(chunkSize);
        const qsizetype taken = std::min(plain.size(), chunkSize - own.waiting.bytes.size());
        own.waiting.bytes.append(plain.data(), taken);
        plain = plain.sliced(taken);
    }
    return own.good;
}

bool SealedStreamWriter::finish()
{
    Implementation& own = *m_implementation;
    own.good = own.good && own.sink(own.cipher.seal(own.waiting.bytes, true));
    return own.good;
}

struct SealedStreamReader::Implementation
{
    Implementation(const Secret& passphrase, QByteArrayView start, Source from)
        : cipher(passphrase, start)
        , source(std::move(from))
    { }

    // One chunk ahead, to know whether the present one is the last.
    Result<void> readAhead()
    {
        ahead.resize(chunkSize + tagSize);
        const qint64 count = source(ahead.data(), ahead.size());
        if (count < 0) {
            return refuse(ErrorKind::Unavailable, "stream_unreadable", "The file cannot be read to its end.");
        }
        ahead.truncate(static_cast<qsizetype>(count));
        return {};
    }

    Result<void> openNext()
    {
        QByteArray sealed = std::exchange(ahead, {});
        if (auto read = readAhead(); !read) {
            return read;
        }
        const bool last = ahead.isEmpty();
        auto opened = cipher.open(sealed, last);
        if (!opened && last && cipher.open(sealed, false)) {
            return refuse(ErrorKind::InvalidRequest, "stream_truncated", "The end of the file is missing.");
        }
        if (!opened) {
            return refuse(ErrorKind::InvalidRequest, "stream_damaged", "The file was changed or cut off.");
        }
        plain.wipe();
        plain.bytes = std::move(*opened);
        at = 0;
        ended = last;
        return {};
    }

    ChunkCipher cipher;
    Source source;
    QByteArray ahead;
    PlainBuffer plain;
    qsizetype at = 0;
    bool ended = false;
};

SealedStreamReader::SealedStreamReader(std::unique_ptr<Implementation> implementation)
    : m_implementation(std::move(implementation))
{ }

SealedStreamReader::~SealedStreamReader() = default;

Result<std::unique_ptr<SealedStreamReader>> SealedStreamReader::open(const Secret& passphrase, Source source)
{
    QByteArray header(headerSize, '\0');
    const qint64 count = source(header.data(), headerSize);
    if (count < 0) {
        return refuse(ErrorKind::Unavailable, "stream_unreadable", "The file cannot be read.");
    }
    const QByteArrayView present = QByteArrayView(header).first(static_cast<qsizetype>(count));
    if (present.isEmpty() || !magic.startsWith(present.first(std::min(magic.size(), present.size())))) {
        return refuse(ErrorKind::InvalidRequest, "stream_unknown", "The file is no backup of Holdfast.");
    }
    if (count < headerSize) {
        return refuse(ErrorKind::InvalidRequest, "stream_truncated", "The end of the file is missing.");
    }
    const quint32 memory = numberAt(header, 24);
    const quint32 turns = numberAt(header, 20);
    if (numberAt(header, 16) != formatVersion || turns < 1 || turns > mostPasses || memory < 8
        || memory > mostMemoryKiB || numberAt(header, 28) != static_cast<quint32>(chunkSize)) {
        return refuse(ErrorKind::InvalidRequest, "stream_unknown",
                      "The file was written by a later version of Holdfast, or its beginning was changed.");
    }
    auto own = std::make_unique<Implementation>(passphrase, QByteArrayView(header).first(checkAt),
                                                std::move(source));
    if (!contract::constantTimeEquals(own->cipher.check(), QByteArrayView(header).sliced(checkAt))) {
        return refuse(ErrorKind::InvalidRequest, "passphrase_wrong",
                      "The passphrase is not the one that the file was sealed with.");
    }
    if (const auto read = own->readAhead(); !read) {
        return contract::Unexpected(read.error());
    }
    return std::unique_ptr<SealedStreamReader>(new SealedStreamReader(std::move(own)));
}

Result<QByteArray> SealedStreamReader::read(qsizetype most)
{
    Implementation& own = *m_implementation;
    if (own.at == own.plain.bytes.size() && !own.ended) {
        if (const auto opened = own.openNext(); !opened) {
            return contract::Unexpected(opened.error());
        }
    }
    const QByteArray part = own.plain.bytes.mid(own.at, most);
    own.at += part.size();
    return part;
}

} // namespace holdfast::security
