// SPDX-License-Identifier: Apache-2.0
#include "services/security/key_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/crypto.h>

#include <optional>

namespace holdfast::security {

using contract::Result;
using contract::Secret;

namespace {

constexpr qsizetype keySize = 32;
constexpr int latest = 255;

std::optional<Secret> keyIn(const QJsonValue& value)
{
    auto decoded =
        QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != keySize) {
        return std::nullopt;
    }
    Secret key {QByteArrayView(decoded.decoded)};
    OPENSSL_cleanse(decoded.decoded.data(), static_cast<size_t>(decoded.decoded.size()));
    return key;
}

QString base64(const Secret& key)
{
    return QString::fromLatin1(key.reveal().toByteArray().toBase64());
}

} // namespace

Result<std::vector<NumberedKey>> parseKeyText(const Secret& text)
{
    const auto damaged = [] {
        return contract::failure(contract::ErrorKind::Internal, QStringLiteral("keys_damaged"),
                                 QStringLiteral("keyring.json holds no keys that this version can read."));
    };
    const QJsonObject object = QJsonDocument::fromJson(text.reveal().toByteArray()).object();
    const int version = object.value(QLatin1String("version")).toInt();
    const auto master = keyIn(object.value(QLatin1String("masterKey")));
    if ((version != 1 && version != 2) || !master) {
        return damaged();
    }
    std::vector<NumberedKey> keys {{1, *master}};
    for (const QJsonValue& entry : object.value(QLatin1String("keys")).toArray()) {
        const int number = entry.toObject().value(QLatin1String("number")).toInt();
        const auto key = keyIn(entry.toObject().value(QLatin1String("key")));
        if (!key || number <= keys.back().number || number > latest) {
            return damaged();
        }
        keys.push_back({number, *key});
    }
    return keys;
}

Secret keyText(const std::vector<NumberedKey>& keys)
{
    QJsonObject object {{QStringLiteral("version"), keys.size() > 1 ? 2 : 1},
                        {QStringLiteral("masterKey"), base64(keys.front().key)}};
    QJsonArray more;
    for (size_t i = 1; i < keys.size(); ++i) {
        more.append(QJsonObject {{QStringLiteral("number"), keys[i].number},
                                 {QStringLiteral("key"), base64(keys[i].key)}});
    }
    if (!more.isEmpty()) {
        object.insert(QStringLiteral("keys"), more);
    }
    QByteArray json = QJsonDocument(object).toJson();
    Secret text {QByteArrayView(json)};
    OPENSSL_cleanse(json.data(), static_cast<size_t>(json.size()));
    return text;
}

} // namespace holdfast::security
