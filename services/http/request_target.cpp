// SPDX-License-Identifier: Apache-2.0
#include "services/http/request_target.h"

#include <QStringDecoder>

#include <algorithm>

namespace holdfast::http {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool isVisibleAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

std::optional<QByteArray> unescaped(QByteArrayView encoded, Plus plus)
{
    QByteArray bytes;
    bytes.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        const char c = encoded[i];
        if (c == '+' && plus == Plus::Space) {
            bytes.append(' ');
        } else if (c == '%') {
            const int high = i + 2 < encoded.size() ? hexDigit(encoded[i + 1]) : -1;
            const int low = high < 0 ? -1 : hexDigit(encoded[i + 2]);
            if (low < 0 || high * 16 + low == 0) {
                return std::nullopt;
            }
            bytes.append(static_cast<char>(high * 16 + low));
            i += 2;
        } else {
            bytes.append(c);
        }
    }
    return bytes;
}

} // namespace

std::optional<RequestTarget> splitTarget(QByteArrayView target)
{
    if (!isVisibleAscii(target) || target.contains('#')) {
        return std::nullopt;
    }
    RequestTarget parts;
    if (!target.startsWith('/')) {
        const qsizetype scheme = target.indexOf("://");
        const QByteArray name = target.first(std::max<qsizetype>(scheme, 0)).toByteArray().toLower();
        if (name != "http" && name != "https") {
            return std::nullopt;
        }
        target = target.sliced(scheme + 3);
        const auto end =
            std::find_if(target.begin(), target.end(), [](char c) { return c == '/' || c == '?'; });
        parts.authority = target.first(end - target.begin());
        target = target.sliced(parts.authority.size());
        if (parts.authority.isEmpty()) {
            return std::nullopt;
        }
        if (!target.startsWith('/')) {
            parts.path = "/";
            parts.query = target.isEmpty() ? target : target.sliced(1);
            return parts;
        }
    }
    const qsizetype question = target.indexOf('?');
    parts.path = question < 0 ? target : target.first(question);
    parts.query = question < 0 ? QByteArrayView() : target.sliced(question + 1);
    return parts;
}

std::optional<QString> percentDecoded(QByteArrayView encoded, Plus plus)
{
    if (!encoded.contains('%') && (plus == Plus::Literal || !encoded.contains('+'))) {
        return QString::fromLatin1(encoded);
    }
    const auto bytes = unescaped(encoded, plus);
    if (!bytes) {
        return std::nullopt;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(*bytes);
    if (decoder.hasError()) {
        return std::nullopt;
    }
    return text;
}

std::optional<QList<std::pair<QString, QString>>> parseQuery(QByteArrayView query)
{
    QList<std::pair<QString, QString>> parameters;
    while (!query.isEmpty()) {
        const qsizetype ampersand = query.indexOf('&');
        const QByteArrayView pair = ampersand < 0 ? query : query.first(ampersand);
        query = ampersand < 0 ? QByteArrayView() : query.sliced(ampersand + 1);
        if (pair.isEmpty()) {
            continue;
        }
        const qsizetype equals = pair.indexOf('=');
        const auto name = percentDecoded(equals < 0 ? pair : pair.first(equals), Plus::Space);
        const auto value =
            percentDecoded(equals < 0 ? QByteArrayView("") : pair.sliced(equals + 1), Plus::Space);
        if (!name || !value) {
            return std::nullopt;
        }
        parameters.emplace_back(*name, *value);
    }
    return parameters;
}

} // namespace holdfast::http
