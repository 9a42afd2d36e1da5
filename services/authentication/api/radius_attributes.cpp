// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/radius_attributes.h"

#include <QJsonArray>

#include <arpa/inet.h>

namespace holdfast::authentication::radius {

using contract::Result;

namespace {

constexpr qsizetype longestName = 255; // characters
constexpr qsizetype longestPassword = 128; // bytes, RFC 2865 section 5.2

// The first value, as rlm_rest writes it; absent and empty are alike.
QString firstValue(const QJsonObject& attributes, QLatin1String name)
{
    const QJsonValue attribute = attributes.value(name);
    const QJsonValue value =
        attribute.isObject() ? attribute.toObject().value(QLatin1String("value")) : attribute;
    return (value.isArray() ? value.toArray().at(0) : value).toString();
}

QByteArray octets(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    return bytes.startsWith("0x") ? QByteArray::fromHex(bytes.sliced(2)) : bytes;
}

// Numeric, as the system writes it: what was sent may say more than the address. Anything else is none.
QString addressOf(const QJsonObject& attributes)
{
    std::array<unsigned char, sizeof(in6_addr)> parsed {};
    for (const auto& [name, family] : {std::pair(QLatin1String("NAS-IP-Address"), AF_INET),
                                       std::pair(QLatin1String("NAS-IPv6-Address"), AF_INET6)}) {
        const QString text = firstValue(attributes, name);
        std::array<char, INET6_ADDRSTRLEN> written {};
        if (inet_pton(family, text.toLatin1().constData(), parsed.data()) == 1
            && inet_ntop(family, parsed.data(), written.data(), written.size()) != nullptr) {
            return QString::fromLatin1(written.data());
        }
    }
    return {};
}

// `op` := sets, += adds one more of the same attribute.
QJsonObject attribute(const char* op, const QJsonArray& values)
{
    return {{QStringLiteral("op"), QLatin1String(op)},
            {QStringLiteral("do_xlat"), false},
            {QStringLiteral("value"), values}};
}

// Pieces that each hold whole characters.
QJsonArray pieces(const QString& message)
{
    QJsonArray found;
    QByteArray rest = message.toUtf8();
    while (!rest.isEmpty()) {
        qsizetype length = std::min(rest.size(), longestValue);
        while (length < rest.size() && (static_cast<unsigned char>(rest.at(length)) & 0xC0U) == 0x80U) {
            --length;
        }
        found.append(QString::fromUtf8(rest.first(length)));
        rest.remove(0, length);
    }
    return found;
}

} // namespace

Result<AccessRequest> accessRequestOf(const QJsonObject& attributes)
{
    AccessRequest request;
    request.userName = firstValue(attributes, QLatin1String("User-Name"));
    if (request.userName.isEmpty() || request.userName.size() > longestName) {
        return contract::invalidField(QStringLiteral("User-Name"), QStringLiteral("wrong_length"),
                                      QStringLiteral("must have 1 to %1 characters.").arg(longestName));
    }
    request.password = contract::Secret(firstValue(attributes, QLatin1String("User-Password")));
    if (request.password.size() > longestPassword) {
        return contract::invalidField(QStringLiteral("User-Password"), QStringLiteral("wrong_length"),
                                      QStringLiteral("must have at most %1 bytes.").arg(longestPassword));
    }
    request.state = octets(firstValue(attributes, QLatin1String("State")));
    if (request.state.size() > longestValue) {
        return contract::invalidField(QStringLiteral("State"), QStringLiteral("wrong_length"),
                                      QStringLiteral("must have at most %1 bytes.").arg(longestValue));
    }
    request.nasAddress = addressOf(attributes);
    return request;
}

QJsonObject challengeAttributes(const QByteArray& state, const QString& message)
{
    return {{QStringLiteral("control:Response-Packet-Type"),
             attribute(":=", {QStringLiteral("Access-Challenge")})},
            {QStringLiteral("reply:State"),
             attribute(":=", {QStringLiteral("0x") + QString::fromLatin1(state.toHex())})},
            {QStringLiteral("reply:Prompt"), attribute(":=", {QStringLiteral("No-Echo")})},
            {QStringLiteral("reply:Reply-Message"), attribute("+=", pieces(message))}};
}

} // namespace holdfast::authentication::radius
