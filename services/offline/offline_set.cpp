// SPDX-License-Identifier: Apache-2.0
#include "services/offline/offline_set.h"

#include "services/contract/json.h"
#include "services/offline/mac.h"
#include "services/offline/set_form.h"
#include "services/offline/wiped_bytes.h"

#include <QtEndian>

namespace holdfast::offline {

using contract::ErrorKind;
using contract::failure;
using contract::Result;
using contract::Secret;

namespace {

using Places = std::vector<std::pair<qsizetype, qsizetype>>;

contract::Unexpected malformedSet(const QString& what)
{
    return failure(ErrorKind::InvalidRequest, QStringLiteral("set_malformed"),
                   QStringLiteral("The offline data is damaged: %1.").arg(what));
}

// The parts of a set, none of which reaches beyond its end.
class SetLayout
{
public:
    explicit SetLayout(QByteArrayView beforeSignature)
        : m_bytes(beforeSignature)
        , m_at(setMagic.size() + 1)
    { }

    [[nodiscard]] bool read()
    {
        const auto headerLength = number();
        if (!headerLength || *headerLength > longestHeader || !take(*headerLength, header)) {
            return false;
        }
        const auto count = number();
        if (!count || *count < 2 || *count > mostBlocks) {
            return false;
        }
        for (qint64 i = 0; i < *count; ++i) {
            const auto length = number();
            std::pair<qsizetype, qsizetype> place;
            if (!length || !take(*length, place)) {
                return false;
            }
            blocks.push_back(place);
        }
        return m_at == m_bytes.size();
    }

    std::pair<qsizetype, qsizetype> header {};
    Places blocks {};

private:
    std::optional<qint64> number()
    {
        constexpr qsizetype width = 4;
        if (m_bytes.size() - m_at < width) {
            return std::nullopt;
        }
        const auto value = qFromBigEndian<quint32>(m_bytes.data() + m_at);
        m_at += width;
        return value;
    }
    bool take(qint64 length, std::pair<qsizetype, qsizetype>& place)
    {
        if (length > m_bytes.size() - m_at) {
            return false;
        }
        place = {m_at, length};
        m_at += length;
        return true;
    }

    QByteArrayView m_bytes;
    qsizetype m_at;
};

bool blocksHoldWhatTheHeaderSays(const SetHeader& header, const Places& blocks)
{
    if (blocks.size() != header.days.size() + 1) {
        return false;
    }
    for (size_t i = 0; i < blocks.size(); ++i) {
        const auto records = i < header.days.size() ? static_cast<qsizetype>(header.days[i].count)
                                                    : static_cast<qsizetype>(header.emergency.size());
        if (blocks[i].second != records * recordSize + sealOverhead) {
            return false;
        }
    }
    return true;
}

} // namespace

QByteArray wrapKeys(QByteArrayView agreementKey, const SetKeys& keys)
{
    WipedBytes both(2 * keySize);
    if (keys.day.size() != keySize || keys.emergency.size() != keySize) {
        throw std::invalid_argument("the keys of a set have 32 bytes");
    }
    std::copy_n(bytesOf(keys.day.reveal()), keySize, both.data());
    std::copy_n(bytesOf(keys.emergency.reveal()), keySize, both.data() + keySize);
    return wrap(agreementKey, both.secret());
}

Result<SetKeys> unwrapKeys(const KeyPair& agreement, QByteArrayView wrapped)
{
    const auto both = unwrap(agreement, wrapped);
    if (!both) {
        return contract::Unexpected(both.error());
    }
    if (both->size() != 2 * keySize) {
        return failure(ErrorKind::InvalidRequest, QStringLiteral("keys_not_for_this_workstation"),
                       QStringLiteral("What was wrapped for this workstation are no keys of a set."));
    }
    return SetKeys {Secret(both->reveal().first(keySize)), Secret(both->reveal().last(keySize))};
}

Secret nextDayKey(const Secret& dayKey)
{
    return macOf(dayKey.reveal(), "holdfast offline next day");
}

// Nothing of the header is read before the signature has been found right.
Result<OfflineSet> OfflineSet::read(QByteArray bytes, QByteArrayView serviceKey, const QString& workstationId)
{
    if (bytes.size() > longestSet) {
        return failure(ErrorKind::TooLarge, QStringLiteral("set_too_large"),
                       QStringLiteral("The offline data is larger than 8 MiB."));
    }
    const qsizetype signedSize = bytes.size() - setSignatureSize;
    if (signedSize <= setMagic.size() || !bytes.startsWith(setMagic)) {
        return malformedSet(QStringLiteral("it does not begin as a set does"));
    }
    if (bytes.at(setMagic.size()) != setVersion) {
        return failure(ErrorKind::InvalidRequest, QStringLiteral("set_version_unknown"),
                       QStringLiteral("The offline data has a format that this version does not know."));
    }
    const QByteArrayView beforeSignature = QByteArrayView(bytes).first(signedSize);
    SetLayout layout(beforeSignature);
    if (!layout.read()) {
        return malformedSet(QStringLiteral("its parts do not fit together"));
    }
    if (!isSignedBy(serviceKey, signedBySet(beforeSignature), QByteArrayView(bytes).last(setSignatureSize))) {
        return failure(ErrorKind::InvalidRequest, QStringLiteral("set_signature_wrong"),
                       QStringLiteral("The offline data was not signed by the service that this workstation "
                                      "is enrolled at."));
    }
    const auto json = contract::parseObject(bytes.mid(layout.header.first, layout.header.second));
    auto header = json ? contract::fromJson<SetHeader>(*json, contract::UnknownFields::Ignore)
                       : Result<SetHeader>(contract::Unexpected(json.error()));
    if (!header) {
        return malformedSet(header.error().detail);
    }
    if (const auto fault = headerFault(*header)) {
        return malformedSet(*fault);
    }
    if (header->workstationId != workstationId) {
        return failure(ErrorKind::InvalidRequest, QStringLiteral("set_of_another_workstation"),
                       QStringLiteral("The offline data is that of another workstation."));
    }
    if (!blocksHoldWhatTheHeaderSays(*header, layout.blocks)) {
        return malformedSet(QStringLiteral("a block is longer or shorter than its records"));
    }
    OfflineSet set;
    set.m_header = std::move(*header);
    set.m_bytes = std::move(bytes);
    set.m_blocks = std::move(layout.blocks);
    return set;
}

bool OfflineSet::fits(const SetKeys& keys) const
{
    return keys.day.size() == keySize && keys.emergency.size() == keySize
        && contract::constantTimeEquals(keyCheckOf(keys.day),
                                        bytesOfBase64(m_header.keyCheck, keyCheckSize).value())
        && openEmergency(keys.emergency).has_value();
}

Result<Secret> OfflineSet::openDay(int day, const Secret& dayKey) const
{
    if (day < 0 || static_cast<size_t>(day) >= m_header.days.size()) {
        throw std::invalid_argument("a day that the set does not have");
    }
    const auto [at, length] = m_blocks[static_cast<size_t>(day)];
    return open(blockKeyOf(dayKey), QByteArrayView(m_bytes).sliced(at, length), blockIdentity(day));
}

Result<Secret> OfflineSet::openEmergency(const Secret& emergencyKey) const
{
    const auto [at, length] = m_blocks.back();
    return open(blockKeyOf(emergencyKey), QByteArrayView(m_bytes).sliced(at, length),
                blockIdentity(static_cast<int>(m_blocks.size()) - 1));
}

} // namespace holdfast::offline
