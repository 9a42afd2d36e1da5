// SPDX-License-Identifier: Apache-2.0
#include "services/offline/set_builder.h"

#include "services/contract/json.h"
#include "services/offline/emergency_form.h"
#include "services/offline/mac.h"
#include "services/offline/record_hash.h"
#include "services/offline/set_form.h"
#include "services/offline/wiped_bytes.h"
#include "services/security/random.h"

#include <QJsonDocument>
#include <QtEndian>

#include <cstring>
#include <sodium.h>
#include <stdexcept>

namespace holdfast::offline {

using contract::Secret;

namespace {

void requireContent(bool holds, const char* what)
{
    if (!holds) {
        throw std::invalid_argument(what);
    }
}

QString base64Text(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes.toByteArray().toBase64());
}

// Hidden numbers, fetched together: a call of the generator for each would cost as much as the hash.
class HiddenNumbers
{
public:
    HiddenNumbers(int count, int bits)
        : m_random(count * static_cast<qsizetype>(sizeof(quint32)))
        , m_mask((quint32 {1} << static_cast<unsigned>(bits)) - 1)
    {
        randombytes_buf(m_random.data(), static_cast<size_t>(m_random.size()));
    }
    quint32 next()
    {
        const auto number = qFromBigEndian<quint32>(m_random.data() + m_at);
        m_at += static_cast<qsizetype>(sizeof number);
        return number & m_mask;
    }

private:
    WipedBytes m_random;
    quint32 m_mask;
    qsizetype m_at = 0;
};

class SetWriter
{
public:
    SetWriter(SetContent content, const Secret& signingKey)
        : m_content(std::move(content))
        , m_header(m_content.header)
        , m_signingKey(signingKey)
        , m_keys {security::randomSecret(keySize), security::randomSecret(keySize)}
        , m_salt(security::randomBytes(setSaltSize))
        , m_pinKey(m_content.pinKey.isEmpty() ? Secret(QByteArrayView(QByteArray(keySize, '\0')))
                                              : m_content.pinKey)
    {
        requireContent(m_content.pinKey.isEmpty() == m_header.pinSalt.isEmpty(),
                       "a PIN's key and its salt go together");
        requireContent(m_content.emergency.size() <= 4, "too many emergency codes");
        m_header.salt = base64Text(m_salt);
        m_header.keyCheck = base64Text(keyCheckOf(m_keys.day));
        m_header.emergency.clear();
        m_header.hiddenBits = hiddenBitsFor(m_header);
        requireSoundHeader(); // before a number of it is used
    }

    BuiltSet write()
    {
        addEmergencyCodes();
        requireSoundHeader();
        addDays();
        m_blocks.push_back(
            sealBlock(static_cast<int>(m_blocks.size()), m_keys.emergency, m_emergencyRecords));
        QByteArray bytes = join();
        bytes += sign(m_signingKey, signedBySet(bytes));
        requireContent(bytes.size() <= longestSet, "the set is too large");
        return {std::move(bytes), std::move(m_keys), std::move(m_header)};
    }

private:
    // What a reader would refuse is not written.
    void requireSoundHeader() const
    {
        const auto read = contract::fromJson<SetHeader>(contract::toJson(m_header));
        requireContent(read.has_value(), read ? "" : qUtf8Printable(read.error().detail));
        const auto fault = headerFault(m_header);
        requireContent(!fault, fault ? qUtf8Printable(*fault) : "");
    }

    void addEmergencyCodes()
    {
        HiddenNumbers hidden(static_cast<int>(m_content.emergency.size()), hiddenBitsOfEmergency(m_header));
        for (const EmergencyText& text : m_content.emergency) {
            const Secret code = emergencyForm(text.code);
            requireContent(code.size() >= 6 && code.size() <= longestRecordCode,
                           "an emergency code of such a length");
            EmergencyRecord entry {text.replaces, {}, static_cast<int>(code.size()), text.expiresAt};
            Record record {};
            if (text.replaces == contract::CodeReplaces::Tokencode) {
                record =
                    RecordHash(m_salt, m_pinKey.reveal()).record(tokencodeStep, code.reveal(), hidden.next());
            } else {
                const QByteArray salt = security::randomBytes(slowSaltSize);
                const Secret key = slowKey(code, salt, m_header.slowHash);
                entry.salt = base64Text(salt);
                record = RecordHash(m_salt, key.reveal()).record(passcodeStep, {}, hidden.next());
            }
            m_header.emergency.push_back(entry);
            m_emergencyRecords.append(reinterpret_cast<const char*>(record.data()), recordSize);
        }
    }

    void addDays()
    {
        const RecordHash hash(m_salt, m_pinKey.reveal());
        Secret dayKey = m_keys.day;
        for (const DayBlock& day : m_header.days) {
            WipedBytes records(day.count * recordSize);
            HiddenNumbers hidden(day.count, m_header.hiddenBits);
            for (int i = 0; i < day.count; ++i) {
                const qint64 step = day.firstStep + i;
                const otp::Code code = m_content.code(step);
                requireContent(code.length() == m_header.digits, "a code of another length");
                const Record record = hash.record(static_cast<quint64>(step), code.view(), hidden.next());
                std::memcpy(records.data() + i * recordSize, record.data(), record.size());
            }
            m_blocks.push_back(sealBlock(static_cast<int>(m_blocks.size()), dayKey, records.view()));
            dayKey = nextDayKey(dayKey);
        }
    }

    static QByteArray sealBlock(int block, const Secret& key, QByteArrayView records)
    {
        return seal(blockKeyOf(key), records, blockIdentity(block));
    }

    static void appendNumber(QByteArray& bytes, qsizetype number)
    {
        QByteArray four(4, '\0');
        qToBigEndian(static_cast<quint32>(number), four.data());
        bytes += four;
    }
    [[nodiscard]] QByteArray join() const
    {
        const QByteArray header = QJsonDocument(contract::toJson(m_header)).toJson(QJsonDocument::Compact);
        requireContent(header.size() <= longestHeader, "the header is too long");
        QByteArray bytes = setMagic.toByteArray() + setVersion;
        appendNumber(bytes, header.size());
        bytes += header;
        appendNumber(bytes, static_cast<qsizetype>(m_blocks.size()));
        for (const QByteArray& block : m_blocks) {
            appendNumber(bytes, block.size());
            bytes += block;
        }
        return bytes;
    }

    SetContent m_content;
    SetHeader m_header;
    const Secret& m_signingKey;
    SetKeys m_keys;
    QByteArray m_salt;
    Secret m_pinKey;
    QByteArray m_emergencyRecords;
    std::vector<QByteArray> m_blocks;
};

} // namespace

Secret slowKey(const Secret& text, QByteArrayView salt, const SlowHash& cost)
{
    requireSodium();
    requireContent(salt.size() == slowSaltSize && cost.memoryKiB >= 8192 && cost.memoryKiB <= 262144
                       && cost.passes >= 1 && cost.passes <= 10,
                   "salt or cost of a slow key");
    WipedBytes key(keySize);
    constexpr size_t kibi = 1024;
    if (crypto_pwhash(key.data(), static_cast<unsigned long long>(key.size()), text.reveal().data(),
                      static_cast<unsigned long long>(text.size()), bytesOf(salt),
                      static_cast<unsigned long long>(cost.passes),
                      static_cast<size_t>(cost.memoryKiB) * kibi, crypto_pwhash_ALG_ARGON2ID13)
        != 0) {
        throw std::bad_alloc();
    }
    return key.secret();
}

BuiltSet buildSet(SetContent content, const Secret& serviceSigningKey)
{
    requireSodium();
    return SetWriter(std::move(content), serviceSigningKey).write();
}

} // namespace holdfast::offline
