// SPDX-License-Identifier: Apache-2.0
#include "services/otp/otpauth_uri.h"

#include "services/otp/base64.h"
#include "services/otp/record_checks.h"
#include "services/otp/text_values.h"

#include <QHash>
#include <QUrl>

namespace holdfast::otp {

using namespace Qt::StringLiterals;
using Fault = std::optional<ImportFault>;

namespace {

constexpr auto prefix = "otpauth://"_L1;

ImportFault malformed(const QString& cause)
{
    return {u"otpauth_invalid"_s, cause, u"Ask for lines such as otpauth://totp/name?secret=..."_s};
}

QString decoded(QStringView text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

using Parameters = QHash<QString, QString>;

Fault readParameters(QStringView query, Parameters& parameters)
{
    for (const QStringView part : query.split(u'&', Qt::SkipEmptyParts)) {
        const qsizetype equals = part.indexOf(u'=');
        const QString name = decoded(equals < 0 ? part : part.first(equals)).toLower();
        if (parameters.contains(name)) {
            return malformed(u"The parameter \"%1\" stands there more than once."_s.arg(shown(name)));
        }
        QString value = equals < 0 ? QString() : part.sliced(equals + 1).toString();
        parameters.insert(name, decoded(value.replace(u'+', u' ')));
    }
    return std::nullopt;
}

// "Issuer:account"; the parameter `issuer` weighs more.
QString takeLabel(const QString& label, const QString& issuer, ParsedToken& token)
{
    const qsizetype colon = label.indexOf(u':');
    token.issuer = shown(issuer.isEmpty() && colon > 0 ? label.first(colon) : issuer);
    token.userLogin = shown(label.sliced(colon + 1).trimmed());
    return token.userLogin;
}

Fault readInto(ParsedToken& token, const QString& uri)
{
    if (uri.startsWith(u"otpauth-migration:", Qt::CaseInsensitive)) {
        return ImportFault {u"migration_not_supported"_s,
                            u"The line is an export from one phone to another, not of single tokens."_s,
                            u"Ask for each token's own otpauth line."_s};
    }
    if (!uri.startsWith(prefix, Qt::CaseInsensitive)) {
        return malformed(u"The line does not begin with otpauth://."_s);
    }
    const QStringView rest = QStringView(uri).sliced(prefix.size());
    const qsizetype question = rest.indexOf(u'?');
    const QStringView path = question < 0 ? rest : rest.first(question);
    const qsizetype slash = path.indexOf(u'/');
    if (slash < 0 || question < 0) {
        return malformed(u"The line ends before its parameters."_s);
    }
    if (auto fault = takeKind(path.first(slash).toString(), token)) {
        return fault;
    }
    Parameters parameters;
    if (auto fault = readParameters(rest.sliced(question + 1), parameters)) {
        return fault;
    }
    const QString label = takeLabel(decoded(path.sliced(slash + 1)), parameters.value(u"issuer"_s), token);
    if (parameters.contains(u"encoder"_s)) {
        return ImportFault {u"encoding_not_supported"_s,
                            u"The token shows its codes as %1."_s.arg(shown(parameters.value(u"encoder"_s))),
                            u"Only tokens that show decimal digits can be imported."_s};
    }
    for (const auto& [name, take] : {std::pair {u"algorithm"_s, &takeAlgorithm},
                                     {u"digits"_s, &takeDigits},
                                     {u"period"_s, &takePeriod},
                                     {u"counter"_s, &takeCounter}}) {
        if (auto fault = take(parameters.value(name), token)) {
            return fault;
        }
    }
    // A serial number that is there names the record even if its secret cannot be read.
    token.serial = parameters.value(u"serial"_s).trimmed();
    if (auto fault = token.serial.isEmpty() ? Fault() : checkSerial(token.serial)) {
        token.serial.clear();
        return fault;
    }
    if (auto fault = takeSecret(parameters.value(u"secret"_s), SecretEncoding::Base32, token)) {
        return fault;
    }
    if (token.serial.isEmpty()) {
        makeUpSerial(label, token);
    }
    return std::nullopt;
}

QByteArray base32(QByteArrayView bytes)
{
    constexpr auto alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QByteArray text;
    quint32 gathered = 0;
    int waiting = 0;
    for (const char byte : bytes) {
        gathered = (gathered << 8) | static_cast<unsigned char>(byte);
        for (waiting += 8; waiting >= 5; waiting -= 5) {
            text += alphabet[(gathered >> (waiting - 5)) & 31U];
        }
    }
    if (waiting > 0) {
        text += alphabet[(gathered << (5 - waiting)) & 31U];
    }
    return text; // apps take it without padding
}

} // namespace

TokenRecord readOtpauthUri(int position, const QString& uri)
{
    ParsedToken token;
    Fault fault = readInto(token, uri);
    TokenRecord record {position, token.serial};
    if (fault) {
        record.token = tl::make_unexpected(std::move(*fault));
    } else {
        record.token = std::move(token);
    }
    return record;
}

contract::Secret otpauthUri(const ParsedToken& token, const QString& account)
{
    const auto encoded = [](const QString& text) {
        return QUrl::toPercentEncoding(text);
    };
    QByteArray uri = QByteArray(prefix.data(), prefix.size()) + contract::enumName(token.kind).toLatin1()
        + '/' + encoded(token.issuer) + ':' + encoded(account) + "?secret=";
    QByteArray secret = base32(token.seed.reveal());
    uri += secret + "&issuer=" + encoded(token.issuer)
        + "&algorithm=" + contract::enumName(token.algorithm).toUpper().toLatin1()
        + "&digits=" + QByteArray::number(token.digits);
    uri += token.kind == contract::TokenKind::Hotp ? "&counter=" + QByteArray::number(token.counter)
                                                   : "&period=" + QByteArray::number(token.intervalSeconds);
    contract::Secret result {QByteArrayView(uri)};
    uri.fill('\0');
    secret.fill('\0');
    return result;
}

} // namespace holdfast::otp
