// SPDX-License-Identifier: Apache-2.0
#include "services/otp/text_values.h"

#include "services/otp/record_checks.h"

#include <QCryptographicHash>

namespace holdfast::otp {

using namespace Qt::StringLiterals;
using Fault = std::optional<ImportFault>;

namespace {

constexpr qsizetype secretsBeyondTrying = 10; // bytes

Fault notANumber(const QString& what)
{
    return ImportFault {u"number_invalid"_s, u"%1 is not a whole number."_s.arg(what),
                        u"Correct it in the file, or leave it out for what is usual."_s};
}

// Nothing where the text is no number; `otherwise` where there is none.
std::optional<qint64> wholeNumber(const QString& text, qint64 otherwise)
{
    bool isNumber = false;
    const qint64 value = text.trimmed().toLongLong(&isNumber);
    return text.trimmed().isEmpty() ? std::optional(otherwise)
        : isNumber                  ? std::optional(value)
                                    : std::nullopt;
}

// Letters and digits alone, in lower case: "HMAC-SHA-256" and "HmacSHA256" are the same.
QString plain(const QString& text)
{
    QString result;
    for (const QChar c : text) {
        if (c.isLetterOrNumber()) {
            result += c.toLower();
        }
    }
    return result;
}

} // namespace

Fault takeKind(const QString& text, ParsedToken& token)
{
    const QString kind = plain(text);
    if (kind == u"totp" || kind == u"oathtotp" || kind == u"time" || kind == u"timebased") {
        token.kind = contract::TokenKind::Totp;
    } else if (kind == u"hotp" || kind == u"oathhotp" || kind == u"event" || kind == u"counter"
               || kind == u"eventbased") {
        token.kind = contract::TokenKind::Hotp;
    } else {
        return ImportFault {u"algorithm_not_supported"_s,
                            u"The token is of the kind \"%1\"."_s.arg(shown(text)),
                            u"Tokens of the kinds hotp and totp can be imported."_s};
    }
    return std::nullopt;
}

Fault takeAlgorithm(const QString& text, ParsedToken& token)
{
    QString name = plain(text);
    if (name.startsWith(u"hmac")) {
        name.remove(0, 4);
    }
    if (name.isEmpty() || name == u"sha1" || name == u"sha") {
        token.algorithm = contract::HashAlgorithm::Sha1;
    } else if (name == u"sha256") {
        token.algorithm = contract::HashAlgorithm::Sha256;
    } else if (name == u"sha512") {
        token.algorithm = contract::HashAlgorithm::Sha512;
    } else {
        return ImportFault {u"suite_not_supported"_s, u"The token uses the hash \"%1\"."_s.arg(shown(text)),
                            u"SHA1, SHA256 and SHA512 can be imported."_s};
    }
    return std::nullopt;
}

Fault takeDigits(const QString& text, ParsedToken& token)
{
    const auto digits = wholeNumber(text, 6);
    if (!digits) {
        return notANumber(u"The number of digits"_s);
    }
    token.digits = *digits < 0 || *digits > 100 ? 0 : static_cast<int>(*digits);
    return checkDigits(token.digits);
}

Fault takePeriod(const QString& text, ParsedToken& token)
{
    if (token.kind == contract::TokenKind::Hotp) {
        token.intervalSeconds = 0;
        return std::nullopt;
    }
    const auto seconds = wholeNumber(text, 30);
    if (!seconds) {
        return notANumber(u"The period"_s);
    }
    const Fault fault = checkInterval(*seconds);
    token.intervalSeconds = fault ? 0 : static_cast<int>(*seconds);
    return fault;
}

Fault takeCounter(const QString& text, ParsedToken& token)
{
    if (token.kind != contract::TokenKind::Hotp) {
        return std::nullopt;
    }
    const auto counter = wholeNumber(text, 0);
    if (!counter) {
        return notANumber(u"The counter"_s);
    }
    token.counter = *counter;
    return checkCounter(token.counter);
}

Fault takeSecret(const QString& text, SecretEncoding encoding, ParsedToken& token)
{
    if (text.trimmed().isEmpty()) {
        return ImportFault {u"secret_missing"_s, u"The record holds no secret."_s,
                            u"Ask for the file with the secrets in it."_s};
    }
    auto secret = encoding == SecretEncoding::Hex ? decodeHex(text) : decodeBase32(text);
    if (!secret) {
        const QString name = encoding == SecretEncoding::Hex ? u"hexadecimal"_s : u"base32"_s;
        const qsizetype position = secret.error().position;
        return ImportFault {
            encoding == SecretEncoding::Hex ? u"hex_invalid"_s : u"base32_invalid"_s,
            position > 0
                ? u"The secret is not %1: character %2 does not belong there."_s.arg(name).arg(position)
                : u"The secret is not %1: it is cut off."_s.arg(name),
            u"Check that no editor or mail program changed the file; ask for it again."_s};
    }
    token.seed = std::move(*secret);
    return checkSeed(token.seed);
}

void makeUpSerial(const QString& label, ParsedToken& token)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](QByteArrayView part) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part.toByteArray());
    };
    add("holdfast serial");
    add(contract::enumName(token.kind).toUtf8());
    add(token.issuer.toUtf8());
    add(label.toUtf8());
    if (token.seed.size() >= secretsBeyondTrying) {
        add(token.seed.reveal());
    }
    token.serial = u"OA"_s + QString::fromLatin1(hash.result().toHex().first(16)).toUpper();
    token.remark = ImportFault {
        u"serial_made_up"_s, u"The record has no serial number; %1 was made up for it."_s.arg(token.serial),
        u"Nothing to do: the same record gets the same number again."_s};
}

} // namespace holdfast::otp
