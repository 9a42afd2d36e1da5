// SPDX-License-Identifier: Apache-2.0
#include "services/offline/request_signature.h"

#include "services/offline/mac.h"
#include "services/security/random.h"

#include <algorithm>

namespace holdfast::offline {

using contract::Result;
using contract::Timestamp;

namespace {

constexpr QByteArrayView scheme = "Holdfast-Workstation";
constexpr qsizetype longestAuthorization = 512;
constexpr qsizetype signatureSize = 64;
constexpr qint64 latestTime = 253402300799999; // the end of the year 9999

contract::Unexpected malformedSignature(const char* what)
{
    return contract::failure(
        contract::ErrorKind::Unauthenticated, QStringLiteral("signature_malformed"),
        QStringLiteral("The header Authorization is none of a workstation's: %1.").arg(QLatin1String(what)));
}

// Digits alone, without a sign or leading zeroes.
std::optional<qint64> plainNumber(QByteArrayView text)
{
    constexpr qsizetype mostDigits = 16;
    const bool digits = !text.isEmpty() && text.size() <= mostDigits
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || (text.front() == '0' && text.size() > 1)) {
        return std::nullopt;
    }
    return text.toByteArray().toLongLong();
}

bool isNonce(QByteArrayView text)
{
    return text.size() >= 16 && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'
                   || c == '_';
           });
}

QByteArrayView trimmedPart(QByteArrayView text)
{
    while (text.startsWith(' ')) {
        text = text.sliced(1);
    }
    while (text.endsWith(' ')) {
        text.chop(1);
    }
    return text;
}

// The values of `names`, each of which stands once, in any order, and nothing else.
std::optional<std::array<QByteArrayView, 4>> namedParts(QByteArrayView text,
                                                        const std::array<QByteArrayView, 4>& names)
{
    std::array<QByteArrayView, 4> values;
    for (bool more = true; more;) {
        const qsizetype comma = text.indexOf(',');
        more = comma >= 0;
        const QByteArrayView part = trimmedPart(more ? text.first(comma) : text);
        text = more ? text.sliced(comma + 1) : QByteArrayView();
        const qsizetype equals = part.indexOf('=');
        const auto name = std::find(names.begin(), names.end(), part.first(std::max<qsizetype>(equals, 0)));
        if (equals < 0 || name == names.end()) {
            return std::nullopt;
        }
        QByteArrayView& value = values[static_cast<size_t>(name - names.begin())];
        if (!value.isEmpty() || equals + 1 == part.size()) {
            return std::nullopt;
        }
        value = part.sliced(equals + 1);
    }
    const bool complete =
        std::none_of(values.begin(), values.end(), [](QByteArrayView value) { return value.isEmpty(); });
    return complete ? std::optional(values) : std::nullopt;
}

} // namespace

QByteArray signedText(QByteArrayView method, QByteArrayView target, Timestamp time, QByteArrayView nonce,
                      QByteArrayView body)
{
    return "holdfast agent request 1\n" + method.toByteArray() + '\n' + target.toByteArray() + '\n'
        + QByteArray::number(contract::toMilliseconds(time)) + '\n' + nonce.toByteArray() + '\n'
        + digestText(body);
}

QByteArray authorizationOf(qint64 workstationId, const contract::Secret& privateKey, QByteArrayView method,
                           QByteArrayView target, Timestamp time, QByteArrayView body)
{
    const QByteArray nonce = security::randomIdentifier().toLatin1();
    const QByteArray signature = sign(privateKey, signedText(method, target, time, nonce, body));
    return scheme.toByteArray() + " id=" + QByteArray::number(workstationId)
        + ", time=" + QByteArray::number(contract::toMilliseconds(time)) + ", nonce=" + nonce
        + ", signature=" + signature.toBase64();
}

Result<RequestSignature> readAuthorization(QByteArrayView header)
{
    if (header.size() > longestAuthorization) {
        return malformedSignature("it is too long");
    }
    const QByteArrayView text = trimmedPart(header);
    if (text.size() <= scheme.size() || text.at(scheme.size()) != ' '
        || qstrnicmp(text.data(), scheme.size(), scheme.data(), scheme.size()) != 0) {
        return malformedSignature("the scheme is another one");
    }
    const auto parts = namedParts(text.sliced(scheme.size()), {"id", "time", "nonce", "signature"});
    if (!parts) {
        return malformedSignature("it holds id, time, nonce and signature, each once");
    }
    const auto& [idText, timeText, nonce, signatureText] = *parts;
    const auto id = plainNumber(idText);
    const auto time = plainNumber(timeText);
    if (!id || *id < 1 || !time || *time > latestTime) {
        return malformedSignature("id and time are numbers");
    }
    if (!isNonce(nonce)) {
        return malformedSignature("the nonce has 16 to 64 characters of Base64url");
    }
    const QByteArray encoded = signatureText.toByteArray();
    const auto signature = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    if (!signature || (*signature).size() != signatureSize || (*signature).toBase64() != encoded) {
        return malformedSignature("the signature has 64 bytes in Base64");
    }
    return RequestSignature {*id, contract::fromMilliseconds(*time), nonce.toByteArray(), *signature};
}

} // namespace holdfast::offline
