// SPDX-License-Identifier: Apache-2.0
#include "services/otp/pskc_record.h"

#include "services/otp/base64.h"
#include "services/otp/pskc_policy.h"
#include "services/otp/record_checks.h"

namespace holdfast::otp {

using namespace Qt::StringLiterals;

namespace {

using Fault = std::optional<ImportFault>;

Fault applyAlgorithm(const XmlElement& key, ParsedToken& token)
{
    // The URNs of RFC 6030 and of its drafts end in these names; some programs write the name alone.
    const QString algorithm = key.attribute(u"Algorithm").value_or(QString());
    QString name = algorithm.toLower();
    name = name.mid(std::max(name.lastIndexOf(u':'), name.lastIndexOf(u'#')) + 1);
    if (name == u"hotp") {
        token.kind = contract::TokenKind::Hotp;
    } else if (name == u"totp") {
        token.kind = contract::TokenKind::Totp;
        token.intervalSeconds = 30;
    } else if (name == u"pin") {
        return ImportFault {u"record_is_a_pin"_s,
                            u"The record holds a PIN for another record, not a token."_s,
                            u"Nothing to do: people choose their PIN at their first logon."_s};
    } else if (name.isEmpty()) {
        return ImportFault {u"algorithm_missing"_s, u"The key does not say its algorithm."_s,
                            u"Ask for the file with Algorithm set to hotp or totp."_s};
    } else {
        return ImportFault {u"algorithm_not_supported"_s,
                            u"The key is for the algorithm \"%1\"."_s.arg(shown(algorithm)),
                            u"Only HOTP and TOTP keys can be imported from PSKC."_s};
    }
    return std::nullopt;
}

// Producers write the hash in Suite in several ways: HMAC-SHA256, SHA-256, HmacSHA256, or a whole OCRA suite.
Fault applySuite(const QString& suite, ParsedToken& token)
{
    const QString name = suite.toLower().remove(u'-').remove(u'_');
    if (name.isEmpty() || name == u"hmacsha1" || name == u"sha1") {
        token.algorithm = contract::HashAlgorithm::Sha1;
    } else if (name == u"hmacsha256" || name == u"sha256") {
        token.algorithm = contract::HashAlgorithm::Sha256;
    } else if (name == u"hmacsha512" || name == u"sha512") {
        token.algorithm = contract::HashAlgorithm::Sha512;
    } else {
        return ImportFault {u"suite_not_supported"_s,
                            u"The key asks for the suite \"%1\"."_s.arg(shown(suite)),
                            u"HMAC-SHA1, HMAC-SHA256 and HMAC-SHA512 can be imported."_s};
    }
    return std::nullopt;
}

Fault applyParameters(const XmlElement& parameters, ParsedToken& token)
{
    if (parameters.child(u"ChallengeFormat")) {
        return ImportFault {u"challenge_not_supported"_s, u"The key answers challenges."_s,
                            u"Only keys whose codes come without a challenge can be imported."_s};
    }
    const XmlElement* format = parameters.child(u"ResponseFormat");
    if (format) {
        const QString encoding = format->attribute(u"Encoding").value_or(u"DECIMAL"_s);
        if (encoding != u"DECIMAL") {
            return ImportFault {u"encoding_not_supported"_s,
                                u"The token shows its codes as %1."_s.arg(shown(encoding)),
                                u"Only tokens that show decimal digits can be imported."_s};
        }
        const QString checkDigits = format->attribute(u"CheckDigits").value_or(u"false"_s);
        if (checkDigits != u"false" && checkDigits != u"0") {
            return ImportFault {u"check_digit_not_supported"_s,
                                u"The token appends a check digit to its codes."_s,
                                u"Only tokens without check digit can be imported."_s};
        }
        if (const auto length = format->attribute(u"Length")) {
            bool isNumber = false;
            token.digits = length->toInt(&isNumber);
            token.digits = isNumber ? token.digits : 0;
        }
    }
    // In Suite by RFC 6030; in an extension called HashAlgo by some.
    const XmlElement* extension = parameters.descendant({u"Extensions", u"HashAlgo"});
    const QString suite = parameters.childText(u"Suite");
    return applySuite(suite.isEmpty() && extension ? extension->text : suite, token);
}

// A number of Data, plain, or encrypted as an unsigned integer in network byte order (RFC 6030, 4.2.4).
tl::expected<std::optional<qint64>, ImportFault> number(const XmlElement& data, QStringView name,
                                                        PskcProtection& protection)
{
    const auto invalid = [&] {
        return tl::make_unexpected(
            ImportFault {u"number_invalid"_s, u"%1 is not a usable number."_s.arg(name),
                         u"Ask for the file again; the program that made it wrote this."_s});
    };
    const XmlElement* element = data.child(name);
    if (!element) {
        return std::nullopt;
    }
    if (element->child(u"EncryptedValue")) {
        const auto bytes = protection.open(*element);
        if (!bytes) {
            return tl::make_unexpected(bytes.error());
        }
        if (bytes->size() < 1 || bytes->size() > 8) {
            return invalid();
        }
        quint64 value = 0;
        for (const char byte : bytes->reveal()) {
            value = (value << 8) | static_cast<unsigned char>(byte);
        }
        return value <= static_cast<quint64>(std::numeric_limits<qint64>::max())
            ? tl::expected<std::optional<qint64>, ImportFault>(static_cast<qint64>(value))
            : invalid();
    }
    bool isNumber = false;
    const qint64 value = element->childText(u"PlainValue").toLongLong(&isNumber);
    return isNumber ? tl::expected<std::optional<qint64>, ImportFault>(value) : invalid();
}

Fault applyNumbers(const XmlElement& data, ParsedToken& token, PskcProtection& protection)
{
    const auto counter = number(data, u"Counter", protection);
    const auto time = number(data, u"Time", protection);
    const auto interval = number(data, u"TimeInterval", protection);
    const auto drift = number(data, u"TimeDrift", protection);
    for (const auto* value : {&counter, &time, &interval, &drift}) {
        if (!*value) {
            return value->error();
        }
    }
    if (token.kind == contract::TokenKind::Hotp) {
        token.counter = counter->value_or(0);
        return checkCounter(token.counter);
    }
    if (time->value_or(0) != 0) {
        return ImportFault {u"time_origin_not_supported"_s,
                            u"The token counts its time from another moment than 1970-01-01."_s,
                            u"Only tokens that count from 1970-01-01 can be imported."_s};
    }
    const qint64 seconds = interval->value_or(token.intervalSeconds);
    if (auto fault = checkInterval(seconds)) {
        return fault;
    }
    token.intervalSeconds = static_cast<int>(seconds);
    const qint64 steps = drift->value_or(0);
    if (auto fault = checkDrift(steps)) {
        return fault;
    }
    token.driftSteps = static_cast<int>(steps);
    return std::nullopt;
}

Fault applySecret(const XmlElement& data, ParsedToken& token, PskcProtection& protection)
{
    const XmlElement* secret = data.child(u"Secret");
    if (secret && secret->child(u"EncryptedValue")) {
        auto opened = protection.open(*secret);
        if (!opened) {
            return opened.error();
        }
        token.seed = std::move(*opened);
    } else if (const XmlElement* plain = secret ? secret->child(u"PlainValue") : nullptr) {
        auto decoded = decodeBase64(plain->text);
        if (!decoded) {
            return base64Fault(u"The key's secret"_s, decoded.error());
        }
        token.seed = std::move(*decoded);
    } else {
        return ImportFault {u"secret_missing"_s, u"The record holds no secret, at most the name of one."_s,
                            u"Ask for the file with the secrets in it."_s};
    }
    return checkSeed(token.seed);
}

Fault applyDevice(const XmlElement& device, ParsedToken& token)
{
    token.manufacturer = shown(device.childText(u"Manufacturer"));
    token.userLogin = shown(device.childText(u"UserId"));
    for (const auto& [name, date] :
         {std::pair {u"StartDate"_s, &token.startsAt}, std::pair {u"ExpiryDate"_s, &token.expiresAt}}) {
        const QString text = device.childText(name);
        *date = pskcTime(text);
        if (!text.isEmpty() && !*date) {
            return ImportFault {u"date_invalid"_s, u"%1 is not a date and time."_s.arg(name),
                                u"Ask for the file with dates such as 2026-01-31T00:00:00Z."_s};
        }
    }
    return std::nullopt;
}

Fault applyKey(const XmlElement& key, ParsedToken& token, PskcProtection& protection)
{
    if (auto fault = applyAlgorithm(key, token)) {
        return fault;
    }
    token.issuer = shown(key.childText(u"Issuer"));
    if (const QString user = key.childText(u"UserId"); !user.isEmpty()) {
        token.userLogin = shown(user);
    }
    if (const XmlElement* parameters = key.child(u"AlgorithmParameters")) {
        if (auto fault = applyParameters(*parameters, token)) {
            return fault;
        }
    }
    if (auto fault = checkDigits(token.digits)) {
        return fault;
    }
    if (const XmlElement* policy = key.child(u"Policy")) {
        if (auto fault = applyPskcPolicy(*policy, token)) {
            return fault;
        }
    }
    static const XmlElement nothing;
    const XmlElement* data = key.child(u"Data");
    if (auto fault = applySecret(data ? *data : nothing, token, protection)) {
        return fault;
    }
    return applyNumbers(*data, token, protection);
}

} // namespace

TokenRecord readPskcKey(int position, const XmlElement& keyPackage, const XmlElement& key,
                        PskcProtection& protection)
{
    ParsedToken token;
    const XmlElement* device = keyPackage.child(u"DeviceInfo");
    token.serial = device ? device->childText(u"SerialNo") : QString();
    if (token.serial.isEmpty()) {
        token.serial = key.attribute(u"Id").value_or(QString()).trimmed();
    }
    Fault fault = checkSerial(token.serial);
    TokenRecord record {position, fault ? QString() : token.serial};
    if (!fault && device) {
        fault = applyDevice(*device, token);
    }
    if (!fault) {
        fault = applyKey(key, token, protection);
    }
    if (!fault) {
        fault = checkDates(token);
    }
    if (fault) {
        record.token = tl::make_unexpected(std::move(*fault));
    } else {
        record.token = std::move(token);
    }
    return record;
}

} // namespace holdfast::otp
