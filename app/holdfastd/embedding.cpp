// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/embedding.h"

#include "services/contract/json.h"

#include <openssl/crypto.h>

#include <array>

namespace holdfast::daemon {

namespace {

struct HandOver
{
    contract::Secret secret;
    std::optional<contract::Secret> keyRing;

    static constexpr auto typeName = "HandOver";
    static constexpr auto fields()
    {
        return fieldList(field("secret", &HandOver::secret, "Signs in the local owner.").length(32, 128),
                         field("keyRing", &HandOver::keyRing, "Master key, URL-safe base64.").length(40, 64));
    }
};

contract::Unexpected invalid()
{
    return contract::failure(
        contract::ErrorKind::InvalidRequest, QStringLiteral("handover_invalid"),
        QStringLiteral("--embedded needs one line of JSON with a secret on standard input."));
}

} // namespace

contract::Result<Embedding> Embedding::readFrom(FILE* input)
{
    std::array<char, 1024> line {};
    // Unbuffered, so that nothing of the secret stays in a buffer of stdio.
    std::setvbuf(input, nullptr, _IONBF, 0);
    if (std::fgets(line.data(), static_cast<int>(line.size()), input) == nullptr) {
        return invalid();
    }
    const auto handed =
        contract::parseObject(QByteArray(line.data())).and_then([](const QJsonObject& object) {
            return contract::fromJson<HandOver>(object);
        });
    OPENSSL_cleanse(line.data(), line.size());
    if (!handed) {
        return invalid();
    }
    Embedding embedding;
    embedding.secret = handed->secret;
    if (handed->keyRing) {
        QByteArray key =
            QByteArray::fromBase64(handed->keyRing->reveal().toByteArray(), QByteArray::Base64UrlEncoding);
        embedding.masterKey = contract::Secret(QByteArrayView(key));
        OPENSSL_cleanse(key.data(), static_cast<size_t>(key.size()));
    }
    return embedding;
}

} // namespace holdfast::daemon
