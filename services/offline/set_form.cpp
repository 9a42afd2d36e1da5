// SPDX-License-Identifier: Apache-2.0
#include "services/offline/set_form.h"

#include "services/offline/mac.h"
#include "services/offline/offline_set.h"

#include <QtEndian>

namespace holdfast::offline {

namespace {

constexpr qint64 lastSecond = 253402300799; // of the year 9999
constexpr qint64 mostRecords = longestSet / recordSize;

std::optional<QString> daysFault(const SetHeader& header)
{
    qint64 records = 0;
    const DayBlock* before = nullptr;
    for (const DayBlock& day : header.days) {
        records += day.count;
        if (before && before->firstStep + before->count != day.firstStep) {
            return QStringLiteral("the days do not follow each other");
        }
        before = &day;
    }
    if (records > mostRecords) {
        return QStringLiteral("too many records");
    }
    const bool timed = header.kind != contract::TokenKind::Hotp;
    if (timed != (header.intervalSeconds > 0)) {
        return QStringLiteral("the interval does not suit the kind of token");
    }
    if (!timed && header.days.size() != 1) {
        return QStringLiteral("a token that counts uses has one block");
    }
    if (timed && before->firstStep + before->count > lastSecond / header.intervalSeconds) {
        return QStringLiteral("steps behind the end of time");
    }
    return std::nullopt;
}

std::optional<QString> searchFault(const SetHeader& header)
{
    if (recordsOfSearch(header) > (mostHashesOfSearch >> header.hiddenBits)) {
        return QStringLiteral("a search among so many records takes too long");
    }
    return std::nullopt;
}

std::optional<QString> emergencyFault(const SetHeader& header)
{
    for (const EmergencyRecord& record : header.emergency) {
        const bool replacesCode = record.replaces == contract::CodeReplaces::Tokencode;
        if (replacesCode && header.pinSalt.isEmpty()) {
            return QStringLiteral("an emergency tokencode without a PIN before it");
        }
        if (replacesCode ? !record.salt.isEmpty() : !bytesOfBase64(record.salt, slowSaltSize)) {
            return QStringLiteral("the salt of an emergency code");
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<QString> headerFault(const SetHeader& header)
{
    if (header.days.empty()) {
        return QStringLiteral("no days");
    }
    if (!bytesOfBase64(header.salt, setSaltSize) || !bytesOfBase64(header.keyCheck, keyCheckSize)) {
        return QStringLiteral("salt or keyCheck");
    }
    if (!header.pinSalt.isEmpty()
        && (header.pinStyle != contract::PinStyle::BeforeCode
            || !bytesOfBase64(header.pinSalt, slowSaltSize))) {
        return QStringLiteral("pinSalt");
    }
    if (const auto fault = daysFault(header)) {
        return fault;
    }
    if (const auto fault = searchFault(header)) {
        return fault;
    }
    return emergencyFault(header);
}

qint64 recordsOfSearch(const SetHeader& header)
{
    return header.kind == contract::TokenKind::Hotp ? header.days.front().count : 2 * header.stepsAround + 1;
}

int hiddenBitsFor(const SetHeader& header)
{
    int bits = header.hiddenBits;
    if (header.kind != contract::TokenKind::Hotp || header.days.empty() || bits > mostHiddenBits) {
        return bits;
    }
    while (bits > fewestHiddenBits && recordsOfSearch(header) > (mostHashesOfSearch >> bits)) {
        --bits;
    }
    return bits;
}

int hiddenBitsOfEmergency(const SetHeader& header)
{
    return std::max(header.hiddenBits, emergencyHiddenBits);
}

std::optional<QByteArray> bytesOfBase64(const QString& text, qsizetype size)
{
    const QByteArray latin = text.toLatin1();
    const auto decoded = QByteArray::fromBase64Encoding(latin, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).size() != size || (*decoded).toBase64() != latin) {
        return std::nullopt;
    }
    return *decoded;
}

QByteArray blockIdentity(int block)
{
    QByteArray identity(8, '\0');
    qToBigEndian(static_cast<quint64>(block), identity.data());
    return identity;
}

contract::Secret blockKeyOf(const contract::Secret& key)
{
    return macOf(key.reveal(), "holdfast offline block");
}

QByteArray keyCheckOf(const contract::Secret& firstDayKey)
{
    return macOf(firstDayKey.reveal(), "holdfast offline key check")
        .reveal()
        .first(keyCheckSize)
        .toByteArray();
}

QByteArray signedBySet(QByteArrayView beforeSignature)
{
    QByteArray text = QByteArrayLiteral("holdfast offline set 1");
    text.reserve(text.size() + 1 + beforeSignature.size());
    text.append('\0');
    text.append(beforeSignature.data(), beforeSignature.size());
    return text;
}

} // namespace holdfast::offline
