// SPDX-License-Identifier: Apache-2.0
#include "services/otp/record_checks.h"

#include "services/otp/code.h"

#include <algorithm>

namespace holdfast::otp {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxSerial = 64;
constexpr qsizetype maxSeedBytes = 256;
constexpr qsizetype maxShown = 255;
constexpr qint64 maxDrift = 1000;
constexpr qint64 maxCounter = qint64(1) << 53; // exact in JSON, and far beyond any token's life

} // namespace

std::optional<ImportFault> checkSerial(const QString& serial)
{
    if (serial.isEmpty()) {
        return ImportFault {u"serial_missing"_s, u"The record has no serial number."_s,
                            u"Ask for the file with a serial number in each record."_s};
    }
    const bool fit = serial.size() <= maxSerial && std::all_of(serial.begin(), serial.end(), [](QChar c) {
                         return c.isPrint() && c != u'/' && c != u'\\';
                     });
    if (!fit) {
        return ImportFault {
            u"serial_invalid"_s,
            u"The serial number is longer than %1 characters, or has a slash or an invisible character."_s
                .arg(maxSerial),
            u"Ask for the file with plain serial numbers."_s};
    }
    return std::nullopt;
}

std::optional<ImportFault> checkDigits(int digits)
{
    if (digits < minDigits || digits > maxDigits) {
        return ImportFault {u"digits_not_supported"_s, u"The length of the token's codes is not supported."_s,
                            u"Codes of %1 to %2 digits can be imported."_s.arg(minDigits).arg(maxDigits)};
    }
    return std::nullopt;
}

std::optional<ImportFault> checkInterval(qint64 seconds)
{
    if (seconds < 10 || seconds > 300) {
        return ImportFault {u"interval_not_supported"_s,
                            u"The token's interval of %1 seconds is not supported."_s.arg(seconds),
                            u"Intervals of 10 to 300 seconds can be imported; 30 and 60 are usual."_s};
    }
    return std::nullopt;
}

std::optional<ImportFault> checkCounter(qint64 counter)
{
    if (counter < 0 || counter > maxCounter) {
        return ImportFault {u"counter_invalid"_s, u"The token's counter is negative or beyond all use."_s,
                            u"Ask for the file with the token's present counter."_s};
    }
    return std::nullopt;
}

std::optional<ImportFault> checkDrift(qint64 steps)
{
    if (steps < -maxDrift || steps > maxDrift) {
        return ImportFault {u"drift_invalid"_s,
                            u"The token's clock is said to be %1 intervals off."_s.arg(steps),
                            u"Correct TimeDrift; at most %1 intervals can be taken over."_s.arg(maxDrift)};
    }
    return std::nullopt;
}

std::optional<ImportFault> checkSeed(const contract::Secret& seed)
{
    if (seed.isEmpty() || seed.size() > maxSeedBytes) {
        return ImportFault {u"secret_length"_s, u"The key's secret has %1 bytes."_s.arg(seed.size()),
                            u"Secrets of 1 to %1 bytes can be imported; 20 are usual."_s.arg(maxSeedBytes)};
    }
    return std::nullopt;
}

std::optional<ImportFault> checkDates(const ParsedToken& token)
{
    if (token.startsAt && token.expiresAt && *token.expiresAt <= *token.startsAt) {
        return ImportFault {u"dates_reversed"_s, u"The token would expire before it becomes valid."_s,
                            u"Ask for the file with the right dates."_s};
    }
    return std::nullopt;
}

ImportFault base64Fault(const QString& where, const EncodingFault& fault)
{
    return {u"base64_invalid"_s,
            fault.position > 0
                ? u"%1 is not base64: character %2 does not belong there."_s.arg(where).arg(fault.position)
                : u"%1 is not base64: it is cut off."_s.arg(where),
            u"Check that no editor or mail program changed the file; ask for it again."_s};
}

QString shown(const QString& text)
{
    QString result;
    for (const QChar c : text.left(maxShown)) {
        if (c.isPrint() || c.isHighSurrogate() || c.isLowSurrogate()) {
            result += c;
        }
    }
    return result.trimmed();
}

} // namespace holdfast::otp
